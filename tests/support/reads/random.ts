/** Repeatable chance. The same seed gives the same course. */
export interface Random {
  /** A whole number from 0 up to but not including `limit`. */
  under(limit: number): number;
  chance(share: number): boolean;
  pick<T>(items: readonly T[]): T;
}

export const random = (seed: number): Random => {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const under = (limit: number) => Math.floor(next() * limit);
  return { under, chance: (share) => next() < share, pick: <T>(items: readonly T[]) => items[under(items.length)] as T };
};
