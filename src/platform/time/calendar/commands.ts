import { z } from 'zod';
import { ok, refused, type Verdict } from '../../../kernel/refusal.js';
import { calendarDate, command, insertRows, text } from '../../commands/index.js';
import { yearFaults } from './rules.js';

const days = () => z.array(calendarDate()).max(200).default([]);

/**
 * Publishes the rest days and make-up working days of a year as the State Council has given them. Dates that rested on the year's absence
 * are derived again by jobs; the calendar itself never changes afterwards.
 * @returns refusals CALENDAR_*
 */
export const calendarPublish = command({
  name: 'calendarPublish',
  need: 'operator',
  key: 'optional',
  input: z.object({ year: z.int().min(1990).max(2200), publishedOn: calendarDate(), source: text(200), rest: days(), work: days() }),
  constraints: { calendar_year_once: { code: 'CALENDAR_PUBLISHED', field: ['year'] } },
  async run(ctx, input): Promise<Verdict<{ yearId: string }>> {
    const faults = yearFaults(input);
    if (input.rest.length === 0) faults.push({ code: 'REQUIRED', field: ['rest'] });
    if (faults.length > 0) return refused(...faults);
    const id = ctx.newId();
    const store = (table: string, rows: Parameters<typeof insertRows>[2]) =>
      insertRows((sql, params) => ctx.write(sql, params), table, rows);
    await store('work_calendar_year', [{ id, year: input.year, published_on: input.publishedOn, source: input.source }]);
    const row = (kind: string) => (day: string) => ({ id: ctx.newId(), day, kind, source: input.source });
    await store('work_calendar', [...input.rest.map(row('REST')), ...input.work.map(row('WORK'))]);
    ctx.event({ type: 'CALENDAR_PUBLISHED', subject: 'WorkCalendarYear', id, version: 1, parties: [ctx.viewer.orgId] });
    return ok({ yearId: id });
  },
});
