import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** What a caller presents: the key of a machine, the session of a person, or that of a guest. */
export interface Credential {
  readonly kind: 'KEY' | 'SESSION' | 'GUEST';
  readonly secret: string;
}

export const SESSION_COOKIE = 'rongtong_session';
/** Apart from the other, so that opening an invitation does not log a person out. */
const GUEST_COOKIE = 'rongtong_guest';
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

const secretIn = (cookie: string | undefined, name: string): string | undefined => {
  const pair = cookie
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  const secret = pair?.slice(name.length + 1) ?? '';
  return SESSION.test(secret) ? secret : undefined;
};

/** The session of a guest in a `cookie` header, or undefined. */
export const guestOf = (cookie: string | undefined): Credential | undefined => {
  const secret = secretIn(cookie, GUEST_COOKIE);
  return secret === undefined ? undefined : { kind: 'GUEST', secret };
};

/** The session in a `cookie` header, that of a person before that of a guest, or undefined. */
export const sessionOf = (cookie: string | undefined): Credential | undefined => {
  const secret = secretIn(cookie, SESSION_COOKIE);
  return secret === undefined ? guestOf(cookie) : { kind: 'SESSION', secret };
};

const cookieOf = (name: string) => (secret: string, maxAgeSeconds: number, secure: boolean) =>
  [`${name}=${secret}`, 'Path=/', `Max-Age=${maxAgeSeconds}`, 'HttpOnly', 'SameSite=Strict', ...(secure ? ['Secure'] : [])].join('; ');

/** `Set-Cookie` of a new session, or of its end when `secret` is empty. */
export const sessionCookie = cookieOf(SESSION_COOKIE);
/** The same of a guest's session. */
export const guestCookie = cookieOf(GUEST_COOKIE);

/** The token that a page sends with whatever it changes. It follows from the session's secret, which no script can read. */
export const csrfToken = (sessionSecret: string): string => createHmac('sha256', sessionSecret).update('csrf').digest('base64url');

export const csrfMatches = (sessionSecret: string, given: unknown): boolean => {
  const expected = Buffer.from(csrfToken(sessionSecret));
  const actual = Buffer.from(typeof given === 'string' ? given : '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
};
