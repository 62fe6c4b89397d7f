import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import type { WarrantyClaim } from './model.js';

/** Writes the step that a claim has taken, and tells both sides. */
export const recordStep = async (
  ctx: CommandContext,
  { id, buyerId, supplierId, status, version }: Pick<WarrantyClaim, 'id' | 'buyerId' | 'supplierId' | 'status' | 'version'>,
  event: string,
  note: string | undefined,
): Promise<void> => {
  await insertRows(ctx.write, 'warranty_step', [
    {
      id: ctx.newId(),
      claim_id: id,
      buyer_id: buyerId,
      supplier_id: supplierId,
      status,
      org_id: ctx.viewer.orgId,
      actor_id: ctx.viewer.actorId,
      note: note ?? null,
      business_time: ctx.businessNow,
    },
  ]);
  ctx.event({ type: event, subject: 'WarrantyClaim', id, version, parties: [buyerId, supplierId], status, changed: ['status', 'steps'] });
};
