import { decimal, plain, sum, zero } from '../../kernel/decimal.js';
import { fingerprint } from '../../kernel/text.js';
import { type Cells, type CommandContext, insertRows } from '../../platform/commands/index.js';
import type { MatchedInvoice } from '../match/run.js';
import { moveInvoice } from '../movement/write.js';
import { byMe, invoiceCells } from '../sitting.js';
import type { Adjustment, LineSums, Sums } from '../sums/rules-content.js';
import type { FapiaoInput, SubmitInput } from './inputs.js';
import type { Placed } from './survey.js';

/** An invoice ready to be written. */
export interface Draft {
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly agreementId: string | null;
  readonly issuedOn: string;
  readonly originalId: string | null;
  readonly input: SubmitInput;
  readonly sums: Sums;
  readonly placed: readonly Placed[];
}

const amountOf = (adjustments: readonly Adjustment[], kind: Adjustment['kind']): string =>
  plain(sum(adjustments.filter((one) => one.kind === kind).map((one) => decimal(one.amount))));

const fapiaoCells = (fapiao: FapiaoInput | undefined): Cells => ({
  fapiao_kind: fapiao?.kind ?? null,
  fapiao_code: fapiao?.code ?? null,
  fapiao_number: fapiao?.number ?? null,
  fapiao_status: fapiao === undefined ? null : 'VALID',
});

const headerRow = (ctx: CommandContext, { input, sums, ...draft }: Draft): Cells => ({
  id: draft.id,
  buyer_id: draft.buyerId,
  supplier_id: draft.supplierId,
  agreement_id: draft.agreementId,
  number: input.number,
  number_key: fingerprint(input.number),
  type_code: input.typeCode,
  issued_on: draft.issuedOn,
  received_on: ctx.businessDate,
  tax_point_on: input.taxPointOn ?? null,
  currency: input.currency,
  price_basis: input.priceBasis,
  rounding: sums.rounding,
  lines_total: sums.linesTotal,
  allowance: sums.allowance,
  charge: sums.charge,
  net_total: sums.netTotal,
  tax_total: sums.taxTotal,
  total: sums.total,
  prepaid: input.totals.prepaid ?? '0',
  rounding_amount: input.totals.roundingAmount ?? '0',
  due: sums.due,
  buyer_reference: input.buyerReference ?? null,
  note: input.note ?? null,
  details: input.details ?? {},
  adjustments: input.adjustments,
  tax_breakdown: sums.breakdown,
  ...fapiaoCells(input.fapiao),
  original_id: draft.originalId,
  line_count: input.lines.length,
  ...byMe(ctx),
});

const lineRow = (draft: Draft, id: string, { source, orderNumber, line, quantity }: Placed, sums: LineSums, position: number): Cells => {
  // What takes back is not delivered: it names no line of which units would be claimed.
  const claims = line !== undefined && quantity?.gt(zero) === true;
  return {
    id,
    ...invoiceCells(draft),
    line_no: source.lineId,
    position,
    order_number: orderNumber ?? null,
    order_line_no: source.orderLineId ?? null,
    order_id: claims ? line.order_id : null,
    order_line_id: claims ? line.id : null,
    item_name: source.itemName,
    description: source.description ?? null,
    buyer_item_id: source.buyerItemId ?? null,
    seller_item_id: source.sellerItemId ?? null,
    standard_item_id: source.standardItemId ?? null,
    quantity: source.quantity,
    unit: source.unit,
    order_quantity: claims ? plain(quantity) : null,
    price: source.price,
    price_basis: source.priceBasis ?? '1',
    allowance: amountOf(source.adjustments, 'ALLOWANCE'),
    charge: amountOf(source.adjustments, 'CHARGE'),
    adjustments: source.adjustments,
    tax_category: source.taxCategory,
    tax_rate: source.taxRate,
    amount: sums.amount,
    tax_amount: sums.taxAmount,
    gross: sums.gross,
    share: sums.share,
    currency: draft.input.currency,
    note: source.note ?? null,
    details: source.details ?? {},
    named_receipts: source.receipts,
  };
};

/** What was paid before stands on the supplier's own word: it is settled from the beginning, line after line. */
const prepaidMoves = (draft: Draft, lineIds: readonly string[]) => {
  let left = decimal(draft.input.totals.prepaid ?? '0');
  return draft.sums.lines.flatMap(({ share }, i) => {
    const part = left.lt(share) ? left : decimal(share);
    left = left.minus(part);
    const move = { from: 'PENDING', to: 'SETTLED', invoiceLineId: lineIds[i] ?? null, cause: 'PREPAID', causeId: draft.id } as const;
    return part.gt(zero) ? [{ ...move, amount: plain(part) }] : [];
  });
};

/** The fact that a tax invoice has this number and status. */
export const fapiaoRow = (
  ctx: CommandContext,
  invoice: Parameters<typeof invoiceCells>[0],
  { kind, code, number }: { readonly kind: string; readonly code?: string | null | undefined; readonly number: string },
  status: 'VALID' | 'RED_LETTERED' | 'VOID',
  more: { readonly reason?: string | undefined; readonly creditNoteId?: string } = {},
): Cells => ({
  id: ctx.newId(),
  ...invoiceCells(invoice),
  kind,
  code: code ?? null,
  number,
  status,
  credit_note_id: more.creditNoteId ?? null,
  reason: more.reason ?? null,
  org_id: ctx.viewer.orgId,
  ...byMe(ctx),
});

/** Writes an invoice; all of it waits at first. */
export const insertInvoice = async (ctx: CommandContext, draft: Draft): Promise<MatchedInvoice> => {
  const { input, sums } = draft;
  const store = (text: string, params: readonly unknown[]) => ctx.write(text, params);
  const lineIds = draft.placed.map(() => ctx.newId());
  const none: LineSums = { amount: '0', taxAmount: '0', gross: '0', share: '0' };
  await insertRows(store, 'invoice', [headerRow(ctx, draft)]);
  await insertRows(
    store,
    'invoice_line',
    draft.placed.map((placed, i) => lineRow(draft, lineIds[i] ?? '', placed, sums.lines[i] ?? none, i + 1)),
  );
  if (input.externalReference !== undefined) {
    const reference = { id: ctx.newId(), org_id: ctx.viewer.orgId, ...invoiceCells(draft), reference: input.externalReference };
    await insertRows(store, 'invoice_reference', [reference]);
  }
  if (input.fapiao !== undefined) await insertRows(store, 'invoice_fapiao', [fapiaoRow(ctx, draft, input.fapiao, 'VALID')]);
  const { id, buyerId, supplierId, agreementId, issuedOn } = draft;
  const invoice = { id, buyerId, supplierId, agreementId, issuedOn, currency: input.currency, receivedOn: ctx.businessDate };
  await moveInvoice(ctx, invoice, prepaidMoves(draft, lineIds));
  return invoice;
};
