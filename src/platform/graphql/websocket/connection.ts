import type { IncomingMessage } from 'node:http';
import { getArgumentValues } from 'graphql/execution/values.js';
import type { WebSocket } from 'ws';
import type { Authenticator } from '../../auth/authenticate.js';
import type { Budgets } from '../../auth/budgets.js';
import { bearerOf, type Credential, sessionOf } from '../../auth/credentials.js';
import type { Viewer } from '../../auth/viewer.js';
import type { Documents } from '../documents.js';
import type { Executor } from '../executor.js';
import { fault, faultFrom, publicError } from '../faults.js';
import { type Live, TooSlow } from '../live.js';
import type { Operation, SelectedField } from '../operation.js';
import { writeResult } from '../raw.js';
import { Guard } from './guard.js';
import { Outgoing } from './outgoing.js';
import { type ClientMessage, CLOSE, readMessage, type SubscribePayload, write } from './protocol.js';

export interface ConnectionDeps {
  readonly executor: Executor;
  readonly documents: Documents;
  readonly live: Live;
  readonly authenticator: Authenticator;
  readonly budgets: Budgets;
  readonly newRequestId: () => string;
  readonly report: (error: unknown, requestId: string) => void;
  /** How long a client may take to send `connection_init`. */
  readonly initTimeoutMs: number;
  /** How long a reader may take nothing while something waits for it. */
  readonly slowReaderMs: number;
}

/** Operations that one socket may have open at once. */
const MAX_ACTIVE = 100;
const CLOSE_GRACE_MS = 5_000;

/** A page of another site may open a socket here, and the browser would send the cookie along: the origin tells. */
const sameOrigin = ({ headers }: IncomingMessage): boolean =>
  headers.origin === undefined || (URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host);

/** One socket: the protocol's states, its operations and its end. */
export class Connection {
  readonly #active = new Map<string, AbortController>();
  readonly #outgoing: Outgoing;
  readonly #initTimer: NodeJS.Timeout;
  readonly #guard: Guard;
  #initialised = false;
  #credential: Credential | undefined;

  constructor(
    readonly socket: WebSocket,
    readonly request: IncomingMessage,
    readonly deps: ConnectionDeps,
  ) {
    this.#outgoing = new Outgoing(socket, deps.slowReaderMs, () => this.#tooSlow());
    this.#guard = new Guard(deps.live, (reason) => this.close(CLOSE.forbidden, reason));
    this.#initTimer = setTimeout(() => this.close(CLOSE.initTimeout, 'Connection initialisation timeout'), deps.initTimeoutMs);
    socket.on('message', (data, isBinary) => this.#receive(isBinary ? '' : String(data)));
    socket.on('close', () => this.#closed());
  }

  /** Closes with a reason; whoever does not answer the closing is cut off. */
  close(code: number, reason: string): void {
    this.socket.close(code, reason);
    setTimeout(() => this.socket.terminate(), CLOSE_GRACE_MS).unref();
    this.#closed();
  }

  /** Ends the socket if its credential no longer stands for anybody. */
  async recheck(): Promise<void> {
    if (this.#credential) await this.#viewer();
  }

  #closed(): void {
    clearTimeout(this.#initTimer);
    this.#guard.end();
    for (const operation of this.#active.values()) operation.abort();
    this.#active.clear();
    this.#outgoing.end();
  }

  #tooSlow(): void {
    this.close(CLOSE.tryAgainLater, 'Too slow: resume each subscription after the last cursor that you received');
  }

  #receive(text: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    const message = readMessage(text);
    if (!message) this.close(CLOSE.badMessage, 'Invalid message received');
    else
      this.#handle(message).catch((error: unknown) => {
        this.deps.report(error, 'websocket');
        this.close(CLOSE.internal, 'Internal server error');
      });
  }

  async #handle(message: ClientMessage): Promise<void> {
    switch (message.type) {
      case 'connection_init':
        return this.#initialise(message.payload ?? {});
      case 'ping':
        return this.#outgoing.send(write.pong(message.payload));
      case 'pong':
        return;
      case 'complete':
        this.#active.get(message.id)?.abort();
        this.#active.delete(message.id);
        return;
      case 'subscribe':
        return this.#subscribe(message.id, message.payload);
    }
  }

  async #initialise(params: Readonly<Record<string, unknown>>): Promise<void> {
    if (this.#initialised) return this.close(CLOSE.tooMany, 'Too many initialisation requests');
    this.#initialised = true;
    clearTimeout(this.#initTimer);
    const cookie = sameOrigin(this.request) ? sessionOf(this.request.headers.cookie) : undefined;
    const credential = params.authorization === undefined ? cookie : bearerOf(params.authorization);
    const viewer = credential && (await this.deps.authenticator.viewerOf(credential, this.request.headers['accept-language']));
    if (!viewer) return this.close(CLOSE.forbidden, 'Forbidden');
    this.#credential = credential;
    this.#guard.watch(viewer);
    this.#outgoing.send(write.ack);
  }

  /** Who this socket speaks for now: rights are read anew for every operation. */
  async #viewer(): Promise<Viewer | undefined> {
    const viewer = this.#credential && (await this.deps.authenticator.viewerOf(this.#credential, this.request.headers['accept-language']));
    if (!viewer) this.close(CLOSE.forbidden, 'The credential is no longer valid');
    return viewer;
  }

  async #subscribe(id: string, payload: SubscribePayload): Promise<void> {
    if (!this.#credential) return this.close(CLOSE.unauthorized, 'Unauthorized');
    if (this.#active.has(id)) return this.close(CLOSE.subscriberExists, `Subscriber for ${id} already exists`.slice(0, 120));
    if (this.#active.size >= MAX_ACTIVE) return this.close(CLOSE.tooMany, `At most ${MAX_ACTIVE} operations at once`);
    const abort = new AbortController();
    this.#active.set(id, abort);
    try {
      await this.#operate(id, payload, abort.signal);
    } finally {
      // The id may be in use again: a new operation that took it after `complete` is not ours to remove.
      if (this.#active.get(id) === abort) this.#active.delete(id);
    }
  }

  async #operate(id: string, { query, operationName, variables }: SubscribePayload, signal: AbortSignal): Promise<void> {
    const viewer = await this.#viewer();
    if (!viewer || signal.aborted) return;
    const wait = this.deps.budgets.exhausted(viewer.credentialId);
    if (wait !== undefined) return this.close(CLOSE.tooMany, `Budget spent; retry after ${wait} s`);
    const prepared = this.deps.documents.prepare(query, operationName);
    if ('errors' in prepared) return this.#send(signal, write.error(id, prepared.errors.map(publicError)));
    const operation: Operation = { ...prepared, variables, viewer, requestId: this.deps.newRequestId() };
    if (prepared.operation.operation === 'subscription') return this.#stream(id, operation, signal);
    const { data, errors, extensions } = await this.deps.executor.execute(operation);
    this.deps.budgets.spend(viewer.credentialId, extensions?.cost ?? 1);
    if (data === undefined) return this.#send(signal, write.error(id, (errors ?? []).map(publicError)));
    this.#send(signal, write.next(id, writeResult({ data, extensions, ...(errors && { errors: errors.map(publicError) }) })));
    this.#send(signal, write.complete(id));
  }

  async #stream(id: string, operation: Operation, signal: AbortSignal): Promise<void> {
    const selected = this.deps.executor.subscription(operation);
    if ('errors' in selected) return this.#send(signal, write.error(id, selected.errors.map(publicError)));
    try {
      for await (const { json } of this.deps.live.subscribe({ ...selected, args: argsOf(selected) }, signal)) {
        if (signal.aborted) return;
        this.#send(signal, write.next(id, json));
        this.deps.budgets.spend(operation.viewer.credentialId, 1);
        await this.#outgoing.room();
      }
      this.#send(signal, write.complete(id));
    } catch (error) {
      if (error instanceof TooSlow) return this.#tooSlow();
      const known = faultFrom(error, operation.requestId, (inner) => this.deps.report(inner, operation.requestId));
      this.#send(signal, write.error(id, [publicError(known)]));
    }
  }

  #send(signal: AbortSignal, text: string): void {
    if (!signal.aborted) this.#outgoing.send(text);
  }
}

const argsOf = ({ field, fieldNodes, variables }: SelectedField): Record<string, unknown> => {
  const [node] = fieldNodes;
  if (!node) throw fault('BAD_USER_INPUT');
  return getArgumentValues(field, node, variables);
};
