import type { Room } from '../platform/room.js';
import { InvoiceReadResolver, InvoiceResolver, OrderLineInvoiceResolver } from './api.js';
import { DisputeEntity, InvoiceEntity } from './model.js';
import { payablesPart } from './payable/manifest.js';
import { reads } from './reads.js';
import { invoiceRefusals } from './refusals.js';
import { repricing } from './repricing/index.js';
import { seedInvoices } from './seed.js';
import { InvoiceUpdateResolver } from './updates/api.js';

/** What changes how many units an invoice may claim. */
const movesUnits = ['RECEIPT_RECORDED', 'ACCEPTANCE_RECORDED', 'REFUSAL_SETTLED', 'GOODS_RETURNED'];

/** What a supplier claims for what was delivered, and what becomes of the claim. */
export const invoices: Room = {
  name: 'invoices',
  entities: [InvoiceEntity, DisputeEntity, ...payablesPart.entities, ...repricing.entities],
  reads: [...reads, ...payablesPart.reads, ...repricing.reads],
  resolvers: [
    InvoiceReadResolver,
    InvoiceResolver,
    OrderLineInvoiceResolver,
    InvoiceUpdateResolver,
    ...payablesPart.resolvers,
    ...repricing.resolvers,
  ],
  refusals: { ...invoiceRefusals, ...payablesPart.refusals, ...repricing.refusals },
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
    ...payablesPart.events,
    ...repricing.events,
  ],
  subjects: [{ type: 'Invoice' }, ...payablesPart.subjects, ...repricing.subjects],
  effects: [{ consumer: 'invoice-match', on: movesUnits, actAs: 'owner' }, ...payablesPart.effects, ...repricing.effects],
  live: [
    { name: 'invoiceUpdates', subject: 'Invoice', one: { argument: 'invoiceId', prefix: 'inv' } },
    ...payablesPart.live,
    ...repricing.live,
  ],
  seed: [{ version: 10, run: seedInvoices }, ...payablesPart.seed],
};

export { type Invoice as InvoiceRow, InvoiceEntity } from './model.js';
export { payableRecheck, retentionRelease } from './payable/commands.js';
export { startTerms } from './payable/index.js';
export { creditNoteSubmit } from './credit/commands.js';
export { invoiceSubmit } from './invoice/commands.js';
export { invoiceRespond } from './response/commands.js';
export { invoiceDispute } from './dispute/commands.js';
export { disputeAnswer, disputeDecide } from './dispute/decide.js';
export { fapiaoRecord, invoiceVoid } from './fapiao/commands.js';
export { disputeLifecycle, INVOICE_STATUSES, invoiceLifecycle, type InvoiceStatus } from './lifecycle/rules.js';
export { invoiceMatch } from './match/commands.js';
export { Invoice } from './invoice/api-types.js';
export { InvoiceLine } from './invoice/api-lines.js';
export { CreditNote } from './credit/api-types.js';
export { Dispute } from './dispute/api-types.js';
export { Repricing, repricingAgree, repricingCompute, repricingFollow, repricingLifecycle, repricingSettle } from './repricing/index.js';
export { Advance, Payment } from './payment/api-types.js';
