import { type Decimal, decimal, plain, sum, zero } from '../../../kernel/decimal.js';
import { parseLineAnswer, parseLineChange, type LineAnswer, type LineChange } from '../../../kernel/uncodes.js';
import { convert } from '../../../kernel/units.js';
import { lineField } from '../contradictions.js';
import type { AllowanceCharge, Code, Delivery, DocumentLine, Item, LineItem, Period } from '../document/index.js';
import type { Findings } from './findings.js';
import type { LineTerms, ScheduleTerms } from './message.js';

type Defined<T> = { [K in keyof T]: T[K] };

/** The object without fields that are undefined. */
export const known = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;

export const number = (written: { readonly value: string } | undefined): string | undefined =>
  written ? plain(decimal(written.value)) : undefined;
export const tidy = (text: string | undefined): string | undefined => text?.trim() || undefined;
export const joined = (...notes: readonly (readonly string[] | undefined)[]): string | undefined =>
  tidy(
    notes
      .flatMap((note) => note ?? [])
      .map((note) => note.trim())
      .join('\n'),
  );
export const day = (date: string | undefined): string | undefined => date?.slice(0, 10);

export const allowanceSums = (allowances: readonly AllowanceCharge[] = []): { readonly allowance?: string; readonly charge?: string } => {
  const total = (charge: boolean): Decimal =>
    sum(allowances.filter((one) => (one.charge ?? false) === charge).map((one) => decimal(one.amount?.value ?? '0')));
  const text = (value: Decimal): string | undefined => (value.eq(zero) ? undefined : plain(value));
  return known({ allowance: text(total(false)), charge: text(total(true)) });
};

export const periodOf = (period: Period | undefined): { readonly from?: string; readonly to?: string } =>
  known({ from: day(period?.startDate ?? period?.endDate), to: day(period?.endDate ?? period?.startDate) });

const schedule = ({ id, quantity, requested, promised }: Delivery, index: number, whole: string | undefined): ScheduleTerms => {
  const [asked, given] = [periodOf(requested), periodOf(promised)];
  return known({
    scheduleId: tidy(id?.value) ?? String(index + 1),
    quantity: number(quantity) ?? whole ?? '0',
    requestedFrom: asked.from,
    requestedTo: asked.to,
    promisedFrom: given.from,
    promisedTo: given.to,
  });
};

/** Deliveries of a line; several of which one says no quantity cannot be told apart and are left to the line. */
const schedules = (
  { deliveries = [], quantity }: LineItem,
  at: readonly string[],
  findings: Findings,
): readonly ScheduleTerms[] | undefined => {
  if (deliveries.length === 0) return undefined;
  if (deliveries.length > 1 && deliveries.some((one) => !one.quantity)) {
    findings.warn('SCHEDULES_WITHOUT_QUANTITY', [...at, 'cac:Delivery']);
    return undefined;
  }
  return deliveries.map((one, i) => schedule(one, i, number(quantity)));
};

const itemTerms = (item: Item | undefined): LineTerms =>
  known({
    itemName: tidy(item?.name) ?? tidy(item?.descriptions?.[0]),
    description: joined(item?.descriptions),
    buyerItemId: tidy(item?.buyerId?.value),
    sellerItemId: tidy(item?.sellerId?.value),
    standardItemId: tidy(item?.standardId?.value),
    taxRate: item?.taxCategories?.[0]?.percent === undefined ? undefined : plain(decimal(item.taxCategories[0].percent)),
  });

/** The quantity for which the price is, in the unit of the line. */
export const priceBasis = (
  { price, quantity }: Pick<LineItem, 'price' | 'quantity'>,
  at: readonly string[],
  findings: Findings,
): string | undefined => {
  if (!price?.base) return undefined;
  const field = [...at, 'cac:Price', 'cbc:BaseQuantity'];
  const written = decimal(price.base.value);
  if (!written.gt(zero)) findings.refuse('BASE_NOT_POSITIVE', field);
  const from = price.base.unit ?? quantity?.unit ?? '';
  const base = convert(written, from, quantity?.unit ?? from);
  if (base === undefined) findings.refuse('BASE_UNIT_DIFFERS', field, { base: from, unit: quantity?.unit ?? '' });
  return base === undefined || base.eq(1) ? undefined : plain(base);
};

const checkFigures = ({ quantity, price }: LineItem, at: readonly string[], findings: Findings): void => {
  if (quantity && !decimal(quantity.value).gt(zero))
    findings.refuse('QUANTITY_NOT_POSITIVE', [...at, 'cbc:Quantity'], { quantity: quantity.value });
  if (price?.amount && decimal(price.amount.value).lt(zero))
    findings.refuse('PRICE_NEGATIVE', [...at, 'cac:Price', 'cbc:PriceAmount'], { price: price.amount.value });
};

/** What a line says about itself; what it does not say is absent. An item put in the place of the ordered one is the line's item from then on. */
export const lineTerms = (line: DocumentLine, index: number, findings: Findings): LineTerms => {
  const at = lineField(index);
  checkFigures(line, at, findings);
  const accounting = tidy(line.accountingText) ?? tidy(line.accountingCode?.value);
  return known({
    ...itemTerms(line.item),
    ...itemTerms(line.substitutes?.[0]?.item),
    quantity: number(line.quantity),
    unit: tidy(line.quantity?.unit),
    price: number(line.price?.amount),
    priceBasis: priceBasis(line, at, findings),
    ...allowanceSums(line.allowances),
    note: joined(line.outerNotes, line.notes),
    schedules: schedules(line, at, findings),
    details: accounting === undefined ? undefined : { accountingCost: accounting },
  });
};

// A line that is accepted, refused, ended or let alone says again what it is about; only these say something new.
const TELLING: ReadonlySet<string> = new Set(['1', '3', '74']);

/** What an action sets on its line. */
export const patchOf = (action: string, line: DocumentLine, index: number, findings: Findings): LineTerms =>
  TELLING.has(action) ? lineTerms(line, index, findings) : {};

/** The order's line that a line is about: the one it refers to, else the one of its own id. */
export const lineIdOf = (line: DocumentLine, index: number, findings: Findings): string =>
  findings.need(line.orderLines?.[0]?.value ?? line.id?.value, [...lineField(index), 'cbc:ID']);

export const refuseRepeated = (
  ids: readonly string[],
  findings: Findings,
  fieldOf: (index: number) => readonly string[] = lineField,
): void => {
  const seen = new Set<string>();
  ids.forEach((id, i) => {
    if (seen.has(id)) findings.refuse('LINE_ID_REPEATED', [...fieldOf(i), 'cbc:ID'], { lineId: id });
    if (id !== '') seen.add(id);
  });
};

// UBL's own list of 2.0 and 2.1. `Disputed` says neither yes nor no, and is not read as either.
const ANSWER_WORDS: Readonly<Record<string, LineAnswer>> = { Added: '1', Revised: '3', NoStatus: '5', Cancelled: '7' };
const CHANGE_WORDS: Readonly<Record<string, LineChange>> = { Added: '1', Cancelled: '2', Revised: '3', NoStatus: '4' };

const action = <Action extends string>(
  status: Code | undefined,
  index: number,
  findings: Findings,
  parse: (text: string) => Action | undefined,
  words: Readonly<Record<string, Action>>,
  usual: Action,
): Action => {
  const field = [...lineField(index), 'cbc:LineStatusCode'];
  const written = status?.value.trim() ?? '';
  const coded = parse(written);
  if (coded) return coded;
  const read = written === '' ? usual : Object.hasOwn(words, written) ? words[written] : undefined;
  if (read) findings.warn('LINE_STATUS_READ_AS', field, { status: written, action: read });
  else findings.refuse('LINE_STATUS_UNKNOWN', field, { status: written });
  return read ?? usual;
};

export const answerOf = (line: DocumentLine, index: number, findings: Findings): LineAnswer =>
  action(line.status, index, findings, parseLineAnswer, ANSWER_WORDS, '3');

export const changeOf = (line: DocumentLine, index: number, findings: Findings): LineChange =>
  action(line.status, index, findings, parseLineChange, CHANGE_WORDS, '3');
