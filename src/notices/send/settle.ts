import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command } from '../../platform/commands/index.js';

const OUTCOMES = {
  SENT: ['SENT', null],
  OFF: ['DROPPED', 'CHANNEL_OFF'],
  NOTHING: ['DROPPED', 'NOTHING_LEFT'],
  ADDRESS_REFUSED: ['FAILED', 'ADDRESS_REFUSED'],
  MESSAGE_REFUSED: ['FAILED', 'MESSAGE_REFUSED'],
} as const;
export type SendOutcome = keyof typeof OUTCOMES;

/** Keeps what became of a message. One that was settled stays as it is. */
export const deliverySettle = command({
  name: 'deliverySettle',
  need: 'feed:read',
  key: 'none',
  input: z.object({ deliveryId: z.string(), outcome: z.enum(Object.keys(OUTCOMES) as [SendOutcome, ...SendOutcome[]]) }),
  async run(ctx, { deliveryId, outcome }): Promise<Verdict<{ deliveryId: string }>> {
    const [status, failure] = OUTCOMES[outcome];
    await ctx.sql(
      `update app.notice_delivery set status = $2, failure = $3, version = version + 1, sent_at = case when $2 = 'SENT' then clock_timestamp() end
       where id = $1 and status = 'SENDING'`,
      [deliveryId, status, failure],
    );
    return ok({ deliveryId });
  },
});
