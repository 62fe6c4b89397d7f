import { z } from 'zod';
import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { lineIdInput } from '../../orders/index.js';
import { calendarDate, command, type CommandContext, idOf, insertRows, text } from '../../platform/commands/index.js';
import { seatLine } from '../closing/commands.js';
import { PROMISE_REASONS, promiseFaults, type ScheduleFacts } from './rules.js';

const promiseInput = z.object({
  lineId: idOf('orl'),
  scheduleId: lineIdInput().optional(),
  promisedOn: calendarDate(),
  reasonCode: z.enum(PROMISE_REASONS),
  reason: text(500).optional(),
});

const schedulesOf = async (ctx: CommandContext, lineId: string): Promise<readonly ScheduleFacts[]> => {
  const rows = await ctx.sql<{ schedule_no: string; settled: boolean; promised_on: string | null }>(
    `select schedule_no, settled, promised_on::text from app.delivery_schedule where line_id = $1 and quantity > 0 order by position, id`,
    [lineId],
  );
  return rows.map((row) => ({ scheduleId: row.schedule_no, settled: row.settled, promisedOn: row.promised_on }));
};

/**
 * The supplier says on which day it now expects to deliver a part of a line, and why. What was agreed stays agreed: a later day makes
 * the part at risk, and late once the agreed day has passed. Without a part named, the line must have one only.
 * Refuses NOT_FOUND, ORDER_NOT_AGREED, NOT_ALLOWED, LINE_NOT_ACTIVE, LINE_CLOSED, REQUIRED, SCHEDULE_UNKNOWN, SCHEDULE_SETTLED,
 * PROMISED_IN_PAST, NOTHING_CHANGED.
 */
export const promiseUpdate = command({
  name: 'promiseUpdate',
  need: 'orders:write',
  key: 'optional',
  input: promiseInput,
  async run(ctx, { lineId, scheduleId, promisedOn, reasonCode, reason }): Promise<Verdict<{ lineId: string; promiseId: string }>> {
    const seated = await seatLine(ctx, lineId, 'PROMISE');
    if (!seated.ok) return seated;
    const { orderId, buyerId, supplierId } = seated.value;
    const schedules = await schedulesOf(ctx, lineId);
    const named = scheduleId ?? (schedules.length === 1 ? schedules[0]?.scheduleId : undefined);
    if (named === undefined) return refused({ code: 'REQUIRED', field: ['scheduleId'] });
    const schedule = schedules.find((one) => one.scheduleId === named);
    const faults = promiseFaults(schedule, named, promisedOn, ctx.businessDate);
    if (faults.length > 0) return refused(...faults);
    const promiseId = ctx.newId();
    await insertRows(ctx.write, 'delivery_promise', [
      {
        id: promiseId,
        order_id: orderId,
        line_id: lineId,
        buyer_id: buyerId,
        supplier_id: supplierId,
        schedule_no: named,
        promised_on: promisedOn,
        reason_code: reasonCode,
        reason: reason ?? null,
        actor_id: ctx.viewer.actorId,
        business_time: ctx.businessNow,
      },
    ]);
    const parties = [buyerId, supplierId];
    ctx.event({ type: 'LINE_PROMISED', subject: 'OrderLine', id: lineId, version: 1, parties, changed: ['deliveryPromises'] });
    return ok({ lineId, promiseId });
  },
});
