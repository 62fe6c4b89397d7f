import type { Viewer } from '../../platform/auth/viewer.js';
import {
  between,
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
  newest,
  one,
  payload,
  type ReadDeclaration,
  ref,
  root,
  rows,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';

const inCurrency = (column: string) => need('amounts:read', money(column, 'currency'));
const party = { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' } as const;
const counterparty = isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' });

interface Facts {
  readonly supplierId: string;
  readonly confirmations: readonly unknown[];
  readonly viewer: Viewer;
}

const allowedActions = ({ supplierId, confirmations, viewer }: Facts) => {
  if (viewer.orgId !== supplierId) return [];
  const allowed = confirmations.length === 0;
  return [{ action: 'CONFIRM', allowed, reason: allowed ? null : 'PAYMENT_CONFIRMED' }];
};

const payment = type(
  'Payment',
  { table: 'app.payment', id: 'pay', need: 'invoices:read', cols: { paid_on: 'date', created_at: 'timestamptz' } },
  {
    id: id('pay'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    number: text('number'),
    paidOn: date('paid_on'),
    amount: inCurrency('amount'),
    currency: word('currency'),
    instrument: word('instrument'),
    clause: word('clause'),
    status: word('status'),
    version: int('version'),
    valueOn: date('value_on'),
    endToEndId: text('end_to_end_id'),
    note: text('note'),
    parts: many('PaymentPart', 'payment_id', ['position']),
    allocations: many('PaymentAllocation', 'payment_id', ['position']),
    confirmation: newest('PaymentConfirmation', 'payment_id', ['-at', '-id']),
    createdAt: instant('created_at'),
    businessTime: instant('business_time'),
    allowedActions: derived(
      {
        supplierId: 'supplier_id',
        confirmations: rows('PaymentConfirmation', 'payment_id', { receivedOn: 'received_on' }, ['at', 'id']),
        viewer: '@viewer',
      },
      allowedActions,
      { size: 1 },
    ),
  },
);

const facts: readonly ReadDeclaration[] = [
  type(
    'PaymentPart',
    { table: 'app.payment_line', cols: { position: 'int' } },
    {
      payable: one('Payable', 'payable_id'),
      amount: need('amounts:read', decimal('amount')),
      costs: need('amounts:read', decimal('costs')),
    },
  ),
  type(
    'PaymentAllocation',
    { table: 'app.payment_allocation', cols: { position: 'int', at: 'timestamptz' } },
    {
      payment: one('Payment', 'payment_id'),
      payable: one('Payable', 'payable_id'),
      component: word('component'),
      rule: word('rule'),
      amount: inCurrency('amount'),
    },
  ),
  type(
    'PaymentConfirmation',
    { table: 'app.payment_confirmation', cols: { at: 'timestamptz' } },
    { receivedOn: date('received_on'), note: text('note'), at: instant('at'), businessTime: instant('business_time') },
  ),
];

const advance = type(
  'Advance',
  { table: 'app.advance', id: 'adv', need: 'invoices:read', cols: { at: 'timestamptz' } },
  {
    id: id('adv'),
    order: one('Order', 'order_id'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    number: text('number'),
    paidOn: date('paid_on'),
    currency: word('currency'),
    amount: inCurrency('amount'),
    used: inCurrency('used'),
    left: inCurrency('{amount} - {used}'),
    endToEndId: text('end_to_end_id'),
    note: text('note'),
    version: int('version'),
    usedIn: many('AdvanceUse', 'advance_id', ['at', 'id']),
    businessTime: instant('business_time'),
  },
);

export const paymentReads: readonly ReadDeclaration[] = [
  payment,
  ...facts,
  advance,
  type(
    'AdvanceUse',
    { table: 'app.advance_use', cols: { at: 'timestamptz' } },
    { invoice: one('Invoice', 'invoice_id'), amount: need('amounts:read', decimal('amount')), businessTime: instant('business_time') },
  ),
  root({
    payment: byId('Payment'),
    payments: connection('Payment', {
      party,
      orders: { NEWEST: ['-created_at', '-id'], PAID_LAST: ['-paid_on', '-id'] },
      filters: { status: isIn('status'), counterparty, paidOn: between('paid_on', { type: 'date' }) },
    }),
    advances: connection('Advance', { party, orders: { NEWEST: ['-at', '-id'] } }),
  }),
  payload('PaymentAdvisePayload', { payment: ref('Payment', (done: { readonly paymentId: string }) => done.paymentId) }),
  payload('PaymentConfirmPayload', { payment: ref('Payment', (done: { readonly paymentId: string }) => done.paymentId) }),
  payload('AdvanceRecordPayload', { advance: ref('Advance', (done: { readonly advanceId: string }) => done.advanceId) }),
];
