import type { Scope } from '../../platform/auth/viewer.js';

/** A kind of document that files can be attached to. */
export interface Subject {
  /** In the input: `on: { orderId }`. */
  readonly field: string;
  /** Prefix of its public ids. */
  readonly prefix: string;
  readonly table: string;
  /** Column of `app.attachment`. */
  readonly column: string;
  /** What the caller must be able to see. */
  readonly need: Scope;
  /** GraphQL type. */
  readonly type: string;
}

const subject = (field: string, prefix: string, type: string, table: string, need: Scope): Subject => ({
  field,
  prefix,
  table: `app.${table}`,
  column: field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  need,
  type,
});

export const SUBJECTS: readonly Subject[] = [
  subject('orderId', 'ord', 'Order', 'orders', 'orders:read'),
  subject('despatchId', 'des', 'DespatchAdvice', 'despatch_advice', 'orders:read'),
  subject('receiptId', 'rct', 'ReceiptAdvice', 'receipt_advice', 'orders:read'),
  subject('acceptanceId', 'acc', 'Acceptance', 'acceptance', 'orders:read'),
  subject('returnId', 'grt', 'GoodsReturn', 'goods_return', 'orders:read'),
  subject('invoiceId', 'inv', 'Invoice', 'invoice', 'invoices:read'),
  subject('creditNoteId', 'crn', 'CreditNote', 'credit_note', 'invoices:read'),
  subject('disputeId', 'dsp', 'Dispute', 'dispute', 'invoices:read'),
  subject('statementId', 'stm', 'Statement', 'statement', 'invoices:read'),
  subject('paymentId', 'pay', 'Payment', 'payment', 'invoices:read'),
];
