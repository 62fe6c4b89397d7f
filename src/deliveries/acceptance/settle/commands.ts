import { decimal, plain } from '../../../kernel/decimal.js';
import { ok, refused, type Verdict } from '../../../kernel/refusal.js';
import { command, type CommandContext, insertRows } from '../../../platform/commands/index.js';
import { settleInput } from '../inputs.js';
import { inspecting } from '../load.js';
import type { RefuseAction } from '../rules.js';
import { type Refused, settle } from './rules.js';

interface Refusal extends Refused {
  readonly id: string;
  readonly acceptanceId: string;
  readonly cells: { readonly [column: string]: string };
  readonly receiptId: string;
  readonly priceReduction: string | null;
}

const loadRefusal = async (ctx: CommandContext, id: string): Promise<Refusal | undefined> => {
  const [row] = await ctx.sql<Record<string, string> & { price_reduction: string | null; action: RefuseAction }>(
    `select l.acceptance_id, l.receipt_id, l.receipt_line_id, l.order_id, l.line_id, l.buyer_id, l.supplier_id, l.action, l.price_reduction::text,
       a.accepted_on::text, app.refusal_left(l.id)::text as left, b.unit
     from app.acceptance_line l join app.acceptance a on a.id = l.acceptance_id join app.line_balance b on b.line_id = l.line_id
     where l.id = $1 and l.refused > 0`,
    [id],
  );
  if (row === undefined) return undefined;
  const { receipt_line_id = '', order_id = '', line_id = '', buyer_id = '', supplier_id = '' } = row;
  return {
    id,
    acceptanceId: row.acceptance_id ?? '',
    receiptId: row.receipt_id ?? '',
    cells: { acceptance_line_id: id, receipt_line_id, order_id, line_id, buyer_id, supplier_id },
    action: row.action,
    refusedOn: row.accepted_on ?? '',
    left: decimal(row.left ?? '0'),
    unit: row.unit ?? '',
    priceReduction: row.price_reduction,
  };
};

/**
 * Settles a refused quantity that does not go back. REWORKED: the buyer accepts what was made good. CONCEDED: the supplier agrees to the
 * price reduction that the buyer asked (Civil Code art. 582), and the goods count as accepted. SCRAPPED: the supplier gives them up, for
 * credit or for goods to be delivered again. Refuses NOT_FOUND, NOT_ALLOWED, REQUIRED, REFUSED_LEFT, CONSEQUENCE_ONLY_WITH_SCRAP,
 * SETTLED_ON_WRONG_DAY.
 */
export const refusalSettle = command({
  name: 'refusalSettle',
  need: 'orders:write',
  key: 'required',
  input: settleInput,
  constraints: { refusal_settled_once: { code: 'CONFLICT', field: ['quantity'] } },
  async run(ctx, input): Promise<Verdict<{ settlementId: string; acceptanceId: string }>> {
    const seen = await loadRefusal(ctx, input.acceptanceLineId);
    const found = seen && (await inspecting(ctx, seen.receiptId));
    const refusal = found && (await loadRefusal(ctx, input.acceptanceLineId));
    if (!found || !refusal) return refused({ code: 'NOT_FOUND', field: ['acceptanceLineId'] });
    const { receipt } = found;
    const asked = {
      ...input,
      side: receipt.buyerId === ctx.viewer.orgId ? ('BUYER' as const) : ('SUPPLIER' as const),
      today: ctx.businessDate,
      quantity: input.quantity ?? refusal.left,
      settledOn: input.settledOn ?? ctx.businessDate,
    };
    const settled = settle(refusal, asked);
    if (!settled.ok) return settled;
    const settlementId = ctx.newId();
    await insertRows(ctx.write, 'refusal_settlement', [
      {
        id: settlementId,
        ...refusal.cells,
        outcome: asked.outcome,
        quantity: plain(asked.quantity),
        price_reduction: asked.outcome === 'CONCEDED' ? refusal.priceReduction : null,
        consequence: asked.consequence ?? null,
        settled_on: asked.settledOn,
        note: input.note ?? null,
        org_id: ctx.viewer.orgId,
        actor_id: ctx.viewer.actorId,
        business_time: ctx.businessNow,
      },
    ]);
    receipt.version += 1;
    const parties = [receipt.buyerId, receipt.supplierId];
    ctx.event({ type: 'REFUSAL_SETTLED', subject: 'Acceptance', id: refusal.acceptanceId, version: 1, parties, status: asked.outcome });
    return ok({ settlementId, acceptanceId: refusal.acceptanceId });
  },
});
