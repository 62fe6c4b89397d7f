import type {
  AllowanceCharge,
  Certificate,
  DocumentLine,
  Hazard,
  Item,
  ItemInstance,
  ItemProperty,
  LineItem,
  Price,
  TaxCategory,
  TaxSubtotal,
  TaxTotal,
  Totals,
} from '../rules/document/index.js';
import { delivery, documentReference, party, taxScheme } from './parties.js';
import type { Row, Table } from './table.js';
import { amount, code, date, decimal, flag, identifier, quantity, text, wording } from './values.js';

const taxCategory: Table<TaxCategory> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Name', 'name', text],
  ['cbc:Percent', 'percent', decimal],
  ['cbc:TaxExemptionReasonCode', 'exemptionReasonCode', code],
  ['cbc:TaxExemptionReason*', 'exemptionReasons', text],
  ['cac:TaxScheme', 'scheme', taxScheme],
];

export const allowanceCharge: Table<AllowanceCharge> = [
  ['cbc:ChargeIndicator', 'charge', flag],
  ['cbc:AllowanceChargeReasonCode', 'reasonCode', code],
  ['cbc:AllowanceChargeReason*', 'reasons', text],
  ['cbc:MultiplierFactorNumeric', 'factor', decimal],
  ['cbc:Amount', 'amount', amount],
  ['cbc:TaxInclusiveAmount', 'gross', amount],
  ['cbc:BaseAmount', 'base', amount],
  ['cac:TaxCategory*', 'taxCategories', taxCategory],
];

const taxSubtotal: Table<TaxSubtotal> = [
  ['cbc:TaxableAmount', 'taxable', amount],
  ['cbc:TaxAmount', 'amount', amount],
  ['cac:TaxCategory', 'category', taxCategory],
];

export const taxTotal: Table<TaxTotal> = [
  ['cbc:TaxAmount', 'amount', amount],
  ['cbc:RoundingAmount', 'rounding', amount],
  ['cbc:TaxEvidenceIndicator', 'evidence', flag],
  ['cbc:TaxIncludedIndicator', 'included', flag],
  ['cac:TaxSubtotal*', 'subtotals', taxSubtotal],
];

export const totals: Table<Totals> = [
  ['cbc:LineExtensionAmount', 'lines', amount],
  ['cbc:TaxExclusiveAmount', 'withoutTax', amount],
  ['cbc:TaxInclusiveAmount', 'withTax', amount],
  ['cbc:AllowanceTotalAmount', 'allowances', amount],
  ['cbc:ChargeTotalAmount', 'charges', amount],
  ['cbc:PrepaidAmount', 'prepaid', amount],
  ['cbc:PayableRoundingAmount', 'rounding', amount],
  ['cbc:PayableAmount', 'payable', amount],
];

export const price: Table<Price> = [
  ['cbc:PriceAmount', 'amount', amount],
  ['cbc:TaxInclusivePriceAmount', 'gross', amount],
  ['cbc:BaseQuantity', 'base', quantity],
  ['cbc:PriceType', 'type', text],
  ['cac:AllowanceCharge*', 'allowances', allowanceCharge],
];

const itemProperty: Table<ItemProperty> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:Name', 'name', text],
  ['cbc:NameCode', 'nameCode', code],
  ['cbc:Value', 'value', text],
  ['cbc:ValueQuantity', 'quantity', quantity],
  ['cbc:ValueQualifier*', 'qualifiers', text],
];

const certificate: Table<Certificate> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:CertificateTypeCode', 'typeCode', code],
  ['cbc:CertificateType*', 'types', text],
  ['cbc:Remarks*', 'remarks', text],
  ['cac:IssuerParty', 'issuer', party],
  ['cac:DocumentReference*', 'documents', documentReference],
];

const itemInstance: Table<ItemInstance> = [
  ['cbc:ProductTraceID', 'traceId', identifier],
  ['cbc:ManufactureDate', 'madeOn', date],
  ['cbc:BestBeforeDate', 'bestBefore', date],
  ['cbc:SerialID', 'serial', identifier],
  ['cac:LotIdentification/cbc:LotNumberID', 'lot', identifier],
  ['cac:LotIdentification/cbc:ExpiryDate', 'lotExpiry', date],
];

const hazard: Table<Hazard> = [
  ['cbc:UNDGCode', 'undgCode', code],
  ['cbc:HazardClassID', 'hazardClass', identifier],
];

const item: Table<Item> = [
  ['cbc:Description*', 'descriptions', text],
  ['cbc:Name', 'name', text],
  ['cac:BuyersItemIdentification/cbc:ID', 'buyerId', identifier],
  ['cac:SellersItemIdentification/cbc:ID', 'sellerId', identifier],
  ['cac:SellersItemIdentification/cbc:ExtendedID', 'sellerVariant', identifier],
  ['cac:ManufacturersItemIdentification*/cbc:ID', 'manufacturerIds', identifier],
  ['cac:StandardItemIdentification/cbc:ID', 'standardId', identifier],
  ['cac:StandardItemIdentification/cbc:ExtendedID', 'standardVariant', identifier],
  ['cac:ItemSpecificationDocumentReference*', 'specifications', documentReference],
  ['cac:OriginCountry/cbc:IdentificationCode', 'origin', code],
  ['cac:CommodityClassification*/cbc:ItemClassificationCode', 'classifications', code],
  ['cac:TransactionConditions*/cbc:ActionCode', 'conditions', code],
  ['cac:HazardousItem*', 'hazards', hazard],
  ['cac:ClassifiedTaxCategory*', 'taxCategories', taxCategory],
  ['cac:AdditionalItemProperty*', 'properties', itemProperty],
  ['cac:ItemInstance*', 'instances', itemInstance],
  ['cac:Certificate*', 'certificates', certificate],
];

/** An item as documents of delivery and billing describe it: in a language. */
export const goods: Table<Item> = [['cbc:Description*', 'wordings', wording], ...item.filter(([, field]) => field !== 'descriptions')];

const lineItem: Table<LineItem> = [
  ['cbc:ID', 'id', identifier],
  ['cbc:SalesOrderID', 'salesOrder', text],
  ['cbc:Note*', 'notes', text],
  ['cbc:LineStatusCode', 'status', code],
  ['cbc:Quantity', 'quantity', quantity],
  ['cbc:LineExtensionAmount', 'amount', amount],
  ['cbc:TotalTaxAmount', 'taxAmount', amount],
  ['cbc:MaximumBackorderQuantity', 'maximumBackorder', quantity],
  ['cbc:PartialDeliveryIndicator', 'partialDelivery', flag],
  ['cbc:AccountingCostCode', 'accountingCode', code],
  ['cbc:AccountingCost', 'accountingText', text],
  ['cac:Delivery*', 'deliveries', delivery],
  ['cac:OriginatorParty', 'originator', party],
  ['cac:AllowanceCharge*', 'allowances', allowanceCharge],
  ['cac:Price', 'price', price],
  ['cac:Item', 'item', item],
];

const insideLineItem = ([path, field, kind]: Row<LineItem>): Row<DocumentLine> =>
  [`cac:LineItem/${path}`, field, kind] as Row<DocumentLine>;

export const documentLine: Table<DocumentLine> = [
  ['cbc:Note*', 'outerNotes', text],
  ...lineItem.map(insideLineItem),
  ['cac:SellerSubstitutedLineItem*', 'substitutes', lineItem],
  ['cac:OrderLineReference*/cbc:LineID', 'orderLines', identifier],
];
