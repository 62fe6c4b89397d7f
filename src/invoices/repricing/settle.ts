import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import { type Repricing, RepricingEntity } from './model.js';
import { coverOf, type OpenPart, type SettlingDocument } from './rules.js';

/** A document of the supplier's: a further invoice for what is above zero, or a credit note for what its own invoice has below. */
export interface Named {
  readonly invoiceId?: string | undefined;
  readonly creditNoteId?: string | undefined;
}

interface Document extends SettlingDocument {
  readonly buyerId: string;
  readonly supplierId: string;
  /** Whether it settles a list already, or was rejected or voided. */
  readonly used: boolean;
}

const INVOICE = `select v.buyer_id as "buyerId", v.supplier_id as "supplierId", v.total::text, v.currency, null as credits,
   v.status in ('REJECTED', 'VOIDED') or exists (select from app.repricing_settlement s where s.invoice_id = v.id and s.released_at is null) as used
 from app.invoice v where v.id = $1`;
const CREDIT_NOTE = `select c.buyer_id as "buyerId", c.supplier_id as "supplierId", c.total::text, c.currency, c.invoice_id as credits,
   exists (select from app.repricing_settlement s where s.credit_note_id = c.id) as used
 from app.credit_note c where c.id = $1`;

const partsOf = (ctx: CommandContext, list: Repricing) =>
  ctx.sql<OpenPart>(
    `select id, invoice_id as "invoiceId", total::text, settled::text from app.repricing_invoice where repricing_id = $1 order by position`,
    [list.id],
  );

interface Covering {
  readonly list: Repricing;
  readonly named: Named;
  readonly covered: readonly { readonly id: string; readonly amount: string }[];
}

const write = async (ctx: CommandContext, { list, named, covered }: Covering): Promise<boolean> => {
  const { id, buyerId, supplierId, currency } = list;
  await insertRows(
    ctx.sql,
    'repricing_settlement',
    covered.map((part) => ({
      id: ctx.newId(),
      repricing_id: id,
      repricing_invoice_id: part.id,
      buyer_id: buyerId,
      supplier_id: supplierId,
      invoice_id: named.invoiceId ?? null,
      credit_note_id: named.creditNoteId ?? null,
      amount: part.amount,
      currency,
      org_id: ctx.viewer.orgId,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    })),
  );
  const [now] = await ctx.sql<{ status: string; version: number }>('select status, version from app.repricing where id = $1', [id]);
  const settled = now?.status === 'SETTLED';
  ctx.event({
    type: settled ? 'REPRICING_SETTLED' : 'REPRICING_SETTLED_IN_PART',
    subject: 'Repricing',
    id,
    version: now?.version ?? list.version,
    parties: [buyerId, supplierId],
    status: now?.status ?? list.status,
    changed: ['settled', 'status'],
  });
  return settled;
};

/**
 * Lets a document settle a list that both sides agreed on; covered to the cent, the list is settled. The document's own command may call
 * it in its transaction, when its rows stand and every row of a lower rank is locked.
 * @param repricingId the list that the document names; nothing happens without one
 * Refuses NOT_FOUND, REPRICING_DOCUMENT_USED, REPRICING_NOT_OPEN, REPRICING_OVER, REPRICING_CURRENCY.
 */
export const settleRepricing = async (
  ctx: CommandContext,
  repricingId: string | undefined,
  named: Named,
): Promise<Verdict<{ settled: boolean }>> => {
  if (repricingId === undefined) return ok({ settled: false });
  const field = ['repricingId'];
  const list = await ctx.lockById(RepricingEntity, repricingId);
  const text = named.invoiceId === undefined ? CREDIT_NOTE : INVOICE;
  const [document] = await ctx.sql<Document & Record<string, unknown>>(text, [named.invoiceId ?? named.creditNoteId]);
  if (list === undefined) return refused({ code: 'NOT_FOUND', field });
  const ofParties = document?.buyerId === list.buyerId && document.supplierId === list.supplierId;
  if (document === undefined || !ofParties || document.used) {
    return refused({ code: 'REPRICING_DOCUMENT_USED', field: [named.invoiceId === undefined ? 'creditNoteId' : 'invoiceId'] });
  }
  if (list.status !== 'AGREED') return refused({ code: 'REPRICING_NOT_OPEN', field, params: { status: list.status } });
  const { covered, refusals } = coverOf(await partsOf(ctx, list), document, list.currency);
  if (refusals.length > 0) return refused(...refusals);
  return ok({ settled: await write(ctx, { list, named, covered }) });
};
