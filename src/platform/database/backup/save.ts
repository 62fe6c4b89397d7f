import { createWriteStream, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { withClient } from '../once.js';
import { MANIFEST_FILE, type Manifest, type SavedTable, sha256Of, tableFile } from './manifest.js';

// Unlogged tables hold what may be lost; the list of migrations is in the manifest.
const TABLES = `select c.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
  from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' and c.relpersistence = 'p' and c.relname <> 'migration' order by 1`;

const SEQUENCES = `select c.relname as name from pg_class c where c.relnamespace = 'app'::regnamespace and c.relkind = 'S' order by 1`;

const saveTable = async (
  client: pg.Client,
  directory: string,
  { name, columns }: Pick<SavedTable, 'name' | 'columns'>,
): Promise<SavedTable> => {
  const list = columns.map((column) => client.escapeIdentifier(column)).join(', ');
  const rows = client.query(copyTo(`copy app.${client.escapeIdentifier(name)} (${list}) to stdout`));
  const file = tableFile(directory, name);
  await pipeline(rows, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600, flags: 'wx' }));
  return { name, columns: [...columns], rows: rows.rowCount, sha256: await sha256Of(file) };
};

const saveSequence = async (client: pg.Client, name: string): Promise<Manifest['sequences'][number]> => {
  const { rows } = await client.query<{ value: string; called: boolean }>(
    `select last_value::text as value, is_called as called from app.${client.escapeIdentifier(name)}`,
  );
  return { name, value: rows[0]?.value ?? '1', called: rows[0]?.called ?? false };
};

/**
 * Writes every table of the schema `app` to `directory` (made, or empty), as PostgreSQL's own COPY text, from one snapshot: the hub may go
 * on meanwhile. The manifest is written last, so that half a backup is none. Jobs of BullMQ are not saved: what is due stands in
 * `app.effect_due` and is queued again by the sweeper.
 * @param ownerUrl log-in that row-level security does not narrow (the superuser of the embedded server)
 */
export const saveDatabase = async (ownerUrl: string, directory: string): Promise<Manifest> => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  if (readdirSync(directory).length > 0) throw new Error(`${directory} is not empty: a backup needs a directory of its own.`);
  mkdirSync(path.join(directory, 'tables'), { mode: 0o700 });
  return withClient(ownerUrl, async (client) => {
    await client.query('begin isolation level repeatable read read only');
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      'select number, name, checksum from app.migration order by number',
    );
    const tables: SavedTable[] = [];
    for (const table of (await client.query<SavedTable>(TABLES)).rows) tables.push(await saveTable(client, directory, table));
    // Sequences know no snapshot. Read last they are at or past every number in the rows.
    const sequences: Manifest['sequences'] = [];
    for (const { name } of (await client.query<{ name: string }>(SEQUENCES)).rows) sequences.push(await saveSequence(client, name));
    const manifest: Manifest = { format: 1, madeAt: new Date().toISOString(), migrations, tables, sequences };
    writeFileSync(path.join(directory, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
    return manifest;
  });
};
