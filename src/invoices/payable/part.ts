import type { CalendarDate } from '../../kernel/date.js';

/** What payables need of their invoice. */
export interface PayableInvoice {
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly agreementId: string | null;
  readonly currency: string;
  readonly issuedOn: string;
  readonly receivedOn: string;
}

/** An amount of an invoice line that becomes due: received, accepted where that is asked, and not disputed. With tax, above zero. */
export interface PayablePart {
  readonly invoiceLineId: string;
  /** Plain decimal, in the currency of the invoice, with no more digits than its minor unit. */
  readonly amount: string;
  readonly from: 'PENDING' | 'DISPUTED';
  /** Of an amount that comes out of a dispute. */
  readonly disputeId?: string | null;
  /** The order whose advance may be used; null for a line without one. */
  readonly orderId?: string | null;
  /** Day of delivery; null where nothing was delivered (a service): the term then runs from the receipt of the invoice. */
  readonly receivedOn: string | null;
  readonly acceptedOn: string | null;
  /** Last day of the agreed inspection, where there is one. */
  readonly inspectionEndsOn?: string | null;
  /** Cause of the movement, such as MATCH or DISPUTE_RESOLVED, and the fact behind it. */
  readonly cause: string;
  readonly causeId?: string | null;
}

/** What takes an amount out of payables, such as CREDIT or RED_INVOICE. */
export interface CutCause {
  readonly cause: string;
  readonly causeId: string | null;
}

/** What was taken out, in all and from which bucket; plain decimals. */
export interface Cut {
  readonly cut: string;
  readonly payable: string;
  readonly retained: string;
}

/** What starts the term of invoices that wait for a confirmed statement. */
export interface TermStart {
  readonly invoiceIds: readonly string[];
  readonly on: CalendarDate | string;
  readonly cause: 'STATEMENT_CONFIRMED';
  readonly causeId: string | null;
}
