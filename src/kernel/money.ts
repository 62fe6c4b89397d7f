import type { Decimal, Rounding } from './decimal.js';
import { decimal, plain, roundHalfUp, sum, zero } from './decimal.js';

/** An immutable amount in one currency. The amount is exact; only `posted` and `allocate` round. */
export interface Money {
  readonly amount: Decimal;
  readonly currency: Currency;
}

/** ISO 4217 alphabetic code. */
export type Currency = string;

const CURRENCY = /^[A-Z]{3}$/;

// decimal.js's code for towards minus infinity, so that what is missing after cutting is never negative.
const ROUND_FLOOR = 3;

// ISO 4217: minor units other than two digits.
const MINOR: Readonly<Record<string, number>> = {
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  CLF: 4,
  UYW: 4,
};

/** Three capital letters: whether the code is in use is for the currency's market to say, not for the hub. */
export const isCurrency = (text: string): text is Currency => CURRENCY.test(text);

/** Digits after the point in which amounts of the currency are posted. */
export const minorDigits = (currency: Currency): number => MINOR[currency] ?? 2;

export const money = (amount: string | Decimal, currency: Currency): Money => ({ amount: decimal(amount), currency });

/** How amounts of a currency are posted: `roundHalfUp` to its minor unit. */
export const posting = (currency: Currency): Rounding => roundHalfUp(minorDigits(currency));

/** The amount as it is posted, rounded by `posting`. */
export const posted = (value: Money): Money => ({ amount: posting(value.currency)(value.amount), currency: value.currency });

/** The amount as wire and database hold it, with all digits of the minor unit: `12.50`, `1200` for JPY. */
export const moneyText = (value: Money): string => {
  const shown = plain(value.amount);
  const fraction = shown.split('.')[1]?.length ?? 0;
  return value.amount.toFixed(Math.max(fraction, minorDigits(value.currency)));
};

/** The sum, or undefined when the amounts are of several currencies. */
export const addMoney = (first: Money, ...rest: readonly Money[]): Money | undefined =>
  rest.every((m) => m.currency === first.currency)
    ? { amount: sum([first, ...rest].map((m) => m.amount)), currency: first.currency }
    : undefined;

/**
 * Splits an amount by weights so that the parts are posted amounts whose sum is the whole to the last minor unit (largest remainder, ties to the first).
 * Undefined when no weight is positive, one is negative, or the amount has digits below the minor unit.
 */
export const allocate = (whole: Money, weights: readonly Decimal[]): readonly Money[] | undefined => {
  const total = sum(weights);
  const digits = minorDigits(whole.currency);
  const unit = decimal(10).pow(-digits);
  if (!total.gt(zero) || weights.some((w) => w.lt(zero)) || whole.amount.decimalPlaces() > digits) return undefined;
  const exact = weights.map((w) => whole.amount.times(w).div(total));
  const floors = exact.map((share) => share.toDecimalPlaces(digits, ROUND_FLOOR));
  const missing = whole.amount.minus(sum(floors)).div(unit).toNumber();
  const ranked = exact
    .map((share, i) => ({ i, rest: share.minus(floors[i] ?? zero) }))
    .sort((a, b) => b.rest.comparedTo(a.rest) || a.i - b.i);
  const raised = new Set(ranked.slice(0, missing).map((r) => r.i));
  return floors.map((floor, i) => ({ amount: raised.has(i) ? floor.plus(unit) : floor, currency: whole.currency }));
};
