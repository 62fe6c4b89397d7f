import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/platform/database/index.js';
import { clearStatement, deadlineStatement, type NewDeadline } from '../../src/platform/time/deadlines.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { readAs } from '../support/events.js';

const [buyer, supplier, stranger] = [randomUUID(), randomUUID(), randomUUID()];
const PAST = '2020-01-01T00:00:00Z';
const FUTURE = '2400-01-01T00:00:00Z';

let db: TestDatabase;
let database: Database;
let dispatch: pg.Pool;

type Sql = (text: string, params: readonly unknown[]) => Promise<unknown>;
const as = async (orgId: string, work: (sql: Sql) => Promise<void>): Promise<void> => {
  const client = await database.pool('hub_app').connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [orgId]);
    await work((text, params) => client.query(text, [...params]));
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
};
const run = (sql: Sql, { text, params }: ReturnType<typeof deadlineStatement>) => sql(text, params).then(() => undefined);
const insertDeadlines = (sql: Sql, deadlines: readonly NewDeadline[]): Promise<void> => run(sql, deadlineStatement(deadlines));
const clearDeadlines = (sql: Sql, subjectId: string, kinds?: readonly string[]): Promise<void> =>
  run(sql, clearStatement(subjectId, kinds));
const deadline = (rest: Partial<NewDeadline> = {}): NewDeadline => ({
  kind: 'ANSWER_DUE',
  dueAt: PAST,
  subject: 'Order',
  subjectId: randomUUID(),
  version: 1,
  orgId: supplier,
  parties: [buyer, supplier],
  ...rest,
});
const tick = async (batch = 100): Promise<{ fell_due: number; next_in: number | null }> =>
  (await dispatch.query('select * from app.tick($1)', [batch])).rows[0];
const events = async (subjectId: string): Promise<Record<string, unknown>[]> =>
  (
    await db.owner.query(
      'select e.type, e.subject_version, o.parties from app.event e join app.outbox o on o.event_id = e.id where subject_id = $1 order by e.id',
      [subjectId],
    )
  ).rows;

beforeAll(async () => {
  db = await freshDatabase();
  database = await db.open();
  dispatch = database.pool('hub_dispatch');
});
afterAll(() => db.drop());

describe('a deadline', () => {
  it('becomes one event for every party when it is due, and not before', async () => {
    const now = deadline();
    const later = deadline({ dueAt: FUTURE });
    await as(buyer, (sql) => insertDeadlines(sql, [now, later]));
    expect(await tick()).toMatchObject({ fell_due: 1, next_in: expect.any(Number) });
    expect(await tick()).toMatchObject({ fell_due: 0 });
    expect(await events(now.subjectId)).toEqual([{ type: 'ANSWER_DUE', subject_version: 1, parties: [buyer, supplier] }]);
    expect(await events(later.subjectId)).toEqual([]);
    await as(supplier, (sql) => clearDeadlines(sql, later.subjectId));
  });

  it('is moved when it is set again', async () => {
    const one = deadline({ dueAt: FUTURE });
    await as(buyer, (sql) => insertDeadlines(sql, [one]));
    await as(supplier, (sql) => insertDeadlines(sql, [{ ...one, dueAt: PAST, version: 2 }]));
    expect(await tick()).toMatchObject({ fell_due: 1, next_in: null });
    expect(await events(one.subjectId)).toEqual([{ type: 'ANSWER_DUE', subject_version: 2, parties: [buyer, supplier] }]);
  });

  it('that was taken back never becomes an event, and the other kinds of the subject stay', async () => {
    const one = deadline();
    await as(buyer, (sql) => insertDeadlines(sql, [one, { ...one, kind: 'DELIVERY_DUE' }]));
    await as(supplier, (sql) => clearDeadlines(sql, one.subjectId, ['ANSWER_DUE']));
    await tick();
    expect((await events(one.subjectId)).map((event) => event.type)).toEqual(['DELIVERY_DUE']);
  });

  it('can be neither set, seen, moved nor taken back by an organisation that is no party', async () => {
    const one = deadline({ dueAt: FUTURE });
    await as(buyer, (sql) => insertDeadlines(sql, [one]));
    await expect(as(stranger, (sql) => insertDeadlines(sql, [deadline()]))).rejects.toThrow('row-level security');
    await expect(
      as(stranger, (sql) => insertDeadlines(sql, [{ ...one, dueAt: PAST, orgId: supplier, parties: [supplier, stranger] }])),
    ).rejects.toThrow('row-level security');
    await as(stranger, (sql) => clearDeadlines(sql, one.subjectId));
    expect(await readAs(database.pool('hub_app'), stranger, 'select id from app.deadline')).toEqual([]);
    expect(await readAs(database.pool('hub_app'), supplier, 'select due_at from app.deadline')).toHaveLength(1);
    await as(buyer, (sql) => clearDeadlines(sql, one.subjectId));
  });

  it('becomes one event although several tickers run at once', async () => {
    const many = Array.from({ length: 400 }, () => deadline());
    await as(buyer, (sql) => insertDeadlines(sql, many));
    const fallen = await Promise.all(Array.from({ length: 40 }, () => tick(20)));
    let total = fallen.reduce((sum, one) => sum + one.fell_due, 0);
    for (let left = await tick(); left.fell_due > 0; left = await tick()) total += left.fell_due;
    expect(total).toBe(400);
    const { rows } = await db.owner.query(
      'select count(*)::int as events, count(distinct subject_id)::int as subjects from app.event where subject_id = any($1::uuid[])',
      [many.map((one) => one.subjectId)],
    );
    expect(rows[0]).toEqual({ events: 400, subjects: 400 });
  });

  it('held by a command that is not done yet is left for the next time, while the others go on', async () => {
    const [held, free] = [deadline(), deadline()];
    await as(buyer, (sql) => insertDeadlines(sql, [held, free]));
    await as(supplier, async (sql) => {
      await clearDeadlines(sql, held.subjectId);
      expect(await tick()).toMatchObject({ fell_due: 1 });
    });
    expect(await tick()).toMatchObject({ fell_due: 0 });
    expect(await events(held.subjectId)).toEqual([]);
    expect(await events(free.subjectId)).toHaveLength(1);
  });
});
