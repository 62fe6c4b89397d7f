import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, zero } from '../../src/kernel/decimal.js';
import { without, withDrawn } from '../../src/orders/frame/check.js';
import { calledFrom, callOffFaults, type FrameFacts, frameFaults, priceOn } from '../../src/orders/frame/rules.js';
import { content, line } from '../support/order-content.js';

const prices = [
  { from: '2026-01-01', price: '2.5' },
  { from: '2026-07-01', price: '2.4' },
];
const frame: FrameFacts = {
  status: 'IN_FORCE',
  content: content([line('1', '1000', { prices }), line('2', '100', { unit: 'C62', price: '10', priceBasis: '5' })], {
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    frameTotal: '2600',
  }),
  calledOff: new Map(),
  calledOffValue: zero,
};
const call = (quantity: string, more = {}) =>
  calledFrom(frame.content, content([line('1', quantity, { price: '2.4', ...more })]), '2026-08-01');
const codes = (facts: FrameFacts, order = call('1'), day = '2026-08-01') => callOffFaults(facts, order, day).map((fault) => fault.code);

describe('A frame agreement (UN/EDIFACT 1001 code 221)', () => {
  it.each([
    ['2026-06-30', '2.5'],
    ['2026-07-01', '2.4'],
    ['2025-12-31', '2.5'],
  ])("on %s its price is %s: the last row that had begun, else the line's own", (day, price) => {
    expect(priceOn(line('1', '1', { price: '2.5', prices }), day)?.price.toFixed()).toBe(price);
  });
  it('gives its price, in the unit of the call-off, where the call-off states none', () => {
    const { price: _none, ...unpriced } = line('1', '0.5', { unit: 'TNE' });
    expect(calledFrom(frame.content, content([unpriced]), '2026-08-01').lines[0]).toMatchObject({ price: '2400', frameLineId: '1' });
  });
});

describe('A call-off (226)', () => {
  it('is taken when the frame holds enough, at its price of the day', () => expect(codes(frame)).toEqual([]));
  it.each([
    ['FRAME_NOT_IN_FORCE', { ...frame, status: 'ISSUED' as const }, call('1'), '2026-08-01'],
    ['FRAME_NOT_VALID', frame, call('1'), '2027-01-01'],
    ['FRAME_LINE_UNKNOWN', frame, content([line('9', '1', { price: '2.4' })]), '2026-08-01'],
    ['FRAME_UNIT', frame, call('1', { unit: 'MTR' }), '2026-08-01'],
    ['FRAME_PRICE', frame, call('1', { price: '2.5' }), '2026-08-01'],
    ['FRAME_CURRENCY', frame, content([line('1', '1', { price: '2.4' })], { currency: 'EUR' }), '2026-08-01'],
  ] as const)('%s', (code, facts, order, day) => expect(codes(facts, order, day)).toContain(code));
  it('that asks for more than is left is refused with what is left', () => {
    const facts = { ...frame, calledOff: new Map([['1', decimal('900')]]) };
    expect(callOffFaults(facts, call('0.2', { unit: 'TNE', price: '2400' }), '2026-08-01')).toMatchObject([
      { code: 'FRAME_EXHAUSTED', params: { lineId: '1', remaining: '100', unit: 'KGM', asked: '200' } },
    ]);
    expect(callOffFaults({ ...frame, calledOffValue: decimal('2599') }, call('1'), '2026-08-01')).toMatchObject([
      { code: 'FRAME_VALUE_EXHAUSTED', params: { remaining: '1', asked: '2.4' } },
    ]);
  });
  it('of several lines on one frame line draws their sum', () => {
    const order = calledFrom(
      frame.content,
      content([line('a', '600', { price: '2.4', frameLineId: '1' }), line('b', '401', { price: '2.4', frameLineId: '1' })]),
      '2026-08-01',
    );
    expect(codes({ ...frame, content: { ...frame.content, header: { ...frame.content.header, frameTotal: '9999' } } }, order)).toEqual([
      'FRAME_EXHAUSTED',
    ]);
  });
});

describe('A frame', () => {
  it('is never over-called, however many call-offs come in whatever unit, and giving back restores it', () => {
    const calls = fc.array(fc.tuple(fc.integer({ min: 1, max: 400_000 }), fc.constantFrom('KGM', 'TNE', 'GRM')), { maxLength: 40 });
    const price = { KGM: '2.4', TNE: '2400', GRM: '0.0024' } as const;
    const grams = { KGM: 3, TNE: 6, GRM: 0 } as const;
    fc.assert(
      fc.property(calls, (wanted) => {
        let facts = frame;
        for (const [amount, unit] of wanted) {
          const quantity = decimal(amount).times(decimal(10).pow(-grams[unit])).toFixed();
          const order = call(quantity, { unit, price: price[unit] });
          if (callOffFaults(facts, order, '2026-08-01').length > 0) continue;
          const drawn = withDrawn(facts, order);
          expect(
            without(drawn, order)
              .calledOff.get('1')
              ?.eq(facts.calledOff.get('1') ?? 0),
          ).toBe(true);
          facts = drawn;
        }
        expect((facts.calledOff.get('1') ?? zero).lte('1000')).toBe(true);
        expect(facts.calledOffValue.lte('2600')).toBe(true);
      }),
    );
  });
  it('does not shrink below what is called off', () => {
    const called = { calledOff: new Map([['1', decimal('900')]]), calledOffValue: decimal('2160') };
    expect(frameFaults(content([line('1', '899')]), called)).toMatchObject([{ code: 'BELOW_CALLED_OFF', params: { calledOff: '900' } }]);
    expect(frameFaults(content([line('1', '900')], { frameTotal: '2159' }), called)).toMatchObject([{ code: 'VALUE_BELOW_CALLED_OFF' }]);
  });
});
