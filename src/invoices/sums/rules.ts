import { type Decimal, decimal, plain, sum, zero } from '../../kernel/decimal.js';
import { allocate, minorDigits, money, posting } from '../../kernel/money.js';
import type { Adjustment, LineSumsInput, PriceBasis, Rounding, StatedTax, Sums, SumsInput, TaxCategory } from './rules-content.js';

interface Line {
  readonly source: LineSumsInput;
  /** As written: without tax where prices are net, with it where they hold the tax. Posted. */
  readonly written: Decimal;
  readonly tax: Decimal;
}

interface Group {
  readonly category: TaxCategory;
  readonly rate: string;
  /** Sum of the amounts as written, and of the taxes that were posted line by line. */
  written: Decimal;
  tax: Decimal;
}

/** The tax on an amount: a share of what is net, or the part that what holds the tax is made of. Exact. */
const taxIn = (written: Decimal, rate: string, basis: PriceBasis): Decimal =>
  basis === 'NET' ? written.times(rate).div(100) : written.times(rate).div(decimal(100).plus(rate));

const signed = ({ kind, amount }: Adjustment): Decimal => (kind === 'CHARGE' ? decimal(amount) : decimal(amount).neg());

/** Quantity at price, less allowances, plus charges of the line; posted, as BT-131 is. */
export const writtenAmount = ({ quantity, price, priceBasis = '1', adjustments }: LineSumsInput, currency: string): Decimal =>
  posting(currency)(
    decimal(quantity)
      .times(price)
      .div(priceBasis)
      .plus(sum(adjustments.map(signed))),
  );

/** The one category and rate of all lines, or undefined. */
export const commonTax = (lines: readonly LineSumsInput[]): { readonly taxCategory: TaxCategory; readonly taxRate: string } | undefined => {
  const [first] = lines;
  return first !== undefined && lines.every((line) => line.taxCategory === first.taxCategory && decimal(line.taxRate).eq(first.taxRate))
    ? { taxCategory: first.taxCategory, taxRate: first.taxRate }
    : undefined;
};

const groupsOf = (input: SumsInput, lines: readonly Line[]): readonly Group[] => {
  const post = posting(input.currency);
  const groups = new Map<string, Group>();
  const add = (category: TaxCategory, rate: string, written: Decimal, tax: Decimal): void => {
    const key = `${category} ${plain(decimal(rate))}`;
    const group = groups.get(key) ?? { category, rate: plain(decimal(rate)), written: zero, tax: zero };
    groups.set(key, { ...group, written: group.written.plus(written), tax: group.tax.plus(tax) });
  };
  for (const { source, written, tax } of lines) add(source.taxCategory, source.taxRate, written, tax);
  const shared = commonTax(input.lines);
  for (const adjustment of input.adjustments) {
    const { taxCategory = shared?.taxCategory ?? 'O', taxRate = shared?.taxRate ?? '0' } = adjustment;
    add(taxCategory, taxRate, signed(adjustment), post(taxIn(signed(adjustment), taxRate, input.priceBasis)));
  }
  return [...groups.values()];
};

const total = (adjustments: readonly Adjustment[], kind: Adjustment['kind']): Decimal =>
  sum(adjustments.filter((one) => one.kind === kind).map((one) => decimal(one.amount)));

/** What each line carries of the total: by its gross amount, largest remainder; what takes back carries nothing. */
const sharesOf = (whole: Decimal, gross: readonly Decimal[], currency: string): readonly Decimal[] => {
  const weights = gross.map((amount) => (amount.gt(zero) ? amount : zero));
  const parts =
    allocate(money(whole, currency), weights) ??
    allocate(
      money(whole, currency),
      gross.map(() => decimal(1)),
    );
  return parts?.map((part) => part.amount) ?? gross.map(() => zero);
};

/**
 * The sums by one of the two ways that are in use. PER_LINE posts the tax of each line and adds; PER_DOCUMENT (EN 16931, BR-CO-17) adds
 * what is taxed at one rate and posts its tax once. Every posting is `roundHalfUp` to the minor unit of the currency.
 */
export const sumsBy = (input: SumsInput, rounding: Rounding): Sums => {
  const { currency, priceBasis } = input;
  const post = posting(currency);
  const text = (amount: Decimal): string => amount.toFixed(minorDigits(currency));
  const lines: readonly Line[] = input.lines.map((source) => {
    const written = writtenAmount(source, currency);
    return { source, written, tax: post(taxIn(written, source.taxRate, priceBasis)) };
  });
  const taxed = groupsOf(input, lines).map((group) => {
    const tax = rounding === 'PER_LINE' ? group.tax : post(taxIn(group.written, group.rate, priceBasis));
    return { ...group, tax, taxable: priceBasis === 'NET' ? group.written : group.written.minus(tax) };
  });
  const allowance = total(input.adjustments, 'ALLOWANCE');
  const charge = total(input.adjustments, 'CHARGE');
  const linesTotal = sum(lines.map((line) => line.written));
  const taxTotal = sum(taxed.map((group) => group.tax));
  const written = linesTotal.minus(allowance).plus(charge);
  const netTotal = priceBasis === 'NET' ? written : written.minus(taxTotal);
  const whole = netTotal.plus(taxTotal);
  const gross = lines.map((line) => (priceBasis === 'NET' ? line.written.plus(line.tax) : line.written));
  const shares = sharesOf(whole, gross, currency);
  const breakdown: readonly StatedTax[] = taxed.map((group) => ({
    category: group.category,
    rate: group.rate,
    taxable: text(group.taxable),
    tax: text(group.tax),
  }));
  return {
    rounding,
    lines: lines.map(({ written: amount, tax }, i) => ({
      amount: text(priceBasis === 'NET' ? amount : amount.minus(tax)),
      taxAmount: text(tax),
      gross: text(gross[i] ?? zero),
      share: text(shares[i] ?? zero),
    })),
    linesTotal: text(linesTotal),
    allowance: text(allowance),
    charge: text(charge),
    netTotal: text(netTotal),
    taxTotal: text(taxTotal),
    total: text(whole),
    due: text(whole.minus(input.prepaid ?? '0').plus(input.roundingAmount ?? '0')),
    breakdown,
  };
};
