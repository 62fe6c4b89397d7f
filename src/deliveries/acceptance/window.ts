import { type CalendarDate, plusDays } from '../../kernel/date.js';
import { zero } from '../../kernel/decimal.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { InspectedLine } from './rules.js';
import type { AcceptedReceipt } from './write.js';

/** The first moment after a day in Asia/Shanghai. */
const endOf = (day: string): string => `${plusDays(day as CalendarDate, 1)}T00:00:00+08:00`;

/** The last days of agreed periods that still run and in which something is left to decide on, earliest first. */
export const runningWindows = (lines: readonly Pick<InspectedLine, 'endsOn' | 'left'>[], today: string): readonly string[] =>
  lines.flatMap(({ endsOn, left }) => (endsOn !== null && endsOn >= today && left.gt(zero) ? [endsOn] : [])).sort();

/** Sets or takes back the deadline of a receipt, so that it stands at the end of the earliest period in which something is left. */
export const armWindow = (
  ctx: CommandContext,
  receipt: AcceptedReceipt,
  version: number,
  lines: readonly Pick<InspectedLine, 'endsOn' | 'left'>[],
): void => {
  const [next] = runningWindows(lines, ctx.businessDate);
  if (next === undefined) {
    ctx.clearDeadlines(receipt.id, ['ACCEPTANCE_DUE']);
    return;
  }
  ctx.deadline({
    kind: 'ACCEPTANCE_DUE',
    dueAt: endOf(next),
    subject: 'ReceiptAdvice',
    subjectId: receipt.id,
    version,
    orgId: receipt.buyerId,
    parties: [receipt.buyerId, receipt.supplierId],
  });
};
