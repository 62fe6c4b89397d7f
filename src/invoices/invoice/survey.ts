import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import type { Refusal } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { convert, isUnit } from '../../kernel/units.js';
import { OrderEntity } from '../../orders/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { SubmitInput, SubmitLine } from './inputs.js';

/** An order of the same parties, as an invoice names it. */
export interface KnownOrder {
  readonly id: string;
  readonly number: string;
  readonly number_key: string;
  readonly issued_on: string;
  readonly currency: string;
  readonly agreement_id: string | null;
}

/** A line of a known order, and how much of it came and is invoiced. In the line's unit. */
export interface KnownLine {
  readonly id: string;
  readonly order_id: string;
  readonly line_no: string;
  readonly unit: string;
  readonly quantity: string;
  readonly received: string;
  readonly kept: string;
  readonly invoiced: string;
}

/** What one line of the document is about. */
export interface Placed {
  readonly source: SubmitLine;
  /** The number by which the order was named. */
  readonly orderNumber?: string;
  readonly order?: KnownOrder;
  readonly line?: KnownLine;
  /** In the unit of the order's line. */
  readonly quantity?: Decimal;
}

export interface Survey {
  readonly placed: readonly Placed[];
  readonly orders: readonly KnownOrder[];
  readonly refusals: readonly Refusal[];
}

type Named = SubmitInput['order'];

const keyOf = (named: Named): string | undefined => (named?.number === undefined ? undefined : fingerprint(named.number));

const ordersNamed = async (ctx: CommandContext, buyerId: string, names: readonly Named[]): Promise<readonly KnownOrder[]> => {
  const keys = names.flatMap((named) => keyOf(named) ?? []);
  const ids = names.flatMap((named) => named?.id ?? []);
  if (keys.length + ids.length === 0) return [];
  const find = `select id, number, number_key, issued_on, currency, agreement_id from app.orders
    where buyer_id = $1 and supplier_id = $2 and (id = any($3::uuid[]) or number_key = any($4::text[])) and type_code <> '221'`;
  const rows = await ctx.sql<KnownOrder>(find, [buyerId, ctx.viewer.orgId, ids, keys]);
  if (rows.length > 0)
    await ctx.lockMany(
      OrderEntity,
      rows.map((row) => row.id),
    );
  return rows;
};

const linesOf = (ctx: CommandContext, orders: readonly KnownOrder[]): Promise<KnownLine[]> =>
  orders.length === 0
    ? Promise.resolve([])
    : ctx.sql<KnownLine>(
        `select l.id, l.order_id, l.line_no, l.unit, l.quantity, coalesce(b.received, 0) as received,
           coalesce(b.received - b.refused - b.returned, 0) as kept,
           (select coalesce(sum(i.order_quantity - i.credited_quantity), 0) from app.invoice_line i join app.invoice v on v.id = i.invoice_id
            where i.order_line_id = l.id and v.status not in ('REJECTED', 'VOIDED')) as invoiced
         from app.order_line l left join app.line_balance b on b.line_id = l.id where l.order_id = any($1::uuid[])`,
        [orders.map((order) => order.id)],
      );

const find = (orders: readonly KnownOrder[], named: Named): KnownOrder | undefined =>
  named === undefined
    ? undefined
    : orders.find((order) => (named.id === undefined ? order.number_key === keyOf(named) : order.id === named.id));

const quantityFaults = (placed: Placed, at: readonly string[], taken: Map<string, Decimal>): readonly Refusal[] => {
  const { source, order, line, quantity } = placed;
  if (order === undefined || line === undefined) return [];
  if (quantity === undefined)
    return [{ code: 'INVOICE_UNIT_WRONG', field: [...at, 'unit'], params: { expected: line.unit, given: source.unit } }];
  // A line that takes back is a matter of money alone.
  if (quantity.lte(zero)) return [];
  const params = { lineId: line.line_no, order: order.number, unit: line.unit };
  if (decimal(line.received).isZero() || (decimal(line.kept).isZero() && decimal(line.invoiced).isZero()))
    return [{ code: 'LINE_NOT_RECEIVED', field: [...at, 'quantity'], params: { ...params, ordered: plain(decimal(line.quantity)) } }];
  const invoiced = decimal(line.invoiced).plus(taken.get(line.id) ?? zero);
  taken.set(line.id, (taken.get(line.id) ?? zero).plus(quantity));
  return invoiced.lt(line.kept)
    ? []
    : [
        {
          code: 'RECEIPT_INVOICED',
          field: [...at, 'quantity'],
          params: { ...params, received: plain(decimal(line.kept)), invoiced: plain(invoiced) },
        },
      ];
};

const orderFaults = (input: SubmitInput, issuedOn: string, placed: Placed, at: readonly string[], named: Named): readonly Refusal[] => {
  const { order, source, line } = placed;
  if (named?.id !== undefined && order === undefined) return [{ code: 'NOT_FOUND', field: [...at, 'order', 'id'] }];
  if (order === undefined) return [];
  const about = { order: order.number };
  return [
    ...(source.orderLineId !== undefined && line === undefined
      ? [{ code: 'INVOICE_ORDER_LINE_UNKNOWN', field: [...at, 'orderLineId'], params: { ...about, lineId: source.orderLineId } }]
      : []),
    ...(order.currency === input.currency
      ? []
      : [{ code: 'CURRENCY_WRONG', field: ['currency'], params: { ...about, expected: order.currency, given: input.currency } }]),
    ...(issuedOn >= order.issued_on
      ? []
      : [{ code: 'DATED_BEFORE_ORDER', field: ['issuedOn'], params: { ...about, expected: order.issued_on, given: issuedOn } }]),
  ];
};

const receiptFaults = async (ctx: CommandContext, placed: readonly Placed[]): Promise<readonly Refusal[]> => {
  const named = placed.flatMap(({ source, line }, i) =>
    source.receipts.map((id, k) => ({ id, line, at: ['lines', String(i), 'receipts', String(k)] })),
  );
  if (named.length === 0) return [];
  const rows = await ctx.sql<{ id: string; line_id: string }>('select id, line_id from app.receipt_line where id = any($1::uuid[])', [
    named.map(({ id }) => id),
  ]);
  const lineOf = new Map(rows.map((row) => [row.id, row.line_id]));
  return named.flatMap(({ id, line, at }) =>
    line !== undefined && lineOf.get(id) === line.id ? [] : [{ code: 'RECEIPT_LINE_UNKNOWN', field: at }],
  );
};

const place = (input: SubmitInput, orders: readonly KnownOrder[], lines: readonly KnownLine[], source: SubmitLine): Placed => {
  const named = source.order ?? input.order;
  const order = find(orders, named);
  const line = order && lines.find((one) => one.order_id === order.id && one.line_no === source.orderLineId);
  const quantity = line && convert(decimal(source.quantity), source.unit, line.unit);
  return {
    source,
    ...(named?.number === undefined ? {} : { orderNumber: named.number }),
    ...(order === undefined ? {} : { order, orderNumber: order.number }),
    ...(line === undefined ? {} : { line }),
    ...(quantity === undefined ? {} : { quantity }),
  };
};

/** One and the same reason is told once, however many lines share it. */
const once = (refusals: readonly Refusal[]): readonly Refusal[] => [...new Map(refusals.map((one) => [JSON.stringify(one), one])).values()];

/** What the document is about: locks the orders that it names and asks how much of their lines came and is invoiced. */
export const survey = async (ctx: CommandContext, input: SubmitInput, buyerId: string, issuedOn: string): Promise<Survey> => {
  const names = [input.order, ...input.lines.map((line) => line.order)];
  const orders = await ordersNamed(ctx, buyerId, names);
  const lines = await linesOf(ctx, orders);
  const placed = input.lines.map((source) => place(input, orders, lines, source));
  const taken = new Map<string, Decimal>();
  const refusals = placed.flatMap((one, i): readonly Refusal[] => {
    const at = ['lines', String(i)];
    const { unit } = one.source;
    return [
      ...(isUnit(unit) ? [] : [{ code: 'INVOICE_UNIT_UNKNOWN', field: [...at, 'unit'], params: { unit } }]),
      ...orderFaults(input, issuedOn, one, at, one.source.order ?? input.order),
      ...quantityFaults(one, at, taken),
    ];
  });
  return { placed, orders, refusals: once([...refusals, ...(await receiptFaults(ctx, placed))]) };
};
