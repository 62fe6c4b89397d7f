import type { Viewer } from '../../auth/viewer.js';
import type { Live } from '../live.js';

/** Node's timers cannot wait longer. */
const LONGEST_MS = 2 ** 31 - 1;

/** Watches the credential of a socket: calls `onEnd` once it expires or is revoked. */
export class Guard {
  #timer: NodeJS.Timeout | undefined;
  #unlisten: (() => void) | undefined;

  constructor(
    readonly live: Live,
    readonly onEnd: (reason: string) => void,
  ) {}

  watch(viewer: Viewer): void {
    this.#unlisten = this.live.onRevoked(viewer, () => this.onEnd('The credential was revoked'));
    if (viewer.expiresAt !== undefined) this.#expireAt(viewer.expiresAt);
  }

  #expireAt(time: number): void {
    const rest = time - Date.now();
    this.#timer = setTimeout(
      () => (rest > LONGEST_MS ? this.#expireAt(time) : this.onEnd('The credential has expired')),
      Math.min(Math.max(rest, 0), LONGEST_MS),
    );
    this.#timer.unref();
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#unlisten?.();
    this.#unlisten = undefined;
  }
}
