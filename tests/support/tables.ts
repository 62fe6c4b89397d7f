import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Room } from '../../src/platform/room.js';
import { deliveries } from '../../src/deliveries/index.js';
import { tables } from '../../src/interchange/index.js';
import { orders } from '../../src/orders/index.js';
import { createRunner } from '../../src/platform/commands/index.js';
import { roleUrl } from '../../src/platform/database/index.js';
import { startDispatcher } from '../../src/platform/events/dispatcher.js';
import { createFiles, folderStore } from '../../src/platform/files/index.js';
import { createQueues, startSweeper } from '../../src/platform/queue/index.js';
import { workers } from '../../src/workers.js';
import { publicId } from '../../src/kernel/ids.js';
import { parties } from '../../src/parties/index.js';
import type { Scope } from '../../src/platform/auth/viewer.js';
import { eventsRoom } from '../../src/platform/events/index.js';
import { graphqlRoom } from '../../src/platform/graphql/node.js';
import { startHub, type TestHub } from './hub.js';
import { patiently } from './orders.js';
import { testRoles } from './roles.js';

const rooms: readonly Room[] = [parties, orders, deliveries, tables];

/** One organisation, and how it speaks to the hub. */
export interface Party {
  readonly uuid: string;
  readonly id: string;
  readonly secret: string;
  ask<Data = Record<string, never>>(query: string, variables?: object, language?: string): Promise<Data>;
}

const ALL: Scope[] = ['orders:read', 'orders:write', 'amounts:read', 'parties:read', 'files:write'];

/** A hub with tables and the documents that they hold. */
export const tablesHub = (): Promise<TestHub> =>
  startHub({
    rooms: [eventsRoom([graphqlRoom, ...rooms]), graphqlRoom, ...rooms],
    served: () => new Map([['feed', async () => Promise.reject(new Error('this hub has no feed'))]]),
  });

/** Another key of an organisation. */
export const withScopes = async (hub: TestHub, uuid: string, scopes: Scope[] = ALL): Promise<Party> => {
  const { header, secret } = await hub.key(uuid, scopes);
  return {
    uuid,
    id: publicId('org', uuid),
    secret,
    async ask<Data>(query: string, variables: object = {}, language = 'en') {
      const { data, errors } = await patiently<Data>(hub.url, { ...header, 'accept-language': language }, query, variables);
      if (errors) throw new Error(JSON.stringify(errors));
      return data;
    },
  };
};

/** Organisations that know each other. */
export const tableParties = async (hub: TestHub, count: number): Promise<Party[]> => {
  const made = [];
  for (let n = 0; n < count; n++) made.push(await withScopes(hub, await hub.organisation(['BUYER', 'SUPPLIER'])));
  await hub.db.owner.query(
    'insert into app.relationship (org_id, other_id) select a, b from unnest($1::uuid[]) a, unnest($1::uuid[]) b where a <> b on conflict do nothing',
    [made.map(({ uuid }) => uuid)],
  );
  return made;
};

/** Works off tables as a worker process does, over the files of that hub. */
export const workTables = async (hub: TestHub): Promise<() => Promise<void>> => {
  const database = await hub.db.open('hub_worker');
  const dispatch = database.pool('hub_dispatch');
  const queues = createQueues({
    jobsUrl: roleUrl(hub.db.ownerUrl, 'hub_jobs', testRoles),
    redisUrl: process.env.REDIS_URL,
    workers,
    retryAfterMs: 50,
    deadAfterMs: 5_000,
  });
  await queues.startWorkers(
    createRunner({ database }),
    dispatch,
    createFiles(database.pool('hub_worker'), folderStore(join(hub.dataDir, 'files'))),
  );
  const subjects = rooms.flatMap((room) => room.subjects);
  const dispatcher = startDispatcher({ pool: dispatch, subjects, effects: tables.effects, enqueue: queues.enqueue });
  const sweeper = startSweeper({ pool: dispatch, enqueue: queues.enqueue, lateAfterMs: 2_000, everyMs: 500 });
  return async () => {
    await sweeper.stop();
    await dispatcher.stop();
    await queues.stop();
  };
};

export interface Imported {
  readonly id: string;
  readonly status: string;
  readonly format: string | null;
  readonly encoding: string | null;
  readonly delimiter: string | null;
  readonly ignoredColumns: readonly string[];
  readonly lineCount: number;
  readonly documentCount: number;
  readonly takenCount: number;
  readonly refusedCount: number;
  readonly errorCount: number;
  readonly documents: { readonly nodes: readonly ImportedDocument[] };
  readonly errors: {
    readonly nodes: readonly {
      readonly line: number | null;
      readonly column: string | null;
      readonly value: string | null;
      readonly error: { readonly code: string; readonly message: string };
    }[];
  };
}

export interface ImportedDocument {
  readonly number: string | null;
  readonly firstLine: number;
  readonly lastLine: number;
  readonly lineCount: number;
  readonly status: string;
  readonly outcome: string | null;
  readonly order: { readonly id: string } | null;
}

const IMPORT = `id status format encoding delimiter ignoredColumns lineCount documentCount takenCount refusedCount errorCount
  documents(first: 100) { nodes { number firstLine lastLine lineCount status outcome order { id } despatch { id } receipt { id } } }
  errors(first: 100) { nodes { line column value error { code message } } }`;

let keys = 0;

/** Uploads bytes as the party of that key. @returns the id of the file */
export const upload = async (
  hub: { readonly url: string },
  secret: string,
  bytes: Uint8Array | string,
  name = 'table.csv',
): Promise<string> => {
  const answer = await fetch(`${hub.url}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${secret}` },
    body: typeof bytes === 'string' ? bytes : Buffer.from(bytes),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
};

/** Sends a table for import. */
export const sendTable = async (party: Party, fileId: string, kind = 'ORDERS', more: object = {}) =>
  (
    await party.ask<{
      tableImport: { tableImport: { id: string } | null; userErrors: readonly { code: string; field: string[]; message: string }[] };
    }>(`mutation ($input: TableImportInput!) { tableImport(input: $input) { tableImport { id } userErrors { code field message } } }`, {
      input: { kind, fileId, idempotencyKey: `table-${keys++}`, ...more },
    })
  ).tableImport;

export const importOf = async (party: Party, id: string): Promise<Imported> =>
  (await party.ask<{ tableImport: Imported }>(`query ($id: ID!) { tableImport(id: $id) { ${IMPORT} } }`, { id })).tableImport;

/** Waits for the end of an import. */
export const ended = async (party: Party, id: string, patienceMs = 30_000): Promise<Imported> => {
  for (const from = Date.now(); ; await sleep(50)) {
    const { status } = (
      await party.ask<{ tableImport: { status: string } }>(`query ($id: ID!) { tableImport(id: $id) { status } }`, { id })
    ).tableImport;
    if (['FINISHED', 'FAILED', 'STOPPED'].includes(status) || Date.now() - from > patienceMs) return importOf(party, id);
  }
};
