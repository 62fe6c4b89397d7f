import type { Viewer } from '../../platform/auth/viewer.js';
import { updateItem } from '../../platform/events/index.js';
import {
  byId,
  connection,
  date,
  decimal,
  derived,
  id,
  instant,
  int,
  isIn,
  many,
  money,
  need,
  one,
  payload,
  type ReadDeclaration,
  ref,
  refs,
  root,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { repricingLifecycle, type RepricingStatus } from './rules.js';

interface Facts {
  readonly status: RepricingStatus;
  readonly buyerId: string;
  readonly buyerAgreedOn: string | null;
  readonly supplierAgreedOn: string | null;
  readonly viewer: Viewer;
}

// What a client can ask for by a mutation of its own: the rest follows from documents or from computing anew.
const OFFERED = new Set<string>(['AGREE', 'CONCLUDE', 'SETTLE']);

const allowedActions = ({ status, buyerId, buyerAgreedOn, supplierAgreedOn, viewer }: Facts) => {
  const agreed = { BUYER: buyerAgreedOn !== null, SUPPLIER: supplierAgreedOn !== null };
  const side = viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER';
  return repricingLifecycle.allowed({ status, agreed }, side).filter(({ action }) => OFFERED.has(action));
};

const inCurrency = (amount: string) => need('amounts:read', money(amount, 'currency'));
const priced = (column: string) => need('amounts:read', decimal(column));

const list = type(
  'Repricing',
  { table: 'app.repricing', id: 'rpr', need: 'invoices:read', cols: { created_at: 'timestamptz' } },
  {
    id: id('rpr'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    order: one('Order', 'order_id'),
    revision: int('revision'),
    status: word('status'),
    version: int('version'),
    currency: word('currency'),
    net: inCurrency('net'),
    tax: inCurrency('tax'),
    total: inCurrency('total'),
    surplus: inCurrency('surplus'),
    deficit: inCurrency('deficit'),
    surplusSettled: inCurrency('surplus_settled'),
    deficitSettled: inCurrency('deficit_settled'),
    buyerAgreedOn: date('buyer_agreed_on'),
    supplierAgreedOn: date('supplier_agreed_on'),
    agreedOn: date('agreed_on'),
    settledOn: date('settled_on'),
    lineCount: int('line_count'),
    invoices: many('RepricingInvoice', 'repricing_id', ['position', 'id'], { size: 10 }),
    agreements: many('RepricingAgreement', 'repricing_id', ['at', 'id'], { size: 2 }),
    settlements: many('RepricingSettlement', 'repricing_id', ['at', 'id'], { size: 3 }),
    createdAt: instant('created_at'),
    businessTime: instant('business_time'),
    allowedActions: derived(
      {
        status: 'status',
        buyerId: 'buyer_id',
        buyerAgreedOn: 'buyer_agreed_on',
        supplierAgreedOn: 'supplier_agreed_on',
        viewer: '@viewer',
      },
      allowedActions,
      { size: 2 },
    ),
  },
);

const line = type(
  'RepricingLine',
  { table: 'app.repricing_line', cols: { position: 'int' } },
  {
    invoiceLineId: text(`'ivl_' || encode(uuid_send({invoice_line_id}), 'hex')`),
    order: one('Order', 'order_id'),
    orderLine: one('OrderLine', 'order_line_id'),
    pricedOn: date('priced_on'),
    quantity: decimal('quantity'),
    unit: word('unit'),
    oldPrice: priced('old_price'),
    newPrice: priced('new_price'),
    net: inCurrency('net'),
    taxRate: decimal('tax_rate'),
    tax: inCurrency('tax'),
    total: inCurrency('total'),
  },
);

export const repricingReads: readonly ReadDeclaration[] = [
  list,
  line,
  type(
    'RepricingInvoice',
    { table: 'app.repricing_invoice', cols: { position: 'int' } },
    {
      invoice: one('Invoice', 'invoice_id'),
      net: inCurrency('net'),
      tax: inCurrency('tax'),
      total: inCurrency('total'),
      settled: inCurrency('settled'),
      lines: many('RepricingLine', 'repricing_invoice_id', ['position', 'id'], { size: 10 }),
    },
  ),
  type(
    'RepricingAgreement',
    { table: 'app.repricing_agreement', cols: { at: 'timestamptz' } },
    { side: word('side'), note: text('note'), at: instant('at'), businessTime: instant('business_time') },
  ),
  type(
    'RepricingSettlement',
    { table: 'app.repricing_settlement', cols: { at: 'timestamptz' } },
    {
      invoice: one('Invoice', 'invoice_id'),
      creditNote: one('CreditNote', 'credit_note_id'),
      amount: inCurrency('amount'),
      releasedAt: instant('released_at'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  root({
    repricing: byId('Repricing'),
    repricings: connection('Repricing', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { NEWEST: ['-created_at', '-id'], OLDEST: ['created_at', 'id'] },
      filters: {
        status: isIn('status', { type: 'text' }),
        counterparty: isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' }),
        order: isIn('order_id', { id: 'ord' }),
      },
    }),
  }),
  updateItem('RepricingUpdate', 'repricing', 'Repricing'),
  payload('RepricingComputePayload', { repricings: refs('Repricing', (done: { repricingIds: readonly string[] }) => done.repricingIds) }),
  payload('RepricingSettlePayload', { repricing: ref('Repricing', (done: { repricingId: string }) => done.repricingId) }),
  payload('RepricingAgreePayload', { repricing: ref('Repricing', (done: { repricingId: string }) => done.repricingId) }),
];
