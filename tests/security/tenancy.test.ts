import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PoolClient } from 'pg';
import { canaryOf, demoOrganisations, demoOrgId } from '../../src/parties/index.js';
import type { Database } from '../../src/platform/database/index.js';
import { codeOf, constraintOf } from '../../src/platform/database/errors.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { demoHub } from '../support/parties.js';

let db: TestDatabase;
let database: Database;
beforeAll(async () => {
  db = await freshDatabase();
  database = await db.open();
  await demoHub(database);
});
afterAll(() => db.drop());

/** Raw SQL as the role of requests, for an organisation (or for none); nothing of it stays. */
async function raw<T>(orgId: string | undefined, work: (client: PoolClient) => Promise<T>, role: 'hub_app' | 'hub_worker' = 'hub_app'): Promise<T> {
  const client = await database.pool(role).connect();
  try {
    await client.query('begin');
    if (orgId) await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [orgId]);
    return await work(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** How a statement fails: its constraint, else its SQLSTATE, else undefined. */
const failure = (orgKey: string, sql: string, params: unknown[] = []) =>
  raw(demoOrgId(orgKey), (client) => client.query(sql, params).then(() => undefined, (error: unknown) => constraintOf(error) ?? codeOf(error)));

const rowsAs = (orgKey: string | undefined, sql: string, params: unknown[] = []) =>
  raw(orgKey === undefined ? undefined : demoOrgId(orgKey), async (client) => (await client.query<Record<string, unknown>>(sql, params)).rows);

const granted = async (privilege: string, role = 'hub_app'): Promise<string[]> =>
  (await db.owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'v')
       and (has_table_privilege($1, c.oid, $2) or ($2 <> 'DELETE' and has_any_column_privilege($1, c.oid, $2))) order by 1`, [role, privilege])).rows.map((row) => row.name);

/** The same for all, and nothing of a party. */
const SHARED = ['clock', 'legal_limit', 'lifecycle_pair', 'migration', 'order_step', 'unit_scale'];
/** Rows that may show others: cards of those that one trades with, people of others with duties here. */
const CARDS = ['organisation', 'organisation_identifier', 'person'];

describe('Raw SQL as the role of requests', () => {
  test('sees nothing of any party while no organisation is set', async () => {
    for (const role of ['hub_app', 'hub_worker'] as const) {
      for (const table of (await granted('SELECT', role)).filter((name) => !SHARED.includes(name) && name !== 'event')) {
        const seen = await raw(undefined, async (client) => (await client.query(`select 1 from app.${table} limit 1`)).rowCount, role);
        expect([role, table, seen]).toEqual([role, table, 0]);
      }
    }
  });

  test('sees nothing either once an organisation was set and its transaction is over', async () => {
    const client = await database.pool('hub_app').connect();
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
        for (const row of await rowsAs(orgKey, `select row_to_json(t)::text as row from app.${table} t`)) {
          looked += 1;
          expect([table, String(row.row).includes(id)]).toEqual([table, true]);
        }
      }
    }
    expect(looked).toBeGreaterThan(100);
  });

  test('sees cards of itself and of those it trades with, and nobody\'s canary', async () => {
    const names = async (orgKey: string) => (await rowsAs(orgKey, 'select id from app.organisation')).map((row) => demoOrganisations.find(({ id }) => id === row.id)?.orgKey).sort();
    expect(await names('buyer')).toEqual(['buyer', 'supplier', 'supplier2', 'supplier3', 'supplier4']);
    expect(await names('supplier')).toEqual(['buyer', 'supplier', 'supplier2']);
    expect(await names('supplier3')).toEqual(['buyer', 'supplier3']);
    expect(await names('bank')).toEqual(['bank']);
    expect(await names('operator')).toHaveLength(10);
    for (const { orgKey } of demoOrganisations) {
      const notes = (await rowsAs(orgKey, 'select internal_note from app.organisation_private')).map((row) => row.internal_note);
      expect(notes).toEqual([expect.stringContaining(canaryOf(orgKey))]);
    }
  });

  test('changes and deletes no row that it does not see', async () => {
    for (const { orgKey } of demoOrganisations) {
      for (const table of await granted('DELETE')) {
        const [count, seen] = await raw(demoOrgId(orgKey), async (client) => [
          (await client.query(`select 1 from app.${table}`)).rowCount, await client.query(`delete from app.${table}`).then((done) => done.rowCount, () => 0)]);
        expect([table, (seen ?? 0) <= (count ?? 0)]).toEqual([table, true]);
      }
    }
  });

  test('writes no row in the name of another organisation', async () => {
    const [victim, thief] = [demoOrgId('bank'), 'supplier3'];
    const uuid = '0199c0de-0000-7000-8000-00000000ffff';
    for (const [sql, params] of [
      [`insert into app.organisation_private (id, internal_note) values ($1, 'x')`, [uuid]],
      [`insert into app.organisation_identifier (id, org_id, scheme, value) values ('${uuid}', $1, 'X', 'Y')`, [victim]],
      [`insert into app.person (id, org_id, login, name) values ('${uuid}', $1, 'a@b.c', 'x')`, [victim]],
      [`insert into app.membership (id, org_id, person_id, duties, valid_from, granted_by) values ('${uuid}', $1, (select id from app.person limit 1), '{ADMIN}', '2026-01-01', $1)`, [victim]],
      [`insert into app.api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at)
        values ('${uuid}', $1, 'x', sha256('x'), '{orders:read}', $1, now() + interval '1 day', now() + interval '1 day')`, [victim]],
      [`insert into app.session (id, org_id, person_id, token_hash, expires_at) values ('${uuid}', $1, (select id from app.person limit 1), sha256('x'), now() + interval '1 day')`, [victim]],
      [`insert into app.relationship (org_id, other_id) values (app.me(), $1)`, [victim]],
      [`select app.relate($1, '${demoOrgId('buyer')}')`, [victim]],
      [`insert into app.organisation_evidence (id, org_id, operator_id, actor_id, kind, reference, business_time) values ('${uuid}', app.me(), app.me(), app.me(), 'OTHER', 'x', now())`, []],
      [`insert into app.organisation_evidence (id, org_id, operator_id, actor_id, kind, reference, business_time)
        values ('${uuid}', app.me(), '${demoOrgId('operator')}', app.me(), 'OTHER', $1, now())`, ['x']],
      [`insert into app.organisation (id, country, legal_name, name_zh, name_en, size_class, roles) values ($1, 'NO', 'x', 'x', 'x', 'MICRO', '{SUPPLIER}')`, [uuid]],
      [`insert into app.legal_limit (code, valid_from, value, unit, source) values ('LPR_1Y', '2030-01-01', 0, 'PER_YEAR', $1)`, ['mine']],
      [`select password_hash from app.person_secret where person_id = $1`, [uuid]],
      [`select app.set_password((select id from app.person limit 1), $1, null)`, ['x']],
    ] as const) {
      expect([sql, await failure(thief, sql, [...params])]).toEqual([sql, '42501']);
    }
  });

  test('gives itself no status, role, key life or membership back', async () => {
    for (const sql of [
      `update app.organisation set status = 'VERIFIED'`, `update app.organisation set roles = '{OPERATOR}'`, `update app.organisation set uscc = null`,
      `update app.api_key set ends_at = 'infinity'`, `update app.api_key set version = 9`, `update app.membership set ended_at = null`,
      `update app.membership set version = 9`, `update app.session set ended_at = null`, `update app.organisation_identifier set value = 'X'`,
      `update app.trade_agreement set term_days = 0`, `delete from app.trade_agreement`, `delete from app.organisation_evidence`,
    ]) expect([sql, await failure('buyer', sql)]).toEqual([sql, '42501']);
  });

  test('as the role of jobs reads no key and no session', async () => {
    for (const table of ['api_key', 'api_key_end', 'session', 'session_end', 'person_secret']) {
      const code = await raw(demoOrgId('buyer'), (client) => client.query(`select 1 from app.${table}`).then(() => undefined, codeOf), 'hub_worker');
      expect([table, code]).toEqual([table, '42501']);
    }
  });
});

describe('The database alone', () => {
  const agreement = (rest: Record<string, unknown> = {}) => {
    const row = {
      id: '0199c0de-0000-7000-8000-00000000fffe', buyer_id: demoOrgId('buyer'), supplier_id: demoOrgId('supplier'), number: 'RAW', number_key: 'RAW',
      proposed_by: demoOrgId('buyer'), valid_from: '2026-01-01', currency: 'CNY', price_basis: 'NET', rounding: 'PER_LINE', term_days: 30, term_basis: 'DELIVERY',
      inspection_days: 7, over_tolerance: 0, under_tolerance: 0, price_tolerance: 0, answer_hours: 48, ...rest,
    };
    const names = Object.keys(row);
    return [`insert into app.trade_agreement (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`, Object.values(row)] as const;
  };

  test.each([
    ['a proposal in the other side\'s name', { proposed_by: demoOrgId('supplier') }, '42501'],
    ['an agreement between two others', { buyer_id: demoOrgId('bank'), proposed_by: demoOrgId('bank') }, '42501'],
    ['an agreement with oneself', { supplier_id: demoOrgId('buyer') }, 'trade_agreement_check'],
    ['an agreement that begins in force', { status: 'IN_FORCE', decided_by: demoOrgId('supplier') }, 'lifecycle_followed'],
    ['a second agreement of one number', { number_key: 'HS2026001' }, 'trade_agreement_number'],
  ])('refuses %s', async (_title, rest, expected) => {
    expect(await failure('buyer', ...(agreement(rest).map((part) => part) as [string, unknown[]]))).toBe(expected);
  });

  test('lets nobody confirm the own proposal, nor confirm in the other side\'s name', async () => {
    const signed = `signed_on = '2026-01-01', buyer_class = 'LARGE', supplier_class = 'SMALL', buyer_ownership = 'PRIVATE', sme_declared = true`;
    const open = `select id from app.trade_agreement where status = 'PROPOSED'`;
    expect(await failure('supplier2', `update app.trade_agreement set status = 'IN_FORCE', decided_by = app.me(), ${signed} where id in (${open})`)).toBe('decided_by_other');
    expect(await failure('supplier2', `update app.trade_agreement set status = 'IN_FORCE', decided_by = buyer_id, ${signed} where id in (${open})`)).toBe('42501');
    expect(await failure('supplier2', `update app.trade_agreement set status = 'IN_FORCE', ${signed} where id in (${open})`)).toBe('decided_by_other');
    expect(await failure('buyer', `update app.trade_agreement set status = 'IN_FORCE', decided_by = app.me() where id in (${open})`)).toBe('signed_whole');
    expect(await failure('buyer', `update app.trade_agreement set status = 'IN_FORCE', decided_by = app.me(), ${signed} where id in (${open})`)).toBeUndefined();
  });

  test('lets nobody withdraw the other side\'s proposal, or change what was signed', async () => {
    expect(await failure('buyer', `update app.trade_agreement set status = 'WITHDRAWN' where status = 'PROPOSED'`)).toBe('42501');
    expect(await failure('buyer', `update app.trade_agreement set buyer_class = 'SMALL' where status = 'IN_FORCE'`)).toBe('history_is_kept');
    expect(await failure('buyer', `update app.trade_agreement set status = 'PROPOSED' where status = 'IN_FORCE'`)).toBe('lifecycle_followed');
  });

  test('lets nobody take a step in the other side\'s name', async () => {
    const step = `insert into app.trade_agreement_step (id, agreement_id, buyer_id, supplier_id, status, by_id, actor_id, business_time)
      select gen_random_uuid(), id, buyer_id, supplier_id, 'ENDED', supplier_id, app.me(), now() from app.trade_agreement limit 1`;
    expect(await failure('buyer', step)).toBe('42501');
  });

  test.each(['91350100M000100Y43', '91440300MA7RT0010P'])('takes the unified social credit code %s of GB 32100-2015', async (code) => {
    expect((await db.owner.query('select app.is_uscc($1) as ok', [code])).rows).toEqual([{ ok: true }]);
  });

  test('takes no code with one character changed or two exchanged', async () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const right = '91350100M000100Y43';
    const wrong = [...right].flatMap((char, at) => [...alphabet].filter((other) => other !== char).map((other) => right.slice(0, at) + other + right.slice(at + 1)));
    const { rows } = await db.owner.query('select count(*)::int as n from unnest($1::text[]) c where app.is_uscc(c)', [[...wrong, '9135010M0000100Y43', `${right}0`, right.toLowerCase(), '']]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('keeps one operator', async () => {
    expect(await failure('operator', `insert into app.organisation (id, country, legal_name, name_zh, name_en, size_class, roles)
      values (gen_random_uuid(), 'NO', 'x', 'x', 'x', 'MICRO', '{OPERATOR}')`)).toBe('one_operator');
  });

  test('refuses to change history', async () => {
    for (const table of ['organisation_evidence', 'relationship', 'membership_end', 'api_key_end', 'session_end', 'trade_agreement_step']) {
      const code = await db.owner.query(`delete from app.${table}`).then(() => undefined, constraintOf);
      expect([table, code]).toEqual([table, 'history_is_kept']);
    }
  });
});

describe('A function that sees across organisations', () => {
  test('relates the two parties of a first agreement, though the writer sees one of the two rows', async () => {
    const [supplier, warehouse] = [demoOrgId('supplier2'), demoOrgId('warehouse')];
    const before = await rowsAs('supplier2', 'select 1 from app.relationship where other_id = $1', [warehouse]);
    const [mine, all] = await raw(supplier, async (client) => {
      await client.query(`insert into app.trade_agreement (id, buyer_id, supplier_id, number, number_key, proposed_by, valid_from, currency, price_basis, rounding, term_days,
          term_basis, inspection_days, over_tolerance, under_tolerance, price_tolerance, answer_hours)
        values (gen_random_uuid(), $1, app.me(), 'N', 'N', app.me(), '2026-01-01', 'CNY', 'NET', 'PER_LINE', 30, 'DELIVERY', 7, 0, 0, 0, 48)`, [warehouse]);
      const pair = 'select org_id from app.relationship where $1 in (org_id, other_id) and $2 in (org_id, other_id) order by 1';
      const seen = (await client.query(pair, [supplier, warehouse])).rows;
      await client.query(`select set_config('app.org', $1, true)`, [warehouse]);
      return [seen, (await client.query(pair, [supplier, warehouse])).rows];
    });
    expect([before, mine, all]).toEqual([[], [{ org_id: supplier }], [{ org_id: warehouse }]]);
  });

  test('verifies on evidence an organisation with which the operator has nothing to do', async () => {
    const status = await raw(demoOrgId('operator'), async (client) => {
      await client.query(`insert into app.organisation_evidence (id, org_id, operator_id, actor_id, kind, reference, business_time) values (gen_random_uuid(), $1, app.me(), app.me(), 'OTHER', 'x', now())`,
        [demoOrgId('factor')]);
      await client.query(`select set_config('app.org', $1, true)`, [demoOrgId('factor')]);
      return (await client.query('select status, version from app.organisation where id = app.me()')).rows;
    });
    expect(status).toEqual([{ status: 'VERIFIED', version: 3 }]);
  });

  test('finds a counterparty by the whole code, as an id and nothing else', async () => {
    const find = (orgKey: string | undefined, scheme: string, value: string) => rowsAs(orgKey, 'select app.find_organisation($1, $2) as id', [scheme, value]);
    expect(await find('bank', 'USCC', '91370212MA3HA10051')).toEqual([{ id: demoOrgId('buyer') }]);
    expect(await find('bank', '0088', '6901000000016')).toEqual([{ id: demoOrgId('buyer') }]);
    expect(await find('bank', '0088', '69010000000%')).toEqual([{ id: null }]);
    expect(await find(undefined, 'USCC', '91370212MA3HA10051')).toEqual([{ id: null }]);
    expect(await rowsAs('bank', 'select 1 from app.organisation where id = $1', [demoOrgId('buyer')])).toEqual([]);
  });

  test('answers about credentials to whoever holds them, and about none to who guesses', async () => {
    expect(await rowsAs(undefined, 'select org_id from app.auth_key(sha256($1))', ['rt_demo_buyer'])).toEqual([{ org_id: demoOrgId('buyer') }]);
    expect(await rowsAs(undefined, 'select org_id from app.auth_key($1)', [Buffer.alloc(32)])).toEqual([]);
    expect(await rowsAs(undefined, 'select org_id from app.auth_login($1)', ['%'])).toEqual([]);
    expect(await rowsAs(undefined, 'select app.own_password() as hash')).toEqual([{ hash: null }]);
  });

  test('says to nobody but the operator whether an organisation has people', async () => {
    expect(await rowsAs('buyer', 'select app.awaits_administrator($1) as it', [demoOrgId('bank')])).toEqual([{ it: false }]);
    expect(await rowsAs('operator', 'select app.awaits_administrator($1) as it', [demoOrgId('bank')])).toEqual([{ it: false }]);
    expect(await rowsAs('operator', 'select app.awaits_administrator($1) as it', ['0199c0de-0000-7000-8000-00000000ffff'])).toEqual([{ it: true }]);
  });
});
