import { z } from 'zod';
import { decimal } from '../../kernel/decimal.js';
import { ok, refused, unless, type Verdict } from '../../kernel/refusal.js';
import { OrderEntity } from '../../orders/index.js';
import { command, type CommandContext, idOf, insertRows, text } from '../../platform/commands/index.js';
import { type LineAction, type LineFacts, lineFaults } from './rules.js';

/** A line whose order is locked. */
export interface SeatedLine {
  readonly orderId: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly facts: LineFacts;
}

interface Row {
  readonly line_no: string;
  readonly unit: string;
  readonly ordered: string;
  readonly in_transit: string;
  readonly closed_on: string | null;
}

/** Locks the order of a line and says whether the acting organisation may do this with the line. */
export const seatLine = async (ctx: CommandContext, lineId: string, action: LineAction): Promise<Verdict<SeatedLine>> => {
  const field = ['lineId'];
  const [named] = await ctx.sql<{ order_id: string }>('select order_id from app.order_line where id = $1', [lineId]);
  const order = named && (await ctx.lockById(OrderEntity, named.order_id));
  if (order === undefined) return refused({ code: 'NOT_FOUND', field });
  const [row] = await ctx.sql<Row>(
    `select l.line_no, b.unit, b.ordered::text, b.in_transit::text, b.closed_on::text
     from app.line_balance b join app.order_line l on l.id = b.line_id where b.line_id = $1`,
    [lineId],
  );
  if (row === undefined) return refused({ code: 'ORDER_NOT_AGREED', field, params: { number: order.number, status: order.status } });
  const facts = {
    lineId: row.line_no,
    unit: row.unit,
    ordered: decimal(row.ordered),
    inTransit: decimal(row.in_transit),
    closedOn: row.closed_on,
  };
  const faults = lineFaults(facts, action, order.buyerId === ctx.viewer.orgId ? 'BUYER' : 'SUPPLIER');
  const { id: orderId, buyerId, supplierId } = order;
  return unless(
    faults.map((fault) => ({ ...fault, field })),
    { orderId, buyerId, supplierId, facts },
  );
};

const closingInput = z.object({ lineId: idOf('orl'), reason: text(4000) });

const RACES = {
  line_closed: { code: 'CONFLICT', field: ['lineId'] },
  line_in_transit: { code: 'CONFLICT', field: ['lineId'] },
} as const;

const turn = async (
  ctx: CommandContext,
  { lineId, reason }: z.output<typeof closingInput>,
  action: 'CLOSE' | 'REOPEN',
): Promise<Verdict<{ lineId: string }>> => {
  const seated = await seatLine(ctx, lineId, action);
  if (!seated.ok) return seated;
  const { orderId, buyerId, supplierId } = seated.value;
  await insertRows(ctx.write, 'line_closing', [
    {
      id: ctx.newId(),
      order_id: orderId,
      line_id: lineId,
      buyer_id: buyerId,
      supplier_id: supplierId,
      closes: action === 'CLOSE',
      reason,
      closed_on: ctx.businessDate,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    },
  ]);
  ctx.event({
    type: action === 'CLOSE' ? 'LINE_CLOSED' : 'LINE_REOPENED',
    subject: 'OrderLine',
    id: lineId,
    version: 1,
    parties: [buyerId, supplierId],
    changed: ['progress'],
  });
  return ok({ lineId });
};

/**
 * The buyer wants no more of a line than has come: from then on nothing of it is despatched or received.
 * Refuses NOT_FOUND, ORDER_NOT_AGREED, NOT_ALLOWED, LINE_NOT_ACTIVE, LINE_CLOSED, LINE_IN_TRANSIT.
 */
export const lineClose = command({
  name: 'lineClose',
  need: 'orders:write',
  key: 'optional',
  input: closingInput,
  constraints: RACES,
  run: (ctx, input) => turn(ctx, input, 'CLOSE'),
});

/** The buyer wants the rest of a closed line after all. Refuses NOT_FOUND, NOT_ALLOWED, LINE_NOT_ACTIVE, LINE_NOT_CLOSED. */
export const lineReopen = command({
  name: 'lineReopen',
  need: 'orders:write',
  key: 'optional',
  input: closingInput,
  constraints: RACES,
  run: (ctx, input) => turn(ctx, input, 'REOPEN'),
});
