/**
 * The documents of ordering as the hub reads and writes them, whatever syntax carried them.
 * Values are kept as they were written: a decimal is its digits (`50.000`), a date its day, so that what came in goes out again the same.
 */
export const DOCUMENT_KINDS = ['ORDER', 'ORDER_CHANGE', 'ORDER_RESPONSE', 'ORDER_RESPONSE_SIMPLE', 'ORDER_CANCELLATION'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface Identifier {
  value: string;
  /** Who gives such identifiers: ISO 6523 code (`0088`), or a name (`GLN`). */
  scheme?: string;
  agency?: string;
  schemeVersion?: string;
  schemeUri?: string;
}

export interface Code {
  value: string;
  list?: string;
  listVersion?: string;
  listAgency?: string;
  listName?: string;
  name?: string;
}

export interface Amount {
  value: string;
  currency?: string;
}

export interface Quantity {
  value: string;
  /** UN/ECE recommendation 20, as written. */
  unit?: string;
  unitList?: string;
}

/** Days are `YYYY-MM-DD`, times `HH:MM:SS` with whatever fraction and zone was written. */
export interface Period {
  startDate?: string;
  startTime?: string;
  endDate?: string;
  endTime?: string;
}

export interface Address {
  id?: Identifier;
  postbox?: string;
  street?: string;
  additionalStreet?: string;
  building?: string;
  buildingNumber?: string;
  department?: string;
  city?: string;
  postalCode?: string;
  region?: string;
  regionCode?: string;
  lines?: string[];
  country?: Code;
}

export interface Contact {
  id?: Identifier;
  name?: string;
  telephone?: string;
  telefax?: string;
  mail?: string;
}

export interface Person {
  firstName?: string;
  familyName?: string;
  title?: string;
  middleName?: string;
  jobTitle?: string;
}

export interface TaxScheme {
  id?: Identifier;
  typeCode?: Code;
}

export interface TaxRegistration {
  name?: string;
  companyId?: Identifier;
  exemptionReasons?: string[];
  address?: Address;
  scheme?: TaxScheme;
}

export interface LegalEntity {
  name?: string;
  companyId?: Identifier;
  address?: Address;
}

export interface Party {
  /** Electronic address. */
  endpoint?: Identifier;
  identifiers?: Identifier[];
  names?: string[];
  address?: Address;
  taxRegistrations?: TaxRegistration[];
  legalEntities?: LegalEntity[];
  contact?: Contact;
  persons?: Person[];
}

/** A party in its role, with the account numbers by which the two sides know it. */
export interface PartyRole {
  customerAccount?: Identifier;
  supplierAccount?: Identifier;
  party?: Party;
  deliveryContact?: Contact;
}

export interface Location {
  id?: Identifier;
  descriptions?: string[];
  name?: string;
  address?: Address;
}

export interface Delivery {
  id?: Identifier;
  quantity?: Quantity;
  address?: Address;
  location?: Location;
  requested?: Period;
  promised?: Period;
  party?: Party;
  requestedDespatchDate?: string;
  requestedDespatchTime?: string;
  shipment?: Identifier;
  priority?: Code;
  shippingMarks?: string[];
}

export interface DeliveryTerms {
  id?: Identifier;
  specialTerms?: string[];
  location?: Location;
}

export interface EmbeddedFile {
  /** Base64, as written. */
  value: string;
  mediaType?: string;
  fileName?: string;
}

export interface DocumentReference {
  id?: Identifier;
  typeCode?: Code;
  types?: string[];
  file?: EmbeddedFile;
  uri?: string;
}

export interface OrderReference {
  id?: Identifier;
  salesOrder?: string;
  uuid?: string;
  issueDate?: string;
}

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

export interface Contract {
  id?: Identifier;
  type?: string;
}

/** A document and what it is. */
export interface KindedDocument {
  readonly kind: DocumentKind;
  readonly document: TradeDocument;
}
