import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command, type CommandContext } from '../../platform/commands/index.js';
import { InvoiceEntity } from '../model.js';
import { moveInvoice } from '../movement/write.js';
import { calendarNow } from '../terms/load.js';
import { dueDate, type TermFacts } from '../terms/rules.js';
import { type Payable, PayableEntity } from './model.js';
import { retermed } from './restart.js';

const ofPayable = z.object({ payableId: z.string() });

/** Locks the payable under its invoice. */
const sitOn = async (ctx: CommandContext, payableId: string) => {
  const [found] = await ctx.sql<{ invoiceId: string }>('select invoice_id as "invoiceId" from app.payable where id = $1', [payableId]);
  if (found === undefined) return undefined;
  const invoice = await ctx.lockById(InvoiceEntity, found.invoiceId);
  const payable = await ctx.lockById(PayableEntity, payableId);
  return invoice && payable ? { invoice, payable } : undefined;
};

/** Lets go of a retention whose time has come: from then on it is payable. Nothing happens where it was paid or cut meanwhile. */
export const retentionRelease = command({
  name: 'retentionRelease',
  need: 'invoices:write',
  key: 'none',
  input: ofPayable,
  async run(ctx, { payableId }): Promise<Verdict<{ released: boolean }>> {
    const found = await sitOn(ctx, payableId);
    if (found === undefined) return ok({ released: false });
    const { invoice, payable } = found;
    if (payable.status !== 'RETAINED' || payable.dueOn === null || payable.dueOn > ctx.businessDate) return ok({ released: false });
    await moveInvoice(ctx, invoice, [
      { from: 'RETAINED', to: 'PAYABLE', amount: payable.retained, payableId, cause: 'RELEASE', causeId: payableId },
    ]);
    ctx.event({ ...about(payable), type: 'RETENTION_RELEASED', changed: ['status'] });
    return ok({ released: true });
  },
});

const about = (payable: Payable) => ({
  subject: 'Payable',
  id: payable.id,
  version: payable.version + 1,
  parties: [payable.buyerId, payable.supplierId],
});

/** What its term rests on: a statement was confirmed after the facts were written. */
const factsNow = ({ facts, basis, startOn }: Payable): TermFacts =>
  basis === 'CONFIRMED_STATEMENT' ? { ...facts, dates: { ...facts.dates, confirmedOn: startOn } } : facts;

/**
 * Derives a provisional due date again, now that a calendar was published. Nothing happens where the date is final, interest was
 * posted on it, or its year is still not published and the date would be the same.
 */
export const payableRecheck = command({
  name: 'payableRecheck',
  need: 'invoices:write',
  key: 'none',
  input: ofPayable,
  async run(ctx, { payableId }): Promise<Verdict<{ redated: boolean }>> {
    const payable = await ctx.lockById(PayableEntity, payableId);
    if (!payable?.provisional || payable.accruedTo !== null || payable.status === 'SETTLED') return ok({ redated: false });
    const due = dueDate(factsNow(payable), await calendarNow(ctx.sql));
    if (due.provisional && due.dueOn === payable.dueOn) return ok({ redated: false });
    await retermed(ctx, [{ payable, due }], { cause: 'CALENDAR_PUBLISHED', causeId: null });
    return ok({ redated: true });
  },
});
