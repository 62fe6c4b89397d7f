import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/platform/database/index.js';
import { graphqlRoom } from '../../src/platform/graphql/node.js';
import { queue } from '../../src/platform/queue/index.js';
import { clockIsMovable, makeClockMovable, time } from '../../src/platform/time/index.js';
import { deadlineStatement } from '../../src/platform/time/deadlines.js';
import { readAs } from '../support/events.js';
import { startHub, type TestHub, type TestKey } from '../support/hub.js';
import { TALLY } from '../support/jobs.js';
import { ask, startWork } from '../support/work.js';

interface Task {
  readonly id: string;
  readonly state: string;
  readonly steps: number;
  readonly pending: number;
}
interface Clock {
  readonly clock: { readonly businessTime: string; readonly realTime: string; readonly movable: boolean; readonly task: Task | null };
}
interface Advance {
  readonly clockAdvance: {
    readonly task: Task | null;
    readonly userErrors: readonly { readonly code: string; readonly field: string[] | null }[];
  };
}

const CLOCK = '{ clock { businessTime realTime movable task { id state steps pending } } }';
const ADVANCE = `mutation ($to: DateTime!, $key: String) { clockAdvance(input: { to: $to, idempotencyKey: $key }) {
  task { id state steps pending } userErrors { code field } } }`;
const HOUR = 3_600_000;

let hub: TestHub;
let work: { stop(): Promise<void> };
let database: Database;
let operator: string;
let supplier: string;
let operatorKey: TestKey;
let supplierKey: TestKey;

const clock = async (): Promise<Clock['clock']> => (await ask<Clock>(hub.url, operatorKey.header, CLOCK)).data.clock;
const businessTime = async (): Promise<number> => Date.parse((await clock()).businessTime);
const after = async (hours: number): Promise<string> => new Date((await businessTime()) + hours * HOUR).toISOString();
const advance = async (to: string, key?: string): Promise<Advance['clockAdvance']> =>
  (await ask<Advance>(hub.url, operatorKey.header, ADVANCE, { to, key })).data.clockAdvance;
const codes = ({ userErrors }: Advance['clockAdvance']): string[] => userErrors.map((error) => error.code);
const arrived = () => vi.waitFor(async () => expect((await clock()).task?.state).toBe('DONE'), { timeout: 40_000, interval: 50 });

/** A deadline of the supplier; when it falls due, the job that its event causes runs as the supplier. */
const due = async (kind: string, dueAt: string, subjectId = randomUUID()): Promise<string> => {
  const client = await database.pool('hub_app').connect();
  await client.query('begin');
  await client.query(`select set_config('app.org', $1, true)`, [supplier]);
  const { text, params } = deadlineStatement([
    { kind, dueAt, subject: 'Thing', subjectId, version: 1, orgId: supplier, parties: [supplier, operator] },
  ]);
  await client.query(text, [...params]);
  await client.query('commit');
  client.release();
  return subjectId;
};

beforeAll(async () => {
  hub = await startHub({ rooms: [graphqlRoom, time, queue] });
  await hub.db.owner.query(TALLY);
  database = await hub.db.open('hub_worker');
  operator = await hub.organisation(['OPERATOR']);
  supplier = await hub.organisation(['SUPPLIER']);
  operatorKey = await hub.key(operator, ['operator', 'feed:read']);
  supplierKey = await hub.key(supplier, ['orders:write']);
  work = await startWork(hub.db, database);
});
afterAll(async () => {
  await work.stop();
  await hub.stop();
});

describe('the business clock of a hub for real business', () => {
  it('tells the real time and is not moved, neither through the API nor in the database', async () => {
    const now = await clock();
    expect(now).toMatchObject({ movable: false, task: null });
    expect(Math.abs(Date.parse(now.businessTime) - Date.parse(now.realTime))).toBeLessThan(1_000);
    expect(codes(await advance(await after(1)))).toEqual(['CLOCK_FIXED']);
    await expect(hub.db.owner.query('update app.clock set ahead_seconds = 60')).rejects.toMatchObject({ constraint: 'clock_fixed' });
  });
});

describe('the business clock of a demo', () => {
  beforeAll(async () => {
    const owner = await hub.db.owner.connect();
    await makeClockMovable(owner);
    expect(await clockIsMovable(owner)).toBe(true);
    owner.release();
  });

  it('goes from deadline to deadline in their order, and waits at each until everything that it causes has happened', async () => {
    const [first, second, third, target] = [await after(24), await after(48), await after(72), await after(96)];
    const subjects = [await due('DO_SLOW', third), await due('DO_TWICE', first), await due('DO_SLOW', second)];
    const { task, userErrors } = await advance(target, 'journey');
    expect(userErrors).toEqual([]);
    expect(task).toMatchObject({ state: 'RUNNING', steps: 0 });
    expect(codes(await advance(target))).toEqual(['CLOCK_BUSY']);
    await arrived();

    const { rows } = await hub.db.owner.query('select subject_id, business_time from app.tally order by n');
    expect(rows.map((row) => row.subject_id)).toEqual([subjects[1], subjects[1], subjects[2], subjects[0]]);
    const again = new Date(Date.parse(first) + 12 * HOUR).toISOString();
    const late = rows.map((row, i) => row.business_time.getTime() - Date.parse([first, again, second, third][i] ?? ''));
    for (const ms of late) expect(ms).toBeGreaterThanOrEqual(0);
    for (const ms of late) expect(ms).toBeLessThan(60_000);
    expect(await businessTime()).toBeGreaterThanOrEqual(Date.parse(target));
    expect(await clock()).toMatchObject({ task: { id: task?.id, state: 'DONE', steps: 5, pending: 0 } });
  });

  it('tells the operator of each step on its feed, and nobody else', async () => {
    const steps = (org: string) =>
      vi.waitFor(
        async () => {
          const rows = await readAs(database.pool('hub_app'), org, `select type from app.feed where type like 'CLOCK%' order by seq`);
          expect(rows.at(-1)?.type ?? 'CLOCK_ADVANCED').toBe('CLOCK_ADVANCED');
          return rows.map((row) => row.type);
        },
        { timeout: 10_000, interval: 20 },
      );
    expect(await steps(operator)).toEqual(['CLOCK_STARTED', ...Array<string>(5).fill('CLOCK_STEPPED'), 'CLOCK_ADVANCED']);
    expect(await steps(supplier)).toEqual([]);
  });

  it('tells an event of a deadline with the moment at which it fell due', async () => {
    const { rows } = await hub.db.owner.query(
      `select type, business_time, org_id, subject_version, actor_id from app.event where type like 'DO%' order by id`,
    );
    expect(rows).toHaveLength(4);
    for (const row of rows) expect(row).toMatchObject({ org_id: supplier, subject_version: 1, actor_id: null });
    const times = rows.map((row) => row.business_time.getTime());
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('never goes backwards, nor further than ten years at once', async () => {
    expect(await advance(await after(-1))).toMatchObject({ task: null, userErrors: [{ code: 'CLOCK_BACKWARDS', field: ['to'] }] });
    expect(codes(await advance(await after(24 * 366 * 11)))).toEqual(['CLOCK_TOO_FAR']);
    await expect(hub.db.owner.query('update app.clock set ahead_seconds = 0')).rejects.toMatchObject({ constraint: 'clock_forward' });
  });

  it.each(['tomorrow', '2027-02-30T00:00:00Z', '2027-01-01', '2027-01-01T24:00:00Z', '2027-01-01T00:00:00+25:00', ''])(
    'refuses %j, which is no moment, on that field',
    async (to) => {
      expect(await advance(to)).toMatchObject({ task: null, userErrors: [{ code: 'INVALID_VALUE', field: ['to'] }] });
    },
  );

  it('answers a repeated call with the same journey', async () => {
    const to = await after(1);
    const { task } = await advance(to, 'again');
    expect((await advance(to, 'again')).task?.id).toBe(task?.id);
    await arrived();
  });

  it('takes the other ways of writing a moment', async () => {
    const to = (await after(1)).replace('Z', '+00:00');
    expect(codes(await advance(to))).toEqual([]);
    await arrived();
    expect(await businessTime()).toBeGreaterThanOrEqual(Date.parse(to));
  });

  it('is moved by the operator only', async () => {
    const { errors } = await ask(hub.url, supplierKey.header, ADVANCE, { to: await after(1) });
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const told = await ask<{ clock: { movable: boolean } }>(hub.url, supplierKey.header, '{ clock { movable } }');
    expect(told.data.clock.movable).toBe(true);
  });
});

describe('the database alone', () => {
  const asSupplier = (sql: string) => readAs(database.pool('hub_app'), supplier, sql);

  it('lets no other organisation begin, see or take a journey of the clock', async () => {
    await expect(
      asSupplier(`insert into app.clock_task (id, target, started_from) values ('${randomUUID()}', 'infinity', now())`),
    ).rejects.toThrow('row-level security');
    expect(await asSupplier('select id from app.clock_task')).toEqual([]);
    await expect(asSupplier('update app.clock set ahead_seconds = 1e6')).rejects.toThrow('permission denied');
    await expect(asSupplier('select app.clock_step()')).rejects.toThrow('permission denied');
    await expect(asSupplier('select app.tick(1)')).rejects.toThrow('permission denied');
  });
});
