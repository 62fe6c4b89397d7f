import { decimal as exact, type Decimal } from '../../kernel/decimal.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import {
  between,
  connection,
  date,
  decimal,
  derived,
  equals,
  extend,
  id,
  instant,
  int,
  isIn,
  json,
  lookup,
  many,
  one,
  payload,
  type ReadDeclaration,
  ref,
  refs,
  root,
  rows,
  text,
  type,
  value,
  word,
} from '../../platform/reads/declare.js';
import { despatchLifecycle, type DespatchStatus } from './rules.js';

interface Facts {
  readonly status: DespatchStatus;
  readonly buyerId: string;
  readonly handled: readonly { readonly receipt: string }[];
  readonly viewer: Viewer;
}

const allowedActions = ({ status, buyerId, handled, viewer }: Facts) =>
  despatchLifecycle.allowed({ status, received: handled.length > 0 }, viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER');

const detailsOf = ({ details }: { readonly details: Readonly<Record<string, string>> }) =>
  Object.entries(details).map(([name, said]) => ({ name, value: said }));

export const details = derived({ details: json('details') }, detailsOf, { size: 5 });

interface OwnName {
  readonly own: readonly { readonly reference: string }[];
}

/** The name that the viewer's own organisation gave the document. */
export const ownReference = (column: string) =>
  derived({ own: rows('DeliveryReference', column, { reference: 'reference' }, ['id']) }, ({ own }: OwnName) => own[0]?.reference ?? null, {
    size: 1,
  });

const counterparty = isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' });
export const bothSides = { party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' } } as const;
export const byCounterparty = { counterparty };

const inTransit = ({ quantity, handled }: { readonly quantity: string; readonly handled: string }): string => {
  const left: Decimal = exact(quantity).minus(handled);
  return left.isNegative() ? '0' : left.toFixed();
};

const sorts = { NEWEST: ['-at', '-id'], OLDEST: ['at', 'id'] };

const despatch = type(
  'DespatchAdvice',
  { table: 'app.despatch_advice', id: 'des', need: 'orders:read', cols: { at: 'timestamptz', expected_on: 'date' } },
  {
    id: id('des'),
    number: text('number'),
    status: word('status'),
    version: int('version'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    externalReference: ownReference('despatch_id'),
    issuedOn: date('issued_on'),
    despatchedOn: date('despatched_on'),
    expectedOn: date('expected_on'),
    carrier: text('carrier'),
    consignment: text('consignment'),
    note: text('note'),
    details,
    lineCount: int('line_count'),
    lines: many('DespatchLine', 'despatch_id', ['position', 'id'], { size: 10 }),
    receipts: many('ReceiptAdvice', 'despatch_id', ['at', 'id'], { size: 2 }),
    cancelReason: text('cancel_reason'),
    cancelledOn: date('cancelled_on'),
    at: instant('at'),
    businessTime: instant('business_time'),
    allowedActions: derived(
      {
        status: 'status',
        buyerId: 'buyer_id',
        handled: rows('ReceiptAdvice', 'despatch_id', { receipt: 'id' }, ['at', 'id']),
        viewer: '@viewer',
      },
      allowedActions,
      { size: 2 },
    ),
  },
);

const line = type(
  'DespatchLine',
  { table: 'app.despatch_line', id: 'dsl', need: 'orders:read', cols: { position: 'int' } },
  {
    id: id('dsl'),
    despatch: one('DespatchAdvice', 'despatch_id'),
    order: one('Order', 'order_id'),
    line: one('OrderLine', 'line_id'),
    lineId: text('line_no'),
    documentLine: text('document_line'),
    position: int('position'),
    quantity: decimal('quantity'),
    unit: word('unit'),
    orderQuantity: decimal('order_quantity'),
    outstandingQuantity: decimal('outstanding_quantity'),
    outstandingReason: text('outstanding_reason'),
    lot: text('lot'),
    packages: derived({ packages: json('packages') }, ({ packages }: { readonly packages: unknown }) => packages, { size: 3 }),
    note: text('note'),
    handled: decimal('handled'),
    inTransit: derived({ quantity: 'order_quantity', handled: 'handled' }, inTransit, { size: 1 }),
  },
);

interface Many {
  readonly ids: readonly string[];
  readonly refused: unknown;
}
const done = { despatch: ref('DespatchAdvice', (result: { despatchId: string }) => result.despatchId) };

export const despatchReads: readonly ReadDeclaration[] = [
  despatch,
  line,
  type('DeliveryReference', { table: 'app.delivery_reference' }, {}),
  type(
    'OrderDespatch',
    { table: 'app.order_despatch', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      despatch: one('DespatchAdvice', 'despatch_id'),
      lines: many('DespatchLine', { despatch_id: 'despatch_id', order_id: 'order_id' }, ['position', 'id'], { size: 5 }),
    },
  ),
  extend('Order', { despatches: connection('OrderDespatch', { on: 'order_id', orders: { NEWEST: ['-at', '-id'] } }) }),
  extend('OrderLine', { despatchLines: connection('DespatchLine', { on: 'line_id', orders: { NEWEST: ['-id'] } }) }),
  payload('DespatchSendPayload', done),
  payload('DespatchCancelPayload', done),
  payload('DespatchBulkSendPayload', {
    despatches: refs('DespatchAdvice', ({ ids }: Many) => ids),
    refused: value(({ refused }: Many) => refused),
  }),
  root({
    despatch: lookup('DespatchAdvice', 'by', { id: 'id', externalReference: '{id} = app.despatch_by_reference({@value})' }),
    despatches: connection('DespatchAdvice', {
      ...bothSides,
      orders: sorts,
      filters: {
        ...byCounterparty,
        status: isIn('status'),
        number: equals('number'),
        expectedOn: between('expected_on', { type: 'date' }),
      },
    }),
  }),
];
