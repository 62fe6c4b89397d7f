import { type Decimal, decimal, plain, sum, zero } from '../../kernel/decimal.js';
import { type Cells, insertRows } from '../../platform/commands/index.js';
import { releaseAll, releaseOfLine } from '../match/release.js';
import { type Movement, moveInvoice } from '../movement/write.js';
import { cutPayables } from '../payable/index.js';
import { byMe, invoiceCells, type Sitting } from '../sitting.js';
import type { OriginalLine } from './find.js';
import type { Taken } from './rules.js';

export interface CreditCause {
  readonly cause: 'CREDIT' | 'RED_INVOICE';
  readonly causeId: string;
}

/** A dispute that a credit brought to nothing. */
interface Ended {
  readonly id: string;
  /** Whether only money made it good; where units went too, the difference itself is gone. */
  readonly byMoney: boolean;
}

interface Applied {
  readonly movements: readonly Movement[];
  readonly ended: readonly Ended[];
  /** What neither dispute nor waiting part of the line held. */
  readonly rest: Decimal;
}

/** Out of the line's disputes first, then out of what waits. */
const fromLine = ({ line, gross, quantity }: Taken, { cause, causeId }: CreditCause): Applied => {
  const { disputes, pending } = line as OriginalLine;
  const movements: Movement[] = [];
  const ended: Ended[] = [];
  let left = gross;
  const move = { to: 'SETTLED', invoiceLineId: line.id, cause, causeId } as const;
  for (const dispute of disputes) {
    const part = left.lt(dispute.open) ? left : decimal(dispute.open);
    if (!part.gt(zero)) break;
    left = left.minus(part);
    movements.push({ ...move, from: 'DISPUTED', disputeId: dispute.id, amount: plain(part) });
    if (part.eq(dispute.open)) ended.push({ id: dispute.id, byMoney: !(dispute.reason === 'QTY' && quantity !== undefined) });
  }
  const waiting = left.lt(pending) ? left : decimal(pending);
  if (waiting.gt(zero)) movements.push({ ...move, from: 'PENDING', amount: plain(waiting) });
  return { movements, ended, rest: left.minus(waiting) };
};

const endRows = (s: Sitting, ended: readonly Ended[]): readonly Cells[] =>
  ended.map(({ id, byMoney }) => ({
    id: s.ctx.newId(),
    dispute_id: id,
    ...invoiceCells(s.invoice),
    kind: byMoney ? 'CREDIT' : 'RESOLVE',
    org_id: s.ctx.viewer.orgId,
    conceded: '0',
    currency: s.invoice.currency,
    ...byMe(s.ctx),
  }));

/**
 * Takes a credit out of the invoice: of each line out of its disputes, then out of what waits; then out of what is payable, the latest
 * due first, then out of what is retained.
 * @returns what could be taken; the rest was settled before, and is to be paid back
 */
export const applyCredit = async (s: Sitting, taken: readonly Taken[], cause: CreditCause): Promise<Decimal> => {
  const { ctx, invoice } = s;
  const parts = taken.map((one) => fromLine(one, cause));
  const movements = parts.flatMap((part) => part.movements);
  const ended = parts.flatMap((part) => part.ended);
  await moveInvoice(ctx, invoice, movements);
  await insertRows((text, params) => ctx.write(text, params), 'dispute_step', endRows(s, ended));
  if (ended.length > 0)
    await ctx.write(
      `update app.dispute set status = 'SETTLED', version = version + 1 where id = any($1::uuid[]) and status in ('OPEN', 'ANSWERED', 'ACCEPTED')`,
      [ended.map(({ id }) => id)],
    );
  const rest = sum(parts.map((part) => part.rest));
  const { cut } = rest.gt(zero) ? await cutPayables(ctx, invoice, plain(rest), cause) : { cut: '0' };
  return sum(movements.map(({ amount }) => decimal(amount))).plus(cut);
};

/** Units that are credited are no longer claimed: the newest claims of a line go first. */
export const releaseCredited = async (s: Sitting, taken: readonly Taken[], whole: boolean, cause: CreditCause): Promise<void> => {
  if (whole) return releaseAll(s.ctx, s.invoice.id, cause);
  for (const { line, quantity } of taken) {
    if (quantity === undefined) continue;
    const { claimed, perUnit, creditedQuantity } = line as OriginalLine;
    const live = decimal(line.quantity).abs().minus(creditedQuantity).minus(quantity).times(perUnit);
    const over = decimal(claimed).minus(live);
    if (over.gt(zero)) await releaseOfLine(s.ctx, line.id, over, cause);
  }
};
