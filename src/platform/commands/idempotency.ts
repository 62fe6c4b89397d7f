import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Viewer } from '../auth/viewer.js';
import type { Result, Sql } from './command.js';

/** How long a key is remembered; documents have permanent unique numbers besides. */
const KEY_DAYS = 30;

export type KeyState =
  /** The key is ours in this transaction: run the command. */
  | { readonly kind: 'taken' }
  /** The same call was acknowledged before, with this result. */
  | { readonly kind: 'replay'; readonly result: Result }
  /** The key was used with another input. */
  | { readonly kind: 'reused' };

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
};

/** SHA-256 of the input with its keys in order: the same request in another spelling of JSON is the same request. */
export const inputHash = (input: unknown): Buffer => createHash('sha256').update(canonical(input)).digest();

/** A call with an idempotency key, in the scope in which the key is one. */
export interface Keyed {
  readonly viewer: Viewer;
  readonly mutation: string;
  readonly key: string;
  readonly hash: Buffer;
}

const scopeOf = ({ viewer, mutation, key }: Keyed) => [viewer.orgId, viewer.actorId, mutation, key] as const;

/**
 * Takes the key in this transaction. A second transaction with the same key waits here for the first: when that commits this
 * one replays, when it is rolled back this one runs. Waiting longer than the transaction's lock timeout raises 55P03.
 */
export const takeStatement = (keyed: Keyed) => ({
  text: `insert into app.idempotency (org_id, actor_id, mutation, key, input_hash) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning 1 as taken`,
  params: [...scopeOf(keyed), keyed.hash],
});

/** @param taken rows of `takeStatement` */
export async function keyState(sql: Sql, keyed: Keyed, taken: readonly unknown[]): Promise<KeyState> {
  if (taken.length > 0) return { kind: 'taken' };
  const [first] = await sql<{ same: boolean; result: Result }>(
    `select input_hash = $5 as same, result from app.idempotency where (org_id, actor_id, mutation, key) = ($1, $2, $3, $4)`,
    [...scopeOf(keyed), keyed.hash],
  );
  return first?.same ? { kind: 'replay', result: first.result } : { kind: 'reused' };
}

/** Keeps the result for replays. */
export const keepStatement = (keyed: Keyed, result: Result) => ({
  text: 'update app.idempotency set result = $5 where (org_id, actor_id, mutation, key) = ($1, $2, $3, $4)',
  params: [...scopeOf(keyed), JSON.stringify(result)],
});

/**
 * Forgets keys older than `days`, at most some thousands a call.
 * @param pool logged in as `hub_dispatch`
 * @returns how many were forgotten
 */
export async function expireKeys(pool: Pool, days = KEY_DAYS): Promise<number> {
  const text = 'select app.expire_keys(clock_timestamp() - make_interval(days => $1)) as gone';
  return (await pool.query<{ gone: number }>(text, [days])).rows[0]?.gone ?? 0;
}
