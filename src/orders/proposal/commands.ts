import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { command, type CommandContext, insertRows, staleVersion } from '../../platform/commands/index.js';
import { act, type ActionCode, type LineAction, verbOfChange } from '../actions/rules.js';
import { decide, ended, notOpen, propose } from '../change/rules.js';
import { given, patchOf } from '../content/inputs.js';
import { lineById, type OrderContent } from '../content/rules.js';
import { deltaOf } from '../diff/rules.js';
import { faultsOfNext } from '../frame/check.js';
import { orderLifecycle, otherSide } from '../lifecycle/rules.js';
import { type OpenProposal, sit, type Sitting, theirsOf } from '../store/load.js';
import { partyCells } from '../store/rows.js';
import { adopt, close, conclude, type Said } from '../store/write.js';
import { enact, stillOpen } from './enact.js';
import { cancelInput, decideInput, type ProposeInput, proposeInput, withdrawInput } from './inputs.js';

const RACES = {
  proposal_number_once: { code: 'DOCUMENT_REPEATED', field: ['number'] },
  frame_not_over_called: { code: 'CONFLICT', field: ['lines'] },
  frame_value_kept: { code: 'CONFLICT', field: ['lines'] },
  below_delivered: { code: 'BELOW_DELIVERED', field: ['lines'] },
} as const;

interface Addressed {
  readonly orderId: string;
  readonly revision?: number;
  readonly expectedVersion?: number;
}

/** The order at the table, or why not. */
const seated = async (ctx: CommandContext, { orderId, revision, expectedVersion }: Addressed): Promise<Verdict<Sitting>> => {
  const s = await sit(ctx, orderId, revision);
  if (s === undefined) return refused({ code: 'NOT_FOUND', field: ['orderId'] });
  const stale = staleVersion(s.order.version, expectedVersion);
  return stale.length > 0 ? refused(...stale) : ok(s);
};

const PROMISES = ['salesOrderNumber', 'promisedFrom', 'promisedTo'] as const;

/** A buyer cannot promise in the supplier's name. */
const foreignPromises = ({ side }: Sitting, { header, lines }: ProposeInput): readonly Refusal[] => {
  if (side === 'SUPPLIER') return [];
  const inHeader = PROMISES.filter((name) => header[name] !== undefined).map((name) => ['header', name]);
  const inLines = lines.flatMap(({ change }, i) => {
    const promised = change?.promisedFrom ?? change?.promisedTo ?? change?.schedules?.find((s) => s.promisedFrom ?? s.promisedTo);
    return promised === undefined ? [] : [['lines', String(i), 'change']];
  });
  return [...inHeader, ...inLines].map((field) => ({ code: 'PROMISE_ONLY_BY_SUPPLIER', field }));
};

const actionsOn = (onto: OrderContent, { lines, otherLines }: ProposeInput): readonly LineAction[] => {
  const named = lines.map(
    ({ lineId, action, change }): LineAction => ({
      lineId,
      verb: verbOfChange[action],
      patch: change ? patchOf(change, lineById(onto, lineId)) : {},
    }),
  );
  const known = new Set(lines.map((line) => line.lineId));
  const others = otherLines === 'KEEP' ? [] : onto.lines.filter((line) => line.state === 'ACTIVE' && !known.has(line.lineId));
  return [...named, ...others.map(({ lineId }): LineAction => ({ lineId, verb: 'END', patch: {} }))];
};

interface Proposal {
  readonly [name: string]: string | null;
  readonly orderId: string;
  readonly outcome: string;
  readonly proposalId: string | null;
}

/** Puts to the rules what a side says, and writes what they make of it. */
const put = async (s: Sitting, told: (onto: OrderContent) => Verdict<OrderContent, ActionCode>, said: Said): Promise<Verdict<Proposal>> => {
  const proposed = propose(s.facts, s.side, s.loaded.content, theirsOf(s), told);
  if (!proposed.ok) return proposed;
  const faults = faultsOfNext(s, proposed.value.next);
  if (faults.length > 0) return refused(...faults);
  return ok({ orderId: s.order.id, ...(await enact(s, proposed.value, said)) });
};

/**
 * Either side says what the order should be. Before agreement the buyer thereby replaces the offer; what the other side has proposed
 * already is accepted by saying the same; anything else awaits the other side's decision. Refuses NOT_FOUND, STALE_VERSION,
 * STALE_REVISION, NOT_ALLOWED, NOTHING_CHANGED, PROMISE_ONLY_BY_SUPPLIER, LINE_*, SCHEDULE_SUM, FRAME_*, BELOW_CALLED_OFF, DOCUMENT_REPEATED.
 */
export const orderProposeChange = command({
  name: 'orderProposeChange',
  need: 'orders:write',
  key: 'required',
  input: proposeInput,
  constraints: RACES,
  async run(ctx, input): Promise<Verdict<Proposal>> {
    const at = await seated(ctx, input);
    if (!at.ok) return at;
    const s = at.value;
    const foreign = foreignPromises(s, input);
    if (foreign.length > 0) return refused(...foreign);
    return put(s, (onto) => act(onto, given(input.header), actionsOn(onto, input)), { number: input.number, note: input.note });
  },
});

const theirs = async (s: Sitting, proposalId: string, mine: boolean): Promise<Verdict<OpenProposal>> => {
  const open = s.open[mine ? s.side : otherSide(s.side)];
  if (open?.id === proposalId) return ok(open);
  const [known] = await s.ctx.sql<{ status: string; side: string }>(
    'select status, side from app.order_proposal where id = $1 and order_id = $2',
    [proposalId, s.order.id],
  );
  if (known === undefined) return refused({ code: 'NOT_FOUND', field: ['proposalId'] });
  return refused(
    known.status === 'OPEN'
      ? {
          code: 'NOT_ALLOWED',
          field: ['proposalId'],
          params: { action: mine ? 'WITHDRAW_CHANGE' : 'ACCEPT_CHANGE', status: s.order.status },
        }
      : notOpen(known.status),
  );
};

/**
 * Accepts or refuses the other side's open proposal. Accepting makes it the next revision, in force; one's own open proposal lapses with
 * the old base. Refuses NOT_FOUND, STALE_VERSION, CHANGE_NOT_OPEN, NOT_ALLOWED, FRAME_*.
 */
export const orderDecideChange = command({
  name: 'orderDecideChange',
  need: 'orders:write',
  key: 'optional',
  input: decideInput,
  constraints: RACES,
  async run(ctx, input): Promise<Verdict<Proposal>> {
    const at = await seated(ctx, input);
    if (!at.ok) return at;
    const s = at.value;
    const found = await theirs(s, input.proposalId, false);
    if (!found.ok) return found;
    const proposal = found.value;
    const to = decide(s.facts, s.side, input.decision);
    if (!to.ok) return to;
    if (input.decision === 'REFUSE') {
      await close(s, proposal, 'REFUSED', input.reason);
      conclude(s, { status: to.value, open: stillOpen(s, proposal.side), asks: to.value === 'ISSUED' });
      return ok({ orderId: s.order.id, outcome: 'REFUSED', proposalId: proposal.id });
    }
    const faults = faultsOfNext(s, proposal.next);
    if (faults.length > 0) return refused(...faults);
    await adopt(s, proposal, deltaOf(s.loaded.content, proposal.next), input.reason);
    conclude(s, {
      status: to.value,
      open: [],
      asks: false,
      event: to.value === 'CANCELLED' ? 'ORDER_CANCELLED' : 'ORDER_ACCEPTED',
      changed: ['status', 'revision', 'lines'],
    });
    return ok({ orderId: s.order.id, outcome: 'ACCEPTED', proposalId: proposal.id });
  },
});

/** Takes back one's own open proposal. After a counter is withdrawn the buyer's offer awaits an answer again. Refuses NOT_FOUND, STALE_VERSION, CHANGE_NOT_OPEN, NOT_ALLOWED. */
export const orderWithdrawChange = command({
  name: 'orderWithdrawChange',
  need: 'orders:write',
  key: 'optional',
  input: withdrawInput,
  async run(ctx, input): Promise<Verdict<Proposal>> {
    const at = await seated(ctx, input);
    if (!at.ok) return at;
    const s = at.value;
    const found = await theirs(s, input.proposalId, true);
    if (!found.ok) return found;
    const to = orderLifecycle.decide(s.facts, 'WITHDRAW_CHANGE', s.side);
    if (!to.ok) return to;
    await close(s, found.value, 'WITHDRAWN', input.reason);
    conclude(s, { status: to.value, open: stillOpen(s, s.side), asks: to.value === 'ISSUED' });
    return ok({ orderId: s.order.id, outcome: 'WITHDRAWN', proposalId: found.value.id });
  },
});

/**
 * Ends an order. As long as nothing is agreed the buyer does so alone; an agreed order ends by a proposal that the other side decides on
 * (Peppol BIS Advanced Ordering 3, scenario 4), or by confirming the end that the other side proposes (scenario 5).
 * Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, DOCUMENT_REPEATED.
 */
export const orderCancel = command({
  name: 'orderCancel',
  need: 'orders:write',
  key: 'optional',
  input: cancelInput,
  constraints: RACES,
  async run(ctx, input): Promise<Verdict<Proposal>> {
    const at = await seated(ctx, input);
    if (!at.ok) return at;
    const s = at.value;
    if (s.order.status === 'IN_FORCE') return put(s, (onto) => ok(ended(onto)), { number: input.number, note: input.reason });
    const to = orderLifecycle.decide(s.facts, 'CANCEL', s.side);
    if (!to.ok) return to;
    for (const proposal of Object.values(s.open)) await close(s, proposal, 'LAPSED', input.reason);
    await insertRows(ctx.write, 'order_cancellation', [
      {
        id: ctx.newId(),
        ...partyCells(s.order),
        revision: s.order.revision,
        number: input.number ?? null,
        reason: input.reason ?? null,
        actor_id: ctx.viewer.actorId,
        business_time: ctx.businessNow,
      },
    ]);
    conclude(s, { status: to.value, open: [], asks: false, event: 'ORDER_CANCELLED' });
    return ok({ orderId: s.order.id, outcome: 'CANCELLED', proposalId: null });
  },
});
