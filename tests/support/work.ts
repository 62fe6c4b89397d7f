import { createRunner } from '../../src/platform/commands/index.js';
import { type Database, roleUrl } from '../../src/platform/database/index.js';
import { startDispatcher } from '../../src/platform/events/dispatcher.js';
import { createQueues, startSweeper } from '../../src/platform/queue/index.js';
import { startTicker } from '../../src/platform/time/index.js';
import type { TestDatabase } from './database.js';
import { testEffects, testWorkers } from './jobs.js';
import { testRoles } from './roles.js';

/** All that a worker process runs, with the jobs of the tests; in Redis where REDIS_URL says so. */
export async function startWork(db: TestDatabase, database: Database): Promise<{ stop(): Promise<void> }> {
  const pool = database.pool('hub_dispatch');
  const queues = createQueues({
    jobsUrl: roleUrl(db.ownerUrl, 'hub_jobs', testRoles),
    redisUrl: process.env.REDIS_URL,
    workers: testWorkers,
    retryAfterMs: 20,
    deadAfterMs: 1_000,
  });
  await queues.startWorkers(createRunner({ database }), pool);
  const dispatcher = startDispatcher({ pool, subjects: [], effects: testEffects, enqueue: queues.enqueue });
  const sweeper = startSweeper({ pool, enqueue: queues.enqueue, lateAfterMs: 500, everyMs: 100 });
  const ticker = startTicker({ pool, wake: dispatcher.wake });
  return {
    async stop() {
      await ticker.stop();
      await sweeper.stop();
      await dispatcher.stop();
      await queues.stop();
    },
  };
}

export interface Answer<Data> {
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/** Sends a document to the hub and gives the whole answer back. */
export async function ask<Data>(
  url: string,
  header: Readonly<Record<string, string>>,
  query: string,
  variables: object = {},
): Promise<Answer<Data>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...header },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Answer<Data>;
}
