import type { Catalogue } from '../kernel/refusal.js';
import { disputeRefusals } from './dispute/refusals.js';
import { creditRefusals } from './credit/refusals.js';
import { invoiceDocumentRefusals } from './invoice/refusals.js';
import { responseRefusals } from './response/refusals.js';

/** Why a document about an invoice was not taken. */
export const invoiceRefusals = {
  ...invoiceDocumentRefusals,
  ...disputeRefusals,
  ...creditRefusals,
  ...responseRefusals,
} as const satisfies Catalogue;
