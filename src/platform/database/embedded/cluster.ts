import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Account, accountFor, binariesFor, giveTo } from './binaries.js';
import { livesAt } from './lock.js';

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
export const locationOf = (account: Account, directory: string): string => (account && process.platform === 'linux' ? '/proc/self/cwd' : directory);

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

/** Removes what a start that was killed half-way has left. */
const sweep = (dataDir: string): void => {
  for (const name of readdirSync(dataDir)) {
    const pid = /^postgres-new-(\d+)/.exec(name)?.[1];
    if (pid && (Number(pid) === process.pid || !livesAt(Number(pid)))) rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
};

/** Makes the cluster beside its place and moves it there whole, so that a kill or a second starter never meets half of one. */
const create = (dataDir: string, directory: string, native: string, account: Account, durable: boolean): void => {
  sweep(dataDir);
  const stage = path.join(dataDir, `postgres-new-${process.pid}`);
  try {
    initialise(stage, native, account, durable);
    renameSync(stage, directory);
  } catch (error) {
    rmSync(stage, { recursive: true, force: true });
    rmSync(`${stage}.password`, { force: true });
    if (!existsSync(path.join(directory, PASSWORD_FILE))) throw error;
  }
};

/** Opens the cluster in `dataDir`/postgres, made at the first call: UTF-8, ICU root collation, scram, password kept with it (0600). */
export const openCluster = async (dataDir: string, durable: boolean): Promise<Cluster> => {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const directory = path.join(path.resolve(dataDir), 'postgres');
  const account = accountFor(directory);
  const native = await binariesFor(account);
  if (!existsSync(directory)) create(path.resolve(dataDir), directory, native, account, durable);
  if (process.getuid?.() === 0 && accountFor(directory)?.uid !== undefined) giveTo(account, directory);
  chmodSync(directory, 0o700);
  return { directory, native, account, password: readFileSync(path.join(directory, PASSWORD_FILE), 'utf8').trim() };
};
