import { once } from 'node:events';
import { type ClientOptions, WebSocket } from 'ws';

export type Message = { readonly type: string; readonly id?: string; readonly payload?: unknown };

/** A client of graphql-transport-ws that sends exactly what a test says and keeps all that comes. */
export class RawSocket {
  readonly received: Message[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  #read = 0;

  private constructor(readonly socket: WebSocket) {
    socket.on('message', (data) => this.received.push(JSON.parse(String(data))));
    this.closed = once(socket, 'close').then(([code, reason]) => ({ code, reason: String(reason) }));
  }

  static async open(url: string, options: ClientOptions & { readonly protocol?: string } = {}): Promise<RawSocket> {
    const raw = new RawSocket(new WebSocket(`${url.replace('http', 'ws')}/graphql`, options.protocol ?? 'graphql-transport-ws', options));
    await once(raw.socket, 'open');
    return raw;
  }

  /** Open and acknowledged. */
  static async ready(url: string, authorization: string): Promise<RawSocket> {
    const raw = await RawSocket.open(url);
    raw.send({ type: 'connection_init', payload: { authorization } });
    await raw.next();
    return raw;
  }

  send(message: object | string): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  subscribe(id: string, query: string, variables?: object): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }

  /** The next message that was not read yet. */
  async next(): Promise<Message> {
    while (this.received.length <= this.#read) await Promise.race([once(this.socket, 'message'), this.#gone()]);
    return this.received[this.#read++] as Message;
  }

  async #gone(): Promise<never> {
    const { code, reason } = await this.closed;
    throw new Error(`closed with ${code} ${reason}`);
  }
}
