import type { ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Redis } from 'ioredis';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createRunner } from '../../src/platform/commands/index.js';
import { type Database, roleUrl } from '../../src/platform/database/index.js';
import { type Dispatcher, startDispatcher } from '../../src/platform/events/dispatcher.js';
import type { DueEffect } from '../../src/platform/queue/effect.js';
import { createQueues, type Queues } from '../../src/platform/queue/queues.js';
import { startSweeper } from '../../src/platform/queue/sweeper.js';
import type { Loop } from '../../src/platform/time/loop.js';
import { waitingFaults } from '../support/checker.js';
import { compiled, type Program } from '../support/compiled.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { append } from '../support/events.js';
import { TALLY, testEffects, testWorkers } from '../support/jobs.js';
import { testRoles } from '../support/roles.js';

// One switch, as in the hub: the tests run once without Redis and once more with it.
const backend = process.env.REDIS_URL === undefined ? (['PostgreSQL', undefined] as const) : (['Redis', process.env.REDIS_URL] as const);

describe.each([backend])('jobs kept in %s', (_, redisUrl) => {
  let db: TestDatabase;
  let database: Database;
  let dispatch: pg.Pool;
  let program: Program;
  let dispatcher: Dispatcher;
  let sweeper: Loop;
  let queues: Queues;
  let errors: unknown[] = [];
  const org = randomUUID();
  const children: ChildProcess[] = [];

  const startProcess = (): ChildProcess => {
    const child = program.start(db.ownerUrl, ...(redisUrl === undefined ? [] : [redisUrl]));
    children.push(child);
    return child;
  };
  const open = (): Queues =>
    createQueues({
      jobsUrl: roleUrl(db.ownerUrl, 'hub_jobs', testRoles),
      redisUrl,
      workers: testWorkers,
      report: (error) => errors.push(error),
      retryAfterMs: 20,
      deadAfterMs: 1_000,
    });
  const work = async (): Promise<void> => queues.startWorkers(createRunner({ database }), dispatch);
  const happen = async (type: string, times = 1): Promise<void> =>
    void (await append(database.pool('hub_app'), org, ...Array.from({ length: times }, () => ({ type, parties: [org] }))));
  const tallied = async (consumer: string): Promise<number> =>
    (await db.owner.query('select count(*)::int as n from app.tally where consumer = $1', [consumer])).rows[0].n;
  const due = async (): Promise<DueEffect[]> =>
    (await db.owner.query('select consumer, org_id as "orgId", event_id::text as "eventId", subject_id as "subjectId" from app.effect_due'))
      .rows;
  const dead = async (): Promise<Record<string, unknown>[]> =>
    (await db.owner.query('select consumer, cause, error, attempts from app.dead_letter order by consumer')).rows;
  const until = (check: () => Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });
  const atRest = (): Promise<void> => until(async () => expect(await waitingFaults(db.owner)).toEqual([]));
  const flush = async (): Promise<void> => {
    if (redisUrl === undefined) return void (await db.owner.query('truncate bullmq.job cascade'));
    const redis = new Redis(redisUrl);
    await redis.flushall();
    redis.disconnect();
  };

  beforeAll(async () => {
    db = await freshDatabase();
    await db.owner.query(TALLY);
    database = await db.open('hub_worker');
    dispatch = database.pool('hub_dispatch');
    program = compiled(fileURLToPath(new URL('../support/worker-process.ts', import.meta.url)));
    dispatcher = startDispatcher({ pool: dispatch, subjects: [], effects: testEffects, enqueue: (rows) => queues.enqueue(rows) });
    sweeper = startSweeper({ pool: dispatch, enqueue: (rows) => queues.enqueue(rows), lateAfterMs: 1_000, everyMs: 200 });
    queues = open();
  });
  afterEach(async () => {
    await queues.stop();
    queues = open();
    await db.owner.query('delete from app.effect_due; delete from app.healed');
    errors = [];
  });
  afterAll(async () => {
    for (const child of children) child.kill('SIGKILL');
    await dispatcher.stop();
    await sweeper.stop();
    await queues.stop();
    program.remove();
    await db.drop();
  });

  it('have one effect each', async () => {
    await work();
    await happen('DO_PLAIN', 200);
    await atRest();
    await until(async () => expect(await tallied('plain')).toBe(200));
    expect(errors).toEqual([]);
  });

  it('have one effect although each is delivered twice and worked off by two processes at once', async () => {
    const before = await tallied('plain');
    const second = open();
    await happen('DO_PLAIN', 50);
    await until(async () => expect((await due()).length).toBe(50));
    const rows = await due();
    await second.startWorkers(createRunner({ database }), dispatch);
    await queues.enqueue(rows);
    await second.enqueue(rows);
    await work();
    await flush();
    await queues.enqueue(rows);
    await atRest();
    await second.stop();
    expect(await tallied('plain')).toBe(before + 50);
  });

  it('have one effect when the worker is killed in the middle', async () => {
    const child = startProcess();
    await happen('DO_SLOW');
    if (child.stdout) await once(child.stdout, 'data');
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await tallied('slow')).toBe(0);
    await work();
    await atRest();
    expect(await tallied('slow')).toBe(1);
  });

  it('are all done although the whole queue is lost', async () => {
    const before = await tallied('plain');
    await happen('DO_PLAIN', 300);
    await until(async () => expect((await due()).length).toBe(300));
    await flush();
    expect((await queues.stats()).waiting).toBe(0);
    await work();
    await atRest();
    expect(await tallied('plain')).toBe(before + 300);
  });

  it('are all done, once each, although every connection to the database is cut in the middle, three times', async () => {
    const before = await tallied('plain');
    await work();
    for (let round = 1; round <= 3; round++) {
      await happen('DO_PLAIN', 100);
      await until(async () => expect(await tallied('plain')).toBeGreaterThan(before + (round - 1) * 100));
      await db.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
      );
      await atRest();
      expect(await tallied('plain')).toBe(before + round * 100);
    }
  });

  it('are tried again, then stand in the list of the dead without a word of what they are about, and are done once replayed', async () => {
    await work();
    await happen('DO_BROKEN');
    await until(async () => expect(await dead()).toEqual([{ consumer: 'broken', cause: 'FAILED', error: 'error 22P02', attempts: 3 }]));
    expect(await waitingFaults(db.owner)).toEqual([]);
    await db.owner.query(`insert into app.healed values ('broken')`);
    expect(await tallied('broken')).toBe(0);
    await db.owner.query('delete from app.dead_letter');
    await atRest();
    expect(await tallied('broken')).toBe(1);
    expect(await dead()).toEqual([]);
  });

  it('are dead at once when their command is refused', async () => {
    await work();
    await happen('DO_REFUSED');
    await until(async () => expect(await dead()).toEqual([{ consumer: 'refused', cause: 'REFUSED', error: 'NOT_ALLOWED', attempts: 1 }]));
  });

  it('that kill every process which runs them are dead after the third', async () => {
    await happen('DO_DEADLY');
    let started = 0;
    while ((await dead()).length === 0) {
      const child = startProcess();
      started += 1;
      await until(async () => expect(child.signalCode ?? (await dead())[0]?.cause).toBeDefined());
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    expect(await dead()).toEqual([{ consumer: 'deadly', cause: 'STALLED', error: 'its process died', attempts: 4 }]);
    expect(started).toBe(4);
  }, 180_000);

  it('that take all due rows of an organisation never overlap, and the last one has seen everything', async () => {
    await db.owner.query('delete from app.tally where consumer in ($1, $2)', ['plain', 'summary']).catch(() => undefined);
    const before = await tallied('plain');
    await work();
    for (let i = 0; i < 40; i++) await happen('DO_BOTH');
    await atRest();
    const { rows } = await db.owner.query(`select seen from app.tally where consumer = 'summary' order by n`);
    const seen = rows.map((row) => row.seen as number);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeLessThan(40);
    await happen('DO_SUMMARY');
    await atRest();
    const last = await db.owner.query(`select seen from app.tally where consumer = 'summary' order by n desc limit 1`);
    expect(last.rows[0].seen).toBe(before + 40);
  });

  it('in work are finished before their process stops', async () => {
    await work();
    const before = await tallied('slow');
    await until(async () => expect((await queues.stats()).active).toBe(0));
    await happen('DO_SLOW');
    await until(async () => expect((await queues.stats()).active).toBe(1));
    await queues.stop();
    expect(await tallied('slow')).toBe(before + 1);
    queues = open();
  });
});
