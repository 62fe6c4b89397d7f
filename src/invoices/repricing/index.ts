import type { Room } from '../../platform/room.js';
import { RepricingResolver } from './api.js';
import { RepricingEntity } from './model.js';
import { repricingReads } from './reads.js';
import { repricingRefusals } from './refusals.js';

/** The part of the room of invoices that follows changed prices of frame agreements. */
export const repricing = {
  entities: [RepricingEntity],
  reads: repricingReads,
  resolvers: [RepricingResolver],
  refusals: repricingRefusals,
  events: [
    'REPRICING_PROPOSED',
    'REPRICING_REPLACED',
    'REPRICING_AGREED_BY_SIDE',
    'REPRICING_AGREED',
    'REPRICING_SETTLED_IN_PART',
    'REPRICING_SETTLED',
  ],
  subjects: [{ type: 'Repricing' }],
  effects: [{ consumer: 'repricing', on: ['ORDER_CHANGE_ACCEPTED'], actAs: 'owner' }],
  live: [{ name: 'repricingUpdates', subject: 'Repricing', one: { argument: 'repricingId', prefix: 'rpr' } }],
} as const satisfies Partial<Room>;

export { Repricing } from './api-types.js';
export { repricingAgree, repricingCompute, repricingFollow, repricingSettle } from './commands.js';
export { repricingLifecycle } from './rules.js';
