import { type Decimal, decimal, sum, zero } from '../../../kernel/decimal.js';
import type { DifferenceKind, Target } from '../rules.js';

/** How a line stands: what waits, what of it is due or settled, what the match disputes by kind, and how much can still be taken from payables. */
export interface LineState {
  readonly pending: string;
  readonly due: string;
  readonly disputed: Readonly<Partial<Record<DifferenceKind, string>>>;
  /** Disputed by the buyer's hand, or awaiting a credit: what the match would dispute may lie within it already. */
  readonly byHand: string;
  readonly takeable: string;
}

/** What is to be moved so that a line stands as it should; all amounts above zero. */
export interface Moves {
  /** Out of a dispute, back to what waits. */
  readonly lower: readonly { readonly kind: DifferenceKind; readonly amount: Decimal }[];
  /** Into a dispute, out of what waits and out of what is payable. */
  readonly raise: readonly { readonly kind: DifferenceKind; readonly fromPending: Decimal; readonly fromPayable: Decimal }[];
  /** Becomes due. */
  readonly clear: Decimal;
}

const KINDS = ['ITEM', 'QUANTITY', 'PRICE', 'TAX'] as const;
const least = (...amounts: readonly Decimal[]): Decimal => amounts.reduce((a, b) => (a.lt(b) ? a : b));
const atLeastZero = (amount: Decimal): Decimal => (amount.lt(zero) ? zero : amount);

/** The movements that lead from the present state to the target, as far as what is there allows: present state, never a delta. */
export const movesOf = (state: LineState, target: Target): Moves => {
  let pending = decimal(state.pending);
  let takeable = least(decimal(state.takeable), decimal(state.due));
  let due = decimal(state.due);
  const gap = (kind: DifferenceKind): Decimal => target.disputes[kind].minus(state.disputed[kind] ?? '0');
  const lower = KINDS.filter((kind) => gap(kind).lt(zero)).map((kind) => ({ kind, amount: gap(kind).neg() }));
  for (const { amount } of lower) pending = pending.plus(amount);
  const wantedInAll = sum(KINDS.map((kind) => target.disputes[kind]));
  const heldInAll = sum(KINDS.map((kind) => least(decimal(state.disputed[kind] ?? '0'), target.disputes[kind])));
  let room = atLeastZero(wantedInAll.minus(heldInAll).minus(state.byHand));
  const raise = KINDS.filter((kind) => gap(kind).gt(zero)).flatMap((kind) => {
    const wanted = least(gap(kind), room);
    // What waits for goods that will come stays, as long as something due can be taken instead.
    const spare = least(wanted, atLeastZero(pending.minus(target.pending)));
    const fromPayable = least(wanted.minus(spare), takeable);
    const fromPending = least(spare.plus(atLeastZero(wanted.minus(spare).minus(fromPayable))), pending);
    pending = pending.minus(fromPending);
    takeable = takeable.minus(fromPayable);
    due = due.minus(fromPayable);
    room = room.minus(fromPending).minus(fromPayable);
    return fromPending.plus(fromPayable).gt(zero) ? [{ kind, fromPending, fromPayable }] : [];
  });
  return { lower, raise, clear: least(atLeastZero(target.due.minus(due)), pending) };
};
