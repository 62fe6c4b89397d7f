import { type Decimal, decimal, plain, sum } from '../../kernel/decimal.js';
import { minorDigits } from '../../kernel/money.js';
import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { command, insertRows } from '../../platform/commands/index.js';
import { type Fapiao, fapiaoFaults } from '../fapiao/rules.js';
import { fapiaoRow } from '../invoice/write.js';
import { invoiceLifecycle } from '../lifecycle/rules.js';
import { matchInvoices } from '../match/run.js';
import { settleRepricing } from '../repricing/settle.js';
import { byMe, conclude, invoiceCells, sit, type Sitting } from '../sitting.js';
import { applyCredit, type CreditCause, releaseCredited } from './apply.js';
import { type OriginalLine, originalLines, originalOf } from './find.js';
import { type CreditInput, creditInput } from './inputs.js';
import { creditOf, type Taken } from './rules.js';

const headFaults = ({ invoice, ctx }: Sitting, input: CreditInput, issuedOn: string): readonly Refusal[] => [
  ...(input.currency !== undefined && input.currency !== invoice.currency
    ? [{ code: 'CREDIT_CURRENCY', field: ['currency'], params: { expected: invoice.currency } }]
    : []),
  ...(issuedOn < invoice.issuedOn
    ? [{ code: 'CREDIT_BEFORE_ORIGINAL', field: ['issuedOn'], params: { given: issuedOn, expected: invoice.issuedOn } }]
    : []),
  ...(issuedOn > ctx.businessDate
    ? [{ code: 'DATED_IN_FUTURE', field: ['issuedOn'], params: { given: issuedOn, expected: ctx.businessDate } }]
    : []),
  ...(input.kind === 'RED_INVOICE' && invoice.fapiaoStatus !== 'VALID' ? [{ code: 'RED_NEEDS_FAPIAO', field: ['original'] }] : []),
  ...(input.fapiao === undefined ? [] : fapiaoFaults(input.fapiao as Fapiao, ['fapiao'])),
];

interface Noted {
  readonly s: Sitting;
  readonly input: CreditInput;
  readonly id: string;
  readonly issuedOn: string;
  readonly taken: readonly Taken[];
  readonly whole: boolean;
}

const writeLines = ({ s, id, taken }: Noted): Promise<void> => {
  const { ctx, invoice } = s;
  const text = (amount: Decimal): string => amount.toFixed(minorDigits(invoice.currency));
  return insertRows(
    (sql, params) => ctx.write(sql, params),
    'credit_note_line',
    taken.map(({ line, quantity, gross, tax, note }, i) => ({
      id: ctx.newId(),
      credit_note_id: id,
      invoice_line_id: line.id,
      ...invoiceCells(invoice),
      position: i + 1,
      quantity: quantity === undefined ? null : plain(quantity),
      order_quantity: quantity === undefined ? null : plain(quantity.times((line as OriginalLine).perUnit)),
      amount: text(gross.minus(tax)),
      tax_amount: text(tax),
      gross: text(gross),
      currency: invoice.currency,
      note: note ?? null,
    })),
  );
};

const writeNote = async (noted: Noted, applied: Decimal): Promise<void> => {
  const { s, input, id, issuedOn, taken, whole } = noted;
  const { ctx, invoice } = s;
  const text = (amount: Decimal): string => amount.toFixed(minorDigits(invoice.currency));
  const total = sum(taken.map((one) => one.gross));
  const tax = sum(taken.map((one) => one.tax));
  await insertRows((sql, params) => ctx.write(sql, params), 'credit_note', [
    {
      id,
      ...invoiceCells(invoice),
      kind: input.kind,
      number: input.number,
      number_key: fingerprint(input.number),
      issued_on: issuedOn,
      currency: invoice.currency,
      net_total: text(total.minus(tax)),
      tax_total: text(tax),
      total: text(total),
      applied: text(applied),
      refund: text(total.minus(applied)),
      whole,
      fapiao_kind: input.fapiao?.kind ?? null,
      fapiao_code: input.fapiao?.code ?? null,
      fapiao_number: input.fapiao?.number ?? null,
      confirmation: input.confirmation ?? null,
      reason: input.reason ?? null,
      ...byMe(ctx),
    },
  ]);
  await writeLines(noted);
};

/** A red invoice that takes back all that is left turns its original red (红冲). */
const redden = async ({ s, input, id, whole }: Noted): Promise<void> => {
  const { ctx, invoice } = s;
  if (!whole || input.kind !== 'RED_INVOICE' || invoice.fapiaoKind === null || invoice.fapiaoNumber === null) return;
  const fapiao = { kind: invoice.fapiaoKind, code: invoice.fapiaoCode, number: invoice.fapiaoNumber };
  const row = fapiaoRow(ctx, invoice, fapiao, 'RED_LETTERED', { reason: input.reason, creditNoteId: id });
  await insertRows((text, params) => ctx.write(text, params), 'invoice_fapiao', [row]);
  invoice.fapiaoStatus = 'RED_LETTERED';
};

const enact = async (noted: Noted): Promise<void> => {
  const { s, input, id, taken, whole } = noted;
  const cause: CreditCause = { cause: input.kind === 'RED_INVOICE' ? 'RED_INVOICE' : 'CREDIT', causeId: id };
  await releaseCredited(s, taken, whole, cause);
  await writeNote(noted, await applyCredit(s, taken, cause));
  await redden(noted);
  await s.ctx.flush();
  await matchInvoices(s.ctx, [s.invoice], { cause: 'MATCH' });
  conclude(s, ['CREDIT_NOTE_ISSUED'], ['creditNotes']);
};

/**
 * The supplier takes an invoice back, in whole or line by line, by a credit note or a red invoice (红字发票): never more than is left of
 * it. It is taken out of what is disputed first, then of what waits, is payable, is retained, in the same transaction; units that are
 * credited can be invoiced again. Refuses ORIGINAL_UNKNOWN, STALE_VERSION, NOT_ALLOWED, CREDIT_*, RED_NEEDS_FAPIAO, FAPIAO_*.
 */
export const creditNoteSubmit = command({
  name: 'creditNoteSubmit',
  need: 'invoices:write',
  key: 'required',
  input: creditInput,
  constraints: {
    credit_note_number_once: { code: 'CREDIT_NUMBER_EXISTS', field: ['number'] },
    credit_note_fapiao_once: { code: 'FAPIAO_EXISTS', field: ['fapiao', 'number'] },
    invoice_not_over_credited: { code: 'CONFLICT', field: ['lines'] },
  },
  async run(ctx, input): Promise<Verdict<{ invoiceId: string; creditNoteId: string }>> {
    const original = await originalOf(ctx, input);
    if (!original.ok) return original;
    const found = await sit(ctx, { invoiceId: original.value });
    if (!found.ok) return found;
    const s = found.value;
    const verdict = invoiceLifecycle.decide(s.facts, 'CREDIT', s.side);
    if (!verdict.ok) return verdict;
    const issuedOn = input.issuedOn ?? ctx.businessDate;
    const lines = await originalLines(ctx, s.invoice.id);
    const taken = creditOf(lines, input.lines, input.whole, s.invoice.currency, input.totals);
    const faults = [...headFaults(s, input, issuedOn), ...(taken.ok ? [] : taken.refusals)];
    if (faults.length > 0 || !taken.ok) return refused(...faults);
    const total = sum(taken.value.map((one) => one.gross));
    const whole = decimal(s.invoice.credited).plus(total).eq(s.invoice.total);
    const id = ctx.newId();
    const [known] = await ctx.sql('select 1 from app.credit_note where (buyer_id, supplier_id, number_key) = ($1, $2, $3)', [
      s.invoice.buyerId,
      s.invoice.supplierId,
      fingerprint(input.number),
    ]);
    if (known) return refused({ code: 'CREDIT_NUMBER_EXISTS', field: ['number'], params: { number: input.number } });
    await enact({ s, input, id, issuedOn, taken: taken.value, whole });
    const settled = await settleRepricing(ctx, input.repricingId, { creditNoteId: id });
    return settled.ok ? ok({ invoiceId: s.invoice.id, creditNoteId: id }) : settled;
  },
});
