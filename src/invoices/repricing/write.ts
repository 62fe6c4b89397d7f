import type { Decimal } from '../../kernel/decimal.js';
import { minorDigits } from '../../kernel/money.js';
import type { OrderRow } from '../../orders/index.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import type { Collected } from './collect.js';
import type { RepricingList } from './rules.js';

type Amounts = Pick<RepricingList, 'net' | 'tax' | 'total'>;

interface Writing {
  readonly ctx: CommandContext;
  readonly id: string;
  readonly order: OrderRow;
  readonly revision: number;
}

const partyCells = ({ id, order }: Writing) => ({ repricing_id: id, buyer_id: order.buyerId, supplier_id: order.supplierId });

const textOf = (amount: Decimal, { order }: Writing): string => amount.toFixed(minorDigits(order.currency));

const amountCells = ({ net, tax, total }: Amounts, w: Writing) => ({
  net: textOf(net, w),
  tax: textOf(tax, w),
  total: textOf(total, w),
  currency: w.order.currency,
});

/** @returns ids of the list's invoices by invoice */
const writeInvoices = async (w: Writing, list: RepricingList): Promise<ReadonlyMap<string, string>> => {
  const rows = list.invoices.map((invoice, i) => ({
    id: w.ctx.newId(),
    ...partyCells(w),
    invoice_id: invoice.invoiceId,
    position: i + 1,
    ...amountCells(invoice, w),
  }));
  await insertRows(w.ctx.sql, 'repricing_invoice', rows);
  return new Map(rows.map((row) => [row.invoice_id, row.id]));
};

const lineCells = (w: Writing, line: Collected, i: number) => ({
  id: w.ctx.newId(),
  ...partyCells(w),
  invoice_line_id: line.invoiceLineId,
  invoice_id: line.invoiceId,
  frame_id: w.order.id,
  revision: w.revision,
  frame_line_id: line.frameLineId,
  order_id: line.orderId,
  order_line_id: line.orderLineId,
  position: i + 1,
  priced_on: line.pricedOn,
  quantity: line.quantity,
  unit: line.unit,
  old_price: line.oldPrice,
  new_price: line.newPrice,
  tax_rate: line.taxRate,
  ...amountCells(line, w),
});

/** Writes a list with its invoices and lines. @returns its id */
export const writeList = async (
  ctx: CommandContext,
  order: OrderRow,
  revision: number,
  list: RepricingList,
  lines: readonly Collected[],
): Promise<string> => {
  const id = ctx.newId();
  const w: Writing = { ctx, id, order, revision };
  const { buyerId, supplierId } = order;
  await insertRows(ctx.sql, 'repricing', [
    {
      id,
      buyer_id: buyerId,
      supplier_id: supplierId,
      order_id: order.id,
      revision,
      line_count: lines.length,
      ...amountCells(list, w),
      surplus: textOf(list.surplus, w),
      deficit: textOf(list.deficit, w),
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    },
  ]);
  const parts = await writeInvoices(w, list);
  await insertRows(
    ctx.sql,
    'repricing_line',
    lines.map((line, i) => ({ ...lineCells(w, line, i), repricing_invoice_id: parts.get(line.invoiceId) })),
  );
  ctx.event({ type: 'REPRICING_PROPOSED', subject: 'Repricing', id, version: 1, parties: [buyerId, supplierId], status: 'PROPOSED' });
  return id;
};
