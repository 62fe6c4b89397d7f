import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeOf } from '../../src/platform/database/errors.js';
import { trip } from '../../src/platform/database/trip.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

const ORG = '00000000-0000-7000-8000-000000000001';
const ACTOR = '00000000-0000-7000-8000-000000000002';
const settings = { org: ORG, actor: ACTOR, statementTimeoutMs: 5_000 };

let db: TestDatabase;
/** One connection only: what a trip leaves behind, the next one meets. */
let pool: pg.Pool;
beforeAll(async () => {
  db = await freshDatabase();
  pool = new pg.Pool({ connectionString: db.ownerUrl, max: 1 });
});
afterAll(async () => {
  await pool?.end();
  await db?.drop();
});

const failing = async (text: string, name?: string, values: readonly string[] = []) =>
  codeOf(await trip(pool, settings, { name, text, values }).catch((error: unknown) => error));
const rowsOf = async (text: string, values: readonly (string | null | readonly string[])[] = [], name?: string) =>
  (await trip(pool, settings, { name, text, values })).rows;

describe('One trip sets the tenant and runs the statement', () => {
  test('the statement sees organisation and actor, and the connection is as before afterwards', async () => {
    expect(await rowsOf('select app.me() as org, app.actor() as actor')).toEqual([{ org: ORG, actor: ACTOR }]);
    const { rows } = await pool.query("select current_setting('app.org', true) as org, current_setting('statement_timeout') as timeout");
    expect(rows).toEqual([{ org: '', timeout: '0' }]);
  });

  test('a write of the statement and the settings are one transaction: what fails leaves nothing', async () => {
    await pool.query('create table trip_once (n int)');
    expect(await failing('with written as (insert into trip_once values (1) returning n) select n / 0 from written')).toBe('22012');
    expect((await pool.query('select * from trip_once')).rows).toEqual([]);
    expect(await rowsOf('insert into trip_once values (2) returning n, app.me() as org')).toEqual([{ n: 2, org: ORG }]);
    expect((await pool.query('select * from trip_once')).rows).toEqual([{ n: 2 }]);
  });

  test('values arrive as they are: nulls, quotes, lists with every kind of element', async () => {
    const texts = ['a', '"quoted"', 'back\\slash', '{brace,comma}', '', 'NULL', '海山'];
    expect(await rowsOf('select $1::text as t, $2::text[] as list, $3::int as nothing', ["it's", texts, null])).toEqual([
      { t: "it's", list: texts, nothing: null },
    ]);
  });

  test('a statement without rows and one with many both come back whole, also rows without columns', async () => {
    expect(await rowsOf('select from generate_series(1, 2)')).toEqual([{}, {}]);
    expect(await rowsOf('select 1 as n where false')).toEqual([]);
    expect(await rowsOf('select n from generate_series(1, 3) n')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  test('after an error of any kind the only connection answers the next trip', async () => {
    expect(await failing('selec')).toBe('42601');
    expect(await failing('select 1/0', 'broken')).toBe('22012');
    expect(await failing('select nothing from nowhere', 'unknown')).toBe('42P01');
    expect(await failing('select $1::int', 'cast', ['x'])).toBe('22P02');
    expect(await failing('select $1::text', undefined, ['nul \0'])).toBe('22021');
    expect(await rowsOf('select 1 as n', [], 'fine')).toEqual([{ n: 1 }]);
    expect(await failing('select 1/0', 'broken')).toBe('22012');
    expect(await rowsOf('select $1::int as n', ['7'], 'cast')).toEqual([{ n: 7 }]);
  });

  test('a statement that takes too long is stopped, named or not', async () => {
    const slow = { ...settings, statementTimeoutMs: 40 };
    for (const name of [undefined, 'slow', 'slow']) {
      const error: unknown = await trip(pool, slow, { name, text: 'select pg_sleep(5)', values: [] }).catch((thrown: unknown) => thrown);
      expect(codeOf(error)).toBe('57014');
    }
    expect(await rowsOf('select 1 as n')).toEqual([{ n: 1 }]);
  });

  test('a connection keeps 80 named statements at most and parses the others again', async () => {
    for (let round = 0; round < 2; round++)
      for (let n = 0; n < 120; n++) expect(await rowsOf(`select ${n} as n`, [], `many_${n}`)).toEqual([{ n }]);
    const { rows } = await pool.query('select count(*)::int as n from pg_prepared_statements');
    expect(rows[0].n).toBeLessThanOrEqual(80);
  });

  test('a name stands for one text', async () => {
    await rowsOf('select 1 as n', [], 'taken');
    await expect(rowsOf('select 2 as n', [], 'taken')).rejects.toThrow('Two statements are called taken.');
    expect(await rowsOf('select 1 as n', [], 'taken')).toEqual([{ n: 1 }]);
  });

  test('inside a transaction the settings hold until it ends', async () => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      await trip(client, settings, { text: 'select 1', values: [] });
      expect((await client.query('select app.me() as org')).rows).toEqual([{ org: ORG }]);
      await client.query('commit');
      expect((await client.query('select app.me() as org')).rows).toEqual([{ org: null }]);
    } finally {
      client.release();
    }
  });

  test('a connection that the server ends is not used again', async () => {
    expect(await failing('select pg_terminate_backend(pg_backend_pid())')).toBe('57P01');
    expect(await rowsOf('select 1 as n', [], 'fine')).toEqual([{ n: 1 }]);
  });

  test('many at once over one connection each get their own answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, n) => (n % 7 === 3 ? failing('select 1/0') : rowsOf('select $1::int as n', [String(n)], 'mine'))),
    );
    expect(answers).toEqual(Array.from({ length: 50 }, (_, n) => (n % 7 === 3 ? '22012' : [{ n }])));
  });
});
