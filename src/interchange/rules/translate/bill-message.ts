/** What documents of billing ask of the room of invoices, in its words: decimals as text, checked for their form only. */
/** Whether prices, and what is added to and taken off them, hold the tax. */
export type PriceBasis = 'NET' | 'TAX_INCLUSIVE';

export interface AdjustmentTerms {
  readonly kind: 'ALLOWANCE' | 'CHARGE';
  readonly amount: string;
  readonly reason?: string;
  readonly reasonCode?: string;
  readonly taxCategory?: string;
  readonly taxRate?: string;
}

export interface BillLineTerms {
  readonly lineId: string;
  /** Number of the order, and of its line, that the line claims. */
  readonly order?: string;
  readonly orderLineId?: string;
  readonly itemName: string;
  readonly description?: string;
  readonly buyerItemId?: string;
  readonly sellerItemId?: string;
  readonly standardItemId?: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price: string;
  readonly priceBasis?: string;
  readonly adjustments: readonly AdjustmentTerms[];
  readonly taxCategory: string;
  readonly taxRate: string;
  readonly note?: string;
  readonly details?: Readonly<Record<string, string>>;
}

/** Sums as the document states them. */
export interface StatedSums {
  readonly linesTotal?: string;
  readonly allowance?: string;
  readonly charge?: string;
  readonly netTotal?: string;
  readonly taxTotal?: string;
  readonly total?: string;
  readonly prepaid?: string;
  readonly roundingAmount?: string;
  readonly due?: string;
}

export interface StatedTax {
  readonly category: string;
  readonly rate: string;
  readonly taxable: string;
  readonly tax: string;
}

export interface InvoiceMessage {
  readonly kind: 'INVOICE';
  readonly number: string;
  readonly issuedOn: string;
  readonly typeCode: string;
  readonly taxPointOn?: string;
  readonly currency: string;
  readonly priceBasis: PriceBasis;
  readonly order?: string;
  /** The supplier's own number of the order, where the buyer's is not known. */
  readonly salesOrder?: string;
  readonly buyerReference?: string;
  /** Number of the invoice that this one corrects or replaces. */
  readonly original?: string;
  readonly note?: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly adjustments: readonly AdjustmentTerms[];
  readonly taxBreakdown?: readonly StatedTax[];
  readonly totals: StatedSums;
  readonly lines: readonly BillLineTerms[];
}

export interface CreditLineTerms {
  /** The line of the invoice that is taken back. */
  readonly lineId: string;
  readonly quantity?: string;
  readonly amount: string;
  readonly taxAmount: string;
  readonly note?: string;
}

export interface CreditMessage {
  readonly kind: 'CREDIT';
  readonly number: string;
  readonly issuedOn: string;
  readonly currency: string;
  /** Number of the invoice that is taken back; where it is not said, the order that both are about. */
  readonly original?: string;
  readonly order?: string;
  readonly reason?: string;
  /** What is taken back with tax: as its own lines come to, and as it is stated. Either may be all of the invoice. */
  readonly computed: string;
  readonly stated: readonly string[];
  readonly lines: readonly CreditLineTerms[];
}

export interface ClarificationTerms {
  readonly list: 'REASON' | 'ACTION';
  readonly code: string;
  readonly text?: string;
  readonly conditions?: readonly { readonly attribute: string; readonly value: string }[];
}

export interface ResponseMessage {
  readonly kind: 'RESPONSE';
  readonly number: string;
  readonly issuedOn: string;
  readonly invoice: string;
  readonly code: string;
  readonly effectiveOn?: string;
  readonly note?: string;
  readonly clarifications: readonly ClarificationTerms[];
}
