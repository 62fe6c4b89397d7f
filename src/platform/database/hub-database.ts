import pg from 'pg';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import { migrateQueue } from '../queue/migrate.js';
import type { Secrets } from '../secrets.js';
import { type Embedded, startEmbedded } from './embedded.js';
import { type MigrateOptions, migrate } from './migrate.js';
import type { RoleSettings } from './roles.js';

/** The name of the hub's database on the embedded server. */
export const EMBEDDED_DATABASE = 'rongtong';

/** The database that this process works on. */
export interface HubDatabase {
  /** Without a user: each pool puts in its role's. */
  readonly url: string;
  /** Log-in that row-level security does not narrow; on the embedded server only. */
  readonly ownerUrl?: string;
  /** Superuser on the embedded server's database `postgres`. */
  readonly serverUrl?: string;
  stop(): Promise<void>;
}

export const roleSettings = (config: Config, secrets: Secrets): RoleSettings => ({
  prefix: config.rolePrefix,
  password: (role) => secrets.rolePassword(role),
});

export const migrationOptions = (config: Config, secrets: Secrets): MigrateOptions => ({
  ...roleSettings(config, secrets),
  after: (client) => migrateQueue(client, config.rolePrefix),
});

/** One statement on a connection of its own. */
export const queryOnce = async <Row extends pg.QueryResultRow>(url: string, text: string, values: unknown[] = []): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
};

const CLOCK_FIXED = '23514';

/** The embedded server's own owner is at hand, so this is where it is decided whether business time may be moved. */
const setClock = async (ownerUrl: string, movable: boolean): Promise<void> => {
  try {
    await queryOnce(ownerUrl, 'update app.clock set movable = $1 where movable <> $1', [movable]);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== CLOCK_FIXED) throw error;
    throw new Error('The business clock of this data directory has been moved ahead: set MOVABLE_CLOCK=on, or another DATA_DIR.', {
      cause: error,
    });
  }
};

const databaseOn = (serverUrl: string, name: string): string => Object.assign(new URL(serverUrl), { pathname: `/${name}` }).toString();

const withoutUser = (url: string): string => Object.assign(new URL(url), { username: '', password: '' }).toString();

/** Starts or shares the embedded server of the data directory, without looking at what is in it. */
export const openServer = (config: Config, log: Log): Promise<Embedded> =>
  startEmbedded({ dataDir: config.dataDir, report: (event) => log.warn({ part: 'database' }, event) });

const DUPLICATE_DATABASE = '42P04';

/** Starts the embedded server with the hub's database on the newest schema. */
const openEmbedded = async (config: Config, secrets: Secrets, log: Log): Promise<HubDatabase> => {
  const server = await openServer(config, log);
  try {
    const known = await queryOnce(server.url, 'select from pg_database where datname = $1', [EMBEDDED_DATABASE]);
    if (known.length === 0) {
      await queryOnce(server.url, `create database ${EMBEDDED_DATABASE}`).catch((error: pg.DatabaseError) => {
        if (error.code !== DUPLICATE_DATABASE) throw error;
      });
    }
    const ownerUrl = databaseOn(server.url, EMBEDDED_DATABASE);
    const applied = await migrate(ownerUrl, migrationOptions(config, secrets));
    if (applied.length > 0) log.info({ part: 'database', applied: applied.length }, 'schema brought up to date');
    await setClock(ownerUrl, config.movableClock);
    return { url: withoutUser(ownerUrl), ownerUrl, serverUrl: server.url, stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
};

/** The database of the settings: the one that they name, as it is, or the embedded one, made and brought up to date. */
export const openHubDatabase = async (config: Config, secrets: Secrets, log: Log): Promise<HubDatabase> =>
  config.databaseUrl === undefined ? openEmbedded(config, secrets, log) : { url: config.databaseUrl, stop: async () => undefined };
