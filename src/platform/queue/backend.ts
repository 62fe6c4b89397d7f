import {
  createPostgresBackend,
  type JobsOptions,
  Queue as RedisQueue,
  Worker as RedisWorker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { DueEffect } from './effect.js';

/** Where the jobs are. With `redisUrl` in Redis, else in PostgreSQL. */
export interface BackendSettings {
  /** Address of the database with the log-in of `hub_jobs`. */
  readonly jobsUrl: string;
  readonly redisUrl?: string;
  readonly report: (error: unknown) => void;
}

/** A job as a worker sees it. */
export interface RunningJob {
  readonly data: DueEffect;
  /** Tries that ended in an error. */
  readonly attemptsMade: number;
  /** Tries that were begun, this one included. */
  readonly attemptsStarted: number;
}

export interface NewJob {
  readonly name: string;
  readonly data: DueEffect;
  readonly opts: JobsOptions;
}

export interface JobQueue {
  addBulk(jobs: NewJob[]): Promise<unknown>;
  getJobCounts(...states: ('waiting' | 'active' | 'delayed')[]): Promise<Record<string, number>>;
  close(): Promise<void>;
}

export interface JobWorker {
  waitUntilReady(): Promise<unknown>;
  close(force?: boolean): Promise<void>;
}

export type Process = (job: RunningJob) => Promise<void>;
export type Tuning = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount' | 'runRetryDelay'>;

export interface Backend {
  queue(consumer: string): JobQueue;
  worker(consumer: string, process: Process, tuning: Tuning): JobWorker;
  close(): Promise<void>;
}

interface Noisy {
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** The switch: everything above is the same for both. */
export const openBackend = (settings: BackendSettings, consumers: number): Backend =>
  settings.redisUrl === undefined ? inPostgres(settings, consumers) : inRedis(settings, settings.redisUrl);

/** An error without a listener would end the process. */
const heard = <T extends Noisy>(noisy: T, report: (error: unknown) => void): T => {
  noisy.on('error', report);
  return noisy;
};

function inPostgres({ jobsUrl, report }: BackendSettings, consumers: number): Backend {
  const { Queue, Worker } = withBackend(createPostgresBackend);
  // Each worker keeps one connection to listen on; the others share the rest.
  const connection = heard(
    new pg.Pool({
      connectionString: jobsUrl,
      max: consumers + 4,
      keepAlive: true,
      idleTimeoutMillis: 0,
      options: '-c search_path=bullmq -c TimeZone=UTC',
    }),
    report,
  ).setMaxListeners(0);
  // BullMQ holds clients between two statements; one that breaks there is noticed by the next.
  connection.on('connect', (client) => client.on('error', () => undefined));
  return {
    queue: (consumer) => heard(new Queue<DueEffect>(consumer, { connection }), report),
    worker(consumer, process, tuning) {
      const worker = heard(new Worker<DueEffect, void>(consumer, process, { connection, ...tuning }), report);
      worker.on('failed', (_, error) => report(error));
      return worker;
    },
    close: () => connection.end(),
  };
}

function inRedis({ jobsUrl, report }: BackendSettings, redisUrl: string): Backend {
  // Hubs that share a Redis are told apart by their database; the braces keep a queue's keys in one slot of a cluster.
  const hub = new URL(jobsUrl).pathname.slice(1);
  const prefix = (consumer: string) => `{${hub}:${consumer}}`;
  const connection = heard(
    new Redis(redisUrl, { maxRetriesPerRequest: null, retryStrategy: (tries) => Math.min(50 * 2 ** tries, 2_000) }),
    report,
  );
  return {
    queue: (consumer) => heard(new RedisQueue<DueEffect>(consumer, { connection, prefix: prefix(consumer) }), report),
    worker(consumer, process, tuning) {
      const worker = heard(
        new RedisWorker<DueEffect, void>(consumer, process, { connection, prefix: prefix(consumer), ...tuning }),
        report,
      );
      worker.on('failed', (_, error) => report(error));
      return worker;
    },
    close: async () => connection.disconnect(),
  };
}
