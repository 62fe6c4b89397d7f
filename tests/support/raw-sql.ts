import type { PoolClient } from 'pg';
import { demoOrgId } from '../../src/parties/index.js';
import { codeOf, constraintOf } from '../../src/platform/database/errors.js';
import type { Database } from '../../src/platform/database/index.js';

/** Raw SQL as a role of the hub, past all commands. */
export interface RawSql {
  /** For an organisation, or for none; nothing of it stays. */
  run<T>(orgId: string | undefined, work: (client: PoolClient) => Promise<T>, role?: 'hub_app' | 'hub_worker'): Promise<T>;
  /** How a statement of an organisation of the demo fails: its constraint, else its SQLSTATE, else undefined. */
  failure(orgKey: string, sql: string, params?: unknown[]): Promise<string | undefined>;
  rowsAs(orgKey: string | undefined, sql: string, params?: unknown[]): Promise<Record<string, unknown>[]>;
}

export const rawSql = (database: Database): RawSql => {
  const run: RawSql['run'] = async (orgId, work, role = 'hub_app') => {
    const client = await database.pool(role).connect();
    try {
      await client.query('begin');
      if (orgId) await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [orgId]);
      return await work(client);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  return {
    run,
    failure: (orgKey, sql, params = []) =>
      run(demoOrgId(orgKey), (client) =>
        client.query(sql, params).then(
          () => undefined,
          (error: unknown) => constraintOf(error) ?? codeOf(error),
        ),
      ),
    rowsAs: (orgKey, sql, params = []) =>
      run(
        orgKey === undefined ? undefined : demoOrgId(orgKey),
        async (client) => (await client.query<Record<string, unknown>>(sql, params)).rows,
      ),
  };
};
