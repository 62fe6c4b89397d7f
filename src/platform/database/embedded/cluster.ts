import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { type Account, accountFor, binariesFor, giveTo } from './binaries.js';

/** Everything needed to start the server of one data directory. */
export interface Cluster {
  readonly directory: string;
  readonly native: string;
  readonly account: Account;
  readonly password: string;
}

const PASSWORD_FILE = 'hub-password';

/**
 * How the server is told where its files are. As root on Linux through its own working directory: that is entered
 * before the account changes, so a data directory inside root's closed home works too.
 */
export const locationOf = (account: Account, directory: string): string =>
  account && process.platform === 'linux' ? '/proc/self/cwd' : directory;

export const serverEnvironment = (): NodeJS.ProcessEnv => ({ LC_ALL: 'C', TZ: 'UTC', PATH: process.env.PATH ?? '' });

const initialise = (stage: string, native: string, account: Account, durable: boolean): void => {
  const secret = `${stage}.password`;
  mkdirSync(stage, { mode: 0o700 });
  writeFileSync(secret, randomBytes(24).toString('hex'), { mode: 0o600 });
  giveTo(account, stage);
  if (account) chownSync(secret, account.uid, account.gid);
  const input = openSync(secret, 'r');
  const made = spawnSync(
    path.join(native, 'bin/initdb'),
    [
      ...['-D', locationOf(account, stage), '-U', 'postgres', '--pwfile=/dev/stdin', '-A', 'scram-sha-256', '-E', 'UTF8'],
      ...['--locale=C', '--locale-provider=icu', '--icu-locale=und', ...(durable ? [] : ['--no-sync'])],
    ],
    { ...account, cwd: stage, env: serverEnvironment(), stdio: [input, 'pipe', 'pipe'], encoding: 'utf8' },
  );
  closeSync(input);
  if (made.status !== 0) throw new Error(`initdb failed in ${stage}: ${made.error?.message ?? `${made.stderr}`.trim()}`);
  renameSync(secret, path.join(stage, PASSWORD_FILE));
};

/** Makes the cluster beside its place and moves it there whole, so that a kill half-way never leaves half of one. */
const create = (directory: string, native: string, account: Account, durable: boolean): void => {
  const stage = `${directory}.new`;
  rmSync(stage, { recursive: true, force: true });
  rmSync(`${stage}.password`, { force: true });
  initialise(stage, native, account, durable);
  renameSync(stage, directory);
};

/**
 * Opens the cluster in `directory`, made at the first call: UTF-8, ICU root collation, scram, the superuser's password kept with it (0600).
 * One caller at a time.
 */
export const openCluster = async (directory: string, durable: boolean): Promise<Cluster> => {
  const account = accountFor(directory);
  const native = await binariesFor(account);
  if (!existsSync(directory)) create(directory, native, account, durable);
  // A copy made by root with plain `cp -r` belongs to root, and is readable by more than one.
  if (account && statSync(directory).uid !== account.uid) giveTo(account, directory);
  chmodSync(directory, 0o700);
  return { directory, native, account, password: readFileSync(path.join(directory, PASSWORD_FILE), 'utf8').trim() };
};
