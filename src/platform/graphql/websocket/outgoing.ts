import type { WebSocket } from 'ws';

/** What may wait for one reader before it is cut off, and below what more is fetched for it. */
const MAX_BYTES = 1024 * 1024;
const MAX_MESSAGES = 1_000;
const LOW_BYTES = 128 * 1024;
const LOW_MESSAGES = 64;

/** The way out to one reader: bounded, and with a bell for when there is room again. */
export class Outgoing {
  #waiting = 0;
  #bell: (() => void) | undefined;

  constructor(
    readonly socket: WebSocket,
    readonly patienceMs: number,
    readonly onTooSlow: () => void,
  ) {}

  get #full(): boolean {
    return this.socket.bufferedAmount > MAX_BYTES || this.#waiting >= MAX_MESSAGES;
  }

  get #roomy(): boolean {
    return this.socket.bufferedAmount < LOW_BYTES && this.#waiting < LOW_MESSAGES;
  }

  /** Sends, or gives the reader up when too much waits already. */
  send(text: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.#full) {
      this.onTooSlow();
      return;
    }
    this.#waiting += 1;
    this.socket.send(text, () => {
      this.#waiting -= 1;
      if (this.#roomy) this.#bell?.();
    });
  }

  /** Settles when there is room for more; gives the reader up when that takes too long. */
  async room(): Promise<void> {
    if (this.#roomy) return;
    let late: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      const earlier = this.#bell;
      this.#bell = () => {
        earlier?.();
        resolve();
      };
      late = setTimeout(() => {
        this.onTooSlow();
        resolve();
      }, this.patienceMs);
    });
    clearTimeout(late);
    this.#bell = undefined;
  }

  /** Wakes whoever waits for room: the socket is gone. */
  end(): void {
    this.#bell?.();
  }
}
