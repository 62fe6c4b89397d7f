import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { OrderEntity } from '../../orders/index.js';
import { command, type Result, staleVersion } from '../../platform/commands/index.js';
import { GOODS_RACES, sorted } from '../goods/bulk.js';
import { DespatchAdviceEntity } from '../model.js';
import { cancelInput, despatchBulkInput, despatchInput } from './inputs.js';
import { prepareDespatches } from './prepare.js';
import { despatchLifecycle } from './rules.js';
import { insertDespatches } from './write.js';

const RACES = { ...GOODS_RACES, despatch_number_once: { code: 'DESPATCH_EXISTS', field: ['number'] } } as const;

/**
 * The supplier says what it sent, of any number of orders of one buyer (UBL DespatchAdvice). Goods under way count against the
 * tolerance as if they had come.
 * Refuses NOT_FOUND, ORGANISATION_UNKNOWN, PARTIES_DIFFER, WRONG_SIDE, ORDER_NOT_AGREED, FRAME_NOT_DELIVERED, LINE_UNKNOWN,
 * LINE_NOT_ACTIVE, LINE_CLOSED, UNIT_UNKNOWN, UNIT_NOT_CONVERTIBLE, DESPATCH_OVER_TOLERANCE, DESPATCH_EXISTS, DELIVERY_REFERENCE_TAKEN,
 * PERIOD_REVERSED.
 */
export const despatchSend = command({
  name: 'despatchSend',
  need: 'orders:write',
  key: 'required',
  input: despatchInput,
  constraints: RACES,
  async run(ctx, input): Promise<Verdict<{ despatchId: string }>> {
    const [draft] = await prepareDespatches(ctx, [input]);
    if (draft?.ok !== true) return draft ?? refused();
    await insertDespatches(ctx, [draft.value]);
    return ok({ despatchId: draft.value.id });
  },
});

/** Up to 500 despatches in one transaction, each taken or refused by itself under the rules of `despatchSend`. */
export const despatchBulkSend = command({
  name: 'despatchBulkSend',
  need: 'orders:write',
  key: 'required',
  input: despatchBulkInput,
  constraints: RACES,
  async run(ctx, { despatches }): Promise<Verdict<Result>> {
    const drafts = await prepareDespatches(ctx, despatches);
    await insertDespatches(
      ctx,
      drafts.flatMap((one) => (one.ok ? [one.value] : [])),
    );
    return ok(sorted(ctx, despatches, drafts));
  },
});

/**
 * The supplier takes a despatch back, as long as no receipt speaks of it: what was under way is so no longer.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, DESPATCH_RECEIVED.
 */
export const despatchCancel = command({
  name: 'despatchCancel',
  need: 'orders:write',
  key: 'optional',
  input: cancelInput,
  constraints: { despatch_received: { code: 'DESPATCH_RECEIVED' } },
  async run(ctx, { despatchId, reason, expectedVersion }): Promise<Verdict<{ despatchId: string }>> {
    const orders = await ctx.sql<{ order_id: string }>('select distinct order_id from app.despatch_line where despatch_id = $1', [
      despatchId,
    ]);
    await ctx.lockMany(
      OrderEntity,
      orders.map((row) => row.order_id),
    );
    const despatch = await ctx.lockById(DespatchAdviceEntity, despatchId);
    if (despatch === undefined) return refused({ code: 'NOT_FOUND', field: ['despatchId'] });
    const stale = staleVersion(despatch.version, expectedVersion);
    if (stale.length > 0) return refused(...stale);
    const receipts = await ctx.sql('select 1 from app.receipt_advice where despatch_id = $1 limit 1', [despatchId]);
    const side = despatch.supplierId === ctx.viewer.orgId ? 'SUPPLIER' : 'BUYER';
    const to = despatchLifecycle.decide({ status: despatch.status, received: receipts.length > 0 }, 'CANCEL', side);
    if (!to.ok) return to;
    despatch.status = to.value;
    despatch.version += 1;
    despatch.cancelReason = reason;
    despatch.cancelledOn = ctx.businessDate;
    ctx.event({
      type: 'DESPATCH_CANCELLED',
      subject: 'DespatchAdvice',
      id: despatch.id,
      version: despatch.version,
      parties: [despatch.buyerId, despatch.supplierId],
      changed: ['status'],
      status: to.value,
    });
    return ok({ despatchId });
  },
});
