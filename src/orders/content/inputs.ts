import { z } from 'zod';
import { type Decimal, plain } from '../../kernel/decimal.js';
import { amount, calendarDate, currency, decimalWithin, quantity, text } from '../../platform/commands/index.js';
import type { LinePatch } from '../actions/rules.js';
import type { HeaderContent, LineContent, ScheduleContent } from './rules.js';

/** More lines than an ERP puts in one order; an order of this length is still one answerable document. */
export const MOST_LINES = 2000;

const written = (value: z.ZodType<Decimal, string>) => value.transform((decimal) => plain(decimal));
const number = () => written(quantity());
const price = () => written(amount());

export const details = z
  .array(z.object({ name: text(100), value: text(1000) }))
  .max(100)
  .transform((entries) => Object.fromEntries(entries.map(({ name, value }) => [name, value])));

const documentNumber = () => text(100);
export const lineId = () => text(50);

const headerFields = {
  note: text(4000).optional(),
  buyerReference: text(200).optional(),
  deliverFrom: calendarDate().optional(),
  deliverTo: calendarDate().optional(),
  validFrom: calendarDate().optional(),
  validTo: calendarDate().optional(),
  frameTotal: price().optional(),
  allowance: price().optional(),
  charge: price().optional(),
  tax: price().optional(),
  details: details.optional(),
};

/** The header of a whole order. */
export const headerInput = z.object({ currency: currency(), ...headerFields });
/** Only what changes. */
export const headerPatchInput = z.object({
  currency: currency().optional(),
  ...headerFields,
  salesOrderNumber: text(200).optional(),
  promisedFrom: calendarDate().optional(),
  promisedTo: calendarDate().optional(),
});

const window = { requestedFrom: calendarDate().optional(), requestedTo: calendarDate().optional() };
const promise = { promisedFrom: calendarDate().optional(), promisedTo: calendarDate().optional() };
const schedule = z.object({ scheduleId: text(50), quantity: number(), ...window, ...promise });

const lineFields = {
  description: text(4000).optional(),
  buyerItemId: text(200).optional(),
  sellerItemId: text(200).optional(),
  standardItemId: text(200).optional(),
  price: price().optional(),
  priceBasis: number().optional(),
  allowance: price().optional(),
  charge: price().optional(),
  taxRate: written(decimalWithin({ max: '100', scale: 4 })).optional(),
  note: text(4000).optional(),
  frameLineId: lineId().optional(),
  prices: z
    .array(z.object({ from: calendarDate(), price: price() }))
    .min(1)
    .max(200)
    .optional(),
  details: details.optional(),
  schedules: z.array(schedule).min(1).max(200).optional(),
  ...window,
  ...promise,
};

export const unit = () => text(3).transform((code) => code.toUpperCase());

/** A whole line. */
export const lineInput = z.object({ lineId: lineId(), itemName: text(500), quantity: number(), unit: unit(), ...lineFields });
/** Only what changes of a line; for an added line, all of it. */
export const linePatchInput = z.object({
  itemName: text(500).optional(),
  quantity: number().optional(),
  unit: unit().optional(),
  ...lineFields,
});

export const documentNumberInput = documentNumber;

type Dates = Pick<ScheduleContent, 'requestedFrom' | 'requestedTo' | 'promisedFrom' | 'promisedTo'>;

/** The fields that were given, so that what was not said stays absent. */
export const given = <T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

/** Days said of the whole line are those of its one schedule. */
export const lineOf = (input: z.output<typeof lineInput>): LineContent => {
  const { schedules, requestedFrom, requestedTo, promisedFrom, promisedTo, ...fields } = input;
  const dates: Dates = given({ requestedFrom, requestedTo, promisedFrom, promisedTo });
  return {
    ...given(fields),
    state: 'ACTIVE',
    schedules: schedules?.map(given) ?? [{ scheduleId: '1', quantity: fields.quantity, ...dates }],
  };
};

export const headerContentOf = (input: z.output<typeof headerInput>): HeaderContent => given(input);

/**
 * The patch that an input means on a line. Days said of the line as a whole go to each of its schedules.
 * @param before the line that it changes, absent when it is added
 */
export const patchOf = (input: z.output<typeof linePatchInput>, before: LineContent | undefined): LinePatch => {
  const { schedules, requestedFrom, requestedTo, promisedFrom, promisedTo, ...fields } = input;
  const dates: Dates = given({ requestedFrom, requestedTo, promisedFrom, promisedTo });
  const told = schedules?.map(given) ?? (Object.keys(dates).length === 0 ? undefined : dated(input.quantity, before, dates));
  return { ...given(fields), ...(told === undefined ? {} : { schedules: told }) };
};

const dated = (quantity: string | undefined, before: LineContent | undefined, dates: Dates): readonly ScheduleContent[] => {
  const known = before?.schedules ?? [{ scheduleId: '1', quantity: quantity ?? '0' }];
  return known.map((one) => ({ ...one, ...(known.length === 1 && quantity !== undefined ? { quantity } : {}), ...dates }));
};
