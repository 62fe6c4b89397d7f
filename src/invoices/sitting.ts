import { ok, refused, type Verdict } from '../kernel/refusal.js';
import { OrderEntity } from '../orders/index.js';
import { type CommandContext, staleVersion } from '../platform/commands/index.js';
import type { InvoiceFacts, Side } from './lifecycle/rules.js';
import { type Invoice, InvoiceEntity, sideOf } from './model.js';

/** An invoice at the table: its orders and itself locked. */
export interface Sitting {
  readonly ctx: CommandContext;
  readonly invoice: Invoice;
  readonly side: Side;
  readonly facts: InvoiceFacts;
}

/** Locks the orders whose quantities the invoices touch: goods of one order move one after the other. */
export const lockOrdersOf = async (ctx: CommandContext, invoiceIds: readonly string[]): Promise<void> => {
  const rows = await ctx.sql<{ order_id: string }>(
    'select distinct order_id from app.invoice_line where invoice_id = any($1::uuid[]) and order_id is not null',
    [invoiceIds],
  );
  if (rows.length > 0)
    await ctx.lockMany(
      OrderEntity,
      rows.map((row) => row.order_id),
    );
};

/** Locks an invoice of the acting organisation and its orders; NOT_FOUND where there is none, STALE_VERSION where it moved on. */
export const sit = async (
  ctx: CommandContext,
  { invoiceId, expectedVersion }: { readonly invoiceId: string; readonly expectedVersion?: number | undefined },
): Promise<Verdict<Sitting>> => {
  await lockOrdersOf(ctx, [invoiceId]);
  const invoice = await ctx.lockById(InvoiceEntity, invoiceId);
  if (invoice === undefined) return refused({ code: 'NOT_FOUND', field: ['invoiceId'] });
  const stale = staleVersion(invoice.version, expectedVersion);
  if (stale.length > 0) return refused(...stale);
  const [before] = await ctx.sql<{ prepaid: string }>('select prepaid from app.invoice where id = $1', [invoiceId]);
  return ok({
    ctx,
    invoice,
    side: sideOf(invoice, ctx.viewer.orgId),
    facts: { ...invoice, prepaid: before?.prepaid ?? '0' },
  });
};

/** What happened to the invoice, told to both sides with its next version. Several things of one command share one version. */
export const conclude = (
  { ctx, invoice }: Pick<Sitting, 'ctx' | 'invoice'>,
  events: readonly string[],
  changed: readonly string[],
): void => {
  invoice.version += 1;
  const { id, version, buyerId, supplierId, status } = invoice;
  for (const type of events)
    ctx.event({ type, subject: 'Invoice', id, version, parties: [buyerId, supplierId], status, changed: [...changed] });
};

/** What ties a row to the invoice and to both parties. */
export const invoiceCells = ({ id, buyerId, supplierId }: Pick<Invoice, 'id' | 'buyerId' | 'supplierId'>) => ({
  invoice_id: id,
  buyer_id: buyerId,
  supplier_id: supplierId,
});

/** Who did it and when, on every fact. */
export const byMe = (ctx: CommandContext) => ({ actor_id: ctx.viewer.actorId, business_time: ctx.businessNow });
