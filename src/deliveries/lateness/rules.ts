import { plusDays, type CalendarDate } from '../../kernel/date.js';
import { decimal, zero } from '../../kernel/decimal.js';
import { money, moneyText, posted } from '../../kernel/money.js';

/** The instant from which a part due on that day is late: the next day begins in Shanghai, where contracts count their days. */
export const lateFrom = (dueOn: string): string => `${plusDays(dueOn as CalendarDate, 1)}T00:00:00+08:00`;

export interface OpenLine {
  /** Quantity of the line and its amount, as they stand; null without a price. */
  readonly amount: string | null;
  readonly quantity: string;
  readonly currency: string;
}

/** What the open part of a line is worth: its share of the line's amount, posted. */
export const openValue = (open: string, line: OpenLine | undefined) => {
  if (line === undefined || line.amount === null || decimal(line.quantity).lte(zero)) return null;
  const share = posted(money(decimal(line.amount).times(open).div(line.quantity), line.currency));
  return { amount: moneyText(share), currency: line.currency };
};
