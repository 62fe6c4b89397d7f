import { decimal } from '../../../kernel/decimal.js';
import type { AllowanceCharge, BillLine, KindedDocument, Party, TradeDocument } from '../document/index.js';
import { lineName } from './figures.js';
import { type Broken, brokenIn, type PartRule, places, said } from '../place.js';

const SPECIFICATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROFILE = /^urn:fdc:peppol\.eu:2017:poacc:billing:[0-9]{2}:1\.0$/;
const PROFILE_01 = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';

// UN/EDIFACT 1001, as Peppol's profile 01 takes it.
const INVOICES = new Set('71 80 82 84 102 218 219 326 331 380 382 383 384 386 388 393 395 553 575 623 780 817 870 875 876 877'.split(' '));
const CREDIT_NOTES = new Set('381 396 81 83 532'.split(' '));

const PROJECT = '50';
const INVOICED_OBJECT = '130';
const DIRECT_DEBITS = new Set(['49', '59']);

const totalIn = ({ taxTotals = [] }: TradeDocument, currency: string | undefined) =>
  taxTotals.find((one) => one.amount?.currency === currency?.trim())?.amount?.value;

/** Whether the tax in both currencies has one sign. */
const oneSign = (document: TradeDocument): boolean => {
  const [own, accounts] = [totalIn(document, document.currency?.value), totalIn(document, document.taxCurrency?.value)];
  return !document.taxCurrency || own === undefined || accounts === undefined || !decimal(own).times(accounts).lt(0);
};

const DOCUMENT: readonly PartRule<TradeDocument>[] = [
  ['PEPPOL-EN16931-R001', 'cbc:ProfileID', ({ profile }) => said(profile)],
  ['PEPPOL-EN16931-R007', 'cbc:ProfileID', ({ profile }) => !profile || PROFILE.test(profile.value.trim()), 'VALUE_AGAINST_RULE'],
  ['PEPPOL-EN16931-R002', 'cbc:Note[2]', ({ remarks = [] }) => remarks.length <= 1, 'FACT_UNEXPECTED'],
  ['PEPPOL-EN16931-R003', 'cbc:BuyerReference', ({ buyerReference, orders = [] }) => said(buyerReference) || said(orders[0]?.id)],
  [
    'PEPPOL-EN16931-R005',
    'cbc:TaxCurrencyCode',
    ({ taxCurrency, currency }) => !taxCurrency || taxCurrency.value.trim() !== currency?.value.trim(),
    'VALUE_AGAINST_RULE',
  ],
  [
    'PEPPOL-EN16931-R053',
    'cac:TaxTotal',
    ({ taxTotals = [] }) => taxTotals.filter((one) => one.subtotals?.length).length === 1,
    'VALUE_AGAINST_RULE',
  ],
  [
    'PEPPOL-EN16931-R054',
    'cac:TaxTotal',
    ({ taxTotals = [], taxCurrency }) => taxTotals.filter((one) => !one.subtotals?.length).length === (taxCurrency ? 1 : 0),
    'VALUE_AGAINST_RULE',
  ],
  ['PEPPOL-EN16931-R055', 'cac:TaxTotal/cbc:TaxAmount', oneSign, 'VALUE_AGAINST_RULE'],
  [
    'PEPPOL-EN16931-R061',
    'cac:PaymentMeans/cac:PaymentMandate/cbc:ID',
    ({ paymentMeans = [] }) => paymentMeans.every((one) => !DIRECT_DEBITS.has(one.code?.value.trim() ?? '') || said(one.mandate)),
  ],
  [
    'PEPPOL-EN16931-R080',
    'cac:AdditionalDocumentReference',
    ({ attachments = [] }) => attachments.filter((one) => one.typeCode?.value.trim() === PROJECT).length <= 1,
    'FACT_UNEXPECTED',
  ],
];

const ADDRESS = (rule: string): PartRule<Party>[] => [[rule, 'cbc:EndpointID', ({ endpoint }) => said(endpoint)]];

const ALLOWANCE: readonly PartRule<AllowanceCharge>[] = [
  ['PEPPOL-EN16931-R041', 'cbc:BaseAmount', ({ factor, base }) => factor === undefined || said(base)],
  ['PEPPOL-EN16931-R042', 'cbc:MultiplierFactorNumeric', ({ factor, base }) => !base || factor !== undefined],
];

const LINE: readonly PartRule<BillLine>[] = [
  [
    'PEPPOL-EN16931-R044',
    'cac:Price/cac:AllowanceCharge/cbc:ChargeIndicator',
    ({ price }) => !price?.allowances?.some((one) => one.charge),
    'VALUE_AGAINST_RULE',
  ],
  ['PEPPOL-EN16931-R100', 'cac:DocumentReference[2]', ({ documents = [] }) => documents.length <= 1, 'FACT_UNEXPECTED'],
  [
    'PEPPOL-EN16931-R101',
    'cac:DocumentReference/cbc:DocumentTypeCode',
    ({ documents = [] }) => documents.every((one) => one.typeCode?.value.trim() === INVOICED_OBJECT),
    'VALUE_AGAINST_RULE',
  ],
  [
    'PEPPOL-EN16931-R130',
    'cac:Price/cbc:BaseQuantity/@unitCode',
    ({ price, quantity }) => price?.base?.unit === undefined || !quantity || price.base.unit === quantity.unit,
    'VALUE_AGAINST_RULE',
  ],
];

/** A line's period lies within the document's. */
const within = ({ periods = [] }: TradeDocument): PartRule<BillLine>[] => {
  const [whole = {}] = periods;
  return [
    [
      'PEPPOL-EN16931-R110',
      'cac:InvoicePeriod/cbc:StartDate',
      (line) => (line.periods ?? []).every((one) => !whole.startDate || !one.startDate || one.startDate >= whole.startDate),
      'VALUE_AGAINST_RULE',
    ],
    [
      'PEPPOL-EN16931-R111',
      'cac:InvoicePeriod/cbc:EndDate',
      (line) => (line.periods ?? []).every((one) => !whole.endDate || !one.endDate || one.endDate <= whole.endDate),
      'VALUE_AGAINST_RULE',
    ],
  ];
};

const TYPE: Readonly<Record<string, PartRule<TradeDocument>>> = {
  INVOICE: [
    'PEPPOL-EN16931-P0100',
    'cbc:InvoiceTypeCode',
    ({ billType, profile }) => !billType || profile?.value.trim() !== PROFILE_01 || INVOICES.has(billType.value.trim()),
    'VALUE_AGAINST_RULE',
  ],
  CREDIT_NOTE: [
    'PEPPOL-EN16931-P0101',
    'cbc:CreditNoteTypeCode',
    ({ billType, profile }) => !billType || profile?.value.trim() !== PROFILE_01 || CREDIT_NOTES.has(billType.value.trim()),
    'VALUE_AGAINST_RULE',
  ],
};

/** Whether the document says that it follows Peppol BIS Billing 3. */
export const claimsPeppol = ({ customization }: TradeDocument): boolean => customization?.value.trim().startsWith(SPECIFICATION) ?? false;

/** What Peppol BIS Billing 3 asks beyond EN 16931. */
export const brokenPeppol = ({ kind, document }: KindedDocument): Broken[] => {
  const lines = places(document.billLines, lineName(kind));
  const allowances = [
    ...places(document.allowances, 'cac:AllowanceCharge'),
    ...lines.flatMap(({ part, at }) => places(part.allowances, 'cac:AllowanceCharge', at)),
  ];
  const type = TYPE[kind];
  return [
    ...brokenIn([...DOCUMENT, ...(type ? [type] : [])], { part: document, at: [] }),
    ...brokenIn(ADDRESS('PEPPOL-EN16931-R020'), {
      part: document.accountingSupplier?.party ?? {},
      at: ['cac:AccountingSupplierParty', 'cac:Party'],
    }),
    ...brokenIn(ADDRESS('PEPPOL-EN16931-R010'), {
      part: document.accountingCustomer?.party ?? {},
      at: ['cac:AccountingCustomerParty', 'cac:Party'],
    }),
    ...allowances.flatMap((one) => brokenIn(ALLOWANCE, one)),
    ...lines.flatMap((line) => brokenIn([...LINE, ...within(document)], line)),
  ];
};
