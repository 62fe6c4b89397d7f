import { type Decimal, decimal, digitsOf, plain } from '../../kernel/decimal.js';
import { convert, convertible, convertPrice } from '../../kernel/units.js';
import { type LineContent, type OrderContent, type ScheduleContent, windowOf } from '../content/rules.js';
import { headerChanges, lineChanges } from '../diff/rules.js';

// As many decimals as the database keeps of a quantity or price.
const SCALE = 8;
const fits = (values: readonly (Decimal | undefined)[]): boolean => values.every((v) => v === undefined || digitsOf(v).fraction <= SCALE);

const samePrice = (a: LineContent, b: LineContent): boolean =>
  a.price !== undefined &&
  b.price !== undefined &&
  decimal(a.price)
    .times(b.priceBasis ?? '1')
    .eq(decimal(b.price).times(a.priceBasis ?? '1'));

const priced = (base: LineContent, line: LineContent): LineContent =>
  samePrice(base, line) ? withPrice(line, base.price, base.priceBasis) : line;

const withPrice = ({ price: _price, priceBasis: _basis, ...line }: LineContent, price?: string, priceBasis?: string): LineContent => ({
  ...line,
  ...(price === undefined ? {} : { price }),
  ...(priceBasis === undefined ? {} : { priceBasis }),
});

const inUnit = (line: LineContent, unit: string): LineContent => {
  const to = (text: string): string => plain(convert(decimal(text), line.unit, unit) ?? decimal(text));
  const per = (text: string): string => plain(convertPrice(decimal(text), line.unit, unit) ?? decimal(text));
  return {
    ...withPrice(line, line.price === undefined ? undefined : per(line.price), line.priceBasis),
    unit,
    quantity: to(line.quantity),
    schedules: line.schedules.map((schedule) => ({ ...schedule, quantity: to(schedule.quantity) })),
    ...(line.prices === undefined ? {} : { prices: line.prices.map((row) => ({ ...row, price: per(row.price) })) }),
  };
};

const numbersOf = (line: LineContent): readonly (Decimal | undefined)[] =>
  [line.quantity, line.price, ...line.schedules.map((s) => s.quantity), ...(line.prices ?? []).map((row) => row.price)].map((text) =>
    text === undefined ? undefined : decimal(text),
  );

/** The line told in the unit of the base where both measure the same thing, so that 1.5 TNE is seen to be 1500 KGM. Never inexact. */
export const aligned = (base: LineContent, line: LineContent): LineContent => {
  if (base.unit === line.unit || !convertible(line.unit, base.unit)) return priced(base, line);
  const told = priced(base, inUnit(line, base.unit));
  return fits(numbersOf(told)) || lineChanges(base, told).length === 0 ? told : line;
};

// What only the supplier knows stays when the buyer's document is silent about it.
const keptLine = (base: LineContent, line: LineContent): LineContent => ({
  ...(base.sellerItemId === undefined ? {} : { sellerItemId: base.sellerItemId }),
  ...line,
  schedules: line.schedules.map((schedule) => keptSchedule(base.schedules, schedule)),
});

const keptSchedule = (known: readonly ScheduleContent[], schedule: ScheduleContent): ScheduleContent => {
  const base = known.find((s) => s.scheduleId === schedule.scheduleId);
  const moved = base?.requestedFrom !== schedule.requestedFrom || base?.requestedTo !== schedule.requestedTo;
  if (base?.promisedTo === undefined || moved || schedule.promisedTo !== undefined) return schedule;
  return { ...schedule, promisedTo: base.promisedTo, ...(base.promisedFrom === undefined ? {} : { promisedFrom: base.promisedFrom }) };
};

const keptHeader = ({ header: base }: OrderContent, header: OrderContent['header']): OrderContent['header'] => {
  const moved = base.deliverFrom !== header.deliverFrom || base.deliverTo !== header.deliverTo;
  return {
    ...(base.salesOrderNumber === undefined ? {} : { salesOrderNumber: base.salesOrderNumber }),
    ...(moved || base.promisedTo === undefined ? {} : { promisedTo: base.promisedTo }),
    ...(moved || base.promisedFrom === undefined ? {} : { promisedFrom: base.promisedFrom }),
    ...header,
  };
};

// A whole document says nothing of lines that both sides have done with, unless it says something new.
const settledLine = (base: LineContent | undefined, line: LineContent): LineContent => {
  if (base === undefined) return line;
  const told = aligned(base, keptLine(base, line));
  return base.state !== 'ACTIVE' && lineChanges(base, told).length === 0 ? base : told;
};

/**
 * What a whole document, sent again, asks for: lines in the order of the base whatever the document's order, in the units of the base;
 * an active line that is missing is to end; a line ended or refused stays so unless the document says something new of it.
 */
export const settle = (base: OrderContent, document: OrderContent): OrderContent => {
  const told = new Map(document.lines.map((line) => [line.lineId, line]));
  const known = new Set(base.lines.map((line) => line.lineId));
  const kept = base.lines.map((line): LineContent => {
    const again = told.get(line.lineId);
    if (again !== undefined) return settledLine(line, again);
    return line.state === 'ACTIVE' ? { ...line, state: 'ENDED' } : line;
  });
  const header = keptHeader(base, document.header);
  return { header, lines: [...kept, ...document.lines.filter((line) => !known.has(line.lineId))] };
};

const termsOfLine = (line: LineContent): string =>
  JSON.stringify([
    line.lineId,
    line.quantity,
    line.unit,
    line.price ?? '',
    line.priceBasis ?? '1',
    line.allowance ?? '',
    line.charge ?? '',
    line.schedules.map((s) => [s.quantity, windowOf(s)]),
  ]);

/** Whether two contents bind to the same deliveries at the same prices: item numbers, notes and references apart. */
export const sameTerms = (a: OrderContent, b: OrderContent): boolean => {
  const active = ({ lines }: OrderContent) => new Map(lines.filter((line) => line.state === 'ACTIVE').map((line) => [line.lineId, line]));
  const [first, second] = [active(a), active(b)];
  return (
    a.header.currency === b.header.currency &&
    first.size === second.size &&
    [...first].every(([id, line]) => {
      const other = second.get(id);
      return other !== undefined && termsOfLine(line) === termsOfLine(aligned(line, other));
    }) &&
    headerChanges(a.header, b.header).every((change) => !HEADER_TERMS.has(change.field))
  );
};

const HEADER_TERMS = new Set(['allowance', 'charge', 'frameTotal', 'validFrom', 'validTo']);
