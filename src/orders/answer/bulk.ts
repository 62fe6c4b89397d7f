import { z } from 'zod';
import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { command, type CommandContext, idOf, insertRows, listOf, type Result } from '../../platform/commands/index.js';
import { errorsOf } from '../issue/commands.js';
import { orderLifecycle } from '../lifecycle/rules.js';
import { type Order, OrderEntity, sideOf } from '../model.js';
import { partyCells } from '../store/rows.js';
import { agreeAll, conclude } from '../store/write.js';

export const acceptInput = z.object({ orders: listOf(z.object({ orderId: idOf('ord'), revision: z.int() }), 500) });

/** The order, where its supplier may accept it as it is offered. */
const acceptable = (ctx: CommandContext, order: Order | undefined, answeredRevision: number): Verdict<Order> => {
  if (order === undefined) return refused({ code: 'NOT_FOUND', field: ['orderId'] });
  const facts = { status: order.status, revision: order.revision, open: {}, answeredRevision };
  const verdict = orderLifecycle.decide(facts, 'ACCEPT', sideOf(order, ctx.viewer.orgId));
  return verdict.ok ? ok(order) : verdict;
};

const responseRow = (ctx: CommandContext, order: Order) => ({
  id: ctx.newId(),
  ...partyCells(order),
  revision: order.revision,
  code: 'AP',
  outcome: 'ACCEPTED',
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

/**
 * The supplier accepts up to 500 offers as they are (AP) in one transaction. Each is taken or refused by itself: NOT_FOUND, NOT_ALLOWED,
 * STALE_REVISION.
 */
export const orderBulkAccept = command({
  name: 'orderBulkAccept',
  need: 'orders:write',
  key: 'required',
  input: acceptInput,
  async run(ctx, input): Promise<Verdict<Result>> {
    const ids = [...new Set(input.orders.map(({ orderId }) => orderId))];
    const byId = new Map((await ctx.lockMany(OrderEntity, ids)).map((order) => [order.id, order]));
    const verdicts = input.orders.map(({ orderId, revision }) => acceptable(ctx, byId.get(orderId), revision));
    const taken = [...new Set(verdicts.flatMap((one) => (one.ok ? [one.value] : [])))];
    await agreeAll(ctx, taken);
    await insertRows(
      ctx.write,
      'order_response',
      taken.map((order) => responseRow(ctx, order)),
    );
    for (const order of taken) conclude({ ctx, order, told: [] }, { status: 'IN_FORCE', open: [], asks: false, event: 'ORDER_ACCEPTED' });
    return ok({
      orderIds: taken.map(({ id }) => id),
      refused: verdicts.flatMap((one, index) => {
        if (one.ok) return [];
        return [{ index, number: byId.get(input.orders[index]?.orderId ?? '')?.number ?? '', errors: errorsOf(ctx, one.refusals) }];
      }),
    });
  },
});
