import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command } from '../../platform/commands/index.js';

/** Counts the delivery figures of the acting organisation anew, for every line of which something changed or whose day has passed. */
export const deliveryFiguresRefresh = command({
  name: 'deliveryFiguresRefresh',
  need: 'orders:write',
  key: 'none',
  input: z.object({}),
  async run(ctx): Promise<Verdict<{ lines: number }>> {
    const [counted] = await ctx.sql<{ lines: number }>('select app.refresh_delivery_figures() as lines');
    return ok({ lines: counted?.lines ?? 0 });
  },
});
