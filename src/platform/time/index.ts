import type { Room } from '../room.js';
import { TimeResolver } from './api.js';
import { timeReads } from './reads.js';
import { timeRefusals } from './refusals.js';

export const time: Room = {
  name: 'time',
  entities: [],
  reads: timeReads,
  resolvers: [TimeResolver],
  refusals: timeRefusals,
  events: ['CLOCK_STARTED', 'CLOCK_STEPPED', 'CLOCK_ADVANCED'],
  subjects: [{ type: 'ClockTask' }],
  effects: [],
};

export { clockIsMovable, makeClockMovable } from './clock.js';
export { type NewDeadline } from './deadlines.js';
export { startTicker } from './ticker.js';
