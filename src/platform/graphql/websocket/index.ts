import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Connection, type ConnectionDeps } from './connection.js';
import { CLOSE, PROTOCOL } from './protocol.js';

export interface WebSocketDeps extends ConnectionDeps {
  readonly path: string;
  /** The largest message that is read; a larger one closes the socket (1009). */
  readonly maxMessageBytes: number;
  /** Seconds to wait while the hub is overloaded, else undefined. */
  readonly overloaded: () => number | undefined;
}

export interface WebSockets {
  readonly count: number;
  close(): Promise<void>;
}

const PING_EVERY_MS = 12_000;
const CLOSE_WITHIN_MS = 3_000;

const refuse = (socket: Duplex, status: number, headers = ''): void => {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n${headers}\r\n`);
};

/** GraphQL over WebSocket on the port and path of the HTTP server. */
export function serveWebSockets(server: Server, deps: WebSocketDeps): WebSockets {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: deps.maxMessageBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  const alive = new Map<WebSocket, Connection | undefined>();
  const quiet = new WeakSet<WebSocket>();

  const open = (socket: WebSocket, request: IncomingMessage): void => {
    // The socket closes itself after an error of the protocol; nobody else needs to know.
    socket.on('error', () => undefined);
    socket.on('pong', () => quiet.delete(socket));
    socket.on('close', () => alive.delete(socket));
    alive.set(socket, undefined);
    if (socket.protocol === PROTOCOL) alive.set(socket, new Connection(socket, request, deps));
    else socket.close(CLOSE.protocol, 'Subprotocol not acceptable');
  };

  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy());
    const wait = deps.overloaded();
    if (request.url?.split('?')[0] !== deps.path) refuse(socket, 404);
    else if (wait !== undefined) refuse(socket, 503, `Retry-After: ${wait}\r\n`);
    else sockets.handleUpgrade(request, socket, head, open);
  };
  server.on('upgrade', onUpgrade);

  const heartbeat = setInterval(() => {
    for (const [socket, connection] of alive) {
      if (quiet.has(socket)) socket.terminate();
      quiet.add(socket);
      socket.ping();
      connection?.recheck().catch((error: unknown) => deps.report(error, 'websocket'));
    }
  }, PING_EVERY_MS);
  heartbeat.unref();

  return {
    get count() {
      return alive.size;
    },
    async close() {
      clearInterval(heartbeat);
      server.off('upgrade', onUpgrade);
      for (const [socket, connection] of alive) (connection ?? socket).close(CLOSE.goingAway, 'Going away');
      const late = setTimeout(() => {
        for (const socket of alive.keys()) socket.terminate();
      }, CLOSE_WITHIN_MS);
      await Promise.all([...alive.keys()].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
      clearTimeout(late);
      sockets.close();
    },
  };
}
