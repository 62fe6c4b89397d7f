import helmet from '@fastify/helmet';
import type { ApolloServer } from '@apollo/server';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import { type FaultCode, fault, faultFrom } from '../graphql/faults.js';
import type { HttpContext } from '../graphql/apollo.js';
import { type ConnectionDeps } from '../graphql/websocket/connection.js';
import { serveWebSockets } from '../graphql/websocket/index.js';
import { askAs, type DownloadDeps, downloadRoutes } from './downloads.js';
import { fileRoutes } from './files.js';
import type { Files } from '../files/index.js';
import { GRAPHQL_PATH, graphqlRoute, MAX_REQUEST_BYTES } from './graphql.js';
import { consoleFolder, consoleRoutes, type ShowPage } from './console.js';
import { type Check, healthRoutes } from './health.js';
import type { Metrics } from './metrics.js';
import { type PageDeps, pageRoutes } from './pages.js';
import type { Pressure } from './pressure.js';
import { refuse, requestIdOf } from './request.js';
import type { Desk, Routes } from './routes.js';
import { type SessionDeps, sessionRoutes } from './session.js';

export interface HttpServerDeps extends Omit<ConnectionDeps, 'newRequestId'>, Omit<SessionDeps, 'report'>, PageDeps, DownloadDeps {
  readonly apollo: ApolloServer<HttpContext>;
  readonly files: Files;
  readonly metrics: Metrics;
  readonly pressure: Pressure;
  readonly checks: readonly Check[];
  /** Pages of rooms. */
  readonly routes: readonly Routes[];
  readonly log: FastifyBaseLogger;
}

export interface HttpServer {
  /** Where it can be reached once it listens. */
  listen(address: { readonly host: string; readonly port: number }): Promise<string>;
  /** Stops taking requests, lets those under way end, closes sockets with 1001. */
  close(): Promise<void>;
}

/** Answers need a connection to the database: while those are short, these are refused before anything is read. */
const GUARDED = /^\/(graphql|session|files|exports|invitation)\b/;

/** The whole HTTP side of the hub on one port: GraphQL, its sockets, sessions, files, health, figures and pages. */
export async function createHttpServer(deps: HttpServerDeps): Promise<HttpServer> {
  const app = fastify({
    loggerInstance: deps.log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    requestIdHeader: false,
    bodyLimit: 64 * 1024,
    forceCloseConnections: 'idle',
    genReqId: (request) => requestIdOf(request.headers['x-request-id']),
    routerOptions: { maxParamLength: 100 },
  });
  // Only JSON is read, which no form of another site can send; files have a parser of their own.
  app.removeContentTypeParser('text/plain');
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: STRICT },
    strictTransportSecurity: deps.secureCookies,
  });
  followRequests(app, deps);
  answerErrors(app, deps.report, await consoleRoutes(app, consoleFolder()));
  graphqlRoute(app, { ...deps, policy: POLICY });
  sessionRoutes(app, deps);
  await fileRoutes(app, deps);
  downloadRoutes(app, deps);
  healthRoutes(app, { ...deps, metrics: deps.metrics.registry });
  await pageRoutes(app, deps);
  const desk: Desk = { ...deps, askAs: (viewer, requestId) => askAs(viewer, requestId, deps) };
  for (const routes of deps.routes) await app.register(async (scope) => routes(scope, desk));
  const sockets = serveWebSockets(app.server, {
    ...deps,
    path: GRAPHQL_PATH,
    maxMessageBytes: MAX_REQUEST_BYTES,
    newRequestId: () => requestIdOf(undefined),
    overloaded: deps.pressure.retryAfter,
  });
  deps.metrics.add({ name: 'rongtong_sockets', help: 'Open WebSockets.', read: () => sockets.count });
  deps.metrics.add({
    name: 'rongtong_pool_wait_seconds',
    help: 'Wait for a connection to the database.',
    label: 'pool',
    read: () => deps.pressure.waits(),
  });
  return {
    listen: (address) => app.listen(address),
    async close() {
      await Promise.all([sockets.close(), app.close()]);
    },
  };
}

const STRICT = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};

const dashed = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const POLICY = Object.entries(STRICT)
  .map(([name, sources]) => `${dashed(name)} ${sources.join(' ')}`)
  .join(';');

/** Request id, figures and one log line for every request; refusal under pressure. */
function followRequests(app: FastifyInstance, { pressure, metrics }: HttpServerDeps): void {
  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    if (GUARDED.test(request.url)) void reply.header('cache-control', 'private, no-store');
    const retryAfter = GUARDED.test(request.url) ? pressure.retryAfter() : undefined;
    return retryAfter === undefined ? undefined : refuse(reply, fault('UNAVAILABLE', { requestId: request.id, retryAfter }));
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    metrics.requests.observe({ route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    request.log.info({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
  });
}

const CODES: Readonly<Record<number, string>> = { 404: 'NOT_FOUND', 413: 'TOO_LARGE', 415: 'UNSUPPORTED_MEDIA_TYPE' };

function answerErrors(app: FastifyInstance, report: HttpServerDeps['report'], showPage: ShowPage): void {
  app.setNotFoundHandler(
    (request, reply) => showPage(request, reply) ?? refuse(reply, clientError(404, 'There is nothing at this address.')),
  );
  app.setErrorHandler<Error & { statusCode?: number }>((error, request, reply) => {
    const { statusCode = 500 } = error;
    const known = statusCode >= 400 && statusCode < 500;
    return refuse(
      reply,
      known ? clientError(statusCode, error.message) : faultFrom(error, request.id, (inner) => report(inner, request.id)),
    );
  });
}

const clientError = (status: number, message: string): GraphQLError =>
  new GraphQLError(message, {
    extensions: { code: CODES[status] ?? ('BAD_USER_INPUT' satisfies FaultCode), http: { status, headers: new Map() } },
  });
