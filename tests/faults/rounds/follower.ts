import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Org } from './hub.js';
import type { Member } from './member.js';

interface Item {
  readonly cursor: string;
  readonly kind: string;
  readonly event: { readonly id: string } | null;
}

interface Message {
  readonly type: string;
  readonly payload?: { readonly data?: { readonly feed: Item } | null };
}

const FEED = `subscription ($after: Cursor) { feed(after: $after) { cursor kind
  event { id type subjectId version status } node { id ... on Order { version status lines { lineId quantity } } } } }`;

/** An organisation's system that follows its feed: whenever its socket or its stream ends it goes on behind its last cursor. */
export class Follower {
  readonly items: Item[] = [];
  /** How often it began anew. */
  resumptions = -1;
  #ended = false;
  #socket: WebSocket | undefined;
  readonly #following: Promise<void>;

  constructor(
    readonly org: Org,
    readonly apis: readonly Member[],
    /** The cursor behind which it begins. */
    readonly from: string,
    /** Place of the API to which it goes first. */
    readonly first: number,
  ) {
    this.#following = this.#follow();
  }

  async end(): Promise<void> {
    this.#ended = true;
    this.#socket?.terminate();
    await this.#following;
  }

  async #follow(): Promise<void> {
    for (let turn = this.first; !this.#ended; turn++) {
      const api = this.apis[turn % this.apis.length] as Member;
      await this.#listen(api).catch(() => undefined);
      await sleep(50);
    }
  }

  async #listen(api: Member): Promise<void> {
    const socket = new WebSocket(`${api.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    this.#socket = socket;
    const closed = once(socket, 'close');
    socket.on('error', () => undefined);
    const send = (message: object): void => socket.send(JSON.stringify(message));
    socket.on('open', () => send({ type: 'connection_init', payload: { authorization: `Bearer ${this.org.keys[0]}` } }));
    socket.on('message', (data) => {
      // What still arrives on a socket that was given up belongs to its successor.
      if (this.#socket !== socket) return;
      const { type, payload } = JSON.parse(String(data)) as Message;
      if (type === 'connection_ack') {
        this.resumptions += 1;
        send({ id: '1', type: 'subscribe', payload: { query: FEED, variables: { after: this.items.at(-1)?.cursor ?? this.from } } });
      } else if (type === 'next' && payload?.data) this.items.push(payload.data.feed);
      else if (type === 'ping') send({ type: 'pong' });
      else socket.terminate();
    });
    await closed;
  }
}
