import type { Seed } from '../platform/room.js';
import { seedAcceptance } from './acceptance/seed.js';
import { seedGoods } from './goods/seed.js';

export const seed: readonly Seed[] = [
  { version: 1, run: seedGoods },
  { version: 2, run: seedAcceptance },
];
