import { z } from 'zod';
import { isCalendarDate, type CalendarDate } from '../../kernel/date.js';
import { type Decimal, decimal, digitsOf, parseDecimal } from '../../kernel/decimal.js';
import { parseId } from '../../kernel/ids.js';
import type { Refusal } from '../../kernel/refusal.js';
import { textFault } from '../../kernel/text.js';
import type { CommonCode } from './refusals.js';

type Params = Readonly<Record<string, string>>;

const issue = (code: CommonCode, params: Params = {}) => ({
  code: 'custom' as const,
  message: code,
  params: { refusal: code, values: params },
});

/** Text as people write it: trimmed, not empty, well-formed, at most `max` characters. */
export const text = (max: number) =>
  z.string().transform((raw, context) => {
    const fault = textFault(raw, max);
    if (fault === 'TOO_LONG') context.addIssue(issue('TOO_LONG', { max: String(max) }));
    if (fault === 'ILL_FORMED') context.addIssue(issue('INVALID_TEXT'));
    if (fault === 'EMPTY') context.addIssue(issue('REQUIRED'));
    return raw.trim();
  });

export interface DecimalBounds {
  readonly min?: string;
  readonly max: string;
  /** Most digits after the point. */
  readonly scale: number;
  /** Whether `min` itself is too little. */
  readonly exclusive?: boolean;
}

/** A decimal written in plain digits within bounds: no float ever stands between the wire and the rules. */
export const decimalWithin = ({ min = '0', max, scale, exclusive = false }: DecimalBounds) =>
  z.string().transform((raw, context): Decimal => {
    const value = parseDecimal(raw.trim());
    if (!value) {
      context.addIssue(
        issue(/^-?[0-9.]{61,}$/.test(raw) || /^-?[0-9.]+e[0-9]+$/i.test(raw) ? 'OUT_OF_RANGE' : 'INVALID_NUMBER', {
          min,
          max,
          scale: String(scale),
        }),
      );
      return z.NEVER;
    }
    const tooLow = exclusive ? value.lte(min) : value.lt(min);
    if (tooLow || value.gt(max) || digitsOf(value).fraction > scale)
      context.addIssue(issue('OUT_OF_RANGE', { min, max, scale: String(scale) }));
    return decimal(value);
  });

/** A quantity above zero: numeric(24,8) in the database. */
export const quantity = () => decimalWithin({ max: '9999999999999999', scale: 8, exclusive: true });

/** A price or amount, not below zero unless said: numeric(24,8) in the database. */
export const amount = (bounds: Partial<DecimalBounds> = {}) => decimalWithin({ max: '9999999999999999', scale: 8, ...bounds });

export const calendarDate = () =>
  z.string().transform((raw, context): CalendarDate => {
    if (isCalendarDate(raw)) return raw;
    context.addIssue(issue('INVALID_DATE'));
    return z.NEVER;
  });

/** The uuid behind a public id of that kind. A malformed id is as unknown as a foreign one. */
export const idOf = (prefix: string) =>
  z.string().transform((raw, context): string => {
    const uuid = parseId(prefix, raw);
    if (uuid === undefined) context.addIssue(issue('NOT_FOUND'));
    return uuid ?? z.NEVER;
  });

/** ISO 4217: three capital letters. */
export const currency = () =>
  z.string().transform((raw, context): string => {
    if (!/^[A-Z]{3}$/.test(raw)) context.addIssue(issue('INVALID_VALUE'));
    return raw;
  });

/** A list of one to `max` entries. */
export const listOf = <Item extends z.ZodType>(item: Item, max: number) => z.array(item).min(1).max(max);

const refusalOf = (found: z.core.$ZodIssue): Refusal => {
  const field = found.path.map(String);
  if (found.code === 'custom') {
    const params = found.params as { refusal?: string; values?: Params } | undefined;
    return { code: params?.refusal ?? 'INVALID_VALUE', field, ...(params?.values ? { params: params.values } : {}) };
  }
  if (found.code === 'too_big') return { code: 'TOO_MANY', field, params: { max: String(found.maximum) } };
  const missing = found.code === 'too_small' || (found.code === 'invalid_type' && /undefined/.test(found.message));
  return { code: missing ? 'REQUIRED' : 'INVALID_VALUE', field };
};

/** At most this many refusals are told at once: a hostile document must not earn a longer answer than it sent. */
const MOST_REFUSALS = 50;

export const refusalsOf = (error: z.ZodError): Refusal[] => error.issues.slice(0, MOST_REFUSALS).map(refusalOf);

/** The input as it is meant: a field given as null is a field not given. */
export const withoutNulls = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (inner === null || inner === undefined ? [] : [[key, withoutNulls(inner)]])),
  );
};
