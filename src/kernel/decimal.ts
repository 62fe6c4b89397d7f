import { Decimal as DecimalJs } from 'decimal.js';

// 60 significant digits hold every product of two numeric(24,8) values exactly; exponents are never shown as 1e+21.
const Exact = DecimalJs.clone({ precision: 60, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 });

export type Decimal = DecimalJs;

/** A rounding with a name, so that each rounded figure can say how it came about. */
export interface Rounding {
  (value: Decimal): Decimal;
  readonly name: string;
  readonly digits: number;
}

const STRICT = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
const LONGEST = 60;

/** The decimal that the text writes in plain digits (`-12.50`), or undefined: no exponent, no `+`, no spaces, no leading zeros, at most 60 characters. */
export const parseDecimal = (text: string): Decimal | undefined =>
  text.length <= LONGEST && STRICT.test(text) ? new Exact(text) : undefined;

/** A decimal from text that is already known to be well-formed (a literal, a database value), or from a whole number. */
export const decimal = (value: string | number | Decimal): Decimal => new Exact(value);

export const zero: Decimal = new Exact(0);

/** The decimal in plain digits without zeros at the end: `1200`, `0.5`. Two equal decimals have one text. */
export const plain = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed());

/** How many digits stand before and after the point; `0.05` has 1 and 2. */
export const digitsOf = (value: Decimal): { readonly whole: number; readonly fraction: number } => {
  const [whole = '', fraction = ''] = value.abs().toFixed().split('.');
  return { whole: whole.length, fraction: fraction.length };
};

export const sum = (values: Iterable<Decimal>): Decimal => {
  let total = zero;
  for (const value of values) total = total.plus(value);
  return total;
};

const named = (name: string, digits: number, mode: DecimalJs.Rounding): Rounding => {
  const round = (value: Decimal): Decimal => value.toDecimalPlaces(digits, mode);
  Object.defineProperty(round, 'name', { value: `${name}(${digits})` });
  return Object.assign(round, { digits }) as Rounding;
};

/** Commercial rounding (四舍五入): a half goes away from zero. */
export const roundHalfUp = (digits: number): Rounding => named('roundHalfUp', digits, DecimalJs.ROUND_HALF_UP);

/** Banker's rounding: a half goes to the even neighbour. */
export const roundHalfEven = (digits: number): Rounding => named('roundHalfEven', digits, DecimalJs.ROUND_HALF_EVEN);

/** Away from zero: for what must at least be covered. */
export const roundUp = (digits: number): Rounding => named('roundUp', digits, DecimalJs.ROUND_UP);

/** Towards zero: for what must not be exceeded. */
export const roundDown = (digits: number): Rounding => named('roundDown', digits, DecimalJs.ROUND_DOWN);
