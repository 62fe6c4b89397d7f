import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BudgetStore, createBudgets, postgresBudgets, redisBudgets } from '../../src/platform/auth/budgets.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

let db: TestDatabase;
const stores: [name: string, store: () => BudgetStore][] = [];
const redis = process.env.REDIS_URL ? new Redis(process.env.REDIS_URL, { keyPrefix: `test-${randomUUID()}:` }) : undefined;

beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(async () => {
  await db.drop();
  redis?.disconnect();
});

let pooled: BudgetStore | undefined;
stores.push(['PostgreSQL', () => pooled as BudgetStore]);
if (redis) stores.push(['Redis', () => redisBudgets(redis)]);
else console.log('REDIS_URL is not set: budgets are tested on PostgreSQL only');

const start = (store: BudgetStore, clock: { now: number }) =>
  createBudgets(
    store,
    100,
    (error) => {
      throw error;
    },
    () => clock.now,
  );

describe.each(stores)('budgets in %s', (_name, store) => {
  beforeAll(async () => {
    pooled ??= postgresBudgets((await db.open()).pool('hub_app'));
  });

  it('count what all processes spend, leave other credentials alone and begin anew with the minute', async () => {
    const clock = { now: Date.UTC(2026, 0, 1, 0, 0, 30) };
    const [one, two] = [start(store(), clock), start(store(), clock)];
    const [key, other] = [randomUUID(), randomUUID()];
    one.spend(key, 60);
    two.spend(key, 60);
    expect([one.exhausted(key), two.exhausted(key)]).toEqual([undefined, undefined]);
    await expect
      .poll(() => [one.exhausted(key), two.exhausted(key)].filter((wait) => wait === 30).length, { timeout: 10_000 })
      .toBeGreaterThan(0);
    // Whoever told the store first learns of the other with the next thing it spends.
    one.spend(key, 1);
    two.spend(key, 1);
    await expect.poll(() => [one.exhausted(key), two.exhausted(key)], { timeout: 10_000 }).toEqual([30, 30]);
    expect(one.exhausted(other)).toBeUndefined();
    clock.now += 30_000;
    expect([one.exhausted(key), two.exhausted(key)]).toEqual([undefined, undefined]);
    one.close();
    two.close();
  });

  it('cost at least one for each answer, so that free questions run out too', () => {
    const clock = { now: 0 };
    const budgets = start(store(), clock);
    const key = randomUUID();
    for (let n = 0; n < 100; n++) budgets.spend(key, 0);
    expect(budgets.exhausted(key)).toBe(60);
    budgets.close();
  });
});

describe('a store that does not answer', () => {
  it('leaves each process with its own count and never holds up an answer', async () => {
    const errors: unknown[] = [];
    const budgets = createBudgets({ add: () => Promise.reject(new Error('down')) }, 100, (error) => errors.push(error));
    const key = randomUUID();
    budgets.spend(key, 100);
    expect(budgets.exhausted(key)).toBeGreaterThan(0);
    await expect.poll(() => errors.length, { timeout: 10_000 }).toBeGreaterThan(0);
    expect(budgets.exhausted(key)).toBeGreaterThan(0);
    budgets.close();
  });
});
