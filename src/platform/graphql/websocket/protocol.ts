import {
  CloseCode,
  type CompleteMessage,
  type ConnectionInitMessage,
  GRAPHQL_TRANSPORT_WS_PROTOCOL,
  type Message,
  MessageType,
  type PingMessage,
  type PongMessage,
  parseMessage,
  type SubscribeMessage,
} from 'graphql-ws';

// Messages and codes are those of graphql-ws. Its server is not used: it would parse and print again every answer that comes as
// text, and it loses an id that is taken again at once after `complete`.
export type { SubscribePayload } from 'graphql-ws';
export const PROTOCOL = GRAPHQL_TRANSPORT_WS_PROTOCOL;

export const CLOSE = {
  goingAway: 1001,
  tryAgainLater: 1013,
  badMessage: CloseCode.BadRequest,
  unauthorized: CloseCode.Unauthorized,
  forbidden: CloseCode.Forbidden,
  protocol: CloseCode.SubprotocolNotAcceptable,
  initTimeout: CloseCode.ConnectionInitialisationTimeout,
  subscriberExists: CloseCode.SubscriberAlreadyExists,
  tooMany: CloseCode.TooManyInitialisationRequests,
  internal: CloseCode.InternalServerError,
} as const;

export type ClientMessage = ConnectionInitMessage | PingMessage | PongMessage | SubscribeMessage | CompleteMessage;

const FROM_CLIENTS: ReadonlySet<MessageType> = new Set([
  MessageType.ConnectionInit,
  MessageType.Ping,
  MessageType.Pong,
  MessageType.Subscribe,
  MessageType.Complete,
]);

const isOfClient = (message: Message): message is ClientMessage => FROM_CLIENTS.has(message.type);

/** A message of a client, or undefined when the text is none. What only a server may send is none either. */
export const readMessage = (text: string): ClientMessage | undefined => {
  try {
    const message = parseMessage(text);
    return isOfClient(message) ? message : undefined;
  } catch {
    return undefined;
  }
};

/** Messages to the client; `json` is put in as it is. */
export const write = {
  ack: `{"type":"${MessageType.ConnectionAck}"}`,
  pong: (payload: unknown): string => JSON.stringify({ type: MessageType.Pong, ...(payload ? { payload } : {}) }),
  next: (id: string, json: string): string => `{"id":${JSON.stringify(id)},"type":"${MessageType.Next}","payload":${json}}`,
  error: (id: string, errors: readonly unknown[]): string => JSON.stringify({ id, type: MessageType.Error, payload: errors }),
  complete: (id: string): string => JSON.stringify({ id, type: MessageType.Complete }),
};
