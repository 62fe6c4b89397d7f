import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Database } from '../../src/platform/database/index.js';
import { type Effect, effectStatement, type Taking } from '../../src/platform/queue/effect.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { append } from '../support/events.js';

const org = randomUUID();
const [one, other] = [randomUUID(), randomUUID()];
let db: TestDatabase;
let database: Database;
let first: pg.PoolClient;
let second: pg.PoolClient;

/** An effect that is due for that subject. */
const fall = async (subjectId: string, takes: Taking): Promise<Effect> => {
  const [eventId = ''] = await append(database.pool('hub_app'), org, { id: subjectId });
  await db.owner.query(`insert into app.effect_due (consumer, org_id, event_id, subject, subject_id) values ('c', $1, $2, 'Thing', $3)`, [
    org,
    eventId,
    subjectId,
  ]);
  return { consumer: 'c', orgId: org, eventId, subjectId, takes };
};
const take = async (client: pg.PoolClient, effect: Effect): Promise<boolean> => {
  const { text, params } = effectStatement(effect);
  return (await client.query(text, [...params])).rows.length > 0;
};
const waits = () =>
  vi.waitFor(
    async () => {
      const { rows } = await db.owner.query(`select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`);
      expect(rows).toHaveLength(1);
    },
    { timeout: 10_000, interval: 5 },
  );
const due = async (): Promise<number> => (await db.owner.query('select from app.effect_due')).rowCount ?? 0;

beforeAll(async () => {
  db = await freshDatabase();
  database = await db.open('hub_worker');
});
beforeEach(async () => {
  await db.owner.query('delete from app.effect_due');
  [first, second] = await Promise.all([database.pool('hub_worker').connect(), database.pool('hub_worker').connect()]);
  for (const client of [first, second]) await client.query(`begin; select set_config('app.org', '${org}', true)`);
});
afterEach(async () => {
  for (const client of [first, second]) {
    await client.query('rollback');
    client.release();
  }
});
afterAll(() => db.drop());

describe('an effect', () => {
  it('is had by the first of two transactions; the second waits for it and then has none', async () => {
    const effect = await fall(one, 'one');
    expect(await take(first, effect)).toBe(true);
    const later = take(second, effect);
    await waits();
    await first.query('commit');
    expect(await later).toBe(false);
  });

  it('is had by the second when the first is rolled back', async () => {
    const effect = await fall(one, 'one');
    expect(await take(first, effect)).toBe(true);
    const later = take(second, effect);
    await waits();
    await first.query('rollback');
    expect(await later).toBe(true);
  });

  it('is had for its own organisation only', async () => {
    const effect = await fall(one, 'one');
    await first.query(`select set_config('app.org', '${randomUUID()}', true)`);
    expect(await take(first, effect)).toBe(false);
    expect(await take(second, effect)).toBe(true);
  });
});

describe.each([
  ['subject', one, other, 3],
  ['organisation', other, undefined, 4],
] as const)('effects that are taken together by %s', (takes, sameScope, otherScope, together) => {
  it('are all had at once', async () => {
    const [effect] = [await fall(one, takes), await fall(one, takes), await fall(one, takes), await fall(other, takes)];
    expect(await take(first, effect)).toBe(true);
    await first.query('commit');
    expect(await due()).toBe(4 - together);
  });

  it('are computed one after the other, so that what fell due meanwhile is computed from what the first has written', async () => {
    expect(await take(first, await fall(one, takes))).toBe(true);
    const later = take(second, await fall(sameScope, takes));
    await waits();
    await first.query('commit');
    expect(await later).toBe(true);
    await second.query('commit');
    expect(await due()).toBe(0);
  });

  it.runIf(otherScope)('do not wait for those of another one', async () => {
    expect(await take(first, await fall(one, takes))).toBe(true);
    expect(await take(second, await fall(otherScope ?? '', takes))).toBe(true);
  });
});
