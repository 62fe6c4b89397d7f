import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, plusDays, plusMonths } from './date.js';

/** Rest days and make-up working days as published, and the years for which they are. */
export interface WorkCalendar {
  readonly rest: ReadonlySet<string>;
  readonly work: ReadonlySet<string>;
  readonly years: ReadonlySet<number>;
}

/** A day that a count led to; provisional where it rests on a year whose calendar is not published, so that only weekends were known. */
export interface Counted {
  readonly day: CalendarDate;
  readonly provisional: boolean;
}

export const workCalendar = (days: readonly { readonly day: string; readonly kind: string }[], years: readonly number[]): WorkCalendar => ({
  rest: new Set(days.filter((one) => one.kind === 'REST').map((one) => one.day)),
  work: new Set(days.filter((one) => one.kind === 'WORK').map((one) => one.day)),
  years: new Set(years),
});

const SATURDAY = 6;

const isPublished = (calendar: WorkCalendar, day: CalendarDate): boolean => calendar.years.has(Number(day.slice(0, 4)));

/** Whether nobody need work on the day: a statutory rest day, or a weekend that is not made up. */
export const isRestDay = (calendar: WorkCalendar, day: CalendarDate): boolean =>
  calendar.rest.has(day) || (Temporal.PlainDate.from(day).dayOfWeek >= SATURDAY && !calendar.work.has(day));

/** The day itself, or the first one after it that is no rest day (Civil Code art. 203). */
export const rollForward = (calendar: WorkCalendar, day: CalendarDate): Counted => {
  let end = day;
  let provisional = !isPublished(calendar, end);
  while (isRestDay(calendar, end)) {
    end = plusDays(end, 1);
    provisional ||= !isPublished(calendar, end);
  }
  return { day: end, provisional };
};

/** The end of a period of days, its first day not counted (Civil Code arts. 201, 203). */
export const afterDays = (calendar: WorkCalendar, from: CalendarDate, days: number): Counted => rollForward(calendar, plusDays(from, days));

/** The end of a period of months (Civil Code arts. 202, 203). */
export const afterMonths = (calendar: WorkCalendar, from: CalendarDate, months: number): Counted =>
  rollForward(calendar, plusMonths(from, months));

/** The nth working day after a day, which is not counted itself. */
export const afterWorkingDays = (calendar: WorkCalendar, from: CalendarDate, days: number): Counted => {
  let day = from;
  let provisional = false;
  for (let left = days; left > 0; ) {
    day = plusDays(day, 1);
    provisional ||= !isPublished(calendar, day);
    if (!isRestDay(calendar, day)) left -= 1;
  }
  return { day, provisional };
};

/** The last day of the month in which the day lies. */
export const monthEnd = (day: CalendarDate): CalendarDate => {
  const date = Temporal.PlainDate.from(day);
  return date.with({ day: date.daysInMonth }).toString() as CalendarDate;
};
