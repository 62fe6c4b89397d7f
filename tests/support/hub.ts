import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashPassword } from '../../src/platform/auth/login.js';
import { secretHash } from '../../src/platform/auth/credentials.js';
import type { Duty, OrgRole, Scope } from '../../src/platform/auth/viewer.js';
import { createRunner } from '../../src/platform/commands/index.js';
import type { Live, LiveItem, LiveRequest } from '../../src/platform/graphql/live.js';
import { graphqlRoom } from '../../src/platform/graphql/node.js';
import { type Api, type ApiDeps, createApi } from '../../src/platform/http/api.js';
import { createMetrics } from '../../src/platform/http/metrics.js';
import { createLog } from '../../src/platform/log.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { NOTES, noteRoom } from './notes.js';

/** An API with the room of notes on a free port, and ways to put organisations, keys and people into its database. */
export interface TestHub {
  readonly url: string;
  readonly api: Api;
  readonly db: TestDatabase;
  readonly feed: HandFeed;
  readonly dataDir: string;
  /** A second process's worth of API on the same database. */
  another(options?: Partial<ApiDeps>): Promise<string>;
  /** Closes the API that was started last. */
  stopLast(): Promise<void>;
  organisation(roles?: OrgRole[]): Promise<string>;
  key(orgId: string, scopes: Scope[], expiresAt?: Date): Promise<TestKey>;
  person(orgId: string, duties: Duty[]): Promise<{ login: string; password: string }>;
  stop(): Promise<void>;
}

export interface TestKey {
  readonly id: string;
  readonly secret: string;
  readonly header: { readonly authorization: string };
}

/** A source of subscription items that a test drives by hand. */
export class HandFeed implements Live {
  readonly started: LiveRequest[] = [];
  ended = 0;
  readonly #revoked = new Map<string, Set<() => void>>();
  source: (request: LiveRequest, signal: AbortSignal) => AsyncIterable<LiveItem> = async function* () {};

  async *subscribe(request: LiveRequest, signal: AbortSignal): AsyncGenerator<LiveItem> {
    this.started.push(request);
    try {
      yield* this.source(request, signal);
    } finally {
      this.ended += 1;
    }
  }

  onRevoked({ credentialId }: { readonly credentialId: string }, listener: () => void): () => void {
    const listeners = this.#revoked.get(credentialId) ?? new Set();
    this.#revoked.set(credentialId, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  revoke(credentialId: string): void {
    for (const listener of [...(this.#revoked.get(credentialId) ?? [])]) listener();
  }
}

export const PASSWORD = 'correct horse battery';

export async function startHub(options: Partial<ApiDeps> = {}): Promise<TestHub> {
  const db = await freshDatabase();
  await db.owner.query(NOTES);
  const feed = new HandFeed();
  const dataDir = mkdtempSync(join(tmpdir(), 'rongtong-hub-'));
  const passwordHash = await hashPassword(PASSWORD);
  const apis: Api[] = [];
  const serve = async (more: Partial<ApiDeps>): Promise<{ api: Api; url: string }> => {
    const database = await db.open();
    const api = await createApi({
      rooms: [graphqlRoom, noteRoom],
      database,
      runner: createRunner({ database }),
      live: () => feed,
      cursorKeys: ['of tests'],
      dataDir,
      metrics: createMetrics(),
      wake: () => undefined,
      log: createLog('silent'),
      ...options,
      ...more,
    });
    apis.push(api);
    return { api, url: await api.server.listen({ host: '127.0.0.1', port: 0 }) };
  };
  const { api, url } = await serve({});
  return {
    url,
    api,
    db,
    feed,
    dataDir,
    another: async (more = {}) => (await serve(more)).url,
    stopLast: async () => apis.pop()?.server.close(),
    async organisation(roles = ['BUYER']) {
      const id = randomUUID();
      await db.owner.query(
        `insert into app.organisation (id, country, legal_name, name_zh, name_en, size_class, roles) values ($1, 'DE', $2, $2, $2, 'SMALL', $3)`,
        [id, `Org ${id}`, roles],
      );
      return id;
    },
    async key(orgId, scopes, expiresAt) {
      const secret = `rt_${randomBytes(24).toString('base64url')}`;
      const id = randomUUID();
      await db.owner.query(
        `insert into app.api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at) values ($1, $2, 'test', $3, $4, $1, $5, $5)`,
        [id, orgId, secretHash(secret), scopes, expiresAt ?? new Date(Date.now() + 86_400_000)],
      );
      return { id, secret, header: { authorization: `Bearer ${secret}` } };
    },
    async person(orgId, duties) {
      const id = randomUUID();
      const login = `${id.slice(0, 8)}@example.test`;
      await db.owner.query(`insert into app.person (id, org_id, login, name) values ($1, $2, $3, 'Somebody')`, [id, orgId, login]);
      await db.owner.query('insert into app.person_secret (person_id, password_hash) values ($1, $2)', [id, passwordHash]);
      await db.owner.query(
        `insert into app.membership (id, org_id, person_id, duties, valid_from, granted_by) values ($1, $2, $3, $4, '2020-01-01', $3)`,
        [randomUUID(), orgId, id, duties],
      );
      return { login, password: PASSWORD };
    },
    async stop() {
      await Promise.all(apis.map((one) => one.server.close()));
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
