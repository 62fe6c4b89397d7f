import { type Decimal, decimal, plain, sum, zero } from '../../kernel/decimal.js';
import { posting } from '../../kernel/money.js';

/** What an order says, as plain data with decimals in canonical text: the form in which revisions and proposals keep it. */
export interface OrderContent {
  readonly header: HeaderContent;
  readonly lines: readonly LineContent[];
}

export interface HeaderContent {
  readonly currency: string;
  readonly note?: string;
  /** The buyer's own name for the purchase, to be quoted back. */
  readonly buyerReference?: string;
  /** The supplier's number for the sale. */
  readonly salesOrderNumber?: string;
  /** Requested by the buyer for every line that has no dates of its own. */
  readonly deliverFrom?: string;
  readonly deliverTo?: string;
  /** Promised by the supplier for the same. */
  readonly promisedFrom?: string;
  readonly promisedTo?: string;
  readonly validFrom?: string;
  readonly validTo?: string;
  /** A frame agreement's ceiling, without tax. */
  readonly frameTotal?: string;
  readonly allowance?: string;
  readonly charge?: string;
  readonly tax?: string;
  /** Further terms of the document by name, compared as texts. */
  readonly details?: Details;
}

export type Details = Readonly<Record<string, string>>;

/** ACTIVE counts; ENDED was taken out by agreement; REFUSED was not accepted by the supplier and stays visible for ever. */
export type LineState = 'ACTIVE' | 'ENDED' | 'REFUSED';

export interface LineContent {
  /** As the buyer wrote it: `00010` is not `10`. */
  readonly lineId: string;
  readonly state: LineState;
  readonly itemName: string;
  readonly description?: string;
  readonly buyerItemId?: string;
  readonly sellerItemId?: string;
  readonly standardItemId?: string;
  readonly quantity: string;
  readonly unit: string;
  /** Price of `priceBasis` units, without tax. */
  readonly price?: string;
  readonly priceBasis?: string;
  readonly allowance?: string;
  readonly charge?: string;
  /** Per cent. */
  readonly taxRate?: string;
  readonly note?: string;
  /** In a call-off: the line of the frame agreement that it draws on. */
  readonly frameLineId?: string;
  readonly schedules: readonly ScheduleContent[];
  /** In a frame agreement: the price from each day on. */
  readonly prices?: readonly PriceRow[];
  readonly details?: Details;
}

export interface ScheduleContent {
  readonly scheduleId: string;
  readonly quantity: string;
  readonly requestedFrom?: string;
  readonly requestedTo?: string;
  readonly promisedFrom?: string;
  readonly promisedTo?: string;
}

export interface PriceRow {
  readonly from: string;
  readonly price: string;
}

const or0 = (text: string | undefined): Decimal => (text === undefined ? zero : decimal(text));

/** Quantity times price, less allowances, plus charges, posted with `roundHalfUp` to the currency's minor unit; undefined without a price. */
export const lineAmount = (line: LineContent, currency: string): Decimal | undefined => {
  if (line.price === undefined) return undefined;
  const gross = decimal(line.quantity)
    .times(line.price)
    .div(line.priceBasis ?? '1');
  return posting(currency)(gross.minus(or0(line.allowance)).plus(or0(line.charge)));
};

export interface Totals {
  /** Sum of the posted amounts of active lines. */
  readonly lines: string;
  /** Lines, less the order's allowances, plus its charges: without tax. */
  readonly total: string;
  /** Total plus the tax that the order states. */
  readonly payable: string;
}

/** Active lines only: what was ended or refused is owed by nobody, and without any line neither are the order's charges and tax. */
export const totalsOf = ({ header, lines }: OrderContent): Totals => {
  const active = lines.filter((line) => line.state === 'ACTIVE');
  if (active.length === 0) return { lines: '0', total: '0', payable: '0' };
  const net = sum(active.map((line) => lineAmount(line, header.currency) ?? zero));
  const total = net.minus(or0(header.allowance)).plus(or0(header.charge));
  return { lines: plain(net), total: plain(total), payable: plain(total.plus(or0(header.tax))) };
};

/** Whether nothing is left to deliver. */
export const endsEverything = (content: OrderContent): boolean => content.lines.every((line) => line.state !== 'ACTIVE');

export const lineById = (content: OrderContent, lineId: string): LineContent | undefined =>
  content.lines.find((line) => line.lineId === lineId);

/** The days between which a schedule is to arrive: the promise where there is one, else the request. */
export const windowOf = (schedule: ScheduleContent): { readonly from?: string; readonly to?: string } =>
  schedule.promisedTo === undefined
    ? { from: schedule.requestedFrom, to: schedule.requestedTo }
    : { from: schedule.promisedFrom, to: schedule.promisedTo };
