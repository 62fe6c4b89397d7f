import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import { minorDigits } from '../../kernel/money.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { OrderEntity, type OrderRow } from '../../orders/index.js';
import { command, type CommandContext, insertRows } from '../../platform/commands/index.js';
import { advanceInput } from './inputs.js';

// Where the order says no tax, its lines' rates do.
const ROOM = `
  select round(o.total + coalesce(o.tax, (select sum(l.amount * coalesce(l.tax_rate, 0) / 100) from app.order_line l
      where l.order_id = o.id and l.state = 'ACTIVE'), 0), 2)::text as total,
    coalesce((select sum(a.amount) from app.advance a where a.order_id = o.id), 0)::text as before
  from app.orders o where o.id = $1`;

const roomFaults = async (ctx: CommandContext, order: OrderRow, amount: Decimal): Promise<Refusal[]> => {
  const [room] = await ctx.sql<{ total: string; before: string }>(ROOM, [order.id]);
  if (room === undefined || amount.plus(room.before).lte(room.total)) return [];
  const { total, before } = room;
  const params = { total, before: plain(decimal(before)), given: plain(amount), currency: order.currency };
  return [{ code: 'ADVANCE_OVER_ORDER', field: ['amount'], params }];
};

/**
 * Records what the buyer paid for an order before there was an invoice (预付款). Invoices of the order use it by the share of the
 * agreement's plan, or wholly where there is no plan, oldest first.
 * @returns refusals NOT_FOUND, NOT_ALLOWED, ADVANCE_*, PAID_IN_FUTURE, PAYMENT_REPEATED
 */
export const advanceRecord = command({
  name: 'advanceRecord',
  need: 'invoices:write',
  key: 'required',
  input: advanceInput,
  constraints: {
    advance_number_once: { code: 'ADVANCE_EXISTS', field: ['number'] },
    advance_end_to_end_once: { code: 'PAYMENT_REPEATED', field: ['endToEndId'] },
  },
  async run(ctx, { orderId, number, paidOn, amount, endToEndId, note }): Promise<Verdict<{ advanceId: string }>> {
    const order = await ctx.lockById(OrderEntity, orderId);
    if (order === undefined) return refused({ code: 'NOT_FOUND', field: ['orderId'] });
    if (order.buyerId !== ctx.viewer.orgId)
      return refused({ code: 'NOT_ALLOWED', params: { action: 'advanceRecord', status: order.status } });
    const faults = await roomFaults(ctx, order, amount);
    if (order.status !== 'IN_FORCE')
      faults.push({ code: 'ADVANCE_ORDER_NOT_IN_FORCE', field: ['orderId'], params: { status: order.status } });
    if (paidOn > ctx.businessDate)
      faults.push({ code: 'PAID_IN_FUTURE', field: ['paidOn'], params: { given: paidOn, today: ctx.businessDate } });
    if (fingerprint(number) === '') faults.push({ code: 'INVALID_VALUE', field: ['number'] });
    if (amount.decimalPlaces() > minorDigits(order.currency)) faults.push({ code: 'INVALID_VALUE', field: ['amount'] });
    if (faults.length > 0) return refused(...faults);
    const id = ctx.newId();
    await insertRows((text, params) => ctx.write(text, params), 'advance', [
      {
        id,
        order_id: order.id,
        buyer_id: order.buyerId,
        supplier_id: order.supplierId,
        number,
        number_key: fingerprint(number),
        paid_on: paidOn,
        amount: amount.toFixed(minorDigits(order.currency)),
        used: zero.toFixed(minorDigits(order.currency)),
        currency: order.currency,
        end_to_end_id: endToEndId ?? null,
        note: note ?? null,
        version: 1,
        actor_id: ctx.viewer.actorId,
        business_time: ctx.businessNow,
      },
    ]);
    const parties = [order.buyerId, order.supplierId];
    ctx.event({ type: 'ADVANCE_RECORDED', subject: 'Advance', id, version: 1, parties });
    return ok({ advanceId: id });
  },
});
