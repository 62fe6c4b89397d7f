import type { Room } from '../room.js';
import { QueueResolver } from './api.js';
import { queueReads } from './reads.js';

export const queue: Room = {
  name: 'queue',
  entities: [],
  reads: queueReads,
  resolvers: [QueueResolver],
  refusals: {},
  events: ['DEAD_LETTER_REPLAYED'],
  subjects: [{ type: 'DeadLetter' }],
  effects: [],
};

export { type DueEffect } from './effect.js';
export { queueGauges, type QueueGauges } from './gauges.js';
export { SYSTEM_ACTOR, systemViewer } from './job.js';
export { migrateQueue } from './migrate.js';
export { createQueues, type Queues, type QueueSettings, type QueueStats } from './queues.js';
export { checkRedis } from './redis.js';
export { startSweeper } from './sweeper.js';
export { type Hands, type Run, worker, type WorkerDefinition } from './worker.js';
