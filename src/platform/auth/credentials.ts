import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a caller presents: the key of a machine or the session of a person. */
export interface Credential {
  readonly kind: 'KEY' | 'SESSION';
  readonly secret: string;
}

export const SESSION_COOKIE = 'rongtong_session';
export const CSRF_HEADER = 'x-csrf-token';

const BEARER = /^Bearer +(rt_[A-Za-z0-9_-]{1,200})$/i;
const SESSION = /^[A-Za-z0-9_-]{43}$/;

/** SHA-256 of a secret: all that the hub keeps of it. */
export const secretHash = (secret: string): Buffer => createHash('sha256').update(secret).digest();

export const newSessionSecret = (): string => randomBytes(32).toString('base64url');

/** The key in an `authorization` value, or undefined when it is none. */
export const bearerOf = (authorization: unknown): Credential | undefined => {
  const secret = typeof authorization === 'string' ? BEARER.exec(authorization)?.[1] : undefined;
  return secret === undefined ? undefined : { kind: 'KEY', secret };
};

/** The session in a `cookie` header, or undefined. */
export const sessionOf = (cookie: string | undefined): Credential | undefined => {
  const pair = cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${SESSION_COOKIE}=`));
  const secret = pair?.slice(SESSION_COOKIE.length + 1) ?? '';
  return SESSION.test(secret) ? { kind: 'SESSION', secret } : undefined;
};

/** `Set-Cookie` of a new session, or of its end when `secret` is empty. */
export const sessionCookie = (secret: string, maxAgeSeconds: number, secure: boolean): string =>
  [`${SESSION_COOKIE}=${secret}`, 'Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Strict', ...(secure ? ['Secure'] : [])].join(
    '; ',
  );

/** The token that a page sends with whatever it changes. It follows from the session's secret, which no script can read. */
export const csrfToken = (sessionSecret: string): string => createHmac('sha256', sessionSecret).update('csrf').digest('base64url');

export const csrfMatches = (sessionSecret: string, given: unknown): boolean => {
  const expected = Buffer.from(csrfToken(sessionSecret));
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
};
