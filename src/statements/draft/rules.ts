import { decimal, zero } from '../../kernel/decimal.js';
import { moneyText, money, posting } from '../../kernel/money.js';
import type { Refusal } from '../../kernel/refusal.js';

/** Goods as an order line prices them. */
export interface GoodsFacts {
  readonly quantity: string;
  readonly orderedQuantity: string;
  /** Amount of the whole order line; null where it has no price. */
  readonly orderedAmount: string | null;
  /** Per cent; null where neither the order line nor the agreement states one, and then no tax is counted. */
  readonly taxRate: string | null;
  readonly priceBasis: 'NET' | 'TAX_INCLUSIVE';
  readonly currency: string;
}

/** What the goods are worth with tax: the order line's amount pro rata, `posting`, and its tax, `posting`; null without a price. */
export const goodsValue = ({ quantity, orderedQuantity, orderedAmount, taxRate, priceBasis, currency }: GoodsFacts): string | null => {
  if (orderedAmount === null) return null;
  const post = posting(currency);
  const value = post(decimal(orderedAmount).times(quantity).div(orderedQuantity));
  const tax = priceBasis === 'TAX_INCLUSIVE' || taxRate === null ? zero : post(value.times(taxRate).div('100'));
  return moneyText(money(value.plus(tax), currency));
};

export type DraftCode = 'PERIOD_REVERSED' | 'PERIOD_NOT_OVER' | 'OPENING_ONLY_FIRST';

/** What speaks against a period: it is over by today at the latest, because later documents would have to be added. */
export const periodFaults = (period: { readonly from: string; readonly to: string }, today: string): readonly Refusal<DraftCode>[] => {
  if (period.to < period.from) return [{ code: 'PERIOD_REVERSED', field: ['periodTo'], params: { from: period.from, to: period.to } }];
  return period.to > today ? [{ code: 'PERIOD_NOT_OVER', field: ['periodTo'], params: { to: period.to, today } }] : [];
};

/** A document that was asked for by its id. */
export interface AskedSubject {
  readonly id: string;
  readonly day: string;
  readonly currency: string;
  /** Number of the live statement that holds it already. */
  readonly heldBy: string | null;
  /** Whether an earlier statement set it aside. */
  readonly carried: boolean;
}

export type SubjectCode = 'SUBJECT_OUTSIDE_PERIOD' | 'SUBJECT_IN_STATEMENT' | 'SUBJECT_CURRENCY';

/** What speaks against taking that document into the statement: it lies outside the period, or stands in another statement. */
export const subjectFaults = (
  { id, day, currency, heldBy, carried }: AskedSubject,
  statement: { readonly from: string; readonly to: string; readonly currency: string },
  field: readonly string[],
): readonly Refusal<SubjectCode>[] => {
  const { from, to } = statement;
  if (currency !== statement.currency) return [{ code: 'SUBJECT_CURRENCY', field, params: { id, currency: statement.currency } }];
  if (heldBy !== null) return [{ code: 'SUBJECT_IN_STATEMENT', field, params: { id, number: heldBy } }];
  return carried || (from <= day && day <= to) ? [] : [{ code: 'SUBJECT_OUTSIDE_PERIOD', field, params: { id, day, from, to } }];
};
