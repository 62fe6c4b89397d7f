import type { Viewer } from '../../platform/auth/viewer.js';
import {
  between,
  connection,
  date,
  decimal,
  derived,
  embed,
  equals,
  extend,
  flag,
  id,
  instant,
  int,
  isIn,
  json,
  lookup,
  many,
  money,
  need,
  one,
  type ReadDeclaration,
  root,
  rows,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { type InvoiceFacts, invoiceLifecycle } from '../lifecycle/rules.js';
import type { MatchView } from '../match/line.js';

export const inCurrency = (amount: string) => need('amounts:read', money(amount, 'currency'));
const priced = (column: string) => need('amounts:read', decimal(column));

const details = derived(
  { details: json('details') },
  ({ details: all }: { details: Readonly<Record<string, string>> }) => Object.entries(all).map(([name, value]) => ({ name, value })),
  { size: 3 },
);
const listOf = (column: string) =>
  need(
    'amounts:read',
    derived({ all: json(column) }, ({ all }: { all: readonly unknown[] }) => all, { size: 2 }),
  );

interface Facts extends InvoiceFacts {
  readonly buyerId: string;
  readonly viewer: Viewer;
}
const allowedActions = ({ buyerId, viewer, ...facts }: Facts) =>
  invoiceLifecycle.allowed(facts, viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER');

type Stored = (MatchView & { readonly at: string }) | null;

/** A price that differs is an amount: it is not shown to who may not see amounts. */
const shownMatch = ({ match, viewer }: { match: Stored; viewer: Viewer }) =>
  match === null
    ? null
    : { ...match, differences: match.differences.filter(({ kind }) => kind !== 'PRICE' || viewer.scopes.has('amounts:read')) };

export const partyCounterpart = isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' });

const sorts = {
  NEWEST: ['-created_at', '-id'],
  OLDEST: ['created_at', 'id'],
  ISSUED_LAST: ['-issued_on', '-id'],
  ISSUED_FIRST: ['issued_on', 'id'],
};

const invoice = type(
  'Invoice',
  { table: 'app.invoice', id: 'inv', need: 'invoices:read', cols: { created_at: 'timestamptz', issued_on: 'date' } },
  {
    id: id('inv'),
    number: text('number'),
    type: word('type_code'),
    status: word('status'),
    version: int('version'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    tradeAgreement: one('TradeAgreement', 'agreement_id'),
    externalReference: derived(
      { own: rows('InvoiceReference', 'invoice_id', { reference: 'reference' }, ['id']) },
      ({ own }: { own: readonly { reference: string }[] }) => own[0]?.reference ?? null,
      { size: 1 },
    ),
    issuedOn: date('issued_on'),
    receivedOn: date('received_on'),
    taxPointOn: date('tax_point_on'),
    currency: word('currency'),
    priceBasis: word('price_basis'),
    rounding: word('rounding'),
    linesTotal: inCurrency('lines_total'),
    allowance: inCurrency('allowance'),
    charge: inCurrency('charge'),
    adjustments: listOf('adjustments'),
    netTotal: inCurrency('net_total'),
    taxTotal: inCurrency('tax_total'),
    total: inCurrency('total'),
    taxBreakdown: listOf('tax_breakdown'),
    prepaid: inCurrency('prepaid'),
    roundingAmount: inCurrency('rounding_amount'),
    due: inCurrency('due'),
    buyerReference: text('buyer_reference'),
    note: text('note'),
    details,
    fapiao: embed({ kind: word('fapiao_kind'), code: text('fapiao_code'), number: text('fapiao_number') }, 'fapiao_number'),
    fapiaoStatus: word('fapiao_status'),
    fapiaoRecords: many('FapiaoRecord', 'invoice_id', ['at', 'id'], { size: 2 }),
    original: one('Invoice', 'original_id'),
    buckets: need(
      'amounts:read',
      embed({
        pending: money('pending', 'currency'),
        payable: money('payable', 'currency'),
        disputed: money('disputed', 'currency'),
        retained: money('retained', 'currency'),
        settled: money('settled', 'currency'),
      }),
    ),
    credited: inCurrency('credited'),
    lineCount: int('line_count'),
    lines: many('InvoiceLine', 'invoice_id', ['position', 'id'], { size: 10 }),
    disputes: many('Dispute', 'invoice_id', ['at', 'id'], { size: 2 }),
    creditNotes: many('CreditNote', 'invoice_id', ['at', 'id'], { size: 1 }),
    responses: many('InvoiceResponse', 'invoice_id', ['at', 'id'], { size: 3 }),
    movements: connection('InvoiceMovement', { on: 'invoice_id', orders: { AT: ['at', 'id'] } }),
    createdAt: instant('created_at'),
    changedAt: instant('changed_at'),
    businessTime: instant('business_time'),
    allowedActions: derived(
      {
        status: 'status',
        currency: 'currency',
        total: 'total',
        pending: 'pending',
        payable: 'payable',
        disputed: 'disputed',
        retained: 'retained',
        settled: 'settled',
        credited: 'credited',
        prepaid: 'prepaid',
        buyerId: 'buyer_id',
        viewer: '@viewer',
      },
      allowedActions,
      { size: 11 },
    ),
  },
);

const line = type(
  'InvoiceLine',
  { table: 'app.invoice_line', id: 'ivl', need: 'invoices:read', cols: { position: 'int' } },
  {
    id: id('ivl'),
    lineId: text('line_no'),
    position: int('position'),
    orderNumber: text('order_number'),
    orderLineId: text('order_line_no'),
    orderLine: one('OrderLine', 'order_line_id'),
    itemName: text('item_name'),
    description: text('description'),
    buyerItemId: text('buyer_item_id'),
    sellerItemId: text('seller_item_id'),
    standardItemId: text('standard_item_id'),
    quantity: decimal('quantity'),
    unit: word('unit'),
    orderQuantity: decimal('order_quantity'),
    price: priced('price'),
    priceBasis: decimal('price_basis'),
    adjustments: listOf('adjustments'),
    taxCategory: word('tax_category'),
    taxRate: decimal('tax_rate'),
    amount: inCurrency('amount'),
    taxAmount: inCurrency('tax_amount'),
    gross: inCurrency('gross'),
    share: inCurrency('share'),
    pending: inCurrency('pending'),
    disputed: inCurrency('disputed'),
    credited: inCurrency('credited'),
    note: text('note'),
    details,
    match: derived({ match: json('match'), viewer: '@viewer' }, shownMatch, { size: 3 }),
    claims: many('InvoiceClaim', 'invoice_line_id', ['at', 'id'], { size: 2 }),
    disputes: many('Dispute', 'invoice_line_id', ['at', 'id'], { size: 1 }),
    creditLines: many('CreditNoteLine', 'invoice_line_id', ['id'], { size: 1 }),
  },
);

export const invoiceDocumentReads: readonly ReadDeclaration[] = [
  invoice,
  line,
  type('InvoiceReference', { table: 'app.invoice_reference' }, {}),
  type(
    'InvoiceClaim',
    { table: 'app.invoice_receipt', cols: { at: 'timestamptz' } },
    {
      receiptLine: one('ReceiptLine', 'receipt_line_id'),
      quantity: decimal('quantity'),
      receivedOn: date('received_on'),
      acceptedOn: date('accepted_on'),
      priceReduction: decimal('price_reduction'),
      releaseCause: word('release_cause'),
      releasedAt: instant('released_at'),
    },
  ),
  type(
    'InvoiceMovement',
    { table: 'app.invoice_movement', cols: { at: 'timestamptz' } },
    {
      from: word('from_bucket'),
      to: word('to_bucket'),
      amount: inCurrency('amount'),
      cause: text('cause'),
      invoiceLineId: id('ivl', 'invoice_line_id'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  type(
    'FapiaoRecord',
    { table: 'app.invoice_fapiao', cols: { at: 'timestamptz' } },
    {
      kind: word('kind'),
      code: text('code'),
      number: text('number'),
      status: word('status'),
      reason: text('reason'),
      by: one('Organisation', 'org_id'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  extend('OrderLine', { invoiceLines: many('InvoiceLine', 'order_line_id', ['id'], { size: 2 }) }),
  root({
    invoice: lookup('Invoice', 'by', { id: 'id', externalReference: '{id} = app.invoice_by_reference({@value})' }),
    invoices: connection('Invoice', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: sorts,
      filters: {
        status: isIn('status'),
        counterparty: partyCounterpart,
        number: equals('number'),
        fapiaoNumber: equals('fapiao_number'),
        issuedOn: between('issued_on', { type: 'date' }),
        disputed: flag('{disputed} > 0'),
      },
    }),
  }),
];
