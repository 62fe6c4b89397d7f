import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, locationOf, serverEnvironment } from './cluster.js';
import { liveLock, OWNER_SETTING } from './lock.js';
import { identityOf } from './process.js';

/** A server that this process started and looks after. */
export interface Postmaster {
  readonly port: number;
  /** Settles when the server has ended, for whatever reason. */
  readonly gone: Promise<void>;
  stop(): Promise<void>;
}

export class StartFailure extends Error {
  /** True when the cause passes by itself: another starter was first, old backends are still leaving, the port is taken. */
  readonly passing: boolean;
  constructor(said: string) {
    super(`PostgreSQL did not start: ${said.trim() || 'it said nothing'}`);
    this.passing = /postmaster\.pid|shared memory block|could not bind|could not create any TCP/.test(said);
  }
}

/** Stops the server when our end of the pipe closes, which the kernel does even when we are killed. */
const watchdog = (pid: number, cluster: Cluster): { release(): void } => {
  const shell = spawn('/bin/sh', ['-c', 'read -r word || kill -INT "$0"', String(pid)], {
    ...cluster.account,
    cwd: '/',
    env: serverEnvironment(),
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  (shell.stdin as unknown as { unref?(): void }).unref?.();
  return { release: () => void shell.stdin.end('released\n') };
};

/** Fast shutdown, then immediate, then kill. Bounded by about 8 s. */
const stopChild = async (child: ChildProcess, gone: Promise<void>): Promise<void> => {
  for (const [signal, patience] of [
    ['SIGINT', 5_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 1_000],
  ] as const) {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    const timer = new AbortController();
    await Promise.race([gone, sleep(patience, undefined, { signal: timer.signal }).catch(() => undefined)]);
    timer.abort();
  }
};

/** Starts the server on `port` of 127.0.0.1 and waits until it takes connections. Throws StartFailure with what the server said. */
export const startPostmaster = async (
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Postmaster> => {
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_min_messages: 'log',
    ...settings,
    [OWNER_SETTING]: identityOf(process.pid),
  };
  const child = spawn(
    path.join(cluster.native, 'bin/postgres'),
    [
      '-D',
      locationOf(cluster.account, cluster.directory),
      '-p',
      String(port),
      ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    // A group of its own: Ctrl-C in the terminal must reach us first, so that we drain before the database goes.
    { ...cluster.account, cwd: cluster.directory, env: serverEnvironment(), stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
  });
  (child.stderr as unknown as { unref?(): void }).unref?.();
  if (child.pid === undefined) throw new StartFailure(String(await once(child, 'error').catch((error: unknown) => error)));
  const dog = watchdog(child.pid, cluster);
  child.unref();
  const gone = new Promise<void>((resolve) =>
    child.once('exit', () => {
      dog.release();
      resolve();
    }),
  );
  while (child.exitCode === null && child.signalCode === null) {
    const lock = liveLock(cluster.directory);
    if (lock?.pid === child.pid && lock.status === 'ready') return { port, gone, stop: () => stopChild(child, gone) };
    if (signal.aborted) await stopChild(child, gone);
    else await sleep(15);
  }
  throw new StartFailure(said);
};
