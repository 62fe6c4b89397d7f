import type { Pool } from 'pg';

/** Wakes the dispatcher, in whatever process it runs. */
export const OUTBOX_CHANNEL = 'rongtong_outbox';

// NOTIFY takes one lock for the whole database at commit: sent outside commands and at most this often, nobody waits for it.
const PAUSE_MS = 5;

/** A signal that is remembered until somebody waits for it. */
export interface Bell {
  ring(): void;
  /** Resolves at once when it has rung since the last wait, else at the next ring or after `ms`. */
  wait(ms: number): Promise<void>;
}

export const createBell = (): Bell => {
  let rung = false;
  let answer: (() => void) | undefined;
  return {
    ring() {
      rung = true;
      answer?.();
    },
    async wait(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          answer = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      rung = false;
      answer = undefined;
    },
  };
};

/**
 * What the command runner calls after a commit. Any number of calls within a few milliseconds become one NOTIFY; a lost one costs
 * nothing but the dispatcher's short poll.
 */
export const createWaker = (pool: Pool): (() => void) => {
  let waiting = false;
  const send = () => {
    waiting = false;
    pool.query(`notify ${OUTBOX_CHANNEL}`).catch(() => undefined);
  };
  let last = 0;
  return () => {
    if (waiting) return;
    waiting = true;
    const wait = Math.max(0, last + PAUSE_MS - performance.now());
    last = performance.now() + wait;
    if (wait === 0) setImmediate(send);
    else setTimeout(send, wait).unref();
  };
};
