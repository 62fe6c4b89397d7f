import { type Decimal, decimal, plain, zero } from '../../../kernel/decimal.js';
import { allocate, money, moneyText } from '../../../kernel/money.js';

/** Accepted units of a receipt line that no invoice claims; the earliest first. */
export interface Lot {
  readonly receiptLineId: string;
  readonly quantity: string;
  readonly receivedOn: string;
  readonly acceptedOn: string | null;
  readonly inspectionEndsOn: string | null;
  /** The share of the price that was agreed off for these units (Civil Code art. 582); null where they are owed in full. */
  readonly priceReduction: string | null;
}

/** Units of a receipt line that were kept at a lower price by agreement, and how many of them are claimed as such. */
export interface Conceded {
  readonly priceReduction: string;
  readonly quantity: string;
  readonly claimed: string;
}

/** A receipt line as it stands: how much was accepted and kept, in the steps in which it was accepted, and how much is claimed. */
export interface ReceiptStock {
  readonly receiptLineId: string;
  readonly receivedOn: string;
  readonly inspectionEndsOn: string | null;
  /** Accepted less what came back. */
  readonly kept: string;
  readonly returned: string;
  readonly claimed: string;
  readonly accepted: readonly { readonly on: string; readonly quantity: string }[];
  /** By reduction, the smallest first. */
  readonly conceded: readonly Conceded[];
}

interface Step {
  readonly on: string | null;
  readonly quantity: string;
}

/** The steps of acceptance, with what was accepted beyond them after a refusal at the day of the last one. */
const stepsOf = (accepted: readonly Step[], units: Decimal): readonly Step[] => {
  const late = units.minus(accepted.reduce((total, one) => total.plus(one.quantity), zero));
  return late.gt(zero) ? [...accepted, { on: accepted.at(-1)?.on ?? null, quantity: plain(late) }] : accepted;
};

/**
 * The free units of a receipt line: those owed in full first, by the day on which they were accepted (what is claimed was accepted first),
 * then those conceded at a lower price, the smallest reduction first. So the first claim takes what is owed in full, and the last what was
 * conceded; what came back is missing at the end. A claim keeps the reduction of the units that it took: a conceded unit stays with its
 * claim until that is released, whatever other invoices do.
 */
export const lotsOf = (stock: ReceiptStock): readonly Lot[] => {
  const { receiptLineId, receivedOn, inspectionEndsOn, kept, returned, claimed, accepted, conceded } = stock;
  const reduced = conceded.reduce((total, one) => total.plus(one.quantity), zero);
  let skip = conceded.reduce((rest, one) => rest.minus(one.claimed), decimal(claimed));
  let left = decimal(kept).minus(claimed);
  const take = (wanted: Decimal, on: string | null, priceReduction: string | null): readonly Lot[] => {
    const taken = wanted.lt(left) ? wanted : left;
    left = left.minus(taken);
    return taken.gt(zero) ? [{ receiptLineId, quantity: plain(taken), receivedOn, acceptedOn: on, inspectionEndsOn, priceReduction }] : [];
  };
  const inFull = stepsOf(accepted, decimal(kept).plus(returned).minus(reduced)).flatMap(({ on, quantity }) => {
    const skipped = skip.lt(quantity) ? skip : decimal(quantity);
    skip = skip.minus(skipped);
    return take(decimal(quantity).minus(skipped), on, null);
  });
  const day = accepted.at(-1)?.on ?? null;
  return [...inFull, ...conceded.flatMap((one) => take(decimal(one.quantity).minus(one.claimed), day, one.priceReduction))];
};

/**
 * The claims that a line makes on lots, in their order, up to what it wants; and the lots as they are left.
 * @param granted the share that the line's own price leaves off the agreed one: lots conceded at just that share are its first choice
 */
export const claimFrom = (
  lots: readonly Lot[],
  wanted: Decimal,
  named: readonly string[],
  granted?: Decimal,
): { claims: readonly Lot[]; left: readonly Lot[] } => {
  let open = wanted;
  const claims: Lot[] = [];
  const takeOf = (all: readonly Lot[], meant: (lot: Lot) => boolean): readonly Lot[] =>
    all.flatMap((lot) => {
      if (!open.gt(zero) || !meant(lot) || (named.length > 0 && !named.includes(lot.receiptLineId))) return [lot];
      const taken = open.lt(lot.quantity) ? open : decimal(lot.quantity);
      open = open.minus(taken);
      claims.push({ ...lot, quantity: plain(taken) });
      const rest = decimal(lot.quantity).minus(taken);
      return rest.gt(zero) ? [{ ...lot, quantity: plain(rest) }] : [];
    });
  const spared = takeOf(lots, ({ priceReduction }) => priceReduction !== null && granted?.eq(priceReduction) === true);
  return { left: takeOf(spared, () => true), claims };
};

/** Units for which nothing is owed, if every unit were owed in full: each conceded unit at its reduction. Exact, never rounded. */
export const unitsOff = (claims: readonly Lot[]): Decimal =>
  claims.reduce((off, { quantity, priceReduction }) => off.plus(decimal(quantity).times(priceReduction ?? '0')), zero);

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
