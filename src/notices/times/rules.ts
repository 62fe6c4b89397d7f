import { clockIn, compareDates, dateIn, instantAt, plusDays } from '../../kernel/date.js';

/** When somebody wants to be told; hours are those of the zone's clock. */
export interface Times {
  readonly zone: string;
  /** Full hour of the digest, 0 to 23. */
  readonly digestHour: number;
  /** `HH:MM`; both or neither. Over midnight where the first is the later. */
  readonly quietFrom?: string | null;
  readonly quietTo?: string | null;
}

export const DEFAULT_TIMES: Times = { zone: 'Asia/Shanghai', digestHour: 9, quietFrom: '22:00', quietTo: '07:00' };

export const MODES = ['AT_ONCE', 'DIGEST', 'OFF'] as const;
export type Mode = (typeof MODES)[number];

/** Whether the clock stands in the quiet hours: the first minute is quiet, the last is not. */
const isQuiet = (clock: string, from: string, to: string): boolean =>
  from < to ? clock >= from && clock < to : clock >= from || clock < to;

/** The next instant, now excluded, at which the clock of the zone shows that time. */
const next = (now: string, clock: string, zone: string): string => {
  const today = dateIn(now, zone);
  const at = instantAt(today, clock, zone);
  const passed = compareDates(dateIn(at, zone), today) === 0 && clockIn(now, zone) >= clock;
  return passed ? instantAt(plusDays(today, 1), clock, zone) : at;
};

const hour = (n: number): string => `${String(n).padStart(2, '0')}:00`;

/**
 * When a notice of that mode goes out: at once or at the next full hour of the digest, and never in the quiet hours; what falls into
 * them waits for their end. ISO 8601 in UTC, or undefined where nothing is to go out.
 */
export const sendAt = (mode: Mode, { zone, digestHour, quietFrom, quietTo }: Times, now: string): string | undefined => {
  if (mode === 'OFF') return undefined;
  const at = mode === 'DIGEST' ? next(now, hour(digestHour), zone) : now;
  if (!quietFrom || !quietTo || !isQuiet(clockIn(at, zone), quietFrom, quietTo)) return at;
  return next(at, quietTo, zone);
};
