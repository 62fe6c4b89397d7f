import { type Decimal, decimal, plain, sum, zero } from '../../../kernel/decimal.js';
import type { CalendarDate } from '../../../kernel/date.js';
import { allocate, money } from '../../../kernel/money.js';
import type { Account } from '../../interest/rules.js';
import { owed } from '../rules.js';

export interface Debt {
  readonly id: string;
  readonly account: Account;
}

const perYear = ({ rate }: Account): Decimal => (rate.unit === 'PER_DAY' ? decimal(rate.rate).times(365) : decimal(rate.rate));

const FAR = '9999-12-31';

/** Earlier in this order is paid first: what is due, then the heaviest, then the earliest due. Nothing here is secured. */
const rankOf = ({ account }: Debt, on: CalendarDate): readonly [number, Decimal, string] => [
  account.dueOn !== null && account.dueOn <= on ? 0 : 1,
  perYear(account),
  account.dueOn ?? FAR,
];

const compare = (a: Debt, b: Debt, on: CalendarDate): number => {
  const [late, burden, due] = rankOf(a, on);
  const [lateB, burdenB, dueB] = rankOf(b, on);
  return late - lateB || burdenB.comparedTo(burden) || (due < dueB ? -1 : due > dueB ? 1 : 0);
};

/**
 * How a payment without a designation is divided among several debts of one currency (Civil Code art. 560): debts of one rank
 * share it pro rata. At most what is owed; debts that get nothing are left out.
 */
export const designate = (
  amount: Decimal,
  debts: readonly Debt[],
  on: CalendarDate,
): readonly { readonly id: string; readonly amount: string }[] => {
  const sorted = [...debts].sort((a, b) => compare(a, b, on) || (a.id < b.id ? -1 : 1));
  const lines: { id: string; amount: string }[] = [];
  let left = amount;
  for (let i = 0; i < sorted.length && left.gt(zero); ) {
    const first = sorted[i];
    if (first === undefined) break;
    const group = sorted.slice(i).filter((debt) => compare(first, debt, on) === 0);
    const claims = group.map((debt) => owed(debt.account, on));
    const whole = sum(claims);
    const share = left.lt(whole) ? left : whole;
    const parts = allocate(money(share, first.account.currency), claims) ?? [];
    group.forEach((debt, n) => {
      const part = parts[n]?.amount ?? zero;
      if (part.gt(zero)) lines.push({ id: debt.id, amount: plain(part) });
    });
    left = left.minus(share);
    i += group.length;
  }
  return lines;
};
