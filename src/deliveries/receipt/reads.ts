import {
  between,
  connection,
  date,
  decimal,
  equals,
  extend,
  id,
  instant,
  int,
  lookup,
  many,
  one,
  payload,
  type ReadDeclaration,
  ref,
  refs,
  root,
  text,
  type,
  value,
  word,
} from '../../platform/reads/declare.js';
import { bothSides, byCounterparty, details, ownReference } from '../despatch/reads.js';

const receipt = type(
  'ReceiptAdvice',
  { table: 'app.receipt_advice', id: 'rct', need: 'orders:read', cols: { at: 'timestamptz', received_on: 'date' } },
  {
    id: id('rct'),
    number: text('number'),
    version: int('version'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    despatch: one('DespatchAdvice', 'despatch_id'),
    externalReference: ownReference('receipt_id'),
    receivedOn: date('received_on'),
    note: text('note'),
    details,
    lineCount: int('line_count'),
    lines: many('ReceiptLine', 'receipt_id', ['position', 'id'], { size: 10 }),
    at: instant('at'),
    businessTime: instant('business_time'),
  },
);

const line = type(
  'ReceiptLine',
  { table: 'app.receipt_line', id: 'rcl', need: 'orders:read', cols: { position: 'int' } },
  {
    id: id('rcl'),
    receipt: one('ReceiptAdvice', 'receipt_id'),
    order: one('Order', 'order_id'),
    line: one('OrderLine', 'line_id'),
    despatchLine: one('DespatchLine', 'despatch_line_id'),
    lineId: text('line_no'),
    documentLine: text('document_line'),
    position: int('position'),
    unit: word('unit'),
    receivedWritten: decimal('received_written'),
    shortWritten: decimal('short_written'),
    rejectedWritten: decimal('rejected_written'),
    received: decimal('received'),
    short: decimal('short'),
    shortAction: word('short_action'),
    rejected: decimal('rejected'),
    rejectReason: word('reject_reason'),
    rejectAction: word('reject_action'),
    lot: text('lot'),
    note: text('note'),
    accepted: decimal('accepted'),
    refused: decimal('refused'),
    returned: decimal('returned'),
    invoiced: decimal('invoiced'),
  },
);

interface Many {
  readonly ids: readonly string[];
  readonly refused: unknown;
}

export const receiptReads: readonly ReadDeclaration[] = [
  receipt,
  line,
  type(
    'OrderReceipt',
    { table: 'app.order_receipt', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      receipt: one('ReceiptAdvice', 'receipt_id'),
      lines: many('ReceiptLine', { receipt_id: 'receipt_id', order_id: 'order_id' }, ['position', 'id'], { size: 5 }),
    },
  ),
  extend('Order', { receipts: connection('OrderReceipt', { on: 'order_id', orders: { NEWEST: ['-at', '-id'] } }) }),
  extend('OrderLine', { receiptLines: connection('ReceiptLine', { on: 'line_id', orders: { NEWEST: ['-id'] } }) }),
  payload('ReceiptRecordPayload', { receipt: ref('ReceiptAdvice', (result: { receiptId: string }) => result.receiptId) }),
  payload('ReceiptBulkRecordPayload', {
    receipts: refs('ReceiptAdvice', ({ ids }: Many) => ids),
    refused: value(({ refused }: Many) => refused),
  }),
  root({
    receipt: lookup('ReceiptAdvice', 'by', { id: 'id', externalReference: '{id} = app.receipt_by_reference({@value})' }),
    receipts: connection('ReceiptAdvice', {
      ...bothSides,
      orders: {
        NEWEST: ['-at', '-id'],
        OLDEST: ['at', 'id'],
        RECEIVED_LAST: ['-received_on', '-id'],
        RECEIVED_FIRST: ['received_on', 'id'],
      },
      filters: { ...byCounterparty, number: equals('number'), receivedOn: between('received_on', { type: 'date' }) },
    }),
  }),
];
