import { decimal, zero } from '../../kernel/decimal.js';
import type { CalendarDate } from '../../kernel/date.js';
import { money, moneyText } from '../../kernel/money.js';
import { type Cells, type CommandContext, insertRows } from '../../platform/commands/index.js';
import { type Movement, moveInvoice } from '../movement/write.js';
import { accountOf, type Payable } from '../payable/model.js';
import { DEADLINES } from '../payable/term.js';
import { tellPaid } from './paid.js';
import { type Applied, applyTo } from './rules.js';
import type { Debts, Target } from './target.js';

/** A payment that now counts, from a day on. */
export interface Counting {
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly currency: string;
  readonly on: CalendarDate;
}

/** With the digits of the currency, as amounts are kept. */
const shown = (amount: string, currency: string): string => moneyText(money(amount, currency));

interface Split {
  readonly target: Target;
  readonly applied: Applied;
}

const parties = ({ id, buyerId, supplierId }: Counting) => ({ payment_id: id, buyer_id: buyerId, supplier_id: supplierId });

const postingCells = (ctx: CommandContext, payment: Counting, { target: { payable }, applied }: Split): readonly Cells[] =>
  applied.posting === undefined
    ? []
    : [
        {
          id: ctx.newId(),
          payable_id: payable.id,
          ...parties(payment),
          from_on: applied.posting.fromOn,
          to_on: applied.posting.toOn,
          days: applied.posting.days,
          principal: shown(applied.posting.principal, payable.currency),
          rule: payable.rateRule,
          rate: payable.rate,
          rate_unit: payable.rateUnit,
          rate_basis: payable.rateBasis,
          source: payable.rateSource,
          amount: shown(applied.posting.amount, payable.currency),
          currency: payable.currency,
          business_time: ctx.businessNow,
        },
      ];

const allocationCells = (ctx: CommandContext, payment: Counting, splits: readonly Split[]): readonly Cells[] =>
  splits
    .flatMap(({ target, applied }) => applied.applications.map((application) => ({ payable: target.payable, ...application })))
    .map(({ payable, component, amount }, i) => ({
      id: ctx.newId(),
      payable_id: payable.id,
      ...parties(payment),
      position: i + 1,
      component,
      rule: payable.applicationOrder,
      amount: shown(amount, payment.currency),
      currency: payment.currency,
      business_time: ctx.businessNow,
    }));

/** What leaves the payable: what is open first, then what is retained. */
const movementsOf = (payable: Payable, principal: string, paymentId: string): readonly Movement[] => {
  const from = payable.status === 'RETAINED' ? 'RETAINED' : 'PAYABLE';
  return [{ from, to: 'SETTLED', amount: principal, payableId: payable.id, cause: 'PAYMENT', causeId: paymentId }];
};

const principalOf = ({ applied }: Split): string => applied.applications.find((one) => one.component === 'PRINCIPAL')?.amount ?? '0';

/** A debt that was paid tells so; once nothing of it is left it falls due no more. */
const tell = (ctx: CommandContext, split: Split): void => {
  const { id, buyerId, supplierId, version } = split.target.payable;
  if (decimal(principalOf(split)).eq(accountOf(split.target.payable).principal)) ctx.clearDeadlines(id, DEADLINES);
  ctx.event({
    type: 'PAYABLE_PAID',
    subject: 'Payable',
    id,
    version: version + 1,
    parties: [buyerId, supplierId],
    changed: ['open', 'settled'],
  });
};

/**
 * Applies a payment to its debts: posts the interest up to its day, splits each part by the order agreed on, moves what goes to the
 * principal, and says on each invoice whether it is paid. Everything must be locked.
 */
export const applyPayment = async (ctx: CommandContext, payment: Counting, targets: readonly Target[], debts: Debts): Promise<void> => {
  const splits = targets.map((target) => ({
    target,
    applied: applyTo(accountOf(target.payable), target.payable.applicationOrder, target.amount, target.costs, payment.on),
  }));
  const store = (table: string, rows: readonly Cells[]) => insertRows((text, params) => ctx.write(text, params), table, rows);
  await store(
    'interest_posting',
    splits.flatMap((split) => postingCells(ctx, payment, split)),
  );
  await store('payment_allocation', allocationCells(ctx, payment, splits));
  for (const invoice of debts.invoices) {
    const of = splits.filter((split) => split.target.payable.invoiceId === invoice.id && decimal(principalOf(split)).gt(zero));
    await moveInvoice(
      ctx,
      invoice,
      of.flatMap((split) => movementsOf(split.target.payable, principalOf(split), payment.id)),
    );
    for (const split of of) tell(ctx, split);
    if (of.length > 0) await tellPaid(ctx, invoice);
  }
};
