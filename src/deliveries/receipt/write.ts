import { plain } from '../../kernel/decimal.js';
import { fingerprint } from '../../kernel/text.js';
import { type Cells, type CommandContext, insertRows } from '../../platform/commands/index.js';
import type { ReceiptDraft } from './prepare.js';

const headerRow = (ctx: CommandContext, { id, buyerId, supplierId, despatchId, receivedOn, input }: ReceiptDraft): Cells => ({
  id,
  buyer_id: buyerId,
  supplier_id: supplierId,
  despatch_id: despatchId,
  number: input.number,
  number_key: fingerprint(input.number),
  received_on: receivedOn,
  version: 1,
  note: input.note ?? null,
  details: input.details ?? {},
  line_count: input.lines.length,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

const lineRows = (ctx: CommandContext, draft: ReceiptDraft): readonly Cells[] =>
  draft.lines.map(({ said, line, unit, despatchLineId, received, short, rejected }, i) => ({
    id: ctx.newId(),
    receipt_id: draft.id,
    order_id: line.orderId,
    line_id: line.id,
    buyer_id: draft.buyerId,
    supplier_id: draft.supplierId,
    despatch_id: draft.despatchId,
    despatch_line_id: despatchLineId,
    line_no: line.lineNo,
    document_line: said.documentLine ?? null,
    position: i + 1,
    unit,
    received_written: plain(said.received),
    short_written: plain(said.short),
    rejected_written: plain(said.rejected),
    received: plain(received),
    short: plain(short),
    short_action: said.shortAction ?? null,
    rejected: plain(rejected),
    reject_reason: said.rejectReason ?? null,
    reject_action: said.rejectAction ?? null,
    lot: said.lot ?? null,
    note: said.note ?? null,
  }));

const referenceRow = (ctx: CommandContext, { id, buyerId, supplierId, input }: ReceiptDraft): Cells => ({
  id: ctx.newId(),
  org_id: ctx.viewer.orgId,
  buyer_id: buyerId,
  supplier_id: supplierId,
  receipt_id: id,
  reference: input.externalReference,
});

/** Writes any number of receipts in a fixed number of statements. */
export const insertReceipts = async (ctx: CommandContext, drafts: readonly ReceiptDraft[]): Promise<void> => {
  await insertRows(
    ctx.write,
    'receipt_advice',
    drafts.map((draft) => headerRow(ctx, draft)),
  );
  await insertRows(
    ctx.write,
    'receipt_line',
    drafts.flatMap((draft) => lineRows(ctx, draft)),
  );
  const named = drafts.filter(({ input }) => input.externalReference !== undefined);
  await insertRows(
    ctx.write,
    'delivery_reference',
    named.map((draft) => referenceRow(ctx, draft)),
  );
  for (const { id, buyerId, supplierId } of drafts)
    ctx.event({ type: 'RECEIPT_RECORDED', subject: 'ReceiptAdvice', id, version: 1, parties: [buyerId, supplierId], changed: ['lines'] });
};
