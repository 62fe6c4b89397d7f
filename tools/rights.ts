import type { Pool } from 'pg';

const ROLES = `
  select format('role %s %s', r.rolname, concat_ws(' ', case when r.rolcanlogin then 'login' end, case when r.rolsuper then 'SUPERUSER' end,
      case when r.rolbypassrls then 'BYPASSRLS' end, case when r.rolcreaterole then 'CREATEROLE' end, case when r.rolcreatedb then 'CREATEDB' end,
      case when r.rolinherit then 'inherits' end,
      'member of ' || (select string_agg(g.rolname, ', ' order by g.rolname) from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid))) as line
  from pg_roles r where r.rolname like 'hub\\_%' order by 1`;

const SCHEMAS = `
  select format('schema %s owner %s %s', n.nspname, pg_get_userbyid(n.nspowner), (
    select string_agg(format('[%s: %s]', grantee, rights), ' ' order by grantee)
    from (select coalesce(nullif(a.grantee, 0)::regrole::text, 'public') as grantee, string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) as rights
          from aclexplode(n.nspacl) a where a.grantee <> n.nspowner group by 1) g)) as line
  from pg_namespace n where n.nspname in ('app', 'bullmq', 'public') order by 1`;

const TABLES = `
  select c.oid, format('%s app.%s owner %s%s', case c.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, c.relname, pg_get_userbyid(c.relowner),
      case when c.relkind in ('r', 'p') then case when c.relrowsecurity and c.relforcerowsecurity then ', row security forced'
        when c.relrowsecurity then ', ROW SECURITY NOT FORCED' else ', NO ROW SECURITY' end
      when c.relkind = 'v' then case when 'security_invoker=true' = any(c.reloptions) then ', security invoker' else ', RIGHTS OF ITS OWNER' end else '' end) as line
  from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'S')
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'i') order by c.relname`;

const GRANTS = `
  select format('  grant %s: %s', grantee, string_agg(right_, ', ' order by right_)) as line from (
    select coalesce(nullif(a.grantee, 0)::regrole::text, 'public') as grantee, lower(a.privilege_type) as right_
    from pg_class c, aclexplode(c.relacl) a where c.oid = $1 and a.grantee <> c.relowner
    union all
    select coalesce(nullif(x.grantee, 0)::regrole::text, 'public'), lower(x.privilege_type) || '(' || string_agg(t.attname, ', ' order by t.attname) || ')'
    from pg_class c join pg_attribute t on t.attrelid = c.oid, aclexplode(t.attacl) x where c.oid = $1 and x.grantee <> c.relowner
    group by x.grantee, x.privilege_type) g
  group by grantee order by 1`;

const POLICIES = `
  select format('  policy %s%s %s to %s%s%s', p.polname, case when p.polpermissive then '' else ' (restrictive)' end,
      case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
      coalesce((select string_agg(rolname, ', ' order by rolname) from pg_roles where oid = any(p.polroles)), 'public'),
      ' using ' || regexp_replace(pg_get_expr(p.polqual, p.polrelid), '\\s+', ' ', 'g'),
      ' check ' || regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid), '\\s+', ' ', 'g')) as line
  from pg_policy p where p.polrelid = $1 order by p.polname`;

const TRIGGERS = `
  select format('  trigger %s %s', t.tgname, regexp_replace(pg_get_triggerdef(t.oid), '^CREATE (CONSTRAINT )?TRIGGER \\S+ ', '')) as line
  from pg_trigger t where t.tgrelid = $1 and not t.tgisinternal order by t.tgname`;

const FUNCTIONS = `
  select format('%s app.%s(%s) owner %s %s%s%s', case p.prokind when 'p' then 'procedure' else 'function' end, p.proname, pg_get_function_identity_arguments(p.oid),
      pg_get_userbyid(p.proowner), case when p.prosecdef then 'SECURITY DEFINER' else 'invoker' end,
      coalesce(' ' || array_to_string(p.proconfig, ' '), ' NO SEARCH PATH'),
      coalesce(' [' || (select string_agg(coalesce(nullif(a.grantee, 0)::regrole::text, 'public'), ', ' order by 1)
        from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee <> p.proowner) || ']', '')) as line
  from pg_proc p where p.pronamespace = 'app'::regnamespace order by p.proname, 1`;

/**
 * Who may do what in this database, as its catalogue has it, in a fixed order. The list to review is
 * `src/platform/database/rights.txt`; the catalogue test compares the two, and writes it anew with `-u`.
 */
export async function rightsOf(client: Pick<Pool, 'query'>): Promise<string> {
  const lines = async (sql: string, params: readonly unknown[] = []) =>
    (await client.query<{ line: string }>(sql, [...params])).rows.map((row) => row.line.trimEnd());
  const tables = (await client.query<{ oid: number; line: string }>(TABLES)).rows;
  const blocks: string[][] = [];
  for (const { oid, line } of tables) {
    blocks.push(['', line, ...(await lines(GRANTS, [oid])), ...(await lines(POLICIES, [oid])), ...(await lines(TRIGGERS, [oid]))]);
  }
  return [...(await lines(ROLES)), '', ...(await lines(SCHEMAS)), ...blocks.flat(), '', ...(await lines(FUNCTIONS)), ''].join('\n');
}
