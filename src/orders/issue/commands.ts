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
import { bulkInput, issueInput, type OrderInput } from './inputs.js';
import { prepare, type Prepared } from './prepare.js';
import { insertOrders } from './write.js';

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
  below_delivered: { code: 'BELOW_DELIVERED', field: ['lines'] },
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
export const errorsOf = (ctx: CommandContext, refusals: readonly Refusal[]): readonly Result[] =>
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
