import { isEnumType } from 'graphql';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import type { SelectionOfField } from '../../src/platform/reads/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { Asking, fieldsOf, select, viewer } from '../support/reads/asking.js';
import { createWorld, orgId, type Updated, uuid, worldSchema } from '../support/reads/world.js';

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

describe('A document is one statement', () => {
  test('however deep it goes and however many lists it has', async () => {
    await world.ask(
      `{ orders(as: BUYER) { totalCount nodes { number lines { item maker { name } } events { at ... on OrderIssued { subject { id } } } } } orgs { nodes { name } } me { name } }`,
    );
    expect(world.statements).toHaveLength(1);
  });

  test('and none at all where nothing comes from the database', async () => {
    expect(await world.data('{ __typename scopes }')).toEqual({ __typename: 'Query', scopes: ['amounts:read', 'orders:read'] });
    expect(world.statements).toEqual([]);
  });

  test('that is prepared under a name once the document comes again', async () => {
    await world.ask('{ me { name } }');
    await world.ask('{ me { name } }', {}, viewer(3));
    expect(world.statements.map(({ name }) => name !== undefined)).toEqual([false, true]);
    expect(world.statements[0]?.text).toBe(world.statements[1]?.text);
  });

  test('in which no value of a caller stands', async () => {
    const text =
      'query($n: String, $o: ID!, $f: Int) { orders(as: BUYER, first: $f, filter: { number: $n, supplier: [$o] }) { nodes { id } } }';
    for (const n of ["x' or true --", 'N-1', '{@org}']) {
      expect(await world.data(text, { n, o: publicId('org', orgId(3)), f: 2 })).toEqual({ orders: { nodes: [] } });
      expect(world.statements.at(-1)?.text).not.toContain(n);
    }
    expect(new Set(world.statements.map((statement) => statement.text)).size).toBe(1);
  });

  test('that serves every caller with the rights of that caller', async () => {
    const text = 'query($id: ID!) { order(id: $id) { id mySide } me { id } }';
    const { rows } = await db.owner.query<{ id: string; buyer: string; supplier: string }>(
      'select id, buyer_id as buyer, supplier_id as supplier from world.orders where buyer_id = $1 and supplier_id = $2 limit 1',
      [orgId(0), orgId(3)],
    );
    const id = publicId('ord', rows[0]?.id ?? '');
    expect((await world.data(text, { id }, viewer(0))).order).toEqual({ id, mySide: 'BUYER' });
    expect((await world.data(text, { id }, viewer(3))).order).toEqual({ id, mySide: 'SUPPLIER' });
    expect((await world.data(text, { id }, viewer(1))).order).toBeNull();
    expect((await world.data(text, { id: publicId('ord', uuid(1, 99_999)) }, viewer(0))).order).toBeNull();
  });
});

describe('What a document costs', () => {
  test.each([
    ['{ me { id name } }', 3],
    ['{ orgs { nodes { id name } } }', 2 + 4 * 2],
    ['{ orgs(first: 50) { nodes { id } totalCount } }', 3 + 50],
    ['{ orgs(first: 0) { nodes { id } } }', 2],
    ['{ orders(as: BUYER, first: 10) { nodes { lines { id item } } } }', 2 + 10 * (1 + 10 * 2)],
    ['query($n: [ID!]! = ["a", "b", "c"]) { nodes(ids: $n) { id } }', 1],
  ])('%s is %i', async (text, cost) => {
    expect((await world.ask(text)).cost).toBe(cost);
  });

  test('is known before anything is read, and refused above the limit', async () => {
    const text = 'query($f: Int) { orders(as: BUYER, first: $f) { nodes { lines { siblings { id } } } } }';
    expect(await world.refusal(text, { f: 100 })).toMatchObject({ code: 'TOO_COSTLY', cost: 11_102, limit: 10_000 });
    expect(world.statements).toEqual([]);
    expect((await world.ask(text, { f: 5 })).cost).toBe(2 + 5 * (1 + 10 * (1 + 10)));
  });
});

describe('Scopes', () => {
  test.each([
    [
      'a field',
      '{ orders(as: BUYER) { nodes { total { amount } } } }',
      ['orders:read'],
      { code: 'FORBIDDEN', scope: 'amounts:read', coordinate: 'Order.total' },
    ],
    [
      'a type',
      '{ orders(as: BUYER) { nodes { number } } }',
      ['amounts:read'],
      { code: 'FORBIDDEN', scope: 'orders:read', coordinate: 'Order' },
    ],
    [
      'a type behind node(id)',
      '{ node(id: "ord_00000001000070008000000000000001") { id } }',
      [],
      { code: 'FORBIDDEN', scope: 'orders:read', coordinate: 'Order' },
    ],
  ])('%s that needs one is refused without it, before anything is read', async (_, text, scopes, expected) => {
    expect(await world.refusal(text, {}, viewer(0, scopes))).toMatchObject(expected);
    expect(world.statements).toEqual([]);
  });

  test('what is skipped needs none', async () => {
    expect(
      await world.data('query($s: Boolean!) { orgs { nodes { code credit @skip(if: $s) } } }', { s: true }, viewer(0, [])),
    ).toMatchObject({
      orgs: { nodes: expect.any(Array) },
    });
    expect(
      await world.refusal('query($s: Boolean!) { orgs { nodes { code credit @skip(if: $s) } } }', { s: false }, viewer(0, [])),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('What is hidden behind a field that may not be null', () => {
  test('takes the next nullable place above with it, and the error says where it was', async () => {
    const { rows } = await db.owner.query<{ id: string }>('select id from world.orders where buyer_id = $1 and supplier_id = $2 limit 1', [
      orgId(0),
      orgId(5),
    ]);
    const [hidden, unknown] = [publicId('ord', rows[0]?.id ?? ''), publicId('ord', uuid(1, 99_999))];
    const answer = await world.ask(
      'query($a: ID!, $b: ID!) { a: order(id: $a) { number supplier { name } } b: order(id: $b) { supplier { name } } c: order(id: $a) { supplierIfSeen { name } } }',
      { a: hidden, b: unknown },
    );
    expect(JSON.parse(answer.text)).toEqual({ a: null, b: null, c: { supplierIfSeen: null } });
    expect(answer.errors.map((error) => ({ message: error.message, path: error.path, code: error.extensions.code }))).toEqual([
      { message: 'Cannot return null for non-nullable field Order.supplier.', path: ['a', 'supplier'], code: 'NOT_VISIBLE' },
    ]);
  });
});

describe('Lists', () => {
  test('count up to 1,001, which means more than 1,000', async () => {
    await db.owner.query(
      `insert into world.org select gen_random_uuid(), 'many', 'MANY-' || n, null, '2026-01-01', false, $1 from generate_series(1, 1200) n`,
      [orgId(4)],
    );
    try {
      expect(await world.data('{ ownOrgs(first: 1) { totalCount } }', {}, viewer(4))).toEqual({ ownOrgs: { totalCount: 1_001 } });
    } finally {
      await db.owner.query(`delete from world.org where code like 'MANY-%'`);
    }
  });

  test('of ids keep their order, with null for what is not visible', async () => {
    const ids = [publicId('org', orgId(1)), 'none', publicId('org', orgId(5)), publicId('org', orgId(0)), publicId('org', orgId(1))];
    expect((await world.data('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).nodes).toEqual([
      { id: ids[0] },
      null,
      null,
      { id: ids[3] },
      { id: ids[4] },
    ]);
  });
});

describe('Payloads and items', () => {
  test('one field under two keys of a document, each with its own selection', async () => {
    const [one, two] = fieldsOf('mutation { a: orderTouch { note } b: orderTouch { replayed note } }', 'Mutation');
    const root = { orderId: null, others: [], note: 'n' };
    const given = { replayed: true, userErrors: [] };
    expect((await world.reads.payload(one as SelectionOfField, root, given, undefined)).text).toBe('{"note":"n"}');
    expect((await world.reads.payload(two as SelectionOfField, root, given, undefined)).text).toBe('{"replayed":true,"note":"n"}');
    expect(world.statements).toEqual([]);
  });

  test('many items are one statement, each in its place, null where the object is not visible', async () => {
    const [field] = fieldsOf('subscription { orderUpdates { cursor node { id } } }', 'Subscription', viewer(1));
    const { rows } = await db.owner.query<{ id: string; mine: boolean }>(
      'select id, $1 in (buyer_id, supplier_id) as mine from world.orders order by id limit 20',
      [orgId(1)],
    );
    const roots = rows.map((row, n): Updated => ({ cursor: String(n), type: 'Order', id: row.id }));
    const answers = await world.reads.items(field as SelectionOfField, roots);
    expect(answers.map(({ text }) => JSON.parse(text))).toEqual(
      rows.map((row, n) => ({ cursor: String(n), node: row.mine ? { id: publicId('ord', row.id) } : null })),
    );
    expect(new Set(rows.map((row) => row.mine))).toEqual(new Set([true, false]));
    expect(world.statements).toHaveLength(1);
  });
});

test('an enum whose values are stored under other words is answered by its names and filtered by what is stored', async () => {
  const renamed = worldSchema();
  const status = renamed.getType('OrderStatus');
  if (!isEnumType(status)) throw new Error('no enum');
  const open = status.getValue('OPEN');
  if (open) Object.assign(open, { name: 'UNFINISHED' });
  const answer = await new Asking(pool, {}, renamed).reads.query(select('{ orders(as: BUYER, first: 100) { nodes { status } } }'));
  expect(new Set(JSON.parse(answer.text).orders.nodes.map((node: { status: string }) => node.status))).toEqual(
    new Set(['UNFINISHED', 'DONE', 'VOID']),
  );
});
