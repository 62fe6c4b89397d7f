import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { Asking, viewer } from '../support/reads/asking.js';
import { createWorld, orgId, uuid } from '../support/reads/world.js';

let db: TestDatabase;
let pool: pg.Pool;
let world: Asking;

beforeAll(async () => {
  db = await freshDatabase();
  await createWorld(db.owner, 3);
  pool = (await db.open()).pool('hub_app');
});
afterAll(() => db?.drop());
beforeEach(() => {
  world = new Asking(pool);
});

describe('Cursors', () => {
  const page =
    'query($a: Cursor, $o: OrderOrder, $as: Side! = BUYER, $f: OrderFilter) { orders(as: $as, first: 2, after: $a, orderBy: $o, filter: $f) { pageInfo { endCursor } nodes { id } } }';
  const end = async (variables: object = {}, who = viewer(0), by = world): Promise<string> =>
    (await by.data(page, variables, who)).orders.pageInfo.endCursor;
  const expected = { code: 'BAD_USER_INPUT', argument: 'Query.orders(after:)' };

  test('lead on from where they stand', async () => {
    const seen = new Set<string>();
    let a: string | null = null;
    for (;;) {
      const { orders } = await world.data(page, { a });
      for (const { id } of orders.nodes) expect(seen.has(id)).toBe(false);
      for (const { id } of orders.nodes) seen.add(id);
      a = orders.pageInfo.endCursor;
      if (a === null) break;
    }
    expect(seen.size).toBe(
      Number((await db.owner.query('select count(*) from world.orders where buyer_id = $1', [orgId(0)])).rows[0].count),
    );
  });

  test('are refused under another order, filter, party, organisation or list', async () => {
    const a = await end();
    expect(await world.refusal(page, { a, o: 'NEWEST' })).toMatchObject(expected);
    expect(await world.refusal(page, { a, f: { urgent: true } })).toMatchObject(expected);
    expect(await world.refusal(page, { a, as: 'SUPPLIER' })).toMatchObject(expected);
    expect(await world.refusal(page, { a }, viewer(1))).toMatchObject(expected);
    expect(await world.refusal('query($a: Cursor) { orgs(after: $a) { nodes { id } } }', { a })).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'Query.orgs(after:)',
    });
  });

  test('are refused when anything in them is changed', async () => {
    const a = await end();
    for (let at = 0; at < a.length; at += 3) {
      const changed = a.slice(0, at) + (a[at] === '1' ? '2' : '1') + a.slice(at + 1);
      expect(await world.refusal(page, { a: changed })).toMatchObject(expected);
    }
    for (const other of ['', '~', '~~', `${a}0`, a.slice(1), a.toUpperCase(), 'ord_1', '\0', '\ud800', 'x'.repeat(10_000)])
      expect(await world.refusal(page, { a: other })).toMatchObject(expected);
  });

  test('outlive a change of keys as long as the old key verifies', async () => {
    const a = await end();
    const both = new Asking(pool, { cursorKeys: ['second key', 'first key'] });
    expect((await both.data(page, { a })).orders.nodes).toEqual((await world.data(page, { a })).orders.nodes);
    expect(await end({}, viewer(0), both)).not.toBe(a);
    expect(await new Asking(pool, { cursorKeys: ['second key'] }).refusal(page, { a })).toMatchObject(expected);
  });

  test('stand for the same filter however it was written', async () => {
    const a = await end({ f: { urgent: true, number: null } });
    expect((await world.data(page, { a, f: { urgent: true } })).orders).toBeDefined();
  });
});

describe('Values that cannot be used are named, and nothing is read', () => {
  test.each<[string, string, object, string]>([
    ['a page that is too long', 'query($f: Int) { orders(as: BUYER, first: $f) { totalCount } }', { f: 101 }, 'Query.orders(first:)'],
    [
      'a page of enormous length',
      'query($f: Int) { orders(as: BUYER, first: $f) { nodes { id } } }',
      { f: 1_000_000_000 },
      'Query.orders(first:)',
    ],
    [
      'a negative page',
      '{ orders(as: BUYER) { nodes { lineConnection(first: -1) { nodes { id } } } } }',
      {},
      'Order.lineConnection(first:)',
    ],
    ['too many ids', 'query($n: [ID!]!) { nodes(ids: $n) { id } }', { n: Array.from({ length: 101 }, () => 'x') }, 'Query.nodes(ids:)'],
    [
      'a day that does not exist',
      'query($f: OrderFilter) { orders(as: BUYER, filter: $f) { nodes { id } } }',
      { f: { dueOn: { from: '2026-02-30' } } },
      'Query.orders(filter.dueOn.from:)',
    ],
    [
      'a moment without a zone',
      'query($f: OrderFilter) { orders(as: BUYER, filter: $f) { nodes { id } } }',
      { f: { createdAfter: '2026-02-01T00:00:00' } },
      'Query.orders(filter.createdAfter:)',
    ],
    [
      'a number beyond all bounds',
      'query($f: OrderFilter) { orders(as: BUYER, filter: $f) { nodes { id } } }',
      { f: { totalAbove: '9'.repeat(401) } },
      'Query.orders(filter.totalAbove:)',
    ],
    [
      'not a number',
      'query($f: OrderFilter) { orders(as: BUYER, filter: $f) { nodes { id } } }',
      { f: { totalAbove: 'NaN' } },
      'Query.orders(filter.totalAbove:)',
    ],
    [
      'a NUL',
      'query($f: OrderFilter) { orders(as: BUYER, filter: $f) { nodes { id } } }',
      { f: { contains: 'a\0' } },
      'Query.orders(filter.contains:)',
    ],
    ['half of a surrogate pair', 'query($n: String!) { orderBy(by: { number: $n }) { id } }', { n: '\udc00x' }, 'Query.orderBy(by:)'],
  ])('%s', async (_, text, variables, argument) => {
    expect(await world.refusal(text, variables)).toMatchObject({ code: 'BAD_USER_INPUT', argument });
    expect(world.statements).toEqual([]);
  });

  test('an id of another kind, malformed or with strange characters is simply not there', async () => {
    for (const id of [
      '',
      'x',
      'ord_',
      'ord_\0',
      '\ud800',
      publicId('org', orgId(0)),
      publicId('ord', uuid(1, 1)).toUpperCase(),
      `${publicId('ord', uuid(1, 1))}0`,
    ]) {
      expect(await world.data('query($id: ID!) { order(id: $id) { id } node(id: $id) { ... on Order { id } } }', { id })).toMatchObject({
        order: null,
      });
    }
  });
});
