import type {
  Consignment,
  DespatchLine,
  HandlingUnit,
  LineReference,
  Measurement,
  OrderLineReference,
  OrderReference,
  Package,
  ReceiptLine,
  Shipment,
} from '../rules/document/index.js';
import { goods } from './lines.js';
import { delivery, documentReference, party } from './parties.js';
import type { Table } from './table.js';
import { code, date, flag, identifier, quantity, text, wording } from './values.js';

export const orderReference: Table<OrderReference> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:SalesOrderID', 'salesOrder', text],
  ['cbc:UUID', 'uuid', text],
  ['cbc:IssueDate', 'issueDate', date],
  ['cbc:CustomerReference', 'customerReference', text],
];

export const orderLineReference: Table<OrderLineReference> = [
  ['cbc:LineID', 'line', identifier],
  ['cbc:SalesOrderLineID', 'salesOrderLine', identifier],
  ['cbc:UUID', 'uuid', text],
  ['cbc:LineStatusCode', 'status', code],
  ['cac:OrderReference', 'order', orderReference],
];

export const lineReference: Table<LineReference> = [
  ['cbc:LineID', 'line', identifier],
  ['cbc:UUID', 'uuid', text],
  ['cbc:LineStatusCode', 'status', code],
  ['cac:DocumentReference', 'document', documentReference],
];

const measurement: Table<Measurement> = [
  ['cbc:AttributeID', 'attribute', identifier],
  ['cbc:Measure', 'measure', quantity],
  ['cbc:Description*', 'descriptions', text],
];

const parcel: Table<Package> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Quantity', 'quantity', quantity],
  ['cbc:PackagingTypeCode', 'typeCode', code],
];

const handlingUnit: Table<HandlingUnit> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:TransportHandlingUnitTypeCode', 'typeCode', code],
  ['cbc:HazardousRiskIndicator', 'hazardous', flag],
  ['cbc:ShippingMarks*', 'shippingMarks', text],
  ['cac:MeasurementDimension*', 'measurements', measurement],
  ['cac:Package*', 'packages', parcel],
];

const consignment: Table<Consignment> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Information*', 'informations', text],
  ['cac:CarrierParty', 'carrier', party],
];

export const shipment: Table<Shipment> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Information*', 'informations', text],
  ['cbc:GrossWeightMeasure', 'grossWeight', quantity],
  ['cbc:NetWeightMeasure', 'netWeight', quantity],
  ['cbc:GrossVolumeMeasure', 'grossVolume', quantity],
  ['cbc:TotalTransportHandlingUnitQuantity', 'handlingUnits', quantity],
  ['cac:Consignment*', 'consignments', consignment],
  ['cac:ShipmentStage*/cbc:TransportModeCode', 'modes', code],
  ['cac:Delivery', 'delivery', delivery],
  ['cac:TransportHandlingUnit*', 'units', handlingUnit],
];

export const despatchLine: Table<DespatchLine> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:UUID', 'uuid', text],
  ['cbc:Note*', 'remarks', wording],
  ['cbc:LineStatusCode', 'status', code],
  ['cbc:DeliveredQuantity', 'delivered', quantity],
  ['cbc:BackorderQuantity', 'backorder', quantity],
  ['cbc:BackorderReason*', 'backorderReasons', text],
  ['cbc:OutstandingQuantity', 'outstanding', quantity],
  ['cbc:OutstandingReason*', 'outstandingReasons', text],
  ['cbc:OversupplyQuantity', 'oversupply', quantity],
  ['cac:OrderLineReference*', 'orderLines', orderLineReference],
  ['cac:DocumentReference*', 'documents', documentReference],
  ['cac:Item', 'item', goods],
  ['cac:Shipment*', 'shipments', shipment],
];

export const receiptLine: Table<ReceiptLine> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:UUID', 'uuid', text],
  ['cbc:Note*', 'remarks', wording],
  ['cbc:ReceivedQuantity', 'received', quantity],
  ['cbc:ShortQuantity', 'short', quantity],
  ['cbc:ShortageActionCode', 'shortAction', code],
  ['cbc:RejectedQuantity', 'rejected', quantity],
  ['cbc:RejectReasonCode', 'rejectReason', code],
  ['cbc:RejectReason*', 'rejectReasons', text],
  ['cbc:RejectActionCode', 'rejectAction', code],
  ['cbc:QuantityDiscrepancyCode', 'discrepancy', code],
  ['cbc:OversupplyQuantity', 'oversupply', quantity],
  ['cbc:ReceivedDate', 'receivedOn', date],
  ['cbc:TimingComplaintCode', 'timingComplaint', code],
  ['cbc:TimingComplaint', 'timingComplaintText', text],
  ['cac:OrderLineReference', 'orderLine', orderLineReference],
  ['cac:DespatchLineReference*', 'despatchLines', lineReference],
  ['cac:DocumentReference*', 'documents', documentReference],
  ['cac:Item*', 'items', goods],
  ['cac:Shipment*', 'shipments', shipment],
];
