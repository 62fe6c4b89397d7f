import type { EntityManager, EntitySchema } from '@mikro-orm/core';
import type { EntityManager as SqlEntityManager } from '@mikro-orm/postgresql';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { dateIn } from '../../kernel/date.js';
import type { Viewer } from '../auth/viewer.js';
import { appendEvents, type EventInput } from '../events/append.js';
import { clearDeadlines, insertDeadlines, type NewDeadline } from '../time/deadlines.js';
import type { CommandContext, Sql } from './command.js';

/** Tables in the order in which their rows may be locked; within a table by id. Two commands can then never wait for each other. */
const LOCK_RANK = [
  'organisation',
  'person',
  'membership',
  'api_key',
  'session',
  'trade_agreement',
  'order',
  'order_proposal',
  'despatch_advice',
  'receipt_advice',
  'acceptance',
  'goods_return',
  'warranty_claim',
  'invoice',
  'credit_note',
  'dispute',
  'payable',
  'payment',
  'statement',
  'repricing',
];

/** One transaction of the runner: the context that a command sees, and what the runner does around it. */
export interface Transaction {
  readonly client: PoolClient;
  readonly sql: Sql;
  readonly context: CommandContext;
  /** Writes what the command left to be written: entities, events, deadlines. */
  flush(): Promise<void>;
}

export const clientOf = async (em: EntityManager): Promise<PoolClient> => {
  const transaction = (em as SqlEntityManager).getTransactionContext();
  if (!transaction) throw new Error('there is no transaction');
  return (transaction.client as { acquireConnection(): Promise<PoolClient> }).acquireConnection();
};

const rankOf = (table: string): number => {
  const rank = LOCK_RANK.indexOf(table.replace(/^orders$/, 'order'));
  if (rank < 0) throw new Error(`${table} has no place in the order of locks`);
  return rank;
};

/** Sets the acting organisation in an open transaction and gives the command its context. */
export async function openTransaction(em: EntityManager, viewer: Viewer, requestId: string, lockTimeoutMs: number): Promise<Transaction> {
  const client = await clientOf(em);
  const sql: Sql = async <R>(text: string, params: readonly unknown[] = []) => (await client.query(text, [...params])).rows as R[];
  const [clock] = await sql<{ now: string }>(
    `select set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('lock_timeout', $3, true),
       to_char(app.business_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
    [viewer.orgId, viewer.actorId, `${lockTimeoutMs}ms`],
  );
  const businessNow = clock?.now ?? '';
  const events: EventInput[] = [];
  const deadlines: NewDeadline[] = [];
  const cleared: { subjectId: string; kinds?: readonly string[] }[] = [];
  let highest = -1;

  const lockMany = async <T extends object>(entity: EntitySchema<T>, ids: readonly string[]): Promise<T[]> => {
    const { tableName, class: type } = em.getMetadata().get<T>(entity.meta.className);
    const rank = rankOf(tableName);
    if (rank < highest) throw new Error(`${tableName} must be locked before what is locked already`);
    highest = rank;
    const rows = await sql(`select t.* from app.${tableName} t where t.id = any($1::uuid[]) order by t.id for no key update of t`, [ids]);
    return rows.map((row) => em.map(type, row as never) as T);
  };

  const context: CommandContext = {
    em,
    sql,
    viewer,
    requestId,
    businessNow,
    businessDate: dateIn(businessNow),
    newId: uuidv7,
    lockById: async (entity, id) => (await lockMany(entity, [id]))[0],
    lockMany,
    event: (event) => void events.push(event),
    deadline: (deadline) => void deadlines.push(deadline),
    clearDeadlines: (subjectId, kinds) => void cleared.push({ subjectId, ...(kinds ? { kinds } : {}) }),
  };
  return {
    client,
    sql,
    context,
    async flush() {
      await em.flush();
      for (const { subjectId, kinds } of cleared) await clearDeadlines(sql, subjectId, kinds);
      if (deadlines.length > 0) await insertDeadlines(sql, deadlines);
      if (events.length > 0) await appendEvents(sql, events, { requestId, businessNow });
    },
  };
}
