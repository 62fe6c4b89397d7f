import { join } from 'node:path';
import type { GraphQLSchema } from 'graphql';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';
import type { Catalogue } from '../../kernel/refusal.js';
import { commonRefusals } from '../commands/refusals.js';
import type { Runner } from '../commands/runner.js';
import { createAuthenticator } from '../auth/authenticate.js';
import { createBudgets, postgresBudgets, redisBudgets } from '../auth/budgets.js';
import type { Database } from '../database/index.js';
import { settingsFor, trip } from '../database/trip.js';
import { createFiles, type Files, folderStore } from '../files/index.js';
import { createApollo } from '../graphql/apollo.js';
import { createDocuments } from '../graphql/documents.js';
import { createExecutor } from '../graphql/executor.js';
import type { Live } from '../graphql/live.js';
import { buildHubSchema, printHubSchema } from '../graphql/schema.js';
import type { Served } from '../graphql/served.js';
import type { Log } from '../log.js';
import { createReads, type Reads, requireFit } from '../reads/index.js';
import type { Room } from '../room.js';
import type { Check } from './health.js';
import type { Demo } from './developers.js';
import type { Metrics } from './metrics.js';
import { ormGauge, poolGauge, watchPressure } from './pressure.js';
import { createHttpServer, type HttpServer } from './server.js';

export interface ApiDeps {
  readonly rooms: readonly Room[];
  readonly database: Database;
  readonly runner: Runner;
  /** The engine of subscriptions over these reads. */
  readonly live: (reads: Reads) => Live;
  /** Fields of Query that are answered by other means than the read compiler alone. */
  readonly served?: (reads: Reads, schema: GraphQLSchema) => ReadonlyMap<string, Served>;
  /** Keys of cursors: the first signs, all verify. */
  readonly cursorKeys: readonly (string | Uint8Array)[];
  /** Where uploaded files stand. */
  readonly dataDir: string;
  /** Budgets are counted there when given, else in PostgreSQL. */
  readonly redis?: Redis;
  readonly metrics: Metrics;
  /** What else must work before the process is ready. */
  readonly checks?: readonly Check[];
  readonly wake: () => void;
  readonly log: Log;
  readonly demo?: Demo;
  readonly secureCookies?: boolean;
  readonly limits?: Partial<ApiLimits>;
}

export interface ApiLimits {
  /** Milliseconds that one read may run in the database. */
  readonly statementTimeoutMs: number;
  /** What one document may cost. */
  readonly documentCost: number;
  /** What one key or session may spend in a minute. */
  readonly costPerMinute: number;
  /** Milliseconds that a socket may take to send `connection_init`. */
  readonly initTimeoutMs: number;
  /** Milliseconds that a reader of a subscription may take nothing before its socket is closed. */
  readonly slowReaderMs: number;
}

const LIMITS: ApiLimits = {
  statementTimeoutMs: 5_000,
  documentCost: 50_000,
  costPerMinute: 5_000_000,
  initTimeoutMs: 3_000,
  slowReaderMs: 15_000,
};

export interface Api {
  readonly server: HttpServer;
  readonly reads: Reads;
  readonly files: Files;
}

const readsOf = (
  schema: GraphQLSchema,
  { rooms, cursorKeys }: ApiDeps,
  pool: Pool,
  { documentCost, statementTimeoutMs }: ApiLimits,
): Reads =>
  createReads(
    schema,
    rooms.flatMap((room) => room.reads),
    {
      cursorKeys,
      costLimit: documentCost,
      run: (viewer, statement, client) => trip(client ?? pool, settingsFor(viewer, statementTimeoutMs), statement),
    },
  );

const textsOf = (rooms: readonly Room[]): Catalogue => Object.assign({}, commonRefusals, ...rooms.map((room) => room.refusals));

/** Puts the API together: schema, read compiler, executor, both transports and everything beside them on one port. */
export async function createApi(deps: ApiDeps): Promise<Api> {
  const { rooms, database, runner, log, redis } = deps;
  const limits = { ...LIMITS, ...deps.limits };
  const pool = database.pool('hub_app');
  const report = (err: unknown, requestId: string) => log.error({ err, requestId }, 'unexpected');
  const schema = await buildHubSchema(rooms);
  const reads = readsOf(schema, deps, pool, limits);
  const files = createFiles(pool, folderStore(join(deps.dataDir, 'files')));
  const served = deps.served?.(reads, schema);
  await requireFit(
    schema,
    rooms.flatMap((room) => room.reads),
    pool,
    [...(served?.keys() ?? [])],
  );
  const executor = createExecutor({ schema, reads, runner, files, report, served, texts: textsOf(rooms) });
  const apollo = createApollo(schema, executor);
  await apollo.start();
  const store = redis ? redisBudgets(redis) : postgresBudgets(pool);
  const budgets = createBudgets(store, limits.costPerMinute, (error) => report(error, 'budgets'));
  const pressure = watchPressure([poolGauge('reads', pool), ormGauge(database.orm)]);
  const server = await createHttpServer({
    ...deps,
    ...limits,
    apollo,
    executor,
    budgets,
    pressure,
    files,
    pool,
    report,
    documents: createDocuments(schema),
    live: deps.live(reads),
    authenticator: createAuthenticator(pool),
    secureCookies: deps.secureCookies ?? false,
    sdl: printHubSchema(schema),
    downloads: rooms.flatMap((room) => room.downloads ?? []),
    routes: rooms.flatMap((room) => room.routes ?? []),
    texts: textsOf(rooms),
    checks: [{ name: 'database', run: () => pool.query('select 1') }, ...(deps.checks ?? [])],
  });
  const close = async (): Promise<void> => {
    await server.close();
    budgets.close();
    pressure.close();
    await apollo.stop();
  };
  return { reads, files, server: { listen: server.listen, close } };
}
