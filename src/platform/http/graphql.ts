import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Authenticator } from '../auth/authenticate.js';
import type { Budgets } from '../auth/budgets.js';
import type { HttpContext } from '../graphql/apollo.js';
import { fault } from '../graphql/faults.js';
import { createTrusted } from '../graphql/trusted.js';
import { type Caller, callerOf, refuse } from './request.js';

export const GRAPHQL_PATH = '/graphql';

/** The largest request body, and the largest message of a socket. */
export const MAX_REQUEST_BYTES = 2 * 1024 * 1024;

export interface GraphqlRouteDeps {
  readonly apollo: ApolloServer<HttpContext>;
  readonly authenticator: Authenticator;
  readonly budgets: Budgets;
  /** The content security policy of every answer. */
  readonly policy: string;
}

/** `/graphql` over HTTP. Who asks, and whether there is budget left, is known before the body is read. */
export function graphqlRoute(app: FastifyInstance, { apollo, authenticator, budgets, policy }: GraphqlRouteDeps): void {
  const callers = new WeakMap<FastifyRequest, Caller>();
  const trusted = createTrusted();

  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    void reply.header('content-security-policy', policy);
    const caller = await callerOf(request, authenticator);
    if (caller instanceof GraphQLError) return refuse(reply, caller);
    const wait = budgets.exhausted(caller.viewer.credentialId);
    if (wait !== undefined) return refuse(reply, fault('RATE_LIMITED', { retryAfter: wait }));
    callers.set(request, caller);
    return undefined;
  };

  app.route({
    url: GRAPHQL_PATH,
    method: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    bodyLimit: MAX_REQUEST_BYTES,
    // Helmet works its headers out anew for each answer, which is a tenth of a small one; these are the same each time.
    helmet: false,
    onRequest: admit,
    async handler(request, reply) {
      const { viewer } = callers.get(request) as Caller;
      const sent = trusted.resolve(request.body);
      if (sent instanceof GraphQLError) return refuse(reply, sent);
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: request.method, headers: headersOf(request), search: searchOf(request.url), body: sent },
        context: async () => ({ viewer, requestId: request.id, spend: (cost) => budgets.spend(viewer.credentialId, cost) }),
      });
      for (const [name, value] of headers) void reply.header(name, value);
      void reply.code(status ?? 200);
      return body.kind === 'complete' ? body.string : refuse(reply, fault('INTERNAL_SERVER_ERROR', { requestId: request.id }));
    },
  });
}

const headersOf = ({ headers }: FastifyRequest): HeaderMap => {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
};

const searchOf = (url: string): string => {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at);
};
