import { readFileSync } from 'node:fs';

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Whether a process of that id runs; a zombie, which nobody may have reaped, does not. */
export const livesAt = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !/\) [ZX] /.test(read(`/proc/${pid}/stat`) ?? '');
};

/** Ids are used again, soon and often in containers: where /proc tells it, the start time makes the name of a process its own. */
export const identityOf = (pid: number): string => {
  const afterName = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  return `${pid}.${afterName?.[19] ?? '0'}`;
};

/** Whether the process of that identity still runs. */
export const lives = (identity: string): boolean => {
  const pid = Number(identity.split('.')[0]);
  return pid > 0 && livesAt(pid) && identityOf(pid) === identity;
};
