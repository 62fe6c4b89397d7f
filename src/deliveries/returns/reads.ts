import type { Viewer } from '../../platform/auth/viewer.js';
import { updateItem } from '../../platform/events/index.js';
import {
  between,
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
  one,
  payload,
  type ReadDeclaration,
  ref,
  root,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { returnLifecycle, type ReturnStatus } from './rules.js';

interface Facts {
  readonly status: ReturnStatus;
  readonly buyerId: string;
  readonly viewer: Viewer;
}

const allowedActions = ({ status, buyerId, viewer }: Facts) =>
  returnLifecycle.allowed({ status }, viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER');

const done = (name: string): ReadDeclaration =>
  payload(name, { goodsReturn: ref('GoodsReturn', (result: { returnId: string }) => result.returnId) });

export const returnReads: readonly ReadDeclaration[] = [
  type(
    'GoodsReturn',
    { table: 'app.goods_return', id: 'grt', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      id: id('grt'),
      number: text('number'),
      status: word('status'),
      version: int('version'),
      buyer: one('Organisation', 'buyer_id'),
      supplier: one('Organisation', 'supplier_id'),
      returnedOn: date('returned_on'),
      carrier: text('carrier'),
      consignment: text('consignment'),
      note: text('note'),
      arrivedOn: date('arrived_on'),
      arrivalNote: text('arrival_note'),
      lines: many('GoodsReturnLine', 'return_id', ['position', 'id'], { size: 5 }),
      at: instant('at'),
      businessTime: instant('business_time'),
      allowedActions: derived({ status: 'status', buyerId: 'buyer_id', viewer: '@viewer' }, allowedActions, { size: 1 }),
    },
  ),
  type(
    'GoodsReturnLine',
    { table: 'app.goods_return_line', need: 'orders:read', cols: { position: 'int', at: 'timestamptz' } },
    {
      goodsReturn: one('GoodsReturn', 'return_id'),
      receiptLine: one('ReceiptLine', 'receipt_line_id'),
      order: one('Order', 'order_id'),
      line: one('OrderLine', 'line_id'),
      refusal: one('AcceptanceLine', 'acceptance_line_id'),
      claim: one('WarrantyClaim', 'claim_id'),
      quantity: decimal('quantity'),
      consequence: word('consequence'),
    },
  ),
  extend('ReceiptLine', { returns: many('GoodsReturnLine', 'receipt_line_id', ['at', 'id'], { size: 1 }) }),
  updateItem('GoodsReturnUpdate', 'goodsReturn', 'GoodsReturn'),
  done('GoodsReturnSendPayload'),
  done('GoodsReturnConfirmPayload'),
  root({
    goodsReturn: byId('GoodsReturn'),
    goodsReturns: connection('GoodsReturn', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { NEWEST: ['-at', '-id'], OLDEST: ['at', 'id'] },
      filters: {
        status: isIn('status'),
        counterparty: isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' }),
        number: equals('number'),
        returnedOn: between('returned_on', { type: 'date' }),
      },
    }),
  }),
];
