import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import { describeFailure } from './failure.js';
import type { DueEffect } from './effect.js';

/** Puts a due effect on the list of the dead, once, unless it was had meanwhile. From then on the sweeper leaves it alone. */
export async function bury(pool: Pool, effect: DueEffect, failure: unknown, attempts: number): Promise<void> {
  const { cause, error } = describeFailure(failure);
  await pool.query(
    `insert into app.dead_letter (id, consumer, org_id, event_id, cause, error, attempts)
     select $1, consumer, org_id, event_id, $5, $6, $7 from app.effect_due where (consumer, org_id, event_id) = ($2, $3, $4)
     on conflict do nothing`,
    [uuidv7(), effect.consumer, effect.orgId, effect.eventId, cause, error, attempts],
  );
}
