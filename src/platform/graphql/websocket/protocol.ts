/** The sub-protocol that is spoken, and all of its messages that a client may send. */
export const PROTOCOL = 'graphql-transport-ws';

export const CLOSE = {
  goingAway: 1001,
  tryAgainLater: 1013,
  badMessage: 4400,
  unauthorized: 4401,
  forbidden: 4403,
  protocol: 4406,
  initTimeout: 4408,
  subscriberExists: 4409,
  tooMany: 4429,
  internal: 4500,
} as const;

export interface SubscribePayload {
  readonly query: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
}

export type ClientMessage =
  | { readonly type: 'connection_init' | 'ping' | 'pong'; readonly payload?: Readonly<Record<string, unknown>> | null }
  | { readonly type: 'subscribe'; readonly id: string; readonly payload: SubscribePayload }
  | { readonly type: 'complete'; readonly id: string };

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const absentOr = (test: (value: unknown) => boolean) => (value: unknown) => value === undefined || value === null || test(value);
const optionalRecord = absentOr(isRecord);
const optionalText = absentOr((value) => typeof value === 'string');

const isId = (value: unknown): boolean => typeof value === 'string' && value.length > 0;

const isSubscribePayload = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.query === 'string' &&
  optionalText(value.operationName) &&
  optionalRecord(value.variables) &&
  optionalRecord(value.extensions);

const SHAPES: Readonly<Record<string, (message: Fields) => boolean>> = {
  connection_init: ({ payload }) => optionalRecord(payload),
  ping: ({ payload }) => optionalRecord(payload),
  pong: ({ payload }) => optionalRecord(payload),
  subscribe: ({ id, payload }) => isId(id) && isSubscribePayload(payload),
  complete: ({ id }) => isId(id),
};

/** A message of a client, or undefined when the text is none. What only a server may send is none either. */
export const readMessage = (text: string): ClientMessage | undefined => {
  try {
    const message: unknown = JSON.parse(text);
    const fits =
      isRecord(message) && typeof message.type === 'string' && Object.hasOwn(SHAPES, message.type) && SHAPES[message.type]?.(message);
    return fits ? (message as unknown as ClientMessage) : undefined;
  } catch {
    return undefined;
  }
};

/** Messages to the client; `json` is put in as it is. */
export const write = {
  ack: '{"type":"connection_ack"}',
  pong: (payload: unknown): string => JSON.stringify({ type: 'pong', ...(payload ? { payload } : {}) }),
  next: (id: string, json: string): string => `{"id":${JSON.stringify(id)},"type":"next","payload":${json}}`,
  error: (id: string, errors: readonly unknown[]): string => JSON.stringify({ id, type: 'error', payload: errors }),
  complete: (id: string): string => JSON.stringify({ id, type: 'complete' }),
};
