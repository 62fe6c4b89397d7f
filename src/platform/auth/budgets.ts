import type { Redis } from 'ioredis';
import type { Pool } from 'pg';

/** Adds what this process spent in a minute and answers what all processes have spent. */
export interface BudgetStore {
  add(minute: number, spent: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>>;
}

export const postgresBudgets = (pool: Pool): BudgetStore => ({
  async add(minute, spent) {
    const { rows } = await pool.query<{ credential_id: string; spent: string }>({
      name: 'budget-add',
      text: 'select * from app.budget_add($1, $2, $3)',
      values: [minute, [...spent.keys()], [...spent.values()]],
    });
    return new Map(rows.map((row) => [row.credential_id, Number(row.spent)]));
  },
});

export const redisBudgets = (redis: Redis): BudgetStore => ({
  async add(minute, spent) {
    const ids = [...spent.keys()];
    const batch = redis.pipeline();
    for (const id of ids) batch.incrby(`budget:${id}:${minute}`, spent.get(id) ?? 0).expire(`budget:${id}:${minute}`, 120);
    const answers = (await batch.exec()) ?? [];
    return new Map(ids.map((id, n) => [id, Number(answers[n * 2]?.[1] ?? 0)]));
  },
});

export interface Budgets {
  /** Seconds to wait when the credential has spent its minute, else undefined. Never waits. */
  exhausted(credentialId: string): number | undefined;
  /** Counts what an answer costs. */
  spend(credentialId: string, cost: number): void;
  close(): void;
}

interface Account {
  minute: number;
  shared: number;
  unsent: number;
}

const MINUTE_MS = 60_000;
const SEND_EVERY_MS = 1_000;

/**
 * A budget of cost per credential and minute that all processes share. Each process tells the store once a second what it
 * spent, so a credential can overshoot by what all processes together let it spend within one second. A store that does not
 * answer leaves each process with its own count.
 */
export function createBudgets(
  store: BudgetStore,
  perMinute: number,
  onError: (error: unknown) => void,
  now: () => number = Date.now,
): Budgets {
  const accounts = new Map<string, Account>();
  const minuteNow = () => Math.floor(now() / MINUTE_MS);
  const accountOf = (id: string): Account => {
    const minute = minuteNow();
    const known = accounts.get(id);
    if (known?.minute === minute) return known;
    const fresh = { minute, shared: 0, unsent: 0 };
    accounts.set(id, fresh);
    return fresh;
  };

  const send = async (): Promise<void> => {
    const minute = minuteNow();
    for (const [id, account] of accounts) if (account.minute < minute) accounts.delete(id);
    const dirty = [...accounts].filter(([, account]) => account.unsent > 0);
    if (dirty.length === 0) return;
    const spent = new Map(dirty.map(([id, account]) => [id, account.unsent]));
    for (const [, account] of dirty) {
      account.shared += account.unsent;
      account.unsent = 0;
    }
    const totals = await store.add(minute, spent);
    for (const [id, account] of dirty) account.shared = Math.max(account.shared, totals.get(id) ?? 0);
  };

  let sending = false;
  const timer = setInterval(() => {
    if (sending) return;
    sending = true;
    send()
      .catch(onError)
      .finally(() => {
        sending = false;
      });
  }, SEND_EVERY_MS);
  timer.unref();

  return {
    exhausted(id) {
      const { minute, shared, unsent } = accountOf(id);
      return shared + unsent < perMinute ? undefined : Math.max(1, Math.ceil(((minute + 1) * MINUTE_MS - now()) / 1000));
    },
    spend(id, cost) {
      accountOf(id).unsent += Math.max(1, Math.round(cost));
    },
    close: () => clearInterval(timer),
  };
}
