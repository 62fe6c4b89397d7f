import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { appendEvents, type EventInput } from '../../src/platform/events/append.js';

/** Appends events as a command of the organisation would, in a transaction of its own; answers their ids. */
export async function append(pool: pg.Pool, orgId: string, ...events: readonly Partial<EventInput>[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $2, true)`, [orgId, randomUUID()]);
    const ids = await appendEvents(
      async (text, params) => (await client.query(text, [...params])).rows,
      events.map((event) => ({
        type: 'THING_CHANGED',
        subject: 'Thing',
        id: randomUUID(),
        version: 1,
        parties: [orgId],
        changed: ['status'],
        status: 'OPEN',
        ...event,
      })),
      { requestId: 'in-tests', businessNow: '2026-03-05T08:00:00.000001Z' },
    );
    await client.query('commit');
    return ids;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** Runs something as an organisation and gives the rows back. */
export async function readAs(
  pool: pg.Pool,
  orgId: string | undefined,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Record<string, unknown>[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [orgId ?? '']);
    return (await client.query(sql, [...params])).rows;
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
}
