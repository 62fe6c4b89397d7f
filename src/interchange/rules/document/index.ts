import type { AllowanceCharge, DocumentLine, TaxTotal, Totals } from './lines.js';
import type { Delivery, DeliveryTerms, DocumentReference, PartyRole } from './parties.js';
import type { Code, Identifier, Period } from './values.js';

export type * from './lines.js';
export type * from './parties.js';
export type * from './values.js';

/**
 * The documents of ordering as the hub reads and writes them, whatever syntax carried them.
 * Values are kept as they were written: a decimal is its digits (`50.000`), a date its day, so that what came in goes out again the same.
 */
export const DOCUMENT_KINDS = ['ORDER', 'ORDER_CHANGE', 'ORDER_RESPONSE', 'ORDER_RESPONSE_SIMPLE', 'ORDER_CANCELLATION'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface OrderReference {
  id?: Identifier;
  salesOrder?: string;
  uuid?: string;
  issueDate?: string;
}

export interface Contract {
  id?: Identifier;
  type?: string;
}

export interface TradeDocument {
  syntaxVersion?: string;
  customization?: Identifier;
  profile?: Identifier;
  profileExecution?: Identifier;
  number?: Identifier;
  salesOrder?: string;
  copy?: boolean;
  uuid?: string;
  issueDate?: string;
  issueTime?: string;
  orderType?: Code;
  /** Which change of the order this is, counted by the buyer. */
  sequence?: string;
  responseCode?: Code;
  accepted?: boolean;
  notes?: string[];
  rejectionNotes?: string[];
  cancellationNotes?: string[];
  currency?: Code;
  customerReference?: string;
  accountingCode?: Code;
  accountingText?: string;
  validity?: Period[];
  orders?: OrderReference[];
  quotation?: DocumentReference;
  formerOrders?: DocumentReference[];
  orderChanges?: DocumentReference[];
  originatorDocument?: DocumentReference;
  catalogue?: Identifier;
  attachments?: DocumentReference[];
  contracts?: Contract[];
  projects?: Identifier[];
  buyer?: PartyRole;
  seller?: PartyRole;
  originator?: PartyRole;
  accountingCustomer?: PartyRole;
  deliveries?: Delivery[];
  deliveryTerms?: DeliveryTerms[];
  paymentTerms?: string[];
  conditions?: string[];
  allowances?: AllowanceCharge[];
  taxTotals?: TaxTotal[];
  totals?: Totals;
  lines?: DocumentLine[];
}

/** A document and what it is. */
export interface KindedDocument {
  readonly kind: DocumentKind;
  readonly document: TradeDocument;
}
