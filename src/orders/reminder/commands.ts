import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command, insertRows } from '../../platform/commands/index.js';
import { OrderEntity, sideOf } from '../model.js';
import { partyCells } from '../store/rows.js';

/**
 * Records that the answer of the acting organisation is due and has not come, once per state of the order. Nothing happens where it was
 * answered meanwhile, or where what is waited for was asked so lately that its own time is not up.
 */
export const orderRemind = command({
  name: 'orderRemind',
  need: 'orders:write',
  key: 'none',
  input: z.object({ orderId: z.string() }),
  async run(ctx, { orderId }): Promise<Verdict<{ reminded: boolean }>> {
    const order = await ctx.lockById(OrderEntity, orderId);
    if (order === undefined) return ok({ reminded: false });
    const side = sideOf(order, ctx.viewer.orgId);
    const [state] = await ctx.sql<{ due: boolean; reminded: boolean }>(
      `select exists (select from app.order_reminder r where (r.order_id, r.side, r.order_version) = (o.id, $2, o.version)) as reminded,
         case when o.status = 'IN_FORCE' then exists (select from app.order_proposal p where p.order_id = o.id and p.status = 'OPEN' and p.side <> $2
                and p.business_time + make_interval(hours => o.answer_hours) <= $3::timestamptz)
              else o.waits_for = $2 and o.waits_since + make_interval(hours => o.answer_hours) <= $3::timestamptz end as due
       from app.orders o where o.id = $1`,
      [orderId, side, ctx.businessNow],
    );
    if (!state?.due || state.reminded) return ok({ reminded: false });
    await insertRows(ctx.write, 'order_reminder', [
      { id: ctx.newId(), ...partyCells(order), side, order_version: order.version, business_time: ctx.businessNow },
    ]);
    ctx.event({
      type: 'ORDER_REMINDED',
      subject: 'Order',
      id: order.id,
      version: order.version,
      parties: [order.buyerId, order.supplierId],
      changed: ['reminders'],
    });
    return ok({ reminded: true });
  },
});
