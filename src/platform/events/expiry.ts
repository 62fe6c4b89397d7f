import type { Pool } from 'pg';

/** How long a cursor resumes. Events and chains stay for ever. */
export const RESUMABLE_DAYS = 90;

/**
 * Lets cursors expire that stand before what is older than `days`.
 * @param pool logged in as `hub_dispatch`
 * @returns how many feeds were moved
 */
export async function expireFeeds(pool: Pool, days = RESUMABLE_DAYS): Promise<number> {
  const { rows } = await pool.query<{ moved: number }>('select app.expire_feeds(clock_timestamp() - make_interval(days => $1)) as moved', [
    days,
  ]);
  return rows[0]?.moved ?? 0;
}
