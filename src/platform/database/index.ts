import { type EntitySchema, MikroORM } from '@mikro-orm/core';
import { PostgreSqlDriver } from '@mikro-orm/postgresql';
import pg from 'pg';
import { type RoleSettings, type RuntimeRole, withPrefix } from './roles.js';

export { migrate, packageRoot, readMigrations, schemaObjections } from './migrate.js';
export type { RoleSettings, RuntimeRole } from './roles.js';

export interface DatabaseSettings extends RoleSettings {
  /** Host, port and database; user and password are put in per role. */
  readonly url: string;
  /** What this process acts as: requests as hub_app, jobs as hub_worker. */
  readonly actingRole: 'hub_app' | 'hub_worker';
  readonly entities: EntitySchema[];
  /** Connections per pool. Few writers are faster than many. */
  readonly poolSize?: number;
}

export interface Database {
  readonly orm: MikroORM;
  readonly actingRole: 'hub_app' | 'hub_worker';
  /** A pool logged in as that role, opened at first use. */
  pool(role: RuntimeRole): pg.Pool;
  close(): Promise<void>;
}

const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Calendar dates and instants stay text: a Date would move them through the zone of the process. */
const asText: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === DATE || oid === TIMESTAMPTZ
      ? (text: string) => text
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

/** The connection address of a role. */
export const roleUrl = (url: string, role: RuntimeRole, settings: RoleSettings): string => {
  const address = new URL(url);
  address.username = withPrefix(role, settings.prefix);
  address.password = settings.password(role);
  return address.toString();
};

const SESSION = '-c search_path=app -c TimeZone=UTC';

export async function openDatabase(settings: DatabaseSettings): Promise<Database> {
  const pools = new Map<RuntimeRole, pg.Pool>();
  const max = settings.poolSize ?? 10;
  const orm = await MikroORM.init({
    driver: PostgreSqlDriver,
    clientUrl: roleUrl(settings.url, settings.actingRole, settings),
    driverOptions: { connection: { options: SESSION } },
    entities: settings.entities,
    schema: 'app',
    pool: { min: 0, max },
    discovery: { warnWhenNoEntities: false },
    schemaGenerator: { ignoreSchema: ['bullmq'] },
    forceUtcTimezone: true,
  });
  const open = (role: RuntimeRole): pg.Pool => {
    const options = role === 'hub_jobs' ? '-c search_path=bullmq -c TimeZone=UTC' : SESSION;
    const pool = new pg.Pool({
      connectionString: roleUrl(settings.url, role, settings),
      max,
      idleTimeoutMillis: 0,
      keepAlive: true,
      options,
      types: asText,
    });
    // An idle connection that breaks must not end the process: the pool replaces it at the next use.
    pool.on('error', () => undefined);
    // Nor one that breaks in use, between two statements: whoever holds it learns of it from the next.
    pool.on('connect', (client) => client.on('error', () => undefined));
    return pool;
  };
  return {
    orm,
    actingRole: settings.actingRole,
    pool(role) {
      const known = pools.get(role) ?? open(role);
      pools.set(role, known);
      return known;
    },
    async close() {
      await orm.close(true);
      await Promise.all([...pools.values()].map((pool) => pool.end()));
    },
  };
}
