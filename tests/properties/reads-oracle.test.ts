// The read compiler against a naive reader on a small world. More documents: READS_DOCUMENTS=50000 READS_SEED=7 npx vitest run tests/properties/reads-oracle
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { Differential, tally } from '../support/reads/differential.js';
import { Generator, type Pool } from '../support/reads/generator.js';
import { random } from '../support/reads/random.js';
import { createWorld, ORGS, orgId, type Touched, type Updated, uuid, worldReads, worldSchema } from '../support/reads/world.js';

const SEED = Number(process.env.READS_SEED ?? 20_260_101);
const DOCUMENTS = Number(process.env.READS_DOCUMENTS ?? 2_000);
const schema = worldSchema();
const asker = (n: number) => ({ orgId: orgId(n), actorId: uuid(8, n), scopes: new Set(['orders:read', 'amounts:read']) });
/** A buyer, a supplier, and the secret organisation that others cannot see. */
const ASKERS = [asker(0), asker(3), asker(5)];

const FOREIGN = [
  ...[1, 2, 3].map((n) => publicId('ord', uuid(1, n))),
  ...Array.from({ length: ORGS }, (_, n) => publicId('org', orgId(n))),
  publicId('ord', uuid(1, 9_999)),
  publicId('zzz', uuid(1, 1)),
  'ord_12',
  'x',
  '',
  'ord_\0',
  '\ud800',
];
const cursors = new Map<string, string[]>();

/** Values for arguments; `own` are ids that the asker may see. */
const poolOf =
  (own: readonly string[]): Pool =>
  ({ names, type }) => {
    const mostly = <T>(right: readonly T[], wrong: readonly T[]) => [
      ...Array.from({ length: Math.ceil((6 * wrong.length) / right.length) }, () => right).flat(),
      ...wrong,
    ];
    if (names.includes('supplier') || names.includes('buyer'))
      return mostly(
        FOREIGN.filter((id) => id.startsWith('org_')),
        ['org_1', '\ud800'],
      );
    if (type === 'ID') return mostly(names[0]?.startsWith('Query.node') ? own : own.filter((id) => id.startsWith('ord_')), FOREIGN);
    if (names.includes('number'))
      return mostly(
        Array.from({ length: 60 }, (_, n) => `N-${n}`),
        ['none', 'a\0b', '\ud800'],
      );
    if (names.includes('item') || names.includes('contains')) return mostly(['plain', 'ÄÖ', "it's", '%', '😀', '\\'], ['x\0']);
    if (names.includes('code')) return ['ORG-0', 'ORG-1', 'ORG-2', 'ORG-4', 'ORG-5', 'none'];
    if (type === 'Cursor') return mostly(cursors.get(names[0] ?? '') ?? [null], ['x', '']);
    if (type === 'Date') return mostly(['2026-01-05', '2026-02-10', '2026-03-20', '2026-02-14'], ['2026-02-30']);
    if (type === 'DateTime')
      return mostly(['2026-01-05T00:00:00Z', '2026-02-10T01:00:00.000001+08:00', '2026-03-01T00:00:00Z'], ['tomorrow']);
    if (type === 'Decimal') return mostly(['5', '1000.5', '50000'], ['1e400']);
    if (names.includes('minRank')) return [0, 1, 3, 7];
    return [];
  };

/** Values that may be refused at once, even where the document would not have come to use them. */
const isHostile = (name: string, value: unknown): boolean => {
  if (name === 'first') return Number(value) < 0 || Number(value) > 100;
  if (name.endsWith('(first:)')) return Number(value) < 0 || Number(value) > 100;
  const text = String(value);
  return name === 'after' || ['2026-02-30', 'tomorrow', '1e400'].includes(text) || text.includes('\0') || text === '\ud800';
};

let db: TestDatabase;
let app: pg.Pool;
const sides: Differential[] = [];
const pools: Pool[] = [];
const clients: pg.PoolClient[] = [];

beforeAll(async () => {
  db = await freshDatabase();
  await createWorld(db.owner, SEED);
  app = (await db.open()).pool('hub_app');
  for (const one of ASKERS) {
    const client = await app.connect();
    clients.push(client);
    pools.push(poolOf(await visible(client, one.orgId)));
    sides.push(await Differential.as(schema, worldReads, app, client, one));
  }
});
afterAll(async () => {
  for (const client of clients) client.release(true);
  await db?.drop();
});

/** Public ids of objects that the organisation may see. */
async function visible(client: pg.PoolClient, org: string): Promise<string[]> {
  await client.query("select set_config('app.org', $1, false)", [org]);
  const { rows } = await client.query<{ id: string; prefix: string }>(`
    (select id::text, 'ord' as prefix from world.orders order by id limit 12) union all (select id::text, 'lin' from world.line order by id limit 8)
    union all (select id::text, 'evt' from world.event order by id limit 8)`);
  return rows.map((row) => publicId(row.prefix, row.id));
}

/** Asks each side in turn, each with its own generator. */
async function each(count: number, ask: (side: Differential, generator: Generator) => Promise<unknown>): Promise<void> {
  const generators = pools.map((pool, n) => new Generator(schema, random(SEED + n), pool));
  for (let n = 0; n < count; n++) await ask(sides[n % sides.length] as Differential, generators[n % sides.length] as Generator);
}

const said = (label: string, seen: ReturnType<typeof tally>) =>
  console.log(
    `${label}: ${seen.documents} documents of seed ${SEED}, ${seen.refused} refused, ${seen.rich} with rows, ${seen.withHidden} with something hidden, ${seen.differences.length} differ`,
  );

describe('The read compiler answers as a naive reader does', () => {
  test('page by page through every list, under every order and with every kind of filter', { timeout: 300_000 }, async () => {
    const seen = tally();
    const lists: readonly (readonly [string, string, readonly string[]])[] = [
      ['orders', 'as:BUYER', ['CREATED_AT', 'NEWEST', 'NUMBER', 'RANK_DESC']],
      ['orders', 'as:SUPPLIER,filter:{status:[OPEN,DONE]}', ['CREATED_AT', 'RANK_DESC']],
      ['orders', 'as:SUPPLIER,filter:{overdue:true,urgent:false}', ['NEWEST', 'NUMBER']],
      ['ownOrgs', '', ['']],
      ['orgs', 'filter:{code:["ORG-0","ORG-2","ORG-5"]}', ['CODE', 'CODE_DESC']],
    ];
    for (const side of sides)
      for (const [field, given, orders] of lists)
        for (const order of orders) {
          let after: string | null = null;
          do {
            const text: string = `query($a:Cursor){${field}(${[given, order && `orderBy:${order}`, 'first:3,after:$a'].filter((part) => part !== '').join(',')}){edges{cursor node{id}} totalCount pageInfo{hasNextPage startCursor endCursor}}}`;
            const { data = '' } = await side.query({ text, variables: { a: after }, given: [] }, seen, () => false);
            const page = JSON.parse(data)[field] as { edges: { cursor: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
            cursors.set(
              `Query.${field}(after:)`,
              [...(cursors.get(`Query.${field}(after:)`) ?? []), ...page.edges.map((edge) => edge.cursor)].slice(-60),
            );
            after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
          } while (after !== null && seen.differences.length === 0);
        }
    said('Pages', seen);
    expect(seen.differences).toEqual([]);
    expect(seen.documents).toBeGreaterThan(50);
  });

  test('to documents that walk the whole schema, for a buyer, a supplier and an organisation that others cannot see', {
    timeout: 3_600_000,
  }, async () => {
    const seen = tally();
    await each(DOCUMENTS / 2, async (side, generator) => {
      await side.query(generator.query(), seen, isHostile);
      await side.query(generator.again(), seen, isHostile);
    });
    said('Queries', seen);
    expect(seen.differences.slice(0, 3)).toEqual([]);
    expect(seen.withHidden).toBeGreaterThan(DOCUMENTS / 300);
    expect(seen.rich).toBeGreaterThan(DOCUMENTS / 4);
  });

  test('to payloads of mutations, from what the command returned', { timeout: 600_000 }, async () => {
    const seen = tally();
    const roots: readonly (Touched | undefined)[] = [
      undefined,
      { orderId: null, others: [], note: null },
      { orderId: uuid(1, 1), others: [1, 2, 99, 3, 4].map((n) => uuid(1, n)), note: 'a "note"' },
    ];
    const given = { replayed: false, userErrors: [{ code: 'NOT_FOUND', field: ['id'], message: 'There is none.' }] };
    await each(200, (side, generator) => side.field(generator.field('mutation', 'orderTouch'), roots, given, seen, isHostile));
    said('Payloads', seen);
    expect(seen.differences.slice(0, 3)).toEqual([]);
  });

  test('to the items of a subscription, many in one statement', { timeout: 600_000 }, async () => {
    const seen = tally();
    const roots: readonly Updated[] = [1, 2, 3, 4, 5, 6].flatMap((n) => [
      { cursor: `c${n}`, type: 'Order', id: uuid(1, n) },
      { cursor: `d${n}`, type: 'Line', id: uuid(2, n * 10) },
      { cursor: `e${n}`, type: 'OrderIssued', id: uuid(3, n * 10) },
    ]);
    await each(100, (side, generator) => side.field(generator.field('subscription', 'orderUpdates'), roots, {}, seen, isHostile));
    said('Items', seen);
    expect(seen.differences.slice(0, 3)).toEqual([]);
  });
});
