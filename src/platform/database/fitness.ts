import { roleUrl } from './index.js';
import { schemaObjections } from './migrate.js';
import { clockIsMovable } from '../time/clock.js';
import { queryOnce, withClient } from './once.js';
import { RUNTIME_ROLES, type RoleSettings, type RuntimeRole } from './roles.js';

const OLDEST_SERVER = 150_000;

interface Login {
  readonly superuser: boolean;
  readonly bypasses: boolean;
  readonly owns: boolean;
  readonly server: number;
}

// A role that it is a member of counts: what that one owns or may, the log-in may after SET ROLE.
const LOGIN = `select bool_or(r.rolsuper) as superuser, bool_or(r.rolbypassrls) as bypasses,
    bool_or(exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p'))) as owns,
    current_setting('server_version_num')::int as server
  from pg_roles r where pg_has_role(current_user, r.oid, 'member')`;

const objectionsTo = (role: RuntimeRole, { superuser, bypasses, owns, server }: Login): string[] => [
  ...(superuser ? [`the log-in ${role} is superuser`] : []),
  ...(bypasses ? [`the log-in ${role} bypasses row-level security`] : []),
  ...(owns ? [`the log-in ${role} owns tables`] : []),
  ...(server < OLDEST_SERVER ? [`PostgreSQL ${Math.floor(server / 10_000)} is too old: 15 is the oldest that serves`] : []),
];

const loginObjections = async (url: string, role: RuntimeRole, settings: RoleSettings): Promise<string[]> => {
  const [login] = await queryOnce<Login & Record<string, unknown>>(roleUrl(url, role, settings), LOGIN);
  return login ? objectionsTo(role, login) : [];
};

const schemaFaults = async (url: string, settings: RoleSettings, movableClock: boolean): Promise<string[]> => {
  const address = roleUrl(url, 'hub_app', settings);
  const applied = await queryOnce<{ number: number; name: string; checksum: string }>(
    address,
    'select number, name, checksum from app.migration order by number',
  );
  const faults = schemaObjections(applied);
  if (faults.length > 0 || movableClock) return faults;
  return (await withClient(address, clockIsMovable))
    ? ['its business clock can be moved, as in a demo: set MOVABLE_CLOCK=on where that is meant, or use another database']
    : [];
};

const refuse = (objections: readonly string[]): never => {
  throw new Error(`This database cannot be served:\n${[...new Set(objections)].map((objection) => `  - ${objection}`).join('\n')}`);
};

const inWords = (error: unknown): string[] => [error instanceof Error ? error.message : String(error)];

/**
 * Makes sure that a server may run on the database at `url`: every runtime role can log in and none of them could pass row-level security by, and
 * the schema is one that this release knows, with a clock that nobody can move unless that is meant.
 * @throws Error that lists everything against it
 */
export const assertFit = async (url: string, settings: RoleSettings, movableClock: boolean): Promise<void> => {
  const logins = await Promise.all(RUNTIME_ROLES.map((role) => loginObjections(url, role, settings).catch(inWords)));
  if (logins.flat().length > 0) refuse(logins.flat());
  const faults = await schemaFaults(url, settings, movableClock).catch(inWords);
  if (faults.length > 0) refuse(faults);
};
