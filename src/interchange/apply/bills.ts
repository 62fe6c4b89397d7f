import { decimal, plain, zero } from '../../kernel/decimal.js';
import { publicId } from '../../kernel/ids.js';
import { allocate, money } from '../../kernel/money.js';
import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { creditNoteSubmit, invoiceSubmit } from '../../invoices/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { InterchangeCode } from '../refusals.js';
import type { BillLineTerms, CreditMessage, InvoiceMessage } from '../rules/translate/bill-message.js';
import type { Sides } from '../sides.js';
import { type Applied, knownOrders, withDetails, within } from './within.js';

type Warning = Refusal<InterchangeCode>;

export interface KnownInvoice {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  /** What of its total is not yet taken back. */
  readonly left: string;
  readonly currency: string;
}

/** The invoice between the two sides that is called so; of several with one number the live one, else the newest. */
export const knownInvoice = async (
  { sql }: CommandContext,
  { buyerId, supplierId }: Sides,
  number: string,
): Promise<KnownInvoice | undefined> => {
  const [found] = await sql<KnownInvoice>(
    `select id, number, status, (total - credited)::text as left, currency from app.invoice
     where (buyer_id, supplier_id, number_key) = ($1, $2, $3) order by status in ('REJECTED', 'VOIDED'), created_at desc, id desc limit 1`,
    [buyerId, supplierId, fingerprint(number)],
  );
  return found;
};

/** The order that the supplier calls so itself. */
const bySalesOrder = async ({ sql }: CommandContext, { buyerId, supplierId }: Sides, number: string): Promise<string | undefined> => {
  const rows = await sql<{ number: string }>(
    'select number from app.orders where buyer_id = $1 and supplier_id = $2 and sales_order_number = $3 limit 2',
    [buyerId, supplierId, number],
  );
  return rows.length === 1 ? rows[0]?.number : undefined;
};

/** The lines with the orders that they name, and which of those the hub does not know: such lines stand without an order. */
const placed = async (ctx: CommandContext, sides: Sides, message: InvoiceMessage) => {
  const own =
    message.salesOrder === undefined || message.order !== undefined ? undefined : await bySalesOrder(ctx, sides, message.salesOrder);
  const orderOf = (line: BillLineTerms): string | undefined => (line.orderLineId === undefined ? undefined : (line.order ?? own));
  const numbers = [...new Set(message.lines.flatMap((line) => orderOf(line) ?? []))];
  const known = await knownOrders(ctx, sides, numbers);
  const unknown = numbers.filter((number) => !known.has(fingerprint(number)));
  const nameless = message.lines.some((line) => line.orderLineId !== undefined && orderOf(line) === undefined);
  const warnings = [...unknown, ...(nameless ? [message.salesOrder ?? '-'] : [])].map(
    (number): Warning => ({ code: 'ORDER_NOT_KNOWN', field: ['cac:OrderReference', 'cbc:ID'], params: { number, rule: 'EN 16931 BT-13' } }),
  );
  const ids = [...known.values()];
  const lines = message.lines.map(({ order: _order, ...line }) => {
    const number = orderOf(line as BillLineTerms) ?? _order;
    return withDetails({ ...line, order: number === undefined ? undefined : { number } });
  });
  return { lines, warnings, orderId: ids.length === 1 ? ids[0]?.id : undefined };
};

// Where the document states the sums that the room of invoices counts.
const TOTAL = 'cac:LegalMonetaryTotal';
const SUMS: Readonly<Record<string, string>> = {
  linesTotal: `${TOTAL}/cbc:LineExtensionAmount`,
  allowance: `${TOTAL}/cbc:AllowanceTotalAmount`,
  charge: `${TOTAL}/cbc:ChargeTotalAmount`,
  netTotal: `${TOTAL}/cbc:TaxExclusiveAmount`,
  total: `${TOTAL}/cbc:TaxInclusiveAmount`,
  due: `${TOTAL}/cbc:PayableAmount`,
  taxTotal: 'cac:TaxTotal/cbc:TaxAmount',
};

const sumTaken = ({ field = [], params = {} }: Refusal): Warning => {
  const path = SUMS[field[1] ?? ''] ?? 'cac:TaxTotal/cac:TaxSubtotal';
  return { code: 'SUM_TAKEN', field: path.split('/'), params: { path, found: params['given'] ?? '', expected: params['expected'] ?? '' } };
};

/** What of the stated sums is no sum, but said besides. */
const besides = ({ prepaid, roundingAmount }: InvoiceMessage['totals']) => ({ prepaid, roundingAmount });

const originalOf = async (
  ctx: CommandContext,
  sides: Sides,
  number: string | undefined,
): Promise<{ known?: string; warnings: Warning[] }> => {
  if (number === undefined) return { warnings: [] };
  const known = await knownInvoice(ctx, sides, number);
  if (known) return { known: known.id, warnings: [] };
  return { warnings: [{ code: 'ORIGINAL_NOT_KNOWN', field: ['cac:BillingReference'], params: { number, rule: 'EN 16931 BT-25' } }] };
};

/** Submits the invoice with the sums that it states; where they are wrong, with those that its own figures come to, each difference told. */
export const applyInvoice = async (ctx: CommandContext, sides: Sides, message: InvoiceMessage): Promise<Verdict<Applied>> => {
  const { kind: _kind, salesOrder: _salesOrder, order: _order, original: number, totals, taxBreakdown, ...header } = message;
  const { lines, warnings, orderId } = await placed(ctx, sides, message);
  const original = await originalOf(ctx, sides, number);
  const input = {
    ...withDetails(header),
    buyer: sides.other,
    original: original.known && { id: publicId('inv', original.known) },
    lines,
  };
  const told = [...warnings, ...original.warnings];
  const stated = await within(ctx, invoiceSubmit, { ...input, totals, taxBreakdown });
  if (stated.ok) return ok({ orderId, invoiceId: stated.value.invoiceId, outcome: 'INVOICED', warnings: told });
  if (!stated.refusals.every(({ code }) => code === 'SUM_WRONG')) return stated;
  const counted = await within(ctx, invoiceSubmit, { ...input, totals: besides(totals) });
  if (!counted.ok) return counted;
  return ok({ orderId, invoiceId: counted.value.invoiceId, outcome: 'INVOICED', warnings: [...told, ...stated.refusals.map(sumTaken)] });
};

/** The one live invoice about the order that a credit note is about. */
const byOrder = async (
  { sql }: CommandContext,
  { buyerId, supplierId }: Sides,
  order: string | undefined,
): Promise<KnownInvoice | undefined> => {
  if (order === undefined) return undefined;
  const rows = await sql<KnownInvoice>(
    `select distinct i.id, i.number, i.status, (i.total - i.credited)::text as left, i.currency
     from app.invoice i join app.invoice_line l on l.invoice_id = i.id
     where i.buyer_id = $1 and i.supplier_id = $2 and i.status not in ('REJECTED', 'VOIDED') and l.order_number = $3 limit 2`,
    [buyerId, supplierId, order],
  );
  return rows.length === 1 ? rows[0] : undefined;
};

/** The lines with what they take back; allowances and charges of the document lie on all of them in the measure of their amounts. */
const creditLines = ({ lines, computed, currency }: CreditMessage) => {
  const weights = lines.map(({ amount, taxAmount }) => decimal(amount).plus(taxAmount));
  if (weights.some((one) => one.lte(zero))) return undefined;
  const parts = allocate(money(computed, currency), weights);
  return lines.map(({ lineId, quantity, note }, i) => ({ lineId, quantity, note, gross: plain(parts?.[i]?.amount ?? zero) }));
};

/** Whether the document takes back all that is left: as its own lines come to, or as it states. */
const takesAll = ({ computed, stated }: CreditMessage, left: string): boolean =>
  [computed, ...stated].some((amount) => decimal(amount).eq(left));

export const applyCredit = async (ctx: CommandContext, sides: Sides, message: CreditMessage): Promise<Verdict<Applied>> => {
  const { number, issuedOn, currency, reason, original, order } = message;
  const invoice = original === undefined ? await byOrder(ctx, sides, order) : await knownInvoice(ctx, sides, original);
  if (!invoice && original === undefined) return refused({ code: 'ORIGINAL_NOT_NAMED', params: { rule: 'EN 16931 BG-3' } });
  if (!invoice) return refused({ code: 'INVOICE_NUMBER_UNKNOWN', params: { number: original ?? '', rule: 'EN 16931 BT-25' } });
  const whole = takesAll(message, invoice.left);
  const lines = whole ? [] : creditLines(message);
  if (!lines) return refused({ code: 'CREDIT_LINE_BELOW_ZERO', params: { left: invoice.left, currency } });
  const done = await within(ctx, creditNoteSubmit, {
    kind: 'CREDIT_NOTE',
    original: { id: publicId('inv', invoice.id) },
    number,
    issuedOn,
    currency,
    reason,
    whole,
    lines,
  });
  if (!done.ok) return done;
  const warnings: Warning[] =
    original === undefined
      ? [{ code: 'ORIGINAL_READ_AS', params: { number: invoice.number, order: order ?? '', rule: 'EN 16931 BG-3' } }]
      : [];
  if (whole && !decimal(message.computed).eq(invoice.left))
    warnings.push({ code: 'WHOLE_TAKEN_BACK', params: { found: message.computed, left: invoice.left, number: invoice.number, currency } });
  return ok({ invoiceId: invoice.id, creditNoteId: String(done.value.creditNoteId), outcome: 'CREDITED', warnings });
};
