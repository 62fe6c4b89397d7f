import path from 'node:path';
import type { Config } from '../config.js';
import type { Log } from '../log.js';
import { migrateQueue } from '../queue/migrate.js';
import type { Secrets } from '../secrets.js';
import { makeClockMovable } from '../time/clock.js';
import { buildAside, databaseExists, settleDraft } from './draft.js';
import { exclusively } from './embedded/exclusive.js';
import { type Embedded, startEmbedded } from './embedded.js';
import { type MigrateOptions, migrate } from './migrate.js';
import { databaseOn, withClient } from './once.js';
import type { RoleSettings } from './roles.js';

/** The name of the hub's database on the embedded server. */
export const EMBEDDED_DATABASE = 'rongtong';

/** The database that this process works on. */
export interface HubDatabase {
  /** Without a user: each pool puts in its role's. */
  readonly url: string;
  stop(): Promise<void>;
}

/** What the hub's database is filled with at its first start, and after an update that brings more of it. */
export interface Planting {
  /** Whether the database at that address lacks something of it. @param ownerUrl superuser */
  isDue(ownerUrl: string): Promise<boolean>;
  plant(ownerUrl: string): Promise<void>;
}

export const roleSettings = (config: Config, secrets: Secrets): RoleSettings => ({
  prefix: config.rolePrefix,
  password: (role) => secrets.rolePassword(role),
});

export const migrationOptions = (config: Config, secrets: Secrets): MigrateOptions => ({
  ...roleSettings(config, secrets),
  after: (client) => migrateQueue(client, config.rolePrefix),
});

const withoutUser = (url: string): string => Object.assign(new URL(url), { username: '', password: '' }).toString();

/** Starts or shares the embedded server of the data directory, without looking at what is in it. */
export const openServer = (config: Config, log: Log): Promise<Embedded> =>
  startEmbedded({
    dataDir: config.dataDir,
    settings: { max_connections: '200' },
    report: (event) => log.warn({ part: 'database' }, event),
  });

/** The hub's database on the newest schema, filled. */
const bringUp = async (serverUrl: string, config: Config, secrets: Secrets, planting: Planting, log: Log): Promise<void> => {
  const ownerUrl = databaseOn(serverUrl, EMBEDDED_DATABASE);
  const options = migrationOptions(config, secrets);
  await settleDraft(serverUrl, EMBEDDED_DATABASE);
  const exists = await databaseExists(serverUrl, EMBEDDED_DATABASE);
  const applied = exists ? await migrate(ownerUrl, options) : [];
  if (applied.length > 0) log.info({ part: 'database', applied }, 'schema brought up to date');
  if (exists && !(await planting.isDue(ownerUrl))) return;
  await buildAside(serverUrl, EMBEDDED_DATABASE, exists, async (draftUrl) => {
    await migrate(draftUrl, options);
    if (await planting.isDue(draftUrl)) await planting.plant(draftUrl);
  });
};

const openEmbedded = async (config: Config, secrets: Secrets, planting: Planting, log: Log): Promise<HubDatabase> => {
  const server = await openServer(config, log);
  const alone = new AbortController();
  try {
    await exclusively(path.join(config.dataDir, 'bring-up.lock'), alone.signal, () => bringUp(server.url, config, secrets, planting, log));
    const ownerUrl = databaseOn(server.url, EMBEDDED_DATABASE);
    // Here, because only here the owner is at hand.
    if (config.movableClock) await withClient(ownerUrl, makeClockMovable);
    return { url: withoutUser(ownerUrl), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
};

/** The database of the settings: the one that they name, as it is, or the embedded one, made, brought up to date and filled. */
export const openHubDatabase = async (config: Config, secrets: Secrets, planting: Planting, log: Log): Promise<HubDatabase> =>
  config.databaseUrl === undefined
    ? openEmbedded(config, secrets, planting, log)
    : { url: config.databaseUrl, stop: async () => undefined };
