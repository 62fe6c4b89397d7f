import { ok, refused, type Verdict } from '../../kernel/refusal.js';

export interface ClockFacts {
  /** Whether this hub has a clock that may be moved. */
  readonly movable: boolean;
  /** Whether a journey of the clock is under way. */
  readonly running: boolean;
  /** From the present business time to the one asked for. */
  readonly secondsAhead: number;
}

export type ClockCode = 'CLOCK_FIXED' | 'CLOCK_BUSY' | 'CLOCK_BACKWARDS' | 'CLOCK_TOO_FAR';

/** The furthest journey at once: ten years. */
export const FURTHEST_SECONDS = 10 * 366 * 86_400;

/** Whether the business clock may be moved so. */
export const mayAdvance = ({ movable, running, secondsAhead }: ClockFacts): Verdict<number, ClockCode> => {
  if (!movable) return refused({ code: 'CLOCK_FIXED' });
  if (running) return refused({ code: 'CLOCK_BUSY' });
  if (secondsAhead <= 0) return refused({ code: 'CLOCK_BACKWARDS', field: ['to'] });
  if (secondsAhead > FURTHEST_SECONDS) return refused({ code: 'CLOCK_TOO_FAR', field: ['to'], params: { years: '10' } });
  return ok(secondsAhead);
};
