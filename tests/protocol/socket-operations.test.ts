import { once } from 'node:events';
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
  hub = await startHub({ limits: { slowReaderMs: 1_000 } });
  orgId = await hub.organisation();
  key = await hub.key(orgId, ['orders:read', 'orders:write', 'feed:read']);
  authorization = key.header.authorization;
});
afterAll(() => hub.stop());
afterEach(() => {
  hub.feed.source = async function* () {};
});

const untilAborted = (signal: AbortSignal): Promise<unknown> => (signal.aborted ? Promise.resolve() : once(signal, 'abort'));
const ready = () => RawSocket.ready(hub.url, authorization);
const tick = (n: number) => ({ json: `{"data":{"noteTicks":{"cursor":"${n}"}}}` });

describe('an operation over a socket', () => {
  it('reads and writes as over HTTP, with its cost', async () => {
    const socket = await ready();
    socket.subscribe('w', 'mutation($t: String!) { noteWrite(input: { title: $t }) { note { title } userErrors { code } } }', {
      t: 'by socket',
    });
    expect(await socket.next()).toMatchObject({
      id: 'w',
      type: 'next',
      payload: { data: { noteWrite: { note: { title: 'by socket' }, userErrors: [] } }, extensions: { cost: expect.any(Number) } },
    });
    expect(await socket.next()).toEqual({ id: 'w', type: 'complete' });
    socket.subscribe('q', '{ notes(first: 1) { nodes { title } } }');
    expect(await socket.next()).toMatchObject({ payload: { data: { notes: { nodes: [{ title: 'by socket' }] } } } });
  });

  it('that is refused gets one error message and nothing more, and its id is free again', async () => {
    const socket = await ready();
    for (const query of [
      '{ nonsense }',
      '{',
      '{ audited(id: "x") { id } }',
      'query($a: Int!) { notes(first: $a) { nodes { id } } }',
      'subscription { __typename }',
    ]) {
      socket.subscribe('1', query);
      expect(await socket.next(), query).toMatchObject({
        id: '1',
        type: 'error',
        payload: [{ message: expect.any(String), extensions: { code: expect.any(String) } }],
      });
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
      await new Promise<void>((resolve) => {
        release = resolve;
      });
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
    const client = createClient({
      url: `${hub.url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization },
    });
    const ticks: unknown[] = [];
    for await (const item of client.iterate({ query: 'subscription { noteTicks { cursor } }' })) ticks.push(item.data);
    expect(ticks).toEqual([{ noteTicks: { cursor: '1' } }, { noteTicks: { cursor: '2' } }]);
    await client.dispose();
  });
});
