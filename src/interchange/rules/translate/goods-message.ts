/** What documents of delivery ask of the room of deliveries, in its words. */
interface GoodsLine {
  /** Number of the order, and of its line. */
  readonly order?: string;
  readonly lineId: string;
  /** The line's own number in the document. */
  readonly documentLine?: string;
  readonly unit: string;
  readonly lot?: string;
  readonly note?: string;
}

export interface PackageTerms {
  readonly marks?: string;
  readonly kind?: string;
  readonly count?: number;
  readonly grossWeight?: string;
  readonly netWeight?: string;
  readonly weightUnit?: string;
}

export interface DespatchTerms extends GoodsLine {
  readonly quantity: string;
  readonly outstandingQuantity?: string;
  readonly outstandingReason?: string;
  readonly packages?: readonly PackageTerms[];
}

export interface DespatchMessage {
  readonly kind: 'DESPATCH';
  readonly number: string;
  readonly issuedOn: string;
  readonly despatchedOn?: string;
  readonly expectedOn?: string;
  readonly carrier?: string;
  readonly consignment?: string;
  readonly note?: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly lines: readonly DespatchTerms[];
}

export interface ReceiptTerms extends GoodsLine {
  /** The despatch's own number of the line that announced these goods. */
  readonly despatchLine?: string;
  /** What came and was kept. */
  readonly received: string;
  readonly short?: string;
  readonly shortAction?: string;
  readonly rejected?: string;
  readonly rejectReason?: string;
  readonly rejectAction?: string;
}

export interface ReceiptMessage {
  readonly kind: 'RECEIPT';
  readonly number: string;
  readonly issuedOn: string;
  readonly receivedOn: string;
  /** Number of the despatch that announced the goods. */
  readonly despatch?: string;
  readonly note?: string;
  readonly lines: readonly ReceiptTerms[];
}
