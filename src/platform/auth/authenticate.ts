import { LRUCache } from 'lru-cache';
import type { Pool } from 'pg';
import { type Credential, secretHash } from './credentials.js';
import { type Duty, type Locale, type OrgRole, type Scope, scopesOfDuties, type Viewer } from './viewer.js';

/** Tells who a credential stands for; undefined for an unknown, ended or expired one. */
export interface Authenticator {
  viewerOf(credential: Credential, acceptLanguage?: string): Promise<Viewer | undefined>;
  /** Forgets what is known of a credential, such as after a log-out in this process. */
  forget(credential: Credential): void;
}

// A credential that was revoked in another process may still be taken this long; revocation promises two seconds.
const REMEMBER_MS = 1_000;
const REMEMBERED = 10_000;

export function createAuthenticator(pool: Pool): Authenticator {
  // Promises are kept, so that a burst with one key asks the database once.
  const known = new LRUCache<string, Promise<Viewer | undefined>>({ max: REMEMBERED, ttl: REMEMBER_MS });
  const cacheKey = (credential: Credential, hash: Buffer) => `${credential.kind}${hash.toString('base64')}`;

  return {
    async viewerOf(credential, acceptLanguage) {
      const hash = secretHash(credential.secret);
      const id = cacheKey(credential, hash);
      const asked = known.get(id) ?? VIEWERS[credential.kind](pool, hash);
      known.set(id, asked, { noUpdateTTL: true });
      asked.catch(() => known.delete(id));
      const viewer = await asked;
      if (!viewer || (viewer.expiresAt !== undefined && viewer.expiresAt <= Date.now())) return undefined;
      return viewer.kind === 'KEY' ? { ...viewer, locale: localeOf(acceptLanguage) } : viewer;
    },
    forget(credential) {
      known.delete(cacheKey(credential, secretHash(credential.secret)));
    },
  };
}

/** Machines have no language of their own: the first one that they accept, English when they do not say. */
const localeOf = (acceptLanguage: string | undefined): Locale => (/^\s*zh\b/i.test(acceptLanguage ?? '') ? 'zh' : 'en');

const expiry = (at: string | null): { readonly expiresAt?: number } => {
  const time = at === null || at === 'infinity' ? Number.NaN : Date.parse(at);
  return Number.isNaN(time) ? {} : { expiresAt: time };
};

interface KeyRow {
  key_id: string;
  org_id: string;
  scopes: Scope[];
  org_roles: OrgRole[];
  expires_at: string | null;
}

async function keyViewer(pool: Pool, hash: Buffer): Promise<Viewer | undefined> {
  const [row] = (await pool.query<KeyRow>({ name: 'auth-key', text: 'select * from app.auth_key($1)', values: [hash] })).rows;
  return (
    row && {
      orgId: row.org_id,
      actorId: row.key_id,
      credentialId: row.key_id,
      kind: 'KEY',
      locale: 'en',
      scopes: new Set(row.scopes),
      duties: new Set(),
      orgRoles: new Set(row.org_roles),
      ...expiry(row.expires_at),
    }
  );
}

interface SessionRow {
  session_id: string;
  person_id: string;
  org_id: string;
  duties: Duty[];
  org_roles: OrgRole[];
  expires_at: string | null;
  locale: Locale;
  initial: boolean;
}

async function sessionViewer(pool: Pool, hash: Buffer): Promise<Viewer | undefined> {
  const [row] = (await pool.query<SessionRow>({ name: 'auth-session', text: 'select * from app.auth_session($1)', values: [hash] })).rows;
  if (!row) return undefined;
  const orgRoles = new Set(row.org_roles);
  return {
    orgId: row.org_id,
    actorId: row.person_id,
    credentialId: row.session_id,
    kind: 'PERSON',
    locale: row.locale,
    orgRoles,
    // A session that was opened with an initial password may change that password and nothing else.
    scopes: row.initial ? new Set() : scopesOfDuties(row.duties, orgRoles),
    duties: new Set(row.duties),
    ...expiry(row.expires_at),
  };
}

interface GuestRow {
  session_id: string;
  org_id: string;
  order_id: string;
  expires_at: string;
  locale: Locale;
}

/** Reads and answers one order, prices included, for an organisation that has nobody on the hub. */
const GUEST_SCOPES: readonly Scope[] = ['orders:read', 'orders:write', 'amounts:read'];

async function guestViewer(pool: Pool, hash: Buffer): Promise<Viewer | undefined> {
  const [row] = (await pool.query<GuestRow>({ name: 'auth-guest', text: 'select * from app.auth_invitation($1)', values: [hash] })).rows;
  return (
    row && {
      orgId: row.org_id,
      actorId: row.session_id,
      credentialId: row.session_id,
      kind: 'GUEST',
      locale: row.locale,
      scopes: new Set(GUEST_SCOPES),
      duties: new Set(),
      orgRoles: new Set(),
      onlyOrder: row.order_id,
      ...expiry(row.expires_at),
    }
  );
}

const VIEWERS = { KEY: keyViewer, SESSION: sessionViewer, GUEST: guestViewer } as const;
