import { connection, date, id, int, many, payload, type ReadDeclaration, ref, root, text, type, word } from '../../reads/declare.js';

export const calendarReads: readonly ReadDeclaration[] = [
  type(
    'WorkCalendarYear',
    { table: 'app.work_calendar_year', id: 'wcy' },
    {
      id: id('wcy'),
      year: int('year'),
      publishedOn: date('published_on'),
      source: text('source'),
      days: many('WorkCalendarDay', { year: 'year' }, ['day'], { size: 40 }),
    },
  ),
  type('WorkCalendarDay', { table: 'app.work_calendar' }, { day: date('day'), kind: word('kind') }),
  root({ workCalendar: connection('WorkCalendarYear', { everyone: true, orders: { YEAR: ['year'] } }) }),
  payload('CalendarPublishPayload', { year: ref('WorkCalendarYear', (done: { readonly yearId: string }) => done.yearId) }),
];
