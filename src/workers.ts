import type { WorkerDefinition } from './platform/queue/index.js';

/** Every consumer of the hub: one file of `workers/` each. */
export const workers: readonly WorkerDefinition[] = [];
