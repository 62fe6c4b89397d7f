import type { AllowanceCharge, Item, Price, TaxTotal } from './lines.js';
import type { Address, Delivery, DocumentReference } from './parties.js';
import type { LineReference, OrderLineReference } from './shipping.js';
import type { Amount, Code, Identifier, Period, Quantity, Wording } from './values.js';

/** Another bill that this one is about. */
export interface BillingReference {
  invoice?: DocumentReference;
  selfBilled?: DocumentReference;
  creditNote?: DocumentReference;
  debitNote?: DocumentReference;
  lines?: Identifier[];
}

export interface Discrepancy {
  reference?: Identifier;
  code?: Code;
  descriptions?: string[];
}

export interface Institution {
  id?: Identifier;
  name?: string;
  address?: Address;
}

export interface Account {
  id?: Identifier;
  name?: string;
  typeCode?: Code;
  currency?: Code;
  branch?: Identifier;
  branchName?: string;
  institution?: Institution;
  branchAddress?: Address;
  country?: Code;
}

export interface PaymentMeans {
  id?: Identifier;
  /** UN/EDIFACT 4461. */
  code?: Code;
  dueDate?: string;
  channel?: Code;
  instruction?: Identifier;
  instructionNotes?: string[];
  references?: Identifier[];
  card?: Identifier;
  cardNetwork?: Identifier;
  cardHolder?: string;
  payer?: Account;
  payee?: Account;
  mandate?: Identifier;
  mandateAccount?: Account;
}

export interface PaymentTerms {
  id?: Identifier;
  remarks?: Wording[];
  discountPercent?: string;
  penaltyPercent?: string;
  amount?: Amount;
  dueDate?: string;
}

export interface Prepayment {
  id?: Identifier;
  paid?: Amount;
  receivedOn?: string;
  paidOn?: string;
}

export interface ExchangeRate {
  from?: Code;
  to?: Code;
  rate?: string;
  date?: string;
}

/** A line of an invoice or a credit note. */
export interface BillLine {
  id?: Identifier;
  uuid?: string;
  remarks?: Wording[];
  quantity?: Quantity;
  amount?: Amount;
  /** The amount with its tax (UBL 2.3). */
  gross?: Amount;
  taxPoint?: string;
  accountingCode?: Code;
  accountingText?: string;
  freeOfCharge?: boolean;
  periods?: Period[];
  orderLines?: OrderLineReference[];
  discrepancies?: Discrepancy[];
  despatchLines?: LineReference[];
  receiptLines?: LineReference[];
  bills?: BillingReference[];
  documents?: DocumentReference[];
  deliveries?: Delivery[];
  allowances?: AllowanceCharge[];
  taxTotals?: TaxTotal[];
  item?: Item;
  price?: Price;
}
