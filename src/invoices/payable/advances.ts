import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import type { CommandContext } from '../../platform/commands/index.js';

/** What is left of the advances of some orders, and what an invoice takes of it. */
export interface Advances {
  /** Takes at most `cap` for an order, of its oldest advance first. */
  take(orderId: string, cap: Decimal): readonly { readonly advanceId: string; readonly amount: string }[];
}

interface Left {
  readonly id: string;
  readonly orderId: string;
  left: Decimal;
}

/**
 * Locks the advances of the orders. They have no place in the order of locks: they are only ever locked under their invoice's lock,
 * by id.
 */
export const advancesOf = async (ctx: CommandContext, orderIds: readonly string[], currency: string): Promise<Advances> => {
  const rows =
    orderIds.length === 0
      ? []
      : await ctx.sql<{ id: string; orderId: string; left: string }>(
          `select a.id, a.order_id as "orderId", (a.amount - a.used)::text as left from app.advance a
           where a.order_id = any($1::uuid[]) and a.currency = $2 and a.used < a.amount order by a.id for no key update of a`,
          [orderIds, currency],
        );
  const all: Left[] = rows.map((row) => ({ ...row, left: decimal(row.left) }));
  return {
    take(orderId, cap) {
      let wanted = cap;
      const taken: { advanceId: string; amount: string }[] = [];
      for (const advance of all.filter((one) => one.orderId === orderId)) {
        const part = wanted.lt(advance.left) ? wanted : advance.left;
        if (part.gt(zero)) taken.push({ advanceId: advance.id, amount: plain(part) });
        advance.left = advance.left.minus(part);
        wanted = wanted.minus(part);
      }
      return taken;
    },
  };
};
