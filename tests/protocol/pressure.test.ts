import { once } from 'node:events';
import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Database } from '../../src/platform/database/index.js';
import { startHub, type TestHub, type TestKey } from '../support/hub.js';

let hub: TestHub;
let key: TestKey;
let database: Database;
let url: string;

beforeAll(async () => {
  hub = await startHub();
  key = await hub.key(await hub.organisation(), ['orders:read', 'orders:write']);
  database = await hub.db.open();
  url = await hub.another({ database, limits: { statementTimeoutMs: 300 } });
});
afterAll(() => hub.stop());

const ask = (query = '{ notes { totalCount } }'): Promise<Response> =>
  fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...key.header },
    body: JSON.stringify({ query }),
  });

describe('when connections to the database are short', () => {
  it('requests and sockets are refused with 503 and Retry-After before anything is read, and served again afterwards', async () => {
    const pool = database.pool('hub_app');
    const held: PoolClient[] = [];
    while (held.length < (pool.options.max ?? 10)) held.push(await pool.connect());
    const waiting = [ask(), ask()];
    await expect.poll(async () => (await fetch(`${url}/session`)).status, { timeout: 10_000, interval: 100 }).toBe(503);
    const refused = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'not even JSON',
    });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAVAILABLE', requestId: expect.any(String) } }] });
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    expect(String((await once(socket, 'error'))[0])).toContain('503');
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    for (const client of held) client.release();
    for (const answer of await Promise.all(waiting)) expect(answer.status).toBe(200);
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(200);
  });
});

describe('a read that takes too long', () => {
  it('is stopped and answered with TIMEOUT, and the next one is served', async () => {
    await ask();
    const locker = await hub.db.owner.connect();
    await locker.query('begin; lock table app.note in access exclusive mode');
    const stopped = await ask();
    await locker.query('rollback');
    locker.release();
    expect(await stopped.json()).toMatchObject({ errors: [{ extensions: { code: 'TIMEOUT' } }] });
    expect((await ask()).status).toBe(200);
  });
});
