import { type Decimal, decimal, plain, roundHalfUp, sum, zero } from '../../../kernel/decimal.js';
import { minorDigits, posting } from '../../../kernel/money.js';
import { BY_RATE, categoryRules } from '../billing/categories.js';
import type { AllowanceCharge, Amount, BillLine, TaxCategory, TaxTotal, TradeDocument } from '../document/index.js';
import type { AdjustmentTerms, BillLineTerms, StatedSums, StatedTax } from '../translate/bill-message.js';
import { signed } from '../translate/bill-lines.js';
import { known } from '../translate/lines.js';
import type { Identity } from './document.js';
import { itemOf } from './goods.js';
import { type Sides, traderOf } from './party.js';

/** A line as the room of invoices keeps it. */
export interface BillLineFacts extends Omit<BillLineTerms, 'adjustments' | 'price' | 'quantity'> {
  readonly adjustments?: readonly AdjustmentTerms[];
  readonly quantity?: string;
  readonly price?: string;
  /** Without tax. */
  readonly amount: string;
  readonly taxAmount: string;
}

export interface BillFacts extends StatedSums {
  readonly typeCode?: string;
  readonly taxPointOn?: string;
  readonly currency: string;
  readonly priceBasis?: 'NET' | 'TAX_INCLUSIVE';
  readonly buyerReference?: string;
  readonly original?: string;
  readonly originalOn?: string;
  readonly note?: string;
  readonly details?: Readonly<Record<string, string>>;
  readonly fapiao?: string;
  readonly adjustments?: readonly AdjustmentTerms[];
  readonly taxBreakdown?: readonly StatedTax[];
  readonly lines?: readonly BillLineFacts[];
}

const SPECIFICATION = 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0';
const PROFILE = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
// Enough for the price of one to come to the amount again, within the two cents that EN 16931 leaves.
const PRICE_DIGITS = 8;

const words = (text: string | undefined) => (text === undefined ? undefined : [{ value: text }]);
const vat = { id: { value: 'VAT' } };

const taxCategory = (code: string, rate: string): TaxCategory =>
  known({ id: { value: code }, percent: categoryRules(code)?.rate === 'NONE' ? undefined : plain(decimal(rate)), scheme: vat });

/** In the breakdown a category says why no tax is due. */
const breakdownCategory = (code: string, rate: string): TaxCategory => {
  const { scheme, ...category } = taxCategory(code, rate);
  const why = categoryRules(code)?.why;
  return known({ ...category, exemptionReasons: why === undefined ? undefined : [why], scheme });
};

const moneyIn =
  (currency: string) =>
  (value: string | Decimal): Amount => ({ value: decimal(value).toFixed(minorDigits(currency)), currency });

/** An allowance or charge without the tax that it may hold. */
const netOf = ({ amount }: AdjustmentTerms, rate: string, basis: BillFacts['priceBasis'], currency: string): Decimal =>
  basis === 'TAX_INCLUSIVE' ? posting(currency)(decimal(amount).times(100).div(decimal(100).plus(rate))) : decimal(amount);

const allowanceOf = (one: AdjustmentTerms, money: (value: string) => Amount, gross?: string): AllowanceCharge =>
  known({
    charge: one.kind === 'CHARGE',
    reasonCode: one.reasonCode === undefined ? undefined : { value: one.reasonCode },
    reasons: [one.reason ?? (one.kind === 'CHARGE' ? 'Charge' : 'Allowance')],
    amount: money(one.amount),
    gross: gross === undefined ? undefined : money(gross),
    taxCategories: one.taxCategory === undefined ? undefined : [taxCategory(one.taxCategory, one.taxRate ?? '0')],
  });

/** The one tax of all lines; without one, what states no tax of its own bears none. */
const sharedTax = (lines: readonly BillLineFacts[]): { readonly taxCategory: string; readonly taxRate: string } => {
  const [first] = lines;
  const one =
    first !== undefined && lines.every((line) => line.taxCategory === first.taxCategory && decimal(line.taxRate).eq(first.taxRate));
  return one ? { taxCategory: first.taxCategory, taxRate: first.taxRate } : { taxCategory: 'O', taxRate: '0' };
};

/** An allowance or charge without tax, and with it where it was written so. */
interface Adjusted extends AdjustmentTerms {
  readonly gross?: string;
}

const belongs = (one: { readonly taxCategory?: string; readonly taxRate?: string }, tax: StatedTax): boolean =>
  one.taxCategory === tax.category && (!BY_RATE.has(tax.category) || decimal(one.taxRate ?? '0').eq(tax.rate));

/**
 * The document's allowances and charges without tax. Where prices hold the tax, what its rounding leaves over in a category is one more,
 * so that each breakdown is on the sum of its lines.
 */
const adjustmentsOf = ({ adjustments = [], lines = [], taxBreakdown = [], priceBasis, currency }: BillFacts): readonly Adjusted[] => {
  const own = adjustments.map((one): Adjusted => {
    const tax =
      one.taxCategory === undefined || one.taxRate === undefined
        ? sharedTax(lines)
        : { taxCategory: one.taxCategory, taxRate: one.taxRate };
    const gross = priceBasis === 'TAX_INCLUSIVE' ? { gross: one.amount } : {};
    return { ...one, ...tax, ...gross, amount: plain(netOf(one, tax.taxRate, priceBasis, currency)) };
  });
  const rounding = taxBreakdown.flatMap((tax): Adjusted[] => {
    const parts = [
      ...lines.filter((line) => belongs(line, tax)).map((line) => decimal(line.amount)),
      ...own.filter((one) => belongs(one, tax)).map(signed),
    ];
    const left = decimal(tax.taxable).minus(sum(parts));
    if (left.isZero()) return [];
    return [
      {
        kind: left.gt(zero) ? 'CHARGE' : 'ALLOWANCE',
        amount: plain(left.abs()),
        reason: 'Rounding',
        taxCategory: tax.category,
        taxRate: tax.rate,
      },
    ];
  });
  return [...own, ...rounding];
};

/** A line's own allowances and charges, without tax and with it. */
const lineAdjustments = ({ adjustments = [], taxRate }: BillLineFacts, { priceBasis, currency }: BillFacts) =>
  adjustments.map(({ taxCategory: _category, taxRate: _rate, ...one }) => ({
    terms: { ...one, amount: plain(netOf(one, taxRate, priceBasis, currency)) },
    gross: priceBasis === 'TAX_INCLUSIVE' ? one.amount : undefined,
  }));

/** The price as written where prices are net; else the one without tax that the amount comes to, with the written one beside it. */
const priceOf = (line: BillLineFacts, adjusted: Decimal, { priceBasis, currency }: BillFacts): BillLine['price'] => {
  const base = line.quantity === undefined ? '1' : (line.priceBasis ?? '1');
  const quantity = line.quantity ?? '1';
  const written = priceBasis === 'NET' ? line.price : undefined;
  const price = written ?? plain(roundHalfUp(PRICE_DIGITS)(decimal(line.amount).minus(adjusted).times(base).div(quantity)));
  return known({
    amount: { value: price, currency },
    gross: priceBasis === 'TAX_INCLUSIVE' && line.price !== undefined ? { value: line.price, currency } : undefined,
    base: decimal(base).eq(1) ? undefined : { value: base, unit: line.unit },
  });
};

const lineOf = (line: BillLineFacts, facts: BillFacts, several: boolean): BillLine => {
  const money = moneyIn(facts.currency);
  const adjustments = lineAdjustments(line, facts);
  const accounting = line.details?.['accountingCost'];
  const order = several && line.order !== undefined ? { id: { value: line.order } } : undefined;
  return known({
    id: { value: line.lineId },
    remarks: words(line.note),
    quantity: { value: line.quantity ?? '1', unit: line.quantity === undefined ? 'C62' : line.unit },
    amount: money(line.amount),
    gross: facts.priceBasis === 'TAX_INCLUSIVE' ? money(decimal(line.amount).plus(line.taxAmount)) : undefined,
    accountingText: accounting,
    orderLines: line.orderLineId === undefined ? undefined : [known({ line: { value: line.orderLineId }, order })],
    allowances: adjustments.length > 0 ? adjustments.map(({ terms, gross }) => allowanceOf(terms, money, gross)) : undefined,
    item: { ...itemOf(line), taxCategories: [taxCategory(line.taxCategory, line.taxRate)] },
    price: priceOf(line, sum(adjustments.map(({ terms }) => signed(terms))), facts),
  });
};

const taxTotal = ({ taxTotal: tax = '0', taxBreakdown = [], currency }: BillFacts): TaxTotal => {
  const money = moneyIn(currency);
  return {
    amount: money(tax),
    subtotals: taxBreakdown.map((one) => ({
      taxable: money(one.taxable),
      amount: money(one.tax),
      category: breakdownCategory(one.category, one.rate),
    })),
  };
};

const totalsOf = (facts: BillFacts, adjustments: readonly AdjustmentTerms[]): TradeDocument['totals'] => {
  const money = moneyIn(facts.currency);
  const of = (kind: AdjustmentTerms['kind']): Amount | undefined => {
    const total = sum(adjustments.filter((one) => one.kind === kind).map((one) => decimal(one.amount)));
    return total.isZero() ? undefined : money(total);
  };
  const said = (text: string | undefined): Amount | undefined => (text === undefined || decimal(text).isZero() ? undefined : money(text));
  return known({
    lines: money(sum((facts.lines ?? []).map((line) => decimal(line.amount)))),
    withoutTax: money(facts.netTotal ?? '0'),
    withTax: money(facts.total ?? '0'),
    allowances: of('ALLOWANCE'),
    charges: of('CHARGE'),
    prepaid: said(facts.prepaid),
    rounding: said(facts.roundingAmount),
    payable: money(facts.due ?? facts.total ?? '0'),
  });
};

/** An invoice or credit note of the hub as EN 16931 and Peppol BIS Billing 3 have it. */
export const billDocument = (identity: Identity, { buyer, seller }: Sides, facts: BillFacts): TradeDocument => {
  const { lines = [], details = {}, currency } = facts;
  const orders = [...new Set(lines.flatMap(({ order }) => order ?? []))];
  const adjustments = adjustmentsOf(facts);
  return known({
    customization: { value: SPECIFICATION },
    profile: { value: PROFILE },
    number: { value: identity.number },
    issueDate: identity.issuedOn,
    dueDate: details['dueDate'],
    billType: { value: facts.typeCode ?? '381' },
    remarks: words(facts.note),
    taxPoint: facts.taxPointOn,
    currency: { value: currency },
    accountingText: details['accountingCost'],
    buyerReference: facts.buyerReference ?? (orders.length === 0 ? 'NA' : undefined),
    orders: orders[0] === undefined ? undefined : [{ id: { value: orders[0] } }],
    bills: facts.original === undefined ? undefined : [{ invoice: known({ id: { value: facts.original }, issueDate: facts.originalOn }) }],
    contractDocuments: details['contract'] === undefined ? undefined : [{ id: { value: details['contract'] } }],
    attachments: facts.fapiao === undefined ? undefined : [{ id: { value: facts.fapiao }, descriptions: ['Fapiao'] }],
    accountingSupplier: traderOf(seller),
    accountingCustomer: traderOf(buyer),
    terms: [{ remarks: [{ value: details['paymentTerms'] ?? 'As agreed' }] }],
    allowances: adjustments.length > 0 ? adjustments.map((one) => allowanceOf(one, moneyIn(currency), one.gross)) : undefined,
    taxTotals: [taxTotal(facts)],
    totals: totalsOf(facts, adjustments),
    billLines: lines.map((line) => lineOf(line, facts, orders.length > 1)),
  });
};

/** The breakdown that the lines come to, of what states none of its own. */
export const breakdownOf = (lines: readonly BillLineFacts[]): readonly StatedTax[] => {
  const groups = new Map<string, StatedTax>();
  for (const { taxCategory: category, taxRate: rate, amount, taxAmount } of lines) {
    const key = `${category} ${plain(decimal(rate))}`;
    const before = groups.get(key) ?? { category, rate, taxable: '0', tax: '0' };
    groups.set(key, {
      category,
      rate,
      taxable: plain(decimal(before.taxable).plus(amount)),
      tax: plain(decimal(before.tax).plus(taxAmount)),
    });
  }
  return [...groups.values()];
};
