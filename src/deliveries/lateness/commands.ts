import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command } from '../../platform/commands/index.js';
import { lateFrom } from './rules.js';

interface Row {
  readonly id: string;
  readonly buyer_id: string;
  readonly supplier_id: string;
  readonly day: string | null;
}

/** Each side may be the one for which the job acts; a side that waits for the other's count finds nothing left. */
const UNARMED = `
  update app.delivery_schedule d set armed_on = n.day
  from (select id, case when settled then null else due_on end as day from app.delivery_schedule
        where (supplier_id = $1 or buyer_id = $1) and armed_on is distinct from case when settled then null else due_on end
        order by id for update skip locked) n
  where d.id = n.id returning d.id, d.buyer_id, d.supplier_id, n.day::text`;

/**
 * Sets the day on which each open part of a line of the acting organisation becomes late, and takes it back where nothing is open any
 * more: the present state of all of them, whatever changed.
 */
export const lateDaysRefresh = command({
  name: 'lateDaysRefresh',
  need: 'orders:write',
  key: 'none',
  input: z.object({}),
  async run(ctx): Promise<Verdict<{ changed: number }>> {
    const rows = await ctx.sql<Row>(UNARMED, [ctx.viewer.orgId]);
    for (const { id, buyer_id: buyerId, supplier_id: supplierId, day } of rows) {
      if (day === null) ctx.clearDeadlines(id, ['LINE_LATE']);
      else
        ctx.deadline({
          kind: 'LINE_LATE',
          dueAt: lateFrom(day),
          subject: 'DeliverySchedule',
          subjectId: id,
          version: 1,
          orgId: supplierId,
          parties: [buyerId, supplierId],
        });
    }
    return ok({ changed: rows.length });
  },
});
