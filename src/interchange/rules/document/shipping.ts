import type { Item } from './lines.js';
import type { Delivery, DocumentReference, Party } from './parties.js';
import type { Code, Identifier, Quantity, Wording } from './values.js';

/** An order that a document is about. */
export interface OrderReference {
  id?: Identifier;
  salesOrder?: string;
  uuid?: string;
  issueDate?: string;
  customerReference?: string;
}

/** A line of an order, in a document that is about several. */
export interface OrderLineReference {
  line?: Identifier;
  salesOrderLine?: Identifier;
  uuid?: string;
  status?: Code;
  order?: OrderReference;
}

/** A line of another document. */
export interface LineReference {
  line?: Identifier;
  uuid?: string;
  status?: Code;
  document?: DocumentReference;
}

export interface Measurement {
  /** What is measured: UN/EDIFACT 6313. */
  attribute?: Identifier;
  measure?: Quantity;
  descriptions?: string[];
}

export interface Package {
  id?: Identifier;
  quantity?: Quantity;
  typeCode?: Code;
}

/** A pallet, a crate: what is lifted as one. */
export interface HandlingUnit {
  /** A serial shipping container code, as a rule. */
  id?: Identifier;
  typeCode?: Code;
  hazardous?: boolean;
  shippingMarks?: string[];
  measurements?: Measurement[];
  packages?: Package[];
}

export interface Consignment {
  id?: Identifier;
  informations?: string[];
  carrier?: Party;
}

export interface Shipment {
  id?: Identifier;
  informations?: string[];
  grossWeight?: Quantity;
  netWeight?: Quantity;
  grossVolume?: Quantity;
  handlingUnits?: Quantity;
  consignments?: Consignment[];
  modes?: Code[];
  delivery?: Delivery;
  units?: HandlingUnit[];
}

export interface DespatchLine {
  id?: Identifier;
  uuid?: string;
  remarks?: Wording[];
  status?: Code;
  delivered?: Quantity;
  /** UBL 2.0's word for what is outstanding. */
  backorder?: Quantity;
  backorderReasons?: string[];
  outstanding?: Quantity;
  outstandingReasons?: string[];
  oversupply?: Quantity;
  orderLines?: OrderLineReference[];
  documents?: DocumentReference[];
  item?: Item;
  shipments?: Shipment[];
}

export interface ReceiptLine {
  id?: Identifier;
  uuid?: string;
  remarks?: Wording[];
  received?: Quantity;
  short?: Quantity;
  shortAction?: Code;
  rejected?: Quantity;
  rejectReason?: Code;
  rejectReasons?: string[];
  rejectAction?: Code;
  discrepancy?: Code;
  oversupply?: Quantity;
  receivedOn?: string;
  timingComplaint?: Code;
  timingComplaintText?: string;
  orderLine?: OrderLineReference;
  despatchLines?: LineReference[];
  documents?: DocumentReference[];
  items?: Item[];
  shipments?: Shipment[];
}
