import type { CommandContext } from '../../platform/commands/index.js';
import { invoiceLifecycle, type InvoiceStatus } from '../lifecycle/rules.js';
import type { Invoice } from '../model.js';
import { recordAnswer } from './answer.js';

interface Buckets {
  readonly total: string;
  readonly pending: string;
  readonly payable: string;
  readonly disputed: string;
  readonly retained: string;
  readonly settled: string;
  readonly credited: string;
}

const BUCKETS = `select total::text, pending::text, payable::text, disputed::text, retained::text, settled::text, credited::text
  from app.invoice where id = $1`;

/**
 * Records the answer PD on an invoice of which something was just paid: with reason PPD as long as anything is open, else final (Peppol
 * BIS Invoice Response 3). The movements are made, the invoice is locked.
 */
export const tellPaid = async (ctx: CommandContext, invoice: Invoice): Promise<void> => {
  const [buckets] = await ctx.sql<Buckets>(BUCKETS, [invoice.id]);
  if (buckets === undefined) return;
  const facts = { status: invoice.status, currency: invoice.currency, ...buckets };
  const whole = invoiceLifecycle.decide(facts, 'PAY', 'BUYER');
  if (!whole.ok && !invoiceLifecycle.decide(facts, 'PAY_PART', 'BUYER').ok) return;
  const after: InvoiceStatus = whole.ok ? whole.value : invoice.status;
  await recordAnswer(ctx, invoice, { code: 'PD', part: !whole.ok, origin: 'PAYMENT', after });
  ctx.event({
    type: whole.ok ? 'INVOICE_PAID' : 'INVOICE_RESPONDED',
    subject: 'Invoice',
    id: invoice.id,
    version: invoice.version,
    parties: [invoice.buyerId, invoice.supplierId],
    changed: ['status', 'settled'],
    status: after,
  });
};
