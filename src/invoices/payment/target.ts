import { type Decimal, decimal, plain, sum, zero } from '../../kernel/decimal.js';
import type { CalendarDate } from '../../kernel/date.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { type Invoice, InvoiceEntity } from '../model.js';
import { accountOf, type Payable, PayableEntity } from '../payable/model.js';
import { designate } from './rules/designate.js';
import type { AdviseInput, PaymentPart } from './inputs.js';
import { owed } from './rules.js';

/** A debt and what of the payment is meant for it. */
export interface Target {
  readonly payable: Payable;
  readonly amount: Decimal;
  readonly costs: Decimal;
}

/** The debts that a payment may be for, locked under their invoices. */
export interface Debts {
  readonly invoices: readonly Invoice[];
  readonly payables: readonly Payable[];
}

const OWED = `
  select p.id, p.invoice_id as "invoiceId" from app.payable p
  where p.buyer_id = $1 and p.supplier_id = $2
    and case when $5 then p.currency = $6 and (p.status <> 'SETTLED' or p.interest_posted > p.interest_paid)
        else p.id = any($3::uuid[]) or p.invoice_id = any($4::uuid[]) end`;

/** Locks the debts by their ids, first the invoices, then the payables. */
export const lockDebts = async (
  ctx: CommandContext,
  found: readonly { readonly id: string; readonly invoiceId: string }[],
): Promise<Debts> => {
  const invoices = await ctx.lockMany(InvoiceEntity, [...new Set(found.map((row) => row.invoiceId))]);
  return {
    invoices,
    payables: await ctx.lockMany(
      PayableEntity,
      found.map((row) => row.id),
    ),
  };
};

export const debtsOf = async (ctx: CommandContext, supplierId: string, input: AdviseInput): Promise<Debts> => {
  const named = (name: 'payableId' | 'invoiceId') => input.parts.flatMap((part) => part[name] ?? []);
  const all = input.parts.length === 0;
  const rows = await ctx.sql<{ id: string; invoiceId: string }>(OWED, [
    ctx.viewer.orgId,
    supplierId,
    named('payableId'),
    named('invoiceId'),
    all,
    input.currency,
  ]);
  return lockDebts(ctx, rows);
};

const overDue = (due: Decimal, given: Decimal, currency: string, on: string, field: readonly string[]): Refusal => ({
  code: 'PAYMENT_OVER_DUE',
  field,
  params: { due: plain(due), given: plain(given), currency, on },
});

/** Divides an amount among debts (Civil Code art. 560). */
const spread = (
  payables: readonly Payable[],
  amount: Decimal,
  on: CalendarDate,
  currency: string,
  field: readonly string[],
): Verdict<Target[]> => {
  const lines = designate(
    amount,
    payables.map((payable) => ({ id: payable.id, account: accountOf(payable) })),
    on,
  );
  const placed = sum(lines.map((line) => decimal(line.amount)));
  if (placed.lt(amount)) {
    return refused(
      placed.isZero() ? { code: 'PAYMENT_NOTHING_DUE', field, params: { currency } } : overDue(placed, amount, currency, on, field),
    );
  }
  return ok(
    lines.flatMap((line) => {
      const payable = payables.find((one) => one.id === line.id);
      return payable ? [{ payable, amount: decimal(line.amount), costs: zero }] : [];
    }),
  );
};

const targetsOf = ({ payables }: Debts, part: PaymentPart, input: AdviseInput, at: readonly string[]): Verdict<Target[]> => {
  if (part.invoiceId !== undefined) {
    const of = payables.filter((payable) => payable.invoiceId === part.invoiceId);
    if (of.length === 0) return refused({ code: 'NOT_FOUND', field: [...at, 'invoiceId'] });
    return spread(of, part.amount, input.paidOn, input.currency, [...at, 'amount']);
  }
  const payable = payables.find((one) => one.id === part.payableId);
  if (payable === undefined) return refused({ code: 'NOT_FOUND', field: [...at, 'payableId'] });
  const target = { payable, amount: part.amount, costs: part.costs ?? zero };
  if (target.costs.gt(target.amount)) return refused({ code: 'INVALID_VALUE', field: [...at, 'costs'] });
  return ok([target]);
};

/** What speaks against paying a debt so, on that day. */
export const targetFaults = (
  { payable, amount, costs }: Target,
  on: CalendarDate,
  currency: string,
  field: readonly string[],
): Refusal[] => {
  if (payable.currency !== currency) return [{ code: 'PAYMENT_CURRENCY', field, params: { expected: payable.currency, given: currency } }];
  if (payable.accruedTo !== null && on < payable.accruedTo)
    return [{ code: 'PAYMENT_OUT_OF_ORDER', field: ['paidOn'], params: { last: payable.accruedTo, given: on } }];
  const due = owed(accountOf(payable), on, costs);
  return amount.gt(due) ? [overDue(due, amount, currency, on, field)] : [];
};

const byLaw = (debts: Debts, { amount, paidOn, currency }: AdviseInput): Verdict<Target[]> => {
  const spreaded = spread(debts.payables, amount, paidOn, currency, ['amount']);
  if (!spreaded.ok) return spreaded;
  const refusals = spreaded.value.flatMap((target) => targetFaults(target, paidOn, currency, ['amount']));
  return refusals.length > 0 ? refused(...refusals) : spreaded;
};

/** For which debts the payment is, by its own words or by the law's order, or everything that speaks against it. */
export const aim = (debts: Debts, input: AdviseInput): Verdict<Target[]> => {
  if (input.parts.length === 0) return byLaw(debts, input);
  const { paidOn, currency } = input;
  const each = input.parts.map((part, i) => {
    const field = ['parts', String(i)];
    const verdict = targetsOf(debts, part, input, field);
    const faults = verdict.ok
      ? verdict.value.flatMap((target) => targetFaults(target, paidOn, currency, [...field, 'amount']))
      : verdict.refusals;
    return { targets: verdict.ok ? verdict.value : [], faults };
  });
  const targets = each.flatMap((part) => part.targets);
  const refusals = each.flatMap((part) => part.faults);
  if (new Set(targets.map((target) => target.payable.id)).size < targets.length)
    refusals.push({ code: 'PAYMENT_PART_REPEATED', field: ['parts'] });
  const total = sum(input.parts.map((part) => part.amount));
  if (!total.eq(input.amount))
    refusals.push({ code: 'PAYMENT_SUM', field: ['parts'], params: { sum: plain(total), amount: plain(input.amount) } });
  return refusals.length > 0 ? refused(...refusals) : ok(targets);
};
