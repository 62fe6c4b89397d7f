import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { GraphQLSchema } from 'graphql';
import { publicId } from '../../src/kernel/ids.js';
import { secretHash } from '../../src/platform/auth/credentials.js';
import type { Scope } from '../../src/platform/auth/viewer.js';
import { type Command, createRunner, type Result } from '../../src/platform/commands/index.js';
import type { Database } from '../../src/platform/database/index.js';
import { createVisibility, createWaker, serveFeed, startDispatcher, startLive } from '../../src/platform/events/index.js';
import { createFiles, folderStore } from '../../src/platform/files/index.js';
import { createApi } from '../../src/platform/http/api.js';
import { createMetrics } from '../../src/platform/http/metrics.js';
import { createLog } from '../../src/platform/log.js';
import { rooms } from '../../src/rooms.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { demoViewer } from './parties.js';

/** The whole hub with the whole demo on it: API on a free port, live engine and dispatcher; no jobs. */
export interface DemoHub {
  readonly url: string;
  readonly db: TestDatabase;
  readonly database: Database;
  readonly schema: GraphQLSchema;
  /** Waits until everything that happened stands in the feeds. */
  settled(): Promise<void>;
  /** A further key of an organisation, with any scopes: the database does not ask whether they may be had. @returns its secret */
  key(orgId: string, scopes: readonly Scope[]): Promise<string>;
  /** A GraphQL request by that key. @returns status and the text of the answer */
  post(secret: string, query: string, variables?: object): Promise<{ readonly status: number; readonly text: string }>;
  /** The data of a request that must succeed. */
  ask<Data>(secret: string, query: string, variables?: object): Promise<Data>;
  stop(): Promise<void>;
}

async function plantDemo(database: Database, dataDir: string): Promise<void> {
  const files = createFiles(database.pool('hub_app'), folderStore(join(dataDir, 'files')));
  const file = async (orgKey: string, name: string, bytes: Uint8Array): Promise<string> =>
    publicId('fil', (await files.upload(demoViewer(orgKey), name, Readable.from([bytes]))).id);
  const runner = createRunner({ database });
  const as = async <Out>(orgKey: string, command: { readonly name: string }, input: unknown): Promise<Out> =>
    runner.run(command as Command<unknown, Result>, input, {
      viewer: demoViewer(orgKey),
      requestId: 'demo',
      payload: async ({ result, refusals }) => {
        if (!result) throw new Error(`${command.name} as ${orgKey}: ${JSON.stringify(refusals)}`);
        return result as Out;
      },
    });
  for (const room of rooms) for (const seed of room.seed ?? []) await seed.run({ as, file });
}

export async function startDemoHub(): Promise<DemoHub> {
  const db = await freshDatabase();
  const database = await db.open();
  const dataDir = mkdtempSync(join(tmpdir(), 'rongtong-demo-'));
  await plantDemo(database, dataDir);
  const app = database.pool('hub_app');
  const wake = createWaker(app);
  const subjects = rooms.flatMap((room) => room.subjects);
  const streams = {
    appPool: app,
    visibility: createVisibility(
      app,
      rooms.flatMap((room) => room.reads),
    ),
    fields: rooms.flatMap((room) => room.live ?? []),
    subjectTypes: subjects.map(({ type }) => type),
  };
  const stops: (() => Promise<void>)[] = [];
  let schema: GraphQLSchema | undefined;
  const api = await createApi({
    rooms,
    database,
    runner: createRunner({ database, wake }),
    cursorKeys: ['of tests'],
    dataDir,
    metrics: createMetrics(),
    wake,
    log: createLog('silent'),
    limits: { costPerMinute: Number.MAX_SAFE_INTEGER },
    live: (reads) => {
      const engine = startLive({ ...streams, reads, subjects, feedPool: database.pool('hub_feed'), onError: () => undefined });
      stops.push(() => engine.stop());
      return engine;
    },
    served: (reads, built) => {
      schema = built;
      return new Map([['feed', serveFeed({ ...streams, reads }, built)]]);
    },
  });
  const url = await api.server.listen({ host: '127.0.0.1', port: 0 });
  const dispatcher = startDispatcher({
    pool: (await db.open('hub_worker')).pool('hub_dispatch'),
    subjects,
    effects: [],
    enqueue: async () => undefined,
  });
  const post: DemoHub['post'] = async (secret, query, variables) => {
    const answer = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
      body: JSON.stringify({ query, variables }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    url,
    db,
    database,
    post,
    schema: schema as GraphQLSchema,
    async settled() {
      while ((await db.owner.query('select from app.outbox')).rowCount !== 0) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    async key(orgId, scopes) {
      const secret = `rt_${randomBytes(24).toString('base64url')}`;
      await db.owner.query(
        `insert into app.api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at)
         values ($1, $2, 'of a test', $3, $4, $1, now() + interval '1 day', now() + interval '1 day')`,
        [randomUUID(), orgId, secretHash(secret), scopes],
      );
      return secret;
    },
    async ask<Data>(secret: string, query: string, variables?: object) {
      const { text } = await post(secret, query, variables);
      const { data, errors } = JSON.parse(text) as { data?: Data; errors?: unknown };
      if (!data || errors) throw new Error(text);
      return data;
    },
    async stop() {
      await dispatcher.stop();
      await api.server.close();
      await Promise.all(stops.map((stop) => stop()));
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
