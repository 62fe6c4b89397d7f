import { decimal } from '../../kernel/decimal.js';
import { OrderEntity } from '../../orders/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { type ReceiptAdvice, ReceiptAdviceEntity } from '../model.js';
import type { InspectedLine } from './rules.js';

/** A receipt line with the keys that tie what is said of it to its order. */
export interface ReceiptLine extends InspectedLine {
  readonly orderId: string;
  readonly orderLineId: string;
  readonly position: number;
}

/** A receipt, its orders and itself locked, as it is inspected. */
export interface Inspecting {
  readonly receipt: ReceiptAdvice;
  readonly lines: readonly ReceiptLine[];
}

interface Row {
  readonly id: string;
  readonly order_id: string;
  readonly line_id: string;
  readonly position: number;
  readonly line_no: string;
  readonly unit: string;
  readonly left: string;
  readonly ends_on: string | null;
}

const lineOf = (row: Row): ReceiptLine => ({
  id: row.id,
  orderId: row.order_id,
  orderLineId: row.line_id,
  position: row.position,
  lineNo: row.line_no,
  unit: row.unit,
  left: decimal(row.left),
  endsOn: row.ends_on,
});

/** The receipt with what is left of it to decide on; undefined where the acting organisation does not see it. */
export const inspecting = async (ctx: CommandContext, receiptId: string): Promise<Inspecting | undefined> => {
  const orders = await ctx.sql<{ order_id: string }>('select distinct order_id from app.receipt_line where receipt_id = $1', [receiptId]);
  if (orders.length === 0) return undefined;
  await ctx.lockMany(
    OrderEntity,
    orders.map((row) => row.order_id),
  );
  const receipt = await ctx.lockById(ReceiptAdviceEntity, receiptId);
  if (receipt === undefined) return undefined;
  const rows = await ctx.sql<Row>(
    `select l.id, l.order_id, l.line_id, l.position, l.line_no, b.unit, (l.received - l.accepted - l.refused)::text as left, w.ends_on::text
     from app.receipt_line l join app.line_balance b on b.line_id = l.line_id
     left join app.inspection_window w on w.receipt_line_id = l.id
     where l.receipt_id = $1 and l.received > 0 order by l.position`,
    [receiptId],
  );
  return { receipt, lines: rows.map(lineOf) };
};
