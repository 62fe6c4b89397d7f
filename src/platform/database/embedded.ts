import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Cluster, openCluster } from './embedded/cluster.js';
import { hasOwner, liveLock } from './embedded/lock.js';
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

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Settles when a server that another process looks after has ended; polls, since it is no child of ours. */
const adopt = (cluster: Cluster, pid: number, port: number): Postmaster => {
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
const hold = async (cluster: Cluster, port: number | undefined, settings: Readonly<Record<string, string>>): Promise<Postmaster> => {
  const deadline = performance.now() + PATIENCE_MS;
  for (;;) {
    const lock = liveLock(cluster.directory);
    if (lock?.status === 'ready' && hasOwner(cluster.directory)) return adopt(cluster, lock.pid, lock.port);
    if (lock && lock.status !== '' && !hasOwner(cluster.directory)) process.kill(lock.pid, 'SIGINT');
    if (!lock) {
      try {
        return await startPostmaster(cluster, port ?? (await freePort()), settings);
      } catch (error) {
        if (!(error instanceof StartFailure && error.passing) || performance.now() > deadline) throw error;
      }
    } else if (performance.now() > deadline) {
      throw new Error(`PostgreSQL (process ${lock.pid}) on ${cluster.directory} stays in state "${lock.status}".`);
    }
    await sleep(50);
  }
};

/**
 * PostgreSQL from the binaries of an npm package, with nothing installed (Linux with glibc, macOS). It ends when this process ends,
 * even by kill -9; is started again when it is killed itself; and is shared when a second process opens the same `dataDir`,
 * which then takes over when the first ends.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const { settings = {}, report = () => undefined } = options;
  const cluster = await openCluster(options.dataDir, settings.fsync !== 'off');
  let held = await hold(cluster, options.port, settings);
  const { port } = held;
  let stopping = false;
  const keep = async (): Promise<void> => {
    while (!stopping) {
      await held.gone;
      if (stopping) return;
      report('PostgreSQL ended unasked; starting it again');
      try {
        held = await hold(cluster, port, settings);
        if (stopping) await held.stop();
      } catch (error) {
        report(error instanceof Error ? error.message : String(error));
        await sleep(1_000, undefined, { ref: false });
      }
    }
  };
  const kept = keep();
  return {
    url: `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`,
    port,
    stop: async () => {
      stopping = true;
      await held.stop();
      await kept;
    },
  };
};
