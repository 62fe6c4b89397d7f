import type { ChildProcess } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { readStatement, relay } from '../../src/platform/events/batch.js';
import { type Dispatcher, startDispatcher } from '../../src/platform/events/dispatcher.js';
import { takeLease } from '../../src/platform/events/lease.js';
import { roleUrl } from '../../src/platform/database/index.js';
import { createWaker } from '../../src/platform/events/wake.js';
import { chainFaults } from '../support/checker.js';
import { compiled, type Program } from '../support/compiled.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { dispatchedForTests, THING_GRANTS } from '../support/dispatched.js';
import { append } from '../support/events.js';
import { testRoles } from '../support/roles.js';

let db: TestDatabase;
let app: pg.Pool;
let dispatch: pg.Pool;
let program: Program;
let dispatchUrl: string;
let wake: () => void;
const running: Dispatcher[] = [];
const children: ChildProcess[] = [];
const handed: string[] = [];

const start = (): Dispatcher => {
  const dispatcher = startDispatcher({
    pool: dispatch,
    ...dispatchedForTests,
    enqueue: async (rows) => {
      handed.push(...rows.map((row) => `${row.consumer}/${row.orgId}/${row.eventId}`));
    },
  });
  running.push(dispatcher);
  return dispatcher;
};
const startProcess = async (): Promise<ChildProcess> => {
  const child = program.start(dispatchUrl);
  children.push(child);
  if (child.stdout) await once(child.stdout, 'data');
  return child;
};
const drained = () =>
  vi.waitFor(
    async () => {
      const { rows } = await db.owner.query('select count(*)::int as n from app.outbox');
      expect(rows[0].n).toBe(0);
    },
    { timeout: 20_000, interval: 20 },
  );

/** Each appended event with the organisations that it was for, against the feeds as they stand. */
const expectExactly = async (sent: ReadonlyMap<string, readonly string[]>) => {
  const { rows } = await db.owner.query<{ id: string; orgs: string[] }>(
    'select event_id::text as id, array_agg(org_id::text order by org_id) as orgs from app.feed where event_id = any($1::bigint[]) group by event_id',
    [[...sent.keys()]],
  );
  expect(new Map(rows.map((row) => [row.id, row.orgs]))).toEqual(new Map([...sent].map(([id, orgs]) => [id, [...orgs].sort()])));
  expect(await chainFaults(dispatch)).toEqual([]);
  const gaps = await db.owner.query('select org_id from app.feed group by org_id having max(seq) <> count(*) or min(seq) <> 1');
  expect(gaps.rows).toEqual([]);
};

const someOrgs = Array.from({ length: 7 }, () => randomUUID());
const pick = (n: number): string[] => [...someOrgs].sort(() => randomInt(3) - 1).slice(0, n);
/** Appends from several writers at once until told to stop. */
const writers = (count: number) => {
  const sent = new Map<string, readonly string[]>();
  let go = true;
  const write = async () => {
    while (go) {
      const batch = Array.from({ length: randomInt(1, 5) }, () => pick(randomInt(1, 4)));
      const ids = await append(app, batch[0]?.[0] ?? '', ...batch.map((parties) => ({ parties })));
      wake();
      ids.forEach((id, i) => sent.set(id, batch[i] ?? []));
    }
  };
  const done = Promise.all(Array.from({ length: count }, write));
  return {
    sent,
    async stop() {
      go = false;
      await done;
    },
  };
};

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(THING_GRANTS);
  const database = await db.open();
  app = database.pool('hub_app');
  dispatch = database.pool('hub_dispatch');
  wake = createWaker(app);
  dispatchUrl = roleUrl(db.ownerUrl, 'hub_dispatch', testRoles);
  program = compiled(fileURLToPath(new URL('../support/dispatcher-process.ts', import.meta.url)));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(running.splice(0).map((dispatcher) => dispatcher.stop()));
});
afterAll(async () => {
  program.remove();
  await db.drop();
});

describe('the dispatcher', () => {
  it('gives each event once to each party and to whoever holds a live grant, and makes its effects due', async () => {
    const [buyer, supplier, bank, former] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string];
    const thing = randomUUID();
    await db.owner.query('insert into app.thing_grant values ($1, $2, null), ($1, $3, now()), ($1, $4, null)', [
      thing,
      bank,
      former,
      buyer,
    ]);
    const [id = ''] = await append(app, supplier, { id: thing, parties: [buyer, supplier, buyer] });
    start();
    await drained();
    await expectExactly(new Map([[id, [buyer, supplier, bank]]]));
    const { rows } = await db.owner.query(
      'select consumer, org_id, subject_id from app.effect_due where event_id = $1 order by consumer, org_id',
      [id],
    );
    const ofParties = [buyer, supplier].sort().map((org_id) => ({ consumer: 'of-parties', org_id, subject_id: thing }));
    expect(rows).toEqual([{ consumer: 'of-owner', org_id: supplier, subject_id: thing }, ...ofParties]);
    await vi.waitFor(() => expect(handed.filter((job) => job.endsWith(`/${id}`))).toHaveLength(3));
  });

  it('leaves no gap and doubles nothing with three dispatchers and events committed out of the order of their ids', async () => {
    start();
    start();
    start();
    const load = writers(6);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await load.stop();
    await drained();
    expect(load.sent.size).toBeGreaterThan(100);
    await expectExactly(load.sent);
  });

  it('keeps the events of one object in the order in which they happened', async () => {
    start();
    const org = randomUUID();
    for (let version = 1; version <= 40; version += 1) await append(app, org, { version });
    await drained();
    const { rows } = await db.owner.query(
      'select e.subject_version as v from app.feed f join app.event e on e.id = f.event_id where f.org_id = $1 order by f.seq',
      [org],
    );
    expect(rows.map((row) => row.v)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  });

  it('writes nothing after another has taken over while it hung between reading and writing', async () => {
    const org = randomUUID();
    const [id = ''] = await append(app, org, {});
    const hung = await dispatch.connect();
    const other = await dispatch.connect();
    try {
      const read = readStatement(dispatchedForTests.subjects);
      const epoch = (await takeLease(hung)) ?? 0;
      expect(await takeLease(other)).toBeUndefined();
      await db.owner.query('update app.dispatcher_lease set expires_at = clock_timestamp()');
      const hanging = Object.create(hung, {
        query: {
          value: async (query: { name?: string }) => {
            const answer = await hung.query(query as pg.QueryConfig);
            if (query.name === 'relay-read') {
              const next = (await takeLease(other)) ?? 0;
              expect(next).toBeGreaterThan(epoch);
              expect(await relay(other, next, 3, read, [])).toEqual({ more: false, due: [] });
            }
            return answer;
          },
        },
      }) as pg.PoolClient;
      expect(await relay(hanging, epoch, 3, read, dispatchedForTests.effects)).toBeUndefined();
      await expectExactly(new Map([[id, [org]]]));
      expect((await db.owner.query('select from app.effect_due where event_id = $1', [id])).rowCount).toBe(0);
    } finally {
      hung.release(true);
      other.release(true);
    }
  });

  it('is replaced within five seconds when its process is stopped, and does not come back when the process goes on', async () => {
    const child = await startProcess();
    const load = writers(2);
    child.kill('SIGSTOP');
    const second = start();
    await vi.waitFor(() => expect(second.active()).toBe(true), { timeout: 5_000, interval: 20 });
    child.kill('SIGCONT');
    await new Promise((resolve) => setTimeout(resolve, 800));
    await load.stop();
    await drained();
    expect(second.active()).toBe(true);
    await expectExactly(load.sent);
  });

  it.each(Array.from({ length: 12 }, (_, i) => i + 1))('loses and doubles nothing when it is killed under load (round %i)', async () => {
    const child = await startProcess();
    const load = writers(2);
    const after = randomInt(0, 50);
    await new Promise((resolve) => setTimeout(resolve, after));
    child.kill('SIGKILL');
    await load.stop();
    start();
    await drained();
    await expectExactly(load.sent);
  });
});
