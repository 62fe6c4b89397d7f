import type { Room } from '../platform/room.js';
import { DisputeEntity, InvoiceEntity } from './model.js';
import { PayableEntity } from './payable/index.js';
import { PaymentEntity } from './payment/model.js';
import { reads } from './reads.js';
import { invoiceRefusals } from './refusals.js';

/** What a supplier claims for what was delivered, and what becomes of the claim. */
export const invoices: Room = {
  name: 'invoices',
  entities: [InvoiceEntity, DisputeEntity, PayableEntity, PaymentEntity],
  reads,
  resolvers: [],
  refusals: invoiceRefusals,
  events: [
    'INVOICE_SUBMITTED',
    'INVOICE_MATCHED',
    'INVOICE_DISPUTED',
    'DISPUTE_ANSWERED',
    'DISPUTE_RESOLVED',
    'INVOICE_RESPONDED',
    'INVOICE_RESPONSE_DUE',
    'INVOICE_VOIDED',
    'INVOICE_PAID',
    'FAPIAO_RECORDED',
    'CREDIT_NOTE_ISSUED',
  ],
  subjects: [{ type: 'Invoice' }, { type: 'CreditNote' }],
  effects: [],
};

export { type Invoice, InvoiceEntity } from './model.js';
export { payableRecheck, retentionRelease } from './payable/commands.js';
export { startTerms } from './payable/index.js';
export { creditNoteSubmit } from './credit/commands.js';
export { invoiceSubmit } from './invoice/commands.js';
export { invoiceRespond } from './response/commands.js';
