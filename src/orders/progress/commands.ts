import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command } from '../../platform/commands/index.js';

// A transaction that changed an order before the last count may have committed after it; none lives this long.
const MARGIN = '10 minutes';

const COUNT = `
  select o.buyer_id, o.supplier_id,
    count(*) filter (where o.status = 'ISSUED') as issued, count(*) filter (where o.status = 'ACKNOWLEDGED') as acknowledged,
    count(*) filter (where o.status = 'COUNTERED') as countered, count(*) filter (where o.status = 'IN_FORCE') as in_force,
    count(*) filter (where o.status = 'REFUSED') as refused, count(*) filter (where o.status = 'CANCELLED') as cancelled,
    count(*) filter (where o.waits_for = 'BUYER') as waits_for_buyer, count(*) filter (where o.waits_for = 'SUPPLIER') as waits_for_supplier,
    min(o.waits_since) as oldest_wait
  from app.orders o join changed c on (o.buyer_id, o.supplier_id) = (c.buyer_id, c.supplier_id)
  group by o.buyer_id, o.supplier_id`;

const VALUES = `
  select v.buyer_id, v.supplier_id, jsonb_agg(jsonb_build_object('currency', v.currency, 'amount', v.amount) order by v.currency) as open_value
  from (select o.buyer_id, o.supplier_id, o.currency, sum(o.total)::text as amount
        from app.orders o join changed c on (o.buyer_id, o.supplier_id) = (c.buyer_id, c.supplier_id)
        where o.status not in ('REFUSED', 'CANCELLED') and o.type_code <> '221' group by 1, 2, 3) v
  group by 1, 2`;

const CHANGED = `
  select distinct o.buyer_id, o.supplier_id from app.orders o
  left join app.order_progress p on (p.buyer_id, p.supplier_id) = (o.buyer_id, o.supplier_id)
  where (o.buyer_id = $1 or o.supplier_id = $1) and (p.computed_at is null or o.changed_at > p.computed_at - interval '${MARGIN}')`;

const REFRESH = `
  with changed as materialized (${CHANGED}), counted as (${COUNT}), valued as (${VALUES})
  insert into app.order_progress (id, buyer_id, supplier_id, issued, acknowledged, countered, in_force, refused, cancelled,
    waits_for_buyer, waits_for_supplier, oldest_wait, open_value, computed_at, business_time)
  select gen_random_uuid(), c.buyer_id, c.supplier_id, issued, acknowledged, countered, in_force, refused, cancelled,
    waits_for_buyer, waits_for_supplier, oldest_wait, coalesce(v.open_value, '[]'), now(), $2
  from counted c left join valued v on (v.buyer_id, v.supplier_id) = (c.buyer_id, c.supplier_id)
  order by c.buyer_id, c.supplier_id
  on conflict on constraint order_progress_once do update set
    issued = excluded.issued, acknowledged = excluded.acknowledged, countered = excluded.countered, in_force = excluded.in_force,
    refused = excluded.refused, cancelled = excluded.cancelled, waits_for_buyer = excluded.waits_for_buyer,
    waits_for_supplier = excluded.waits_for_supplier, oldest_wait = excluded.oldest_wait, open_value = excluded.open_value,
    computed_at = excluded.computed_at, business_time = excluded.business_time
  returning 1`;

/** Counts anew, from the orders as they stand, every pair of parties of the acting organisation in which an order has changed. */
export const orderProgressRefresh = command({
  name: 'orderProgressRefresh',
  need: 'orders:write',
  key: 'none',
  input: z.object({}),
  async run(ctx): Promise<Verdict<{ pairs: number }>> {
    const pairs = await ctx.sql(REFRESH, [ctx.viewer.orgId, ctx.businessNow]);
    return ok({ pairs: pairs.length });
  },
});
