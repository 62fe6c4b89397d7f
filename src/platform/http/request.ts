import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLError } from 'graphql';
import type { Authenticator } from '../auth/authenticate.js';
import { bearerOf, CSRF_HEADER, type Credential, csrfMatches, sessionOf } from '../auth/credentials.js';
import type { Viewer } from '../auth/viewer.js';
import { fault, publicError } from '../graphql/faults.js';

const GIVEN_ID = /^[A-Za-z0-9._-]{1,64}$/;

/** The caller's `x-request-id` when it can stand in a log line, else a new one. */
export const requestIdOf = (given: string | readonly string[] | undefined): string =>
  typeof given === 'string' && GIVEN_ID.test(given) ? given : randomUUID();

/** Answers with errors in GraphQL's shape, whatever the route: a client has one way to read what went wrong. */
export const refuse = (reply: FastifyReply, error: GraphQLError): FastifyReply => {
  const { status = 500, headers = new Map<string, string>() } = (error.extensions.http ?? {}) as {
    status?: number;
    headers?: Map<string, string>;
  };
  for (const [name, value] of headers) void reply.header(name, value);
  if (status === 401) void reply.header('www-authenticate', 'Bearer realm="rongtong"');
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ errors: [publicError(error)] }));
};

export interface Caller {
  readonly viewer: Viewer;
  readonly credential: Credential;
}

const READS_ONLY = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Who sends a request: by key, or by session with the CSRF token when something may change.
 * @returns the caller, or the error to answer with
 */
export async function callerOf(request: FastifyRequest, authenticator: Authenticator): Promise<Caller | GraphQLError> {
  const { authorization, cookie } = request.headers;
  const credential = authorization === undefined ? sessionOf(cookie) : bearerOf(authorization);
  const viewer = credential && (await authenticator.viewerOf(credential, request.headers['accept-language']));
  if (!credential || !viewer) return fault('UNAUTHENTICATED');
  const guarded =
    credential.kind === 'KEY' || READS_ONLY.has(request.method) || csrfMatches(credential.secret, request.headers[CSRF_HEADER]);
  return guarded ? { viewer, credential } : fault('FORBIDDEN', { message: `Send the token of your session in the header ${CSRF_HEADER}.` });
}
