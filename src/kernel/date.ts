import { Temporal } from 'temporal-polyfill';

/** A day of the Gregorian calendar as `YYYY-MM-DD`: no time, no zone, never converted to an instant. */
export type CalendarDate = string & { readonly __calendarDate: true };

const SHAPE = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const LONG_MONTHS = new Set(['01', '03', '05', '07', '08', '10', '12']);

const lastDay = (year: number, month: string): number => {
  if (month === '02') return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return LONG_MONTHS.has(month) ? 31 : 30;
};

/** Whether the text is an existing day written `YYYY-MM-DD`, from the year 1583 on. */
export const isCalendarDate = (text: string): text is CalendarDate => {
  if (!SHAPE.test(text)) return false;
  const year = Number(text.slice(0, 4));
  return year >= 1583 && Number(text.slice(8)) <= lastDay(year, text.slice(5, 7));
};

/** The day that the text writes, or undefined. */
export const parseDate = (text: string): CalendarDate | undefined => (isCalendarDate(text) ? text : undefined);

/** Negative, zero or positive, as the first day lies before, on or after the second. */
export const compareDates = (a: CalendarDate, b: CalendarDate): number => (a < b ? -1 : a > b ? 1 : 0);

/** The day `days` later (earlier when negative). */
export const plusDays = (date: CalendarDate, days: number): CalendarDate =>
  Temporal.PlainDate.from(date).add({ days }).toString() as CalendarDate;

/** The same day number some months later, or that month's last day where it has fewer days (Civil Code art. 202). */
export const plusMonths = (date: CalendarDate, months: number): CalendarDate =>
  Temporal.PlainDate.from(date).add({ months }, { overflow: 'constrain' }).toString() as CalendarDate;

/** Days from the first to the second date; negative when the second is earlier. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;

/** The calendar day on which an instant (ISO 8601 with offset or `Z`) falls in a zone. */
export const dateIn = (instant: string, zone = 'Asia/Shanghai'): CalendarDate =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString() as CalendarDate;

/** The instant some hours after another, both ISO 8601 in UTC. */
export const plusHours = (instant: string, hours: number): string => Temporal.Instant.from(instant).add({ hours }).toString();

/** Whether the text names a time zone, such as `Asia/Shanghai` or `+08:00`. */
export const isZone = (text: string): boolean => {
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text).timeZoneId !== '';
  } catch {
    return false;
  }
};

/** What the clock of a zone shows at an instant, as `HH:MM`. */
export const clockIn = (instant: string, zone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** The instant at which the clock of a zone shows `HH:MM` on a day; where it is skipped there, as much later. */
export const instantAt = (date: CalendarDate, clock: string, zone: string): string =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone: zone, plainTime: clock }).toInstant().toString();
