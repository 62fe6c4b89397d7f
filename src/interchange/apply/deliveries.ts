import { publicId } from '../../kernel/ids.js';
import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { despatchSend, receiptRecord } from '../../deliveries/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { InterchangeCode } from '../refusals.js';
import type { DespatchMessage, ReceiptMessage, ReceiptTerms } from '../rules/translate/goods-message.js';
import type { Sides } from '../sides.js';
import { type Applied, knownOrders, withDetails, within } from './within.js';

/** The orders that the lines name; refused where one is not known. */
const ordersOf = async (
  ctx: CommandContext,
  sides: Sides,
  lines: readonly { readonly order?: string }[],
): Promise<Verdict<{ readonly orderId: string | undefined }>> => {
  const numbers = [...new Set(lines.flatMap(({ order }) => order ?? []))];
  const known = await knownOrders(ctx, sides, numbers);
  const missing = numbers.filter((number) => !known.has(fingerprint(number)));
  if (missing.length > 0) return refused(...missing.map((number) => ({ code: 'ORDER_NUMBER_UNKNOWN', params: { number } })));
  const ids = new Set([...known.values()].map(({ id }) => id));
  // A document of several orders is about none of them alone.
  return ok({ orderId: ids.size === 1 ? [...ids][0] : undefined });
};

const named = (order: string | undefined) => (order === undefined ? undefined : { number: order });

export const applyDespatch = async (ctx: CommandContext, sides: Sides, message: DespatchMessage): Promise<Verdict<Applied>> => {
  const orders = await ordersOf(ctx, sides, message.lines);
  if (!orders.ok) return orders;
  const { kind: _kind, lines, ...header } = message;
  const done = await within(ctx, despatchSend, {
    ...withDetails(header),
    buyer: sides.other,
    lines: lines.map(({ order, ...line }) => ({ ...line, order: named(order) })),
  });
  return done.ok ? ok({ ...orders.value, despatchId: String(done.value.despatchId), outcome: 'DESPATCHED', warnings: [] }) : done;
};

interface KnownDespatch {
  readonly id: string;
  /** Its lines by their own number, else by the order's. */
  readonly lines: ReadonlyMap<string, string>;
}

const despatchOf = async (
  { sql }: CommandContext,
  { buyerId, supplierId }: Sides,
  number: string | undefined,
): Promise<KnownDespatch | undefined> => {
  if (number === undefined) return undefined;
  const rows = await sql<{ id: string; line_id: string; called: string }>(
    `select d.id, l.id as line_id, coalesce(l.document_line, l.line_no) as called from app.despatch_advice d
     join app.despatch_line l on l.despatch_id = d.id where (d.buyer_id, d.supplier_id, d.number_key) = ($1, $2, $3) and d.status = 'SENT'`,
    [buyerId, supplierId, fingerprint(number)],
  );
  const [first] = rows;
  return first && { id: first.id, lines: new Map(rows.map((row) => [row.called, row.line_id])) };
};

/** A line of a receipt as the command takes it: by the line of the despatch where that is named, else by order and line. */
const placed = ({ order, lineId, despatchLine, ...line }: ReceiptTerms, despatch: KnownDespatch | undefined) => {
  if (despatchLine === undefined) return { ...line, order: named(order), lineId };
  const id = despatch?.lines.get(despatchLine);
  return { ...line, despatchLineId: id && publicId('dsl', id) };
};

export const applyReceipt = async (ctx: CommandContext, sides: Sides, message: ReceiptMessage): Promise<Verdict<Applied>> => {
  const orders = await ordersOf(ctx, sides, message.lines);
  if (!orders.ok) return orders;
  const { kind: _kind, issuedOn: _issuedOn, lines, despatch: number, ...header } = message;
  const despatch = await despatchOf(ctx, sides, number);
  const lost = lines.flatMap(({ despatchLine }) =>
    despatchLine !== undefined && !despatch?.lines.has(despatchLine) ? [despatchLine] : [],
  );
  if (lost.length > 0)
    return refused(...lost.map((lineId) => ({ code: 'DESPATCH_LINE_NOT_KNOWN', params: { number: number ?? '', lineId } })));
  const done = await within(ctx, receiptRecord, {
    ...header,
    supplier: sides.other,
    despatch: despatch && { id: publicId('des', despatch.id) },
    lines: lines.map((line) => placed(line, despatch)),
  });
  if (!done.ok) return done;
  const warnings: Refusal<InterchangeCode>[] = number === undefined || despatch ? [] : [{ code: 'DESPATCH_NOT_KNOWN', params: { number } }];
  return ok({ ...orders.value, receiptId: String(done.value.receiptId), outcome: 'RECEIVED', warnings });
};
