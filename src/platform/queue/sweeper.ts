import type { Pool } from 'pg';
import { type Loop, startLoop } from '../time/loop.js';
import type { DueEffect } from './effect.js';

export interface SweeperDeps {
  /** Logged in as `hub_dispatch`. */
  readonly pool: Pool;
  readonly enqueue: (rows: readonly DueEffect[]) => Promise<void>;
  readonly report?: (error: unknown) => void;
  /** Milliseconds after which a due effect counts as late. */
  readonly lateAfterMs?: number;
  readonly everyMs?: number;
}

const BATCH = 2_000;

/**
 * Gives late effects to the queue again: what a flushed Redis lost, what could not be added when it fell due, what an operator
 * replays. A job that is merely waiting is there already under the same id, and adding it again does nothing.
 */
export function startSweeper({ pool, enqueue, report = () => undefined, lateAfterMs = 15_000, everyMs = 5_000 }: SweeperDeps): Loop {
  return startLoop(async () => {
    const { rows } = await pool.query<DueEffect>(
      `select consumer, org_id as "orgId", event_id::text as "eventId", subject_id as "subjectId" from app.effect_due d
       where due_since < clock_timestamp() - make_interval(secs => $1)
         and not exists (select from app.dead_letter x where (x.consumer, x.org_id, x.event_id) = (d.consumer, d.org_id, d.event_id))
       order by due_since limit ${BATCH}`,
      [lateAfterMs / 1_000],
    );
    if (rows.length > 0) await enqueue(rows);
    return everyMs;
  }, report);
}
