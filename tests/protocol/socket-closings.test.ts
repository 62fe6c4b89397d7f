import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { startHub, type TestHub, type TestKey } from '../support/hub.js';
import { RawSocket } from '../support/socket.js';

let hub: TestHub;
let key: TestKey;
let orgId: string;
let authorization: string;

beforeAll(async () => {
  hub = await startHub({ limits: { initTimeoutMs: 300, slowReaderMs: 1_000 } });
  orgId = await hub.organisation();
  key = await hub.key(orgId, ['orders:read', 'orders:write', 'feed:read']);
  authorization = key.header.authorization;
});
afterAll(() => hub.stop());
afterEach(() => {
  hub.feed.source = async function* () {};
});

const untilAborted = (signal: AbortSignal): Promise<unknown> => (signal.aborted ? Promise.resolve() : once(signal, 'abort'));
const open = () => RawSocket.open(hub.url);
const ready = () => RawSocket.ready(hub.url, authorization);
describe('the socket is closed', () => {
  it('with 4406 when the client speaks another sub-protocol, or none', async () => {
    // Libraries give up by themselves on an answer without their protocol, so the bytes are read here.
    for (const header of ['Sec-WebSocket-Protocol: graphql-ws\r\n', '']) {
      const { hostname, port } = new URL(hub.url);
      const tcp = connect(Number(port), hostname);
      tcp.write(
        `GET /graphql HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n${header}\r\n`,
      );
      let bytes = Buffer.alloc(0);
      while (bytes.indexOf('\r\n\r\n') < 0 || bytes.length < bytes.indexOf('\r\n\r\n') + 8)
        bytes = Buffer.concat([bytes, (await once(tcp, 'data'))[0]]);
      const frame = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
      expect([frame[0], frame.readUInt16BE(2)]).toEqual([0x88, 4406]);
      tcp.destroy();
    }
  });

  it('with 4408 when no connection_init comes in time', async () => {
    expect(await (await open()).closed).toMatchObject({ code: 4408 });
  });

  it('with 4429 at a second connection_init', async () => {
    const socket = await ready();
    socket.send({ type: 'connection_init' });
    expect(await socket.closed).toMatchObject({ code: 4429 });
  });

  it('with 4401 when an operation comes before the acknowledgement', async () => {
    const socket = await open();
    socket.subscribe('1', '{ __typename }');
    expect(await socket.closed).toMatchObject({ code: 4401 });
  });

  it('with 4403 when the credential is unknown, missing or expired', async () => {
    const expired = await hub.key(orgId, ['feed:read'], new Date(Date.now() - 1000));
    for (const payload of [undefined, {}, { authorization: 'Bearer rt_unknown' }, { authorization: 7 }, expired.header]) {
      const socket = await open();
      socket.send({ type: 'connection_init', payload });
      expect(await socket.closed).toMatchObject({ code: 4403 });
      expect(socket.received).toEqual([]);
    }
  });

  it('with 4409 when an id is taken while its operation is under way', async () => {
    hub.feed.source = async function* (_request, signal) {
      await untilAborted(signal);
    };
    const socket = await ready();
    socket.subscribe('1', 'subscription { noteTicks { cursor } }');
    socket.subscribe('1', '{ __typename }');
    expect(await socket.closed).toMatchObject({ code: 4409, reason: 'Subscriber for 1 already exists' });
  });

  it('with 4400 at anything that no client may send', async () => {
    const wrong = [
      'no json',
      '[]',
      '{}',
      '{"type":"nonsense"}',
      '{"type":"next","id":"1","payload":{}}',
      '{"type":"subscribe","payload":{"query":"{ a }"}}',
      '{"type":"subscribe","id":"","payload":{"query":"{ a }"}}',
      '{"type":"subscribe","id":"1","payload":{"query":7}}',
      '{"type":"subscribe","id":"1","payload":{"query":"{ a }","variables":[]}}',
      '{"type":"complete"}',
      '{"type":"ping","payload":1}',
      '{"type":"toString"}',
    ];
    for (const message of wrong) {
      const socket = await ready();
      socket.send(message);
      expect(await socket.closed, message).toMatchObject({ code: 4400 });
    }
    const binary = await ready();
    binary.socket.send(Buffer.from('{"type":"ping"}'));
    expect(await binary.closed).toMatchObject({ code: 4400 });
  });

  it('with 1009 at a message larger than the limit', async () => {
    const socket = await ready();
    socket.subscribe('1', `{ __typename } #${'x'.repeat(2 * 1024 * 1024)}`);
    expect(await socket.closed).toMatchObject({ code: 1009 });
  });

  it('with 4403 within two seconds when its key is revoked, whoever tells first', async () => {
    const doomed = await hub.key(orgId, ['feed:read']);
    const socket = await RawSocket.ready(hub.url, doomed.header.authorization);
    hub.feed.revoke(doomed.id);
    expect(await socket.closed).toMatchObject({ code: 4403 });
    const second = await hub.key(orgId, ['feed:read']);
    const asking = await RawSocket.ready(hub.url, second.header.authorization);
    await hub.db.owner.query('update app.api_key set ends_at = clock_timestamp() where id = $1', [second.id]);
    let id = 0;
    const end = Date.now() + 2_000;
    while (asking.socket.readyState === asking.socket.OPEN && Date.now() < end) {
      asking.subscribe(String(id++), '{ __typename }');
      await sleep(50);
    }
    expect(await asking.closed).toMatchObject({ code: 4403 });
  });

  it('with 4403 when its key expires while it waits', async () => {
    const brief = await hub.key(orgId, ['feed:read'], new Date(Date.now() + 1_500));
    const socket = await RawSocket.ready(hub.url, brief.header.authorization);
    expect(await socket.closed).toMatchObject({ code: 4403, reason: 'The credential has expired' });
  });
});

describe('a key that has spent its budget', () => {
  it('is refused with 4429 over a socket as with 429 over HTTP', async () => {
    const url = await hub.another({ limits: { costPerMinute: 40 } });
    const greedy = await hub.key(orgId, ['orders:read']);
    const socket = await RawSocket.ready(url, greedy.header.authorization);
    for (let id = 0; id < 500 && socket.socket.readyState === socket.socket.OPEN; id++) {
      socket.subscribe(String(id), '{ notes(first: 20) { nodes { id title } } }');
      await Promise.race([socket.next(), socket.closed]);
    }
    expect(await socket.closed).toMatchObject({ code: 4429, reason: expect.stringMatching(/retry after \d+ s/) });
    await hub.stopLast();
  });
});

describe('a connection', () => {
  it('answers pings with their payload, before and after it is acknowledged, and takes pongs in silence', async () => {
    const socket = await open();
    socket.send({ type: 'pong' });
    socket.send({ type: 'ping', payload: { at: 1 } });
    expect(await socket.next()).toEqual({ type: 'pong', payload: { at: 1 } });
    socket.send({ type: 'connection_init', payload: { authorization } });
    expect(await socket.next()).toEqual({ type: 'connection_ack' });
    socket.send({ type: 'ping' });
    expect(await socket.next()).toEqual({ type: 'pong' });
  });

  it('ignores the completion of an id that it does not know', async () => {
    const socket = await ready();
    socket.send({ type: 'complete', id: 'unknown' });
    socket.subscribe('1', '{ __typename }');
    expect(await socket.next()).toMatchObject({ type: 'next', id: '1' });
  });

  it('of a browser is known by its cookie from the same origin, and by no cookie from another', async () => {
    const { login, password } = await hub.person(orgId, ['CLERK']);
    const opened = await fetch(`${hub.url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
    const cookie = opened.headers.get('set-cookie')?.split(';')[0] ?? '';
    const own = await RawSocket.open(hub.url, { headers: { cookie, origin: hub.url } });
    own.send({ type: 'connection_init' });
    expect(await own.next()).toEqual({ type: 'connection_ack' });
    const foreign = await RawSocket.open(hub.url, { headers: { cookie, origin: 'https://elsewhere.example' } });
    foreign.send({ type: 'connection_init' });
    expect(await foreign.closed).toMatchObject({ code: 4403 });
  });

  it('is refused at any other path', async () => {
    const elsewhere = new WebSocket(`${hub.url.replace('http', 'ws')}/other`, 'graphql-transport-ws');
    const [error] = await once(elsewhere, 'error');
    expect(String(error)).toContain('404');
  });
});

describe('a hub that stops', () => {
  it('closes its sockets with 1001, so that clients come back', async () => {
    const url = await hub.another();
    const socket = await RawSocket.ready(url, authorization);
    await hub.stopLast();
    expect(await socket.closed).toMatchObject({ code: 1001 });
  });
});
