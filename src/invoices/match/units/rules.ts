import { type Decimal, decimal, plain, zero } from '../../../kernel/decimal.js';
import { allocate, money, moneyText } from '../../../kernel/money.js';

/** Accepted units of a receipt line that no invoice claims; the earliest first. */
export interface Lot {
  readonly receiptLineId: string;
  readonly quantity: string;
  readonly receivedOn: string;
  readonly acceptedOn: string | null;
  readonly inspectionEndsOn: string | null;
}

/** A receipt line as it stands: how much was accepted and kept, in the steps in which it was accepted, and how much is claimed. */
export interface ReceiptStock {
  readonly receiptLineId: string;
  readonly receivedOn: string;
  readonly inspectionEndsOn: string | null;
  /** Accepted less what came back. */
  readonly kept: string;
  readonly claimed: string;
  readonly accepted: readonly { readonly on: string; readonly quantity: string }[];
}

/** The free units of a receipt line by the day on which they were accepted: what is claimed was accepted first. */
export const lotsOf = ({ receiptLineId, receivedOn, inspectionEndsOn, kept, claimed, accepted }: ReceiptStock): readonly Lot[] => {
  const steps = accepted.reduce((total, one) => total.plus(one.quantity), zero);
  const late = decimal(kept).minus(steps);
  // What was made good after a refusal counts as accepted with the last step.
  const all = late.gt(zero) ? [...accepted, { on: accepted.at(-1)?.on ?? null, quantity: plain(late) }] : accepted;
  let skip = decimal(claimed);
  let left = decimal(kept).minus(claimed);
  return all.flatMap(({ on, quantity }) => {
    const skipped = skip.lt(quantity) ? skip : decimal(quantity);
    skip = skip.minus(skipped);
    const free = decimal(quantity).minus(skipped);
    const taken = free.lt(left) ? free : left;
    left = left.minus(taken);
    return taken.gt(zero) ? [{ receiptLineId, quantity: plain(taken), receivedOn, acceptedOn: on, inspectionEndsOn }] : [];
  });
};

/** The claims that a line makes on lots, in their order, up to what it wants; and the lots as they are left. */
export const claimFrom = (
  lots: readonly Lot[],
  wanted: Decimal,
  named: readonly string[],
): { claims: readonly Lot[]; left: readonly Lot[] } => {
  let open = wanted;
  const claims: Lot[] = [];
  const left = lots.flatMap((lot) => {
    if (!open.gt(zero) || (named.length > 0 && !named.includes(lot.receiptLineId))) return [lot];
    const taken = open.lt(lot.quantity) ? open : decimal(lot.quantity);
    open = open.minus(taken);
    claims.push({ ...lot, quantity: plain(taken) });
    const rest = decimal(lot.quantity).minus(taken);
    return rest.gt(zero) ? [{ ...lot, quantity: plain(rest) }] : [];
  });
  return { claims, left };
};

/** Days on which a due amount rests. */
export type DueDays = Pick<Lot, 'receivedOn' | 'acceptedOn' | 'inspectionEndsOn'>;

/**
 * An amount that becomes due, split by the days of the units that it is for, in proportion to them.
 * @param units claims, or an empty list where nothing was delivered
 */
export const dueBy = (amount: Decimal, currency: string, units: readonly Lot[]): readonly (DueDays & { readonly amount: string })[] => {
  const groups = new Map<string, DueDays & { quantity: Decimal }>();
  for (const { receivedOn, acceptedOn, inspectionEndsOn, quantity } of units) {
    const key = `${receivedOn} ${acceptedOn} ${inspectionEndsOn}`;
    const before = groups.get(key)?.quantity ?? zero;
    groups.set(key, { receivedOn, acceptedOn, inspectionEndsOn, quantity: before.plus(quantity) });
  }
  const all = [...groups.values()];
  const parts = allocate(
    money(amount, currency),
    all.map((one) => one.quantity),
  );
  return all.flatMap(({ quantity: _, ...days }, i) => {
    const part = parts?.[i];
    return part?.amount.gt(zero) ? [{ ...days, amount: moneyText(part) }] : [];
  });
};
