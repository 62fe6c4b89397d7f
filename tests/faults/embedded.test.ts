import { mkdtempSync, readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { type Embedded, startEmbedded } from '../../src/platform/database/embedded.js';
import { serversOf } from '../support/hub-process.js';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'rongtong-embedded-')));
const settings = { fsync: 'off' };
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = async <Row extends pg.QueryResultRow>({ url }: Embedded, sql: string): Promise<Row | undefined> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows[0];
  } finally {
    await client.end();
  }
};

describe('The embedded server', () => {
  test('is one, however many open its directory at once; it outlives whoever started it and ends with the last', async () => {
    const dataDir = path.join(folder, 'shared');
    const all = await Promise.all([1, 2, 3].map(() => startEmbedded({ dataDir, settings })));
    expect(new Set(all.map(({ port }) => port)).size).toBe(1);
    for (const one of [...all]) {
      await one.stop();
      all.shift();
      for (const left of all)
        await vi.waitFor(async () => expect(await ask(left, 'select 1 as n')).toEqual({ n: 1 }), { timeout: 15_000, interval: 100 });
    }
    expect(serversOf(dataDir)).toEqual([]);
    expect(readdirSync(dataDir)).toEqual(['postgres']);
  });

  test('speaks to this machine only, with a password, in UTF-8, UTC and the root collation', async () => {
    const dataDir = path.join(folder, 'plain');
    const server = await startEmbedded({ dataDir, settings: { ...settings, max_connections: '37' } });
    const sql = `select current_setting('listen_addresses') as listens, current_setting('unix_socket_directories') as sockets, current_setting('timezone') as zone,
      current_setting('max_connections') as most, pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale from pg_database where datname = 'postgres'`;
    expect(await ask(server, sql)).toEqual({
      listens: '127.0.0.1',
      sockets: '',
      zone: 'UTC',
      most: '37',
      encoding: 'UTF8',
      provider: 'i',
      locale: 'und',
    });
    await expect(ask({ ...server, url: server.url.replace(/:[^:@]+@/, ':wrong@') }, 'select 1')).rejects.toThrow(/password/);
    expect(statSync(path.join(dataDir, 'postgres')).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(dataDir, 'postgres/hub-password')).mode & 0o777).toBe(0o600);
    await server.stop();
  });

  test('says what PostgreSQL says when it cannot start', async () => {
    const dataDir = path.join(folder, 'wrong');
    await expect(startEmbedded({ dataDir, settings: { ...settings, shared_buffers: 'much' } })).rejects.toThrow(/shared_buffers/);
    expect(serversOf(dataDir)).toEqual([]);
  });

  test('makes its files anew when an earlier attempt at it was cut short', async () => {
    const dataDir = path.join(folder, 'again');
    await (await startEmbedded({ dataDir, settings })).stop();
    const half = path.join(folder, 'half');
    await (await startEmbedded({ dataDir: half, settings })).stop();
    rmSync(path.join(half, 'postgres'), { recursive: true });
    writeFileSync(path.join(half, 'postgres.new.password'), 'left over');
    writeFileSync(path.join(half, 'postgres.lock'), '4194304.1');
    const server = await startEmbedded({ dataDir: half, settings });
    expect(await ask(server, 'select 1 as n')).toEqual({ n: 1 });
    await server.stop();
    expect(readdirSync(half)).toEqual(['postgres']);
  });
});
