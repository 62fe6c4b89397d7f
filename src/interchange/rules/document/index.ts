import type { BillingReference, BillLine, Discrepancy, ExchangeRate, PaymentMeans, PaymentTerms, Prepayment } from './billing.js';
import type { AllowanceCharge, DocumentLine, TaxTotal, Totals } from './lines.js';
import type { Delivery, DeliveryTerms, DocumentReference, Party, PartyRole } from './parties.js';
import type { DocumentResponse, Signature } from './responses.js';
import type { DespatchLine, OrderReference, ReceiptLine, Shipment } from './shipping.js';
import type { Code, Identifier, Period, Wording } from './values.js';

export type * from './billing.js';
export type * from './lines.js';
export type * from './parties.js';
export type * from './responses.js';
export type * from './shipping.js';
export type * from './values.js';

/**
 * The documents of trade as the hub reads and writes them, whatever syntax carried them.
 * Values are kept as they were written: a decimal is its digits (`50.000`), a date its day, so that what came in goes out again the same.
 */
export const DOCUMENT_KINDS = [
  'ORDER',
  'ORDER_CHANGE',
  'ORDER_RESPONSE',
  'ORDER_RESPONSE_SIMPLE',
  'ORDER_CANCELLATION',
  'DESPATCH_ADVICE',
  'RECEIPT_ADVICE',
  'INVOICE',
  'CREDIT_NOTE',
  'APPLICATION_RESPONSE',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface Contract {
  id?: Identifier;
  type?: string;
}

/** What only documents of delivery say. */
interface Delivering {
  statusCode?: Code;
  despatchType?: Code;
  receiptType?: Code;
  despatches?: DocumentReference[];
  deliverer?: PartyRole;
  receiver?: PartyRole;
  shipment?: Shipment;
  despatchLines?: DespatchLine[];
  receiptLines?: ReceiptLine[];
}

/** What only invoices and credit notes say. */
interface Billing {
  /** UN/EDIFACT 1001. */
  billType?: Code;
  dueDate?: string;
  taxPoint?: string;
  taxCurrency?: Code;
  pricingCurrency?: Code;
  paymentCurrency?: Code;
  buyerReference?: string;
  periods?: Period[];
  discrepancies?: Discrepancy[];
  bills?: BillingReference[];
  receipts?: DocumentReference[];
  statements?: DocumentReference[];
  contractDocuments?: DocumentReference[];
  accountingSupplier?: PartyRole;
  payee?: Party;
  taxRepresentative?: Party;
  paymentMeans?: PaymentMeans[];
  terms?: PaymentTerms[];
  prepayments?: Prepayment[];
  taxRate?: ExchangeRate;
  pricingRate?: ExchangeRate;
  paymentRate?: ExchangeRate;
  billLines?: BillLine[];
}

/** What only application responses say. */
interface Responding {
  senderParty?: Party;
  receiverParty?: Party;
  responseDate?: string;
  responses?: DocumentResponse[];
}

export interface TradeDocument extends Delivering, Billing, Responding {
  /** What other standards have put into the document, as XML. */
  extensions?: string;
  signatures?: Signature[];
  lineCount?: string;
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
  /** Notes of documents of delivery, billing and response, with their language. */
  remarks?: Wording[];
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
