import type { Decimal } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { billClaims } from './billing/figures.js';
import type { KindedDocument, TradeDocument } from './document/index.js';
import {
  ALL,
  allowanceClaims,
  type Claim,
  type ContradictionCode,
  differing,
  entry,
  lineClaims,
  number,
  taxOf,
  taxSlack,
  totalClaims,
} from './figures.js';
import { isBill, ruleOf } from './peppol.js';

export const lineField = (index: number): readonly string[] => [entry('cac:OrderLine', index), 'cac:LineItem'];

/** The tax that follows from lines and rates, where every line says its one rate and no allowance is left without. */
const taxByRates = ({ lines = [], allowances = [] }: TradeDocument): Decimal | undefined => {
  const parts = [
    ...lines.map((line) => ({ amount: number(line.amount), categories: line.item?.taxCategories })),
    ...allowances.map((one) => ({ amount: number(one.amount)?.times(one.charge ? 1 : -1), categories: one.taxCategories })),
  ];
  return ALL(
    parts.map(({ amount, categories = [] }) => {
      const [only, ...others] = categories;
      return amount && only?.percent !== undefined && others.length === 0 ? amount.times(only.percent).div(100) : undefined;
    }),
  );
};

const taxClaims = (document: TradeDocument): Claim[] =>
  (document.taxTotals ?? []).slice(0, 1).flatMap(({ amount, subtotals = [] }): Claim[] => {
    const field = ['cac:TaxTotal', 'cbc:TaxAmount'];
    const found = number(amount);
    const ofLines = ALL((document.lines ?? []).map((line) => number(line.taxAmount)));
    return [
      { code: 'TAX_DIFFERS', field, found, expected: ofLines ?? taxByRates(document), slack: taxSlack(document.lines ?? []) },
      { code: 'TAX_DIFFERS', field, found, expected: ALL(subtotals.map((one) => number(one.amount))) },
      ...subtotals.map(
        (one, i): Claim => ({
          code: 'TAX_DIFFERS',
          field: ['cac:TaxTotal', entry('cac:TaxSubtotal', i), 'cbc:TaxAmount'],
          found: number(one.amount),
          expected: one.taxable && one.category?.percent !== undefined ? taxOf(one.taxable, one.category.percent) : undefined,
          slack: '0.02',
        }),
      ),
    ];
  });

const orderClaims = ({ kind, document }: KindedDocument): Claim[] => {
  const { lines = [], allowances = [], taxTotals = [], totals } = document;
  const root = kind === 'ORDER_RESPONSE' ? 'cac:LegalMonetaryTotal' : 'cac:AnticipatedMonetaryTotal';
  return [
    ...lines.flatMap((line, i) => lineClaims(line, lineField(i))),
    ...allowanceClaims(allowances, []),
    ...totalClaims({ lines, allowances, taxTotals, totals }, root),
    ...taxClaims(document),
  ];
};

/** Every figure of a document that contradicts the others, with what would follow from them and the rule that says so. */
export const contradictions = (kinded: KindedDocument): readonly Refusal<ContradictionCode>[] =>
  differing(isBill(kinded.kind) ? billClaims(kinded) : orderClaims(kinded), (code) => ruleOf(kinded, code));
