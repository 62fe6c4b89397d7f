import { decimal, sum, zero } from '../../kernel/decimal.js';
import type { CalendarDate } from '../../kernel/date.js';
import { minorDigits } from '../../kernel/money.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import { type Movement, moveInvoice } from '../movement/write.js';
import { advanceCap, type Slice, slicesOf } from '../plan/rules.js';
import { calendarNow, type Conditions, conditionsOf } from '../terms/load.js';
import { dueDate, type TermFacts } from '../terms/rules.js';
import type { TermDates } from '../terms/rules/start.js';
import { type Advances, advancesOf } from './advances.js';
import type { PayableInvoice, PayablePart } from './part.js';
import { setDeadlines, termCells } from './term.js';

const asDay = (day: string | null | undefined): CalendarDate | null => (day ?? null) as CalendarDate | null;

const datesOf = (invoice: PayableInvoice, part: PayablePart): TermDates => ({
  receivedOn: asDay(part.receivedOn),
  acceptedOn: asDay(part.acceptedOn),
  inspectionEndsOn: asDay(part.inspectionEndsOn),
  invoiceReceivedOn: invoice.receivedOn as CalendarDate,
  confirmedOn: null,
});

const factsOf = (conditions: Conditions, { kind, basis, days }: Slice, dates: TermDates): TermFacts => ({
  basis,
  termDays: days,
  termReason: conditions.termReason,
  restDaysMove: conditions.restDaysMove,
  retention: kind === 'RETENTION',
  bills: conditions.bills,
  sides: conditions.sides,
  law: conditions.law,
  dates,
});

/** A payable in the making: everything of one part of the plan that rests on the same days. */
interface Draft {
  readonly id: string;
  readonly slice: Slice;
  readonly facts: TermFacts;
  readonly movements: Movement[];
}

interface Opening {
  readonly ctx: CommandContext;
  readonly invoice: PayableInvoice;
  readonly conditions: Conditions;
  readonly drafts: Map<string, Draft>;
}

const draftFor = ({ ctx, invoice, conditions, drafts }: Opening, slice: Slice, part: PayablePart): Draft => {
  const dates = datesOf(invoice, part);
  const key = JSON.stringify([slice.kind, slice.basis, dates]);
  const draft = drafts.get(key) ?? { id: ctx.newId(), slice, facts: factsOf(conditions, slice, dates), movements: [] };
  drafts.set(key, draft);
  return draft;
};

const divide = (opening: Opening, advances: Advances, part: PayablePart): readonly Movement[] => {
  const { conditions, invoice } = opening;
  const origin = { from: part.from, invoiceLineId: part.invoiceLineId, disputeId: part.disputeId ?? null };
  const cap = advanceCap(part.amount, invoice.currency, conditions.plan);
  const used = part.orderId ? advances.take(part.orderId, cap) : [];
  const paidBefore = sum(used.map((use) => decimal(use.amount)));
  const term = { basis: conditions.basis, days: conditions.termDays };
  for (const slice of slicesOf(part.amount, invoice.currency, conditions.plan, term, paidBefore)) {
    const draft = draftFor(opening, slice, part);
    const to = slice.kind === 'RETENTION' ? 'RETAINED' : 'PAYABLE';
    draft.movements.push({ ...origin, to, amount: slice.amount, payableId: draft.id, cause: part.cause, causeId: part.causeId ?? null });
  }
  return used.map((use) => ({ ...origin, to: 'SETTLED', amount: use.amount, cause: 'ADVANCE', causeId: use.advanceId }));
};

const payableCells = ({ ctx, invoice, conditions }: Opening, draft: Draft, position: number) => ({
  ...nothingYet(invoice.currency),
  id: draft.id,
  invoice_id: invoice.id,
  buyer_id: invoice.buyerId,
  supplier_id: invoice.supplierId,
  agreement_id: invoice.agreementId,
  position,
  kind: kindOf(draft),
  plan_kind: draft.slice.kind,
  currency: invoice.currency,
  amount: sum(draft.movements.map((movement) => decimal(movement.amount))).toFixed(minorDigits(invoice.currency)),
  basis: draft.slice.basis,
  received_on: draft.facts.dates.receivedOn,
  accepted_on: draft.facts.dates.acceptedOn,
  inspection_ends_on: draft.facts.dates.inspectionEndsOn,
  facts: draft.facts,
  rate_rule: conditions.rate.rule,
  rate: conditions.rate.rate,
  rate_unit: conditions.rate.unit,
  rate_basis: conditions.rate.basis,
  rate_source: conditions.rate.source,
  application_order: conditions.order,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

/** Amounts that movements will fill, with the digits of the currency. */
const nothingYet = (currency: string) => {
  const nil = zero.toFixed(minorDigits(currency));
  return { open: nil, retained: nil, settled: nil, interest_posted: nil, interest_paid: nil };
};

const kindOf = (draft: Draft) => (draft.slice.kind === 'RETENTION' ? 'RETENTION' : 'GOODS');

const useCells = ({ ctx, invoice }: Opening, movements: readonly Movement[]) =>
  movements.map((movement) => ({
    id: ctx.newId(),
    advance_id: movement.causeId ?? null,
    invoice_id: invoice.id,
    buyer_id: invoice.buyerId,
    supplier_id: invoice.supplierId,
    amount: decimal(movement.amount).toFixed(minorDigits(invoice.currency)),
    business_time: ctx.businessNow,
  }));

/** Writes payables, what moves into them, and when they are due. */
const write = async (opening: Opening, settled: readonly Movement[]): Promise<void> => {
  const { ctx, invoice, drafts } = opening;
  const calendar = await calendarNow(ctx.sql);
  const [before] = await ctx.sql<{ n: number }>('select coalesce(max(position), 0)::int as n from app.payable where invoice_id = $1', [
    invoice.id,
  ]);
  const all = [...drafts.values()];
  const store = (table: string, rows: Parameters<typeof insertRows>[2]) =>
    insertRows((text, params) => ctx.write(text, params), table, rows);
  await store(
    'payable',
    all.map((draft, i) => payableCells(opening, draft, (before?.n ?? 0) + i + 1)),
  );
  await store('advance_use', useCells(opening, settled));
  await moveInvoice(ctx, invoice, [...settled, ...all.flatMap((draft) => draft.movements)]);
  const parties = [invoice.buyerId, invoice.supplierId];
  const terms = all.map((draft) => {
    const termed = { id: draft.id, buyerId: invoice.buyerId, supplierId: invoice.supplierId, kind: kindOf(draft) } as const;
    const due = dueDate(draft.facts, calendar);
    const version = 1 + draft.movements.length;
    setDeadlines(ctx, termed, due, version);
    ctx.event({ type: 'PAYABLE_OPENED', subject: 'Payable', id: draft.id, version, parties });
    return termCells(ctx, termed, due, 1, { cause: 'OPENED', causeId: null });
  });
  await store('payable_term', terms);
};

/**
 * Makes amounts of an invoice due: divides them by the agreement's plan, uses advances of their orders, holds the retention, derives each
 * due date and sets its deadlines. The invoice must be locked. Called by the match, and by what ends a dispute.
 * @returns ids of the payables opened
 */
export const openPayables = async (
  ctx: CommandContext,
  invoice: PayableInvoice,
  parts: readonly PayablePart[],
): Promise<readonly string[]> => {
  if (parts.length === 0) return [];
  const orderIds = [...new Set(parts.flatMap((part) => (part.orderId ? [part.orderId] : [])))].sort();
  const conditions = await conditionsOf(ctx, invoice.id, orderIds);
  const advances = await advancesOf(ctx, orderIds, invoice.currency);
  const opening: Opening = { ctx, invoice, conditions, drafts: new Map() };
  const settled = parts.flatMap((part) => divide(opening, advances, part));
  await write(opening, settled);
  return [...opening.drafts.values()].map((draft) => draft.id);
};
