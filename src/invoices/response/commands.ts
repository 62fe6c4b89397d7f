import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { command, insertRows } from '../../platform/commands/index.js';
import { approvalFaults } from '../approval/commands.js';
import { isReason, reasonFaults } from '../dispute/rules.js';
import { endInvoice } from '../invoice/end.js';
import { type InvoiceAction, invoiceLifecycle, type InvoiceStatus, RESPONSE_ACTIONS } from '../lifecycle/rules.js';
import { matchInvoices } from '../match/run.js';
import { byMe, conclude, invoiceCells, sit, type Sitting } from '../sitting.js';
import { type RespondInput, respondInput } from './inputs.js';

const actionOf = ({ code, part }: RespondInput): InvoiceAction => (code === 'PD' && part ? 'PAY_PART' : RESPONSE_ACTIONS[code]);

const NEED_REASONS: readonly RespondInput['code'][] = ['UQ', 'CA', 'RE'];

const faultsOf = (input: RespondInput): readonly Refusal[] => [
  ...(NEED_REASONS.includes(input.code) && input.reasons.length === 0
    ? [{ code: 'RESPONSE_NEEDS_REASON', field: ['reasons'], params: { code: input.code } }]
    : []),
  ...reasonFaults(input.reasons, ['reasons']),
];

const decide = (s: Sitting, input: RespondInput): Verdict<InvoiceStatus> => {
  if (s.side !== 'BUYER') return refused({ code: 'NOT_ALLOWED', params: { action: 'invoiceRespond', status: s.invoice.status } });
  const verdict = invoiceLifecycle.decide(s.facts, actionOf(input), 'BUYER');
  if (verdict.ok) return verdict;
  return refused(
    ...verdict.refusals.map((one) =>
      one.code === 'NOT_ALLOWED'
        ? { code: 'RESPONSE_OUT_OF_ORDER', field: ['code'], params: { status: s.invoice.status, code: input.code } }
        : one,
    ),
  );
};

const record = async ({ ctx, invoice }: Sitting, input: RespondInput, after: InvoiceStatus): Promise<string> => {
  const id = ctx.newId();
  await insertRows((text, params) => ctx.write(text, params), 'invoice_response', [
    {
      id,
      ...invoiceCells(invoice),
      code: input.code,
      part: input.code === 'PD' && input.part,
      origin: 'BUYER',
      reason_codes: [...input.reasons.filter(isReason), ...(input.code === 'PD' && input.part ? ['PPD'] : [])],
      action_codes: input.actions,
      clarifications: input.clarifications,
      number: input.number ?? null,
      number_key: input.number === undefined ? null : fingerprint(input.number),
      issued_on: input.issuedOn ?? ctx.businessDate,
      note: input.note ?? null,
      status_before: invoice.status,
      status_after: after,
      ...byMe(ctx),
    },
  ]);
  return id;
};

/** What an answer does besides being said: RE ends the claim, CA and AP make due what only the buyer could accept. */
const enact = async (s: Sitting, responseId: string, after: InvoiceStatus): Promise<void> => {
  const { ctx, invoice } = s;
  if (after === 'REJECTED') await endInvoice(ctx, invoice, 'REJECTED', responseId);
  const accepts = after !== invoice.status && (after === 'APPROVED' || after === 'CONDITIONALLY_ACCEPTED');
  invoice.status = after;
  if (!accepts) return;
  await ctx.flush();
  await matchInvoices(ctx, [invoice], { cause: 'RESPONSE', causeId: responseId });
};

/**
 * The buyer answers an invoice (Peppol BIS Invoice Response 3): AB received, IP in process, UQ query, CA accepted in part, RE rejected,
 * AP accepted, PD paid. What is due stays due whatever the answer, but for RE, which ends the claim as a whole. Refuses NOT_FOUND,
 * STALE_VERSION, NOT_ALLOWED, RESPONSE_OUT_OF_ORDER, RESPONSE_NEEDS_REASON, DISPUTE_REASON_INVALID, INVOICE_PART_SETTLED, OPEN_DISPUTES,
 * NOT_SETTLED, NOTHING_OPEN, RESPONSE_REPEATED, APPROVAL_PENDING.
 */
export const invoiceRespond = command({
  name: 'invoiceRespond',
  need: 'invoices:write',
  key: 'optional',
  input: respondInput,
  constraints: { invoice_response_number_once: { code: 'RESPONSE_REPEATED', field: ['number'] } },
  async run(ctx, input): Promise<Verdict<{ invoiceId: string; responseId: string }>> {
    const faults = faultsOf(input);
    if (faults.length > 0) return refused(...faults);
    const found = await sit(ctx, input);
    if (!found.ok) return found;
    const s = found.value;
    const verdict = decide(s, input);
    if (!verdict.ok) return verdict;
    const pending = input.code === 'AP' || input.code === 'CA' ? await approvalFaults(ctx, s.invoice) : [];
    if (pending.length > 0) return refused(...pending);
    const responseId = await record(s, input, verdict.value);
    await enact(s, responseId, verdict.value);
    ctx.clearDeadlines(s.invoice.id, ['INVOICE_RESPONSE_DUE']);
    conclude(s, ['INVOICE_RESPONDED'], ['status', 'responses']);
    return ok({ invoiceId: s.invoice.id, responseId });
  },
});
