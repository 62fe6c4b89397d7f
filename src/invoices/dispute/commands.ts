import { type Decimal, decimal, plain, sum, zero } from '../../kernel/decimal.js';
import { minorDigits } from '../../kernel/money.js';
import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';
import { type Cells, command, insertRows } from '../../platform/commands/index.js';
import { invoiceLifecycle } from '../lifecycle/rules.js';
import { forgetEmpty, takeablePayables, takeFrom } from '../match/run.js';
import { type Movement, moveInvoice } from '../movement/write.js';
import { byMe, conclude, invoiceCells, sit, type Sitting } from '../sitting.js';
import { disputeInput, type DisputeItem } from './inputs.js';
import { type Disputable, disputeOf, reasonFaults } from './rules.js';

type Line = Omit<Disputable, 'lineId' | 'due'> & { readonly id: string; readonly line_no: string; readonly due: string };

const LINES = `select l.id, l.line_no, l.currency, l.pending, l.share - l.credited - l.pending - l.disputed as due, l.share as worth, abs(l.quantity) as quantity
  from app.invoice_line l where l.invoice_id = $1 order by l.position`;

interface Taking {
  readonly s: Sitting;
  readonly lines: readonly Line[];
  readonly payables: Awaited<ReturnType<typeof takeablePayables>>;
  /** What of each line this command took so far. */
  readonly taken: Map<string, { pending: Decimal; due: Decimal }>;
  readonly rows: Cells[];
  readonly movements: Movement[];
}

const present = ({ payables, taken }: Taking, line: Line): Disputable => {
  const before = taken.get(line.id) ?? { pending: zero, due: zero };
  const held = sum(payables.map((payable) => payable.open));
  const due = decimal(line.due).minus(before.due);
  return {
    lineId: line.line_no,
    currency: line.currency,
    pending: plain(decimal(line.pending).minus(before.pending)),
    due: plain(due.lt(held) ? due : held),
    worth: line.worth,
    quantity: line.quantity,
  };
};

const take = (taking: Taking, line: Line, item: DisputeItem, fromPayable: Decimal, fromPending: Decimal): void => {
  const { ctx, invoice } = taking.s;
  const id = ctx.newId();
  const before = taking.taken.get(line.id) ?? { pending: zero, due: zero };
  taking.taken.set(line.id, { pending: before.pending.plus(fromPending), due: before.due.plus(fromPayable) });
  taking.rows.push({
    id,
    invoice_line_id: line.id,
    ...invoiceCells(invoice),
    origin: 'BUYER',
    reason: item.reason,
    action: item.action,
    amount: fromPayable.plus(fromPending).toFixed(minorDigits(line.currency)),
    currency: line.currency,
    expected: item.expected ?? null,
    given: item.given ?? null,
    note: item.note ?? null,
    ...byMe(ctx),
  });
  const move = { to: 'DISPUTED', invoiceLineId: line.id, disputeId: id, cause: 'DISPUTE', causeId: id } as const;
  taking.movements.push(
    ...takeFrom(taking.payables, fromPayable, move),
    ...(fromPending.gt(zero) ? [{ ...move, from: 'PENDING' as const, amount: plain(fromPending) }] : []),
  );
};

/** One amount over several lines, in their order, until it is used up. */
const spread = (taking: Taking, item: DisputeItem, at: readonly string[]): readonly Refusal[] => {
  const asked = item.amount === undefined ? undefined : decimal(item.amount);
  let left = asked;
  for (const line of taking.lines) {
    if (left?.lte(zero)) break;
    const state = present(taking, line);
    const open = decimal(state.pending).plus(state.due);
    if (!open.gt(zero)) continue;
    const amount = left?.lt(open) ? left : open;
    const taken = disputeOf(state, { amount: plain(amount) }, at);
    if (!taken.ok) return taken.refusals;
    take(taking, line, item, taken.value.fromPayable, taken.value.fromPending);
    left = left?.minus(amount);
  }
  const params = { lineId: '*', currency: taking.s.invoice.currency };
  return asked === undefined || left === undefined || left.lte(zero)
    ? []
    : [{ code: 'DISPUTE_OVER_OPEN', field: [...at, 'amount'], params: { ...params, open: plain(asked.minus(left)), asked: plain(asked) } }];
};

const takeItem = (taking: Taking, item: DisputeItem, i: number): readonly Refusal[] => {
  const at = ['items', String(i)];
  if (item.lineId === undefined) return spread(taking, item, at);
  const line = taking.lines.find((one) => one.line_no === item.lineId);
  if (line === undefined) return [{ code: 'DISPUTE_LINE_UNKNOWN', field: [...at, 'lineId'], params: { lineId: item.lineId } }];
  const taken = disputeOf(present(taking, line), item, at);
  if (!taken.ok) return taken.refusals;
  take(taking, line, item, taken.value.fromPayable, taken.value.fromPending);
  return [];
};

/**
 * The buyer disputes lines or amounts by hand, with a reason that the law takes. What is due is disputed before what waits. Refuses
 * NOT_FOUND, STALE_VERSION, NOT_ALLOWED, NOTHING_OPEN, DISPUTE_REASON_INVALID, DISPUTE_LINE_UNKNOWN, DISPUTE_NOTHING, DISPUTE_OVER_OPEN.
 */
export const invoiceDispute = command({
  name: 'invoiceDispute',
  need: 'invoices:write',
  key: 'optional',
  input: disputeInput,
  async run(ctx, input): Promise<Verdict<{ invoiceId: string; disputeIds: string[] }>> {
    const invalid = input.items.flatMap(({ reason }, i) =>
      reasonFaults([reason], []).map((one) => ({ ...one, field: ['items', String(i), 'reason'] })),
    );
    if (invalid.length > 0) return refused(...invalid);
    const found = await sit(ctx, input);
    if (!found.ok) return found;
    const s = found.value;
    const verdict = invoiceLifecycle.decide(s.facts, 'DISPUTE', s.side);
    if (!verdict.ok) return verdict;
    const payables = await takeablePayables(ctx, [s.invoice.id]);
    const lines = await ctx.sql<Line>(LINES, [s.invoice.id]);
    const taking: Taking = { s, lines, payables, taken: new Map(), rows: [], movements: [] };
    const faults = input.items.flatMap((item, i) => takeItem(taking, item, i));
    if (faults.length > 0) return refused(...faults);
    await insertRows((text, params) => ctx.write(text, params), 'dispute', taking.rows);
    await moveInvoice(ctx, s.invoice, taking.movements);
    forgetEmpty(ctx, payables);
    conclude(s, ['INVOICE_DISPUTED'], ['disputes']);
    return ok({ invoiceId: s.invoice.id, disputeIds: taking.rows.map((row) => String(row.id)) });
  },
});
