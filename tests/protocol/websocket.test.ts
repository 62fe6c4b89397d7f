import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'graphql-ws';
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
const tick = (n: number) => ({ json: `{"data":{"noteTicks":{"cursor":"${n}"}}}` });

describe('the socket is closed', () => {
  it('with 4406 when the client speaks another sub-protocol, or none', async () => {
    // Libraries give up by themselves on an answer without their protocol, so the bytes are read here.
    for (const header of ['Sec-WebSocket-Protocol: graphql-ws\r\n', '']) {
      const { hostname, port } = new URL(hub.url);
      const tcp = connect(Number(port), hostname);
      tcp.write(`GET /graphql HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n${header}\r\n`);
      let bytes = Buffer.alloc(0);
      while (bytes.indexOf('\r\n\r\n') < 0 || bytes.length < bytes.indexOf('\r\n\r\n') + 8) bytes = Buffer.concat([bytes, (await once(tcp, 'data'))[0]]);
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
    const wrong = ['no json', '[]', '{}', '{"type":"nonsense"}', '{"type":"next","id":"1","payload":{}}', '{"type":"subscribe","payload":{"query":"{ a }"}}',
      '{"type":"subscribe","id":"","payload":{"query":"{ a }"}}', '{"type":"subscribe","id":"1","payload":{"query":7}}',
      '{"type":"subscribe","id":"1","payload":{"query":"{ a }","variables":[]}}', '{"type":"complete"}', '{"type":"ping","payload":1}', '{"type":"toString"}'];
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
    const opened = await fetch(`${hub.url}/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) });
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

describe('an operation over a socket', () => {
  it('reads and writes as over HTTP, with its cost', async () => {
    const socket = await ready();
    socket.subscribe('w', 'mutation($t: String!) { noteWrite(input: { title: $t }) { note { title } userErrors { code } } }', { t: 'by socket' });
    expect(await socket.next()).toMatchObject({ id: 'w', type: 'next', payload: { data: { noteWrite: { note: { title: 'by socket' }, userErrors: [] } }, extensions: { cost: expect.any(Number) } } });
    expect(await socket.next()).toEqual({ id: 'w', type: 'complete' });
    socket.subscribe('q', '{ notes(first: 1) { nodes { title } } }');
    expect(await socket.next()).toMatchObject({ payload: { data: { notes: { nodes: [{ title: 'by socket' }] } } } });
  });

  it('that is refused gets one error message and nothing more, and its id is free again', async () => {
    const socket = await ready();
    for (const query of ['{ nonsense }', '{', '{ audited(id: "x") { id } }', 'query($a: Int!) { notes(first: $a) { nodes { id } } }', 'subscription { __typename }']) {
      socket.subscribe('1', query);
      expect(await socket.next(), query).toMatchObject({ id: '1', type: 'error', payload: [{ message: expect.any(String), extensions: { code: expect.any(String) } }] });
    }
    socket.subscribe('1', '{ __typename }');
    expect(await socket.next()).toMatchObject({ type: 'next' });
  });

  it('that the client completes is ended, and a new one may have its id at once', async () => {
    let release = (): void => undefined;
    // The first source is slow to end; the second must not lose its registration to it.
    hub.feed.source = async function* (_request, signal) {
      yield tick(1);
      await untilAborted(signal);
      await new Promise<void>((resolve) => { release = resolve; });
    };
    const socket = await ready();
    socket.subscribe('1', 'subscription { noteTicks { cursor } }');
    expect(await socket.next()).toMatchObject({ payload: { data: { noteTicks: { cursor: '1' } } } });
    socket.send({ type: 'complete', id: '1' });
    socket.subscribe('1', 'subscription { noteTicks { cursor } }');
    expect(await socket.next()).toMatchObject({ id: '1', type: 'next' });
    release();
    await sleep(20);
    socket.subscribe('1', '{ __typename }');
    expect(await socket.closed).toMatchObject({ code: 4409 });
  });

  it('streams items with their arguments until the source ends', async () => {
    hub.feed.source = async function* ({ args }) {
      yield* [tick(1), tick(Number(args.after))];
    };
    const socket = await ready();
    socket.subscribe('s', 'subscription($c: Cursor) { noteTicks(after: $c) { cursor } }', { c: '41' });
    expect(await socket.next()).toMatchObject({ type: 'next', payload: { data: { noteTicks: { cursor: '1' } } } });
    expect(await socket.next()).toMatchObject({ type: 'next', payload: { data: { noteTicks: { cursor: '41' } } } });
    expect(await socket.next()).toEqual({ id: 's', type: 'complete' });
  });

  it('whose source fails says so without a word of the inside', async () => {
    hub.feed.source = async function* () {
      yield tick(1);
      throw new Error('secret of the inside');
    };
    const socket = await ready();
    socket.subscribe('s', 'subscription { noteTicks { cursor } }');
    await socket.next();
    const failed = await socket.next();
    expect(failed).toMatchObject({ type: 'error', id: 's', payload: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    expect(JSON.stringify(failed)).not.toContain('secret');
  });

  it('ends with its socket', async () => {
    hub.feed.source = async function* (_request, signal) {
      await untilAborted(signal);
    };
    const { started, ended } = { started: hub.feed.started.length, ended: hub.feed.ended };
    const socket = await ready();
    socket.subscribe('a', 'subscription { noteTicks { cursor } }');
    await expect.poll(() => hub.feed.started.length).toBe(started + 1);
    socket.socket.terminate();
    await expect.poll(() => hub.feed.ended).toBe(ended + 1);
  });

  it('needs the right of its policy', async () => {
    const reader = await hub.key(orgId, ['orders:read']);
    const socket = await RawSocket.ready(hub.url, reader.header.authorization);
    socket.subscribe('s', 'subscription { noteTicks { cursor } }');
    expect(await socket.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'FORBIDDEN' } }] });
  });
});

describe('a reader that takes nothing', () => {
  it('is given no more than the bound, then closed with 1013 to resume from its last cursor; no other reader feels it', async () => {
    const wide = 'x'.repeat(64 * 1024);
    let produced = 0;
    const ended = hub.feed.ended;
    hub.feed.source = async function* (_request, signal) {
      while (!signal.aborted) {
        produced += 1;
        yield { json: `{"data":{"noteTicks":{"cursor":"${produced} ${wide}"}}}` };
      }
    };
    const slow = await ready();
    slow.socket.pause();
    slow.subscribe('s', 'subscription { noteTicks { cursor } }');
    const other = await ready();
    other.subscribe('1', '{ __typename }');
    expect(await other.next()).toMatchObject({ type: 'next' });
    await expect.poll(() => hub.feed.ended, { timeout: 30_000 }).toBe(ended + 1);
    slow.socket.resume();
    expect(await slow.closed).toMatchObject({ code: 1013, reason: expect.stringContaining('last cursor') });
    // Everything before the closing arrived: what the reader saw last is where it resumes.
    const last = slow.received.at(-1)?.payload as { data: { noteTicks: { cursor: string } } };
    expect(last.data.noteTicks.cursor.split(' ')[0]).toBe(String(produced));
    console.log(`a reader that took nothing was given ${produced} items of 64 kB`);
  });

  it('cannot pile up answers either: its socket is gone', async () => {
    const operator = await hub.key(orgId, ['operator']);
    const sockets = async (): Promise<number> =>
      Number(/^rongtong_sockets (\d+)$/m.exec(await (await fetch(`${hub.url}/metrics`, { headers: operator.header })).text())?.[1]);
    const socket = await ready();
    const before = await sockets();
    socket.socket.pause();
    for (let n = 0; n < 1_000; n++) socket.send({ type: 'ping', payload: { wide: 'x'.repeat(16_384) } });
    await expect.poll(sockets, { timeout: 20_000 }).toBe(before - 1);
    socket.socket.terminate();
  });
});

describe('the client of graphql-ws', () => {
  it('gets along with it', async () => {
    hub.feed.source = async function* () {
      yield* [tick(1), tick(2)];
    };
    const client = createClient({ url: `${hub.url.replace('http', 'ws')}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization } });
    const ticks: unknown[] = [];
    for await (const item of client.iterate({ query: 'subscription { noteTicks { cursor } }' })) ticks.push(item.data);
    expect(ticks).toEqual([{ noteTicks: { cursor: '1' } }, { noteTicks: { cursor: '2' } }]);
    await client.dispose();
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
