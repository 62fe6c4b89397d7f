import type { EntityManager, EntitySchema } from '@mikro-orm/core';
import type { EntityManager as SqlEntityManager } from '@mikro-orm/postgresql';
import type { PoolClient } from 'pg';
import { uuidv7 } from 'uuidv7';
import { dateIn } from '../../kernel/date.js';
import type { Viewer } from '../auth/viewer.js';
import { appendStatement, type EventInput } from '../events/append.js';
import { clearStatement, deadlineStatement, type NewDeadline } from '../time/deadlines.js';
import { askAll, type Asked } from './ask.js';
import type { CommandContext, Row, Sql } from './command.js';

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
  'invitation',
];

/** One transaction of the runner: the context that a command sees, and what the runner does around it. */
export interface Transaction {
  readonly client: PoolClient;
  readonly sql: Sql;
  readonly context: CommandContext;
  /** Rows of the statement that opened it. */
  readonly first: readonly Row[];
  /** Writes what the command left to be written: entities, events, deadlines, and `last` with them. */
  flush(last?: Asked): Promise<void>;
}

export interface Opening {
  readonly viewer: Viewer;
  readonly requestId: string;
  readonly lockTimeoutMs: number;
  /** A statement that goes with the settings, under them. */
  readonly first?: Asked;
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

const settingsOf = ({ viewer, lockTimeoutMs }: Opening): Asked => ({
  text: `select set_config('app.org', $1, true), set_config('app.actor', $2, true), set_config('lock_timeout', $3, true),
       set_config('app.only_order', $4, true),
       to_char(app.business_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`,
  params: [viewer.orgId, viewer.actorId, `${lockTimeoutMs}ms`, viewer.onlyOrder ?? ''],
});

/** Sets the acting organisation in an open transaction and gives the command its context. */
export async function openTransaction(em: EntityManager, opening: Opening): Promise<Transaction> {
  const client = await clientOf(em);
  const { viewer, requestId, first } = opening;
  const [settings = [], opened = []] = await askAll(client, [settingsOf(opening), ...(first ? [first] : [])]);
  const businessNow = String(settings[0]?.now ?? '');
  const waiting: Asked[] = [];
  const events: EventInput[] = [];
  const deadlines: NewDeadline[] = [];
  const cleared: Asked[] = [];
  let highest = -1;

  // What only writes waits for the next statement whose rows are needed, and travels with it.
  const send = async (...asked: readonly Asked[]): Promise<readonly Row[]> => {
    const all = [...waiting.splice(0), ...asked];
    return all.length === 0 ? [] : ((await askAll(client, all)).at(-1) ?? []);
  };
  const sql: Sql = async <R>(text: string, params: readonly unknown[] = []) => (await send({ text, params })) as R[];
  const write = async (text: string, params: readonly unknown[] = []): Promise<void> => void waiting.push({ text, params });
  const flush = async (): Promise<void> => {
    await send();
    await em.flush();
  };

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
    write,
    flush,
    viewer,
    requestId,
    businessNow,
    businessDate: dateIn(businessNow),
    newId: uuidv7,
    lockById: async (entity, id) => (await lockMany(entity, [id]))[0],
    lockMany,
    event: (event) => void events.push(event),
    deadline: (deadline) => void deadlines.push(deadline),
    clearDeadlines: (subjectId, kinds) => void cleared.push(clearStatement(subjectId, kinds)),
  };
  return {
    client,
    sql,
    context,
    first: opened,
    async flush(last) {
      await flush();
      const set = deadlines.length > 0 ? [deadlineStatement(deadlines)] : [];
      const appended = events.length > 0 ? [appendStatement(events, { requestId, businessNow })] : [];
      await send(...cleared, ...set, ...appended, ...(last ? [last] : []));
    },
  };
}
