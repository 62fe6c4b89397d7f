import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import { type Repricing, RepricingEntity } from './model.js';
import { coverOf, type OpenPart } from './rules.js';

/** A document of the supplier's that names a list, written already. */
export interface SettledBy {
  /** A further invoice, for what is above zero. */
  readonly invoiceId?: string;
  /** A credit note or red invoice, for what its own invoice has below zero. */
  readonly creditNoteId?: string;
  /** The invoice that a credit note is about. */
  readonly credits?: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly total: string;
  readonly currency: string;
}

const partsOf = (ctx: CommandContext, list: Repricing) =>
  ctx.sql<OpenPart>(
    `select id, invoice_id as "invoiceId", total::text, settled::text from app.repricing_invoice where repricing_id = $1 order by position`,
    [list.id],
  );

/**
 * Lets a document settle a list that both sides agreed on, in the transaction that writes the document; covered to the cent, the list is
 * settled. Call it after the document's rows stand and every row of a lower rank is locked.
 * Refuses NOT_FOUND, REPRICING_NOT_OPEN, REPRICING_OVER, REPRICING_CURRENCY.
 */
export const settleRepricing = async (
  ctx: CommandContext,
  repricingId: string,
  document: SettledBy,
): Promise<Verdict<{ settled: boolean }>> => {
  const field = ['repricingId'];
  const list = await ctx.lockById(RepricingEntity, repricingId);
  const ofParties = list?.buyerId === document.buyerId && list.supplierId === document.supplierId;
  if (list === undefined || !ofParties) return refused({ code: 'NOT_FOUND', field });
  if (list.status !== 'AGREED') return refused({ code: 'REPRICING_NOT_OPEN', field, params: { status: list.status } });
  const { total, currency, credits = null } = document;
  const { covered, refusals } = coverOf(await partsOf(ctx, list), { credits, total, currency }, list.currency);
  if (refusals.length > 0) return refused(...refusals);
  const { buyerId: buyer_id, supplierId: supplier_id } = list;
  await insertRows(
    ctx.sql,
    'repricing_settlement',
    covered.map(({ id, amount }) => ({
      id: ctx.newId(),
      repricing_id: list.id,
      repricing_invoice_id: id,
      buyer_id,
      supplier_id,
      invoice_id: document.invoiceId ?? null,
      credit_note_id: document.creditNoteId ?? null,
      amount,
      currency,
      org_id: ctx.viewer.orgId,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    })),
  );
  const [now] = await ctx.sql<{ status: string; version: number }>('select status, version from app.repricing where id = $1', [list.id]);
  const settled = now?.status === 'SETTLED';
  ctx.event({
    type: settled ? 'REPRICING_SETTLED' : 'REPRICING_SETTLED_IN_PART',
    subject: 'Repricing',
    id: list.id,
    version: now?.version ?? list.version,
    parties: [buyer_id, supplier_id],
    status: now?.status ?? list.status,
    changed: ['settled', 'status'],
  });
  return ok({ settled });
};
