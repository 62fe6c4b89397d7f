import type { Cells } from '../../platform/commands/index.js';
import { minorDigits, money, moneyText } from '../../kernel/money.js';
import { type HeaderContent, lineAmount, type LineContent, type OrderContent, totalsOf } from '../content/rules.js';
import type { Order } from '../model.js';

/** What ties a row to its order and to both parties. */
export type Parties = Pick<Order, 'id' | 'buyerId' | 'supplierId'>;
export const partyCells = ({ id, buyerId, supplierId }: Parties) => ({ order_id: id, buyer_id: buyerId, supplier_id: supplierId });

/** The header of the order as its own columns. */
export const headerOf = (header: HeaderContent) => ({
  currency: header.currency,
  note: header.note ?? null,
  buyerReference: header.buyerReference ?? null,
  salesOrderNumber: header.salesOrderNumber ?? null,
  deliverFrom: header.deliverFrom ?? null,
  deliverTo: header.deliverTo ?? null,
  promisedFrom: header.promisedFrom ?? null,
  promisedTo: header.promisedTo ?? null,
  validFrom: header.validFrom ?? null,
  validTo: header.validTo ?? null,
  frameTotal: header.frameTotal ?? null,
  allowance: header.allowance ?? null,
  charge: header.charge ?? null,
  tax: header.tax ?? null,
  details: { ...header.details },
});

const shown = (amount: string, currency: string): string => moneyText(money(amount, currency));

/** Totals as they are posted and shown, with the digits of the currency. */
export const totalCells = (content: OrderContent) => {
  const { lines, total, payable } = totalsOf(content);
  const { currency } = content.header;
  return {
    linesTotal: shown(lines, currency),
    total: shown(total, currency),
    payable: shown(payable, currency),
    lineCount: content.lines.length,
  };
};

export const amountCell = (line: LineContent, currency: string): string | null =>
  lineAmount(line, currency)?.toFixed(minorDigits(currency)) ?? null;

/** A line as its own columns. */
export const lineCells = (line: LineContent, currency: string, revision: number) => ({
  revision,
  state: line.state,
  item_name: line.itemName,
  description: line.description ?? null,
  buyer_item_id: line.buyerItemId ?? null,
  seller_item_id: line.sellerItemId ?? null,
  standard_item_id: line.standardItemId ?? null,
  quantity: line.quantity,
  unit: line.unit,
  price: line.price ?? null,
  price_basis: line.priceBasis ?? null,
  allowance: line.allowance ?? null,
  charge: line.charge ?? null,
  tax_rate: line.taxRate ?? null,
  amount: amountCell(line, currency),
  currency,
  note: line.note ?? null,
  details: line.details ?? {},
});

/** Schedules of a line as rows. */
export const scheduleRows = (newId: () => string, parties: Parties, lineRowId: string, line: LineContent): readonly Cells[] =>
  line.schedules.map((schedule, i) => ({
    id: newId(),
    line_id: lineRowId,
    ...partyCells(parties),
    schedule_no: schedule.scheduleId,
    position: i + 1,
    quantity: schedule.quantity,
    requested_from: schedule.requestedFrom ?? null,
    requested_to: schedule.requestedTo ?? null,
    promised_from: schedule.promisedFrom ?? null,
    promised_to: schedule.promisedTo ?? null,
  }));

export const priceRows = (newId: () => string, parties: Parties, lineRowId: string, line: LineContent): readonly Cells[] =>
  (line.prices ?? []).map(({ from, price }) => ({ id: newId(), line_id: lineRowId, ...partyCells(parties), valid_from: from, price }));

const promised = (line: LineContent | undefined, scheduleId: string): string => {
  const schedule = line?.schedules.find((s) => s.scheduleId === scheduleId);
  return `${schedule?.promisedFrom ?? ''}/${schedule?.promisedTo ?? ''}`;
};

/** A row for each day that is promised now and was not before. */
export const promiseRows = (
  newId: () => string,
  parties: Parties,
  before: LineContent | undefined,
  after: LineContent,
  revision: number,
  businessTime: string,
): readonly Cells[] =>
  after.schedules
    .filter(
      (s) =>
        (s.promisedTo !== undefined || s.promisedFrom !== undefined) && promised(before, s.scheduleId) !== promised(after, s.scheduleId),
    )
    .map((s) => ({
      id: newId(),
      ...partyCells(parties),
      line_no: after.lineId,
      schedule_no: s.scheduleId,
      revision,
      promised_from: s.promisedFrom ?? null,
      promised_to: s.promisedTo ?? null,
      business_time: businessTime,
    }));
