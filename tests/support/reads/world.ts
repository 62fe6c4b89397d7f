import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema } from 'graphql';
import type pg from 'pg';
import {
  after,
  before,
  between,
  bool,
  byId,
  connection,
  contains,
  date,
  decimal,
  derived,
  equals,
  flag,
  id,
  instant,
  int,
  isIn,
  item,
  json,
  lookup,
  many,
  matches,
  money,
  need,
  newest,
  node,
  nodes,
  one,
  payload,
  type ReadDeclaration,
  ref,
  refAny,
  refs,
  root,
  row,
  rows,
  subject,
  text,
  type,
  value,
  word,
} from '../../../src/platform/reads/declare.js';
import { random } from './random.js';

const beside = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');

export const worldSchema = () => buildSchema(beside('world.graphql'));

interface ActionFacts {
  readonly status: string;
  readonly buyer: string;
  readonly viewer: { readonly orgId: string };
  readonly args: { readonly verbose?: boolean | null };
  readonly lines: readonly { readonly no: number; readonly held: boolean }[];
}

const actionsOf = ({ status, buyer, viewer, args, lines }: ActionFacts) => [
  { name: 'CLOSE', allowed: status === 'OPEN' && buyer === viewer.orgId, reason: args.verbose ? `is ${status}` : null, about: lines[0] },
  { name: 'RELEASE', allowed: lines.some((line) => line.held), reason: null, about: null },
];

const keysThatDiffer = ({ old, now }: { readonly old: object | null; readonly now: object | null }) =>
  [...new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})])]
    .sort()
    .filter((key) => JSON.stringify(Reflect.get(old ?? {}, key)) !== JSON.stringify(Reflect.get(now ?? {}, key)));

export interface Touched {
  readonly orderId: string | null;
  readonly others: readonly string[];
  readonly note: string | null;
}
export interface Updated {
  readonly cursor: string;
  readonly type: string;
  readonly id: string;
}

export const worldReads: readonly ReadDeclaration[] = [
  type(
    'Org',
    { table: 'world.org', id: 'org' },
    {
      id: id('org'),
      name: text('name'),
      code: word('code'),
      credit: need('amounts:read', decimal('credit')),
      founded: date('founded'),
    },
  ),
  type(
    'Order',
    { table: 'world.orders', id: 'ord', need: 'orders:read' },
    {
      id: id('ord'),
      number: text('number'),
      status: word('status'),
      dueOn: date('due_on'),
      createdAt: instant('created_at'),
      rank: int('rank'),
      total: need('amounts:read', money('total', 'currency')),
      discount: money('discount', 'currency'),
      note: text('note'),
      tags: json('tags'),
      urgent: bool('urgent'),
      mySide: word("case when {buyer_id} = {@org} then 'BUYER' else 'SUPPLIER' end"),
      buyer: one('Org', 'buyer_id'),
      supplier: one('Org', 'supplier_id'),
      supplierIfSeen: one('Org', 'supplier_id'),
      lines: many('Line', 'order_id', ['line_no']),
      heldLines: many('Line', 'order_id', ['-line_no'], { where: '{held}' }),
      lineConnection: connection('Line', {
        on: 'order_id',
        orders: { LINE_NO: ['line_no'], ITEM_DESC: ['-item', '-id'] },
        filters: { held: equals('held'), item: isIn('item'), promisedOn: between('promised_on') },
      }),
      events: many('OrderEvent', 'order_id', ['at', 'id']),
      lastEvent: newest('AnyEvent', 'order_id', ['-at', '-id']),
      lastIssue: newest('OrderIssued', 'order_id', ['-at', '-id']),
      actions: derived(
        {
          status: 'status',
          buyer: 'buyer_id',
          viewer: '@viewer',
          args: '@args',
          lines: rows('Line', 'order_id', { no: int('line_no'), held: bool('held') }, ['line_no']),
        },
        actionsOf,
      ),
      changed: derived({ old: json('before'), now: json('after') }, keysThatDiffer),
    },
  ),
  type(
    'Line',
    { table: 'world.line', id: 'lin', need: 'orders:read' },
    {
      id: id('lin'),
      lineNo: int('line_no'),
      item: text('item'),
      quantity: decimal('quantity'),
      held: bool('held'),
      promisedOn: date('promised_on'),
      maker: one('Org', 'maker_id'),
      order: one('Order', 'order_id'),
      siblings: many('Line', { order_id: 'order_id' }, ['line_no'], { where: '{id} <> {^id}' }),
    },
  ),
  type(
    'OrderEvent',
    {
      table: 'world.event',
      id: 'evt',
      kind: { col: 'kind', types: { ISSUED: 'OrderIssued', CLOSED: 'OrderClosed', NOTED: 'OrderNoted' } },
    },
    {
      id: id('evt'),
      at: instant('at'),
      order: one('Order', 'order_id'),
      subject: subject('subject_type', 'subject_id'),
    },
  ),
  type(
    'AnyEvent',
    {
      table: 'world.event',
      kind: { col: 'kind', types: { ISSUED: 'OrderIssued', CLOSED: 'OrderClosed', NOTED: 'OrderNoted' } },
      cols: { at: 'timestamptz' },
    },
    {},
  ),
  type('OrderIssued', { of: 'OrderEvent' }, { by: one('Org', 'by_id') }),
  type('OrderClosed', { of: 'OrderEvent' }, { reason: text('reason') }),
  type('OrderNoted', { of: 'OrderEvent' }, { reason: text('reason'), by: one('Org', 'by_id') }),
  root({
    order: byId('Order'),
    orderBy: lookup('Order', 'by', { id: 'id', number: '{number} = {@value} and {buyer_id} = {@org}' }),
    me: row('Org', '{id} = {@org}'),
    mustBeMe: row('Org', "{id} = {@org} and {code} <> 'ORG-1'"),
    node: node(),
    nodes: nodes(),
    orders: connection('Order', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { CREATED_AT: ['created_at', 'id'], NEWEST: ['-created_at', '-id'], NUMBER: ['number', 'id'], RANK_DESC: ['-rank', '-id'] },
      filters: {
        status: isIn('status'),
        number: equals('number'),
        dueOn: between('due_on'),
        createdAfter: after('created_at'),
        createdBefore: before('created_at'),
        supplier: isIn('supplier_id', { id: 'org' }),
        buyer: equals('buyer_id', { id: 'org' }),
        contains: contains('note'),
        overdue: flag("{due_on} < date '2026-02-01'"),
        minRank: matches('{rank} >= {@value}', { type: 'int' }),
        totalAbove: matches('{total} > {@value}', { type: 'numeric' }),
        urgent: equals('urgent'),
      },
    }),
    orgs: connection('Org', { everyone: true, orders: { CODE: ['code'], CODE_DESC: ['-code'] }, filters: { code: isIn('code') }, page: 4 }),
    ownOrgs: connection('Org', { mine: 'owner_id', orders: { CODE: ['code'] } }),
    scopes: derived({ viewer: '@viewer' }, ({ viewer }: { viewer: { scopes: ReadonlySet<string> } }) => [...viewer.scopes].sort()),
  }),
  payload('OrderTouchPayload', {
    order: ref('Order', (touched: Touched) => touched.orderId),
    orders: refs('Order', (touched: Touched) => touched.others),
    note: value((touched: Touched) => touched.note),
  }),
  item('OrderUpdate', {
    cursor: value((updated: Updated) => updated.cursor),
    node: refAny((updated: Updated) => updated),
    order: ref('Order', (updated: Updated) => (updated.type === 'Order' ? updated.id : null)),
  }),
];

export const ORGS = 6;
/** Organisation number `n`, from 0. Organisation 5 is secret and its own. */
export const orgId = (n: number): string => `00000000-0000-7000-8000-0000000000${String(n).padStart(2, '0')}`;
export const uuid = (kind: number, n: number): string => `0000000${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;

const TEXTS = ['plain', 'quote " and \\ back', "it's", 'tab\tline\nend', '海山电器 ↗ 😀', '', 'ÄÖ ß z', '\u007f\u0001x', '$1 {x}', 'Z'];

/** Fills the world, the same for each seed. Ties in every order are common, and so are nulls. */
export async function fillWorld(owner: pg.Pool, seed: number, orders = 60): Promise<void> {
  const { pick, under, chance } = random(seed);
  const maybe = <T>(value: T): T | null => (chance(0.3) ? null : value);
  const day = () => `2026-0${1 + under(3)}-${String(1 + under(28)).padStart(2, '0')}`;
  const moment = () => `${day()}T0${under(2)}:00:00.${pick(['000000', '000001', '123456'])}Z`;
  const insert = (table: string, values: readonly unknown[]) =>
    owner.query(`insert into world.${table} values (${values.map((_, index) => `$${index + 1}`).join(',')})`, [...values]);
  for (let n = 0; n < ORGS; n++) {
    await insert('org', [orgId(n), pick(TEXTS), `ORG-${n}`, maybe(`${under(1e6)}.50`), day(), n === 5, n === 5 ? orgId(5) : orgId(n % 3)]);
  }
  for (let n = 0; n < orders; n++) {
    const buyer = under(3);
    const parties = [orgId(buyer), orgId(chance(0.35) ? 5 : 3 + ((buyer + under(2)) % 2))];
    const state = () => maybe(JSON.stringify({ a: under(3), b: [under(2)], c: pick(TEXTS.slice(0, 7)) }));
    await insert('orders', [
      uuid(1, n),
      ...parties,
      `N-${n}`,
      pick(['OPEN', 'DONE', 'VOID']),
      maybe(day()),
      moment(),
      under(8),
      `${under(1e5)}.${10 + under(90)}`,
      pick(['CNY', 'EUR']),
      maybe('3.10'),
      maybe(pick(TEXTS)),
      [pick(TEXTS), 'x'].slice(under(3)),
      state(),
      state(),
      chance(0.5),
    ]);
    // Stored backwards, so that nothing is in order by chance.
    for (let l = under(5) - 1; l >= 0; l--) {
      await insert('line', [
        uuid(2, n * 10 + l),
        uuid(1, n),
        ...parties,
        l + 1,
        pick(TEXTS),
        `${under(100)}.${under(9)}`,
        chance(0.4),
        maybe(day()),
        maybe(orgId(under(ORGS))),
      ]);
    }
    for (let e = 0; e < under(4); e++) {
      const about = pick([
        ['Order', uuid(1, under(orders))],
        ['Line', uuid(2, under(orders * 10))],
        ['Org', orgId(under(ORGS))],
        ['Nothing', uuid(9, 1)],
        [null, null],
      ]);
      const kind = pick(['ISSUED', 'CLOSED', 'NOTED']);
      await insert('event', [
        uuid(3, n * 10 + e),
        uuid(1, n),
        ...parties,
        kind,
        moment(),
        maybe(pick(TEXTS)),
        kind === 'ISSUED' ? orgId(under(ORGS)) : maybe(orgId(under(ORGS))),
        ...about,
      ]);
    }
  }
}

export const createWorld = async (owner: pg.Pool, seed: number): Promise<void> => {
  await owner.query(beside('world.sql'));
  await fillWorld(owner, seed);
};
