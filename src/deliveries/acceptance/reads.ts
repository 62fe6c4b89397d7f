import type { Viewer } from '../../platform/auth/viewer.js';
import { updateItem } from '../../platform/events/index.js';
import {
  between,
  byId,
  connection,
  date,
  decimal,
  derived,
  extend,
  id,
  instant,
  int,
  isIn,
  many,
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
import { receiptActions } from './rules.js';

const counterparty = isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' });
const party = { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' } as const;

interface Signed {
  readonly signed: readonly { readonly name: string }[];
}

const acceptance = type(
  'Acceptance',
  { table: 'app.acceptance', id: 'acc', need: 'orders:read', cols: { at: 'timestamptz', accepted_on: 'date' } },
  {
    id: id('acc'),
    receipt: one('ReceiptAdvice', 'receipt_id'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    kind: word('kind'),
    way: word('way'),
    acceptedOn: date('accepted_on'),
    number: text('number'),
    signer: derived(
      { signed: rows('AcceptanceSigner', 'acceptance_id', { name: 'name' }, ['id']) },
      ({ signed }: Signed) => signed[0]?.name ?? null,
      { size: 1 },
    ),
    note: text('note'),
    lines: many('AcceptanceLine', 'acceptance_id', ['position', 'id'], { size: 10 }),
    at: instant('at'),
    businessTime: instant('business_time'),
  },
);

const line = type(
  'AcceptanceLine',
  { table: 'app.acceptance_line', id: 'acl', need: 'orders:read', cols: { position: 'int', at: 'timestamptz' } },
  {
    id: id('acl'),
    acceptance: one('Acceptance', 'acceptance_id'),
    receiptLine: one('ReceiptLine', 'receipt_line_id'),
    order: one('Order', 'order_id'),
    line: one('OrderLine', 'line_id'),
    accepted: decimal('accepted'),
    refused: decimal('refused'),
    noted: decimal('noted'),
    reason: word('reason'),
    action: word('action'),
    priceReduction: decimal('price_reduction'),
    note: text('note'),
    left: decimal('trim_scale(app.refusal_left({id}))'),
    settlements: many('RefusalSettlement', 'acceptance_line_id', ['at', 'id'], { size: 1 }),
    returns: many('GoodsReturnLine', 'acceptance_line_id', ['at', 'id'], { size: 1 }),
  },
);

interface Facts {
  readonly buyerId: string;
  readonly left: readonly unknown[];
  readonly open: readonly unknown[];
  readonly viewer: Viewer;
}

const allowedActions = ({ buyerId, left, open, viewer }: Facts) =>
  receiptActions({ side: viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER', left: left.length > 0, open: open.length > 0 });

const onReceipt = extend('ReceiptAdvice', {
  acceptances: many('Acceptance', 'receipt_id', ['at', 'id'], { size: 2 }),
  openInspections: many('OpenInspection', 'receipt_id', ['ends_on', 'id'], { size: 5 }),
  allowedActions: derived(
    {
      buyerId: 'buyer_id',
      left: rows('ReceiptLine', 'receipt_id', { id: 'id' }, ['position', 'id'], { where: '{received} > {accepted} + {refused}' }),
      open: rows('OpenInspection', 'receipt_id', { id: 'id' }, ['ends_on', 'id']),
      viewer: '@viewer',
    },
    allowedActions,
    { size: 5 },
  ),
});

const onReceiptLine = extend('ReceiptLine', {
  inspection: one('InspectionWindow', { receipt_line_id: 'id' }),
  findings: many('AcceptanceLine', 'receipt_line_id', ['at', 'id'], { size: 2 }),
});

const LEFT = '(select trim_scale(l.received - l.accepted - l.refused) from app.receipt_line l where l.id = {receipt_line_id})';
const STILL_OPEN = `{ends_on} >= app.business_date() and ${LEFT} > 0`;

export const acceptanceReads: readonly ReadDeclaration[] = [
  acceptance,
  line,
  onReceipt,
  onReceiptLine,
  type('AcceptanceSigner', { table: 'app.acceptance_signer', need: 'orders:read' }, {}),
  type(
    'InspectionWindow',
    { table: 'app.inspection_window', need: 'orders:read', cols: { receipt_line_id: 'uuid' } },
    { days: int('days'), endsOn: date('ends_on'), tradeAgreement: one('TradeAgreement', 'agreement_id') },
  ),
  type(
    'OpenInspection',
    { table: 'app.inspection_window', need: 'orders:read', cols: { ends_on: 'date' }, where: STILL_OPEN },
    {
      receipt: one('ReceiptAdvice', 'receipt_id'),
      receiptLine: one('ReceiptLine', 'receipt_line_id'),
      order: one('Order', 'order_id'),
      line: one('OrderLine', 'line_id'),
      endsOn: date('ends_on'),
      left: decimal(LEFT),
    },
  ),
  type(
    'RefusalSettlement',
    { table: 'app.refusal_settlement', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      outcome: word('outcome'),
      quantity: decimal('quantity'),
      priceReduction: decimal('price_reduction'),
      consequence: word('consequence'),
      settledOn: date('settled_on'),
      note: text('note'),
      by: one('Organisation', 'org_id'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  updateItem('AcceptanceUpdate', 'acceptance', 'Acceptance'),
  payload('AcceptanceRecordPayload', {
    acceptance: ref('Acceptance', (done: { acceptanceId: string }) => done.acceptanceId),
    receipt: ref('ReceiptAdvice', (done: { receiptId: string }) => done.receiptId),
  }),
  payload('RefusalSettlePayload', { acceptance: ref('Acceptance', (done: { acceptanceId: string }) => done.acceptanceId) }),
  root({
    acceptance: byId('Acceptance'),
    acceptances: connection('Acceptance', {
      party,
      orders: {
        NEWEST: ['-at', '-id'],
        OLDEST: ['at', 'id'],
        ACCEPTED_LAST: ['-accepted_on', '-id'],
        ACCEPTED_FIRST: ['accepted_on', 'id'],
      },
      filters: { counterparty, kind: isIn('kind'), way: isIn('way'), acceptedOn: between('accepted_on', { type: 'date' }) },
    }),
    openInspections: connection('OpenInspection', { party, orders: { SOONEST: ['ends_on', 'id'] }, filters: { counterparty } }),
  }),
];
