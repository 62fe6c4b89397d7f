import { type Decimal, decimal, plain, roundHalfUp, sum, zero } from '../../kernel/decimal.js';
import { type Guard, lifecycle } from '../../kernel/lifecycle.js';
import { moneyText, money, posting } from '../../kernel/money.js';
import type { Refusal } from '../../kernel/refusal.js';

/** PROPOSED: computed; AGREED: by both sides; SETTLED: documents cover it to the cent; REPLACED: computed anew before anybody agreed. */
export const REPRICING_STATUSES = ['PROPOSED', 'AGREED', 'SETTLED', 'REPLACED'] as const;
export type RepricingStatus = (typeof REPRICING_STATUSES)[number];
export const REPRICING_ACTIONS = ['AGREE', 'CONCLUDE', 'REPLACE', 'SETTLE', 'REOPEN'] as const;
export type RepricingAction = (typeof REPRICING_ACTIONS)[number];
export type Side = 'BUYER' | 'SUPPLIER';
export const SIDES = ['BUYER', 'SUPPLIER'] as const;
const otherOf = (side: Side): Side => (side === 'BUYER' ? 'SUPPLIER' : 'BUYER');

export interface RepricingFacts {
  readonly status: RepricingStatus;
  readonly agreed: Readonly<Record<Side, boolean>>;
}

type Code = 'REPRICING_AGREED_ALREADY' | 'REPRICING_NOT_AGREED_BY_OTHER';
type Check = Guard<RepricingFacts, Code>;
const notBy =
  (side: Side, code: 'REPRICING_AGREED_ALREADY'): Check =>
  ({ agreed }) =>
    agreed[side] ? [{ code }] : [];
const by =
  (side: Side): Check =>
  ({ agreed }) =>
    agreed[side] ? [] : [{ code: 'REPRICING_NOT_AGREED_BY_OTHER' }];

/** Each side agrees once, and the second agreement concludes. The supplier's documents settle. */
export const repricingLifecycle = lifecycle<RepricingStatus, RepricingAction, Side, RepricingFacts, Code>([
  ...SIDES.flatMap((side) => [
    {
      action: 'AGREE' as const,
      by: side,
      from: 'PROPOSED' as const,
      to: 'PROPOSED' as const,
      guards: [notBy(side, 'REPRICING_AGREED_ALREADY'), notBy(otherOf(side), 'REPRICING_AGREED_ALREADY')],
    },
    {
      action: 'CONCLUDE' as const,
      by: side,
      from: 'PROPOSED' as const,
      to: 'AGREED' as const,
      guards: [notBy(side, 'REPRICING_AGREED_ALREADY'), by(otherOf(side))],
    },
    {
      action: 'REPLACE' as const,
      by: side,
      from: 'PROPOSED' as const,
      to: 'REPLACED' as const,
      guards: SIDES.map((one) => notBy(one, 'REPRICING_AGREED_ALREADY')),
    },
  ]),
  { action: 'SETTLE', by: 'SUPPLIER', from: 'AGREED', to: 'SETTLED' },
  // Follows where the invoice that settled it is rejected by the buyer or voided by the supplier.
  ...SIDES.map((side) => ({ action: 'REOPEN' as const, by: side, from: 'SETTLED' as const, to: 'AGREED' as const })),
]);

/** A price for `basis` units. */
export interface UnitPrice {
  readonly price: Decimal;
  readonly basis: string;
}

const perUnit = ({ price, basis }: UnitPrice): Decimal => price.div(basis);

/** What a line of an invoice claims of a call-off, in the unit of the call-off's line. */
export interface InvoicedLine {
  readonly invoiceId: string;
  readonly invoiceLineId: string;
  /** Invoiced and not credited. */
  readonly quantity: string;
  readonly invoicedPrice: UnitPrice;
  /** The frame's prices for the pricing day by revision, from the one before the change to the present one. */
  readonly prices: readonly (UnitPrice | undefined)[];
  /** Whether an earlier change of price was listed for it already: then its own price no longer tells which one holds. */
  readonly listedBefore: boolean;
  readonly taxRate: string;
  readonly priceBasis: 'NET' | 'TAX_INCLUSIVE';
  readonly currency: string;
}

export interface RepricedLine {
  readonly invoiceId: string;
  readonly invoiceLineId: string;
  readonly quantity: string;
  /** For one unit, `roundHalfUp(8)` where a basis does not divide evenly; the amounts rest on the exact ones. */
  readonly oldPrice: string;
  readonly newPrice: string;
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
}

const amounts = (difference: Decimal, { priceBasis, taxRate, currency }: InvoicedLine): { net: Decimal; tax: Decimal; total: Decimal } => {
  const post = posting(currency);
  const posted = post(difference);
  if (priceBasis === 'NET') {
    const tax = post(posted.times(taxRate).div('100'));
    return { net: posted, tax, total: posted.plus(tax) };
  }
  const net = post(posted.div(decimal('100').plus(taxRate).div('100')));
  return { net, tax: posted.minus(net), total: posted };
};

const shown = roundHalfUp(8);

/**
 * What the change of the frame's price means for an invoiced line: (new - old) x quantity, `posting`, with tax. Nothing where the
 * price of its day did not change, or where it was invoiced at the new price, or at a later one, already.
 */
export const repriced = (line: InvoicedLine): RepricedLine | undefined => {
  const [before, after, ...later] = line.prices;
  if (before === undefined || after === undefined) return undefined;
  const [from, to] = [perUnit(before), perUnit(after)];
  const invoiced = perUnit(line.invoicedPrice);
  const pricedSo = [after, ...later].some((price) => price !== undefined && perUnit(price).eq(invoiced));
  if (from.eq(to) || (pricedSo && !line.listedBefore)) return undefined;
  const { net, tax, total } = amounts(to.minus(from).times(line.quantity), line);
  return {
    invoiceId: line.invoiceId,
    invoiceLineId: line.invoiceLineId,
    quantity: line.quantity,
    oldPrice: plain(shown(from)),
    newPrice: plain(shown(to)),
    net,
    tax,
    total,
  };
};

export interface RepricedInvoice {
  readonly invoiceId: string;
  readonly lines: readonly RepricedLine[];
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
}

export interface RepricingList {
  readonly invoices: readonly RepricedInvoice[];
  readonly net: Decimal;
  readonly tax: Decimal;
  readonly total: Decimal;
  /** What further invoices are to bring, and what credit notes are to take back. */
  readonly surplus: Decimal;
  readonly deficit: Decimal;
}

const totals = (parts: readonly { readonly net: Decimal; readonly tax: Decimal; readonly total: Decimal }[]) => ({
  net: sum(parts.map(({ net }) => net)),
  tax: sum(parts.map(({ tax }) => tax)),
  total: sum(parts.map(({ total }) => total)),
});

/** The signed list by invoice, in the order given; undefined where no invoice changes. */
export const listOf = (lines: readonly RepricedLine[]): RepricingList | undefined => {
  const ids = [...new Set(lines.map(({ invoiceId }) => invoiceId))];
  const invoices = ids.map((invoiceId): RepricedInvoice => {
    const own = lines.filter((line) => line.invoiceId === invoiceId);
    return { invoiceId, lines: own, ...totals(own) };
  });
  if (invoices.every(({ total }) => total.isZero())) return undefined;
  const signed = (positive: boolean) => sum(invoices.map(({ total }) => (total.gt(zero) === positive ? total.abs() : zero)));
  return { invoices, ...totals(invoices), surplus: signed(true), deficit: signed(false) };
};

/** An invoice of the list, and what documents cover of it so far. */
export interface OpenPart {
  readonly id: string;
  readonly invoiceId: string;
  readonly total: string;
  readonly settled: string;
}

/** The document that is to settle: a further invoice covers what is above zero, a credit note what its own invoice has below. */
export interface SettlingDocument {
  readonly credits: string | null;
  readonly total: string;
  readonly currency: string;
}

export type SettlementCode = 'REPRICING_OVER' | 'REPRICING_CURRENCY';

/** Which parts a document covers, in the order of the list; refused where it is worth more than is open. */
export const coverOf = (
  parts: readonly OpenPart[],
  { credits, total, currency }: SettlingDocument,
  listCurrency: string,
): {
  readonly covered: readonly { readonly id: string; readonly amount: string }[];
  readonly refusals: readonly Refusal<SettlementCode>[];
} => {
  const field = ['repricingId'];
  if (currency !== listCurrency)
    return { covered: [], refusals: [{ code: 'REPRICING_CURRENCY', field, params: { currency: listCurrency } }] };
  const fitting = parts.filter((part) =>
    credits === null ? decimal(part.total).gt(zero) : part.invoiceId === credits && decimal(part.total).lt(zero),
  );
  const open = fitting.map((part) => ({ id: part.id, left: decimal(part.total).abs().minus(part.settled) }));
  const left = sum(open.map((part) => part.left));
  if (decimal(total).gt(left)) {
    const shownLeft = moneyText(money(left, currency));
    return { covered: [], refusals: [{ code: 'REPRICING_OVER', field, params: { total, open: shownLeft, currency } }] };
  }
  const covered: { id: string; amount: string }[] = [];
  let rest = decimal(total);
  for (const { id, left: most } of open) {
    const amount = rest.lt(most) ? rest : most;
    if (amount.gt(zero)) covered.push({ id, amount: moneyText(money(amount, currency)) });
    rest = rest.minus(amount);
  }
  return { covered, refusals: [] };
};
