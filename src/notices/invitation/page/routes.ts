import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { uuidv7 } from 'uuidv7';
import {
  type Credential,
  csrfMatches,
  csrfToken,
  guestCookie,
  guestOf,
  newSessionSecret,
  secretHash,
} from '../../../platform/auth/credentials.js';
import type { Viewer } from '../../../platform/auth/viewer.js';
import type { Desk } from '../../../platform/http/routes.js';
import { answerOf } from './form.js';
import { gonePage, STYLE, STYLE_PATH, welcomePage } from './html.js';
import { orderOf, respond } from './order.js';
import { orderPage } from './view.js';
import { WORDS } from './words.js';

const HTML = 'text/html; charset=utf-8';
const SECRET = /^[A-Za-z0-9_-]{43}$/;
const MAX_FORM_BYTES = 256 * 1024;
const SESSION_HOURS = 24;
/** Wrong links of one address in a quarter of an hour; a link itself cannot be guessed. */
const LIMIT = { perLink: 10, perAddress: 20, within: '15 minutes' } as const;

const html = (reply: FastifyReply, status: number, text: string): FastifyReply => reply.code(status).type(HTML).send(text);
const gone = (reply: FastifyReply): FastifyReply => html(reply, 404, gonePage());
const secretIn = (request: FastifyRequest): string => (request.params as { readonly secret: string }).secret;

interface Guest {
  readonly viewer: Viewer;
  readonly credential: Credential;
}

const guestOn = async (request: FastifyRequest, { authenticator }: Desk): Promise<Guest | undefined> => {
  const credential = guestOf(request.headers.cookie);
  const viewer = credential && (await authenticator.viewerOf(credential));
  return credential && viewer && { viewer, credential };
};

/** Opens the session that the link is for; undefined where it is for none. Says how long to wait after too many wrong ones. */
const openWith = async (link: string, { ip, id }: FastifyRequest, { pool }: Desk): Promise<string | number | undefined> => {
  const hash = secretHash(link);
  const limits = [hash, ip, LIMIT.perLink, LIMIT.perAddress, LIMIT.within];
  const [begun] = (await pool.query<{ wait: number | null }>('select app.login_begin($1, $2, $3, $4, $5) as wait', limits)).rows;
  if (begun?.wait != null) return begun.wait;
  const secret = newSessionSecret();
  const { rows } = await pool.query<{ until: string | null }>('select app.invitation_open($1, $2, $3, $4, $5) as until', [
    hash,
    uuidv7(),
    secretHash(secret),
    SESSION_HOURS,
    id,
  ]);
  if (!rows[0]?.until) return undefined;
  await pool.query('select app.login_passed($1, $2)', [hash, ip]);
  return secret;
};

const show = async (request: FastifyRequest, reply: FastifyReply, desk: Desk, guest: Guest, faults: readonly string[] = []) => {
  const { viewer, credential } = guest;
  const order = await orderOf(viewer, desk.askAs(viewer, request.id));
  if (!order) return gone(reply);
  return html(
    reply,
    faults.length === 0 ? 200 : 422,
    orderPage({ viewer, order, csrf: csrfToken(credential.secret), key: randomUUID(), faults }),
  );
};

/** Pages of an invitation: the link, the order, the answer. They work without a script and load nothing but their own style. */
export function invitationRoutes(app: FastifyInstance, desk: Desk): void {
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: MAX_FORM_BYTES }, (_request, body, done) =>
    done(null, new URLSearchParams(String(body))),
  );
  app.get(STYLE_PATH, async (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));

  app.get('/invitation/:secret', async (request, reply) =>
    SECRET.test(secretIn(request)) ? html(reply, 200, welcomePage(secretIn(request))) : gone(reply),
  );

  app.post('/invitation/:secret', async (request, reply) => {
    const opened = SECRET.test(secretIn(request)) ? await openWith(secretIn(request), request, desk) : undefined;
    if (typeof opened === 'number') return html(reply.header('retry-after', opened), 429, gonePage());
    if (opened !== undefined) {
      desk.wake();
      return reply.header('set-cookie', guestCookie(opened, SESSION_HOURS * 3600, desk.secureCookies)).redirect('/invitation', 303);
    }
    // Who has used the link goes on in the same browser.
    return (await guestOn(request, desk)) ? reply.redirect('/invitation', 303) : gone(reply);
  });

  app.get('/invitation', async (request, reply) => {
    const guest = await guestOn(request, desk);
    return guest ? show(request, reply, desk, guest) : gone(reply);
  });

  app.post('/invitation/answer', async (request, reply) => {
    const guest = await guestOn(request, desk);
    const form = request.body;
    if (!guest || !(form instanceof URLSearchParams) || !csrfMatches(guest.credential.secret, form.get('csrf'))) return gone(reply);
    const ask = desk.askAs(guest.viewer, request.id);
    const order = await orderOf(guest.viewer, ask);
    if (!order) return gone(reply);
    const answer = answerOf(order, form, WORDS[guest.viewer.locale]);
    const faults = 'faults' in answer ? answer.faults : await respond(ask, answer.input);
    return faults.length === 0 ? reply.redirect('/invitation', 303) : show(request, reply, desk, guest, faults);
  });
}
