import type { Client } from 'pg';

/** Roles that a process logs in as. None is superuser, bypasses row-level security or owns a table. */
export const RUNTIME_ROLES = ['hub_app', 'hub_worker', 'hub_dispatch', 'hub_feed', 'hub_jobs'] as const;
export type RuntimeRole = (typeof RUNTIME_ROLES)[number];

/** Owners of functions that see across tenants; nobody logs in as them. */
const FUNCTION_OWNERS = ['hub_guard', 'hub_auth', 'hub_stats'] as const;

const ALL_ROLES = ['hub_owner', ...RUNTIME_ROLES, ...FUNCTION_OWNERS] as const;
const LITERAL = new RegExp(`\\b(${ALL_ROLES.join('|')})\\b`, 'g');

/** Role names stand literally in SQL files; an installation that shares a cluster gives them another prefix. */
export const withPrefix = (sql: string, prefix: string): string =>
  prefix === 'hub_' ? sql : sql.replace(LITERAL, (name) => prefix + name.slice('hub_'.length));

export interface RoleSettings {
  readonly prefix: string;
  /** The password of a runtime role, derived from the hub's secret. */
  readonly password: (role: RuntimeRole) => string;
}

/** One cluster-wide lock, so that several hubs starting at once do not create the same role twice. */
const ROLE_LOCK = 7_305_001;

/**
 * Creates the roles and schemas if they are missing and sets the runtime passwords. Needs a log-in that may create roles.
 * Repeating it changes nothing but passwords.
 */
export async function ensureRoles(owner: Client, settings: RoleSettings): Promise<void> {
  const run = (sql: string) => owner.query(withPrefix(sql, settings.prefix));
  await owner.query('select pg_advisory_lock($1)', [ROLE_LOCK]);
  try {
    for (const role of ALL_ROLES) await run(createRole(role));
    for (const role of RUNTIME_ROLES) await run(`alter role ${role} login password ${owner.escapeLiteral(settings.password(role))}`);
    await run('grant hub_owner to current_user');
    await run(`grant ${FUNCTION_OWNERS.join(', ')} to hub_owner`);
    await run(schemas(owner.escapeIdentifier(await currentDatabase(owner))));
  } finally {
    await owner.query('select pg_advisory_unlock($1)', [ROLE_LOCK]);
  }
}

const createRole = (role: string): string => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} nosuperuser nobypassrls nocreatedb nocreaterole noinherit nologin;
  end if; end $$`;

const currentDatabase = async (owner: Client): Promise<string> =>
  (await owner.query<{ name: string }>('select current_database() as name')).rows[0]?.name ?? '';

const schemas = (database: string): string => `
  revoke all on database ${database} from public;
  grant connect on database ${database} to ${RUNTIME_ROLES.join(', ')}, hub_owner;
  grant create on database ${database} to hub_owner;
  grant temporary on database ${database} to hub_jobs;
  revoke create on schema public from public;
  create schema if not exists app authorization hub_owner;
  create schema if not exists bullmq authorization hub_owner;
  grant usage on schema app to ${RUNTIME_ROLES.filter((r) => r !== 'hub_jobs').join(', ')};
  grant usage, create on schema app to ${FUNCTION_OWNERS.join(', ')};
  grant usage, create on schema bullmq to hub_jobs;
  alter default privileges for role hub_owner revoke execute on functions from public;`;
