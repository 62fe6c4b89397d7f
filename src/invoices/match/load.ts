import { decimal, plain, zero } from '../../kernel/decimal.js';
import { convertPrice } from '../../kernel/units.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { InvoiceStatus } from '../lifecycle/rules.js';
import type { PriceBasis } from '../sums/rules-content.js';
import type { DifferenceKind, Invoiced, Ordered } from './rules.js';
import type { Lot, ReceiptStock } from './units/rules.js';
import { lotsOf } from './units/rules.js';

/** A dispute of a line, as the match looks at it. */
export interface LineDispute {
  readonly id: string;
  readonly reason: string;
  readonly origin: 'MATCH' | 'BUYER';
  readonly status: string;
  readonly open: string;
  /** Ended by a concession or a credit, not because the difference went away. */
  readonly decided: boolean;
}

/** A line of an invoice with all that its match asks about. Amounts and quantities are plain decimals. */
export interface MatchLine {
  readonly id: string;
  readonly invoice_id: string;
  readonly order_id: string | null;
  readonly order_line_id: string | null;
  readonly quantity: string;
  readonly unit: string;
  readonly order_quantity: string | null;
  readonly price: string;
  readonly price_basis: string;
  readonly amount: string;
  readonly adjusted: boolean;
  readonly tax_rate: string;
  readonly buyer_item_id: string | null;
  readonly seller_item_id: string | null;
  readonly standard_item_id: string | null;
  readonly share: string;
  readonly pending: string;
  readonly disputed: string;
  readonly credited: string;
  readonly credited_quantity: string;
  readonly claimed: string;
  readonly named_receipts: readonly string[];
  readonly prices: PriceBasis;
  readonly status: InvoiceStatus;
  readonly price_tolerance: string;
  readonly kept: string | null;
  readonly accepted: string | null;
  readonly ordered: OrderedRow | null;
  readonly elsewhere: string;
  readonly disputes: readonly LineDispute[];
  readonly claims: readonly Lot[];
}

interface OrderedRow {
  readonly quantity: string;
  readonly unit: string;
  readonly price: string | null;
  readonly basis: string | null;
  readonly framePrice: string | null;
  readonly frameUnit: string | null;
  readonly amount: string | null;
  readonly adjusted: boolean;
  readonly prices: PriceBasis;
  readonly taxRate: string | null;
  readonly buyerItemId: string | null;
  readonly sellerItemId: string | null;
  readonly standardItemId: string | null;
}

// A call-off is priced by the frame's dated row of the call-off's own day, as the frame says it now.
const FRAME_PRICE = `(select p.price::text from app.order_price p where p.line_id = o.frame_line_id and p.valid_from <= d.issued_on
  order by p.valid_from desc limit 1)`;

const ORDERED = `case when o.id is null then null else jsonb_build_object('quantity', o.quantity::text, 'unit', o.unit, 'price', o.price::text,
  'basis', o.price_basis::text, 'framePrice', ${FRAME_PRICE}, 'frameUnit', f.unit, 'amount', o.amount::text,
  'adjusted', coalesce(o.allowance, 0) <> 0 or coalesce(o.charge, 0) <> 0, 'prices', coalesce(t.price_basis, 'NET'), 'taxRate', o.tax_rate::text,
  'buyerItemId', o.buyer_item_id, 'sellerItemId', o.seller_item_id, 'standardItemId', o.standard_item_id) end`;

const ELSEWHERE = `(select coalesce(sum(x.order_quantity - x.credited_quantity), 0) from app.invoice_line x join app.invoice y on y.id = x.invoice_id
  where x.order_line_id = l.order_line_id and x.id <> l.id and y.status not in ('REJECTED', 'VOIDED'))`;

const DISPUTES = `(select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'reason', s.reason, 'origin', s.origin, 'status', s.status, 'open', s.open::text,
  'decided', s.status = 'WITHDRAWN' or exists (select from app.dispute_step e where e.dispute_id = s.id and e.kind in ('SETTLE', 'CREDIT'))) order by s.at, s.id), '[]')
  from app.dispute s where s.invoice_line_id = l.id)`;

const CLAIMS = `(select coalesce(jsonb_agg(jsonb_build_object('receiptLineId', c.receipt_line_id, 'quantity', c.quantity::text, 'receivedOn', c.received_on,
  'acceptedOn', c.accepted_on, 'inspectionEndsOn', c.inspection_ends_on, 'priceReduction', c.price_reduction::text) order by c.at, c.id), '[]')
  from app.invoice_receipt c where c.invoice_line_id = l.id and c.released_by is null)`;

const LINES = `select l.id, l.invoice_id, l.order_id, l.order_line_id, l.quantity, l.unit, l.order_quantity, l.price, l.price_basis, l.amount,
    l.allowance <> 0 or l.charge <> 0 as adjusted, l.tax_rate, l.buyer_item_id, l.seller_item_id, l.standard_item_id, l.share, l.pending, l.disputed,
    l.credited, l.credited_quantity, l.claimed, l.named_receipts, i.price_basis as prices, i.status, coalesce(a.price_tolerance, 0) as price_tolerance,
    b.received - b.refused - b.returned as kept, b.accepted, ${ORDERED} as ordered, ${ELSEWHERE} as elsewhere, ${DISPUTES} as disputes, ${CLAIMS} as claims
  from app.invoice_line l
  join app.invoice i on i.id = l.invoice_id
  left join app.trade_agreement a on a.id = i.agreement_id
  left join app.order_line o on o.id = l.order_line_id
  left join app.order_line f on f.id = o.frame_line_id
  left join app.orders d on d.id = l.order_id
  left join app.trade_agreement t on t.id = d.agreement_id
  left join app.line_balance b on b.line_id = l.order_line_id
  where l.invoice_id = any($1::uuid[]) order by i.created_at, i.id, l.position`;

export const loadLines = (ctx: CommandContext, invoiceIds: readonly string[]): Promise<MatchLine[]> =>
  ctx.sql<MatchLine>(LINES, [invoiceIds]);

const CONCEDED = `(select coalesce(jsonb_agg(jsonb_build_object('priceReduction', s.price_reduction::text, 'quantity', s.quantity::text,
    'claimed', coalesce((select sum(c.quantity) from app.invoice_receipt c where c.receipt_line_id = r.id and c.released_by is null
      and c.price_reduction = s.price_reduction), 0)::text) order by s.price_reduction), '[]')
  from (select trim_scale(t.price_reduction) as price_reduction, sum(t.quantity) as quantity from app.refusal_settlement t
    where t.receipt_line_id = r.id and t.outcome = 'CONCEDED' group by 1) s)`;

const STOCK = `select r.id as "receiptLineId", r.line_id, a.received_on::text as "receivedOn", w.ends_on::text as "inspectionEndsOn",
    (r.accepted - r.returned)::text as kept, r.returned::text, r.invoiced::text as claimed, ${CONCEDED} as conceded,
    (select coalesce(jsonb_agg(jsonb_build_object('on', c.accepted_on, 'quantity', n.accepted::text) order by c.accepted_on, c.id), '[]')
     from app.acceptance_line n join app.acceptance c on c.id = n.acceptance_id where n.receipt_line_id = r.id and n.accepted > 0) as accepted
  from app.receipt_line r
  join app.receipt_advice a on a.id = r.receipt_id
  left join app.inspection_window w on w.receipt_line_id = r.id
  where r.line_id = any($1::uuid[]) and r.accepted - r.returned > r.invoiced
  order by a.received_on, a.at, r.position, r.id`;

/** Accepted units that nobody claims, by order line; those that came first stand first. */
export const loadLots = async (ctx: CommandContext, orderLineIds: readonly string[]): Promise<Map<string, readonly Lot[]>> => {
  const lots = new Map<string, readonly Lot[]>();
  if (orderLineIds.length === 0) return lots;
  const rows = await ctx.sql<ReceiptStock & { readonly line_id: string }>(STOCK, [orderLineIds]);
  for (const row of rows) lots.set(row.line_id, [...(lots.get(row.line_id) ?? []), ...lotsOf(row)]);
  return lots;
};

const given = <Value>(name: string, value: Value | null): Readonly<Record<string, Value>> => (value === null ? {} : { [name]: value });
const items = (ids: { buyerItemId: string | null; sellerItemId: string | null; standardItemId: string | null }) => ({
  ...given('buyerItemId', ids.buyerItemId),
  ...given('sellerItemId', ids.sellerItemId),
  ...given('standardItemId', ids.standardItemId),
});

/** The order's line in the words of the rules. */
export const orderedOf = (row: OrderedRow): Ordered => {
  // A dated price is for one unit of the frame's line, and the match compares in the call-off's.
  const dated =
    row.framePrice === null || row.frameUnit === null ? undefined : convertPrice(decimal(row.framePrice), row.frameUnit, row.unit);
  return {
    quantity: row.quantity,
    unit: row.unit,
    ...given('price', dated === undefined ? row.price : plain(dated)),
    priceBasis: dated === undefined ? (row.basis ?? '1') : '1',
    ...given('amount', row.amount),
    adjusted: row.adjusted,
    prices: row.prices,
    ...given('taxRate', row.taxRate),
    ...items(row),
  };
};

/** What of a line's worth is left after credits, as a share of what its live units were worth. */
const worthLeft = (line: MatchLine): string => {
  const all = decimal(line.order_quantity ?? line.quantity);
  const live = all.minus(line.credited_quantity);
  const nominal = decimal(line.share).times(live).div(all);
  const worth = decimal(line.share).minus(line.credited);
  return nominal.isZero() || decimal(line.credited).isZero() || nominal.minus(worth).abs().lte('0.01') ? '1' : plain(worth.div(nominal));
};

/** The invoice's line in the words of the rules; undefined where it names no line of an order. */
export const invoicedOf = (line: MatchLine): Invoiced | undefined =>
  line.order_quantity === null
    ? undefined
    : {
        quantity: line.quantity,
        unit: line.unit,
        orderQuantity: line.order_quantity,
        liveQuantity: plain(decimal(line.order_quantity).minus(line.credited_quantity)),
        worthLeft: worthLeft(line),
        price: line.price,
        priceBasis: line.price_basis,
        amount: line.amount,
        adjusted: line.adjusted,
        prices: line.prices,
        taxRate: line.tax_rate,
        ...items({ buyerItemId: line.buyer_item_id, sellerItemId: line.seller_item_id, standardItemId: line.standard_item_id }),
      };

/** Units that this line may count on: what it claims is its own, and of the rest what no other invoice asks for. */
export const availableTo = (line: MatchLine, claimed: string): string => {
  const rest = decimal(line.kept ?? '0').minus(line.elsewhere);
  return plain(rest.gt(claimed) ? rest : decimal(claimed).gt(zero) ? decimal(claimed) : zero);
};

const KIND_OF: Readonly<Record<string, DifferenceKind>> = { PRI: 'PRICE', QTY: 'QUANTITY', LEG: 'TAX', ITM: 'ITEM' };

/** The differences that the buyer has conceded or that a credit has made good; the match does not raise them again. */
export const concededKinds = (line: MatchLine): ReadonlySet<DifferenceKind> =>
  new Set(line.disputes.flatMap(({ origin, decided, reason }) => (origin === 'MATCH' && decided ? (KIND_OF[reason] ?? []) : [])));

/** The match's own live disputes of a line by what differs. */
export const liveDisputes = (line: MatchLine): ReadonlyMap<DifferenceKind, LineDispute> =>
  new Map(
    line.disputes.flatMap((one) => {
      const kind = KIND_OF[one.reason];
      return one.origin === 'MATCH' && !one.decided && kind !== undefined && one.status !== 'SETTLED' ? [[kind, one] as const] : [];
    }),
  );
