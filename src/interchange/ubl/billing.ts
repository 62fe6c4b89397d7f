import type {
  Account,
  BillingReference,
  BillLine,
  Discrepancy,
  ExchangeRate,
  Institution,
  PaymentMeans,
  PaymentTerms,
  Prepayment,
} from '../rules/document/index.js';
import { allowanceCharge, goods, price, taxTotal } from './lines.js';
import { address, delivery, documentReference, period } from './parties.js';
import { lineReference, orderLineReference } from './shipping.js';
import type { Row, Table } from './table.js';
import { amount, code, date, decimal, flag, identifier, quantity, text, wording } from './values.js';

export const billingReference: Table<BillingReference> = [
  ['cac:InvoiceDocumentReference', 'invoice', documentReference],
  ['cac:SelfBilledInvoiceDocumentReference', 'selfBilled', documentReference],
  ['cac:CreditNoteDocumentReference', 'creditNote', documentReference],
  ['cac:DebitNoteDocumentReference', 'debitNote', documentReference],
  ['cac:BillingReferenceLine*/cbc:ID', 'lines', identifier],
];

export const discrepancy: Table<Discrepancy> = [
  ['cbc:ReferenceID', 'reference', identifier],
  ['cbc:ResponseCode', 'code', code],
  ['cbc:Description*', 'descriptions', text],
];

const institution: Table<Institution> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Name', 'name', text],
  ['cac:Address', 'address', address],
];

const account: Table<Account> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Name', 'name', text],
  ['cbc:AccountTypeCode', 'typeCode', code],
  ['cbc:CurrencyCode', 'currency', code],
  ['cac:FinancialInstitutionBranch/cbc:ID', 'branch', identifier],
  ['cac:FinancialInstitutionBranch/cbc:Name', 'branchName', text],
  ['cac:FinancialInstitutionBranch/cac:FinancialInstitution', 'institution', institution],
  ['cac:FinancialInstitutionBranch/cac:Address', 'branchAddress', address],
  ['cac:Country/cbc:IdentificationCode', 'country', code],
];

export const paymentMeans: Table<PaymentMeans> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:PaymentMeansCode', 'code', code],
  ['cbc:PaymentDueDate', 'dueDate', date],
  ['cbc:PaymentChannelCode', 'channel', code],
  ['cbc:InstructionID', 'instruction', identifier],
  ['cbc:InstructionNote*', 'instructionNotes', text],
  ['cbc:PaymentID*', 'references', identifier],
  ['cac:CardAccount/cbc:PrimaryAccountNumberID', 'card', identifier],
  ['cac:CardAccount/cbc:NetworkID', 'cardNetwork', identifier],
  ['cac:CardAccount/cbc:HolderName', 'cardHolder', text],
  ['cac:PayerFinancialAccount', 'payer', account],
  ['cac:PayeeFinancialAccount', 'payee', account],
  ['cac:PaymentMandate/cbc:ID', 'mandate', identifier],
  ['cac:PaymentMandate/cac:PayerFinancialAccount', 'mandateAccount', account],
];

export const paymentTerms: Table<PaymentTerms> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Note*', 'remarks', wording],
  ['cbc:SettlementDiscountPercent', 'discountPercent', decimal],
  ['cbc:PenaltySurchargePercent', 'penaltyPercent', decimal],
  ['cbc:Amount', 'amount', amount],
  ['cbc:PaymentDueDate', 'dueDate', date],
];

export const prepayment: Table<Prepayment> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:PaidAmount', 'paid', amount],
  ['cbc:ReceivedDate', 'receivedOn', date],
  ['cbc:PaidDate', 'paidOn', date],
];

export const exchangeRate: Table<ExchangeRate> = [
  ['cbc:SourceCurrencyCode', 'from', code],
  ['cbc:TargetCurrencyCode', 'to', code],
  ['cbc:CalculationRate', 'rate', decimal],
  ['cbc:Date', 'date', date],
];

const heading = (counted: string): Table<BillLine> => [
  ['cbc:ID', 'id', identifier],
  ['cbc:UUID', 'uuid', text],
  ['cbc:Note*', 'remarks', wording],
  [counted, 'quantity', quantity],
  ['cbc:LineExtensionAmount', 'amount', amount],
  ['cbc:TaxInclusiveLineExtensionAmount', 'gross', amount],
  ['cbc:TaxPointDate', 'taxPoint', date],
  ['cbc:AccountingCostCode', 'accountingCode', code],
  ['cbc:AccountingCost', 'accountingText', text],
  ['cbc:FreeOfChargeIndicator', 'freeOfCharge', flag],
  ['cac:InvoicePeriod*', 'periods', period],
  ['cac:OrderLineReference*', 'orderLines', orderLineReference],
];

const references: Table<BillLine> = [
  ['cac:DespatchLineReference*', 'despatchLines', lineReference],
  ['cac:ReceiptLineReference*', 'receiptLines', lineReference],
  ['cac:BillingReference*', 'bills', billingReference],
  ['cac:DocumentReference*', 'documents', documentReference],
  ['cac:Delivery*', 'deliveries', delivery],
];

const allowances: Row<BillLine> = ['cac:AllowanceCharge*', 'allowances', allowanceCharge];
const taxes: Row<BillLine> = ['cac:TaxTotal*', 'taxTotals', taxTotal];

const subject: Table<BillLine> = [
  ['cac:Item', 'item', goods],
  ['cac:Price', 'price', price],
];

export const invoiceLine: Table<BillLine> = [...heading('cbc:InvoicedQuantity'), ...references, allowances, taxes, ...subject];

// A credit note has the same line but for the order of its elements.
export const creditNoteLine: Table<BillLine> = [
  ...heading('cbc:CreditedQuantity'),
  ['cac:DiscrepancyResponse*', 'discrepancies', discrepancy],
  ...references,
  taxes,
  allowances,
  ...subject,
];
