import type { Delivery, DocumentReference, Party, TaxScheme } from './parties.js';
import type { Amount, Code, Identifier, Quantity, Wording } from './values.js';

export interface TaxCategory {
  id?: Identifier;
  name?: string;
  percent?: string;
  exemptionReasonCode?: Code;
  exemptionReasons?: string[];
  scheme?: TaxScheme;
}

export interface AllowanceCharge {
  /** True: a charge, to be added; false: an allowance, to be taken off. */
  charge?: boolean;
  reasonCode?: Code;
  reasons?: string[];
  /** Percent of the base. */
  factor?: string;
  amount?: Amount;
  /** The amount with its tax (UBL 2.5). */
  gross?: Amount;
  base?: Amount;
  taxCategories?: TaxCategory[];
}

export interface TaxSubtotal {
  taxable?: Amount;
  amount?: Amount;
  category?: TaxCategory;
}

export interface TaxTotal {
  amount?: Amount;
  rounding?: Amount;
  evidence?: boolean;
  /** True: the amounts that the tax is on include it. */
  included?: boolean;
  subtotals?: TaxSubtotal[];
}

export interface Totals {
  lines?: Amount;
  withoutTax?: Amount;
  withTax?: Amount;
  allowances?: Amount;
  charges?: Amount;
  prepaid?: Amount;
  rounding?: Amount;
  payable?: Amount;
}

export interface Price {
  amount?: Amount;
  /** The price with its tax (UBL 2.3). */
  gross?: Amount;
  /** The quantity for which `amount` is the price; one unit when absent. */
  base?: Quantity;
  type?: string;
  allowances?: AllowanceCharge[];
}

export interface ItemProperty {
  id?: Identifier;
  name?: string;
  nameCode?: Code;
  value?: string;
  quantity?: Quantity;
  qualifiers?: string[];
}

export interface Certificate {
  id?: Identifier;
  typeCode?: Code;
  types?: string[];
  remarks?: string[];
  issuer?: Party;
  documents?: DocumentReference[];
}

export interface ItemInstance {
  traceId?: Identifier;
  madeOn?: string;
  bestBefore?: string;
  serial?: Identifier;
  lot?: Identifier;
  lotExpiry?: string;
}

export interface Hazard {
  undgCode?: Code;
  hazardClass?: Identifier;
}

export interface Item {
  descriptions?: string[];
  /** What documents of delivery and billing describe, with its language. */
  wordings?: Wording[];
  name?: string;
  buyerId?: Identifier;
  sellerId?: Identifier;
  sellerVariant?: Identifier;
  manufacturerIds?: Identifier[];
  standardId?: Identifier;
  standardVariant?: Identifier;
  specifications?: DocumentReference[];
  origin?: Code;
  classifications?: Code[];
  conditions?: Code[];
  hazards?: Hazard[];
  taxCategories?: TaxCategory[];
  properties?: ItemProperty[];
  instances?: ItemInstance[];
  certificates?: Certificate[];
}

export interface LineItem {
  id?: Identifier;
  salesOrder?: string;
  notes?: string[];
  /** What is said about the line: UN/EDIFACT 1229, or a word of UBL's own list. */
  status?: Code;
  quantity?: Quantity;
  amount?: Amount;
  taxAmount?: Amount;
  maximumBackorder?: Quantity;
  partialDelivery?: boolean;
  accountingCode?: Code;
  accountingText?: string;
  deliveries?: Delivery[];
  originator?: Party;
  allowances?: AllowanceCharge[];
  price?: Price;
  item?: Item;
}

export interface DocumentLine extends LineItem {
  /** Notes beside the line item, as the buyer writes them. */
  outerNotes?: string[];
  /** What the seller puts in the place of the ordered item. */
  substitutes?: LineItem[];
  /** The order's line that this line is about, where it is not the line's own id. */
  orderLines?: Identifier[];
}
