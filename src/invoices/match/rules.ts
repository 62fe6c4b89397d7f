import { type Decimal, decimal, plain, roundHalfUp, zero } from '../../kernel/decimal.js';
import { posting } from '../../kernel/money.js';
import { convertPrice } from '../../kernel/units.js';
import type { PriceBasis } from '../sums/rules-content.js';

/** An order's line as it stands in its revision in force; of a call-off with the frame's price of the call-off's day. */
export interface Ordered {
  readonly quantity: string;
  readonly unit: string;
  /** For `priceBasis` units; undefined where nothing is agreed. */
  readonly price?: string;
  readonly priceBasis: string;
  /** Allowances and charges of the whole line make its price another one per unit. */
  readonly amount?: string;
  readonly adjusted: boolean;
  readonly prices: PriceBasis;
  /** Percent; undefined where the order does not say. */
  readonly taxRate?: string;
  readonly buyerItemId?: string;
  readonly sellerItemId?: string;
  readonly standardItemId?: string;
}

/** An invoice's line as it was written. */
export interface Invoiced {
  readonly quantity: string;
  readonly unit: string;
  /** In the unit of the order's line: as written, and what of it is not credited. */
  readonly orderQuantity: string;
  readonly liveQuantity: string;
  /** What credits left of the worth of a live unit, as a share; 1 where nothing or whole units were credited. */
  readonly worthLeft: string;
  readonly price: string;
  readonly priceBasis: string;
  readonly amount: string;
  readonly adjusted: boolean;
  readonly prices: PriceBasis;
  readonly taxRate: string;
  readonly buyerItemId?: string;
  readonly sellerItemId?: string;
  readonly standardItemId?: string;
}

export type DifferenceKind = 'PRICE' | 'QUANTITY' | 'TAX' | 'ITEM';

/** What differs, both values, and whether the agreement lets it pass. */
export interface Difference {
  readonly kind: DifferenceKind;
  readonly expected: string;
  readonly given: string;
  readonly withinTolerance: boolean;
}

/** Peppol status reason of each difference: PRI, QTY, LEG (what the law asks of an invoice) and ITM. */
export const REASON_OF = { PRICE: 'PRI', QUANTITY: 'QTY', TAX: 'LEG', ITEM: 'ITM' } as const satisfies Record<DifferenceKind, string>;

const withTax = (amount: Decimal, rate: string, basis: PriceBasis): Decimal =>
  basis === 'NET' ? amount.times(decimal(100).plus(rate)).div(100) : amount;

/** What of the units that came is not owed in full: their number, and how many of them are worth nothing by the reductions agreed (Civil Code art. 582). */
export interface Reduced {
  readonly units: string;
  /** Each conceded unit that the line claims counts at its reduction: 10 at 0.2 are 2. */
  readonly off: string;
}

const owedShare = ({ units, off }: Reduced): Decimal => (decimal(units).gt(zero) ? decimal(1).minus(decimal(off).div(units)) : decimal(1));
const isReduced = ({ units, off }: Reduced): boolean => decimal(off).gt(zero) && decimal(units).gt(zero);

/** Prices of one unit of the order's line with the invoice's tax, so that net and tax-inclusive ones compare; undefined without an agreed one. */
const unitPrices = (
  ordered: Ordered,
  invoiced: Invoiced,
  rough: boolean,
): { readonly expected: Decimal; readonly given: Decimal } | undefined => {
  if (ordered.price === undefined) return undefined;
  const agreed =
    ordered.adjusted && ordered.amount !== undefined
      ? decimal(ordered.amount).div(ordered.quantity)
      : decimal(ordered.price).div(ordered.priceBasis);
  const stated = convertPrice(decimal(invoiced.price).div(invoiced.priceBasis), invoiced.unit, ordered.unit);
  if (stated === undefined) return undefined;
  const one = rough ? decimal(invoiced.amount).div(invoiced.orderQuantity).times(invoiced.worthLeft) : stated;
  return {
    expected: withTax(agreed, invoiced.taxRate, ordered.prices),
    given: withTax(one, invoiced.taxRate, rough ? 'NET' : invoiced.prices),
  };
};

// Where a line has allowances or was credited, its price is what its posted amount comes to.
const isRough = (ordered: Ordered, invoiced: Invoiced): boolean => invoiced.adjusted || ordered.adjusted || invoiced.worthLeft !== '1';

// Amounts of a line with allowances were posted: a difference within that posting is none.
const POSTED = '0.01';

const priceDifference = (ordered: Ordered, invoiced: Invoiced, tolerance: string, reduced: Reduced): Difference | undefined => {
  // A reduced price seldom divides evenly over the units of a line, so that it too is compared as posted.
  const rough = isRough(ordered, invoiced) || isReduced(reduced);
  const prices = unitPrices(ordered, invoiced, rough);
  if (prices === undefined) return undefined;
  const { given } = prices;
  const expected = prices.expected.times(owedShare(reduced));
  if (rough ? given.minus(expected).abs().times(invoiced.orderQuantity).lte(POSTED) : given.eq(expected)) return undefined;
  // The tolerance is for prices that drift, not for a reduction that both agreed on.
  const within = given.lte(isReduced(reduced) ? expected : expected.times(decimal(1).plus(tolerance)));
  return { kind: 'PRICE', expected: shown(expected), given: shown(given), withinTolerance: within };
};

const shown = (value: Decimal): string => plain(roundHalfUp(8)(value));

/** The share that the price of an invoice's line leaves off the agreed one, `roundHalfUp(6)` as reductions are written; undefined without an agreed one. */
export const grantedShare = (ordered: Ordered, invoiced: Invoiced): Decimal | undefined => {
  const prices = unitPrices(ordered, invoiced, isRough(ordered, invoiced));
  return prices?.expected.gt(zero) ? roundHalfUp(6)(decimal(1).minus(prices.given.div(prices.expected))) : undefined;
};

const itemDifference = (ordered: Ordered, invoiced: Invoiced): Difference | undefined => {
  for (const key of ['buyerItemId', 'sellerItemId', 'standardItemId'] as const) {
    const [expected, given] = [ordered[key], invoiced[key]];
    if (expected !== undefined && given !== undefined && expected !== given)
      return { kind: 'ITEM', expected, given, withinTolerance: false };
  }
  return undefined;
};

const taxDifference = (ordered: Ordered, invoiced: Invoiced): Difference | undefined =>
  ordered.taxRate === undefined || decimal(ordered.taxRate).eq(invoiced.taxRate)
    ? undefined
    : {
        kind: 'TAX',
        expected: plain(decimal(ordered.taxRate)),
        given: plain(decimal(invoiced.taxRate)),
        // Less tax than ordered is the supplier's own matter.
        withinTolerance: decimal(invoiced.taxRate).lt(ordered.taxRate),
      };

/**
 * How an invoice's line differs from the order and from what came.
 * @param available units that came and were kept, were not refused, sent back or invoiced elsewhere
 * @param terms the agreement's tolerance, and what of the line's units is off by agreed reductions: the price expected is the mean of the
 *   units that came, the conceded ones at price × (1 − reduction), the rest in full
 */
export const differencesOf = (
  ordered: Ordered,
  invoiced: Invoiced,
  available: Decimal,
  terms: { readonly priceTolerance: string; readonly off?: string },
): readonly Difference[] => {
  const over = decimal(invoiced.liveQuantity).minus(available);
  const quantity: readonly Difference[] = over.gt(zero)
    ? [{ kind: 'QUANTITY', expected: plain(available), given: plain(decimal(invoiced.liveQuantity)), withinTolerance: false }]
    : [];
  const others = [
    priceDifference(ordered, invoiced, terms.priceTolerance, {
      units: plain(decimalMin(decimal(invoiced.liveQuantity), available)),
      off: terms.off ?? '0',
    }),
    taxDifference(ordered, invoiced),
    itemDifference(ordered, invoiced),
  ];
  return [...quantity, ...others.filter((one) => one !== undefined)];
};

/** The present worth of a line and what is known of its units. */
export interface LineWorth {
  readonly currency: string;
  /** What the line carries of the total, less what was credited. */
  readonly worth: string;
  /** Units of the order's line that are invoiced and not credited, that came, and that were accepted and are claimed. */
  readonly quantity: string;
  readonly available: string;
  readonly claimed: string;
  /** What of the claimed units is off by agreed reductions; all of it is among the claimed ones. */
  readonly off: string;
}

/** What each part of a line's worth should be: the disputes of the match by kind, what waits, and what is due. They sum to the worth. */
export interface Target {
  readonly disputes: Readonly<Record<DifferenceKind, Decimal>>;
  readonly pending: Decimal;
  readonly due: Decimal;
}

/**
 * How a line's worth divides. What did not come is disputed (QUANTITY), of the rest what exceeds the agreed price and tax, and of what
 * then remains the accepted units are due, the others wait. A difference that the buyer conceded divides nothing off.
 * What waits is worth the full price: only claimed units are conceded ones. Every part is rounded by `posting` of the currency.
 * @param differences beyond tolerance and not conceded
 * @param concededQuantity whether units that did not come are due all the same
 */
export const targetOf = (line: LineWorth, differences: readonly Difference[], concededQuantity: boolean): Target => {
  const post = posting(line.currency);
  const worth = decimal(line.worth);
  const quantity = decimal(line.quantity);
  const none = { PRICE: zero, QUANTITY: zero, TAX: zero, ITEM: zero };
  if (quantity.lte(zero)) return { disputes: none, pending: zero, due: worth };
  const of = (units: Decimal): Decimal => post(worth.times(units).div(quantity));
  const by = (kind: DifferenceKind): Difference | undefined => differences.find((one) => one.kind === kind);
  if (by('ITEM')) return { disputes: { ...none, ITEM: worth }, pending: zero, due: zero };
  const came = by('QUANTITY') ? decimalMin(quantity, line.available) : quantity;
  const [price, tax] = [by('PRICE'), by('TAX')];
  const mean = owedShare({ units: plain(came), off: line.off });
  // The price expected is the mean of what came; the due units among them hold all that is conceded.
  const byPrice = (value: Decimal, units: Decimal): Decimal =>
    price
      ? post(
          value
            .times(price.expected)
            .times(mean.isZero() ? decimal(1) : owedShare({ units: plain(units), off: line.off }).div(mean))
            .div(price.given),
        )
      : value;
  const byTax = (value: Decimal): Decimal =>
    tax ? post(value.times(decimal(100).plus(tax.expected)).div(decimal(100).plus(tax.given))) : value;
  const kept = of(came);
  const priced = byPrice(kept, came);
  const rest = byTax(priced);
  const extra = concededQuantity ? quantity.minus(decimalMin(quantity, line.available)) : zero;
  const dueUnits = decimalMin(decimal(line.claimed).plus(extra), came.toFixed());
  const due = dueUnits.gte(came) ? rest : byTax(byPrice(of(dueUnits), dueUnits));
  return {
    disputes: { QUANTITY: worth.minus(kept), PRICE: kept.minus(priced), TAX: priced.minus(rest), ITEM: zero },
    pending: rest.minus(due),
    due,
  };
};

const decimalMin = (a: Decimal, b: Decimal | string): Decimal => (a.lte(b) ? a : decimal(b));
