import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GatewayGraphQLRequestContext, GatewayInterface } from '@apollo/server-gateway-interface';
import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../auth/viewer.js';
import { documentKeyOf } from './documents.js';
import type { Executor } from './executor.js';
import { fault } from './faults.js';
import { LIMITS, limitsRule } from './limits.js';
import { writeResult } from './raw.js';

/** What the HTTP layer knows of a request before Apollo sees it. */
export interface HttpContext {
  readonly viewer: Viewer;
  readonly requestId: string;
  /** Told what the answer cost. */
  readonly spend: (cost: number) => void;
}

// Under application/json these are answered with status 200, as clients of that older media type expect.
const WELL_FORMED = new Set<unknown>(['GRAPHQL_PARSE_FAILED', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT']);

const statusOfJson: ApolloServerPlugin<HttpContext> = {
  async requestDidStart() {
    return {
      async willSendResponse({ request, response }) {
        const accept = request.http?.headers.get('accept') ?? '';
        if (response.body.kind !== 'single' || accept.includes('application/graphql-response+json')) return;
        const { data, errors = [] } = response.body.singleResult;
        if (data === undefined && errors.length > 0 && errors.every((e) => WELL_FORMED.has(e.extensions?.code))) response.http.status = 200;
      },
    };
  },
};

const gatewayTo = (schema: GraphQLSchema, executor: Executor): GatewayInterface => ({
  async load() {
    return {
      async executor({ document, operation, operationName, queryHash, request, context }: GatewayGraphQLRequestContext) {
        const { viewer, requestId, spend } = context as HttpContext;
        if (!operation) return { errors: [fault('BAD_USER_INPUT', { message: 'Name one operation of the document.' })] };
        if (operation.operation === 'subscription') {
          return { errors: [fault('BAD_USER_INPUT', { message: 'Subscriptions are served over WebSocket at this address.' })] };
        }
        const documentKey = documentKeyOf(queryHash, operationName);
        const answer = await executor.execute({ document, operation, documentKey, variables: request.variables, viewer, requestId });
        spend(answer.extensions?.cost ?? 1);
        return answer as Awaited<ReturnType<NonNullable<Awaited<ReturnType<GatewayInterface['load']>>['executor']>>>;
      },
    };
  },
  onSchemaLoadOrUpdate(callback) {
    callback({ apiSchema: schema, coreSupergraphSdl: '' });
    return () => undefined;
  },
  async stop() {},
});

/** Apollo Server in front of our executor: its part is the protocol of GraphQL over HTTP. */
export const createApollo = (schema: GraphQLSchema, executor: Executor): ApolloServer<HttpContext> =>
  new ApolloServer<HttpContext>({
    gateway: gatewayTo(schema, executor),
    introspection: true,
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), statusOfJson],
    csrfPrevention: { requestHeaders: ['x-apollo-operation-name', 'apollo-require-preflight', 'authorization'] },
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    validationOptions: { maxErrors: LIMITS.maxErrors },
    stringifyResult: writeResult,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    persistedQueries: false,
  });
