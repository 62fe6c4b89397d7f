import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What `postmaster.pid` says of the running server. */
export interface Lock {
  readonly pid: number;
  readonly port: number;
  /** starting, ready, stopping …; empty in the first instants. */
  readonly status: string;
}

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

/** A server stands in its data directory: ids are reused, working directories are not. */
const serves = (pid: number, directory: string): boolean => {
  if (!livesAt(pid)) return false;
  if (process.platform !== 'linux') return `${spawnSync('ps', ['-p', String(pid), '-o', 'command=']).stdout}`.includes('postgres');
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(directory);
  } catch {
    return false;
  }
};

/** The live server of the directory. A lock file whose process is dead, a zombie or a stranger is removed: PostgreSQL itself looks at the id only. */
export const liveLock = (directory: string): Lock | undefined => {
  const file = path.join(directory, 'postmaster.pid');
  const [pid, , , port, , , , status] = read(file)?.split('\n') ?? [];
  if (pid === undefined) return undefined;
  if (serves(Number(pid), directory)) return { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' };
  if (read(file)?.startsWith(`${pid}\n`)) rmSync(file, { force: true });
  return undefined;
};

/** The setting by which a server names the process that looks after it. PostgreSQL keeps its command line in `postmaster.opts`. */
export const OWNER_SETTING = 'rongtong.owner';

/** Whether the process that started the running server still lives to look after it. */
export const hasOwner = (directory: string): boolean => {
  const owner = new RegExp(`${OWNER_SETTING.replace('.', '\\.')}=(\\d+)`).exec(read(path.join(directory, 'postmaster.opts')) ?? '')?.[1];
  return owner !== undefined && livesAt(Number(owner));
};
