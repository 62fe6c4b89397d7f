import { type Decimal, decimal, plain, roundHalfUp, sum, zero } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { convert } from '../../kernel/units.js';
import type { AllowanceCharge, Amount, DocumentLine, KindedDocument, Totals, TradeDocument } from './document/index.js';
import { ruleOf } from './peppol.js';

export type ContradictionCode =
  | 'LINE_AMOUNT_DIFFERS'
  | 'NET_PRICE_DIFFERS'
  | 'ALLOWANCE_DIFFERS'
  | 'LINES_TOTAL_DIFFERS'
  | 'ALLOWANCES_TOTAL_DIFFERS'
  | 'CHARGES_TOTAL_DIFFERS'
  | 'TOTAL_WITHOUT_TAX_DIFFERS'
  | 'TOTAL_WITH_TAX_DIFFERS'
  | 'PAYABLE_DIFFERS'
  | 'TAX_DIFFERS';

/** A figure of the document that does not follow from its other figures. */
interface Claim {
  readonly code: ContradictionCode;
  readonly field: readonly string[];
  readonly found: Decimal | undefined;
  readonly expected: Decimal | undefined;
  /** How far apart the two may be. */
  readonly slack?: string;
}

const number = (written: { readonly value: string } | undefined): Decimal | undefined => (written ? decimal(written.value) : undefined);
const figure = (amount: Amount | undefined): Decimal => number(amount) ?? zero;

const signed = (allowances: readonly AllowanceCharge[], charge: boolean): Decimal =>
  sum(allowances.filter((a) => (a.charge ?? false) === charge).map((a) => figure(a.amount)));

const net = (amount: Decimal, allowances: readonly AllowanceCharge[] = []): Decimal =>
  amount.plus(signed(allowances, true)).minus(signed(allowances, false));

/** The path of an entry of a list, counted from one as XPath counts. */
export const entry = (name: string, index: number): string => `${name}[${index + 1}]`;
export const lineField = (index: number): readonly string[] => [entry('cac:OrderLine', index), 'cac:LineItem'];

/** The base quantity in the unit of the line; undefined when the two measure different things. */
const baseOf = ({ price, quantity }: DocumentLine): Decimal | undefined => {
  const base = price?.base;
  if (!base) return decimal(1);
  const from = base.unit ?? quantity?.unit ?? '';
  return convert(decimal(base.value), from, quantity?.unit ?? from);
};

const grossOf = (line: DocumentLine): Decimal | undefined => {
  const [quantity, price, base] = [number(line.quantity), number(line.price?.amount), baseOf(line)];
  return quantity && price && base?.gt(0) ? quantity.times(price).div(base) : undefined;
};

const allowanceClaims = (allowances: readonly AllowanceCharge[] = [], at: readonly string[]): Claim[] =>
  allowances.map(({ amount, base, factor }, i) => ({
    code: 'ALLOWANCE_DIFFERS',
    field: [...at, entry('cac:AllowanceCharge', i), 'cbc:Amount'],
    found: number(amount),
    expected: base && factor !== undefined ? figure(base).times(factor).div(100) : undefined,
    slack: '0.02',
  }));

const lineClaims = (line: DocumentLine, index: number): Claim[] => {
  const at = lineField(index);
  const gross = grossOf(line);
  const discount = line.price?.allowances?.[0];
  return [
    {
      code: 'LINE_AMOUNT_DIFFERS',
      field: [...at, 'cbc:LineExtensionAmount'],
      found: number(line.amount),
      expected: gross && net(gross, line.allowances),
      slack: '0.02',
    },
    {
      code: 'NET_PRICE_DIFFERS',
      field: [...at, 'cac:Price', 'cbc:PriceAmount'],
      found: number(line.price?.amount),
      expected: discount?.base && net(figure(discount.base), [discount]),
    },
    ...allowanceClaims(line.allowances, at),
  ];
};

const ALL = (values: readonly (Decimal | undefined)[]): Decimal | undefined =>
  values.length > 0 && values.every((value) => value !== undefined) ? sum(values) : undefined;

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
    const slack = plain(
      decimal('0.005')
        .times((document.lines ?? []).length)
        .plus('0.01'),
    );
    return [
      { code: 'TAX_DIFFERS', field, found, expected: ofLines ?? taxByRates(document), slack },
      { code: 'TAX_DIFFERS', field, found, expected: ALL(subtotals.map((one) => number(one.amount))) },
      ...subtotals.map(
        (one, i): Claim => ({
          code: 'TAX_DIFFERS',
          field: ['cac:TaxTotal', entry('cac:TaxSubtotal', i), 'cbc:TaxAmount'],
          found: number(one.amount),
          expected:
            one.taxable && one.category?.percent !== undefined
              ? roundHalfUp(2)(figure(one.taxable).times(one.category.percent).div(100))
              : undefined,
          slack: '0.02',
        }),
      ),
    ];
  });

const totalClaims = (document: TradeDocument, root: string): Claim[] => {
  const { totals, lines = [], allowances = [], taxTotals = [] } = document;
  if (!totals) return [];
  const of = (code: ContradictionCode, name: string, total: keyof Totals, expected: Decimal | undefined): Claim => ({
    code,
    field: [root, `cbc:${name}`],
    found: number(totals[total]),
    expected,
  });
  const beforeTax = net(figure(totals.lines), allowances);
  const withTax = number(totals.withTax);
  return [
    of('LINES_TOTAL_DIFFERS', 'LineExtensionAmount', 'lines', ALL(lines.map((line) => number(line.amount)))),
    of('ALLOWANCES_TOTAL_DIFFERS', 'AllowanceTotalAmount', 'allowances', signed(allowances, false)),
    of('CHARGES_TOTAL_DIFFERS', 'ChargeTotalAmount', 'charges', signed(allowances, true)),
    of('TOTAL_WITHOUT_TAX_DIFFERS', 'TaxExclusiveAmount', 'withoutTax', beforeTax),
    of(
      'TOTAL_WITH_TAX_DIFFERS',
      'TaxInclusiveAmount',
      'withTax',
      taxTotals[0] && (number(totals.withoutTax) ?? beforeTax).plus(figure(taxTotals[0].amount)),
    ),
    of('PAYABLE_DIFFERS', 'PayableAmount', 'payable', withTax?.minus(figure(totals.prepaid)).plus(figure(totals.rounding))),
  ];
};

const differs = ({ found, expected, slack = '0' }: Claim): boolean =>
  found !== undefined && expected !== undefined && found.minus(expected).abs().gt(slack);

/** Every figure of a document that contradicts the others, with what would follow from them and the rule that says so. */
export const contradictions = (kinded: KindedDocument): readonly Refusal<ContradictionCode>[] => {
  const { kind, document } = kinded;
  const root = kind === 'ORDER_RESPONSE' ? 'cac:LegalMonetaryTotal' : 'cac:AnticipatedMonetaryTotal';
  const claims = [
    ...(document.lines ?? []).flatMap(lineClaims),
    ...allowanceClaims(document.allowances, []),
    ...totalClaims(document, root),
    ...taxClaims(document),
  ];
  return claims.filter(differs).map(({ code, field, found = zero, expected = zero }) => ({
    code,
    field,
    params: { found: plain(found), expected: plain(expected), rule: ruleOf(kinded, code) },
  }));
};
