import fc from 'fast-check';
import type { HeaderContent, LineContent, OrderContent } from '../../src/orders/content/rules.js';

/** A line in few words. */
export const line = (lineId: string, quantity: string, more: Partial<LineContent> = {}): LineContent => ({
  lineId,
  state: 'ACTIVE',
  itemName: `Item ${lineId}`,
  quantity,
  unit: 'KGM',
  price: '2.5',
  schedules: [{ scheduleId: '1', quantity }],
  ...more,
});

export const content = (lines: readonly LineContent[], header: Partial<HeaderContent> = {}): OrderContent => ({
  header: { currency: 'CNY', ...header },
  lines,
});

const digits = fc.integer({ min: 1, max: 99_999 }).map((n) => String(n / 1000));
const day = fc.integer({ min: 10, max: 28 }).map((n) => `2026-12-${n}`);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const compact = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

const split = fc.integer({ min: 1, max: 4 });

/** Lines whose schedules sum to their quantity, with any of the optional fields. */
const anyLine = (lineId: string): fc.Arbitrary<LineContent> =>
  fc
    .record({
      parts: split,
      each: fc.integer({ min: 1, max: 500 }),
      unit: fc.constantFrom('KGM', 'TNE', 'C62', 'XPX'),
      price: maybe(digits),
      sellerItemId: maybe(fc.constantFrom('S1', 'S2')),
      note: maybe(fc.constantFrom('soft', 'hard')),
      requestedTo: maybe(day),
      promisedTo: maybe(day),
      state: fc.constantFrom('ACTIVE' as const, 'ACTIVE' as const, 'REFUSED' as const),
      details: maybe(fc.dictionary(fc.constantFrom('colour', 'grade'), fc.constantFrom('a', 'b'))),
    })
    .map(({ parts, each, requestedTo, promisedTo, ...fields }) =>
      compact({
        lineId,
        itemName: `Item ${lineId}`,
        quantity: String(parts * each),
        ...fields,
        schedules: Array.from({ length: parts }, (_, i) =>
          compact({ scheduleId: String(i + 1), quantity: String(each), requestedTo, promisedTo }),
        ),
      }),
    );

const LINE_IDS = ['10', '00010', '20', '30', 'A-1'];

export const anyContent: fc.Arbitrary<OrderContent> = fc
  .record({
    header: fc.record({
      note: maybe(fc.constantFrom('x', 'y')),
      deliverTo: maybe(day),
      salesOrderNumber: maybe(fc.constantFrom('SO1', 'SO2')),
      charge: maybe(digits),
    }),
    lines: fc.subarray(LINE_IDS, { minLength: 1 }).chain((ids) => fc.tuple(...ids.map(anyLine))),
  })
  .map(({ header, lines }) => ({ header: compact({ currency: 'CNY', ...header }), lines }));
