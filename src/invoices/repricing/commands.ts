import { z } from 'zod';
import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { FRAME } from '../../kernel/uncodes.js';
import { OrderEntity, type OrderRow } from '../../orders/index.js';
import { command, type CommandContext, insertRows, staleVersion } from '../../platform/commands/index.js';
import { collect, type Collected } from './collect.js';
import { agreeInput, computeInput, settleInput } from './inputs.js';
import { factsOf, type Repricing, RepricingEntity, sideOf } from './model.js';
import { listOf, repricingLifecycle } from './rules.js';
import { settleRepricing } from './settle.js';
import { writeList } from './write.js';

const parties = (list: Pick<Repricing, 'buyerId' | 'supplierId'>) => [list.buyerId, list.supplierId];

/** The proposed list of a revision, locked, and its lines in words that tell whether another one says the same. */
const proposed = async (ctx: CommandContext, order: OrderRow, revision: number) => {
  const [row] = await ctx.sql<{ id: string }>(
    `select id from app.repricing where order_id = $1 and revision = $2 and status = 'PROPOSED'`,
    [order.id, revision],
  );
  const list = row && (await ctx.lockById(RepricingEntity, row.id));
  if (list?.status !== 'PROPOSED') return undefined;
  const lines = await ctx.sql<{ said: string }>(
    `select concat_ws('|', invoice_line_id, trim_scale(quantity), trim_scale(old_price), trim_scale(new_price), trim_scale(total)) as said
     from app.repricing_line where repricing_id = $1 order by position`,
    [list.id],
  );
  return { list, said: lines.map((line) => line.said).join('\n') };
};

const saidOf = (lines: readonly Collected[]): string =>
  lines
    .map(({ invoiceLineId, quantity, oldPrice, newPrice, total }) =>
      [invoiceLineId, quantity, oldPrice, newPrice, total.toFixed()].join('|'),
    )
    .join('\n');

/** Makes the list of one revision anew from what is invoiced now. @returns the list that stands afterwards, if any */
const refresh = async (ctx: CommandContext, order: OrderRow, revision: number, upTo: number): Promise<string | undefined> => {
  const known = await proposed(ctx, order, revision);
  // What a side has agreed to stays; what it does not hold yet is taken up once it is agreed.
  if (known && (known.list.buyerAgreedOn ?? known.list.supplierAgreedOn) !== null) return known.list.id;
  const lines = await collect(ctx.sql, { frameId: order.id, revision, upTo, replaced: known?.list.id ?? null });
  const list = listOf(lines);
  if (known && list && known.said === saidOf(lines)) return known.list.id;
  if (known) {
    await ctx.sql(`update app.repricing set status = 'REPLACED', version = version + 1 where id = $1`, [known.list.id]);
    ctx.event({
      type: 'REPRICING_REPLACED',
      subject: 'Repricing',
      id: known.list.id,
      version: known.list.version + 1,
      parties: parties(known.list),
      status: 'REPLACED',
      changed: ['status'],
    });
  }
  return list && writeList(ctx, order, revision, list, lines);
};

const refreshAll = async (ctx: CommandContext, order: OrderRow, revision?: number): Promise<readonly string[]> => {
  const upTo = order.agreedRevision ?? 1;
  const revisions = revision === undefined ? Array.from({ length: upTo - 1 }, (_, i) => i + 2) : [revision];
  const ids: string[] = [];
  for (const one of revisions) {
    const id = await refresh(ctx, order, one, upTo);
    if (id !== undefined) ids.push(id);
  }
  return ids;
};

/**
 * Lists what changed prices of a frame agreement mean for what was invoiced, from what stands now: of one agreed revision, or of all.
 * The same again makes nothing new; a list to which nobody has agreed gives way to one that is different.
 * Refuses NOT_FOUND, REPRICING_NOT_FRAME, REPRICING_REVISION.
 */
export const repricingCompute = command({
  name: 'repricingCompute',
  need: 'invoices:write',
  key: 'optional',
  input: computeInput,
  constraints: {
    repricing_proposed_once: { code: 'CONFLICT', field: ['orderId'] },
    repricing_line_once: { code: 'CONFLICT', field: ['orderId'] },
  },
  async run(ctx, { orderId, revision }): Promise<Verdict<{ repricingIds: readonly string[] }>> {
    const order = await ctx.lockById(OrderEntity, orderId);
    if (order === undefined) return refused({ code: 'NOT_FOUND', field: ['orderId'] });
    if (order.typeCode !== FRAME) return refused({ code: 'REPRICING_NOT_FRAME', field: ['orderId'], params: { number: order.number } });
    if (revision !== undefined && revision > (order.agreedRevision ?? 1)) {
      const params = { revision: String(revision), agreed: String(order.agreedRevision ?? '-') };
      return refused({ code: 'REPRICING_REVISION', field: ['revision'], params });
    }
    return ok({ repricingIds: await refreshAll(ctx, order, revision) });
  },
});

/** The same for the job that follows an agreed change. Orders that are no frame agreement have nothing to list. */
export const repricingFollow = command({
  name: 'repricingFollow',
  need: 'invoices:write',
  key: 'none',
  input: z.object({ orderId: z.string() }),
  async run(ctx, { orderId }): Promise<Verdict<{ repricingIds: readonly string[] }>> {
    const [frame] = await ctx.sql('select from app.orders where id = $1 and type_code = $2', [orderId, FRAME]);
    const order = frame && (await ctx.lockById(OrderEntity, orderId));
    return ok({ repricingIds: order ? await refreshAll(ctx, order) : [] });
  },
});

/**
 * Agrees to a list for one's own side; with the second side it is agreed, and documents can settle it.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, REPRICING_AGREED_ALREADY.
 */
export const repricingAgree = command({
  name: 'repricingAgree',
  need: 'invoices:write',
  key: 'optional',
  input: agreeInput,
  constraints: { repricing_agreed_once: { code: 'REPRICING_AGREED_ALREADY', field: ['repricingId'] } },
  async run(ctx, input): Promise<Verdict<{ repricingId: string }>> {
    const list = await ctx.lockById(RepricingEntity, input.repricingId);
    if (list === undefined) return refused({ code: 'NOT_FOUND', field: ['repricingId'] });
    const stale = staleVersion(list.version, input.expectedVersion);
    if (stale.length > 0) return refused(...stale);
    const side = sideOf(list, ctx.viewer.orgId);
    const facts = factsOf(list);
    const second = facts.agreed[side === 'BUYER' ? 'SUPPLIER' : 'BUYER'];
    const verdict = repricingLifecycle.decide(facts, second ? 'CONCLUDE' : 'AGREE', side);
    if (!verdict.ok) return verdict;
    const { id, buyerId, supplierId, version } = list;
    await insertRows(ctx.sql, 'repricing_agreement', [
      {
        id: ctx.newId(),
        repricing_id: id,
        buyer_id: buyerId,
        supplier_id: supplierId,
        side,
        note: input.note ?? null,
        org_id: ctx.viewer.orgId,
        actor_id: ctx.viewer.actorId,
        business_time: ctx.businessNow,
      },
    ]);
    if (side === 'BUYER') list.buyerAgreedOn = ctx.businessDate;
    else list.supplierAgreedOn = ctx.businessDate;
    if (second) list.agreedOn = ctx.businessDate;
    Object.assign(list, { status: verdict.value, version: version + 1 });
    const type = second ? 'REPRICING_AGREED' : 'REPRICING_AGREED_BY_SIDE';
    ctx.event({ type, subject: 'Repricing', id, version: version + 1, parties: parties(list), status: verdict.value, changed: ['status'] });
    return ok({ repricingId: id });
  },
});

/**
 * Names a document of the supplier's that settles an agreed list, in part or to the cent.
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, REPRICING_NO_DOCUMENT, REPRICING_DOCUMENT_USED, REPRICING_NOT_OPEN, REPRICING_OVER,
 * REPRICING_CURRENCY.
 */
export const repricingSettle = command({
  name: 'repricingSettle',
  need: 'invoices:write',
  key: 'optional',
  input: settleInput,
  constraints: { repricing_document_worth: { code: 'REPRICING_DOCUMENT_USED' }, repricing_not_over: { code: 'CONFLICT' } },
  async run(ctx, { repricingId, invoiceId, creditNoteId, expectedVersion }): Promise<Verdict<{ repricingId: string }>> {
    if ((invoiceId === undefined) === (creditNoteId === undefined)) return refused({ code: 'REPRICING_NO_DOCUMENT', field: ['invoiceId'] });
    const list = await ctx.lockById(RepricingEntity, repricingId);
    if (list === undefined) return refused({ code: 'NOT_FOUND', field: ['repricingId'] });
    const stale = staleVersion(list.version, expectedVersion);
    if (stale.length > 0) return refused(...stale);
    if (sideOf(list, ctx.viewer.orgId) !== 'SUPPLIER') {
      return refused({ code: 'NOT_ALLOWED', params: { action: 'SETTLE', status: list.status } });
    }
    const settled = await settleRepricing(ctx, repricingId, { invoiceId, creditNoteId });
    return settled.ok ? ok({ repricingId }) : settled;
  },
});
