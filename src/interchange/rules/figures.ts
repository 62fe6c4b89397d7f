import { type Decimal, decimal, plain, roundHalfUp, sum, zero } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { convert } from '../../kernel/units.js';
import type { AllowanceCharge, Amount, Item, Price, Quantity, TaxTotal, Totals } from './document/index.js';

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
  | 'TAX_DIFFERS'
  | 'CATEGORY_TAX_DIFFERS'
  | 'TAXABLE_DIFFERS';

/** A figure of the document that does not follow from its other figures. */
export interface Claim {
  readonly code: ContradictionCode;
  readonly field: readonly string[];
  readonly found: Decimal | undefined;
  readonly expected: Decimal | undefined;
  /** How far apart the two may be. */
  readonly slack?: string;
  /** The rule, where it is not the one of the code. */
  readonly rule?: string;
}

/** A line with a price, of an order or of a bill. */
export interface PricedLine {
  readonly quantity?: Quantity;
  readonly amount?: Amount;
  readonly allowances?: readonly AllowanceCharge[];
  readonly price?: Price;
  readonly item?: Item;
}

/** What has a sum. */
export interface Summed {
  readonly lines: readonly PricedLine[];
  readonly allowances: readonly AllowanceCharge[];
  readonly taxTotals: readonly TaxTotal[];
  readonly totals?: Totals;
}

export const number = (written: { readonly value: string } | undefined): Decimal | undefined =>
  written ? decimal(written.value) : undefined;
export const figure = (amount: Amount | undefined): Decimal => number(amount) ?? zero;

const signed = (allowances: readonly AllowanceCharge[], charge: boolean): Decimal =>
  sum(allowances.filter((a) => (a.charge ?? false) === charge).map((a) => figure(a.amount)));

export const net = (amount: Decimal, allowances: readonly AllowanceCharge[] = []): Decimal =>
  amount.plus(signed(allowances, true)).minus(signed(allowances, false));

/** The path of an entry of a list, counted from one as XPath counts. */
export const entry = (name: string, index: number): string => `${name}[${index + 1}]`;

/** The sum, where every one is there. */
export const ALL = (values: readonly (Decimal | undefined)[]): Decimal | undefined =>
  values.length > 0 && values.every((value) => value !== undefined) ? sum(values) : undefined;

/** The base quantity in the unit of the line; undefined when the two measure different things. */
const baseOf = ({ price, quantity }: PricedLine): Decimal | undefined => {
  const base = price?.base;
  if (!base) return decimal(1);
  const from = base.unit ?? quantity?.unit ?? '';
  return convert(decimal(base.value), from, quantity?.unit ?? from);
};

const grossOf = (line: PricedLine): Decimal | undefined => {
  const [quantity, price, base] = [number(line.quantity), number(line.price?.amount), baseOf(line)];
  return quantity && price && base?.gt(0) ? quantity.times(price).div(base) : undefined;
};

export const allowanceClaims = (allowances: readonly AllowanceCharge[] = [], at: readonly string[]): Claim[] =>
  allowances.map(({ amount, base, factor }, i) => ({
    code: 'ALLOWANCE_DIFFERS',
    field: [...at, entry('cac:AllowanceCharge', i), 'cbc:Amount'],
    found: number(amount),
    expected: base && factor !== undefined ? figure(base).times(factor).div(100) : undefined,
    slack: '0.02',
  }));

export const lineClaims = (line: PricedLine, at: readonly string[]): Claim[] => {
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

/** How far a sum of rounded taxes may be from the tax of the sum: half a cent a line, and a cent. */
export const taxSlack = (lines: readonly PricedLine[]): string => plain(decimal('0.005').times(lines.length).plus('0.01'));

/** The tax on an amount at a rate in percent. */
export const taxOf = (taxable: Amount, percent: string): Decimal => roundHalfUp(2)(figure(taxable).times(percent).div(100));

export const totalClaims = ({ totals, lines, allowances, taxTotals }: Summed, root: string): Claim[] => {
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

/** The claims that do not hold, with what would follow instead. */
export const differing = (claims: readonly Claim[], ruleOf: (code: ContradictionCode) => string): readonly Refusal<ContradictionCode>[] =>
  claims.filter(differs).map(({ code, field, found = zero, expected = zero, rule }) => ({
    code,
    field,
    params: { found: plain(found), expected: plain(expected), rule: rule ?? ruleOf(code) },
  }));
