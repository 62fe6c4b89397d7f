import type { LiveItem } from '../graphql/live.js';

/** An item and its place in the feed. */
export interface Placed extends LiveItem {
  readonly seq: number;
}

const MAX_ITEMS = 1_000;
const MAX_BYTES = 1024 * 1024;

/**
 * What waits for one reader. It never keeps more than the bound: what does not fit is dropped and the reader reads it again from the
 * feed when it gets there, so that a burst costs a quick reader nothing but that. A reader who takes nothing is for the socket to close.
 */
export class LiveReader {
  #queue: Placed[] = [];
  #size = 0;
  #failure: unknown;
  #bell: (() => void) | undefined;
  ended = false;
  /** Whether something was dropped since it was last set to false. */
  missed = false;

  push(item: Placed): void {
    if (this.ended || this.missed) return;
    this.#queue.push(item);
    this.#size += item.json.length;
    if (this.#queue.length > MAX_ITEMS || this.#size > MAX_BYTES) {
      this.missed = true;
      this.#clear();
    }
    this.#bell?.();
  }

  fail(error: unknown): void {
    this.#failure = error;
    this.end();
  }

  end(): void {
    this.ended = true;
    this.#clear();
    this.#bell?.();
  }

  #clear(): void {
    this.#queue = [];
    this.#size = 0;
  }

  /** What comes after `seq`, until something was missed or all ends; answers the place up to which nothing is missing. */
  async *after(seq: number): AsyncGenerator<Placed, number> {
    let place = seq;
    while (!this.ended && !this.missed) {
      const item = this.#queue.shift();
      if (!item) {
        await new Promise<void>((resolve) => {
          this.#bell = resolve;
        });
        this.#bell = undefined;
        continue;
      }
      this.#size -= item.json.length;
      if (item.seq <= place) continue;
      yield item;
      place = item.seq;
    }
    if (this.#failure !== undefined) throw this.#failure;
    return place;
  }
}
