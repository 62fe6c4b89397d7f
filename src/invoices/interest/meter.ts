import { decimal, plain, sum } from '../../kernel/decimal.js';
import { type CalendarDate, daysBetween } from '../../kernel/date.js';
import { money, moneyText } from '../../kernel/money.js';
import { type Account, interestFor, interestOwed, running, type Segment } from './rules.js';

/**
 * What the meter shows: amounts with their currency, as GraphQL says them. What was posted stays: a day before the last posting shows
 * that of the posting.
 */
export const meterOf = (account: Account, posted: readonly Segment[], order: string, asked: CalendarDate) => {
  const { currency, rate, dueOn, accruedTo } = account;
  const on = accruedTo !== null && asked < accruedTo ? accruedTo : asked;
  const shown = (amount: string) => ({ amount: moneyText(money(amount, currency)), currency });
  const live = running(account, on);
  const show = (isPosted: boolean) => (segment: Segment) => ({
    ...segment,
    principal: shown(segment.principal),
    amount: shown(segment.amount),
    posted: isPosted,
  });
  const total = sum([...posted, ...(live ? [live] : [])].map((segment) => decimal(segment.amount)));
  return {
    on,
    owed: shown(plain(interestOwed(account, on))),
    total: shown(plain(total)),
    paid: shown(account.paid),
    perDay: shown(plain(interestFor(decimal(account.principal), rate, 1, currency))),
    rule: rate.rule,
    rate: rate.rate,
    rateUnit: rate.unit,
    yearDays: rate.basis,
    article: rate.source,
    days: dueOn === null || on <= dueOn ? 0 : daysBetween(dueOn, on),
    order,
    segments: [...posted.map(show(true)), ...(live ? [live].map(show(false)) : [])],
  };
};
