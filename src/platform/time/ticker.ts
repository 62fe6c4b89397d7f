import type { Pool } from 'pg';
import { type Loop, startLoop } from './loop.js';

export interface TickerDeps {
  /** Logged in as `hub_dispatch`. */
  readonly pool: Pool;
  /** Called when events were written: wakes the dispatcher. */
  readonly wake?: () => void;
  readonly report?: (error: unknown) => void;
}

type Step = 'IDLE' | 'WAITING' | 'STEPPED' | 'DONE';

const BATCH = 500;
/** A deadline set meanwhile, or a clock moved by another process, is noticed this late at most. */
const POLL_MS = 500;
/** How often a journey of the clock asks whether everything at the present instant has happened. */
const JOURNEY_MS = 25;

/**
 * Turns deadlines into events when business time reaches them, and moves the business clock on its journeys. Any number may run
 * over one database: the rows that one takes are skipped by the others.
 */
export function startTicker({ pool, wake, report = () => undefined }: TickerDeps): Loop {
  return startLoop(async () => {
    const { rows } = await pool.query<{ step: Step }>('select app.clock_step() as step');
    const step = rows[0]?.step ?? 'IDLE';
    const ticked = await pool.query<{ fell_due: number; next_in: number | null }>('select * from app.tick($1)', [BATCH]);
    const { fell_due: fallen, next_in: next } = ticked.rows[0] ?? { fell_due: 0, next_in: null };
    if (fallen > 0 || step === 'STEPPED' || step === 'DONE') wake?.();
    if (fallen === BATCH) return 0;
    const soon = step === 'STEPPED' || step === 'WAITING' ? JOURNEY_MS : POLL_MS;
    return next === null ? soon : Math.min(soon, Math.max(next * 1_000, 5));
  }, report);
}
