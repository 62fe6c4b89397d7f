import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { parseId, publicId } from '../../kernel/ids.js';
import { textFault } from '../../kernel/text.js';
import type { Authenticator } from '../auth/authenticate.js';
import { csrfToken, guestCookie, newSessionSecret, secretHash, sessionCookie, sessionOf } from '../auth/credentials.js';
import { createLogin, type LoginAnswer } from '../auth/login.js';
import { fault } from '../graphql/faults.js';
import { callerOf, refuse } from './request.js';

export interface SessionDeps {
  readonly pool: Pool;
  readonly authenticator: Authenticator;
  /** Told that events were appended. */
  readonly wake: () => void;
  readonly report: (error: unknown, requestId: string) => void;
  /** Whether browsers reach the hub by https. */
  readonly secureCookies: boolean;
}

const HOURS = 12;
const MAX_AGE_SECONDS = HOURS * 3600;
const MAX_BODY_BYTES = 4 * 1024;

const text = (max: number) => z.string().refine((value) => textFault(value, max) === undefined);
const Login = z.object({ login: text(100), password: text(200), organisation: z.string().optional() });

/** Log-in, log-out, and what a page must know of its session after a reload. */
export function sessionRoutes(app: FastifyInstance, deps: SessionDeps): void {
  const { pool, authenticator, wake } = deps;
  app.post('/session', { bodyLimit: MAX_BODY_BYTES }, logInWith(deps));

  app.get('/session', async (request, reply) => {
    const caller = await callerOf(request, authenticator);
    if (caller instanceof GraphQLError) return refuse(reply, caller);
    const { viewer, credential } = caller;
    return {
      ...(credential.kind !== 'KEY' && { csrfToken: csrfToken(credential.secret) }),
      organisation: publicId('org', viewer.orgId),
      scopes: [...viewer.scopes],
      duties: [...viewer.duties],
      ...(viewer.expiresAt !== undefined && { expiresAt: new Date(viewer.expiresAt).toISOString() }),
    };
  });

  app.delete('/session', async (request, reply) => {
    const caller = await callerOf(request, authenticator);
    if (caller instanceof GraphQLError) return refuse(reply, caller);
    const session = sessionOf(request.headers.cookie);
    if (session) {
      const hash = secretHash(session.secret);
      if (session.kind === 'GUEST') await pool.query('select app.invitation_leave($1)', [hash]);
      else await pool.query('select app.session_end($1, $2)', [hash, request.id]);
      authenticator.forget(session);
      wake();
    }
    const gone = reply.header('set-cookie', (session?.kind === 'GUEST' ? guestCookie : sessionCookie)('', 0, deps.secureCookies));
    return gone.code(204).send();
  });
}

const WRONG = 'Name or password is wrong.';

const logInWith = (deps: SessionDeps) => {
  const { pool, wake, report } = deps;
  const login = createLogin(pool);
  return async (request: FastifyRequest, reply: FastifyReply) => {
    const given = Login.safeParse(request.body);
    if (!given.success) {
      return refuse(reply, fault('BAD_USER_INPUT', { message: 'Send {"login": "…", "password": "…"}; "organisation" is optional.' }));
    }
    const { organisation, ...attempt } = given.data;
    const orgId = organisation === undefined ? undefined : (parseId('org', organisation) ?? '');
    const answer = await login({ ...attempt, ...(orgId !== undefined && { orgId }), address: request.ip });
    if (answer.kind === 'limited') {
      return refuse(reply, fault('RATE_LIMITED', { message: 'Too many failed log-ins. Wait.', retryAfter: answer.retryAfterSeconds }));
    }
    if (answer.kind === 'refused') {
      // Not waited for: it writes only for accounts that exist, and the time of the answer must not tell.
      pool.query('select app.login_refused($1, $2)', [attempt.login, request.id]).then(wake, (error: unknown) => report(error, request.id));
      return refuse(reply, fault('UNAUTHENTICATED', { message: WRONG }));
    }
    const opened = await openSession(pool, answer, request.id);
    if (!opened) return refuse(reply, fault('UNAUTHENTICATED', { message: WRONG }));
    wake();
    void reply.header('set-cookie', sessionCookie(opened.secret, MAX_AGE_SECONDS, deps.secureCookies));
    return {
      csrfToken: csrfToken(opened.secret),
      expiresAt: opened.expiresAt,
      organisation: publicId('org', answer.orgId),
      organisations: answer.orgIds.map((id) => publicId('org', id)),
      passwordMustChange: answer.initial,
    };
  };
};

type Passed = Extract<LoginAnswer, { readonly kind: 'passed' }>;

/** Undefined when the person's rights ended between the look at the password and now. */
const openSession = async (
  pool: Pool,
  { personId, orgId }: Passed,
  requestId: string,
): Promise<{ secret: string; expiresAt: string } | undefined> => {
  const secret = newSessionSecret();
  const expiresAt = new Date(Date.now() + MAX_AGE_SECONDS * 1000).toISOString();
  const { rows } = await pool.query<{ id: string | null }>('select app.session_open($1, $2, $3, $4, $5, $6) as id', [
    uuidv7(),
    personId,
    orgId,
    secretHash(secret),
    expiresAt,
    requestId,
  ]);
  return rows[0]?.id ? { secret, expiresAt } : undefined;
};
