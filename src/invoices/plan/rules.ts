import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import { allocate, money } from '../../kernel/money.js';
import type { Basis } from '../terms/rules.js';

export type PlanKind = 'ADVANCE' | 'DELIVERY' | 'ACCEPTANCE' | 'RETENTION';

/** A part of an agreement's payment plan; the shares of a plan sum to one. */
export interface PlanLine {
  readonly kind: PlanKind;
  readonly share: string;
  readonly runsFrom: Basis | 'ORDER';
  readonly days: number;
}

/** The term of the agreement itself, for what no plan divides; days null where none was agreed. */
export interface PlainTerm {
  readonly basis: Basis;
  readonly days: number | null;
}

/** A part of an amount with a term of its own. */
export interface Slice {
  readonly kind: PlanKind | null;
  readonly amount: string;
  readonly basis: Basis;
  readonly days: number | null;
}

/** Agreed for before delivery and not paid then: due with delivery at the latest. */
const termOf = ({ kind, runsFrom, days }: PlanLine): Pick<Slice, 'basis' | 'days'> =>
  kind === 'ADVANCE' || runsFrom === 'ORDER' ? { basis: 'DELIVERY', days: 0 } : { basis: runsFrom, days };

/**
 * Divides an amount by the plan, to the last minor unit. What an advance pays (at most the plan's share) comes off the part of the
 * advance, or off the whole where there is no plan.
 */
export const slicesOf = (
  amount: string,
  currency: string,
  plan: readonly PlanLine[],
  plainTerm: PlainTerm,
  advance: Decimal = zero,
): readonly Slice[] => {
  if (plan.length === 0) return positive([{ kind: null, amount: plain(decimal(amount).minus(advance)), ...plainTerm }]);
  const parts = allocate(
    money(amount, currency),
    plan.map((line) => decimal(line.share)),
  );
  return positive(
    plan.map((line, i) => {
      const part = parts?.[i]?.amount ?? zero;
      return { kind: line.kind, amount: plain(line.kind === 'ADVANCE' ? part.minus(advance) : part), ...termOf(line) };
    }),
  );
};

const positive = (slices: readonly Slice[]): readonly Slice[] => slices.filter((slice) => decimal(slice.amount).gt(zero));

/** The most that an advance pays of an amount. */
export const advanceCap = (amount: string, currency: string, plan: readonly PlanLine[]): Decimal => {
  if (plan.length === 0) return decimal(amount);
  const parts = allocate(
    money(amount, currency),
    plan.map((line) => decimal(line.share)),
  );
  const at = plan.findIndex((line) => line.kind === 'ADVANCE');
  return at < 0 ? zero : (parts?.[at]?.amount ?? zero);
};
