import { despatchSend, receiptRecord } from '../../deliveries/index.js';
import { orderIssue } from '../../orders/index.js';
import type { Command, CommandContext, Result } from '../../platform/commands/index.js';
import { refusalsOf } from '../../platform/commands/input.js';
import type { Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import type { Layout, TableKind } from './rules/layout.js';
import { despatchesLayout } from './rules/despatches.js';
import { ordersLayout } from './rules/orders.js';
import { receiptsLayout } from './rules/receipts.js';

/** What a document of a table became. */
export interface Became {
  /** In words of its command. */
  readonly outcome: string;
  readonly orderId?: string;
  readonly despatchId?: string;
  readonly receiptId?: string;
}

export interface Kind {
  readonly layout: Layout;
  readonly constraints: NonNullable<Command<unknown, Result>['constraints']>;
  /** Runs the command of such documents as a part of this one: same transaction, same rules. */
  take(ctx: CommandContext, raw: unknown): Promise<Verdict<Became>>;
}

const kindOf = <I, R extends Result>(layout: Layout, command: Command<I, R>, became: (result: R) => Became): Kind => ({
  layout,
  constraints: command.constraints ?? {},
  async take(ctx, raw) {
    const input = command.input.safeParse(raw);
    if (!input.success) return refused(...refusalsOf(input.error));
    const done = await command.run(ctx, input.data);
    return done.ok ? ok(became(done.value)) : done;
  },
});

export const kinds: Readonly<Record<TableKind, Kind>> = {
  ORDERS: kindOf(ordersLayout, orderIssue, ({ outcome, orderId }) => ({ outcome, orderId })),
  DESPATCHES: kindOf(despatchesLayout, despatchSend, ({ despatchId }) => ({ outcome: 'SENT', despatchId })),
  RECEIPTS: kindOf(receiptsLayout, receiptRecord, ({ receiptId }) => ({ outcome: 'RECORDED', receiptId })),
};
