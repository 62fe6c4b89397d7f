import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Org } from './hub.js';
import type { Member } from './member.js';

const FEED = `subscription ($after: Cursor) { feed(after: $after) { cursor event { id } node { ... on Order { id lines { lineId quantity } } } } }`;

/** As many as one socket may have open, so that little happening is much to be read. */
const STREAMS = 100;

interface Item {
  readonly cursor: string;
  readonly event: { readonly id: string };
}

/** A socket with many streams that takes nothing after its beginning. */
export class SlowSocket {
  readonly items = new Map<string, Item[]>();
  /** Settles with the code with which the hub closed it, once it reads again. */
  readonly closed: Promise<number>;
  readonly #socket: WebSocket;

  constructor(
    readonly api: Member,
    readonly org: Org,
    readonly from: string,
  ) {
    this.#socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    this.#socket.on('error', () => undefined);
    this.#socket.on('message', (data) => this.#take(String(data)));
    this.closed = once(this.#socket, 'close').then(([code]) => code as number);
  }

  /** Subscribes everything and stops to read. */
  async begin(): Promise<void> {
    const send = (message: object): void => this.#socket.send(JSON.stringify(message));
    await once(this.#socket, 'open');
    send({ type: 'connection_init', payload: { authorization: `Bearer ${this.org.keys[0]}` } });
    await once(this.#socket, 'message');
    this.#socket.pause();
    for (let n = 0; n < STREAMS; n++) send({ id: String(n), type: 'subscribe', payload: { query: FEED, variables: { after: this.from } } });
  }

  /** Settles when the hub has given the socket up; asks with the key of an operator. */
  async givenUp(operator: string, before: number): Promise<void> {
    while ((await openSockets(this.api, operator)) > before) await sleep(200);
  }

  read(): void {
    this.#socket.resume();
  }

  #take(text: string): void {
    const { id, type, payload } = JSON.parse(text) as { id?: string; type: string; payload?: { data?: { feed: Item } } };
    if (type !== 'next' || id === undefined || !payload?.data) return;
    this.items.set(id, [...(this.items.get(id) ?? []), payload.data.feed]);
  }
}

/** What the API itself counts. */
export const openSockets = async (api: Member, operator: string): Promise<number> => {
  const text = await (await fetch(`${api.url}/metrics`, { headers: { authorization: `Bearer ${operator}` } })).text();
  const found = /^rongtong_sockets (\d+)$/m.exec(text);
  if (!found) throw new Error(text.slice(0, 200));
  return Number(found[1]);
};
