import { isUnit } from '../../../kernel/units.js';
import type { AllowanceCharge, Amount, Delivery, DocumentKind, DocumentLine, Period, TradeDocument } from '../document/index.js';
import { known } from '../translate/lines.js';
import type { HeaderTerms, LineTerms, ScheduleTerms } from '../translate/message.js';
import { roleOf, type Sides } from './party.js';

export interface Identity {
  readonly number: string;
  readonly issuedOn: string;
}

export interface LineFacts extends LineTerms {
  readonly lineId: string;
  /** Net of the line as the hub counts it; absent without a price. */
  readonly amount?: string;
  /** UN/EDIFACT 1229. */
  readonly action?: string;
}

/** Sums as the hub counts them. */
export interface TotalFacts {
  readonly lines: string;
  readonly total: string;
  readonly payable: string;
}

/** Transactions of ordering (OpenPeppol, BIS Advanced Ordering 3). */
const TRANSACTIONS = {
  ORDER: 'order:3',
  ORDER_CHANGE: 'order_change:3',
  ORDER_RESPONSE: 'order_response_advanced:3',
  ORDER_RESPONSE_SIMPLE: 'order_response:3',
  ORDER_CANCELLATION: 'order_cancellation:3',
} as const satisfies Partial<Record<DocumentKind, string>>;

export type OrderingKind = keyof typeof TRANSACTIONS;

const value = (text: string | undefined) => (text === undefined ? undefined : { value: text });
const list = (text: string | undefined) => (text === undefined ? undefined : [text]);

/** What every document says first. */
export const headOf = (kind: OrderingKind, { number, issuedOn }: Identity, { buyer, seller }: Sides): TradeDocument => ({
  customization: { value: `urn:fdc:peppol.eu:poacc:trns:${TRANSACTIONS[kind]}` },
  profile: { value: 'urn:fdc:peppol.eu:poacc:bis:advanced_ordering:3' },
  number: { value: number },
  issueDate: issuedOn,
  buyer: roleOf(buyer),
  seller: roleOf(seller),
});

const period = (from: string | undefined, to: string | undefined): Period | undefined =>
  from === undefined && to === undefined ? undefined : known({ startDate: from, endDate: to });

const reason = (charge: boolean): string => (charge ? 'Charge' : 'Allowance');

const allowancesOf = (
  { allowance, charge }: Pick<HeaderTerms, 'allowance' | 'charge'>,
  money: (text: string) => Amount,
): AllowanceCharge[] | undefined => {
  const entries = [
    { charge: false, text: allowance },
    { charge: true, text: charge },
  ].flatMap(({ charge: is, text }): AllowanceCharge[] =>
    text === undefined ? [] : [{ charge: is, reasons: [reason(is)], amount: money(text) }],
  );
  return entries.length > 0 ? entries : undefined;
};

const plainSchedule = (schedules: readonly ScheduleTerms[], quantity: string | undefined): boolean =>
  schedules.length === 1 && schedules[0]?.scheduleId === '1' && (quantity === undefined || schedules[0].quantity === quantity);

/** One delivery of all is told by its days alone; several are told apart by number and quantity. */
const deliveriesOf = ({ schedules = [], quantity, unit }: LineFacts): Delivery[] | undefined => {
  const plain = plainSchedule(schedules, quantity);
  const deliveries = schedules.map(
    (one): Delivery =>
      known({
        id: plain ? undefined : { value: one.scheduleId },
        quantity: plain ? undefined : known({ value: one.quantity, unit }),
        requested: period(one.requestedFrom, one.requestedTo),
        promised: period(one.promisedFrom, one.promisedTo),
      }),
  );
  const told = deliveries.filter((one) => Object.keys(one).length > 0);
  return told.length > 0 ? told : undefined;
};

const propertiesOf = (details: Readonly<Record<string, string>> = {}) => details['accountingCost'];

const itemOf = (line: LineFacts): DocumentLine['item'] => {
  const item = known({
    descriptions: list(line.description),
    name: line.itemName,
    buyerId: value(line.buyerItemId),
    sellerId: value(line.sellerItemId),
    standardId: line.standardItemId === undefined ? undefined : { value: line.standardItemId, scheme: '0160' },
    taxCategories:
      line.taxRate === undefined
        ? undefined
        : [{ id: { value: line.taxRate === '0' ? 'Z' : 'S' }, percent: line.taxRate, scheme: { id: { value: 'VAT' } } }],
  });
  return Object.keys(item).length > 0 ? item : undefined;
};

/** A line of a document. */
export const lineOf = (line: LineFacts, currency: string): DocumentLine => {
  const money = (text: string): Amount => ({ value: text, currency });
  const unit = line.unit !== undefined && isUnit(line.unit) ? line.unit : undefined;
  const base = line.priceBasis === undefined ? undefined : known({ value: line.priceBasis, unit });
  return known({
    id: { value: line.lineId },
    status: value(line.action),
    quantity: line.quantity === undefined ? undefined : known({ value: line.quantity, unit }),
    amount: line.amount === undefined ? undefined : money(line.amount),
    accountingText: propertiesOf(line.details),
    outerNotes: list(line.note),
    deliveries: deliveriesOf(line),
    allowances: allowancesOf(line, money),
    price: line.price === undefined ? undefined : known({ amount: money(line.price), base }),
    item: itemOf(line),
  });
};

const termsOf = (text: string | undefined): TradeDocument['deliveryTerms'] => {
  if (text === undefined) return undefined;
  const [id, place] = text.split('\n');
  return [known({ id: value(id), location: place === undefined ? undefined : { id: { value: place } } })];
};

/** A header with what the supplier has added to it. */
export interface ComposedHeader extends HeaderTerms {
  readonly salesOrderNumber?: string;
  readonly promisedFrom?: string;
  readonly promisedTo?: string;
}

/** The terms of a header, in its currency. */
export const termsOfHeader = (header: ComposedHeader, currency: string): TradeDocument => {
  const money = (text: string): Amount => ({ value: text, currency });
  const { details = {} } = header;
  const requested = period(header.deliverFrom, header.deliverTo);
  const promised = period(header.promisedFrom, header.promisedTo);
  const validity = period(header.validFrom, header.validTo);
  return known({
    currency: { value: currency },
    salesOrder: header.salesOrderNumber,
    notes: list(header.note),
    customerReference: header.buyerReference,
    accountingText: details['accountingCost'],
    validity: validity && [validity],
    quotation: details['quotation'] === undefined ? undefined : { id: { value: details['quotation'] } },
    contracts: details['contract'] === undefined ? undefined : [{ id: { value: details['contract'] } }],
    deliveries: requested || promised ? [known({ requested, promised })] : undefined,
    deliveryTerms: termsOf(details['deliveryTerms']),
    paymentTerms: list(details['paymentTerms']),
    allowances: allowancesOf(header, money),
    taxTotals: header.tax === undefined ? undefined : [{ amount: money(header.tax) }],
  });
};

export const totalsOfDocument = (
  { lines, total, payable }: TotalFacts,
  tax: string | undefined,
  currency: string,
): TradeDocument['totals'] => {
  const money = (text: string): Amount => ({ value: text, currency });
  return known({
    lines: money(lines),
    withoutTax: money(total),
    withTax: tax === undefined ? undefined : money(payable),
    payable: money(payable),
  });
};
