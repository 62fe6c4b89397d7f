import type { DocumentKind, TradeDocument } from '../rules/document/index.js';
import { ELEMENTS } from './elements.js';
import type { Table } from './table.js';

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
const BILLED =
  'DocumentCurrencyCode TaxCurrencyCode PricingCurrencyCode PaymentCurrencyCode AccountingCostCode AccountingCost LineCountNumeric BuyerReference';
const PARTIES_OF_BILL =
  'AccountingSupplierParty AccountingCustomerParty PayeeParty BuyerCustomerParty SellerSupplierParty TaxRepresentativeParty';
const RATES = 'TaxExchangeRate PricingExchangeRate PaymentExchangeRate';
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
  DESPATCH_ADVICE: {
    name: 'DespatchAdvice',
    table:
      inOrder(`UBLExtensions ${IDENTITY} CopyIndicator UUID IssueDate IssueTime DocumentStatusCode DespatchAdviceTypeCode Note.worded LineCountNumeric
      OrderReference AdditionalDocumentReference Signature DespatchSupplierParty DeliveryCustomerParty ${PARTIES} Shipment DespatchLine`),
  },
  RECEIPT_ADVICE: {
    name: 'ReceiptAdvice',
    table:
      inOrder(`UBLExtensions ${IDENTITY} CopyIndicator UUID IssueDate IssueTime DocumentStatusCode ReceiptAdviceTypeCode Note.worded LineCountNumeric
      OrderReference DespatchDocumentReference AdditionalDocumentReference Signature DeliveryCustomerParty DespatchSupplierParty BuyerCustomerParty
      SellerSupplierParty Shipment ReceiptLine`),
  },
  INVOICE: {
    name: 'Invoice',
    table:
      inOrder(`UBLExtensions ${IDENTITY} CopyIndicator UUID IssueDate IssueTime DueDate InvoiceTypeCode Note.worded TaxPointDate ${BILLED} InvoicePeriod
      OrderReference BillingReference DespatchDocumentReference ReceiptDocumentReference StatementDocumentReference OriginatorDocumentReference
      ContractDocumentReference AdditionalDocumentReference ProjectReference Signature ${PARTIES_OF_BILL} Delivery DeliveryTerms PaymentMeans
      PaymentTerms.detailed PrepaidPayment AllowanceCharge ${RATES} TaxTotal LegalMonetaryTotal InvoiceLine`),
  },
  CREDIT_NOTE: {
    name: 'CreditNote',
    table:
      inOrder(`UBLExtensions ${IDENTITY} CopyIndicator UUID IssueDate IssueTime DueDate TaxPointDate CreditNoteTypeCode Note.worded ${BILLED} InvoicePeriod
      DiscrepancyResponse OrderReference BillingReference DespatchDocumentReference ReceiptDocumentReference ContractDocumentReference
      AdditionalDocumentReference StatementDocumentReference OriginatorDocumentReference Signature ${PARTIES_OF_BILL} Delivery DeliveryTerms
      PaymentMeans PaymentTerms.detailed ${RATES} AllowanceCharge TaxTotal LegalMonetaryTotal CreditNoteLine`),
  },
  APPLICATION_RESPONSE: {
    name: 'ApplicationResponse',
    table: inOrder(
      `UBLExtensions ${IDENTITY} UUID IssueDate IssueTime ResponseDate Note.worded Signature SenderParty ReceiverParty DocumentResponse`,
    ),
  },
};
