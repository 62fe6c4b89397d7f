import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { organisationOf } from '../../parties/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { CreditInput } from './inputs.js';
import type { Creditable } from './rules.js';

const FIND = `select id from app.invoice where supplier_id = $1 and ($2::uuid is null or buyer_id = $2)
  and (id = $3 or number_key = $4 or fapiao_number = $5)
  order by status in ('REJECTED', 'VOIDED'), created_at desc, id desc limit 2`;

/** The invoice that a credit takes back: by id, by number, or by the number of its tax invoice; of several buyers the one named. */
export const originalOf = async (ctx: CommandContext, input: CreditInput): Promise<Verdict<string>> => {
  const buyer = input.buyer === undefined ? undefined : await organisationOf(ctx.sql, input.buyer, ['buyer']);
  if (buyer !== undefined && !buyer.ok) return buyer;
  const { id, number, fapiaoNumber } = input.original;
  const [found] = await ctx.sql<{ id: string }>(FIND, [
    ctx.viewer.orgId,
    buyer?.value ?? null,
    id ?? null,
    number === undefined ? null : fingerprint(number),
    fapiaoNumber ?? null,
  ]);
  return found ? ok(found.id) : refused({ code: 'ORIGINAL_UNKNOWN', field: ['original'] });
};

/** A line of the original as it stands. */
export interface OriginalLine extends Creditable {
  /** Units of the order's line per unit of this one. */
  readonly perUnit: string;
  readonly pending: string;
  readonly claimed: string;
  readonly disputes: readonly { readonly id: string; readonly origin: string; readonly reason: string; readonly open: string }[];
}

const LINES = `select l.id, l.line_no as "lineId", l.unit, l.quantity, l.share, l.credited, l.tax_rate as "taxRate", l.pending, l.claimed,
    coalesce(l.order_quantity / nullif(abs(l.quantity), 0), 1)::text as "perUnit",
    trim_scale(l.credited_quantity / coalesce(l.order_quantity / nullif(abs(l.quantity), 0), 1))::text as "creditedQuantity",
    (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'origin', d.origin, 'reason', d.reason, 'open', d.open::text)
       order by d.status <> 'ACCEPTED', d.at, d.id), '[]') from app.dispute d where d.invoice_line_id = l.id and d.open > 0) as disputes
  from app.invoice_line l where l.invoice_id = $1 order by l.position`;

export const originalLines = (ctx: CommandContext, invoiceId: string): Promise<OriginalLine[]> => ctx.sql<OriginalLine>(LINES, [invoiceId]);
