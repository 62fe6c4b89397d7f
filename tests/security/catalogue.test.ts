import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreementLifecycle, organisationLifecycle } from '../../src/parties/index.js';
import { packageRoot } from '../../src/platform/database/index.js';
import { rightsOf } from '../../tools/rights.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const names = async (sql: string): Promise<string[]> => (await db.owner.query<{ name: string }>(sql)).rows.map((row) => row.name);

describe('The rights in the database', () => {
  test('are those of the reviewed list', async () => {
    await expect(await rightsOf(db.owner)).toMatchFileSnapshot(join(packageRoot(), 'src/platform/database/rights.txt'));
  });

  test('hold no role of the hub that passes row security by', async () => {
    expect(
      await names(
        `select rolname as name from pg_roles where rolname like 'hub\\_%' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb)`,
      ),
    ).toEqual([]);
  });

  test('let no role that a process logs in as become another role', async () => {
    expect(
      await names(`select m.member::regrole::text as name from pg_auth_members m join pg_roles r on r.oid = m.member
      where r.rolname like 'hub\\_%' and r.rolname <> 'hub_owner'`),
    ).toEqual([]);
  });

  test('let the owners of functions and tables log in nowhere', async () => {
    expect(
      await names(
        `select rolname as name from pg_roles where rolname in ('hub_owner', 'hub_guard', 'hub_auth', 'hub_stats') and rolcanlogin`,
      ),
    ).toEqual([]);
  });

  test('leave no table to a role that a process logs in as', async () => {
    expect(
      await names(`select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner
      where c.relnamespace = 'app'::regnamespace and r.rolname <> 'hub_owner'`),
    ).toEqual([]);
  });

  test('force row security on every table, save two in which nothing of a party stands', async () => {
    expect(
      await names(`select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('r', 'p')
      and not (relrowsecurity and relforcerowsecurity) order by 1`),
    ).toEqual(['clock', 'migration']);
  });

  test('give every table a policy for its owner, so that a data migration is not silently empty', async () => {
    expect(
      await names(`select relname as name from pg_class c where relnamespace = 'app'::regnamespace and relkind in ('r', 'p') and relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and 'hub_owner'::regrole = any(p.polroles) and p.polcmd = '*')`),
    ).toEqual([]);
  });

  test('let acting roles see by a policy that names the caller, or nothing of a party', async () => {
    expect(
      await names(`select distinct polrelid::regclass::text as name from pg_policy
      where polpermissive and (polroles && array['hub_app'::regrole::oid, 'hub_worker'::regrole::oid] or polroles = array[0::oid])
        and coalesce(pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) !~ 'app\\.(me|operates|is_operator|awaits_administrator)\\('
      order by 1`),
    ).toEqual([
      'app.legal_limit',
      'app.lifecycle_pair',
      'app.order_step',
      'app.sector_term',
      'app.statement_default',
      'app.unit_scale',
      'app.work_calendar',
      'app.work_calendar_year',
    ]);
  });

  test('close every table to a session that is about one order, but for the rows of that order and what is the same for all', async () => {
    expect(
      await names(`select c.relname as name from pg_class c
      where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity
        and exists (select from pg_policy p where p.polrelid = c.oid and p.polroles && array['hub_app'::regrole::oid, 0::oid])
        and not exists (select from pg_policy p where p.polrelid = c.oid and p.polroles = array[0::oid] and p.polcmd = 'r'
          and pg_get_expr(p.polqual, p.polrelid) = 'true')
        and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive and p.polcmd = '*' and p.polname = 'only_order')
      order by 1`),
    ).toEqual([]);
    expect(
      await names(`select distinct regexp_replace(pg_get_expr(polqual, polrelid), '( AS bound|\\s+)', '', 'g') as name from pg_policy
      where polname = 'only_order' order by 1`),
    ).toMatchInlineSnapshot(`
      [
        "CASE(SELECTapp.bound())WHEN'00000000-0000-0000-0000-000000000000'::uuidTHENtrueELSE(actor_id=(SELECTapp.actor()ASactor))END",
        "CASE(SELECTapp.bound())WHEN'00000000-0000-0000-0000-000000000000'::uuidTHENtrueELSEapp.party_of_only_order(id)END",
        "CASE(SELECTapp.bound())WHEN'00000000-0000-0000-0000-000000000000'::uuidTHENtrueELSEapp.party_of_only_order(other_id)END",
        "CASE(SELECTapp.bound())WHEN'00000000-0000-0000-0000-000000000000'::uuidTHENtrueELSEfalseEND",
        "CASE(SELECTapp.bound())WHEN'00000000-0000-0000-0000-000000000000'::uuidTHENtrueWHENidTHENtrueELSEfalseEND",
        "CASE(SELECTapp.bound())WHEN'00000000-0000-0000-0000-000000000000'::uuidTHENtrueWHENorder_idTHENtrueELSEfalseEND",
        "CASE(SELECTapp.bound())WHEN'00000000-0000-0000-0000-000000000000'::uuidTHENtrueWHENsubject_idTHENtrueELSEfalseEND",
      ]
    `);
  });

  test('make every view read with the rights of who asks', async () => {
    expect(
      await names(`select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind in ('v', 'm')
      and (relkind = 'm' or not coalesce('security_invoker=true' = any(reloptions), false))`),
    ).toEqual([]);
  });

  test('fix the search path of every function', async () => {
    expect(
      await names(`select proname as name from pg_proc where pronamespace = 'app'::regnamespace
      and not coalesce('search_path=""' = any(proconfig), false)`),
    ).toEqual([]);
  });

  test('let functions with rights of their owner be owned by a role that owns no table', async () => {
    expect(
      await names(`select proname as name from pg_proc where pronamespace = 'app'::regnamespace and prosecdef
      and proowner not in ('hub_guard'::regrole, 'hub_auth'::regrole, 'hub_stats'::regrole)`),
    ).toEqual([]);
  });

  test('let the public call nothing but who one is, and a check of a code', async () => {
    expect(
      await names(`select distinct proname as name from pg_proc p, aclexplode(coalesce(proacl, acldefault('f', proowner))) a
      where pronamespace = 'app'::regnamespace and a.grantee = 0 order by 1`),
    ).toEqual(['actor', 'is_uscc', 'me']);
  });

  test('mark nothing as leakproof', async () => {
    expect(await names(`select proname as name from pg_proc where pronamespace = 'app'::regnamespace and proleakproof`)).toEqual([]);
  });
});

test.each([
  ['organisation', organisationLifecycle],
  ['tradeAgreement', agreementLifecycle],
] as const)('The database knows the same steps of the life cycle %s as the rules', async (machine, { pairs }) => {
  const { rows } = await db.owner.query<{ pair: string[] }>(
    `select array[from_status, to_status] as pair from app.lifecycle_pair where machine = $1 and from_status <> '' order by from_status, to_status`,
    [machine],
  );
  expect(rows.map((row) => row.pair)).toEqual(pairs().map((pair) => [...pair]));
});
