import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoOrgId } from '../../src/parties/index.js';
import { constraintOf } from '../../src/platform/database/errors.js';
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

describe('The database alone', () => {
  const agreement = (rest: Record<string, unknown> = {}) => {
    const row = {
      id: '0199c0de-0000-7000-8000-00000000fffe',
      buyer_id: demoOrgId('buyer'),
      supplier_id: demoOrgId('supplier'),
      number: 'RAW',
      number_key: 'RAW',
      proposed_by: demoOrgId('buyer'),
      valid_from: '2026-01-01',
      currency: 'CNY',
      price_basis: 'NET',
      rounding: 'PER_LINE',
      term_days: 30,
      term_basis: 'DELIVERY',
      inspection_days: 7,
      over_tolerance: 0,
      under_tolerance: 0,
      price_tolerance: 0,
      answer_hours: 48,
      ...rest,
    };
    const names = Object.keys(row);
    return [
      `insert into app.trade_agreement (${names.join(', ')}) values (${names.map((_, n) => `$${n + 1}`).join(', ')})`,
      Object.values(row),
    ] as const;
  };

  test.each([
    ["a proposal in the other side's name", { proposed_by: demoOrgId('supplier') }, '42501'],
    ['an agreement between two others', { buyer_id: demoOrgId('bank'), proposed_by: demoOrgId('bank') }, '42501'],
    ['an agreement with oneself', { supplier_id: demoOrgId('buyer') }, 'trade_agreement_check'],
    ['an agreement that begins in force', { status: 'IN_FORCE', decided_by: demoOrgId('supplier') }, 'lifecycle_followed'],
    ['a second agreement of one number', { number_key: 'HS2026001' }, 'trade_agreement_number'],
  ])('refuses %s', async (_title, rest, expected) => {
    expect(await sql.failure('buyer', ...(agreement(rest).map((part) => part) as [string, unknown[]]))).toBe(expected);
  });

  test("lets nobody confirm the own proposal, nor confirm in the other side's name", async () => {
    const signed = `signed_on = '2026-01-01', buyer_class = 'LARGE', supplier_class = 'SMALL', buyer_ownership = 'PRIVATE', sme_declared = true`;
    const open = `select id from app.trade_agreement where status = 'PROPOSED'`;
    expect(
      await sql.failure(
        'supplier2',
        `update app.trade_agreement set status = 'IN_FORCE', decided_by = app.me(), ${signed} where id in (${open})`,
      ),
    ).toBe('decided_by_other');
    expect(
      await sql.failure(
        'supplier2',
        `update app.trade_agreement set status = 'IN_FORCE', decided_by = buyer_id, ${signed} where id in (${open})`,
      ),
    ).toBe('42501');
    expect(await sql.failure('supplier2', `update app.trade_agreement set status = 'IN_FORCE', ${signed} where id in (${open})`)).toBe(
      'decided_by_other',
    );
    expect(
      await sql.failure('buyer', `update app.trade_agreement set status = 'IN_FORCE', decided_by = app.me() where id in (${open})`),
    ).toBe('signed_whole');
    expect(
      await sql.failure(
        'buyer',
        `update app.trade_agreement set status = 'IN_FORCE', decided_by = app.me(), ${signed} where id in (${open})`,
      ),
    ).toBeUndefined();
  });

  test("lets nobody withdraw the other side's proposal, or change what was signed", async () => {
    expect(await sql.failure('buyer', `update app.trade_agreement set status = 'WITHDRAWN' where status = 'PROPOSED'`)).toBe('42501');
    expect(await sql.failure('buyer', `update app.trade_agreement set buyer_class = 'SMALL' where status = 'IN_FORCE'`)).toBe(
      'history_is_kept',
    );
    expect(await sql.failure('buyer', `update app.trade_agreement set status = 'PROPOSED' where status = 'IN_FORCE'`)).toBe(
      'lifecycle_followed',
    );
  });

  test("lets nobody take a step in the other side's name", async () => {
    const step = `insert into app.trade_agreement_step (id, agreement_id, buyer_id, supplier_id, status, by_id, actor_id, business_time)
      select gen_random_uuid(), id, buyer_id, supplier_id, 'ENDED', supplier_id, app.me(), now() from app.trade_agreement limit 1`;
    expect(await sql.failure('buyer', step)).toBe('42501');
  });

  test.each(['91350100M000100Y43', '91440300MA7RT0010P'])('takes the unified social credit code %s of GB 32100-2015', async (code) => {
    expect((await db.owner.query('select app.is_uscc($1) as ok', [code])).rows).toEqual([{ ok: true }]);
  });

  test('takes no code with one character changed or two exchanged', async () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const right = '91350100M000100Y43';
    const wrong = [...right].flatMap((char, at) =>
      [...alphabet].filter((other) => other !== char).map((other) => right.slice(0, at) + other + right.slice(at + 1)),
    );
    const { rows } = await db.owner.query('select count(*)::int as n from unnest($1::text[]) c where app.is_uscc(c)', [
      [...wrong, '9135010M0000100Y43', `${right}0`, right.toLowerCase(), ''],
    ]);
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('keeps one operator', async () => {
    expect(
      await sql.failure(
        'operator',
        `insert into app.organisation (id, country, legal_name, name_zh, name_en, size_class, roles)
      values (gen_random_uuid(), 'NO', 'x', 'x', 'x', 'MICRO', '{OPERATOR}')`,
      ),
    ).toBe('one_operator');
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
    const before = await sql.rowsAs('supplier2', 'select 1 from app.relationship where other_id = $1', [warehouse]);
    const [mine, all] = await sql.run(supplier, async (client) => {
      await client.query(
        `insert into app.trade_agreement (id, buyer_id, supplier_id, number, number_key, proposed_by, valid_from, currency, price_basis, rounding, term_days,
          term_basis, inspection_days, over_tolerance, under_tolerance, price_tolerance, answer_hours)
        values (gen_random_uuid(), $1, app.me(), 'N', 'N', app.me(), '2026-01-01', 'CNY', 'NET', 'PER_LINE', 30, 'DELIVERY', 7, 0, 0, 0, 48)`,
        [warehouse],
      );
      const pair = 'select org_id from app.relationship where $1 in (org_id, other_id) and $2 in (org_id, other_id) order by 1';
      const seen = (await client.query(pair, [supplier, warehouse])).rows;
      await client.query(`select set_config('app.org', $1, true)`, [warehouse]);
      return [seen, (await client.query(pair, [supplier, warehouse])).rows];
    });
    expect([before, mine, all]).toEqual([[], [{ org_id: supplier }], [{ org_id: warehouse }]]);
  });

  test('verifies on evidence an organisation with which the operator has nothing to do', async () => {
    const status = await sql.run(demoOrgId('operator'), async (client) => {
      await client.query(
        `insert into app.organisation_evidence (id, org_id, operator_id, actor_id, kind, reference, business_time) values (gen_random_uuid(), $1, app.me(), app.me(), 'OTHER', 'x', now())`,
        [demoOrgId('factor')],
      );
      await client.query(`select set_config('app.org', $1, true)`, [demoOrgId('factor')]);
      return (await client.query('select status, version from app.organisation where id = app.me()')).rows;
    });
    expect(status).toEqual([{ status: 'VERIFIED', version: 3 }]);
  });

  test('finds a counterparty by the whole code, as an id and nothing else', async () => {
    const find = (orgKey: string | undefined, scheme: string, value: string) =>
      sql.rowsAs(orgKey, 'select app.find_organisation($1, $2) as id', [scheme, value]);
    expect(await find('bank', 'USCC', '91370212MA3HA10051')).toEqual([{ id: demoOrgId('buyer') }]);
    expect(await find('bank', '0088', '6901000000016')).toEqual([{ id: demoOrgId('buyer') }]);
    expect(await find('bank', '0088', '69010000000%')).toEqual([{ id: null }]);
    expect(await find(undefined, 'USCC', '91370212MA3HA10051')).toEqual([{ id: null }]);
    expect(await sql.rowsAs('bank', 'select 1 from app.organisation where id = $1', [demoOrgId('buyer')])).toEqual([]);
  });

  test('answers about credentials to whoever holds them, and about none to who guesses', async () => {
    expect(await sql.rowsAs(undefined, 'select org_id from app.auth_key(sha256($1))', ['rt_demo_buyer'])).toEqual([
      { org_id: demoOrgId('buyer') },
    ]);
    expect(await sql.rowsAs(undefined, 'select org_id from app.auth_key($1)', [Buffer.alloc(32)])).toEqual([]);
    expect(await sql.rowsAs(undefined, 'select org_id from app.auth_login($1)', ['%'])).toEqual([]);
    expect(await sql.rowsAs(undefined, 'select app.own_password() as hash')).toEqual([{ hash: null }]);
  });

  test('says to nobody but the operator whether an organisation has people', async () => {
    expect(await sql.rowsAs('buyer', 'select app.awaits_administrator($1) as it', [demoOrgId('bank')])).toEqual([{ it: false }]);
    expect(await sql.rowsAs('operator', 'select app.awaits_administrator($1) as it', [demoOrgId('bank')])).toEqual([{ it: false }]);
    expect(await sql.rowsAs('operator', 'select app.awaits_administrator($1) as it', ['0199c0de-0000-7000-8000-00000000ffff'])).toEqual([
      { it: true },
    ]);
  });
});
