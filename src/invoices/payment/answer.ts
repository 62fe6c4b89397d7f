import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import type { InvoiceResponseCode, InvoiceStatus } from '../lifecycle/rules.js';
import type { Invoice } from '../model.js';

/** An answer to an invoice that something else causes: a payment, or the last of its approvals. */
export interface CausedAnswer {
  readonly code: InvoiceResponseCode;
  readonly part: boolean;
  readonly origin: 'BUYER' | 'PAYMENT';
  readonly after: InvoiceStatus;
}

/** Appends the answer and brings the locked invoice to its status: nobody waits for an answer any more. @returns its id */
export const recordAnswer = async (ctx: CommandContext, invoice: Invoice, { code, part, origin, after }: CausedAnswer): Promise<string> => {
  const id = ctx.newId();
  await insertRows((text, params) => ctx.write(text, params), 'invoice_response', [
    {
      id,
      invoice_id: invoice.id,
      buyer_id: invoice.buyerId,
      supplier_id: invoice.supplierId,
      code,
      part,
      origin,
      reason_codes: part ? ['PPD'] : [],
      action_codes: [],
      clarifications: [],
      issued_on: ctx.businessDate,
      status_before: invoice.status,
      status_after: after,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    },
  ]);
  invoice.status = after;
  invoice.version += 1;
  ctx.clearDeadlines(invoice.id, ['INVOICE_RESPONSE_DUE']);
  return id;
};
