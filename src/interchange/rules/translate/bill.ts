import { type Decimal, decimal, plain, sum } from '../../../kernel/decimal.js';
import { posting } from '../../../kernel/money.js';
import { isCategory } from '../billing/categories.js';
import { brokenDown, lineName } from '../billing/figures.js';
import type { KindedDocument, TradeDocument } from '../document/index.js';
import { basisOf, billLine, documentAdjustments, lineNet, orderOf, signed } from './bill-lines.js';
import type { BillLineTerms, CreditLineTerms, CreditMessage, InvoiceMessage, PriceBasis, StatedSums, StatedTax } from './bill-message.js';
import type { Findings } from './findings.js';
import { wordsOf } from './goods.js';
import { billCurrencyOf } from './header.js';
import { identity } from './identity.js';
import { day, joined, known, number, refuseRepeated, tidy } from './lines.js';

// UN/EDIFACT 1001 as the hub keeps invoices.
const TYPES = new Set(['326', '380', '384', '389', '393', '751']);

const typeOf = ({ billType }: TradeDocument, findings: Findings): string => {
  const written = tidy(billType?.value);
  if (written !== undefined && TYPES.has(written)) return written;
  const rule = written === undefined ? 'BR-04' : 'BR-CL-01';
  findings.warn('BILL_TYPE_READ_AS', ['cbc:InvoiceTypeCode'], { written: written ?? '-', read: '380', rule });
  return '380';
};

/** Sums as they are stated. What is summed without tax says nothing of lines whose prices hold it. */
const statedSums = (document: TradeDocument, basis: PriceBasis): StatedSums => {
  const { totals = {} } = document;
  const net =
    basis === 'NET' ? { linesTotal: number(totals.lines), allowance: number(totals.allowances), charge: number(totals.charges) } : {};
  return known({
    ...net,
    netTotal: number(totals.withoutTax),
    taxTotal: number(brokenDown(document)?.amount),
    total: number(totals.withTax),
    prepaid: number(totals.prepaid),
    roundingAmount: number(totals.rounding),
    due: number(totals.payable),
  });
};

/** The breakdown, where all of it is in the categories of EN 16931. */
const statedTaxes = (document: TradeDocument): readonly StatedTax[] | undefined => {
  const subtotals = brokenDown(document)?.subtotals ?? [];
  const taxes = subtotals.flatMap(({ category, taxable, amount }): StatedTax[] => {
    const code = category?.id?.value.trim() ?? '';
    return isCategory(code) && taxable && amount
      ? [{ category: code, rate: plain(decimal(category?.percent ?? '0')), taxable: number(taxable) ?? '', tax: number(amount) ?? '' }]
      : [];
  });
  return subtotals.length > 0 && taxes.length === subtotals.length ? taxes : undefined;
};

const originalOf = ({ bills = [], billLines = [] }: TradeDocument): string | undefined =>
  tidy([...bills, ...billLines.flatMap((line) => line.bills ?? [])].find((one) => one.invoice)?.invoice?.id?.value);

const detailsOf = (document: TradeDocument): Readonly<Record<string, string>> | undefined => {
  const details = known({
    contract: tidy(document.contractDocuments?.[0]?.id?.value),
    accountingCost: tidy(document.accountingText) ?? tidy(document.accountingCode?.value),
    paymentTerms: joined(...(document.terms ?? []).map((one) => one.remarks?.map((words) => words.value))),
    dueDate: day(document.dueDate) ?? day(document.paymentMeans?.[0]?.dueDate),
    paymentReference: tidy(document.paymentMeans?.[0]?.references?.[0]?.value),
  });
  return Object.keys(details).length > 0 ? (details as Readonly<Record<string, string>>) : undefined;
};

const linesOf = (
  kinded: KindedDocument,
  priced: { readonly currency: string; readonly basis: PriceBasis },
  findings: Findings,
): readonly BillLineTerms[] => {
  const { billLines = [] } = kinded.document;
  if (billLines.length === 0) findings.refuse('DOCUMENT_FACT_MISSING', [lineName(kinded.kind)], { rule: 'BR-16' });
  const lines = billLines.map((line, i) => billLine(kinded, line, i, priced, findings));
  refuseRepeated(
    lines.map((line) => line.lineId),
    findings,
    (i) => [`${lineName(kinded.kind)}[${i + 1}]`],
  );
  return lines;
};

/** What a line takes back without tax, and its tax. */
const amountsOf = (line: BillLineTerms, currency: string): { readonly net: Decimal; readonly tax: Decimal } => {
  const net = lineNet(line, line.adjustments, currency);
  return { net, tax: posting(currency)(net.times(line.taxRate).div(100)) };
};

/** A bill that takes back: a credit note, or an invoice below zero with the signs turned round. */
const credit = (kinded: KindedDocument, currency: string, turn: 1 | -1, findings: Findings): CreditMessage => {
  const { document } = kinded;
  // What is taken back is told without tax, and its tax beside it.
  const terms = linesOf(kinded, { currency, basis: 'NET' }, findings);
  const post = posting(currency);
  const adjusted = documentAdjustments(document, 'NET', findings).map((one) => ({
    net: signed(one),
    tax: post(
      signed(one)
        .times(one.taxRate ?? '0')
        .div(100),
    ),
  }));
  const parts = [...terms.map((line) => amountsOf(line, currency)), ...adjusted];
  const lines = terms.map((line): CreditLineTerms => {
    const { net, tax } = amountsOf(line, currency);
    const quantity = decimal(line.quantity || '0').times(turn);
    return known({
      lineId: line.lineId,
      quantity: quantity.gt(0) ? plain(quantity) : undefined,
      amount: plain(net.times(turn)),
      taxAmount: plain(tax.times(turn)),
      note: line.note,
    });
  });
  const { totals = {} } = document;
  const stated = [totals.withTax, totals.payable].flatMap((one) => (one ? [plain(decimal(one.value).times(turn))] : []));
  return known({
    kind: 'CREDIT' as const,
    ...identity(document, findings, { number: 'BR-02', issued: 'BR-03' }),
    currency,
    original: originalOf(document),
    order: orderOf(document),
    reason: joined(
      document.remarks?.map((one) => one.value),
      document.discrepancies?.flatMap((one) => one.descriptions ?? []),
    ),
    computed: plain(sum(parts.map((one) => one.net.plus(one.tax))).times(turn)),
    stated,
    lines,
  });
};

const takesBack = ({ totals = {} }: TradeDocument): boolean => decimal((totals.withTax ?? totals.payable)?.value ?? '0').lt(0);

/** An invoice; one below zero takes an earlier one back, and is read as the credit note that it stands for. */
export const billMessage = (kinded: KindedDocument, findings: Findings): InvoiceMessage | CreditMessage => {
  const { kind, document } = kinded;
  const currency = billCurrencyOf(document, findings);
  if (kind === 'CREDIT_NOTE') return credit(kinded, currency, 1, findings);
  if (takesBack(document)) {
    findings.warn('READ_AS_CREDIT', ['cac:LegalMonetaryTotal', 'cbc:PayableAmount'], { total: document.totals?.payable?.value ?? '' });
    return credit(kinded, currency, -1, findings);
  }
  const basis = basisOf(document);
  return known({
    kind: 'INVOICE' as const,
    ...identity(document, findings, { number: 'BR-02', issued: 'BR-03' }),
    typeCode: typeOf(document, findings),
    taxPointOn: day(document.taxPoint),
    currency,
    order: orderOf(document),
    salesOrder: tidy(document.orders?.[0]?.salesOrder),
    buyerReference: tidy(document.buyerReference) ?? tidy(document.orders?.[0]?.customerReference),
    original: originalOf(document),
    note: wordsOf(document.remarks),
    details: detailsOf(document),
    priceBasis: basis,
    adjustments: documentAdjustments(document, basis, findings),
    taxBreakdown: statedTaxes(document),
    totals: statedSums(document, basis),
    lines: linesOf(kinded, { currency, basis }, findings),
  });
};
