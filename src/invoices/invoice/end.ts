import { decimal, zero } from '../../kernel/decimal.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { releaseAll } from '../match/release.js';
import type { Invoice } from '../model.js';
import { type Movement, moveInvoice } from '../movement/write.js';
import { cutPayables } from '../payable/index.js';

interface Held {
  readonly line_id: string;
  readonly dispute_id: string | null;
  readonly amount: string;
}

const HELD = `select l.id as line_id, null::uuid as dispute_id, l.pending as amount from app.invoice_line l where l.invoice_id = $1 and l.pending > 0
  union all select d.invoice_line_id, d.id, d.open from app.dispute d where d.invoice_id = $1 and d.open > 0`;

/** Takes all that an invoice still claims: it is rejected or voided. Its units are free for another invoice. */
export const endInvoice = async (ctx: CommandContext, invoice: Invoice, cause: 'REJECTED' | 'VOIDED', causeId: string): Promise<void> => {
  const held = await ctx.sql<Held>(HELD, [invoice.id]);
  const movements = held.map(
    ({ line_id, dispute_id, amount }): Movement => ({
      from: dispute_id === null ? 'PENDING' : 'DISPUTED',
      to: 'SETTLED',
      amount,
      invoiceLineId: line_id,
      disputeId: dispute_id,
      cause,
      causeId,
    }),
  );
  await moveInvoice(ctx, invoice, movements);
  const due = decimal(invoice.payable).plus(invoice.retained);
  if (due.gt(zero)) await cutPayables(ctx, invoice, due.toFixed(), { cause, causeId });
  await releaseAll(ctx, invoice.id, { cause, causeId });
  await ctx.write(
    `update app.dispute set status = 'SETTLED', version = version + 1 where invoice_id = $1 and status in ('OPEN', 'ANSWERED', 'ACCEPTED')`,
    [invoice.id],
  );
};
