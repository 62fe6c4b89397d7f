import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, openCluster } from './embedded/cluster.js';
import { exclusively } from './embedded/exclusive.js';
import { hasOwner, type Lock, liveLock, removeStaleLock } from './embedded/lock.js';
import { type Postmaster, StartFailure, startPostmaster } from './embedded/postmaster.js';

export interface EmbeddedOptions {
  /** The server's files go to `dataDir`/postgres. Made when absent. */
  readonly dataDir: string;
  /** TCP port on 127.0.0.1; a free one when absent. A server that already runs on these files keeps its own. */
  readonly port?: number;
  /** Server settings, as after `-c`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told, in words, when the server had to be started again. */
  readonly report?: (event: string) => void;
}

export interface Embedded {
  /** Superuser URL of database `postgres`, password included, always 127.0.0.1. */
  readonly url: string;
  readonly port: number;
  /** Stops a server that we started; one that another process started is left to it. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 60_000;

type Settings = Readonly<Record<string, string>>;

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Follows a server that another process looks after: polls for its end, since it is no child of ours. */
const adopt = (cluster: Cluster, { pid, port }: Lock): Postmaster => {
  const watch = new AbortController();
  const follow = async (): Promise<void> => {
    while (!watch.signal.aborted && liveLock(cluster.directory)?.pid === pid) {
      await sleep(200, undefined, { ref: false, signal: watch.signal }).catch(() => undefined);
    }
  };
  return { port, gone: follow(), stop: async () => watch.abort() };
};

/**
 * One running server for the cluster: the one that runs already if somebody looks after it, else one of our own. A server
 * whose owner died is stopped first (its watchdog is about to do the same). Throws StartFailure when the server cannot run.
 */
const hold = async (cluster: Cluster, port: number | undefined, settings: Settings, signal: AbortSignal): Promise<Postmaster> => {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    signal.throwIfAborted();
    const late = performance.now() > deadline;
    const lock = liveLock(cluster.directory);
    const owned = hasOwner(cluster.directory);
    if (lock && late) throw new Error(`PostgreSQL (process ${lock.pid}) on ${cluster.directory} stays in state "${lock.status}".`);
    if (lock?.status === 'ready' && owned) return adopt(cluster, lock);
    if (lock && lock.status !== '' && !owned) interrupt(lock.pid);
    if (!lock) {
      removeStaleLock(cluster.directory);
      try {
        return await startPostmaster(cluster, port ?? (await freePort()), settings, signal);
      } catch (error) {
        if (!(error instanceof StartFailure && error.passing) || late) throw error;
      }
    }
    await sleep(50);
  }
};

const interrupt = (pid: number): void => {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It ended by itself in between.
  }
};

/** Starts the server again whenever it ends, on the same port, until the signal. */
const keep = async (
  first: Postmaster,
  again: () => Promise<Postmaster>,
  report: (event: string) => void,
  signal: AbortSignal,
): Promise<void> => {
  const stopped = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  let held = first;
  while (!signal.aborted) {
    await Promise.race([held.gone, stopped]);
    if (signal.aborted) break;
    report('PostgreSQL ended unasked; starting it again');
    try {
      held = await again();
    } catch (error) {
      if (signal.aborted) return;
      report(error instanceof Error ? error.message : String(error));
      await sleep(1_000, undefined, { signal }).catch(() => undefined);
    }
  }
  await held.stop();
};

/**
 * PostgreSQL from the binaries of an npm package, with nothing installed (Linux with glibc, macOS). It ends when this process ends,
 * even by kill -9; is started again when it is killed itself; and is shared when a second process opens the same `dataDir`,
 * which then takes over when the first ends.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const { settings = {}, report = () => undefined } = options;
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const directory = path.join(path.resolve(options.dataDir), 'postgres');
  const end = new AbortController();
  const alone = <T>(work: () => Promise<T>): Promise<T> => exclusively(`${directory}.lock`, end.signal, work);
  const { cluster, first } = await alone(async () => {
    const opened = await openCluster(directory, settings.fsync !== 'off');
    return { cluster: opened, first: await hold(opened, options.port, settings, end.signal) };
  });
  const { port } = first;
  const kept = keep(first, () => alone(() => hold(cluster, port, settings, end.signal)), report, end.signal);
  return {
    url: `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`,
    port,
    stop: () => {
      end.abort();
      return kept;
    },
  };
};
