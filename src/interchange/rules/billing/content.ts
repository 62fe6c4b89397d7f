import { decimal } from '../../../kernel/decimal.js';
import type { AllowanceCharge, BillLine, KindedDocument, Party, Period, TaxSubtotal, TradeDocument } from '../document/index.js';
import { lineName } from './figures.js';
import { type Broken, brokenIn, type PartRule, type Place, places, said } from '../place.js';

const since = (earlier: string | undefined, later: string | undefined): boolean =>
  earlier === undefined || later === undefined || earlier.slice(0, 10) <= later.slice(0, 10);
const inOrder = ({ startDate, endDate }: Period): boolean => since(startDate, endDate);
const positive = (text: string | undefined): boolean => text !== undefined && decimal(text).gt(0);
const notNegative = (text: string | undefined): boolean => text === undefined || !decimal(text).lt(0);
const country = (party: Party | undefined): boolean => said(party?.address?.country);

// Payment means that need an account: credit transfers (UN/EDIFACT 4461).
const TRANSFERS: ReadonlySet<string> = new Set(['30', '58']);

const identified = ({ identifiers = [], legalEntities = [], taxRegistrations = [] }: Party): boolean =>
  identifiers.some(said) || legalEntities.some((one) => said(one.companyId)) || taxRegistrations.some((one) => said(one.companyId));

const DOCUMENT: readonly PartRule<TradeDocument>[] = [
  ['BR-04', 'cbc:InvoiceTypeCode', (one) => said(one.billType)],
  ['BR-12', 'cac:LegalMonetaryTotal/cbc:LineExtensionAmount', ({ totals }) => said(totals?.lines)],
  ['BR-13', 'cac:LegalMonetaryTotal/cbc:TaxExclusiveAmount', ({ totals }) => said(totals?.withoutTax)],
  ['BR-14', 'cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount', ({ totals }) => said(totals?.withTax)],
  ['BR-15', 'cac:LegalMonetaryTotal/cbc:PayableAmount', ({ totals }) => said(totals?.payable)],
  ['BR-29', 'cac:InvoicePeriod', ({ periods = [] }) => periods.every(inOrder), 'VALUE_AGAINST_RULE'],
  [
    'BR-53',
    'cac:TaxTotal/cbc:TaxAmount',
    ({ taxCurrency, taxTotals = [] }) => !taxCurrency || taxTotals.some((one) => one.amount?.currency === taxCurrency.value.trim()),
  ],
  [
    'BR-55',
    'cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID',
    ({ bills = [] }) => bills.every((one) => !one.invoice || said(one.invoice.id)),
  ],
  ['BR-CO-18', 'cac:TaxTotal/cac:TaxSubtotal', ({ taxTotals = [] }) => taxTotals.some((one) => one.subtotals?.length)],
  [
    'BR-CO-25',
    'cbc:DueDate',
    ({ totals, dueDate, terms = [], paymentMeans = [] }) =>
      !positive(totals?.payable?.value) ||
      said(dueDate) ||
      terms.some((one) => one.remarks?.some(said)) ||
      paymentMeans.some((one) => said(one.dueDate)),
  ],
  ['BR-49', 'cac:PaymentMeans/cbc:PaymentMeansCode', ({ paymentMeans = [] }) => paymentMeans.every((one) => said(one.code))],
  [
    'BR-61',
    'cac:PaymentMeans/cac:PayeeFinancialAccount/cbc:ID',
    ({ paymentMeans = [] }) => paymentMeans.every((one) => !TRANSFERS.has(one.code?.value.trim() ?? '') || said(one.payee?.id)),
  ],
];

const SELLER: readonly PartRule<Party>[] = [
  ['BR-06', 'cac:PartyLegalEntity/cbc:RegistrationName', ({ legalEntities = [] }) => legalEntities.some((one) => said(one.name))],
  ['BR-08', 'cac:PostalAddress', ({ address }) => address !== undefined],
  ['BR-09', 'cac:PostalAddress/cac:Country/cbc:IdentificationCode', country],
  ['BR-62', 'cbc:EndpointID/@schemeID', ({ endpoint }) => !endpoint || said(endpoint.scheme)],
  ['BR-CO-26', 'cac:PartyIdentification/cbc:ID', identified],
];

const BUYER: readonly PartRule<Party>[] = [
  ['BR-07', 'cac:PartyLegalEntity/cbc:RegistrationName', ({ legalEntities = [] }) => legalEntities.some((one) => said(one.name))],
  ['BR-10', 'cac:PostalAddress', ({ address }) => address !== undefined],
  ['BR-11', 'cac:PostalAddress/cac:Country/cbc:IdentificationCode', country],
  ['BR-63', 'cbc:EndpointID/@schemeID', ({ endpoint }) => !endpoint || said(endpoint.scheme)],
];

const LINE: readonly PartRule<BillLine>[] = [
  ['BR-24', 'cbc:LineExtensionAmount', ({ amount }) => said(amount)],
  [
    'BR-28',
    'cac:Price/cac:AllowanceCharge/cbc:BaseAmount',
    ({ price }) => notNegative(price?.allowances?.[0]?.base?.value),
    'VALUE_AGAINST_RULE',
  ],
  ['BR-30', 'cac:InvoicePeriod', ({ periods = [] }) => periods.every(inOrder), 'VALUE_AGAINST_RULE'],
  [
    'BR-54',
    'cac:Item/cac:AdditionalItemProperty',
    ({ item }) => (item?.properties ?? []).every((one) => said(one.name) && said(one.value)),
  ],
  ['BR-64', 'cac:Item/cac:StandardItemIdentification/cbc:ID/@schemeID', ({ item }) => !item?.standardId || said(item.standardId.scheme)],
  [
    'BR-65',
    'cac:Item/cac:CommodityClassification/cbc:ItemClassificationCode/@listID',
    ({ item }) => (item?.classifications ?? []).every((one) => said(one.list)),
  ],
  ['BR-CO-04', 'cac:Item/cac:ClassifiedTaxCategory/cbc:ID', ({ item }) => said(item?.taxCategories?.[0]?.id)],
];

/** Of an allowance the first number, of a charge the second. */
const either = (allowance: string, charge: string, path: string, holds: (one: AllowanceCharge) => boolean): PartRule<AllowanceCharge>[] => [
  [allowance, path, (one) => one.charge === true || holds(one)],
  [charge, path, (one) => one.charge !== true || holds(one)],
];
const reasoned = ({ reasons = [], reasonCode }: AllowanceCharge): boolean => said(reasonCode) || reasons.some(said);

const ALLOWANCE: readonly PartRule<AllowanceCharge>[] = [
  ...either('BR-31', 'BR-36', 'cbc:Amount', ({ amount }) => said(amount)),
  ...either('BR-32', 'BR-37', 'cac:TaxCategory/cbc:ID', ({ taxCategories = [] }) => said(taxCategories[0]?.id)),
  ...either('BR-33', 'BR-38', 'cbc:AllowanceChargeReason', reasoned),
];

const LINE_ALLOWANCE: readonly PartRule<AllowanceCharge>[] = [
  ...either('BR-41', 'BR-43', 'cbc:Amount', ({ amount }) => said(amount)),
  ...either('BR-42', 'BR-44', 'cbc:AllowanceChargeReason', reasoned),
];

const BREAKDOWN: readonly PartRule<TaxSubtotal>[] = [
  ['BR-45', 'cbc:TaxableAmount', ({ taxable }) => said(taxable)],
  ['BR-46', 'cbc:TaxAmount', ({ amount }) => said(amount)],
  ['BR-47', 'cac:TaxCategory/cbc:ID', ({ category }) => said(category?.id)],
  ['BR-48', 'cac:TaxCategory/cbc:Percent', ({ category }) => category?.id?.value.trim() === 'O' || said(category?.percent)],
];

const roleOf = (name: string, party: Party | undefined): Place<Party> => ({ part: party ?? {}, at: [name, 'cac:Party'] });

/** What EN 16931 asks an invoice or a credit note to say, beside its figures and taxes. */
export const brokenContent = ({ kind, document }: KindedDocument): Broken[] => {
  const lines = places(document.billLines, lineName(kind));
  return [
    ...brokenIn(DOCUMENT, { part: document, at: [] }),
    ...brokenIn(SELLER, roleOf('cac:AccountingSupplierParty', document.accountingSupplier?.party)),
    ...brokenIn(BUYER, roleOf('cac:AccountingCustomerParty', document.accountingCustomer?.party)),
    ...places(document.allowances, 'cac:AllowanceCharge').flatMap((one) => brokenIn(ALLOWANCE, one)),
    ...lines.flatMap((line) => brokenIn(LINE, line)),
    ...lines.flatMap(({ part, at }) => places(part.allowances, 'cac:AllowanceCharge', at).flatMap((one) => brokenIn(LINE_ALLOWANCE, one))),
    ...places(document.taxTotals, 'cac:TaxTotal').flatMap(({ part, at }) =>
      places(part.subtotals, 'cac:TaxSubtotal', at).flatMap((one) => brokenIn(BREAKDOWN, one)),
    ),
  ];
};
