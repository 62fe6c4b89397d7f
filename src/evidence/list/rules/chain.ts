/** What the documents of an invoice say, as the database gives it: figures and days are text. */
export const PART_KINDS = ['CONTRACT', 'ORDER', 'DESPATCH', 'RECEIPT', 'ACCEPTANCE', 'INVOICE', 'CREDIT_NOTE'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export interface Contract {
  readonly validFrom: string;
  readonly validTo?: string | null;
  readonly signedOn?: string | null;
  readonly currency: string;
  readonly taxRates?: readonly string[] | null;
}

export interface OrderLine {
  readonly line: string;
  readonly state: string;
  readonly itemName: string;
  readonly buyerItemId?: string;
  readonly quantity: string;
  readonly unit: string;
  readonly price?: string;
  readonly priceBasis?: string;
  readonly taxRate?: string;
}

export interface Order {
  readonly number: string;
  readonly issuedOn: string;
  readonly header: { readonly currency: string };
  readonly lines?: readonly OrderLine[] | null;
}

interface Goods {
  readonly order: string;
  readonly line: string;
}

export interface Despatch {
  readonly number: string;
  readonly despatchedOn?: string | null;
  readonly issuedOn: string;
  readonly lines?: readonly (Goods & { readonly orderQuantity: string })[] | null;
}

export interface Receipt {
  readonly number: string;
  readonly receivedOn: string;
  readonly despatch?: string | null;
  readonly lines?: readonly (Goods & { readonly position: string; readonly orderReceived: string })[] | null;
}

export interface Acceptance {
  readonly receipt: string;
  readonly acceptedOn: string;
  readonly lines?: readonly (Goods & { readonly position: string; readonly accepted: string })[] | null;
}

export interface InvoiceLine {
  readonly line: string;
  readonly order?: string | null;
  readonly orderLine?: string | null;
  readonly itemName: string;
  readonly buyerItemId?: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly orderQuantity?: string | null;
  readonly price: string;
  readonly priceQuantity: string;
  readonly taxRate: string;
  readonly amount: string;
  readonly taxAmount: string;
  readonly gross: string;
}

export interface Invoice {
  readonly number: string;
  readonly issuedOn: string;
  readonly currency: string;
  readonly priceBasis: 'NET' | 'TAX_INCLUSIVE';
  readonly linesTotal: string;
  readonly allowance: string;
  readonly charge: string;
  readonly netTotal: string;
  readonly taxTotal: string;
  readonly total: string;
  readonly lines?: readonly InvoiceLine[] | null;
}

interface FactsOf {
  readonly CONTRACT: Contract;
  readonly ORDER: Order;
  readonly DESPATCH: Despatch;
  readonly RECEIPT: Receipt;
  readonly ACCEPTANCE: Acceptance;
  readonly INVOICE: Invoice;
  readonly CREDIT_NOTE: object;
}

/** One document of the chain. */
export interface Part<Kind extends PartKind = PartKind> {
  readonly kind: Kind;
  /** The plain uuid. */
  readonly id: string;
  readonly number: string | null;
  readonly date: string | null;
  readonly version: number | null;
  readonly facts: FactsOf[Kind];
}

/** A file beside one of the documents. */
export interface EvidenceFile {
  readonly id: string;
  readonly kind: string;
  readonly on: PartKind;
  readonly onNumber: string | null;
  readonly name: string;
  readonly sha256: string;
  readonly date: string;
  readonly superseded: boolean;
}

/** Which received units a line of the invoice claims, in the unit of its order's line. */
export interface Claim {
  readonly line: string;
  readonly receipt: string;
  readonly position: string;
  readonly quantity: string;
  /** Of the receipt line, now. */
  readonly accepted: string;
  readonly returned: string;
}

export interface Named {
  readonly name: string;
  readonly uscc: string | null;
}

export interface Evidence {
  readonly parts: readonly Part[];
  readonly files: readonly EvidenceFile[];
  readonly claims: readonly Claim[];
  readonly buyer: Named;
  readonly supplier: Named;
}

export const partsOf = <Kind extends PartKind>({ parts }: Evidence, kind: Kind): readonly Part<Kind>[] =>
  parts.filter((part): part is Part<Kind> => part.kind === kind);
