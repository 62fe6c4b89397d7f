import { type WorkCalendar, workCalendar } from '../../kernel/calendar.js';
import type { CalendarDate } from '../../kernel/date.js';
import type { Sql } from '../../platform/commands/index.js';

/** What is published of the working-day calendar from the year of a day on. */
export const calendarFrom = async (sql: Sql, day: CalendarDate): Promise<WorkCalendar> => {
  const year = Number(day.slice(0, 4));
  const days = await sql<{ day: string; kind: string }>('select day, kind from app.work_calendar where year >= $1', [year]);
  const years = await sql<{ year: number }>('select year from app.work_calendar_year where year >= $1', [year]);
  return workCalendar(
    days,
    years.map((row) => row.year),
  );
};
