import { decimal } from '../../kernel/decimal.js';
import { OrderEntity } from '../../orders/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { Remedy, WarrantyStatus } from '../warranty/rules.js';
import type { SendInput } from './inputs.js';
import type { Ground } from './rules.js';

/** A ground for a return with the keys of what goes back. */
export interface PlacedGround extends Ground {
  readonly buyerId: string;
  readonly supplierId: string;
  readonly orderId: string;
  readonly cells: { readonly [column: string]: string | null };
}

interface Row {
  readonly id: string;
  readonly kind: 'REFUSAL' | 'CLAIM';
  readonly receipt_id: string;
  readonly receipt_line_id: string;
  readonly order_id: string;
  readonly line_id: string;
  readonly buyer_id: string;
  readonly supplier_id: string;
  readonly line_no: string;
  readonly unit: string;
  readonly received_on: string;
  readonly left: string;
  readonly status: WarrantyStatus | null;
  readonly remedy: Remedy | null;
}

const GROUNDS = `
  with ground as (
    select a.id, 'REFUSAL' as kind, a.receipt_id, a.receipt_line_id, a.order_id, a.line_id, a.buyer_id, a.supplier_id,
      app.refusal_left(a.id) as left, null as status, null as remedy
    from app.acceptance_line a where a.id = any($1::uuid[]) and a.refused > 0
    union all
    select c.id, 'CLAIM', c.receipt_id, c.receipt_line_id, c.order_id, c.line_id, c.buyer_id, c.supplier_id,
      c.quantity - coalesce((select sum(b.quantity) from app.goods_return_line b where b.claim_id = c.id), 0), c.status, c.remedy
    from app.warranty_claim c where c.id = any($2::uuid[]))
  select g.id, g.kind, g.receipt_id, g.receipt_line_id, g.order_id, g.line_id, g.buyer_id, g.supplier_id, g.left::text, g.status, g.remedy,
    l.line_no, b.unit, r.received_on::text
  from ground g join app.receipt_line l on l.id = g.receipt_line_id join app.receipt_advice r on r.id = g.receipt_id
  join app.line_balance b on b.line_id = g.line_id`;

const groundOf = (row: Row): PlacedGround => ({
  id: row.id,
  kind: row.kind,
  lineNo: row.line_no,
  unit: row.unit,
  receivedOn: row.received_on,
  left: decimal(row.left),
  ...(row.status === null ? {} : { status: row.status }),
  ...(row.remedy === null ? {} : { remedy: row.remedy }),
  buyerId: row.buyer_id,
  supplierId: row.supplier_id,
  orderId: row.order_id,
  cells: {
    receipt_id: row.receipt_id,
    receipt_line_id: row.receipt_line_id,
    order_id: row.order_id,
    line_id: row.line_id,
    buyer_id: row.buyer_id,
    supplier_id: row.supplier_id,
    acceptance_line_id: row.kind === 'REFUSAL' ? row.id : null,
    claim_id: row.kind === 'CLAIM' ? row.id : null,
  },
});

/** The refusals and claims that a return names, their orders locked, so that quantities of one order move one after the other. */
export const groundsOf = async (ctx: CommandContext, lines: SendInput['lines']): Promise<readonly PlacedGround[]> => {
  const params = [lines.flatMap((line) => line.acceptanceLineId ?? []), lines.flatMap((line) => line.claimId ?? [])];
  const seen = await ctx.sql<Row>(GROUNDS, params);
  if (seen.length === 0) return [];
  await ctx.lockMany(OrderEntity, [...new Set(seen.map((row) => row.order_id))]);
  return (await ctx.sql<Row>(GROUNDS, params)).map(groundOf);
};
