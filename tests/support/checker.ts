import type pg from 'pg';
import { type AuditReport, verifyChains } from '../../src/platform/events/audit.js';

// What must be true of a hub at rest, whatever was killed, hung, flushed or lost before. Each part answers what is wrong, in words.

/** I7: every chain verifies, and every event stands in a feed of somebody. The pool is logged in as hub_dispatch. */
export async function chainFaults(dispatch: pg.Pool): Promise<string[]> {
  const report: AuditReport = await verifyChains(dispatch);
  return report.bad.map(({ orgId, seq, eventId, fault }) => `I7 ${fault}: organisation ${orgId}, row ${seq}, event ${eventId}`);
}

/** I8: nothing waits in outbox or due effects that is not visibly dead. The pool sees everything. */
export async function waitingFaults(owner: pg.Pool): Promise<string[]> {
  const { rows } = await owner.query<{ what: string }>(`
    select 'I8 outbox: event ' || event_id as what from app.outbox
    union all
    select 'I8 due: ' || d.consumer || ' of event ' || d.event_id from app.effect_due d
    where not exists (select from app.dead_letter x where (x.consumer, x.org_id, x.event_id) = (d.consumer, d.org_id, d.event_id))`);
  return rows.map((row) => row.what);
}
