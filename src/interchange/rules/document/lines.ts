import type { Delivery, DocumentReference, Party, TaxScheme } from './parties.js';
import type { Amount, Code, Identifier, Quantity } from './values.js';

export interface TaxCategory {
  id?: Identifier;
  percent?: string;
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
  serial?: Identifier;
  lot?: Identifier;
}

export interface Item {
  descriptions?: string[];
  name?: string;
  buyerId?: Identifier;
  sellerId?: Identifier;
  manufacturerIds?: Identifier[];
  standardId?: Identifier;
  specifications?: DocumentReference[];
  classifications?: Code[];
  conditions?: Code[];
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
