import { type Decimal, decimal, plain, sum, zero } from '../../kernel/decimal.js';
import { minorDigits } from '../../kernel/money.js';
import { type Cells, type CommandContext, insertRows, updateRows } from '../../platform/commands/index.js';
import { type Movement, moveInvoice, type MovedInvoice } from '../movement/write.js';
import { openPayables, type PayableInvoice, type PayablePart } from '../payable/index.js';
import { grantedBy, type LinePlan, planLine } from './line.js';
import { liveDisputes, loadLines, loadLots, type MatchLine } from './load.js';
import { type DifferenceKind, REASON_OF } from './rules.js';
import { claimFrom, dueBy, type Lot } from './units/rules.js';

export type MatchedInvoice = MovedInvoice & PayableInvoice;

/** Why the match runs: the cause of what becomes due by it. */
export interface MatchCause {
  readonly cause: 'MATCH' | 'DISPUTE_RESOLVED' | 'RESPONSE';
  readonly causeId?: string | null;
}

/** What a match did, by invoice. */
export interface Matched {
  /** Invoices of which anything moved. */
  readonly changed: ReadonlySet<string>;
  /** Invoices that have a dispute of the match which they had not before. */
  readonly disputed: ReadonlySet<string>;
}

interface Payable {
  readonly id: string;
  readonly invoice_id: string;
  open: Decimal;
}

/** Payables from which a dispute can take, those due last first: what is due soonest stays. */
export const takeablePayables = async (ctx: CommandContext, invoiceIds: readonly string[]): Promise<Payable[]> => {
  const rows = await ctx.sql<{ id: string; invoice_id: string; open: string }>(
    `select id, invoice_id, open from app.payable where invoice_id = any($1::uuid[]) and open > 0
     order by due_on desc nulls first, position desc for no key update`,
    [invoiceIds],
  );
  return rows.map((row) => ({ ...row, open: decimal(row.open) }));
};

/** Takes an amount out of payables. @returns movements into a dispute; their sum is less where the payables hold less */
export const takeFrom = (
  payables: readonly Payable[],
  amount: Decimal,
  move: Pick<Movement, 'to' | 'invoiceLineId' | 'disputeId' | 'cause' | 'causeId'>,
): readonly Movement[] => {
  let left = amount;
  return payables.flatMap((payable) => {
    const taken = left.lt(payable.open) ? left : payable.open;
    if (!taken.gt(zero)) return [];
    left = left.minus(taken);
    payable.open = payable.open.minus(taken);
    return [{ ...move, from: 'PAYABLE' as const, payableId: payable.id, amount: plain(taken) }];
  });
};

/** A payable that holds nothing any more falls due no more. */
export const forgetEmpty = (ctx: CommandContext, payables: readonly Payable[]): void => {
  for (const payable of payables) if (payable.open.isZero()) ctx.clearDeadlines(payable.id);
};

interface Work {
  readonly ctx: CommandContext;
  readonly cause: MatchCause;
  readonly disputes: Cells[];
  readonly steps: Cells[];
  readonly resolved: Cells[];
  readonly claims: Cells[];
  readonly views: Cells[];
  readonly disputed: Set<string>;
}

const partiesOf = (invoice: MatchedInvoice) => ({ invoice_id: invoice.id, buyer_id: invoice.buyerId, supplier_id: invoice.supplierId });

const claimRow = ({ ctx }: Work, invoice: MatchedInvoice, line: MatchLine, claim: Lot): Cells => ({
  id: ctx.newId(),
  invoice_line_id: line.id,
  ...partiesOf(invoice),
  order_id: line.order_id,
  order_line_id: line.order_line_id,
  receipt_line_id: claim.receiptLineId,
  quantity: claim.quantity,
  received_on: claim.receivedOn,
  accepted_on: claim.acceptedOn,
  inspection_ends_on: claim.inspectionEndsOn,
  price_reduction: claim.priceReduction,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

/** The live dispute of a difference, or a new one. */
const disputeFor = (work: Work, invoice: MatchedInvoice, plan: LinePlan, kind: DifferenceKind, amount: Decimal): string => {
  const known = liveDisputes(plan.line).get(kind);
  if (known) return known.id;
  const id = work.ctx.newId();
  const difference = plan.differences.get(kind);
  work.disputed.add(invoice.id);
  work.disputes.push({
    id,
    invoice_line_id: plan.line.id,
    ...partiesOf(invoice),
    origin: 'MATCH',
    reason: REASON_OF[kind],
    action: kind === 'ITEM' ? 'NIN' : 'CNP',
    amount: amount.toFixed(minorDigits(invoice.currency)),
    currency: invoice.currency,
    expected: difference?.expected ?? null,
    given: difference?.given ?? null,
    actor_id: work.ctx.viewer.actorId,
    business_time: work.ctx.businessNow,
  });
  return id;
};

const lowered = (work: Work, invoice: MatchedInvoice, plan: LinePlan): readonly Movement[] =>
  plan.moves.lower.flatMap(({ kind, amount }) => {
    const dispute = liveDisputes(plan.line).get(kind);
    if (dispute === undefined) return [];
    if (amount.eq(dispute.open)) {
      const { ctx } = work;
      work.resolved.push({ id: dispute.id, status: 'SETTLED' });
      work.steps.push({
        id: ctx.newId(),
        dispute_id: dispute.id,
        ...partiesOf(invoice),
        kind: 'RESOLVE',
        org_id: ctx.viewer.orgId,
        conceded: '0',
        currency: invoice.currency,
        actor_id: ctx.viewer.actorId,
        business_time: ctx.businessNow,
      });
    }
    const move = { from: 'DISPUTED', to: 'PENDING', invoiceLineId: plan.line.id, disputeId: dispute.id } as const;
    return [{ ...move, amount: plain(amount), cause: 'DISPUTE_RESOLVED', causeId: dispute.id }];
  });

const raised = (work: Work, invoice: MatchedInvoice, plan: LinePlan, payables: readonly Payable[]): readonly Movement[] =>
  plan.moves.raise.flatMap(({ kind, fromPending, fromPayable }) => {
    const disputeId = disputeFor(work, invoice, plan, kind, fromPending.plus(fromPayable));
    const move = { to: 'DISPUTED', invoiceLineId: plan.line.id, disputeId, cause: 'MATCH', causeId: disputeId } as const;
    return [
      ...(fromPending.gt(zero) ? [{ ...move, from: 'PENDING' as const, amount: plain(fromPending) }] : []),
      ...takeFrom(payables, fromPayable, move),
    ];
  });

const partsOf = ({ cause: { cause, causeId = null } }: Work, invoice: MatchedInvoice, plan: LinePlan): readonly PayablePart[] => {
  const { line, claims, moves } = plan;
  if (!moves.clear.gt(zero)) return [];
  const part = { invoiceLineId: line.id, from: 'PENDING', orderId: line.order_id, cause, causeId } as const;
  const units = claims.length > 0 ? claims : line.claims;
  return units.length === 0
    ? [{ ...part, amount: plain(moves.clear), receivedOn: null, acceptedOn: null }]
    : dueBy(moves.clear, invoice.currency, units).map((due) => ({ ...part, ...due }));
};

const write = async ({ ctx, claims, disputes, steps, views }: Work): Promise<void> => {
  const store = (text: string, params: readonly unknown[]) => ctx.write(text, params);
  await insertRows(store, 'invoice_receipt', claims);
  await insertRows(store, 'dispute', disputes);
  await insertRows(store, 'dispute_step', steps);
  await updateRows(store, 'invoice_line', views);
};

const endResolved = async ({ ctx, resolved }: Work): Promise<void> => {
  for (const { id } of resolved) await ctx.write(`update app.dispute set status = 'SETTLED', version = version + 1 where id = $1`, [id]);
};

/**
 * Compares invoices with their orders and receipts, and moves every line to where it should stand: what came and was accepted becomes
 * due, what differs is disputed, the rest waits. Looks at the present state only, so that it may run any number of times. The orders of
 * the lines and the invoices must be locked.
 */
export const matchInvoices = async (ctx: CommandContext, invoices: readonly MatchedInvoice[], cause: MatchCause): Promise<Matched> => {
  const ids = invoices.map((invoice) => invoice.id);
  const lines = (await loadLines(ctx, ids)).filter((line) => line.status !== 'REJECTED' && line.status !== 'VOIDED');
  const lots = await loadLots(ctx, [...new Set(lines.flatMap((line) => line.order_line_id ?? []))]);
  const payables = await takeablePayables(ctx, ids);
  const work: Work = { ctx, cause, disputes: [], steps: [], resolved: [], claims: [], views: [], disputed: new Set() };
  const changed = new Set<string>();
  const settled: { invoice: MatchedInvoice; movements: readonly Movement[]; parts: readonly PayablePart[] }[] = [];
  for (const invoice of invoices) {
    const own = payables.filter((payable) => payable.invoice_id === invoice.id);
    const plans = lines.filter((line) => line.invoice_id === invoice.id).map((line) => planned(work, invoice, line, lots, own));
    const movements = plans.flatMap((plan) => [...plan.lowered, ...plan.raised]);
    const parts = plans.flatMap((plan) => plan.parts);
    if (movements.length + parts.length > 0 || plans.some((plan) => plan.claimed)) changed.add(invoice.id);
    settled.push({ invoice, movements, parts });
  }
  await write(work);
  for (const { invoice, movements } of settled) await moveInvoice(ctx, invoice, movements);
  forgetEmpty(ctx, payables);
  await endResolved(work);
  for (const { invoice, parts } of settled) await openPayables(ctx, invoice, parts);
  return { changed, disputed: work.disputed };
};

const planned = (work: Work, invoice: MatchedInvoice, line: MatchLine, lots: Map<string, readonly Lot[]>, payables: readonly Payable[]) => {
  const wanted = decimal(line.order_quantity ?? '0')
    .minus(line.credited_quantity)
    .minus(line.claimed);
  const free = line.order_line_id === null ? [] : (lots.get(line.order_line_id) ?? []);
  const { claims, left } = claimFrom(free, wanted, line.named_receipts, grantedBy(line) ?? undefined);
  if (line.order_line_id !== null) lots.set(line.order_line_id, left);
  const plan = planLine(line, invoice.currency, claims, plain(sum(payables.map((payable) => payable.open))));
  work.claims.push(...claims.map((claim) => claimRow(work, invoice, line, claim)));
  work.views.push({ id: line.id, match: { ...plan.view, at: work.ctx.businessNow } });
  return {
    claimed: claims.length > 0,
    lowered: lowered(work, invoice, plan),
    raised: raised(work, invoice, plan, payables),
    parts: partsOf(work, invoice, plan),
  };
};
