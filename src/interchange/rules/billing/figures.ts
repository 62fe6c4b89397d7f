import { type Decimal, decimal, sum } from '../../../kernel/decimal.js';
import type { KindedDocument, TaxCategory, TaxSubtotal, TradeDocument } from '../document/index.js';
import { ALL, allowanceClaims, type Claim, entry, figure, lineClaims, number, taxOf, taxSlack, totalClaims } from '../figures.js';
import { BY_RATE, isCategory, ruleOfCategory } from './categories.js';

/** The name of the lines of a bill. */
export const lineName = (kind: KindedDocument['kind']): string => (kind === 'CREDIT_NOTE' ? 'cac:CreditNoteLine' : 'cac:InvoiceLine');

const codeOf = (category: TaxCategory | undefined): string => category?.id?.value.trim() ?? '';
const rateOf = (category: TaxCategory | undefined): Decimal | undefined =>
  category?.percent === undefined ? undefined : decimal(category.percent);

/** Whether an amount of one category belongs into the breakdown of the other. */
const belongs = (one: TaxCategory | undefined, breakdown: TaxCategory | undefined): boolean => {
  if (codeOf(one) !== codeOf(breakdown)) return false;
  const [a, b] = [rateOf(one), rateOf(breakdown)];
  return !BY_RATE.has(codeOf(one)) || (a !== undefined && b !== undefined && a.eq(b));
};

/** What a breakdown is on: its lines with the document's charges and allowances of its category and rate. */
const taxableOf = ({ billLines = [], allowances = [] }: TradeDocument, { category }: TaxSubtotal): Decimal =>
  sum([
    ...billLines.filter((line) => belongs(line.item?.taxCategories?.[0], category)).map((line) => figure(line.amount)),
    ...allowances.filter((one) => belongs(one.taxCategories?.[0], category)).map((one) => figure(one.amount).times(one.charge ? 1 : -1)),
  ]);

const breakdownClaims = (document: TradeDocument, one: TaxSubtotal, index: number): Claim[] => {
  const at = ['cac:TaxTotal', entry('cac:TaxSubtotal', index)];
  const code = codeOf(one.category);
  const slack = taxSlack(document.billLines ?? []);
  return [
    {
      code: 'CATEGORY_TAX_DIFFERS',
      field: [...at, 'cbc:TaxAmount'],
      found: number(one.amount),
      expected: one.taxable && one.category?.percent !== undefined ? taxOf(one.taxable, one.category.percent) : undefined,
      slack,
    },
    {
      code: 'TAXABLE_DIFFERS',
      field: [...at, 'cbc:TaxableAmount'],
      found: isCategory(code) ? number(one.taxable) : undefined,
      expected: taxableOf(document, one),
      rule: ruleOfCategory(code, '08'),
    },
  ];
};

/** The one total with a breakdown: another is the same tax in the currency of the accounts. */
export const brokenDown = ({ taxTotals = [] }: TradeDocument) => taxTotals.find((one) => one.subtotals?.length) ?? taxTotals[0];

/** Where no line says what its tax is, all breakdowns together are on the document's total. */
const wholeClaims = ({ billLines = [], totals }: TradeDocument, subtotals: readonly TaxSubtotal[]): Claim[] =>
  billLines.some((line) => line.item?.taxCategories?.length)
    ? []
    : [
        {
          code: 'TAXABLE_DIFFERS',
          field: ['cac:TaxTotal', 'cac:TaxSubtotal', 'cbc:TaxableAmount'],
          found: ALL(subtotals.map((one) => number(one.taxable))),
          expected: number(totals?.withoutTax),
        },
      ];

/** Every figure of an invoice or a credit note that follows from others. */
export const billClaims = ({ kind, document }: KindedDocument): Claim[] => {
  const { billLines = [], allowances = [], totals } = document;
  const tax = brokenDown(document);
  const subtotals = tax?.subtotals ?? [];
  return [
    ...billLines.flatMap((line, i) => lineClaims(line, [entry(lineName(kind), i)])),
    ...allowanceClaims(allowances, []),
    ...totalClaims({ lines: billLines, allowances, totals, taxTotals: tax ? [tax] : [] }, 'cac:LegalMonetaryTotal'),
    {
      code: 'TAX_DIFFERS',
      field: ['cac:TaxTotal', 'cbc:TaxAmount'],
      found: number(tax?.amount),
      expected: ALL(subtotals.map((one) => number(one.amount))),
    },
    ...subtotals.flatMap((one, i) => breakdownClaims(document, one, i)),
    ...wholeClaims(document, subtotals),
  ];
};
