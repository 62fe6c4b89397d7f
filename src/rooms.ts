import { parties } from './parties/index.js';
import type { Room } from './platform/room.js';

/** Every room of the hub, lower rooms first. */
export const rooms: readonly Room[] = [parties];
