import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { publicId } from '../../src/kernel/ids.js';
import { secretHash } from '../../src/platform/auth/credentials.js';
import type { Scope } from '../../src/platform/auth/viewer.js';
import { createRunner } from '../../src/platform/commands/index.js';
import {
  createVisibility,
  createWaker,
  type Dispatcher,
  eventsRoom,
  serveFeed,
  startDispatcher,
  startLive,
} from '../../src/platform/events/index.js';
import { graphqlRoom } from '../../src/platform/graphql/node.js';
import { type Api, createApi } from '../../src/platform/http/api.js';
import { createMetrics } from '../../src/platform/http/metrics.js';
import { createLog } from '../../src/platform/log.js';
import type { Room } from '../../src/platform/room.js';
import { parties } from '../../src/parties/index.js';
import { freshDatabase, type TestDatabase } from './database.js';
import { append } from './events.js';
import { RawSocket } from './socket.js';
import { thingRoom, THINGS } from './things.js';

const domain: readonly Room[] = [parties, thingRoom];
const rooms: readonly Room[] = [graphqlRoom, eventsRoom(domain), ...domain];

interface Item {
  readonly cursor: string;
  readonly kind: string;
  readonly event: { readonly id: string; readonly type: string; readonly version: number };
  readonly node: object | null;
  readonly thing: { readonly title: string; readonly version: number };
}

interface Page {
  readonly items: readonly Item[] & { readonly 0: Item; readonly 1: Item };
  readonly cursor: string;
  readonly hasMore: boolean;
}

interface Consumed {
  readonly consumer: { readonly cursor: string; readonly waiting: number };
  readonly userErrors: readonly object[];
}

/** Everything that a test may ask for; which of it is there depends on what it asked. */
export interface Data {
  readonly feed: Page & Item;
  readonly page: Page;
  readonly thingUpdates: Item;
  readonly feedConsumerOpen: Consumed;
  readonly feedConsumerAcknowledge: Consumed;
  readonly feedConsumerClose: object;
  readonly apiKeyRevoke: { readonly userErrors: readonly object[] };
}

export interface Answer {
  readonly data: Data;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** Two API processes' worth of one hub with a dispatcher, things to follow, and ways to make things happen. */
export interface FeedHub {
  readonly db: TestDatabase;
  readonly app: pg.Pool;
  readonly urls: readonly [string, string];
  readonly dispatcher: Dispatcher;
  make(buyer: string, supplier: string, title?: string): Promise<string>;
  /** Changes a thing as an organisation, with the event of it. */
  change(thing: string, as: string, by?: { readonly title?: string; readonly type?: string }): Promise<void>;
  happen(orgId: string, ...events: Parameters<typeof append>[2][]): Promise<void>;
  query(secret: string, document: string, variables?: object): Promise<Answer>;
  follow(secret: string, document: string, variables?: object, url?: string): Promise<Follower>;
  organisation(): Promise<string>;
  key(orgId: string, scopes?: readonly Scope[]): Promise<{ readonly id: string; readonly secret: string }>;
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export interface Follower {
  readonly socket: RawSocket;
  /** The data of the next item. */
  next(): Promise<Data>;
}

async function startApi(
  db: TestDatabase,
  dataDir: string,
): Promise<{ api: Api; url: string; stop: () => Promise<void>; app: pg.Pool; wake: () => void }> {
  const database = await db.open();
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
  const ends: (() => Promise<void>)[] = [];
  const api = await createApi({
    rooms,
    database,
    runner: createRunner({ database, wake }),
    cursorKeys: ['of tests'],
    dataDir,
    metrics: createMetrics(),
    wake,
    log: createLog('silent'),
    live: (reads) => {
      const engine = startLive({ ...streams, reads, subjects, feedPool: database.pool('hub_feed'), onError: () => undefined });
      ends.push(() => engine.stop());
      return engine;
    },
    served: (reads, schema) => new Map([['feed', serveFeed({ ...streams, reads }, schema)]]),
  });
  const url = await api.server.listen({ host: '127.0.0.1', port: 0 });
  return {
    api,
    url,
    app,
    wake,
    stop: async () => {
      await api.server.close();
      await Promise.all(ends.map((end) => end()));
    },
  };
}

export async function startFeedHub(): Promise<FeedHub> {
  const db = await freshDatabase();
  await db.owner.query(THINGS);
  const dataDir = mkdtempSync(join(tmpdir(), 'rongtong-feed-'));
  const [one, two] = [await startApi(db, dataDir), await startApi(db, dataDir)];
  const { app, wake } = one;
  const dispatch = (await db.open('hub_worker')).pool('hub_dispatch');
  const dispatcher = startDispatcher({
    pool: dispatch,
    subjects: rooms.flatMap((r) => r.subjects),
    effects: [],
    enqueue: async () => undefined,
  });
  const happen = async (orgId: string, ...events: Parameters<typeof append>[2][]) => {
    await append(app, orgId, ...events);
    wake();
  };
  return {
    db,
    app,
    dispatcher,
    urls: [one.url, two.url],
    happen,
    async make(buyer, supplier, title = 'a thing') {
      const id = randomUUID();
      await db.owner.query('insert into app.thing values ($1, $2, $3, $4, $5, 1)', [id, buyer, supplier, title, `price of ${title}`]);
      await happen(buyer, { type: 'THING_MADE', id, version: 1, parties: [buyer, supplier] });
      return id;
    },
    async change(thing, as, { title, type = 'THING_CHANGED' } = {}) {
      const { rows } = await db.owner.query(
        'update app.thing set version = version + 1, title = coalesce($2, title) where id = $1 returning version, buyer_id, supplier_id',
        [thing, title],
      );
      await happen(as, { type, id: thing, version: rows[0].version, parties: [rows[0].buyer_id, rows[0].supplier_id], changed: ['title'] });
    },
    async query(secret, document, variables) {
      const answer = await fetch(`${one.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${secret}` },
        body: JSON.stringify({ query: document, variables }),
      });
      return answer.json() as Promise<Answer>;
    },
    async follow(secret, document, variables, url = one.url) {
      const socket = await RawSocket.ready(url, `Bearer ${secret}`);
      socket.subscribe('1', document, variables);
      return {
        socket,
        async next() {
          const message = await socket.next();
          if (message.type !== 'next') throw new Error(JSON.stringify(message));
          return (message.payload as { data: Data }).data;
        },
      };
    },
    async organisation() {
      const id = randomUUID();
      await db.owner.query(
        `insert into app.organisation (id, country, legal_name, name_zh, name_en, size_class, roles) values ($1, 'DE', $2, $2, $2, 'SMALL', '{BUYER}')`,
        [id, `Org ${id}`],
      );
      return id;
    },
    async key(orgId, scopes = ['feed:read', 'orders:read', 'amounts:read']) {
      const [id, secret] = [randomUUID(), `rt_${randomBytes(24).toString('base64url')}`];
      await db.owner.query(
        `insert into app.api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at) values ($1, $2, 'test', $3, $4, $1, now() + interval '1 day', now() + interval '1 day')`,
        [id, orgId, secretHash(secret), scopes],
      );
      return { id, secret };
    },
    async settled() {
      while ((await db.owner.query('select from app.outbox')).rowCount !== 0) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    async stop() {
      await dispatcher.stop();
      await Promise.all([one.stop(), two.stop()]);
      await db.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export const thingId = (uuid: string): string => publicId('thg', uuid);
