import { decimal } from '../../kernel/decimal.js';
import { minorDigits } from '../../kernel/money.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';

export type Bucket = 'PENDING' | 'PAYABLE' | 'DISPUTED' | 'RETAINED' | 'SETTLED';

/** What ties a movement to its invoice. */
export interface MovedInvoice {
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly currency: string;
}

/** Money of an invoice going from one bucket to another. */
export interface Movement {
  readonly from: Bucket;
  readonly to: Bucket;
  /** Plain decimal above zero, in the currency of the invoice. */
  readonly amount: string;
  /** Demanded where PENDING or DISPUTED is left or entered. */
  readonly invoiceLineId?: string | null;
  /** Demanded where PAYABLE or RETAINED is left or entered. */
  readonly payableId?: string | null;
  /** Demanded where DISPUTED is left or entered. */
  readonly disputeId?: string | null;
  /** What it is due to (MATCH, DISPUTE, DISPUTE_RESOLVED, CREDIT, RED_INVOICE, PAYMENT, ADVANCE, PREPAID, RETENTION, RELEASE …), and the fact itself. */
  readonly cause: string;
  readonly causeId?: string | null;
}

/**
 * Appends movements; the database moves the buckets of the invoice, its lines, disputes and payables with them, and refuses what would
 * take more than is there. The only writer of `app.invoice_movement`.
 */
export const moveInvoice = (ctx: CommandContext, invoice: MovedInvoice, movements: readonly Movement[]): Promise<void> =>
  insertRows(
    (text, params) => ctx.write(text, params),
    'invoice_movement',
    movements.map((movement) => ({
      id: ctx.newId(),
      invoice_id: invoice.id,
      buyer_id: invoice.buyerId,
      supplier_id: invoice.supplierId,
      invoice_line_id: movement.invoiceLineId ?? null,
      payable_id: movement.payableId ?? null,
      dispute_id: movement.disputeId ?? null,
      from_bucket: movement.from,
      to_bucket: movement.to,
      amount: decimal(movement.amount).toFixed(minorDigits(invoice.currency)),
      currency: invoice.currency,
      cause: movement.cause,
      cause_id: movement.causeId ?? null,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    })),
  );
