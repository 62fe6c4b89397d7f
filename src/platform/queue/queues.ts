import type { Pool } from 'pg';
import type { Runner } from '../commands/runner.js';
import type { Files } from '../files/index.js';
import { type JobWorker, openBackend } from './backend.js';
import type { Outgoing } from '../outgoing/index.js';
import type { DueEffect } from './effect.js';
import { type Acting, jobsFor, workOff } from './job.js';
import type { WorkerDefinition } from './worker.js';

export interface QueueSettings {
  /** Address of the database with the log-in of `hub_jobs`. */
  readonly jobsUrl: string;
  /** Jobs are kept in this Redis instead of PostgreSQL. */
  readonly redisUrl?: string;
  /** Every consumer of the hub. */
  readonly workers: readonly WorkerDefinition[];
  readonly report?: (error: unknown) => void;
  /** Pause before the second try, in milliseconds; it doubles from try to try. */
  readonly retryAfterMs?: number;
  /** After how many milliseconds without a sign the jobs of a dead process are given to others. */
  readonly deadAfterMs?: number;
}

export interface QueueStats {
  readonly waiting: number;
  readonly active: number;
  /** Jobs that failed and will be tried again. */
  readonly retrying: number;
}

export interface Queues {
  /** Adds a job per due effect. Never throws and never hangs: what could not be added stays due, and the sweeper brings it again. */
  enqueue(rows: readonly DueEffect[]): Promise<void>;
  /**
   * Starts working in this process.
   * @param runner acts as `hub_worker`
   * @param dispatch logged in as `hub_dispatch`: writes the list of the dead
   * @param files where jobs find uploaded files
   * @param outgoing by which messages leave
   */
  startWorkers(runner: Runner, dispatch: Pool, files?: Pick<Files, 'find'>, outgoing?: Pick<Outgoing, 'send'>): Promise<void>;
  stats(): Promise<QueueStats>;
  /** Lets running jobs end for at most `graceMs`, then leaves them to other processes. */
  stop(graceMs?: number): Promise<void>;
}

const PATIENCE_MS = 2_000;

/** The queues of all consumers over the one backend that the settings choose. */
export function createQueues(settings: QueueSettings): Queues {
  const { workers, report = () => undefined, retryAfterMs = 1_000, deadAfterMs = 10_000 } = settings;
  const backend = openBackend({ jobsUrl: settings.jobsUrl, redisUrl: settings.redisUrl, report }, workers.length);
  const lanes = new Map(workers.map((definition) => [definition.consumer, { definition, queue: backend.queue(definition.consumer) }]));
  const started: JobWorker[] = [];
  let hanging = 0;

  const add = async (consumer: string, rows: readonly DueEffect[]): Promise<void> => {
    const lane = lanes.get(consumer);
    if (!lane) throw new Error(`there is no worker for ${consumer}`);
    await lane.queue.addBulk(jobsFor(lane.definition, rows, retryAfterMs));
  };

  // How often a job may end its process is counted in the job itself, since a stall limit of BullMQ drops the job before it is buried.
  const tuning = { lockDuration: deadAfterMs, stalledInterval: deadAfterMs / 2, maxStalledCount: 1_000_000, runRetryDelay: 500 };
  const start = (definition: WorkerDefinition, acting: Acting, dispatch: Pool): JobWorker => {
    const { consumer, concurrency } = definition;
    return backend.worker(consumer, (job) => workOff(definition, job, acting, dispatch), { ...tuning, concurrency });
  };

  return {
    async enqueue(rows) {
      // What hangs is kept in memory by its driver until the server is back: no more is added to it.
      if (hanging > 0) return;
      const adding = Promise.all([...byConsumer(rows)].map(([consumer, some]) => add(consumer, some).catch(report)));
      await within(PATIENCE_MS, adding).catch((error: unknown) => {
        report(error);
        hanging += 1;
        void adding.finally(() => (hanging -= 1));
      });
    },
    async startWorkers(runner, dispatch, files, outgoing) {
      for (const definition of workers) started.push(start(definition, { runner, files, outgoing }, dispatch));
      await Promise.all(started.map((worker) => worker.waitUntilReady()));
    },
    async stats() {
      const counts = await Promise.all([...lanes.values()].map(({ queue }) => queue.getJobCounts('waiting', 'active', 'delayed')));
      const sum = (state: string): number => counts.reduce((total, one) => total + (one[state] ?? 0), 0);
      return { waiting: sum('waiting'), active: sum('active'), retrying: sum('delayed') };
    },
    async stop(graceMs = 8_000) {
      const closed = (force: boolean) => Promise.all(started.map((worker) => worker.close(force)));
      await within(graceMs, closed(false)).catch(() => within(500, closed(true)).catch(report));
      await Promise.all([...lanes.values()].map(({ queue }) => queue.close()));
      await backend.close();
    },
  };
}

function byConsumer(rows: readonly DueEffect[]): Map<string, DueEffect[]> {
  const groups = new Map<string, DueEffect[]>();
  for (const row of rows) {
    const group = groups.get(row.consumer);
    if (group) group.push(row);
    else groups.set(row.consumer, [row]);
  }
  return groups;
}

async function within<T>(ms: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the queue did not answer within ${ms} ms`)), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
