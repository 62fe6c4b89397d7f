import { isRestDay, workCalendar } from '../../../kernel/calendar.js';
import type { CalendarDate } from '../../../kernel/date.js';
import type { Refusal } from '../../../kernel/refusal.js';

export interface YearInput {
  readonly year: number;
  readonly rest: readonly CalendarDate[];
  readonly work: readonly CalendarDate[];
}

const NOTHING = workCalendar([], []);

/** What speaks against a year's calendar: days of other years, a day twice, a make-up day that is no weekend. */
export const yearFaults = ({ year, rest, work }: YearInput): Refusal[] => {
  const all = [
    ...rest.map((day, i) => ({ day, field: ['rest', String(i)] })),
    ...work.map((day, i) => ({ day, field: ['work', String(i)] })),
  ];
  const seen = new Set<string>();
  const faults: Refusal[] = [];
  for (const { day, field } of all) {
    if (!day.startsWith(`${year}-`)) faults.push({ code: 'CALENDAR_OTHER_YEAR', field, params: { day, year: String(year) } });
    if (seen.has(day)) faults.push({ code: 'CALENDAR_DAY_REPEATED', field, params: { day } });
    if (field[0] === 'work' && !isRestDay(NOTHING, day)) faults.push({ code: 'CALENDAR_WORKS_ANYWAY', field, params: { day } });
    seen.add(day);
  }
  return faults;
};
