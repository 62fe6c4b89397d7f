import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Config, ConfigError, readConfig } from '../platform/config.js';
import { loadDatabase, saveDatabase } from '../platform/database/backup.js';
import { EMBEDDED_DATABASE, migrationOptions, openHubDatabase, openServer, roleSettings } from '../platform/database/hub-database.js';
import { migrate, openDatabase } from '../platform/database/index.js';
import { databaseOn } from '../platform/database/once.js';
import { type Anchor, exportHeads, verifyChains } from '../platform/events/audit.js';
import { createLog } from '../platform/log.js';
import { openSecrets, type Secrets } from '../platform/secrets.js';
import { demoPlanting } from './demo.js';

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const embeddedOnly = (config: Config, what: string): void => {
  if (config.databaseUrl !== undefined)
    throw new ConfigError([`${what} is for the embedded server: use pg_dump and pg_restore for the one at DATABASE_URL`]);
};

const keysOf = (config: Config): Secrets => openSecrets(config.secretFile, config.databaseUrl === undefined);

/** Brings the schema up to date: with DATABASE_OWNER_URL, or of the embedded server. */
export const migrateNow = async (): Promise<void> => {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const secrets = keysOf(config);
  if (config.databaseUrl === undefined) {
    const { stop } = await openHubDatabase(config, secrets, demoPlanting(config, secrets), log);
    await stop();
    return say('The embedded database is up to date.');
  }
  if (config.ownerUrl === undefined)
    throw new ConfigError(['DATABASE_OWNER_URL must name a log-in that may create roles, for this command']);
  const applied = await migrate(config.ownerUrl, migrationOptions(config, secrets));
  say(applied.length === 0 ? 'The database was up to date.' : `Applied:\n${applied.map((name) => `  ${name}`).join('\n')}`);
};

const PURPOSE = 'audit-heads';

interface SignedHeads {
  readonly heads: readonly Anchor[];
  readonly signature: string;
}

const readHeads = (file: string, secrets: Secrets): readonly Anchor[] => {
  const { heads, signature } = JSON.parse(readFileSync(file, 'utf8')) as SignedHeads;
  if (!secrets.verify(PURPOSE, JSON.stringify(heads), signature)) throw new Error(`The heads in ${file} were not signed by this hub.`);
  return heads;
};

/** Recomputes every chain; with heads exported earlier, also whether they still lie on it. @returns whether all is well */
export const verifyAudit = async (against: string | undefined, exporting: boolean): Promise<boolean> => {
  const config = readConfig(process.env);
  const secrets = keysOf(config);
  const hub = await openHubDatabase(config, secrets, demoPlanting(config, secrets), createLog(config.logLevel));
  const database = await openDatabase({ url: hub.url, actingRole: 'hub_worker', entities: [], ...roleSettings(config, secrets) });
  try {
    const anchors = against === undefined ? [] : readHeads(against, secrets);
    const dispatch = database.pool('hub_dispatch');
    const { organisations, rows, bad } = await verifyChains(dispatch, anchors);
    for (const { orgId, seq, eventId, fault } of bad)
      process.stderr.write(`${fault}: organisation ${orgId}, row ${seq}, event ${eventId}\n`);
    if (bad.length > 0) return false;
    const heads = await exportHeads(dispatch);
    if (exporting) say(JSON.stringify({ heads, signature: secrets.sign(PURPOSE, JSON.stringify(heads)) } satisfies SignedHeads));
    else say(`${organisations} chains with ${rows} rows verify.`);
    return true;
  } finally {
    await database.close();
    await hub.stop();
  }
};

const KEPT_BESIDE = ['files', 'secrets.json'] as const;

const copyBeside = (from: string, to: string): void => {
  for (const name of KEPT_BESIDE) {
    const source = path.join(from, name);
    if (existsSync(source))
      cpSync(source, path.join(to, name), { recursive: true, preserveTimestamps: true, errorOnExist: true, force: false });
  }
};

/** Everything of an embedded hub: rows, uploaded files, keys. The hub may run meanwhile. */
export const backup = async (directory: string): Promise<void> => {
  const config = readConfig(process.env);
  embeddedOnly(config, 'backup');
  const server = await openServer(config, createLog(config.logLevel));
  try {
    const { tables } = await saveDatabase(databaseOn(server.url, EMBEDDED_DATABASE), directory);
    copyBeside(config.dataDir, directory);
    say(
      `${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables are in ${path.resolve(directory)}. It holds the hub's keys: guard it like them.`,
    );
  } finally {
    await server.stop();
  }
};

/** Makes an embedded hub out of a backup, in an empty DATA_DIR. */
export const restore = async (directory: string): Promise<void> => {
  const config = readConfig(process.env);
  embeddedOnly(config, 'restore');
  const server = await openServer(config, createLog(config.logLevel));
  try {
    copyBeside(directory, config.dataDir);
    const { tables, madeAt } = await loadDatabase(server.url, EMBEDDED_DATABASE, directory, migrationOptions(config, keysOf(config)));
    say(
      `The hub of ${madeAt} is in ${config.dataDir}: ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows of ${tables.length} tables.`,
    );
  } finally {
    await server.stop();
  }
};
