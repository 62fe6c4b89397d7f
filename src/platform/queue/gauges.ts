import type { Pool } from 'pg';
import type { Queues } from './queues.js';

/** Numbers for the metrics page. Ages in seconds of real time, 0 where nothing waits. */
export interface QueueGauges {
  readonly outbox_age_seconds: number;
  readonly due_effect_age_seconds: number;
  /** How late the most overdue deadline is, in business time. */
  readonly deadline_lag_seconds: number;
  readonly dead_letters: number;
  readonly job_retries: number;
}

type InDatabase = Omit<QueueGauges, 'job_retries'>;

const OLDEST = `
  select coalesce((select extract(epoch from clock_timestamp() - e.at) from app.outbox o join app.event e on e.id = o.event_id order by o.event_id limit 1), 0)::float8
      as outbox_age_seconds,
    coalesce((select extract(epoch from clock_timestamp() - d.due_since) from app.effect_due d where not exists (
      select from app.dead_letter x where (x.consumer, x.org_id, x.event_id) = (d.consumer, d.org_id, d.event_id)) order by d.due_since limit 1), 0)::float8
      as due_effect_age_seconds,
    coalesce(app.deadline_lag(), 0) as deadline_lag_seconds,
    (select count(*) from app.dead_letter)::int as dead_letters`;

/** @param pool logged in as `hub_dispatch` */
export async function queueGauges(pool: Pool, queues: Pick<Queues, 'stats'>): Promise<QueueGauges> {
  const [{ rows }, { retrying }] = await Promise.all([pool.query<InDatabase>(OLDEST), queues.stats()]);
  const nothing: InDatabase = { outbox_age_seconds: 0, due_effect_age_seconds: 0, deadline_lag_seconds: 0, dead_letters: 0 };
  return { ...(rows[0] ?? nothing), job_retries: retrying };
}
