import { setMaxListeners } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getArgumentValues } from 'graphql/execution/values.js';
import pg from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../src/platform/auth/viewer.js';
import { createRunner } from '../src/platform/commands/index.js';
import { startEmbedded } from '../src/platform/database/embedded.js';
import { type Database, migrate, openDatabase } from '../src/platform/database/index.js';
import { trip } from '../src/platform/database/trip.js';
import { appendEvents } from '../src/platform/events/append.js';
import { createVisibility, createWaker, startDispatcher, startLive } from '../src/platform/events/index.js';
import { createDocuments } from '../src/platform/graphql/documents.js';
import { createExecutor } from '../src/platform/graphql/executor.js';
import { buildHubSchema } from '../src/platform/graphql/schema.js';
import { createReads } from '../src/platform/reads/index.js';
import { rooms } from '../src/rooms.js';

const RELAYED = 20_000;
const PER_SECOND = 100;
const SECONDS = 10;
const READERS = 1_000;
const FANNED = 200;
const FEED = 'subscription { feed { cursor event { id type version at changed } } }';

const roles = { prefix: 'hub_', password: (role: string) => `${role}-of-bench` };
const orgs = Array.from({ length: 50 }, () => uuidv7());
const viewer: Viewer = {
  orgId: orgs[0] as string,
  actorId: uuidv7(),
  kind: 'KEY',
  scopes: new Set(['feed:read']),
  duties: new Set(),
  orgRoles: new Set(),
  credentialId: uuidv7(),
  locale: 'en',
};

const quantile = (values: readonly number[], q: number): string =>
  ([...values].sort((a, b) => a - b)[Math.floor(values.length * q)] ?? 0).toFixed(1);
const say = (text: string) => process.stdout.write(`${text}\n`);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Events as commands write them: a transaction each, for two organisations. */
async function write(pool: pg.Pool, from: string, count: number): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [from]);
    const events = Array.from({ length: count }, (_, i) => ({
      type: 'ORDER_ISSUED',
      subject: 'Order',
      id: uuidv7(),
      version: i + 1,
      parties: [from, orgs[1] as string],
      changed: ['status'],
    }));
    await appendEvents(async (text, params) => (await client.query(text, [...params])).rows, events, {
      requestId: 'bench',
      businessNow: new Date().toISOString(),
    });
    await client.query('commit');
  } finally {
    client.release();
  }
}

const startDispatch = (database: Database) =>
  startDispatcher({
    pool: database.pool('hub_dispatch'),
    subjects: rooms.flatMap((room) => room.subjects),
    effects: [],
    enqueue: async () => undefined,
  });

async function relay(database: Database, owner: pg.Pool): Promise<void> {
  for (let i = 0; i < RELAYED; i += 100) await write(database.pool('hub_app'), orgs[(i / 100) % 50] as string, 100);
  const began = performance.now();
  const dispatcher = startDispatch(database);
  while ((await owner.query('select from app.outbox limit 1')).rowCount !== 0) await pause(5);
  const seconds = (performance.now() - began) / 1000;
  say(`relay: ${RELAYED} events to ${RELAYED * 2} feed rows in ${seconds.toFixed(2)} s, ${Math.round(RELAYED / seconds)} events/s`);
  await dispatcher.stop();
}

async function openLive(database: Database) {
  const app = database.pool('hub_app');
  const schema = await buildHubSchema(rooms);
  const declarations = rooms.flatMap((room) => room.reads);
  const reads = createReads(schema, declarations, {
    cursorKeys: ['bench'],
    costLimit: 50_000,
    run: ({ orgId, actorId }, statement) => trip(app, { org: orgId, actor: actorId, statementTimeoutMs: 5_000 }, statement),
  });
  const subjects = rooms.flatMap((room) => room.subjects);
  const live = startLive({
    feedPool: database.pool('hub_feed'),
    appPool: app,
    reads,
    subjects,
    subjectTypes: subjects.map(({ type }) => type),
    visibility: createVisibility(app, declarations),
    fields: rooms.flatMap((room) => room.live ?? []),
    onError: (error) => say(String(error)),
  });
  const executor = createExecutor({ schema, reads, runner: createRunner({ database }), texts: {}, report: (error) => say(String(error)) });
  const prepared = createDocuments(schema).prepare(FEED, undefined);
  if ('errors' in prepared) throw prepared.errors[0];
  const selected = executor.subscription({ ...prepared, variables: {}, viewer, requestId: 'bench' });
  if ('errors' in selected) throw selected.errors[0];
  const [node] = selected.fieldNodes;
  return { live, request: { ...selected, args: node ? getArgumentValues(selected.field, node, {}) : {} } };
}

/** @param onItem told of each item that a reader receives */
async function follow(
  { live, request }: Awaited<ReturnType<typeof openLive>>,
  end: AbortSignal,
  onItem: (json: string) => void,
): Promise<void> {
  for await (const { json } of live.subscribe(request, end)) onItem(json);
}

async function latency(database: Database, engine: Awaited<ReturnType<typeof openLive>>): Promise<void> {
  const app = database.pool('hub_app');
  const wake = createWaker(app);
  const end = new AbortController();
  const sent: number[] = [];
  const took: number[] = [];
  const reading = follow(engine, end.signal, () => {
    took.push(performance.now() - (sent[took.length] ?? 0));
  });
  await pause(500);
  for (let i = 0; i < PER_SECOND * SECONDS; i += 1) {
    const due = performance.now() + 1000 / PER_SECOND;
    await write(app, viewer.orgId, 1);
    sent.push(performance.now());
    wake();
    await pause(due - performance.now());
  }
  while (took.length < sent.length) await pause(10);
  end.abort();
  await reading;
  say(`commit to subscriber at ${PER_SECOND}/s: p50 ${quantile(took, 0.5)} ms, p99 ${quantile(took, 0.99)} ms`);
}

async function fanOut(database: Database, engine: Awaited<ReturnType<typeof openLive>>): Promise<void> {
  const end = new AbortController();
  setMaxListeners(0, end.signal);
  let received = 0;
  const reading = Array.from({ length: READERS }, () =>
    follow(engine, end.signal, () => {
      received += 1;
    }),
  );
  await pause(5_000);
  const began = performance.now();
  for (let i = 0; i < FANNED; i += 10) await write(database.pool('hub_app'), viewer.orgId, 10);
  while (received < READERS * FANNED) await pause(5);
  const seconds = (performance.now() - began) / 1000;
  say(
    `fan-out to ${READERS} readers with one document: ${READERS * FANNED} items in ${seconds.toFixed(2)} s, ${Math.round((READERS * FANNED) / seconds)} items/s (no sockets)`,
  );
  end.abort();
  await Promise.all(reading);
}

const folder = mkdtempSync(join(tmpdir(), 'rongtong-bench-'));
const embedded = await startEmbedded({ dataDir: folder, settings: {} });
const first = new pg.Client({ connectionString: embedded.url });
await first.connect();
await first.query('create database bench');
await first.end();
const url = Object.assign(new URL(embedded.url), { pathname: '/bench' }).toString();
await migrate(url, roles);
const owner = new pg.Pool({ connectionString: url, max: 2 });
const database = await openDatabase({ url, actingRole: 'hub_app', entities: rooms.flatMap((room) => [...room.entities]), ...roles });
try {
  await relay(database, owner);
  const dispatcher = startDispatch(database);
  const engine = await openLive(database);
  await latency(database, engine);
  await fanOut(database, engine);
  await engine.live.stop();
  await dispatcher.stop();
} finally {
  await database.close();
  await owner.end();
  await embedded.stop();
  rmSync(folder, { recursive: true, force: true });
}
