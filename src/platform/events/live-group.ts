import { type FeedFilter, type FeedRow, matches } from './feed.js';
import type { LiveReader, Placed } from './live-reader.js';

const BATCH = 200;
const MAX_PENDING = 20_000;

/** Makes the items of rows, in their order. */
export type Render = (rows: readonly FeedRow[]) => Promise<readonly Placed[]>;

/** Readers of one organisation with equal rights, document and variables: each row is read once for all of them. */
export class LiveGroup {
  readonly readers = new Set<LiveReader>();
  #pending: FeedRow[] = [];
  #working = false;

  constructor(
    readonly filter: FeedFilter,
    readonly render: Render,
    readonly admit: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  /** Takes rows up; never waits, so that no group holds up another. */
  offer(rows: readonly FeedRow[]): void {
    this.#pending.push(...rows.filter((row) => matches(this.filter, row)));
    if (this.#pending.length > MAX_PENDING) this.#fail(new Error('the items of a subscription could not be read in time'));
    if (!this.#working) void this.#work();
  }

  async #work(): Promise<void> {
    this.#working = true;
    try {
      while (this.#pending.length > 0 && this.readers.size > 0) {
        const rows = this.#pending.splice(0, BATCH);
        const items = await this.admit(() => this.render(rows));
        for (const item of items) for (const reader of this.readers) reader.push(item);
      }
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#working = false;
    }
  }

  #fail(error: unknown): void {
    this.#pending = [];
    for (const reader of this.readers) reader.fail(error);
    this.readers.clear();
  }
}

/** At most `most` works at once, the others in the order in which they came. */
export const admission = (most: number): LiveGroup['admit'] => {
  let working = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (working >= most)
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
      });
    else working += 1;
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else working -= 1;
    }
  };
};
