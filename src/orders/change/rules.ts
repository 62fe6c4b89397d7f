import type { Refusal, Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import { endsEverything, type OrderContent } from '../content/rules.js';
import { type Delta, deltaOf, isEmpty } from '../diff/rules.js';
import { sameTerms } from '../settle/rules.js';
import { type LifecycleCode, orderLifecycle, type OrderFacts, otherSide, type OrderStatus, type Side } from '../lifecycle/rules.js';

/** What a side says, told onto a content: a whole document, or actions on its lines. */
export type Told<Code extends string> = (onto: OrderContent) => Verdict<OrderContent, Code>;

/** What becomes of a proposal. */
export type Proposed =
  /** It says what the other side proposes: that is accepted. What it says beyond is a change of the revision so made. */
  | { readonly kind: 'ACCEPTS'; readonly to: OrderStatus; readonly next: OrderContent; readonly rest?: Delta }
  /** The buyer's offer, not agreed yet, is another one from now on. */
  | { readonly kind: 'REPLACES'; readonly to: OrderStatus; readonly next: OrderContent; readonly delta: Delta }
  /** The other side must decide. */
  | {
      readonly kind: 'PROPOSES';
      readonly to: OrderStatus;
      readonly next: OrderContent;
      readonly delta: Delta;
      readonly endsOrder: boolean;
    };

export type ProposeCode = LifecycleCode | 'NOT_ALLOWED' | 'NOTHING_CHANGED';

const beyond = <Code extends string>(theirs: OrderContent, told: Told<Code>): Delta | undefined => {
  const more = told(theirs);
  const delta = more.ok ? deltaOf(theirs, more.value) : undefined;
  return delta === undefined || isEmpty(delta) ? undefined : delta;
};

const accepts = <Code extends string>(
  facts: OrderFacts,
  side: Side,
  theirs: OrderContent,
  told: Told<Code>,
): Verdict<Proposed, LifecycleCode | 'NOT_ALLOWED'> => {
  const verdict = orderLifecycle.decide(facts, endsEverything(theirs) ? 'ACCEPT_END' : 'ACCEPT_CHANGE', side);
  return verdict.ok ? ok({ kind: 'ACCEPTS', to: verdict.value, next: theirs, rest: beyond(theirs, told) }) : verdict;
};

/**
 * A side says what the order should be. Before agreement the buyer thereby replaces the offer; afterwards, and always from the
 * supplier, it is a proposal of the next revision, unless it says what the other side proposes already.
 * @param theirs the content that the other side's open change would make of the order
 */
export const propose = <Code extends string>(
  facts: OrderFacts,
  side: Side,
  base: OrderContent,
  theirs: OrderContent | undefined,
  told: Told<Code>,
): Verdict<Proposed, Code | ProposeCode> => {
  const wanted = told(base);
  if (!wanted.ok) return wanted;
  const next = wanted.value;
  if (theirs !== undefined && facts.open[otherSide(side)] !== undefined && sameTerms(theirs, next))
    return accepts(facts, side, theirs, told);
  const delta = deltaOf(base, next);
  if (isEmpty(delta)) return refused({ code: 'NOTHING_CHANGED' });
  const endsOrder = endsEverything(next);
  if (side === 'BUYER' && facts.status !== 'IN_FORCE') {
    const verdict = orderLifecycle.decide(facts, endsOrder ? 'CANCEL' : 'REPLACE_OFFER', side);
    return verdict.ok ? ok({ kind: 'REPLACES', to: verdict.value, next, delta }) : verdict;
  }
  const verdict = orderLifecycle.decide(facts, endsOrder ? 'PROPOSE_END' : 'PROPOSE_CHANGE', side);
  return verdict.ok ? ok({ kind: 'PROPOSES', to: verdict.value, next, delta, endsOrder }) : verdict;
};

/** The same order without one active line: what a cancellation of an agreed order proposes. */
export const ended = (base: OrderContent): OrderContent => ({
  header: base.header,
  lines: base.lines.map((line) => (line.state === 'ACTIVE' ? { ...line, state: 'ENDED' as const } : line)),
});

export type Decision = 'ACCEPT' | 'REFUSE';

/** The state after one side decides on the other's open change. */
export const decide = (facts: OrderFacts, side: Side, decision: Decision): Verdict<OrderStatus, LifecycleCode | 'NOT_ALLOWED'> => {
  if (decision === 'REFUSE') return orderLifecycle.decide(facts, 'REFUSE_CHANGE', side);
  return orderLifecycle.decide(facts, facts.open[otherSide(side)]?.endsOrder ? 'ACCEPT_END' : 'ACCEPT_CHANGE', side);
};

/** Refusals of a decision on a change that is not the open one (any more). */
export const notOpen = (status: string): Refusal<'CHANGE_NOT_OPEN'> => ({
  code: 'CHANGE_NOT_OPEN',
  field: ['proposalId'],
  params: { status },
});
