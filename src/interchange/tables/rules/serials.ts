import { type CalendarDate, plusDays, daysBetween } from '../../../kernel/date.js';
import { decimal, parseDecimal, plain } from '../../../kernel/decimal.js';

/** What the number of a cell means by its style. */
export type NumberFormat = 'DATE' | 'PERCENT' | 'NUMBER';

// ECMA-376 part 1, 18.8.30: the formats that need no code, East Asian ones included.
const isDateNumber = (n: number): boolean => (n >= 14 && n <= 17) || n === 22 || (n >= 27 && n <= 36) || (n >= 50 && n <= 58);
const isPercentNumber = (n: number): boolean => n === 9 || n === 10;

const LITERAL = /"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g;

/** The meaning of a number format by its number and, where it has one, its code such as `yyyy/m/d` or `0.00%`. */
export const formatOf = (number: string, code: string | undefined): NumberFormat => {
  const bare = code?.replace(LITERAL, '').toLowerCase();
  if (bare === undefined) return isDateNumber(Number(number)) ? 'DATE' : isPercentNumber(Number(number)) ? 'PERCENT' : 'NUMBER';
  if (/[yd年日]/.test(bare) && !/general/.test(bare)) return 'DATE';
  return bare.includes('%') ? 'PERCENT' : 'NUMBER';
};

// A spreadsheet counts the 29th of February 1900, which never was; from March on days agree with a start on the 30th of December 1899.
const START = '1899-12-30' as CalendarDate;
const START_1904 = '1904-01-01' as CalendarDate;
const FIRST_TRUE_SERIAL = 61;
const LAST_SERIAL = 2_958_465;

/** The day of a serial number; the time of the day in its fraction is left out. Undefined before March 1900, where the count is ambiguous. */
export const dateOfSerial = (text: string, from1904: boolean): CalendarDate | undefined => {
  const days = Math.floor(Number(text));
  if (!Number.isFinite(days) || days < (from1904 ? 0 : FIRST_TRUE_SERIAL) || days > LAST_SERIAL) return undefined;
  return plusDays(from1904 ? START_1904 : START, days);
};

export const serialOf = (date: CalendarDate): number => daysBetween(START, date);

/** A spreadsheet shows and keeps fifteen digits; what its file has beyond them is the noise of binary fractions. */
const DIGITS = 15;

const WRITTEN = /^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?$/;

/** The number of a cell in plain digits, as a spreadsheet shows it: rounded half up to fifteen significant digits. */
export const shownNumber = (raw: string): string => {
  if (!WRITTEN.test(raw)) return raw;
  const [digits = '', exponent = '0'] = raw.toLowerCase().split('e');
  if (Math.abs(Number(exponent)) > 40 || digits.length > 40) return raw;
  return plain(
    decimal(digits)
      .times(decimal(10).pow(Number(exponent)))
      .toSignificantDigits(DIGITS),
  );
};

export const percentText = (raw: string): string => {
  const value = parseDecimal(shownNumber(raw));
  return value === undefined ? raw : `${plain(value.times(100))}%`;
};
