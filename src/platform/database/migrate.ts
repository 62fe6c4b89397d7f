import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { ensureRoles, type RoleSettings, withPrefix } from './roles.js';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const MIGRATION_LOCK = 7_305_002;
const FILE = /^(\d{4})-([a-z0-9-]+)\.sql$/;

/** The folder that holds package.json, whether this runs compiled or not. */
export const packageRoot = (): string => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/** Every `NNNN-name.sql` in a `sql` folder of a room, in order of number. */
export const readMigrations = (root = join(packageRoot(), 'src')): Migration[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/').match(/(?:^|\/)sql\/([^/]+\.sql)$/))
    .flatMap((match) => (match ? [{ path: match.input ?? '', parts: FILE.exec(match[1] ?? '') }] : []))
    .map(({ path, parts }) => {
      if (!parts) throw new Error(`${path}: a migration is named NNNN-name.sql`);
      const sql = readFileSync(join(root, path), 'utf8');
      return { number: Number(parts[1]), name: parts[2] ?? '', sql, checksum: createHash('sha256').update(sql).digest('hex') };
    })
    .sort((a, b) => a.number - b.number);

export interface MigrateOptions extends RoleSettings {
  /** Runs after the files, as the same log-in with the role of the owner taken: BullMQ brings its own schema. */
  readonly after?: (client: pg.Client) => Promise<void>;
}

/**
 * Brings the database at `ownerUrl` (a log-in that may create roles) to the newest schema: forward only, in order, each file in
 * a transaction of its own, under one lock. A file that changed after it was applied, or that would run before one already
 * applied, stops everything. Answers the names of what was applied now.
 */
export async function migrate(ownerUrl: string, options: MigrateOptions, migrations = readMigrations()): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await ensureRoles(client, options);
    await client.query(withPrefix('set role hub_owner', options.prefix));
    const applied = await appliedMigrations(client, options.prefix);
    const pending = pendingOf(migrations, applied);
    for (const migration of pending) await apply(client, migration, options.prefix);
    if (pending.length > 0) await client.query(CLOSE);
    await options.after?.(client);
    return pending.map((m) => `${String(m.number).padStart(4, '0')}-${m.name}`);
  } finally {
    await client.end();
  }
}

/** New tables are closed to sessions that are about one order only; before the file that brings the wall there is none. */
const CLOSE = `do $$ begin if to_regprocedure('app.wall_off()') is not null then call app.wall_off(); end if; end $$`;

type Applied = Pick<Migration, 'number' | 'name' | 'checksum'>;

async function appliedMigrations(client: pg.Client, prefix: string): Promise<Applied[]> {
  await client.query(
    withPrefix(
      `create table if not exists app.migration (number int primary key, name text not null, checksum text not null,
         applied_at timestamptz not null default clock_timestamp());
       grant select on app.migration to hub_app, hub_worker, hub_dispatch, hub_feed`,
      prefix,
    ),
  );
  return (await client.query<Applied>('select number, name, checksum from app.migration order by number')).rows;
}

function pendingOf(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  const known = new Map(applied.map((a) => [a.number, a]));
  const newest = applied.at(-1)?.number ?? 0;
  const twice = migrations.find((m, i) => migrations[i + 1]?.number === m.number);
  if (twice) throw new Error(`two migrations are numbered ${twice.number}`);
  const changed = migrations.find((m) => known.has(m.number) && known.get(m.number)?.checksum !== m.checksum);
  if (changed) throw new Error(`migration ${changed.number} (${changed.name}) was changed after it was applied; write a new one instead`);
  const pending = migrations.filter((m) => !known.has(m.number));
  const late = pending.find((m) => m.number < newest);
  if (late) throw new Error(`migration ${late.number} (${late.name}) comes before ${newest}, which is applied; give it a higher number`);
  return pending;
}

async function apply(client: pg.Client, migration: Migration, prefix: string): Promise<void> {
  await client.query('begin');
  try {
    await client.query(withPrefix(migration.sql, prefix));
    await client.query('insert into app.migration (number, name, checksum) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`migration ${migration.number} (${migration.name}) failed: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}

/**
 * What keeps a server from running on this schema, in words; empty when nothing does. Newer migrations are fine unless their
 * name begins with `contract-`: those remove what this release still uses.
 */
export function schemaObjections(applied: readonly Applied[], migrations = readMigrations()): string[] {
  const known = new Map(migrations.map((m) => [m.number, m]));
  const done = new Map(applied.map((a) => [a.number, a]));
  return [
    ...migrations.filter((m) => !done.has(m.number)).map((m) => `migration ${m.number} (${m.name}) is missing: run "migrate" first`),
    ...migrations
      .filter((m) => done.has(m.number) && done.get(m.number)?.checksum !== m.checksum)
      .map((m) => `migration ${m.number} (${m.name}) differs from the one applied`),
    ...applied
      .filter((a) => !known.has(a.number) && a.name.startsWith('contract-'))
      .map((a) => `the schema is too new: ${a.number} (${a.name})`),
  ];
}
