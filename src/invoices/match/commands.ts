import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { OrderEntity } from '../../orders/index.js';
import { command } from '../../platform/commands/index.js';
import { InvoiceEntity } from '../model.js';
import { conclude } from '../sitting.js';
import { releaseReturned } from './release.js';
import { matchInvoices } from './run.js';

interface Touched {
  readonly order_id: string;
  readonly order_line_id: string;
  readonly invoice_id: string | null;
}

// An acceptance, a return or a receipt is about receipt lines, and they about lines of orders.
const TOUCHED = `with line as (
    select n.order_id, n.line_id from app.acceptance_line n where n.acceptance_id = $1
    union select r.order_id, r.line_id from app.receipt_line r where r.receipt_id = $1
    union select g.order_id, g.line_id from app.goods_return_line g where g.return_id = $1)
  select line.order_id, line.line_id as order_line_id, l.invoice_id from line
  left join app.invoice_line l on l.order_line_id = line.line_id
    and exists (select from app.invoice i where i.id = l.invoice_id and i.status not in ('REJECTED', 'VOIDED'))`;

const unique = (ids: readonly (string | null)[]): string[] => [...new Set(ids.flatMap((id) => id ?? []))].sort();

/**
 * Compares again the invoices of the goods that an acceptance, a receipt or a return is about: what was sent back is released, what was
 * accepted becomes due. Looks at the present state only.
 */
export const invoiceMatch = command({
  name: 'invoiceMatch',
  need: 'invoices:write',
  key: 'none',
  input: z.object({ subjectId: z.string() }),
  async run(ctx, { subjectId }): Promise<Verdict<{ matched: number }>> {
    const touched = await ctx.sql<Touched>(TOUCHED, [subjectId]);
    const invoiceIds = unique(touched.map((row) => row.invoice_id));
    if (invoiceIds.length === 0) return ok({ matched: 0 });
    const others = await ctx.sql<{ order_id: string }>(
      'select distinct order_id from app.invoice_line where invoice_id = any($1::uuid[]) and order_id is not null',
      [invoiceIds],
    );
    await ctx.lockMany(OrderEntity, unique([...touched, ...others].map((row) => row.order_id)));
    const invoices = await ctx.lockMany(InvoiceEntity, invoiceIds);
    await releaseReturned(ctx, unique(touched.map((row) => row.order_line_id)));
    const { changed, disputed } = await matchInvoices(ctx, invoices, { cause: 'MATCH', causeId: subjectId });
    for (const invoice of invoices.filter(({ id }) => changed.has(id)))
      conclude({ ctx, invoice }, ['INVOICE_MATCHED', ...(disputed.has(invoice.id) ? ['INVOICE_DISPUTED'] : [])], ['lines', 'disputes']);
    return ok({ matched: changed.size });
  },
});
