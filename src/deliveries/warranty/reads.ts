import { decimal as exact, sum } from '../../kernel/decimal.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { updateItem } from '../../platform/events/index.js';
import {
  byId,
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
  many,
  money,
  need,
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
import { type Remedy, warrantyLifecycle, type WarrantyStatus } from './rules.js';

interface Facts {
  readonly status: WarrantyStatus;
  readonly remedy: Remedy;
  readonly quantity: string;
  readonly buyerId: string;
  readonly back: readonly { readonly quantity: string }[];
  readonly viewer: Viewer;
}

const allowedActions = ({ status, remedy, quantity, buyerId, back, viewer }: Facts) => {
  const outstanding = exact(quantity).minus(sum(back.map((line) => exact(line.quantity))));
  return warrantyLifecycle.allowed({ status, remedy, outstanding }, viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER');
};

const done = (name: string): ReadDeclaration =>
  payload(name, { claim: ref('WarrantyClaim', (result: { claimId: string }) => result.claimId) });

const claim = type(
  'WarrantyClaim',
  { table: 'app.warranty_claim', id: 'wcl', need: 'orders:read', cols: { at: 'timestamptz' } },
  {
    id: id('wcl'),
    number: text('number'),
    status: word('status'),
    version: int('version'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    receiptLine: one('ReceiptLine', 'receipt_line_id'),
    order: one('Order', 'order_id'),
    line: one('OrderLine', 'line_id'),
    quantity: decimal('quantity'),
    defect: word('defect'),
    remedy: word('remedy'),
    priceCut: need('amounts:read', money('price_cut', 'currency')),
    description: text('description'),
    foundOn: date('found_on'),
    claimedOn: date('claimed_on'),
    claimUntil: date('claim_until'),
    steps: many('WarrantyStep', 'claim_id', ['at', 'id'], { size: 3 }),
    returns: many('GoodsReturnLine', 'claim_id', ['at', 'id'], { size: 1 }),
    at: instant('at'),
    businessTime: instant('business_time'),
    allowedActions: derived(
      {
        status: 'status',
        remedy: 'remedy',
        quantity: 'quantity',
        buyerId: 'buyer_id',
        back: rows('GoodsReturnLine', 'claim_id', { quantity: 'quantity' }, ['at', 'id']),
        viewer: '@viewer',
      },
      allowedActions,
      { size: 5 },
    ),
  },
);

export const warrantyReads: readonly ReadDeclaration[] = [
  claim,
  type(
    'WarrantyStep',
    { table: 'app.warranty_step', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      status: word('status'),
      by: one('Organisation', 'org_id'),
      note: text('note'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  extend('ReceiptLine', { warrantyClaims: many('WarrantyClaim', 'receipt_line_id', ['at', 'id'], { size: 1 }) }),
  updateItem('WarrantyClaimUpdate', 'claim', 'WarrantyClaim'),
  done('WarrantyClaimSubmitPayload'),
  done('WarrantyClaimAnswerPayload'),
  done('WarrantyClaimRemedyPayload'),
  done('WarrantyClaimReopenPayload'),
  done('WarrantyClaimClosePayload'),
  root({
    warrantyClaim: byId('WarrantyClaim'),
    warrantyClaims: connection('WarrantyClaim', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { NEWEST: ['-at', '-id'], OLDEST: ['at', 'id'] },
      filters: {
        status: isIn('status'),
        counterparty: isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' }),
        number: equals('number'),
      },
    }),
  }),
];
