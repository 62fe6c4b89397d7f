import type { CommandContext } from '../../platform/commands/index.js';
import { startTerms } from '../../invoices/index.js';

interface Confirmed {
  readonly invoice_id: string;
  readonly statement_id: string;
  readonly confirmed_on: string;
}

// An invoice is confirmed by the statement in which it stands, or by those in which all stands that it claims: what both sides have
// confirmed is then its amount, whichever document came first.
const CONFIRMED = `
  with waiting as (
    select distinct p.invoice_id from app.payable p
    where p.basis = 'CONFIRMED_STATEMENT' and p.start_on is null and p.status <> 'SETTLED' and ($1::uuid is null or (p.buyer_id, p.supplier_id) = ($1, $2))
  ), own as (
    select w.invoice_id, s.id as statement_id, s.confirmed_on from waiting w
    join app.statement_line l on l.kind = 'INVOICE' and l.subject_id = w.invoice_id and l.live
    join app.statement s on s.id = l.statement_id and s.status = 'CONFIRMED'
  ), goods as (
    select w.invoice_id, (array_agg(s.id order by s.confirmed_on desc, s.id desc))[1] as statement_id, max(s.confirmed_on) as confirmed_on
    from waiting w
    join app.invoice_receipt r on r.invoice_id = w.invoice_id and r.released_at is null
    left join app.statement_line l on l.kind = 'RECEIPT' and l.subject_id = r.receipt_line_id and l.live
    left join app.statement s on s.id = l.statement_id and s.status = 'CONFIRMED'
    group by w.invoice_id having bool_and(s.id is not null)
  )
  select * from own union all select * from goods g where not exists (select from own o where o.invoice_id = g.invoice_id)
  order by confirmed_on, statement_id, invoice_id`;

/**
 * Starts every term that waited for a confirmation which is there by now: the day of both confirmations begins it (Order 802 art. 9(4)).
 * @param pair the parties of one statement; every pair of the acting organisation when left out
 * @returns how many payables got their due date
 */
export const startConfirmedTerms = async (
  ctx: CommandContext,
  pair?: { readonly buyerId: string; readonly supplierId: string },
): Promise<number> => {
  const rows = await ctx.sql<Confirmed>(CONFIRMED, [pair?.buyerId ?? null, pair?.supplierId ?? null]);
  const byStatement = new Map<string, Confirmed[]>();
  for (const row of rows) {
    const known = byStatement.get(row.statement_id);
    if (known) known.push(row);
    else byStatement.set(row.statement_id, [row]);
  }
  let started = 0;
  for (const [statementId, invoices] of byStatement) {
    const ids = await startTerms(ctx, {
      invoiceIds: invoices.map((row) => row.invoice_id),
      on: invoices[0]?.confirmed_on ?? ctx.businessDate,
      cause: 'STATEMENT_CONFIRMED',
      causeId: statementId,
    });
    started += ids.length;
  }
  return started;
};
