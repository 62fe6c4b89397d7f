import { type CalendarDate, plusDays } from '../../kernel/date.js';
import { type Decimal, decimal, zero } from '../../kernel/decimal.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import { armWindow } from './window.js';
import { type AcceptanceDraft, type AcceptedReceipt, type JudgedLine, writeAcceptances } from './write.js';

interface Row {
  readonly id: string;
  readonly receipt_id: string;
  readonly order_id: string;
  readonly line_id: string;
  readonly buyer_id: string;
  readonly supplier_id: string;
  readonly position: number;
  readonly received: string;
  readonly received_on: string;
  readonly version: number;
  readonly agreement_id: string | null;
  readonly inspection_days: number | null;
}

interface Fresh extends Row {
  readonly left: Decimal;
  /** Null where no period is agreed. */
  readonly endsOn: string | null;
}

const load = async (ctx: CommandContext, receiptIds: readonly string[]): Promise<readonly Fresh[]> => {
  const rows = await ctx.sql<Row>(
    `select l.id, l.receipt_id, l.order_id, l.line_id, l.buyer_id, l.supplier_id, l.position, l.received::text, r.received_on::text, r.version,
       g.id as agreement_id, g.inspection_days
     from app.receipt_line l join app.receipt_advice r on r.id = l.receipt_id join app.orders o on o.id = l.order_id
     left join app.trade_agreement g on g.id = o.agreement_id and g.inspection_days > 0
     where l.receipt_id = any($1::uuid[]) and l.received > 0 order by l.receipt_id, l.position`,
    [receiptIds],
  );
  return rows.map((row) => ({
    ...row,
    left: decimal(row.received),
    endsOn: row.inspection_days === null ? null : plusDays(row.received_on as CalendarDate, row.inspection_days),
  }));
};

const receiptOf = (line: Row): AcceptedReceipt => ({ id: line.receipt_id, buyerId: line.buyer_id, supplierId: line.supplier_id });

const passed = (line: Fresh): JudgedLine => ({
  receiptLineId: line.id,
  orderId: line.order_id,
  orderLineId: line.line_id,
  position: line.position,
  accepted: line.left,
  refused: zero,
  noted: zero,
});

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string): readonly (readonly [Item, ...Item[]])[] => {
  const groups = new Map<string, [Item, ...Item[]]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return [...groups.values()];
};

const accepting = (way: AcceptanceDraft['way'], onOf: (line: Fresh) => string, whole: ReadonlyMap<string, number>) =>
  function draft(lines: readonly [Fresh, ...Fresh[]]): AcceptanceDraft {
    const [first] = lines;
    const kind = whole.get(first.receipt_id) === lines.length ? 'FINAL' : 'PARTIAL';
    return { receipt: receiptOf(first), kind, way, acceptedOn: onOf(first), lines: lines.map(passed) };
  };

const windowCells = (ctx: CommandContext, line: Fresh) => ({
  id: ctx.newId(),
  receipt_id: line.receipt_id,
  receipt_line_id: line.id,
  order_id: line.order_id,
  line_id: line.line_id,
  buyer_id: line.buyer_id,
  supplier_id: line.supplier_id,
  agreement_id: line.agreement_id,
  days: line.inspection_days,
  ends_on: line.endsOn,
  business_time: ctx.businessNow,
});

/**
 * What follows from receipts for acceptance, in their own transaction, any number at once. Where the agreement of an order gives a
 * period for inspection it begins (Civil Code art. 620), with a deadline at its end; one that is over when the receipt is entered has
 * accepted. Where none is agreed the receipt itself accepts what could be seen (art. 623).
 * @param receiptIds receipts that this transaction has written with their lines; the acting organisation is their buyer
 */
export const beginInspection = async (ctx: CommandContext, receiptIds: readonly string[]): Promise<void> => {
  const lines = await load(ctx, receiptIds);
  const today = ctx.businessDate;
  const whole = new Map(grouped(lines, (line) => line.receipt_id).map((group) => [group[0].receipt_id, group.length]));
  const windows = lines.filter((line) => line.endsOn !== null);
  await insertRows(
    ctx.write,
    'inspection_window',
    windows.map((line) => windowCells(ctx, line)),
  );
  const atOnce = lines.filter((line) => line.endsOn === null);
  const over = windows.filter(({ endsOn }) => endsOn !== null && endsOn < today);
  await writeAcceptances(ctx, [
    ...grouped(atOnce, (line) => line.receipt_id).map(accepting('ON_RECEIPT', (line) => line.received_on, whole)),
    ...grouped(over, (line) => `${line.receipt_id} ${line.endsOn}`).map(accepting('BY_CLOCK', (line) => line.endsOn ?? '', whole)),
  ]);
  const running = windows.filter(({ endsOn }) => endsOn !== null && endsOn >= today);
  for (const group of grouped(running, (line) => line.receipt_id)) armWindow(ctx, receiptOf(group[0]), group[0].version, group);
};
