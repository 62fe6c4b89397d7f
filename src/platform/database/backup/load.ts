import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { buildAside, databaseExists } from '../draft.js';
import { type MigrateOptions, migrate, readMigrations } from '../migrate.js';
import { withClient } from '../once.js';
import { type Manifest, readManifest, type SavedTable, tableFile } from './manifest.js';

/** The migrations that the backup had behind it, word for word: its rows fit no other tables. */
const migrationsOf = (manifest: Manifest): ReturnType<typeof readMigrations> => {
  const known = new Map(readMigrations().map((migration) => [migration.number, migration]));
  return manifest.migrations.map(({ number, name, checksum }) => {
    const migration = known.get(number);
    if (migration?.checksum !== checksum)
      throw new Error(`The backup was made after migration ${number} (${name}), which this release does not have as it was.`);
    return migration;
  });
};

const loadTable = async (client: pg.Client, directory: string, { name, columns, rows }: SavedTable): Promise<void> => {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const sink = client.query(copyFrom(`copy app.${client.escapeIdentifier(name)} (${list}) from stdin`));
  await pipeline(createReadStream(tableFile(directory, name)), createGunzip(), sink);
  if (sink.rowCount !== rows) throw new Error(`${name}: ${sink.rowCount} rows went in where the backup says ${rows}.`);
};

/** One transaction: everything is in, or nothing. */
const loadTables = (ownerUrl: string, directory: string, manifest: Manifest): Promise<void> =>
  withClient(ownerUrl, async (client) => {
    await client.query('begin');
    // The rows were checked when they were first written. Checked again one by one they would come before what they refer to.
    await client.query('set local session_replication_role = replica');
    await client.query(`truncate ${manifest.tables.map(({ name }) => `app.${client.escapeIdentifier(name)}`).join(', ')}`);
    for (const table of manifest.tables) await loadTable(client, directory, table);
    for (const { name, value, called } of manifest.sequences) {
      await client.query('select setval($1::regclass, $2, $3)', [`app.${name}`, value, called]);
    }
    await client.query('commit');
  });

/**
 * Makes database `name` from a backup: checks its files, builds the schema that it was made under, copies the rows, and applies the
 * migrations that came since. The database appears under its name only when all of that is done.
 * @param serverUrl superuser on the embedded server
 * @throws Error in words when the backup is damaged or too new, or when the database exists already
 */
export const loadDatabase = async (serverUrl: string, name: string, directory: string, options: MigrateOptions): Promise<Manifest> => {
  const manifest = await readManifest(directory);
  const then = migrationsOf(manifest);
  if (await databaseExists(serverUrl, name))
    throw new Error(`Database ${name} exists already: a backup is restored into an empty data directory.`);
  await buildAside(serverUrl, name, false, async (draftUrl) => {
    await migrate(draftUrl, options, then);
    await loadTables(draftUrl, directory, manifest);
    await migrate(draftUrl, options);
  });
  return manifest;
};
