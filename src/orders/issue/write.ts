import { type Cells, type CommandContext, insertRows } from '../../platform/commands/index.js';
import { plusHours } from '../../kernel/date.js';
import { type PlacedLine, writeLines } from '../store/lines.js';
import { headerOf, type Parties, partyCells, totalCells } from '../store/rows.js';
import type { Draft } from './prepare.js';

const snake = (cells: Readonly<Record<string, unknown>>): Cells =>
  Object.fromEntries(Object.entries(cells).map(([key, value]) => [key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value])) as Cells;

const orderRow = (ctx: CommandContext, draft: Draft): Cells => ({
  id: draft.id,
  buyer_id: ctx.viewer.orgId,
  supplier_id: draft.supplierId,
  agreement_id: draft.agreementId ?? null,
  number: draft.number,
  number_key: draft.numberKey,
  type_code: draft.typeCode,
  issued_on: draft.issuedOn,
  status: 'ISSUED',
  version: 1,
  revision: 1,
  waits_for: 'SUPPLIER',
  waits_since: ctx.businessNow,
  ...snake(headerOf(draft.content.header)),
  ...snake(totalCells(draft.content)),
  frame_id: draft.frame?.order.id ?? null,
  answer_hours: draft.answerHours,
  business_time: ctx.businessNow,
});

const partiesOf = (ctx: CommandContext, draft: Draft): Parties => ({
  id: draft.id,
  buyerId: ctx.viewer.orgId,
  supplierId: draft.supplierId,
});

const revisionRow = (ctx: CommandContext, draft: Draft): Cells => ({
  id: ctx.newId(),
  ...partyCells(partiesOf(ctx, draft)),
  revision: 1,
  origin: 'ISSUED',
  org_id: ctx.viewer.orgId,
  actor_id: ctx.viewer.actorId,
  header: draft.content.header,
  header_changes: [],
  total: totalCells(draft.content).total,
  currency: draft.content.header.currency,
  business_time: ctx.businessNow,
});

const linesOf = (ctx: CommandContext, draft: Draft): readonly PlacedLine[] =>
  draft.content.lines.map((line, i) => ({
    parties: partiesOf(ctx, draft),
    revision: 1,
    rowId: ctx.newId(),
    place: i + 1,
    kind: 'ADDED',
    line,
    changes: [],
    currency: draft.content.header.currency,
    frameLineId: draft.frame?.loaded.rowIds.get(line.frameLineId ?? '') ?? null,
  }));

const referenceRow = (ctx: CommandContext, draft: Draft): Cells => ({
  id: ctx.newId(),
  org_id: ctx.viewer.orgId,
  ...partyCells(partiesOf(ctx, draft)),
  reference: draft.externalReference,
});

/** Writes any number of new orders in a fixed number of statements. */
export const insertOrders = async (ctx: CommandContext, drafts: readonly Draft[]): Promise<void> => {
  const rows = (one: (ctx: CommandContext, draft: Draft) => Cells, of = drafts) => of.map((draft) => one(ctx, draft));
  await insertRows(ctx.write, 'orders', rows(orderRow));
  await insertRows(ctx.write, 'order_revision', rows(revisionRow));
  const lines = drafts.flatMap((draft) => linesOf(ctx, draft));
  await writeLines(ctx, lines);
  const named = drafts.filter((draft) => draft.externalReference !== undefined);
  await insertRows(ctx.write, 'order_reference', rows(referenceRow, named));
  for (const draft of drafts) announce(ctx, draft);
};

const announce = (ctx: CommandContext, { id, supplierId, answerHours }: Draft): void => {
  const parties = [ctx.viewer.orgId, supplierId];
  ctx.event({ type: 'ORDER_ISSUED', subject: 'Order', id, version: 1, parties, changed: ['status'], status: 'ISSUED' });
  ctx.deadline({
    kind: 'ORDER_ANSWER_DUE',
    dueAt: plusHours(ctx.businessNow, answerHours),
    subject: 'Order',
    subjectId: id,
    version: 1,
    orgId: supplierId,
    parties,
  });
};
