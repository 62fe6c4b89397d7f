import { type CalendarDate, daysBetween } from '../../kernel/date.js';
import { decimal, plain } from '../../kernel/decimal.js';
import type { HeaderContent, LineContent, OrderContent } from '../content/rules.js';

/** One field that differs, in the words of the API: `quantity`, `schedules.1.promisedTo`, `details.incoterms`. */
export interface FieldChange {
  readonly field: string;
  readonly old?: string;
  readonly new?: string;
  /** New less old: for numbers in their unit, for dates in days; absent where that has no meaning. */
  readonly delta?: string;
}

export type LineDeltaKind = 'ADDED' | 'CHANGED' | 'ENDED' | 'REFUSED' | 'REOPENED';

export interface LineDelta {
  readonly lineId: string;
  readonly kind: LineDeltaKind;
  /** Absent for an added line. */
  readonly before?: LineContent;
  readonly after: LineContent;
  readonly changes: readonly FieldChange[];
}

export interface Delta {
  readonly header: HeaderDelta;
  /** Only lines that differ, in the order of the content. */
  readonly lines: readonly LineDelta[];
}

export interface HeaderDelta {
  readonly before: HeaderContent;
  readonly after: HeaderContent;
  readonly changes: readonly FieldChange[];
}

const NUMBERS = new Set(['quantity', 'price', 'priceBasis', 'allowance', 'charge', 'tax', 'taxRate', 'frameTotal']);
const DATES = new Set(['deliverFrom', 'deliverTo', 'requestedFrom', 'requestedTo', 'promisedFrom', 'promisedTo', 'validFrom', 'validTo']);

type Flat = ReadonlyMap<string, string>;

const scalars = (value: object, prefix = ''): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'string' ? [[`${prefix}${key}`, inner] as [string, string]] : []));

const flatHeader = (header: HeaderContent): Flat => new Map([...scalars(header), ...scalars(header.details ?? {}, 'details.')]);

const flatLine = (line: LineContent | undefined): Flat => {
  if (line === undefined) return new Map();
  const { state: _state, lineId: _lineId, ...fields } = line;
  return new Map([
    ...scalars(fields),
    ...line.schedules.flatMap(({ scheduleId, ...schedule }) => scalars(schedule, `schedules.${scheduleId}.`)),
    ...(line.prices ?? []).map(({ from, price }): [string, string] => [`prices.${from}`, price]),
    ...scalars(line.details ?? {}, 'details.'),
  ]);
};

const deltaOfField = (field: string, before: string | undefined, after: string | undefined, comparable: boolean): string | undefined => {
  if (before === undefined || after === undefined || !comparable || field.startsWith('details.')) return undefined;
  const name = field.slice(field.lastIndexOf('.') + 1);
  if (DATES.has(name)) return String(daysBetween(before as CalendarDate, after as CalendarDate));
  return NUMBERS.has(name) || field.startsWith('prices.') ? plain(decimal(after).minus(before)) : undefined;
};

const changesBetween = (before: Flat, after: Flat, comparable = true): readonly FieldChange[] =>
  [...new Set([...before.keys(), ...after.keys()])].flatMap((field) => {
    const [was, is] = [before.get(field), after.get(field)];
    if (was === is) return [];
    const delta = deltaOfField(field, was, is, comparable);
    return [
      {
        field,
        ...(was === undefined ? {} : { old: was }),
        ...(is === undefined ? {} : { new: is }),
        ...(delta === undefined ? {} : { delta }),
      },
    ];
  });

// A line with one schedule says its quantity twice; it has changed once.
const SCHEDULED_QUANTITY = /^schedules\..*\.quantity$/;
const saidTwice = (before: LineContent | undefined, after: LineContent, field: string): boolean =>
  SCHEDULED_QUANTITY.test(field) && after.schedules.length === 1 && (before?.schedules.length ?? 1) === 1;

/** What differs between two states of one line; empty exactly when both say the same. A quantity in another unit has no delta. */
export const lineChanges = (before: LineContent | undefined, after: LineContent): readonly FieldChange[] =>
  changesBetween(flatLine(before), flatLine(after), before === undefined || before.unit === after.unit).filter(
    (change) => !saidTwice(before, after, change.field),
  );

export const headerChanges = (before: HeaderContent, after: HeaderContent): readonly FieldChange[] =>
  changesBetween(flatHeader(before), flatHeader(after), before.currency === after.currency);

const kindOf = (before: LineContent | undefined, after: LineContent): LineDeltaKind => {
  if (before === undefined) return 'ADDED';
  if (before.state === after.state) return 'CHANGED';
  if (after.state === 'ACTIVE') return 'REOPENED';
  return after.state;
};

const lineDelta = (before: LineContent | undefined, after: LineContent): readonly LineDelta[] => {
  const changes = lineChanges(before, after);
  if (before !== undefined && before.state === after.state && changes.length === 0) return [];
  return [{ lineId: after.lineId, kind: kindOf(before, after), ...(before === undefined ? {} : { before }), after, changes }];
};

/** How `next` differs from `base`. Every line of the base must still be in `next` (as ended, where it is to end): see `settle`. */
export const deltaOf = (base: OrderContent, next: OrderContent): Delta => {
  const known = new Map(base.lines.map((line) => [line.lineId, line]));
  return {
    header: { before: base.header, after: next.header, changes: headerChanges(base.header, next.header) },
    lines: next.lines.flatMap((line) => lineDelta(known.get(line.lineId), line)),
  };
};

export const isEmpty = (delta: Delta): boolean => delta.header.changes.length === 0 && delta.lines.length === 0;

/** The base with the delta made: `apply(base, deltaOf(base, next))` says what `next` says, lines in the order of the base. */
export const apply = (base: OrderContent, delta: Pick<Delta, 'lines'> & { readonly header: Pick<HeaderDelta, 'after'> }): OrderContent => {
  const after = new Map(delta.lines.map((line) => [line.lineId, line.after]));
  const known = new Set(base.lines.map((line) => line.lineId));
  return {
    header: delta.header.after,
    lines: [
      ...base.lines.map((line) => after.get(line.lineId) ?? line),
      ...delta.lines.filter((l) => !known.has(l.lineId)).map((l) => l.after),
    ],
  };
};
