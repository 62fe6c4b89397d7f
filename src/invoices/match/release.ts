import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import { type Cells, type CommandContext, insertRows } from '../../platform/commands/index.js';

/** Why claimed units become free again, and the fact behind it. */
export interface ReleaseCause {
  readonly cause: 'CREDIT' | 'RED_INVOICE' | 'RETURN' | 'REJECTED' | 'VOIDED';
  readonly causeId: string;
}

type Claim = Cells & { readonly id: string; readonly invoice_line_id: string; readonly receipt_line_id: string; readonly quantity: string };

const CLAIM = `c.id, c.invoice_id, c.invoice_line_id, c.buyer_id, c.supplier_id, c.order_id, c.order_line_id, c.receipt_line_id, c.quantity,
  c.received_on::text, c.accepted_on::text, c.inspection_ends_on::text, c.price_reduction::text`;

const free = (ctx: CommandContext, ids: readonly string[], { cause, causeId }: ReleaseCause): Promise<void> =>
  ctx.write(
    `update app.invoice_receipt set released_by = $2, release_cause = $3, released_at = clock_timestamp() where id = any($1::uuid[])`,
    [ids, causeId, cause],
  );

/** Releases every claim of an invoice: it ended. */
export const releaseAll = (ctx: CommandContext, invoiceId: string, { cause, causeId }: ReleaseCause): Promise<void> =>
  ctx.write(
    `update app.invoice_receipt set released_by = $2, release_cause = $3, released_at = clock_timestamp() where invoice_id = $1 and released_by is null`,
    [invoiceId, causeId, cause],
  );

/** Releases units of claims, in the order given; what a claim keeps is claimed anew. */
const releaseUnits = async (ctx: CommandContext, claims: readonly Claim[], units: Decimal, cause: ReleaseCause): Promise<void> => {
  let left = units;
  const gone: string[] = [];
  const kept: Cells[] = [];
  for (const claim of claims) {
    if (!left.gt(zero)) break;
    gone.push(claim.id);
    const rest = decimal(claim.quantity).minus(left);
    left = left.minus(claim.quantity);
    if (rest.gt(zero))
      kept.push({ ...claim, id: ctx.newId(), quantity: plain(rest), actor_id: ctx.viewer.actorId, business_time: ctx.businessNow });
  }
  if (gone.length === 0) return;
  await free(ctx, gone, cause);
  await insertRows((text, params) => ctx.write(text, params), 'invoice_receipt', kept);
};

/** Releases units that a line claims, the newest claims first. */
export const releaseOfLine = async (ctx: CommandContext, invoiceLineId: string, units: Decimal, cause: ReleaseCause): Promise<void> => {
  const claims = await ctx.sql<Claim>(
    `select ${CLAIM} from app.invoice_receipt c where c.invoice_line_id = $1 and c.released_by is null order by c.at desc, c.id desc`,
    [invoiceLineId],
  );
  await releaseUnits(ctx, claims, units, cause);
};

/** Releases what is claimed of receipts beyond what is still there, after goods went back; the newest claims first. */
export const releaseReturned = async (ctx: CommandContext, orderLineIds: readonly string[]): Promise<void> => {
  const rows = await ctx.sql<Claim & { readonly over: string; readonly returned_by: string }>(
    `select ${CLAIM}, r.invoiced - (r.accepted - r.returned) as over,
       (select g.return_id from app.goods_return_line g where g.receipt_line_id = r.id order by g.id desc limit 1) as returned_by
     from app.receipt_line r join app.invoice_receipt c on c.receipt_line_id = r.id and c.released_by is null
     where r.line_id = any($1::uuid[]) and r.invoiced > r.accepted - r.returned order by r.id, c.at desc, c.id desc`,
    [orderLineIds],
  );
  for (const receiptLineId of new Set(rows.map((row) => row.receipt_line_id))) {
    const own = rows.filter((row) => row.receipt_line_id === receiptLineId);
    const [first] = own;
    if (first === undefined) continue;
    const claims = own.map(({ over: _, returned_by: __, ...claim }) => claim as Claim);
    await releaseUnits(ctx, claims, decimal(first.over), { cause: 'RETURN', causeId: first.returned_by });
  }
};
