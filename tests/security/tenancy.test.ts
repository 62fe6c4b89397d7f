import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canaryOf, demoOrganisations, demoOrgId } from '../../src/parties/index.js';
import { codeOf } from '../../src/platform/database/errors.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { demoHub } from '../support/parties.js';
import { type RawSql, rawSql } from '../support/raw-sql.js';

let db: TestDatabase;
let sql: RawSql;
beforeAll(async () => {
  db = await freshDatabase();
  const database = await db.open();
  await demoHub(database);
  sql = rawSql(database);
});
afterAll(() => db.drop());

const granted = async (privilege: string, role = 'hub_app'): Promise<string[]> =>
  (
    await db.owner.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'v')
       and (has_table_privilege($1, c.oid, $2) or ($2 <> 'DELETE' and has_any_column_privilege($1, c.oid, $2))) order by 1`,
      [role, privilege],
    )
  ).rows.map((row) => row.name);

/** The same for all, and nothing of a party. */
const SHARED = [
  'clock',
  'legal_limit',
  'lifecycle_pair',
  'migration',
  'order_step',
  'sector_term',
  'statement_default',
  'unit_scale',
  'work_calendar',
  'work_calendar_year',
];
/** Rows (and a view of them) that may show others: cards of those that one trades with, people of others with duties here. */
const CARDS = ['document_party', 'document_trader', 'organisation', 'organisation_identifier', 'person'];

describe('Raw SQL as the role of requests', () => {
  test('sees nothing of any party while no organisation is set', async () => {
    for (const role of ['hub_app', 'hub_worker'] as const) {
      for (const table of (await granted('SELECT', role)).filter((name) => !SHARED.includes(name) && name !== 'event')) {
        const seen = await sql.run(undefined, async (client) => (await client.query(`select 1 from app.${table} limit 1`)).rowCount, role);
        expect([role, table, seen]).toEqual([role, table, 0]);
      }
    }
  });

  test('sees nothing either once an organisation was set and its transaction is over', async () => {
    const client = await (await db.open()).pool('hub_app').connect();
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [demoOrgId('buyer')]);
    await client.query('commit');
    expect((await client.query('select 1 from app.organisation')).rowCount).toBe(0);
    client.release();
  });

  test('sees in every table only rows that name its organisation', async () => {
    const tables = (await granted('SELECT')).filter((name) => !SHARED.includes(name) && !CARDS.includes(name) && name !== 'event');
    let looked = 0;
    for (const { orgKey, id } of demoOrganisations) {
      for (const table of tables) {
        for (const row of await sql.rowsAs(orgKey, `select row_to_json(t)::text as row from app.${table} t`)) {
          looked += 1;
          expect([table, String(row.row).includes(id)]).toEqual([table, true]);
        }
      }
    }
    expect(looked).toBeGreaterThan(100);
  });

  test("sees cards of itself and of those it trades with, and nobody's canary", async () => {
    const names = async (orgKey: string) =>
      (await sql.rowsAs(orgKey, 'select id from app.organisation'))
        .map((row) => demoOrganisations.find(({ id }) => id === row.id)?.orgKey)
        .sort();
    expect(await names('buyer')).toEqual(['buyer', 'supplier', 'supplier2', 'supplier3', 'supplier4']);
    expect(await names('supplier')).toEqual(['buyer', 'supplier', 'supplier2']);
    expect(await names('supplier3')).toEqual(['buyer', 'supplier3']);
    expect(await names('bank')).toEqual(['bank']);
    expect(await names('operator')).toHaveLength(10);
    for (const { orgKey } of demoOrganisations) {
      const notes = (await sql.rowsAs(orgKey, 'select internal_note from app.organisation_private')).map((row) => row.internal_note);
      expect(notes).toEqual([expect.stringContaining(canaryOf(orgKey))]);
    }
  });

  test('changes and deletes no row that it does not see', async () => {
    for (const { orgKey } of demoOrganisations) {
      for (const table of await granted('DELETE')) {
        const [count, seen] = await sql.run(demoOrgId(orgKey), async (client) => [
          (await client.query(`select 1 from app.${table}`)).rowCount,
          await client.query(`delete from app.${table}`).then(
            (done) => done.rowCount,
            () => 0,
          ),
        ]);
        expect([table, (seen ?? 0) <= (count ?? 0)]).toEqual([table, true]);
      }
    }
  });

  test('writes no row in the name of another organisation', async () => {
    const [victim, thief] = [demoOrgId('bank'), 'supplier3'];
    const uuid = '0199c0de-0000-7000-8000-00000000ffff';
    for (const [text, params] of [
      [`insert into app.organisation_private (id, internal_note) values ($1, 'x')`, [uuid]],
      [`insert into app.organisation_identifier (id, org_id, scheme, value) values ('${uuid}', $1, 'X', 'Y')`, [victim]],
      [`insert into app.person (id, org_id, login, name) values ('${uuid}', $1, 'a@b.c', 'x')`, [victim]],
      [
        `insert into app.membership (id, org_id, person_id, duties, valid_from, granted_by) values ('${uuid}', $1, (select id from app.person limit 1), '{ADMIN}', '2026-01-01', $1)`,
        [victim],
      ],
      [
        `insert into app.api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at)
        values ('${uuid}', $1, 'x', sha256('x'), '{orders:read}', $1, now() + interval '1 day', now() + interval '1 day')`,
        [victim],
      ],
      [
        `insert into app.session (id, org_id, person_id, token_hash, expires_at) values ('${uuid}', $1, (select id from app.person limit 1), sha256('x'), now() + interval '1 day')`,
        [victim],
      ],
      [`insert into app.relationship (org_id, other_id) values (app.me(), $1)`, [victim]],
      [`select app.relate($1, '${demoOrgId('buyer')}')`, [victim]],
      [
        `insert into app.organisation_evidence (id, org_id, operator_id, actor_id, kind, reference, business_time) values ('${uuid}', app.me(), app.me(), app.me(), 'OTHER', 'x', now())`,
        [],
      ],
      [
        `insert into app.organisation_evidence (id, org_id, operator_id, actor_id, kind, reference, business_time)
        values ('${uuid}', app.me(), '${demoOrgId('operator')}', app.me(), 'OTHER', $1, now())`,
        ['x'],
      ],
      [
        `insert into app.organisation (id, country, legal_name, name_zh, name_en, size_class, roles) values ($1, 'NO', 'x', 'x', 'x', 'MICRO', '{SUPPLIER}')`,
        [uuid],
      ],
      [`insert into app.legal_limit (code, valid_from, value, unit, source) values ('LPR_1Y', '2030-01-01', 0, 'PER_YEAR', $1)`, ['mine']],
      [`select password_hash from app.person_secret where person_id = $1`, [uuid]],
      [`select app.set_password((select id from app.person limit 1), $1, null)`, ['x']],
    ] as const) {
      expect([text, await sql.failure(thief, text, [...params])]).toEqual([text, '42501']);
    }
  });

  test('gives itself no status, role, key life or membership back', async () => {
    for (const text of [
      `update app.organisation set status = 'VERIFIED'`,
      `update app.organisation set roles = '{OPERATOR}'`,
      `update app.organisation set uscc = null`,
      `update app.api_key set ends_at = 'infinity'`,
      `update app.api_key set version = 9`,
      `update app.membership set ended_at = null`,
      `update app.membership set version = 9`,
      `update app.session set ended_at = null`,
      `update app.organisation_identifier set value = 'X'`,
      `update app.trade_agreement set term_days = 0`,
      `delete from app.trade_agreement`,
      `delete from app.organisation_evidence`,
    ])
      expect([text, await sql.failure('buyer', text)]).toEqual([text, '42501']);
  });

  test('as the role of jobs reads no key and no session', async () => {
    for (const table of ['api_key', 'api_key_end', 'session', 'session_end', 'person_secret']) {
      const code = await sql.run(
        demoOrgId('buyer'),
        (client) => client.query(`select 1 from app.${table}`).then(() => undefined, codeOf),
        'hub_worker',
      );
      expect([table, code]).toEqual([table, '42501']);
    }
  });
});
