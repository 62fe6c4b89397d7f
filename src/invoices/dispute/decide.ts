import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import { minorDigits } from '../../kernel/money.js';
import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { command, type CommandContext, insertRows, staleVersion } from '../../platform/commands/index.js';
import { disputeLifecycle } from '../lifecycle/rules.js';
import { matchInvoices } from '../match/run.js';
import { type Dispute, DisputeEntity } from '../model.js';
import { moveInvoice } from '../movement/write.js';
import { byMe, conclude, invoiceCells, sit, type Sitting } from '../sitting.js';
import { answerInput, decideInput } from './inputs.js';

interface OnDispute {
  readonly disputeId: string;
  readonly expectedVersion?: number | undefined;
}

/** Locks the invoice of a dispute, then the dispute. */
const sitOn = async (ctx: CommandContext, { disputeId, expectedVersion }: OnDispute): Promise<Verdict<Sitting & { dispute: Dispute }>> => {
  const [known] = await ctx.sql<{ invoice_id: string }>('select invoice_id from app.dispute where id = $1', [disputeId]);
  if (known === undefined) return refused({ code: 'NOT_FOUND', field: ['disputeId'] });
  const found = await sit(ctx, { invoiceId: known.invoice_id });
  if (!found.ok) return found;
  const dispute = await ctx.lockById(DisputeEntity, disputeId);
  if (dispute === undefined) return refused({ code: 'NOT_FOUND', field: ['disputeId'] });
  const stale = staleVersion(dispute.version, expectedVersion);
  return stale.length > 0 ? refused(...stale) : ok({ ...found.value, dispute });
};

const step = (s: Sitting & { dispute: Dispute }, kind: string, text: string | undefined, conceded = '0'): Promise<void> =>
  insertRows((sql, params) => s.ctx.write(sql, params), 'dispute_step', [
    {
      id: s.ctx.newId(),
      dispute_id: s.dispute.id,
      ...invoiceCells(s.invoice),
      kind,
      org_id: s.ctx.viewer.orgId,
      text: text ?? null,
      conceded,
      currency: s.invoice.currency,
      ...byMe(s.ctx),
    },
  ]);

/** The supplier answers a dispute: it promises a credit, or contradicts in words. Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, DISPUTE_TEXT_REQUIRED. */
export const disputeAnswer = command({
  name: 'disputeAnswer',
  need: 'invoices:write',
  key: 'optional',
  input: answerInput,
  async run(ctx, input): Promise<Verdict<{ invoiceId: string; disputeId: string }>> {
    if (input.answer === 'CONTRADICT' && input.text === undefined) return refused({ code: 'DISPUTE_TEXT_REQUIRED', field: ['text'] });
    const found = await sitOn(ctx, input);
    if (!found.ok) return found;
    const s = found.value;
    const verdict = disputeLifecycle.decide(s.dispute, input.answer, s.side);
    if (!verdict.ok) return verdict;
    await step(s, input.answer, input.text);
    s.dispute.status = verdict.value;
    s.dispute.version += 1;
    conclude(s, ['DISPUTE_ANSWERED'], ['disputes']);
    return ok({ invoiceId: s.invoice.id, disputeId: s.dispute.id });
  },
});

/** What the buyer lets go of, from the dispute to where the match finds it. */
const concede = async (s: Sitting & { dispute: Dispute }, conceded: Decimal): Promise<void> => {
  const { ctx, invoice, dispute } = s;
  if (!conceded.gt(zero)) return;
  const move = { from: 'DISPUTED', to: 'PENDING', invoiceLineId: dispute.invoiceLineId, disputeId: dispute.id } as const;
  await moveInvoice(ctx, invoice, [{ ...move, amount: plain(conceded), cause: 'DISPUTE_RESOLVED', causeId: dispute.id }]);
  dispute.conceded = decimal(dispute.conceded).plus(conceded).toFixed(minorDigits(invoice.currency));
};

/**
 * The buyer ends a dispute: withdraws it, or settles it with a part that becomes payable while the rest waits for the supplier's credit.
 * What it lets go of is payable as far as its goods were accepted. Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, DISPUTE_CONCEDED_OVER.
 */
export const disputeDecide = command({
  name: 'disputeDecide',
  need: 'invoices:write',
  key: 'optional',
  input: decideInput,
  async run(ctx, input): Promise<Verdict<{ invoiceId: string; disputeId: string }>> {
    const found = await sitOn(ctx, input);
    if (!found.ok) return found;
    const s = found.value;
    const verdict = disputeLifecycle.decide(s.dispute, input.decision, s.side);
    if (!verdict.ok) return verdict;
    const { open } = s.dispute;
    const conceded = decimal(input.decision === 'WITHDRAW' ? open : (input.conceded ?? '0'));
    if (conceded.gt(open)) {
      const params = { open, asked: plain(conceded), currency: s.invoice.currency };
      return refused({ code: 'DISPUTE_CONCEDED_OVER', field: ['conceded'], params });
    }
    await step(s, input.decision, input.text, conceded.toFixed(minorDigits(s.invoice.currency)));
    await concede(s, conceded);
    s.dispute.status = verdict.value;
    s.dispute.version += 1;
    await ctx.flush();
    await matchInvoices(ctx, [s.invoice], { cause: 'DISPUTE_RESOLVED', causeId: s.dispute.id });
    conclude(s, ['DISPUTE_RESOLVED'], ['disputes']);
    return ok({ invoiceId: s.invoice.id, disputeId: s.dispute.id });
  },
});
