import type { Contract, DocumentKind, OrderReference, TradeDocument } from '../rules/document/index.js';
import { allowanceCharge, documentLine, taxTotal, totals } from './lines.js';
import { customer, delivery, deliveryTerms, documentReference, period, supplier } from './parties.js';
import type { Row, Table } from './table.js';
import { code, date, flag, identifier, text, time } from './values.js';

const orderReference: Table<OrderReference> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:SalesOrderID', 'salesOrder', text],
  ['cbc:UUID', 'uuid', text],
  ['cbc:IssueDate', 'issueDate', date],
];

const contract: Table<Contract> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:ContractType', 'type', text],
];

/** Every element that may stand below a root, by its UBL name. */
const ELEMENTS = {
  UBLVersionID: ['cbc:UBLVersionID', 'syntaxVersion', text],
  CustomizationID: ['cbc:CustomizationID', 'customization', identifier],
  ProfileID: ['cbc:ProfileID', 'profile', identifier],
  ProfileExecutionID: ['cbc:ProfileExecutionID', 'profileExecution', identifier],
  ID: ['cbc:ID', 'number', identifier],
  SalesOrderID: ['cbc:SalesOrderID', 'salesOrder', text],
  CopyIndicator: ['cbc:CopyIndicator', 'copy', flag],
  UUID: ['cbc:UUID', 'uuid', text],
  IssueDate: ['cbc:IssueDate', 'issueDate', date],
  IssueTime: ['cbc:IssueTime', 'issueTime', time],
  OrderTypeCode: ['cbc:OrderTypeCode', 'orderType', code],
  SequenceNumberID: ['cbc:SequenceNumberID', 'sequence', text],
  OrderResponseCode: ['cbc:OrderResponseCode', 'responseCode', code],
  Note: ['cbc:Note*', 'notes', text],
  AcceptedIndicator: ['cbc:AcceptedIndicator', 'accepted', flag],
  RejectionNote: ['cbc:RejectionNote*', 'rejectionNotes', text],
  CancellationNote: ['cbc:CancellationNote*', 'cancellationNotes', text],
  DocumentCurrencyCode: ['cbc:DocumentCurrencyCode', 'currency', code],
  CustomerReference: ['cbc:CustomerReference', 'customerReference', text],
  AccountingCostCode: ['cbc:AccountingCostCode', 'accountingCode', code],
  AccountingCost: ['cbc:AccountingCost', 'accountingText', text],
  ValidityPeriod: ['cac:ValidityPeriod*', 'validity', period],
  OrderReference: ['cac:OrderReference*', 'orders', orderReference],
  QuotationDocumentReference: ['cac:QuotationDocumentReference', 'quotation', documentReference],
  OrderDocumentReference: ['cac:OrderDocumentReference*', 'formerOrders', documentReference],
  OrderChangeDocumentReference: ['cac:OrderChangeDocumentReference*', 'orderChanges', documentReference],
  OriginatorDocumentReference: ['cac:OriginatorDocumentReference', 'originatorDocument', documentReference],
  CatalogueReference: ['cac:CatalogueReference/cbc:ID', 'catalogue', identifier],
  AdditionalDocumentReference: ['cac:AdditionalDocumentReference*', 'attachments', documentReference],
  Contract: ['cac:Contract*', 'contracts', contract],
  ProjectReference: ['cac:ProjectReference*/cbc:ID', 'projects', identifier],
  BuyerCustomerParty: ['cac:BuyerCustomerParty', 'buyer', customer],
  SellerSupplierParty: ['cac:SellerSupplierParty', 'seller', supplier],
  OriginatorCustomerParty: ['cac:OriginatorCustomerParty', 'originator', customer],
  AccountingCustomerParty: ['cac:AccountingCustomerParty', 'accountingCustomer', customer],
  Delivery: ['cac:Delivery*', 'deliveries', delivery],
  DeliveryTerms: ['cac:DeliveryTerms*', 'deliveryTerms', deliveryTerms],
  PaymentTerms: ['cac:PaymentTerms*/cbc:Note', 'paymentTerms', text],
  TransactionConditions: ['cac:TransactionConditions/cbc:Description*', 'conditions', text],
  AllowanceCharge: ['cac:AllowanceCharge*', 'allowances', allowanceCharge],
  TaxTotal: ['cac:TaxTotal*', 'taxTotals', taxTotal],
  AnticipatedMonetaryTotal: ['cac:AnticipatedMonetaryTotal', 'totals', totals],
  LegalMonetaryTotal: ['cac:LegalMonetaryTotal', 'totals', totals],
  OrderLine: ['cac:OrderLine*', 'lines', documentLine],
} as const satisfies Record<string, Row<TradeDocument>>;

type Element = keyof typeof ELEMENTS;

/** The elements of a root in the order of its UBL schema. */
const inOrder = (names: string): Table<TradeDocument> =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => ELEMENTS[name as Element]);

const IDENTITY = 'UBLVersionID CustomizationID ProfileID ProfileExecutionID ID';
const MONEY = 'DocumentCurrencyCode CustomerReference AccountingCostCode AccountingCost ValidityPeriod';
const PARTIES = 'BuyerCustomerParty SellerSupplierParty OriginatorCustomerParty';
const PARTIES_OF_ANSWER = 'SellerSupplierParty BuyerCustomerParty OriginatorCustomerParty AccountingCustomerParty';

/** UBL 2.0 to 2.5 agree on these elements and their order; Peppol BIS 3 takes a part of them. */
export const ROOTS: Readonly<Record<DocumentKind, { readonly name: string; readonly table: Table<TradeDocument> }>> = {
  ORDER: {
    name: 'Order',
    table:
      inOrder(`${IDENTITY} SalesOrderID CopyIndicator UUID IssueDate IssueTime OrderTypeCode Note ${MONEY} QuotationDocumentReference OrderDocumentReference
      OriginatorDocumentReference CatalogueReference AdditionalDocumentReference Contract ProjectReference ${PARTIES} AccountingCustomerParty Delivery DeliveryTerms
      PaymentTerms TransactionConditions AllowanceCharge TaxTotal AnticipatedMonetaryTotal OrderLine`),
  },
  ORDER_CHANGE: {
    name: 'OrderChange',
    table:
      inOrder(`${IDENTITY} SalesOrderID CopyIndicator UUID IssueDate IssueTime SequenceNumberID Note ${MONEY} OrderReference QuotationDocumentReference
      OriginatorDocumentReference AdditionalDocumentReference Contract ${PARTIES} AccountingCustomerParty Delivery DeliveryTerms PaymentTerms TransactionConditions
      AllowanceCharge TaxTotal AnticipatedMonetaryTotal OrderLine`),
  },
  ORDER_RESPONSE: {
    name: 'OrderResponse',
    table:
      inOrder(`${IDENTITY} SalesOrderID CopyIndicator UUID IssueDate IssueTime OrderResponseCode Note ${MONEY} OrderReference OrderDocumentReference
      OrderChangeDocumentReference OriginatorDocumentReference AdditionalDocumentReference Contract ${PARTIES_OF_ANSWER} Delivery DeliveryTerms PaymentTerms
      AllowanceCharge TransactionConditions TaxTotal LegalMonetaryTotal OrderLine`),
  },
  ORDER_RESPONSE_SIMPLE: {
    name: 'OrderResponseSimple',
    table:
      inOrder(`${IDENTITY} CopyIndicator UUID IssueDate IssueTime Note AcceptedIndicator RejectionNote CustomerReference AccountingCostCode AccountingCost
      OrderReference OrderChangeDocumentReference AdditionalDocumentReference ${PARTIES_OF_ANSWER}`),
  },
  ORDER_CANCELLATION: {
    name: 'OrderCancellation',
    table:
      inOrder(`${IDENTITY} CopyIndicator UUID IssueDate IssueTime Note CancellationNote OrderReference OriginatorDocumentReference AdditionalDocumentReference
      Contract ${PARTIES}`),
  },
};
