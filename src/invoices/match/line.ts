import { decimal, plain, sum, zero } from '../../kernel/decimal.js';
import type { InvoiceStatus } from '../lifecycle/rules.js';
import { availableTo, concededKinds, invoicedOf, liveDisputes, type MatchLine, orderedOf } from './load.js';
import { type Moves, movesOf } from './moves/rules.js';
import { type Difference, differencesOf, type DifferenceKind, grantedShare, type Target, targetOf } from './rules.js';
import { type Lot, unitsOff } from './units/rules.js';

/** How a line compares now, for everybody to read beside it. */
export interface MatchView {
  readonly state: 'MATCHED' | 'WAITING' | 'DIFFERENT' | 'BY_HAND';
  readonly ordered: string | null;
  readonly received: string | null;
  readonly accepted: string | null;
  readonly invoiced: string | null;
  readonly available: string | null;
  readonly claimed: string;
  readonly differences: readonly Difference[];
}

/** What the match makes of one line. */
export interface LinePlan {
  readonly line: MatchLine;
  readonly claims: readonly Lot[];
  readonly moves: Moves;
  readonly differences: ReadonlyMap<DifferenceKind, Difference>;
  readonly view: MatchView;
}

const DECIDED: readonly InvoiceStatus[] = ['CONDITIONALLY_ACCEPTED', 'APPROVED', 'PAID'];
const NONE: Target['disputes'] = { PRICE: zero, QUANTITY: zero, TAX: zero, ITEM: zero };

const worthOf = (line: MatchLine) => decimal(line.share).minus(line.credited);

/** A line that the hub cannot compare waits until the buyer accepts the invoice, in whole or in part. */
const byHand = (line: MatchLine): Target => {
  const worth = worthOf(line);
  return DECIDED.includes(line.status) ? { disputes: NONE, pending: zero, due: worth } : { disputes: NONE, pending: worth, due: zero };
};

interface Compared {
  readonly target: Target;
  readonly differences: readonly Difference[];
  readonly available: string | null;
  readonly comparable: boolean;
}

/** Units beyond the order that came within its tolerance are owed like the others, and shown. */
const beyondOrder = (line: MatchLine, ordered: string, live: string): readonly Difference[] => {
  const all = decimal(line.elsewhere).plus(live);
  return all.gt(ordered) ? [{ kind: 'QUANTITY', expected: plain(decimal(ordered)), given: plain(all), withinTolerance: true }] : [];
};

const compare = (line: MatchLine, currency: string, claimed: string, off: string): Compared => {
  const [ordered, invoiced] = [line.ordered && orderedOf(line.ordered), invoicedOf(line)];
  if (!ordered || invoiced === undefined) return { target: byHand(line), differences: [], available: null, comparable: false };
  const available = availableTo(line, claimed);
  const found = differencesOf(ordered, invoiced, decimal(available), { priceTolerance: line.price_tolerance, off });
  const short = found.some(({ kind }) => kind === 'QUANTITY');
  const differences = short ? found : [...beyondOrder(line, ordered.quantity, invoiced.liveQuantity), ...found];
  const conceded = concededKinds(line);
  const counting = differences.filter(({ kind, withinTolerance }) => !withinTolerance && !conceded.has(kind));
  const worth = { currency, worth: plain(worthOf(line)), quantity: invoiced.liveQuantity, available, claimed, off };
  const target = targetOf(worth, counting, conceded.has('QUANTITY'));
  const priced = ordered.price !== undefined || DECIDED.includes(line.status);
  // Without an agreed price nobody but the buyer can say what is due.
  return {
    target: priced ? target : { ...target, pending: target.pending.plus(target.due), due: zero },
    differences,
    available,
    comparable: ordered.price !== undefined,
  };
};

const stateOf = ({ target, comparable }: Compared): MatchView['state'] => {
  if (!comparable) return 'BY_HAND';
  if (sum(Object.values(target.disputes)).gt(zero)) return 'DIFFERENT';
  return target.pending.gt(zero) ? 'WAITING' : 'MATCHED';
};

/** The share that a line's price leaves off the agreed one: it asks for units that were conceded at that price. */
export const grantedBy = (line: MatchLine) => {
  const [ordered, invoiced] = [line.ordered && orderedOf(line.ordered), invoicedOf(line)];
  return ordered && invoiced && grantedShare(ordered, invoiced);
};

/**
 * @param claims what the line claims in addition to what it claims already
 * @param takeable what of the invoice's payables can still be taken back
 */
export const planLine = (line: MatchLine, currency: string, claims: readonly Lot[], takeable: string): LinePlan => {
  const claimed = plain(sum([decimal(line.claimed), ...claims.map((claim) => decimal(claim.quantity))]));
  const off = plain(unitsOff([...line.claims, ...claims]));
  const compared = compare(line, currency, claimed, off);
  const live = liveDisputes(line);
  const mine = sum([...live.values()].map((one) => decimal(one.open)));
  const moves = movesOf(
    {
      pending: line.pending,
      due: plain(worthOf(line).minus(line.pending).minus(line.disputed)),
      disputed: Object.fromEntries([...live].map(([kind, one]) => [kind, one.open])),
      byHand: plain(decimal(line.disputed).minus(mine)),
      takeable,
    },
    compared.target,
  );
  return {
    line,
    claims,
    moves,
    differences: new Map(compared.differences.map((one) => [one.kind, one])),
    view: {
      state: stateOf(compared),
      ordered: line.ordered?.quantity ?? null,
      invoiced: invoicedOf(line)?.liveQuantity ?? null,
      received: line.kept,
      accepted: line.accepted,
      available: compared.available,
      claimed,
      differences: compared.differences,
    },
  };
};
