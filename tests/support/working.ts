import { setTimeout as sleep } from 'node:timers/promises';
import { createRunner } from '../../src/platform/commands/index.js';
import { roleUrl } from '../../src/platform/database/index.js';
import { startDispatcher } from '../../src/platform/events/dispatcher.js';
import { createQueues, startSweeper } from '../../src/platform/queue/index.js';
import type { Room } from '../../src/platform/room.js';
import { startTicker } from '../../src/platform/time/index.js';
import { workers } from '../../src/workers.js';
import type { TestDatabase } from './database.js';
import { testRoles } from './roles.js';

/** Everything that a worker process runs, with the real jobs of these rooms. @returns how to stop it */
export const startWorking = async (db: TestDatabase, rooms: readonly Room[]): Promise<() => Promise<void>> => {
  const database = await db.open('hub_worker');
  const pool = database.pool('hub_dispatch');
  const queues = createQueues({
    jobsUrl: roleUrl(db.ownerUrl, 'hub_jobs', testRoles),
    redisUrl: process.env.REDIS_URL,
    workers,
    retryAfterMs: 20,
    deadAfterMs: 5_000,
  });
  await queues.startWorkers(createRunner({ database }), pool);
  const dispatcher = startDispatcher({
    pool,
    subjects: rooms.flatMap((room) => room.subjects),
    effects: rooms.flatMap((room) => room.effects),
    enqueue: queues.enqueue,
  });
  const sweeper = startSweeper({ pool, enqueue: queues.enqueue, lateAfterMs: 500, everyMs: 100 });
  const ticker = startTicker({ pool, wake: dispatcher.wake });
  return async () => {
    await ticker.stop();
    await sweeper.stop();
    await dispatcher.stop();
    await queues.stop();
  };
};

/** Moves the business clock on by hours. */
export const advance = (db: TestDatabase, hours: number): Promise<unknown> =>
  db.owner.query('update app.clock set movable = true, ahead_seconds = ahead_seconds + $1', [hours * 3600]);

/** Waits until the answer is as expected; gives the last answer either way. */
export const until = async <T>(read: () => Promise<T>, good: (value: T) => boolean): Promise<T> => {
  for (let tries = 0; tries < 150; tries++) {
    const value = await read();
    if (good(value)) return value;
    await sleep(200);
  }
  return read();
};

/** Waits until nothing is left to be carried or done. */
export const atRest = (db: TestDatabase): Promise<unknown> =>
  until(
    async () =>
      (await db.owner.query<{ n: string }>('select (select count(*) from app.outbox) + (select count(*) from app.effect_due) as n')).rows[0]
        ?.n,
    (n) => n === '0',
  );
