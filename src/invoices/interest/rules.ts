import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import { type CalendarDate, daysBetween } from '../../kernel/date.js';
import { posting } from '../../kernel/money.js';

export type RateRule = 'AGREED' | 'AGREED_RAISED_TO_LPR' | 'STATUTORY_DAILY' | 'LPR_VOID_CLAUSE' | 'NONE';

/** The rate at which a late debt grows, fixed with the debt. */
export interface LateRate {
  readonly rule: RateRule;
  /** Share of the amount, plain decimal, per year or per day. */
  readonly rate: string;
  readonly unit: 'PER_YEAR' | 'PER_DAY';
  /** Days of the year; null for a daily rate. */
  readonly basis: 365 | 360 | null;
  readonly source: string;
}

/** A rate of a dated row of the law. */
export interface LegalRate {
  readonly value: string;
  readonly source: string;
}

export interface RateFacts {
  /** Per year; null where none was agreed. */
  readonly agreed: string | null;
  /** One-year LPR on the day of the contract. */
  readonly lpr: LegalRate | null;
  readonly statutoryDaily: LegalRate | null;
  /** Whether Order 802 holds between the two. */
  readonly protected: boolean;
  /** The paper made payment wait for a third party; the clause is void. */
  readonly voidClause: boolean;
  readonly basis: 365 | 360;
}

const yearly = (rule: RateRule, rate: string, basis: 365 | 360, source: string): LateRate => ({
  rule,
  rate: plain(decimal(rate)),
  unit: 'PER_YEAR',
  basis,
  source,
});

/**
 * Which rate holds. Order 802 art. 17: as agreed, but not below the one-year LPR at contract; none agreed: 0.05 % a day. SPC
 * 法释〔2024〕11号: where a clause on third-party payment is void, as agreed, else the one-year LPR.
 */
export const lateRate = ({ agreed, lpr, statutoryDaily, protected: held, voidClause, basis }: RateFacts): LateRate => {
  if (agreed !== null) {
    const tooLow = held && lpr !== null && decimal(agreed).lt(lpr.value);
    return tooLow
      ? yearly('AGREED_RAISED_TO_LPR', lpr.value, basis, `Order 802 art. 17; ${lpr.source}`)
      : yearly('AGREED', agreed, basis, 'trade agreement');
  }
  if (voidClause && lpr !== null) return yearly('LPR_VOID_CLAUSE', lpr.value, basis, `SPC 法释〔2024〕11号; ${lpr.source}`);
  if (held && statutoryDaily !== null)
    return {
      rule: 'STATUTORY_DAILY',
      rate: plain(decimal(statutoryDaily.value)),
      unit: 'PER_DAY',
      basis: null,
      source: statutoryDaily.source,
    };
  return { rule: 'NONE', rate: '0', unit: 'PER_DAY', basis: null, source: 'no rate agreed, Order 802 does not hold' };
};

/** Interest on one amount between two days; the first is not counted. Posted with the currency's rounding, never compounded. */
export interface Segment {
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate;
  readonly days: number;
  readonly principal: string;
  readonly amount: string;
}

/** What the debt grows by in some days, posted. */
export const interestFor = (principal: Decimal, rate: LateRate, days: number, currency: string): Decimal =>
  posting(currency)(
    principal
      .times(rate.rate)
      .times(days)
      .div(rate.basis ?? 1),
  );

export interface Account {
  readonly currency: string;
  readonly rate: LateRate;
  readonly dueOn: CalendarDate | null;
  /** Up to where interest was posted; null before the first posting. */
  readonly accruedTo: CalendarDate | null;
  /** What is owed of the debt itself. */
  readonly principal: string;
  readonly posted: string;
  readonly paid: string;
}

/** Interest since it was last posted, or undefined where none runs by that day. */
export const running = (account: Account, on: CalendarDate): Segment | undefined => {
  const from = account.accruedTo ?? account.dueOn;
  const principal = decimal(account.principal);
  if (from === null || on <= from || !principal.gt(zero) || account.rate.rule === 'NONE') return undefined;
  const days = daysBetween(from, on);
  const amount = interestFor(principal, account.rate, days, account.currency);
  return { fromOn: from, toOn: on, days, principal: plain(principal), amount: plain(amount) };
};

/** Interest that is owed on a day: posted, not paid, and what runs. */
export const interestOwed = (account: Account, on: CalendarDate): Decimal =>
  decimal(account.posted)
    .minus(account.paid)
    .plus(running(account, on)?.amount ?? zero);
