import { updateItem } from '../platform/events/index.js';
import { payload, type ReadDeclaration, ref, refs } from '../platform/reads/declare.js';
import { creditReads } from './credit/reads.js';
import { disputeReads } from './dispute/reads.js';
import { invoiceDocumentReads } from './invoice/reads.js';
import { responseReads } from './response/reads.js';

interface Done {
  readonly invoiceId: string;
  readonly responseId?: string;
  readonly disputeId?: string;
  readonly disputeIds?: readonly string[];
  readonly creditNoteId?: string;
}

const onInvoice = { invoice: ref('Invoice', (done: Done) => done.invoiceId) };
const onDispute = { ...onInvoice, dispute: ref('Dispute', (done: Done) => done.disputeId) };

export const reads: readonly ReadDeclaration[] = [
  ...invoiceDocumentReads,
  ...disputeReads,
  ...creditReads,
  ...responseReads,
  updateItem('InvoiceUpdate', 'invoice', 'Invoice'),
  payload('InvoiceSubmitPayload', onInvoice),
  payload('InvoiceVoidPayload', onInvoice),
  payload('FapiaoRecordPayload', onInvoice),
  payload('InvoiceRespondPayload', { ...onInvoice, response: ref('InvoiceResponse', (done: Done) => done.responseId) }),
  payload('InvoiceDisputePayload', { ...onInvoice, disputes: refs('Dispute', (done: Done) => done.disputeIds) }),
  payload('DisputeAnswerPayload', onDispute),
  payload('DisputeDecidePayload', onDispute),
  payload('CreditNoteSubmitPayload', { ...onInvoice, creditNote: ref('CreditNote', (done: Done) => done.creditNoteId) }),
];
