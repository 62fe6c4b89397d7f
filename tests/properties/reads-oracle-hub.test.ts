// The read compiler against a naive reader on the hub's own schema and demo. More documents: HUB_READS_DOCUMENTS=20000 READS_SEED=7 npx vitest run tests/properties/reads-oracle-hub
import { getNamedType, type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { SCOPES } from '../../src/platform/auth/viewer.js';
import { buildHubSchema } from '../../src/platform/graphql/schema.js';
import { rooms } from '../../src/rooms.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { demoViewer } from '../support/parties.js';
import { Differential, tally } from '../support/reads/differential.js';
import { Generator, type Pool } from '../support/reads/generator.js';
import { random } from '../support/reads/random.js';

const SEED = Number(process.env.READS_SEED ?? 20_260_101);
const DOCUMENTS = Number(process.env.HUB_READS_DOCUMENTS ?? 400);
const ASKERS = ['buyer', 'supplier', 'bank', 'operator'];
/** Answered from the feed and not by a declaration; never twice the same; rows that the naive reader cannot tell apart by their id. */
const ELSEWHERE = new Set(['Query.feed', 'Clock.businessTime', 'Clock.realTime', 'Query.documentExport']);
const declarations = rooms.flatMap((room) => room.reads);

let hub: DemoHub;
let schema: GraphQLSchema;
let app: pg.Pool;
const clients: pg.PoolClient[] = [];
const sides: { readonly differential: Differential; readonly generator: Generator }[] = [];

/** Public ids of some objects of every kind that the client's organisation may see, by prefix. */
async function visible(client: pg.PoolClient): Promise<string[]> {
  const ids: string[] = [];
  for (const declaration of declarations) {
    if (declaration.kind !== 'type' || declaration.id === undefined) continue;
    const { rows } = await client.query<{ id: string }>(`select id::text from ${declaration.table} order by id limit 6`);
    ids.push(...rows.map((row) => publicId(declaration.id ?? '', row.id)));
  }
  return ids;
}

/** A copy of the hub's schema that graphql-js can execute: without the bodies that must never be called. */
async function executableSchema(): Promise<GraphQLSchema> {
  const copy = await buildHubSchema(rooms);
  for (const type of Object.values(copy.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = undefined;
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) field.resolve = undefined;
  }
  return copy;
}

const poolOf =
  (ids: readonly string[], foreign: readonly string[]): Pool =>
  ({ names, type }) => {
    const of = (prefix: string) => [...ids.filter((id) => id.startsWith(prefix)), ...foreign.slice(0, 4), 'x', `${prefix}_0`];
    if (names.includes('counterparty') || names[0]?.startsWith('Query.organisation(')) return of('org');
    if (type === 'ID') {
      const target = /^Query\.(\w+)\(/.exec(names[0] ?? '')?.[1] ?? '';
      const prefix = { tradeAgreement: 'agr', order: 'ord', person: 'psn' }[target];
      return prefix === undefined ? [...ids, ...foreign.slice(0, 4)] : of(prefix);
    }
    if (type === 'Cursor') return [null, null, null, null, null, 'x'];
    if (type === 'Date') return ['2026-01-05', '2026-06-10', '2026-12-20', '2026-02-30'];
    if (type === 'DateTime') return ['2026-01-05T00:00:00Z', 'tomorrow'];
    if (type === 'Decimal') return ['5', '1e400'];
    return type === 'String' ? ['x', '海山', 'PO-1', 'a\0'] : [];
  };
const isHostile = (name: string, value: unknown): boolean => {
  const text = String(value);
  return (
    (name.includes('first') && (Number(value) < 0 || Number(value) > 100)) ||
    name === 'after' ||
    ['x', '2026-02-30', 'tomorrow', '1e400'].includes(text) ||
    text.includes('\0')
  );
};

beforeAll(async () => {
  hub = await startDemoHub();
  await hub.settled();
  schema = await executableSchema();
  app = hub.database.pool('hub_app');
  const own: string[][] = [];
  for (const orgKey of ASKERS) {
    const client = await app.connect();
    clients.push(client);
    const viewer = demoViewer(orgKey, { scopes: new Set(SCOPES) });
    await client.query("select set_config('app.org', $1, false)", [viewer.orgId]);
    own.push(await visible(client));
    sides.push({ differential: await Differential.as(schema, declarations, app, client, viewer), generator: undefined as never });
  }
  sides.forEach((side, n) => {
    const foreign = own.flatMap((ids, other) => (other === n ? [] : ids)).filter((id) => !own[n]?.includes(id));
    sides[n] = { ...side, generator: new Generator(schema, random(SEED + n), poolOf(own[n] ?? [], foreign), ELSEWHERE) };
  });
}, 300_000);
afterAll(async () => {
  for (const client of clients) client.release(true);
  await hub?.stop();
});

describe('The hub answers as a naive reader of its declarations does', () => {
  test('to documents that walk its whole schema, for a buyer, a supplier, a bank and the operator', { timeout: 3_600_000 }, async () => {
    const seen = tally();
    for (let n = 0; n < DOCUMENTS / 2; n++) {
      const { differential, generator } = sides[n % sides.length] as (typeof sides)[number];
      await differential.query(generator.query(), seen, isHostile);
      await differential.query(generator.again(), seen, isHostile);
    }
    console.log(
      `Hub: ${seen.documents} documents of seed ${SEED}, ${seen.refused} refused, ${seen.rich} with rows, ${seen.withHidden} with something hidden, ${seen.differences.length} differ`,
    );
    expect(seen.differences.slice(0, 3)).toEqual([]);
    expect(seen.rich).toBeGreaterThan(DOCUMENTS / 10);
  });

  test('to payloads that refuse, whatever they select', { timeout: 600_000 }, async () => {
    const seen = tally();
    const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter((field) => isObjectType(getNamedType(field.type)));
    const given = { replayed: false, userErrors: [] };
    for (const field of mutations) {
      const { differential, generator } = sides[0] as (typeof sides)[number];
      await differential.field(generator.field('mutation', field.name), [undefined], given, seen, () => true);
    }
    expect(seen.documents).toBeGreaterThan(10);
    expect(seen.differences).toEqual([]);
  });
});
