/**
 * The delivery figures of the file, told from the file alone: no rule, date or number of the hub is used here, so that what the hub
 * says can be compared with it. A line is on the day when it was delivered on the day that was scheduled.
 */
import type { ScmsRow } from './rows.js';

export interface Timing {
  readonly lines: number;
  readonly early: number;
  readonly onTheDay: number;
  readonly late: number;
  /** Sum over the late lines. */
  readonly daysLate: number;
}

const MONTHS = 'JanFebMarAprMayJunJulAugSepOctNovDec';
const DAY_MS = 86_400_000;

/** Days since 1970 of a date such as `02-Jun-06`; all of the file lie after 2000. */
const dayOf = (text: string): number => {
  const [day = '', month = '', year = ''] = text.split('-');
  const at = MONTHS.indexOf(month);
  if (at < 0 || at % 3 !== 0) throw new Error(`${text} is no date of this file`);
  return Date.UTC(2000 + Number(year), at / 3, Number(day)) / DAY_MS;
};

const NONE: Timing = { lines: 0, early: 0, onTheDay: 0, late: 0, daysLate: 0 };

export const plus = (a: Timing, b: Timing): Timing => ({
  lines: a.lines + b.lines,
  early: a.early + b.early,
  onTheDay: a.onTheDay + b.onTheDay,
  late: a.late + b.late,
  daysLate: a.daysLate + b.daysLate,
});

const timingOf = (row: ScmsRow): Timing => {
  const days = dayOf(row['Delivered to Client Date'] ?? '') - dayOf(row['Scheduled Delivery Date'] ?? '');
  return { lines: 1, early: days < 0 ? 1 : 0, onTheDay: days === 0 ? 1 : 0, late: days > 0 ? 1 : 0, daysLate: Math.max(days, 0) };
};

/** Figures by vendor. */
export const fileTimings = (rows: readonly ScmsRow[]): ReadonlyMap<string, Timing> => {
  const timings = new Map<string, Timing>();
  for (const row of rows) timings.set(row.Vendor ?? '', plus(timings.get(row.Vendor ?? '') ?? NONE, timingOf(row)));
  return timings;
};

export const total = (timings: Iterable<Timing>): Timing => [...timings].reduce(plus, NONE);

/** Two decimals, half up, of whole numbers without a float in between. */
const quotient = (part: number, whole: number): string | null => {
  if (whole === 0) return null;
  const hundredths = (BigInt(part) * 200n + BigInt(whole)) / (BigInt(whole) * 2n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
};

/** Shares in percent and the mean of days, null where there is nothing to tell. */
export const told = ({ lines, early, onTheDay, late, daysLate }: Timing) => ({
  lines,
  early: quotient(early * 100, lines),
  onTheDay: quotient(onTheDay * 100, lines),
  late: quotient(late * 100, lines),
  meanDaysLate: quotient(daysLate, late),
});
