import type { Room } from '../room.js';
import { TimeResolver } from './api.js';
import { CalendarResolver } from './calendar/api.js';
import { calendarReads } from './calendar/reads.js';
import { timeReads } from './reads.js';
import { timeRefusals } from './refusals.js';

export const time: Room = {
  name: 'time',
  entities: [],
  reads: [...timeReads, ...calendarReads],
  resolvers: [TimeResolver, CalendarResolver],
  refusals: timeRefusals,
  events: ['CLOCK_STARTED', 'CLOCK_STEPPED', 'CLOCK_ADVANCED', 'CALENDAR_PUBLISHED'],
  subjects: [{ type: 'ClockTask' }, { type: 'WorkCalendarYear' }],
  effects: [],
};

export { clockIsMovable, makeClockMovable } from './clock.js';
export { type NewDeadline } from './deadlines.js';
export { startTicker } from './ticker.js';
