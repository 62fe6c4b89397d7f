import { publicId } from '../../kernel/ids.js';
import type { Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { invoiceRespond } from '../../invoices/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { ResponseMessage } from '../rules/translate/bill-message.js';
import type { Sides } from '../sides.js';
import { type KnownInvoice, knownInvoice } from './bills.js';
import { type Applied, within } from './within.js';

// Said of a payment, and of nothing.
const NO_REASONS = new Set(['PPD', 'NON']);

const codesOf = ({ clarifications }: ResponseMessage, list: 'REASON' | 'ACTION'): readonly string[] => [
  ...new Set(clarifications.filter((one) => one.list === list && !NO_REASONS.has(one.code)).map((one) => one.code)),
];

/** The answer by which a payment has told already what the document says. */
const toldByPayment = async (
  { sql }: CommandContext,
  { id, status }: KnownInvoice,
  { code }: ResponseMessage,
): Promise<string | undefined> => {
  if (code !== 'PD' || status !== 'PAID') return undefined;
  const [told] = await sql<{ id: string }>(
    `select id from app.invoice_response where invoice_id = $1 and code = 'PD' and origin = 'PAYMENT' and not part order by at desc, id desc limit 1`,
    [id],
  );
  return told?.id;
};

export const applyResponse = async (
  ctx: CommandContext,
  sides: Sides,
  message: ResponseMessage,
  expectedVersion: number | undefined,
): Promise<Verdict<Applied>> => {
  const { invoice: called, number, issuedOn, code, note, effectiveOn, clarifications } = message;
  const invoice = await knownInvoice(ctx, sides, called);
  if (!invoice)
    return refused({ code: 'INVOICE_NUMBER_UNKNOWN', params: { number: called, rule: 'PEPPOL-T111 cac:DocumentReference/cbc:ID' } });
  const told = await toldByPayment(ctx, invoice, message);
  if (told) return ok({ invoiceId: invoice.id, responseId: told, outcome: 'UNCHANGED', warnings: [] });
  const effective = effectiveOn === undefined ? [] : [`(${effectiveOn})`];
  const done = await within(ctx, invoiceRespond, {
    invoiceId: publicId('inv', invoice.id),
    expectedVersion,
    code,
    part: clarifications.some((one) => one.code === 'PPD'),
    reasons: codesOf(message, 'REASON'),
    actions: codesOf(message, 'ACTION'),
    clarifications,
    number,
    issuedOn,
    note: [note, ...effective].filter((part) => part !== undefined).join(' ') || undefined,
  });
  return done.ok ? ok({ invoiceId: invoice.id, responseId: String(done.value.responseId), outcome: 'RESPONDED', warnings: [] }) : done;
};
