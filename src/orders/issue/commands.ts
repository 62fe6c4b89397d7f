import { plusHours } from '../../kernel/date.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { command, type CommandContext, commonRefusals, type Result, staleVersion } from '../../platform/commands/index.js';
import { userErrors } from '../../platform/graphql/user-error.js';
import { propose } from '../change/rules.js';
import type { OrderContent } from '../content/rules.js';
import { deltaOf, isEmpty } from '../diff/rules.js';
import { faultsOfNext } from '../frame/check.js';
import type { Order } from '../model.js';
import { enact } from '../proposal/enact.js';
import { orderRefusals } from '../refusals.js';
import { settle } from '../settle/rules.js';
import { type Loaded, loadContents, sit, type Sitting, theirsOf } from '../store/load.js';
import { type Cells, amountCell, headerOf, insertRows, lineCells, partyCells, priceRows, scheduleRows, totalCells } from '../store/rows.js';
import { bulkInput, issueInput, type OrderInput } from './inputs.js';
import { type Draft, prepare, type Prepared } from './prepare.js';

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

/** Writes any number of new orders in a fixed number of statements. */
const insertOrders = async (ctx: CommandContext, drafts: readonly Draft[]): Promise<void> => {
  const parties = (draft: Draft) => ({ id: draft.id, buyerId: ctx.viewer.orgId, supplierId: draft.supplierId });
  const lines = drafts.flatMap((draft) =>
    draft.content.lines.map((line, i) => ({ draft, line, place: i + 1, rowId: ctx.newId(), currency: draft.content.header.currency })),
  );
  await insertRows(
    ctx.sql,
    'orders',
    drafts.map((draft) => orderRow(ctx, draft)),
  );
  await insertRows(
    ctx.sql,
    'order_revision',
    drafts.map((draft) => ({
      id: ctx.newId(),
      ...partyCells(parties(draft)),
      revision: 1,
      origin: 'ISSUED',
      org_id: ctx.viewer.orgId,
      actor_id: ctx.viewer.actorId,
      header: draft.content.header,
      header_changes: [],
      total: totalCells(draft.content).total,
      currency: draft.content.header.currency,
      business_time: ctx.businessNow,
    })),
  );
  await insertRows(
    ctx.sql,
    'order_revision_line',
    lines.map(({ draft, line, place, currency }) => ({
      id: ctx.newId(),
      ...partyCells(parties(draft)),
      revision: 1,
      line_no: line.lineId,
      position: place,
      kind: 'ADDED',
      content: line,
      changes: [],
      amount: amountCell(line, currency),
    })),
  );
  await insertRows(
    ctx.sql,
    'order_line',
    lines.map(({ draft, line, place, rowId, currency }) => ({
      id: rowId,
      ...partyCells(parties(draft)),
      line_no: line.lineId,
      position: place,
      ...lineCells(line, currency, 1),
      frame_line_id: (line.frameLineId && draft.frame?.loaded.rowIds.get(line.frameLineId)) || null,
    })),
  );
  await insertRows(
    ctx.sql,
    'order_schedule',
    lines.flatMap(({ draft, line, rowId }) => scheduleRows(ctx.newId, parties(draft), rowId, line)),
  );
  await insertRows(
    ctx.sql,
    'order_price',
    lines.flatMap(({ draft, line, rowId }) => priceRows(ctx.newId, parties(draft), rowId, line)),
  );
  await insertRows(
    ctx.sql,
    'order_reference',
    drafts
      .filter((draft) => draft.externalReference !== undefined)
      .map((draft) => ({
        id: ctx.newId(),
        org_id: ctx.viewer.orgId,
        ...partyCells(parties(draft)),
        reference: draft.externalReference,
      })),
  );
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

/** What a document sent again comes to. */
export type IssueOutcome = 'ISSUED' | 'UNCHANGED' | 'REPLACED' | 'PROPOSED' | 'ACCEPTED';

const sameIdentity = (order: Order, input: OrderInput): readonly Refusal[] => [
  ...(order.typeCode === input.typeCode
    ? []
    : [{ code: 'ORDER_TYPE_CHANGED', field: ['typeCode'], params: { number: order.number, typeCode: order.typeCode } }]),
  ...(order.status === 'REFUSED' || order.status === 'CANCELLED'
    ? [{ code: 'ORDER_CLOSED', field: ['number'], params: { number: order.number, status: order.status } }]
    : []),
];

interface Issued {
  readonly [name: string]: string | null;
  readonly orderId: string;
  readonly outcome: IssueOutcome;
  readonly proposalId: string | null;
}

/** The same number again: the document is read as what the buyer wants the order to be. */
const again = async (
  ctx: CommandContext,
  input: OrderInput & { expectedVersion?: number },
  known: Order,
  document: OrderContent,
): Promise<Verdict<Issued>> => {
  const s = await sit(ctx, known.id);
  if (s === undefined) return refused({ code: 'NOT_FOUND', field: ['number'] });
  const faults = [...sameIdentity(s.order, input), ...staleVersion(s.order.version, input.expectedVersion)];
  if (faults.length > 0) return refused(...faults);
  const told = (onto: OrderContent) => ok(settle(onto, document));
  if (isStanding(s, document)) return ok({ orderId: known.id, outcome: 'UNCHANGED', proposalId: null });
  const proposed = propose(s.facts, s.side, s.loaded.content, theirsOf(s), told);
  if (!proposed.ok) return proposed;
  const against = faultsOfNext(s, proposed.value.next);
  if (against.length > 0) return refused(...against);
  const done = await enact(s, proposed.value, {});
  return ok({ orderId: known.id, ...done });
};

const says = (content: OrderContent, next: OrderContent): boolean =>
  content.lines.length === next.lines.length && isEmpty(deltaOf(content, next));

/** Nothing new: the document says what stands, or what its sender proposes already. */
const isStanding = ({ loaded, open, side }: Sitting, document: OrderContent): boolean => {
  const next = settle(loaded.content, document);
  const mine = open[side];
  return says(loaded.content, next) || (mine !== undefined && says(mine.next, next));
};

const RACES = {
  order_number_once: { code: 'CONFLICT', field: ['number'] },
  order_reference_once: { code: 'EXTERNAL_REFERENCE_TAKEN', field: ['externalReference'] },
  frame_not_over_called: { code: 'CONFLICT', field: ['lines'] },
  frame_value_kept: { code: 'CONFLICT', field: ['lines'] },
} as const;

/**
 * Issues an order as its buyer. The same number sent again is a diff: unchanged content leaves no trace; before agreement it replaces
 * the offer, or accepts the supplier's counter where it says the same; afterwards it proposes the next revision.
 * Refuses NOT_FOUND, ORGANISATION_UNKNOWN, ORDER_*, FRAME_*, LINE_REPEATED, SCHEDULE_*, PERIOD_REVERSED, UNIT_UNKNOWN, TOTAL_NEGATIVE.
 */
export const orderIssue = command({
  name: 'orderIssue',
  need: 'orders:write',
  key: 'required',
  input: issueInput,
  constraints: RACES,
  async run(ctx, input): Promise<Verdict<Issued>> {
    const [prepared] = await prepare(ctx, [input]);
    if (prepared === undefined || prepared.kind === 'REFUSED') return refused(...(prepared?.refusals ?? []));
    if (prepared.kind === 'KNOWN') return again(ctx, input, prepared.order, prepared.content);
    await insertOrders(ctx, [prepared.draft]);
    return ok({ orderId: prepared.draft.id, outcome: 'ISSUED', proposalId: null });
  },
});

/** The order that one of the request came to, new or standing already. */
const taken = (one: Prepared, input: OrderInput, contents: ReadonlyMap<string, Loaded>): Verdict<string> => {
  if (one.kind === 'REFUSED') return refused(...one.refusals);
  if (one.kind === 'NEW') return ok(one.draft.id);
  const faults = sameIdentity(one.order, input);
  if (faults.length > 0) return refused(...faults);
  const known = contents.get(one.order.id)?.content;
  return known && says(known, settle(known, one.content))
    ? ok(one.order.id)
    : refused({ code: 'ORDER_EXISTS', field: ['number'], params: { number: input.number } });
};

const TEXTS = { ...commonRefusals, ...orderRefusals };

/** Told in the caller's language now, because a replay shows what was answered then. */
const errorsOf = (ctx: CommandContext, refusals: readonly Refusal[]): readonly Result[] =>
  userErrors(refusals, TEXTS, ctx.viewer.locale).map(({ code, field, message, params }) => ({
    code,
    field: field ?? null,
    message,
    params: params.map(({ name, value }) => ({ name, value })),
  }));

/**
 * Issues up to 500 orders in one transaction. Each is taken or refused by itself, under the rules of `orderIssue`; a number that stands
 * already with other content is refused (ORDER_EXISTS), because a change deserves its own answer.
 */
export const orderBulkIssue = command({
  name: 'orderBulkIssue',
  need: 'orders:write',
  key: 'required',
  input: bulkInput,
  constraints: RACES,
  async run(ctx, { orders }): Promise<Verdict<Result>> {
    const prepared = await prepare(ctx, orders);
    const contents = await loadContents(
      ctx.sql,
      prepared.flatMap((one) => (one.kind === 'KNOWN' ? [one.order] : [])),
    );
    const sorted = prepared.map((one, i) => taken(one, orders[i] as OrderInput, contents));
    await insertOrders(
      ctx,
      prepared.flatMap((one) => (one.kind === 'NEW' ? [one.draft] : [])),
    );
    return ok({
      orderIds: sorted.flatMap((one) => (one.ok ? [one.value] : [])),
      issued: prepared.filter((one) => one.kind === 'NEW').length,
      refused: sorted.flatMap((one, index) =>
        one.ok ? [] : [{ index, number: orders[index]?.number ?? '', errors: errorsOf(ctx, one.refusals) }],
      ),
    });
  },
});
