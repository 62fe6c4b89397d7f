import type { LiveItem } from '../graphql/live.js';
import { TooSlow } from '../graphql/live.js';

/** An item and its place in the feed. */
export interface Placed extends LiveItem {
  readonly seq: number;
}

const MAX_ITEMS = 1_000;
const MAX_BYTES = 1024 * 1024;

/** What waits for one reader. It never keeps more than the bound: beyond it a reader that is still catching up reads again, any other is too slow. */
export class LiveReader {
  #queue: Placed[] = [];
  #size = 0;
  #failure: unknown;
  #ended = false;
  #bell: (() => void) | undefined;
  /** Whether it still reads older rows by itself. */
  behind = true;
  /** Whether something was dropped that must be read again. */
  missed = false;

  push(item: Placed): void {
    if (this.#ended) return;
    if (this.#queue.length >= MAX_ITEMS || this.#size + item.json.length > MAX_BYTES) {
      if (!this.behind) return this.fail(new TooSlow());
      this.missed = true;
      this.#queue = [];
      this.#size = 0;
      return;
    }
    this.#queue.push(item);
    this.#size += item.json.length;
    this.#bell?.();
  }

  fail(error: unknown): void {
    this.#failure = error;
    this.end();
  }

  end(): void {
    this.#ended = true;
    this.#queue = [];
    this.#bell?.();
  }

  /** What comes after `seq`, until the end. */
  async *after(seq: number): AsyncGenerator<Placed> {
    for (;;) {
      if (this.#failure !== undefined) throw this.#failure;
      if (this.#ended) return;
      const item = this.#queue.shift();
      if (!item) {
        await new Promise<void>((resolve) => { this.#bell = resolve; });
        this.#bell = undefined;
        continue;
      }
      this.#size -= item.json.length;
      if (item.seq > seq) yield item;
    }
  }
}
