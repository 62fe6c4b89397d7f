import type { Verdict } from '../../kernel/refusal.js';
import { ok, refused } from '../../kernel/refusal.js';
import type { LineAnswer, ResponseCode } from '../../kernel/uncodes.js';
import { decide, ended, propose } from '../change/rules.js';
import { endsEverything, type HeaderContent, type OrderContent } from '../content/rules.js';
import { act, type ActionCode, type LinePatch, verbOfAnswer } from '../actions/rules.js';
import { type Delta, deltaOf, isEmpty } from '../diff/rules.js';
import { type LifecycleCode, type OrderAction, type OrderFacts, orderLifecycle, type OrderStatus } from '../lifecycle/rules.js';

/** What the supplier can say beside the lines: own number and promised days. */
export type Promise = Pick<HeaderContent, 'salesOrderNumber' | 'promisedFrom' | 'promisedTo'>;

export interface Answer {
  readonly code: ResponseCode;
  readonly promise: Promise;
  readonly lines: readonly { readonly lineId: string; readonly action: LineAnswer; readonly patch: LinePatch }[];
}

export type AnswerCode =
  | LifecycleCode
  | ActionCode
  | 'NOT_ALLOWED'
  | 'NOTHING_CHANGED'
  | 'LINES_ONLY_WITH_CHANGES'
  | 'PROMISE_OUTSIDE_REQUEST';

/** What an answer comes to. */
export type Answered =
  | { readonly kind: 'NOTED'; readonly to: OrderStatus }
  | { readonly kind: 'ACCEPTED'; readonly to: OrderStatus }
  | { readonly kind: 'REFUSED'; readonly to: OrderStatus }
  /** The supplier proposes a next revision: a counter to the offer, to the buyer's change, or a change of the supplier's own. */
  | {
      readonly kind: 'COUNTERED';
      readonly to: OrderStatus;
      readonly next: OrderContent;
      readonly delta: Delta;
      readonly refusesChange: boolean;
    }
  | { readonly kind: 'CHANGE_ACCEPTED'; readonly to: OrderStatus }
  | { readonly kind: 'CHANGE_REFUSED'; readonly to: OrderStatus };

type Result = Verdict<Answered, AnswerCode>;

/** A promise keeps to the request when it lies within it; beyond it, it is a change. */
export const promiseKeeps = (header: HeaderContent, { promisedFrom, promisedTo }: Promise): boolean => {
  const last = promisedTo ?? promisedFrom;
  const first = promisedFrom ?? promisedTo;
  return (
    (header.deliverTo === undefined || last === undefined || last <= header.deliverTo) &&
    (header.deliverFrom === undefined || first === undefined || first >= header.deliverFrom)
  );
};

const unanswered = (onto: OrderContent, answer: Answer): readonly string[] => {
  const answered = new Set(answer.lines.map((line) => line.lineId));
  return onto.lines.filter((line) => line.state === 'ACTIVE' && !answered.has(line.lineId)).map((line) => line.lineId);
};

const lineByLine = (onto: OrderContent, answer: Answer): Verdict<OrderContent, ActionCode> =>
  act(
    onto,
    answer.promise,
    answer.lines.map(({ lineId, action, patch }) => ({ lineId, verb: verbOfAnswer[action], patch })),
  );

const plainly = (facts: OrderFacts, action: OrderAction, kind: 'NOTED' | 'ACCEPTED' | 'REFUSED'): Result => {
  const verdict = orderLifecycle.decide(facts, action, 'SUPPLIER');
  return verdict.ok ? ok({ kind, to: verdict.value }) : verdict;
};

const counter = (facts: OrderFacts, base: OrderContent, answer: Answer): Result => {
  const told = { ...facts, unanswered: unanswered(base, answer) };
  const verdict = orderLifecycle.decide(told, 'COUNTER', 'SUPPLIER');
  if (!verdict.ok) return verdict;
  const next = lineByLine(base, answer);
  if (!next.ok) return next;
  const delta = deltaOf(base, next.value);
  // All lines as ordered is an acceptance, whatever its code; after a counter of his own the supplier takes that back first.
  if (isEmpty(delta)) return facts.status === 'COUNTERED' ? refused({ code: 'NOTHING_CHANGED' }) : plainly(facts, 'ACCEPT', 'ACCEPTED');
  return ok({ kind: 'COUNTERED', to: verdict.value, next: next.value, delta, refusesChange: false });
};

/** An answer to the offer: AB, AP, RE or CA on an order that is not agreed yet. */
const toOffer = (facts: OrderFacts, base: OrderContent, answer: Answer): Result => {
  if (answer.code === 'CA') return counter(facts, base, answer);
  if (answer.code === 'AB') return plainly(facts, 'ACKNOWLEDGE', 'NOTED');
  if (answer.code === 'RE') return plainly(facts, 'REFUSE', 'REFUSED');
  return plainly(facts, 'ACCEPT', 'ACCEPTED');
};

/** An answer to the buyer's open change of an agreed order. CA refuses it and proposes another; RE keeps the order as it is. */
const toChange = (facts: OrderFacts, base: OrderContent, theirs: OrderContent, answer: Answer): Result => {
  if (answer.code === 'AB') return ok({ kind: 'NOTED', to: facts.status });
  if (answer.code === 'RE' || answer.code === 'AP') {
    const verdict = decide(facts, 'SUPPLIER', answer.code === 'AP' ? 'ACCEPT' : 'REFUSE');
    return verdict.ok ? ok({ kind: answer.code === 'AP' ? 'CHANGE_ACCEPTED' : 'CHANGE_REFUSED', to: verdict.value }) : verdict;
  }
  const left = unanswered(theirs, answer);
  if (left.length > 0)
    return refused(...left.map((lineId) => ({ code: 'LINE_NOT_ANSWERED' as const, field: ['lines'], params: { lineId } })));
  const next = lineByLine(theirs, answer);
  if (!next.ok) return next;
  if (isEmpty(deltaOf(theirs, next.value))) return toChange(facts, base, theirs, { ...answer, code: 'AP' });
  const delta = deltaOf(base, next.value);
  // All that the change asked for taken back: that refuses it.
  if (isEmpty(delta)) return toChange(facts, base, theirs, { ...answer, code: 'RE' });
  const verdict = orderLifecycle.decide(facts, endsEverything(next.value) ? 'PROPOSE_END' : 'PROPOSE_CHANGE', 'SUPPLIER');
  return verdict.ok ? ok({ kind: 'COUNTERED', to: verdict.value, next: next.value, delta, refusesChange: true }) : verdict;
};

/** Unasked, on an agreed order: RE proposes to end it and CA to change it (Peppol BIS Advanced Ordering 3, scenarios 3 and 5). */
const unasked = (facts: OrderFacts, base: OrderContent, answer: Answer): Result => {
  if (answer.code === 'AB' || answer.code === 'AP') return refused({ code: 'NOTHING_CHANGED', field: ['code'] });
  const left = answer.code === 'CA' ? unanswered(base, answer) : [];
  if (left.length > 0)
    return refused(...left.map((lineId) => ({ code: 'LINE_NOT_ANSWERED' as const, field: ['lines'], params: { lineId } })));
  const proposed = propose(
    facts,
    'SUPPLIER',
    base,
    undefined,
    (onto): Verdict<OrderContent, ActionCode> => (answer.code === 'RE' ? ok(ended(onto)) : lineByLine(onto, answer)),
  );
  if (!proposed.ok) return proposed;
  const { to, next } = proposed.value;
  return ok({ kind: 'COUNTERED', to, next, delta: deltaOf(base, next), refusesChange: false });
};

/**
 * What a supplier's answer comes to.
 * @param theirs the content that the buyer's open change would make of an agreed order, when there is one
 */
export const answer = (facts: OrderFacts, base: OrderContent, theirs: OrderContent | undefined, said: Answer): Result => {
  if (said.code !== 'CA' && said.lines.length > 0)
    return refused({ code: 'LINES_ONLY_WITH_CHANGES', field: ['lines'], params: { code: said.code } });
  if (said.code === 'AP' && !promiseKeeps((theirs ?? base).header, said.promise))
    return refused({ code: 'PROMISE_OUTSIDE_REQUEST', field: ['promisedTo'] });
  if (facts.status !== 'IN_FORCE') return toOffer(facts, base, said);
  if (facts.answeredRevision !== undefined && facts.answeredRevision !== facts.revision) {
    return refused({ code: 'STALE_REVISION', field: ['revision'], params: { currentRevision: String(facts.revision) } });
  }
  return theirs === undefined ? unasked(facts, base, said) : toChange(facts, base, theirs, said);
};
