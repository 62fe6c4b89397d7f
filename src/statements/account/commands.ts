import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command } from '../../platform/commands/index.js';
import { confirmInput } from '../draft/inputs.js';
import { otherHand, statementLifecycle } from '../lifecycle/rules.js';
import { ANSWER_DUE, answered, conclude, sit, step } from './sit.js';
import { startConfirmedTerms } from './terms.js';

/**
 * Confirms the statement for one's own side: every line is ticked by it or set aside. The second confirmation concludes it, and starts
 * the terms that were agreed to run from a confirmed statement in the same transaction (Order 802 art. 9(4)).
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, CONFIRMED_ALREADY, LINES_NOT_TICKED, PREVIOUS_NOT_CONFIRMED, OPENING_CHANGED.
 */
export const statementConfirm = command({
  name: 'statementConfirm',
  need: 'invoices:write',
  key: 'optional',
  input: confirmInput,
  constraints: { statement_opening_confirmed: { code: 'OPENING_CHANGED' } },
  async run(ctx, input): Promise<Verdict<{ statementId: string; termsStarted: number }>> {
    const at = await sit(ctx, input);
    if (!at.ok) return at;
    const s = at.value;
    const { statement } = s;
    const second = s.facts.confirmed[otherHand(s.hand)];
    const to = statementLifecycle.decide(s.facts, second ? 'CONCLUDE' : 'CONFIRM', s.hand);
    if (!to.ok) return to;
    if (s.side === 'BUYER') statement.buyerConfirmedOn = ctx.businessDate;
    else statement.supplierConfirmedOn = ctx.businessDate;
    statement.status = to.value;
    answered(s);
    await step(s, 'CONFIRMED', input.note);
    if (!second) {
      conclude(s, 'STATEMENT_CONFIRMED_BY_SIDE', ['confirmations']);
      return ok({ statementId: statement.id, termsStarted: 0 });
    }
    statement.confirmedOn = ctx.businessDate;
    ctx.clearDeadlines(statement.id, [ANSWER_DUE]);
    conclude(s, 'STATEMENT_CONFIRMED', ['status', 'confirmedOn']);
    await ctx.flush();
    return ok({ statementId: statement.id, termsStarted: await startConfirmedTerms(ctx, statement) });
  },
});

/**
 * Starts the terms of payables that were opened after their statement was confirmed: an invoice written from it, or a part that was
 * disputed until then. For the job that follows the opening of payables; present state, so that one run covers them all.
 */
export const statementTermsFollow = command({
  name: 'statementTermsFollow',
  need: 'invoices:write',
  key: 'none',
  input: z.object({}),
  async run(ctx): Promise<Verdict<{ termsStarted: number }>> {
    return ok({ termsStarted: await startConfirmedTerms(ctx) });
  },
});
