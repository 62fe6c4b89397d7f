import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { type MovedInvoice, type Movement, moveInvoice } from '../movement/write.js';
import { type Payable, PayableEntity } from './model.js';
import type { Cut, CutCause } from './part.js';
import { DEADLINES } from './term.js';

const NEVER = '9999-12-31';

/** Payables of the invoice that are not settled, locked. */
export const livePayables = async (ctx: CommandContext, invoiceId: string): Promise<readonly Payable[]> => {
  const rows = await ctx.sql<{ id: string }>(`select p.id from app.payable p where p.invoice_id = $1 and p.status <> 'SETTLED'`, [
    invoiceId,
  ]);
  return rows.length === 0
    ? []
    : ctx.lockMany(
        PayableEntity,
        rows.map((row) => row.id),
      );
};

/** What is due last is cut first: the creditor keeps what is due. A retention is cut last. */
const inOrder = (payables: readonly Payable[]): readonly Payable[] =>
  [...payables].sort(
    (a, b) => Number(a.status === 'RETAINED') - Number(b.status === 'RETAINED') || ((a.dueOn ?? NEVER) < (b.dueOn ?? NEVER) ? 1 : -1),
  );

const about = ({ id, version, buyerId, supplierId }: Payable) => ({
  subject: 'Payable',
  id,
  version: version + 1,
  parties: [buyerId, supplierId],
});

const take = (payable: Payable, wanted: Decimal, cause: CutCause): { readonly part: Decimal; readonly movement: Movement } => {
  const from = payable.status === 'RETAINED' ? 'RETAINED' : 'PAYABLE';
  const held = decimal(from === 'RETAINED' ? payable.retained : payable.open);
  const part = wanted.lt(held) ? wanted : held;
  return { part, movement: { from, to: 'SETTLED', amount: plain(part), payableId: payable.id, ...cause } };
};

/**
 * Takes an amount out of what is payable, the latest due first, then out of what is retained; a claim that was never owed bears no
 * interest either, as far as none was posted. The invoice must be locked. Takes what is there and answers how much that was.
 */
export const cutPayables = async (ctx: CommandContext, invoice: MovedInvoice, amount: string, cause: CutCause): Promise<Cut> => {
  const movements: Movement[] = [];
  const cut = { PAYABLE: zero, RETAINED: zero };
  let left = decimal(amount);
  for (const payable of inOrder(await livePayables(ctx, invoice.id))) {
    const { part, movement } = take(payable, left, cause);
    if (!part.gt(zero)) continue;
    movements.push(movement);
    cut[movement.from === 'RETAINED' ? 'RETAINED' : 'PAYABLE'] = cut[movement.from === 'RETAINED' ? 'RETAINED' : 'PAYABLE'].plus(part);
    left = left.minus(part);
    ctx.event({ ...about(payable), type: 'PAYABLE_CUT', changed: ['open', 'retained', 'settled'] });
    if (part.eq(decimal(payable.open).plus(payable.retained))) ctx.clearDeadlines(payable.id, DEADLINES);
  }
  await moveInvoice(ctx, invoice, movements);
  return { cut: plain(cut.PAYABLE.plus(cut.RETAINED)), payable: plain(cut.PAYABLE), retained: plain(cut.RETAINED) };
};
