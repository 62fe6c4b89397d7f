import { createHash } from 'node:crypto';
import type { BenchRequest } from './load.js';

/** The same digest that world.sql makes its uuids of. */
const hex = (kind: string, n: number): string => createHash('md5').update(`${kind}:${n}`).digest('hex');
export const orderId = (n: number): string => `ord_${hex('order', n)}`;
export const orgUuid = (n: number): string => hex('org', n).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
export const token = (n: number): string => `rt_bench_${n}`;

export const supplierOf = (n: number): number => (n % 100 < 12 ? 21 : 22 + ((n * 31) % 179));
const buyerOf = (n: number): number => 1 + (n % 20);

export type WorkloadName = 'R1' | 'R2' | 'R3' | 'R4' | 'R5';

export interface Workload {
  readonly name: WorkloadName;
  readonly what: string;
  readonly query: string;
  readonly requests: readonly BenchRequest[];
}

const R1 = `query R1($id: ID!) { order(by: {id: $id}) { id number status currency issuedOn version total { amount currency }
  lines { lineId itemName quantity unit price amount schedules { scheduleId quantity requestedFrom requestedTo promisedTo } } } }`;
const R2 = `query R2($as: OrderSide!) { orders(as: $as, first: 20, orderBy: NEWEST) { nodes { id number status issuedOn currency
  supplier { id legalName } lines { lineId itemName quantity unit price amount state } } } }`;
const R3 = `query R3($as: OrderSide!) { orders(as: $as, first: 100, orderBy: NEWEST) { nodes { id number status version revision issuedOn currency
  note deliverFrom deliverTo } } }`;
const R4 = `query R4($from: Date!, $to: Date!) { orders(as: SUPPLIER, first: 50, orderBy: NEWEST,
  filter: {status: [ISSUED], deliverTo: {from: $from, to: $to}}) { totalCount nodes { id number issuedOn deliverTo currency lineCount } } }`;
const R5 = '{ __typename }';

const rotate = (
  query: string,
  count: number,
  make: (i: number) => { readonly as: number; readonly variables: Record<string, unknown> },
): BenchRequest[] =>
  Array.from({ length: count }, (_, i) => {
    const { as, variables } = make(i);
    return { query, variables, token: token(as) };
  });

const sides = (query: string) =>
  rotate(query, 200, (i) =>
    i % 2 ? { as: 1 + (i % 20), variables: { as: 'BUYER' } } : { as: 21 + (i % 180), variables: { as: 'SUPPLIER' } },
  );

export const workloads: readonly Workload[] = [
  {
    name: 'R1',
    what: 'one order with 5 lines and their schedules',
    query: R1,
    requests: rotate(R1, 1000, (i) => {
      const n = 1 + ((i * 97) % 100_000);
      return { as: i % 2 ? buyerOf(n) : supplierOf(n), variables: { id: orderId(n) } };
    }),
  },
  { name: 'R2', what: 'newest 20 orders with supplier and lines', query: R2, requests: sides(R2) },
  { name: 'R3', what: 'newest 100 flat orders, 10 fields', query: R3, requests: sides(R3) },
  {
    name: 'R4',
    what: 'open orders due in a week of a supplier, first 50 and totalCount',
    query: R4,
    requests: rotate(R4, 180, (i) => ({
      as: 21 + i,
      variables: { from: `2026-11-${String(5 + (i % 20)).padStart(2, '0')}`, to: `2026-11-${String(11 + (i % 19)).padStart(2, '0')}` },
    })),
  },
  { name: 'R5', what: '{ __typename }', query: R5, requests: rotate(R5, 20, (i) => ({ as: 1 + i, variables: {} })) },
];
