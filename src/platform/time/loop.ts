import { createBell } from '../events/wake.js';

export interface Loop {
  /** The next turn comes now instead of later. */
  wake(): void;
  /** Ends after the turn in work. */
  stop(): Promise<void>;
}

const AFTER_FAILURE_MS = 500;

/**
 * Takes turns, one at a time, until it is stopped. A failing turn is reported and tried again shortly.
 * @param turn answers after how many milliseconds of real time the next one should come
 */
export function startLoop(turn: () => Promise<number>, report: (error: unknown) => void): Loop {
  const bell = createBell();
  let stopped = false;
  const run = async (): Promise<void> => {
    while (!stopped) {
      const pause = await turn().catch((error: unknown) => {
        report(error);
        return AFTER_FAILURE_MS;
      });
      if (!stopped && pause > 0) await bell.wait(pause);
    }
  };
  const running = run();
  return {
    wake: bell.ring,
    async stop() {
      stopped = true;
      bell.ring();
      await running;
    },
  };
}
