import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { loadDatabase, saveDatabase } from '../../src/platform/database/backup.js';
import { exportHeads, verifyChains } from '../../src/platform/events/audit.js';
import { startDispatcher } from '../../src/platform/events/dispatcher.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { append } from '../support/events.js';
import { testRoles } from '../support/roles.js';

const folder = mkdtempSync(path.join(tmpdir(), 'rongtong-backup-'));
const backup = path.join(folder, 'first');
const restored = `restored_${randomUUID().slice(0, 8)}`;
const organisations = [randomUUID(), randomUUID()];
let db: TestDatabase;
let dispatch: pg.Pool;
let app: pg.Pool;
let copy: pg.Pool;

const addressOf = (name: string): string => Object.assign(new URL(inject('ownerUrl')), { pathname: `/${name}` }).toString();

const rowsIn = async (pool: pg.Pool): Promise<Record<string, string>> => {
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r' and relpersistence = 'p' order by 1`,
  );
  const counts: Record<string, string> = {};
  for (const { name } of rows)
    counts[name] = (await pool.query<{ n: string }>(`select count(*)::text as n from app.${name}`)).rows[0]?.n ?? '';
  return counts;
};

beforeAll(async () => {
  db = await freshDatabase();
  const database = await db.open();
  [app, dispatch] = [database.pool('hub_app'), database.pool('hub_dispatch')];
  const dispatcher = startDispatcher({ pool: dispatch, subjects: [], effects: [], enqueue: async () => undefined });
  for (let version = 1; version <= 40; version += 1) {
    await append(app, organisations[version % 2] ?? '', { version, parties: organisations });
  }
  await vi.waitFor(async () => expect((await db.owner.query('select from app.outbox')).rowCount).toBe(0), { timeout: 10_000 });
  await dispatcher.stop();
  await append(app, organisations[0] ?? '', { version: 41, parties: organisations });
  await saveDatabase(db.ownerUrl, backup);
  await loadDatabase(inject('ownerUrl'), restored, backup, testRoles);
  copy = new pg.Pool({ connectionString: addressOf(restored), max: 2 });
});

afterAll(async () => {
  await copy?.end();
  await db.drop();
  const server = new pg.Client({ connectionString: inject('ownerUrl') });
  await server.connect();
  await server.query(`drop database if exists ${restored} with (force)`);
  await server.query(`drop database if exists ${restored}_draft with (force)`);
  await server.end();
  rmSync(folder, { recursive: true, force: true });
});

describe('A restored backup', () => {
  test('has as many rows in every table as the database it was taken from', async () => {
    const counts = await rowsIn(copy);
    expect(counts).toEqual(await rowsIn(db.owner));
    expect(counts).toMatchObject({ event: '41', feed: '80', outbox: '1', feed_head: '2' });
  });

  test('has the same audit heads, and its chains verify', async () => {
    expect(await exportHeads(copy)).toEqual(await exportHeads(db.owner));
    expect(await verifyChains(copy)).toEqual(await verifyChains(db.owner));
    expect((await verifyChains(copy)).bad).toEqual([]);
  });

  test('goes on numbering events after the last one', async () => {
    const last = async (pool: pg.Pool) => (await pool.query<{ n: string }>(`select nextval('app.event_id_seq')::text as n`)).rows[0]?.n;
    expect(await last(copy)).toBe(await last(db.owner));
  });

  test('keeps history from being changed as before', async () => {
    await expect(copy.query('delete from app.feed')).rejects.toThrow(/history/);
  });
});

describe('A backup', () => {
  test('is one moment: what is committed while it is written is not half in it', async () => {
    const target = path.join(folder, 'busy');
    let writing = true;
    const write = async (): Promise<void> => {
      while (writing) await append(app, organisations[0] ?? '', { parties: organisations });
    };
    const writer = write();
    const manifest = await saveDatabase(db.ownerUrl, target).finally(() => {
      writing = false;
    });
    await writer;
    const rows = (name: string): number | undefined => manifest.tables.find((table) => table.name === name)?.rows;
    expect(rows('event')).toBe((rows('outbox') ?? 0) + 40);
  });

  test('is refused in a directory that is not empty', async () => {
    await expect(saveDatabase(db.ownerUrl, backup)).rejects.toThrow(/not empty/);
  });

  test('is refused by a database that exists', async () => {
    await expect(loadDatabase(inject('ownerUrl'), restored, backup, testRoles)).rejects.toThrow(/exists already/);
  });

  test('that was damaged is refused, each damaged file named, and nothing is left of the attempt', async () => {
    const target = path.join(folder, 'damaged');
    await saveDatabase(db.ownerUrl, target);
    for (const name of ['event', 'feed']) appendFileSync(path.join(target, 'tables', `${name}.copy.gz`), 'x');
    await expect(loadDatabase(inject('ownerUrl'), 'never_made', target, testRoles)).rejects.toThrow(
      /event: its checksum differs\nfeed: its checksum differs/,
    );
    expect((await db.owner.query(`select from pg_database where datname like 'never_made%'`)).rowCount).toBe(0);
  });

  test('that ended half-way has no manifest and is refused', async () => {
    const target = path.join(folder, 'half');
    await saveDatabase(db.ownerUrl, target);
    rmSync(path.join(target, 'manifest.json'));
    expect(readdirSync(target)).toEqual(['tables']);
    await expect(loadDatabase(inject('ownerUrl'), 'never_made', target, testRoles)).rejects.toThrow(/manifest/);
  });
});
