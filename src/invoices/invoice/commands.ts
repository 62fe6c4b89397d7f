import { afterWorkingDays } from '../../kernel/calendar.js';
import { type CalendarDate, plusHours } from '../../kernel/date.js';
import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { organisationOf } from '../../parties/index.js';
import { command, type CommandContext } from '../../platform/commands/index.js';
import { checkSums } from '../check/rules.js';
import { fapiaoFaults } from '../fapiao/rules.js';
import { type MatchedInvoice, matchInvoices } from '../match/run.js';
import { settleRepricing } from '../repricing/settle.js';
import type { SumsInput } from '../sums/rules-content.js';
import { calendarNow } from '../terms/load.js';
import { type SubmitInput, submitInput } from './inputs.js';
import { type KnownOrder, survey } from './survey.js';
import { insertInvoice } from './write.js';

interface Agreement {
  readonly id: string;
  readonly rounding: 'PER_LINE' | 'PER_DOCUMENT';
  readonly tax_rates: readonly string[];
}

/** The agreement under which the orders were placed; without any, the one between the parties on the day of the invoice. */
const agreementFor = async (
  ctx: CommandContext,
  buyerId: string,
  orders: readonly KnownOrder[],
  day: string,
): Promise<Agreement | undefined> => {
  const own = orders.find((order) => order.agreement_id !== null)?.agreement_id ?? null;
  const [found] = await ctx.sql<Agreement>(
    `select id, rounding, tax_rates::text[] as tax_rates from app.trade_agreement
     where buyer_id = $1 and supplier_id = $2
       and (id = $3 or ($3::uuid is null and status = 'IN_FORCE' and $4::date between valid_from and coalesce(valid_to, 'infinity')))
     order by signed_on desc, id desc limit 1`,
    [buyerId, ctx.viewer.orgId, own, day],
  );
  return found;
};

const sumsInputOf = (input: SubmitInput): SumsInput => {
  const { prepaid, roundingAmount, ...stated } = input.totals;
  return {
    currency: input.currency,
    priceBasis: input.priceBasis,
    lines: input.lines.map(({ amount, taxAmount, gross, ...line }) => ({ ...line, stated: { amount, taxAmount, gross } })),
    adjustments: input.adjustments,
    prepaid,
    roundingAmount,
    stated: { ...stated, breakdown: input.taxBreakdown },
  } as SumsInput;
};

/** The invoice of the same parties that a reference means; undefined where there is none. Of several with one number the newest. */
export const invoiceNamed = async (
  ctx: CommandContext,
  { id, number }: { readonly id?: string | undefined; readonly number?: string | undefined },
  parties: { readonly buyerId?: string; readonly supplierId: string },
): Promise<string | undefined> => {
  const [found] = await ctx.sql<{ id: string }>(
    `select id from app.invoice where supplier_id = $1 and ($2::uuid is null or buyer_id = $2) and (id = $3 or number_key = $4)
     order by status in ('REJECTED', 'VOIDED'), created_at desc, id desc limit 1`,
    [parties.supplierId, parties.buyerId ?? null, id ?? null, number === undefined ? null : fingerprint(number)],
  );
  return found?.id;
};

const headFaults = (ctx: CommandContext, input: SubmitInput, buyerId: string, issuedOn: string): readonly Refusal[] => [
  ...(buyerId === ctx.viewer.orgId ? [{ code: 'INVOICE_WITH_ONESELF', field: ['buyer'] }] : []),
  ...(issuedOn > ctx.businessDate
    ? [{ code: 'DATED_IN_FUTURE', field: ['issuedOn'], params: { given: issuedOn, expected: ctx.businessDate } }]
    : []),
  ...(input.fapiao === undefined ? [] : fapiaoFaults(input.fapiao as Parameters<typeof fapiaoFaults>[0], ['fapiao'])),
];

const RESPONSE_DAYS = 3;
// A working day ends when it ends in Asia/Shanghai.
const endOf = (day: CalendarDate): string => plusHours(`${day}T00:00:00+08:00`, 24);

/** The buyer is to say something within three working days (Peppol BIS Invoice Response 3, 5.3). */
const askForResponse = async (ctx: CommandContext, { id, buyerId, supplierId }: MatchedInvoice): Promise<void> => {
  const { day } = afterWorkingDays(await calendarNow(ctx.sql), ctx.businessDate, RESPONSE_DAYS);
  ctx.deadline({
    kind: 'INVOICE_RESPONSE_DUE',
    dueAt: endOf(day),
    subject: 'Invoice',
    subjectId: id,
    version: 1,
    orgId: buyerId,
    parties: [buyerId, supplierId],
  });
};

const announce = async (ctx: CommandContext, invoice: MatchedInvoice): Promise<void> => {
  const told = { subject: 'Invoice', id: invoice.id, version: 1, parties: [invoice.buyerId, invoice.supplierId], status: 'SUBMITTED' };
  ctx.event({ type: 'INVOICE_SUBMITTED', ...told, changed: ['status'] });
  const { disputed } = await matchInvoices(ctx, [invoice], { cause: 'MATCH' });
  if (disputed.size > 0) ctx.event({ type: 'INVOICE_DISPUTED', ...told, changed: ['disputes'] });
  await askForResponse(ctx, invoice);
};

/**
 * The supplier claims what was delivered. The sums must be right by one of the two ways of rounding (by the agreed one where there is
 * one); each line claims accepted units, those that came first before the others, and what differs from order or receipts is disputed
 * at once. Refuses NOT_FOUND, ORGANISATION_UNKNOWN, SUM_WRONG, TAX_*, CURRENCY_WRONG, DATED_*, LINE_NOT_RECEIVED, RECEIPT_INVOICED,
 * INVOICE_EXISTS, FAPIAO_*, INVOICE_REFERENCE_TAKEN, INVOICE_ORIGINAL_UNKNOWN,
 * REPRICING_* and what the lines' own fields say.
 */
export const invoiceSubmit = command({
  name: 'invoiceSubmit',
  need: 'invoices:write',
  key: 'required',
  input: submitInput,
  constraints: {
    invoice_number_once: { code: 'CONFLICT', field: ['number'] },
    invoice_reference_once: { code: 'INVOICE_REFERENCE_TAKEN', field: ['externalReference'] },
    invoice_fapiao_once: { code: 'FAPIAO_EXISTS', field: ['fapiao', 'number'] },
    receipt_invoiced_once: { code: 'CONFLICT', field: ['lines'] },
  },
  async run(ctx, input): Promise<Verdict<{ invoiceId: string }>> {
    const buyer = await organisationOf(ctx.sql, input.buyer, ['buyer']);
    if (!buyer.ok) return buyer;
    const [buyerId, supplierId] = [buyer.value, ctx.viewer.orgId];
    const issuedOn = input.issuedOn ?? ctx.businessDate;
    const head = headFaults(ctx, input, buyerId, issuedOn);
    if (head.length > 0) return refused(...head);
    const { placed, orders, refusals } = await survey(ctx, input, buyerId, issuedOn);
    const [known] = await ctx.sql(
      `select 1 from app.invoice where (buyer_id, supplier_id, number_key) = ($1, $2, $3) and status not in ('REJECTED', 'VOIDED')`,
      [buyerId, supplierId, fingerprint(input.number)],
    );
    if (known) return refused({ code: 'INVOICE_EXISTS', field: ['number'], params: { number: input.number } });
    const originalId = input.original === undefined ? null : await invoiceNamed(ctx, input.original, { buyerId, supplierId });
    if (originalId === undefined)
      return refused({ code: 'INVOICE_ORIGINAL_UNKNOWN', field: ['original'], params: { original: input.original?.number ?? '' } });
    const agreement = await agreementFor(ctx, buyerId, orders, issuedOn);
    const rounding = agreement?.rounding ?? input.rounding;
    const sums = checkSums(sumsInputOf(input), { taxRates: agreement?.tax_rates ?? [], ...(rounding ? { rounding } : {}) });
    if (refusals.length > 0 || !sums.ok) return refused(...refusals, ...(sums.ok ? [] : sums.refusals));
    const draft = { id: ctx.newId(), buyerId, supplierId, agreementId: agreement?.id ?? null, issuedOn, originalId, input, placed };
    await announce(ctx, await insertInvoice(ctx, { ...draft, sums: sums.value }));
    const settled = await settleRepricing(ctx, input.repricingId, { invoiceId: draft.id });
    return settled.ok ? ok({ invoiceId: draft.id }) : settled;
  },
});
