import { publicId } from '../../kernel/ids.js';
import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { orderCancel, orderIssue, orderProposeChange, orderRespond } from '../../orders/index.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { InterchangeCode } from '../refusals.js';
import type { AnswerMessage, ChangeMessage, OrderingMessage, OrderMessage } from '../rules/translate/message.js';
import type { Sides } from '../sides.js';
import { type Applied, type KnownOrder, knownOrders, withDetails, within } from './within.js';

const issue = async (
  ctx: CommandContext,
  { other: supplier }: Sides,
  message: OrderMessage,
  expectedVersion: number | undefined,
): Promise<Verdict<Applied>> => {
  const { number, issuedOn, orderType, frame, header, lines } = message;
  const done = await within(ctx, orderIssue, {
    supplier,
    number,
    issuedOn,
    typeCode: orderType,
    expectedVersion,
    frame: frame === undefined ? undefined : { number: frame },
    header: withDetails(header),
    lines: lines.map(withDetails),
  });
  return done.ok ? ok({ orderId: done.value.orderId, outcome: String(done.value.outcome), warnings: [] }) : done;
};

const only = (refusals: readonly Refusal[], code: string): boolean => refusals.length === 1 && refusals[0]?.code === code;

/** A change that says what stands already leaves the order as it is. */
const change = async (
  ctx: CommandContext,
  order: KnownOrder,
  message: ChangeMessage,
  expectedVersion: number | undefined,
): Promise<Verdict<Applied>> => {
  const { number, note, header, lines } = message;
  const done = await within(ctx, orderProposeChange, {
    orderId: publicId('ord', order.id),
    revision: order.revision,
    number,
    note,
    expectedVersion,
    header: withDetails(header),
    lines: lines.map(({ lineId, action, patch }) => ({ lineId, action, change: withDetails(patch) })),
  });
  if (!done.ok) return only(done.refusals, 'NOTHING_CHANGED') ? ok({ orderId: order.id, outcome: 'UNCHANGED', warnings: [] }) : done;
  return ok({ orderId: order.id, outcome: String(done.value.outcome), warnings: [] });
};

/** The buyer's change that is open, when the answer speaks of another one. */
const answersOther = async ({ sql }: CommandContext, order: KnownOrder, number: string): Promise<string | undefined> => {
  const [open] = await sql<{ number: string | null; number_key: string | null }>(
    `select number, number_key from app.order_proposal where order_id = $1 and side = 'BUYER' and status = 'OPEN'`,
    [order.id],
  );
  return open && open.number_key !== fingerprint(number) ? (open.number ?? '') : undefined;
};

const answer = async (
  ctx: CommandContext,
  order: KnownOrder,
  message: AnswerMessage,
  expectedVersion: number | undefined,
): Promise<Verdict<Applied>> => {
  const { number, code, note, change: about, promise, lines } = message;
  const other = about === undefined ? undefined : await answersOther(ctx, order, about);
  if (other !== undefined) return refused({ code: 'ANSWERS_OTHER_CHANGE', params: { number: about ?? '', open: other } });
  const input = {
    orderId: publicId('ord', order.id),
    revision: order.revision,
    number,
    code,
    note,
    expectedVersion,
    lines: lines.map(({ patch, ...line }) => ({ ...line, change: withDetails(patch) })),
  };
  const done = await within(ctx, orderRespond, { ...input, ...promise });
  if (done.ok) return ok({ orderId: order.id, outcome: String(done.value.outcome), warnings: [] });
  if (!only(done.refusals, 'PROMISE_OUTSIDE_REQUEST')) return done;
  // Accepted as a whole is accepted as requested: other days beside it bind nobody.
  const plain = await within(ctx, orderRespond, { ...input, salesOrderNumber: promise.salesOrderNumber });
  const warnings: Refusal<InterchangeCode>[] = [
    { code: 'PROMISE_NOT_TAKEN', params: { from: promise.promisedFrom ?? '', to: promise.promisedTo ?? '' } },
  ];
  return plain.ok ? ok({ orderId: order.id, outcome: String(plain.value.outcome), warnings }) : plain;
};

/** Does what a document asks for through the commands of orders. */
export const applyOrdering = async (
  ctx: CommandContext,
  sides: Sides,
  message: OrderingMessage,
  expectedVersion: number | undefined,
): Promise<Verdict<Applied>> => {
  if (message.kind === 'ORDER') return issue(ctx, sides, message, expectedVersion);
  const order = (await knownOrders(ctx, sides, [message.order])).get(fingerprint(message.order));
  if (!order) return refused({ code: 'ORDER_NUMBER_UNKNOWN', params: { number: message.order } });
  if (message.kind === 'CHANGE') return change(ctx, order, message, expectedVersion);
  if (message.kind === 'ANSWER') return answer(ctx, order, message, expectedVersion);
  // The cancellation of an agreed order is a proposal there, and proposals have one row of numbers, while documents number each kind apart.
  const { number, reason } = message;
  const numbered = order.status === 'IN_FORCE' ? {} : { number };
  const done = await within(ctx, orderCancel, { orderId: publicId('ord', order.id), ...numbered, reason, expectedVersion });
  return done.ok ? ok({ orderId: order.id, outcome: String(done.value.outcome), warnings: [] }) : done;
};
