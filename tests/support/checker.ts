import type pg from 'pg';
import { type AuditReport, verifyChains } from '../../src/platform/events/audit.js';
import { orderFaults } from './checker-orders.js';

// What must be true of a hub at rest, whatever was killed, hung, flushed or lost before. Each part answers what is wrong, in words.

/** A keyed call, and what its sender knows of it: done, refused, or nothing. */
export interface Call {
  readonly orgId: string;
  readonly mutation: string;
  readonly key: string;
  readonly fate: 'ACKNOWLEDGED' | 'REFUSED' | 'UNKNOWN';
  /** The public id of the order that was answered. */
  readonly orderId?: string;
}

/** I7: every chain verifies, and every event stands in a feed of somebody. The pool may be logged in as hub_dispatch. */
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

// The request id of a call is its key, so that its events can be found.
const KEYS = `with call as (
    select * from jsonb_to_recordset($1::jsonb) as c("orgId" uuid, mutation text, key text, fate text, "orderId" text)
  ), kept as (
    select c.key, c.fate, c.mutation, replace(c."orderId", 'ord_', '')::uuid as told, i.key is not null as done,
      (i.result->>'orderId')::uuid as order_id, coalesce(i.result->>'outcome' <> 'UNCHANGED', i.key is not null) as effective
    from call c left join app.idempotency i on (i.org_id, i.mutation, i.key) = (c."orgId", c.mutation, c.key)
  ), effect as (
    select request_id as key, count(distinct (subject_id, subject_version))::int as times from app.event
    where request_id in (select key from call) group by request_id
  )
  select 'I5 lost: ' || k.mutation || ' ' || k.key as what from kept k where k.fate = 'ACKNOWLEDGED' and not k.done
  union all
  select 'I5 refused, yet done: ' || k.mutation || ' ' || k.key from kept k where k.fate = 'REFUSED' and k.done
  union all
  select 'I5 another object: ' || k.mutation || ' ' || k.key from kept k where k.fate = 'ACKNOWLEDGED' and k.done and k.told is distinct from k.order_id
  union all
  select 'I5 effects: ' || k.mutation || ' ' || k.key || ' had ' || coalesce(e.times, 0) from kept k left join effect e using (key)
  where coalesce(e.times, 0) <> k.effective::int
  union all
  select 'I5 nobody sent: ' || i.mutation || ' ' || i.key from app.idempotency i
  where i.mutation like 'order%' and not exists (select from call c where (c."orgId", c.mutation, c.key) = (i.org_id, i.mutation, i.key))
  union all
  select 'I5 order ' || o.id || ' is at version ' || o.version || ' by ' || count(i.key) || ' calls'
  from app.orders o left join app.idempotency i on i.mutation like 'order%' and (i.result->>'orderId')::uuid = o.id and i.result->>'outcome' is distinct from 'UNCHANGED'
  group by o.id having o.version <> count(i.key)`;

/**
 * I5: each acknowledged key has one effect and names the object that was answered, a refused one none, an unknown one at most one; and
 * no order was changed but by these calls. The pool sees everything.
 * @param calls every call to orders that this hub ever had, each sent with its key as `x-request-id`
 */
export async function keyFaults(owner: pg.Pool, calls: readonly Call[]): Promise<string[]> {
  const { rows } = await owner.query<{ what: string }>(KEYS, [
    JSON.stringify(calls.map(({ orgId, mutation, key, fate, orderId }) => ({ orgId, mutation, key, fate, orderId }))),
  ]);
  return rows.map((row) => row.what);
}

/** Everything that must be true of any hub at rest. The pool sees everything. */
export async function faultsOf(owner: pg.Pool): Promise<string[]> {
  return [...(await chainFaults(owner)), ...(await waitingFaults(owner)), ...(await orderFaults(owner))];
}
