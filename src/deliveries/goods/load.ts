import { decimal } from '../../kernel/decimal.js';
import { refused, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { OrderEntity, type OrderRow, type Side } from '../../orders/index.js';
import { type OrganisationRef, organisationOf } from '../../parties/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { OrderRef } from './inputs.js';
import type { GoodsLine } from './rules.js';

/** The organisation that a document names as its other party; undefined where it names none. */
export type PartyOf = (ref: OrganisationRef | undefined) => Verdict<string> | undefined;

/** Organisations by reference, each looked up once. */
export const counterpartiesOf = async (
  ctx: CommandContext,
  refs: readonly (OrganisationRef | undefined)[],
  field: string,
): Promise<PartyOf> => {
  const found = new Map<string, Verdict<string>>();
  for (const ref of refs) {
    const key = JSON.stringify(ref);
    if (ref !== undefined && !found.has(key)) found.set(key, await organisationOf(ctx.sql, ref, [field]));
  }
  return (ref) => (ref === undefined ? undefined : (found.get(JSON.stringify(ref)) ?? refused({ code: 'REQUIRED', field: [field] })));
};

/** An order as a document names it, beside the other party of the document where that is given. */
export interface NamedOrder extends OrderRef {
  readonly counterpartyId?: string;
}

const keyOf = (counterpartyId: string, number: string): string => `${counterpartyId} ${fingerprint(number)}`;

/** Ids of the orders that are named by number. */
const numbered = async (ctx: CommandContext, side: Side, named: readonly NamedOrder[]): Promise<ReadonlyMap<string, string>> => {
  const pairs = named.flatMap(({ number, counterpartyId }) =>
    number === undefined || counterpartyId === undefined ? [] : [{ other: counterpartyId, number_key: fingerprint(number) }],
  );
  if (pairs.length === 0) return new Map();
  const [mine, theirs] = side === 'BUYER' ? ['buyer_id', 'supplier_id'] : ['supplier_id', 'buyer_id'];
  const rows = await ctx.sql<{ id: string; other: string; number_key: string }>(
    `select o.id, k.other, k.number_key from (select distinct other, number_key from jsonb_to_recordset($2::jsonb) as r(other uuid, number_key text)) k
     join app.orders o on o.${mine} = $1 and o.${theirs} = k.other and o.number_key = k.number_key`,
    [ctx.viewer.orgId, JSON.stringify(pairs)],
  );
  return new Map(rows.map((row) => [`${row.other} ${row.number_key}`, row.id]));
};

/** Orders of one request, all locked. */
export interface Orders {
  /** Undefined where the acting organisation is not a party, or no order is so named. */
  of(named: NamedOrder): OrderRow | undefined;
}

/** Locks every order that a request names. */
export const lockOrders = async (ctx: CommandContext, side: Side, named: readonly NamedOrder[]): Promise<Orders> => {
  const byNumber = await numbered(ctx, side, named);
  const idOf = ({ id, number, counterpartyId }: NamedOrder): string | undefined =>
    id ?? (number === undefined || counterpartyId === undefined ? undefined : byNumber.get(keyOf(counterpartyId, number)));
  const ids = [...new Set(named.flatMap((one) => idOf(one) ?? []))];
  const rows = ids.length === 0 ? [] : await ctx.lockMany(OrderEntity, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return { of: (one) => byId.get(idOf(one) ?? '') };
};

interface LineRow {
  readonly id: string;
  readonly order_id: string;
  readonly line_no: string;
  readonly unit: string;
  readonly state: string;
  readonly status: string;
  readonly type_code: string;
  readonly number: string;
  readonly closed_on: string | null;
  readonly ceiling: string;
  readonly kept: string;
  readonly in_transit: string;
}

const lineOf = (row: LineRow): GoodsLine => ({
  id: row.id,
  orderId: row.order_id,
  lineNo: row.line_no,
  unit: row.unit,
  state: row.state,
  orderStatus: row.status,
  orderType: row.type_code,
  orderNumber: row.number,
  closedOn: row.closed_on,
  counts: { ceiling: decimal(row.ceiling), kept: decimal(row.kept), inTransit: decimal(row.in_transit) },
});

export interface LineName {
  readonly orderId: string;
  readonly lineNo: string;
}

export const nameOfLine = ({ orderId, lineNo }: LineName): string => `${orderId} ${lineNo}`;

/** Lines of locked orders, by `nameOfLine`, in one statement. */
export const loadLines = async (ctx: CommandContext, names: readonly LineName[]): Promise<ReadonlyMap<string, GoodsLine>> => {
  if (names.length === 0) return new Map();
  const rows = await ctx.sql<LineRow>(
    `select l.id, l.order_id, l.line_no, l.unit, l.state, o.status, o.type_code, o.number, b.closed_on::text,
       coalesce(b.ceiling, 0)::text as ceiling, coalesce(b.received - b.replaced, 0)::text as kept, coalesce(b.in_transit, 0)::text as in_transit
     from (select distinct order_id, line_no from jsonb_to_recordset($1::jsonb) as r(order_id uuid, line_no text)) k
     join app.order_line l on l.order_id = k.order_id and l.line_no = k.line_no
     join app.orders o on o.id = l.order_id
     left join app.line_balance b on b.line_id = l.id`,
    [JSON.stringify(names.map(({ orderId, lineNo }) => ({ order_id: orderId, line_no: lineNo })))],
  );
  return new Map(rows.map((row) => [nameOfLine({ orderId: row.order_id, lineNo: row.line_no }), lineOf(row)]));
};
