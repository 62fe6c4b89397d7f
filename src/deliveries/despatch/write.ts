import { plain } from '../../kernel/decimal.js';
import { fingerprint } from '../../kernel/text.js';
import { type Cells, type CommandContext, insertRows } from '../../platform/commands/index.js';
import type { DespatchDraft } from './prepare.js';

const headerRow = (ctx: CommandContext, { id, buyerId, supplierId, input }: DespatchDraft): Cells => ({
  id,
  buyer_id: buyerId,
  supplier_id: supplierId,
  number: input.number,
  number_key: fingerprint(input.number),
  status: 'SENT',
  version: 1,
  issued_on: input.issuedOn ?? ctx.businessDate,
  despatched_on: input.despatchedOn ?? null,
  expected_on: input.expectedOn ?? null,
  carrier: input.carrier ?? null,
  consignment: input.consignment ?? null,
  note: input.note ?? null,
  details: input.details ?? {},
  line_count: input.lines.length,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

const lineRows = (ctx: CommandContext, draft: DespatchDraft): readonly Cells[] =>
  draft.lines.map(({ said, line, unit, orderQuantity }, i) => ({
    id: ctx.newId(),
    despatch_id: draft.id,
    order_id: line.orderId,
    line_id: line.id,
    buyer_id: draft.buyerId,
    supplier_id: draft.supplierId,
    line_no: line.lineNo,
    document_line: said.documentLine ?? null,
    position: i + 1,
    quantity: plain(said.quantity),
    unit,
    order_quantity: plain(orderQuantity),
    outstanding_quantity: said.outstandingQuantity === undefined ? null : plain(said.outstandingQuantity),
    outstanding_reason: said.outstandingReason ?? null,
    lot: said.lot ?? null,
    packages: said.packages,
    note: said.note ?? null,
  }));

const referenceRow = (ctx: CommandContext, { id, buyerId, supplierId, input }: DespatchDraft): Cells => ({
  id: ctx.newId(),
  org_id: ctx.viewer.orgId,
  buyer_id: buyerId,
  supplier_id: supplierId,
  despatch_id: id,
  reference: input.externalReference,
});

/** Writes any number of despatches in a fixed number of statements. */
export const insertDespatches = async (ctx: CommandContext, drafts: readonly DespatchDraft[]): Promise<void> => {
  await insertRows(
    ctx.write,
    'despatch_advice',
    drafts.map((draft) => headerRow(ctx, draft)),
  );
  await insertRows(
    ctx.write,
    'despatch_line',
    drafts.flatMap((draft) => lineRows(ctx, draft)),
  );
  const named = drafts.filter(({ input }) => input.externalReference !== undefined);
  await insertRows(
    ctx.write,
    'delivery_reference',
    named.map((draft) => referenceRow(ctx, draft)),
  );
  for (const { id, buyerId, supplierId } of drafts)
    ctx.event({
      type: 'DESPATCH_SENT',
      subject: 'DespatchAdvice',
      id,
      version: 1,
      parties: [buyerId, supplierId],
      changed: ['status'],
      status: 'SENT',
    });
};
