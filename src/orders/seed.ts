import type { Seed } from '../platform/room.js';
export const seed: readonly Seed[] = [];
