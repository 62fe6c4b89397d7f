import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { lives, livesAt } from './process.js';

/** What `postmaster.pid` says of the running server. */
export interface Lock {
  readonly pid: number;
  readonly port: number;
  /** starting, ready, stopping …; empty in the first instants. */
  readonly status: string;
}

const read = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
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

/** The live server of the directory; none when its lock file names a process that is dead, a zombie or a stranger. */
export const liveLock = (directory: string): Lock | undefined => {
  const [pid, , , port, , , , status] = read(path.join(directory, 'postmaster.pid')).split('\n');
  if (!pid || !serves(Number(pid), directory)) return undefined;
  return { pid: Number(pid), port: Number(port), status: status?.trim() ?? '' };
};

/** Only while no server lives here: PostgreSQL itself asks whether the id lives, not whose it is, and would refuse to start. */
export const removeStaleLock = (directory: string): void => rmSync(path.join(directory, 'postmaster.pid'), { force: true });

/** The setting by which a server names the process that looks after it. PostgreSQL keeps its command line in `postmaster.opts`. */
export const OWNER_SETTING = 'rongtong.owner';

/** Whether the process that started the running server still lives to look after it. */
export const hasOwner = (directory: string): boolean => {
  const owner = /rongtong\.owner=([\d.]+)/.exec(read(path.join(directory, 'postmaster.opts')))?.[1];
  return owner !== undefined && lives(owner);
};
