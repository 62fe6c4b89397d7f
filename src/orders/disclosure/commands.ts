import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { organisationOf } from '../../parties/index.js';
import { command, insertRows } from '../../platform/commands/index.js';
import { OrderEntity } from '../model.js';
import { partyCells } from '../store/rows.js';
import { discloseEndInput, discloseInput } from './inputs.js';

/**
 * Shows an order to a third organisation: header, lines and schedules as they stand, nothing of the negotiation. The other party of the
 * order learns nothing of it. Refuses NOT_FOUND, ORGANISATION_UNKNOWN, GRANTEE_IS_PARTY, DISCLOSURE_EXISTS.
 */
export const orderDisclose = command({
  name: 'orderDisclose',
  need: 'orders:write',
  key: 'optional',
  input: discloseInput,
  constraints: { order_disclosure_once: { code: 'DISCLOSURE_EXISTS', field: ['grantee'] } },
  async run(ctx, input): Promise<Verdict<{ disclosureId: string }>> {
    const order = await ctx.lockById(OrderEntity, input.orderId);
    if (order === undefined) return refused({ code: 'NOT_FOUND', field: ['orderId'] });
    const grantee = await organisationOf(ctx.sql, input.grantee, ['grantee']);
    if (!grantee.ok) return grantee;
    if (grantee.value === order.buyerId || grantee.value === order.supplierId)
      return refused({ code: 'GRANTEE_IS_PARTY', field: ['grantee'] });
    const id = ctx.newId();
    await ctx.sql('select app.relate($1, $2)', [ctx.viewer.orgId, grantee.value]);
    await insertRows(ctx.write, 'order_disclosure', [
      {
        id,
        ...partyCells(order),
        grantor_id: ctx.viewer.orgId,
        grantee_id: grantee.value,
        purpose: input.purpose,
        actor_id: ctx.viewer.actorId,
        business_time: ctx.businessNow,
      },
    ]);
    ctx.event({
      type: 'ORDER_DISCLOSED',
      subject: 'OrderDisclosure',
      id,
      version: 1,
      parties: [ctx.viewer.orgId, grantee.value],
      changed: ['disclosures'],
    });
    return ok({ disclosureId: id });
  },
});

/** Ends a disclosure that the caller made: from now on the other organisation sees nothing of the order. Refuses NOT_FOUND, DISCLOSURE_ENDED. */
export const orderDisclosureEnd = command({
  name: 'orderDisclosureEnd',
  need: 'orders:write',
  key: 'optional',
  input: discloseEndInput,
  async run(ctx, { disclosureId }): Promise<Verdict<{ disclosureId: string }>> {
    const [known] = await ctx.sql<{ grantee_id: string; ended: boolean }>(
      'select grantee_id, ended_at is not null as ended from app.order_disclosure where id = $1 and grantor_id = $2 for no key update',
      [disclosureId, ctx.viewer.orgId],
    );
    if (known === undefined) return refused({ code: 'NOT_FOUND', field: ['disclosureId'] });
    if (known.ended) return refused({ code: 'DISCLOSURE_ENDED', field: ['disclosureId'] });
    await ctx.sql('update app.order_disclosure set ended_at = clock_timestamp() where id = $1', [disclosureId]);
    ctx.event({
      type: 'ORDER_DISCLOSURE_ENDED',
      subject: 'OrderDisclosure',
      id: disclosureId,
      version: 2,
      parties: [ctx.viewer.orgId, known.grantee_id],
      changed: ['endedAt'],
    });
    return ok({ disclosureId });
  },
});
