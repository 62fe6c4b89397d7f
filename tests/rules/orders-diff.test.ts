import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act } from '../../src/orders/actions/rules.js';
import { contentFaults } from '../../src/orders/check/rules.js';
import { lineAmount, totalsOf } from '../../src/orders/content/rules.js';
import { apply, deltaOf, isEmpty } from '../../src/orders/diff/rules.js';
import { sameTerms, settle } from '../../src/orders/settle/rules.js';
import { anyContent, content, line } from '../support/order-content.js';

const tenth = line('00010', '1500');

describe('The difference of two states of an order', () => {
  it('names each field with old, new and delta', () => {
    const next = line('00010', '1200', {
      price: '2.75',
      note: 'urgent',
      schedules: [{ scheduleId: '1', quantity: '1200', requestedTo: '2026-12-24' }],
    });
    const before = { ...tenth, schedules: [{ scheduleId: '1', quantity: '1500', requestedTo: '2026-12-10' }] };
    expect(deltaOf(content([before]), content([next])).lines).toMatchObject([
      {
        lineId: '00010',
        kind: 'CHANGED',
        changes: [
          { field: 'quantity', old: '1500', new: '1200', delta: '-300' },
          { field: 'price', old: '2.5', new: '2.75', delta: '0.25' },
          { field: 'schedules.1.requestedTo', old: '2026-12-10', new: '2026-12-24', delta: '14' },
          { field: 'note', new: 'urgent' },
        ],
      },
    ]);
  });
  it('is empty exactly between equal contents, and applied to the one gives the other', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (base, document) => {
        const next = settle(base, document);
        const delta = deltaOf(base, next);
        expect(apply(base, delta)).toEqual(next);
        expect(isEmpty(deltaOf(next, apply(base, delta)))).toBe(true);
        expect(isEmpty(deltaOf(base, base))).toBe(true);
      }),
    );
  });
});

describe('A document sent again', () => {
  it('changes nothing when it says the same, in whatever order of lines', () => {
    fc.assert(
      fc.property(anyContent, (base) => {
        const again = { header: base.header, lines: [...base.lines].reverse().map((l) => ({ ...l, state: 'ACTIVE' as const })) };
        expect(isEmpty(deltaOf(base, settle(base, again)))).toBe(true);
      }),
    );
  });
  it('settling it twice is settling it once', () => {
    fc.assert(
      fc.property(anyContent, anyContent, (base, document) => {
        const once = settle(base, document);
        expect(settle(once, document)).toEqual(once);
      }),
    );
  });
  it('is the same in another unit of the same measure, price and all', () => {
    const tonnes = line('00010', '1.5', { unit: 'TNE', price: '2500' });
    expect(isEmpty(deltaOf(content([tenth]), settle(content([tenth]), content([tonnes]))))).toBe(true);
  });
  it('tells a change in the unit that the order has', () => {
    const tonnes = line('00010', '1.6', { unit: 'TNE', price: '2500' });
    expect(deltaOf(content([tenth]), settle(content([tenth]), content([tonnes]))).lines[0]?.changes).toEqual([
      { field: 'quantity', old: '1500', new: '1600', delta: '100' },
    ]);
  });
  it('keeps line 00010 apart from line 10', () => {
    const { lines } = deltaOf(content([tenth]), settle(content([tenth]), content([{ ...tenth, lineId: '10' }])));
    expect(lines.map(({ lineId, kind }) => [lineId, kind])).toEqual([
      ['00010', 'ENDED'],
      ['10', 'ADDED'],
    ]);
  });
  it('asks for the end of a line that it leaves out, and never deletes it', () => {
    const base = content([tenth, line('20', '1')]);
    const next = settle(base, content([tenth]));
    expect(next.lines.map(({ lineId, state }) => [lineId, state])).toEqual([
      ['00010', 'ACTIVE'],
      ['20', 'ENDED'],
    ]);
  });
  it('leaves a refused line refused, unless it says something new of it', () => {
    const refused = content([{ ...tenth, state: 'REFUSED' }]);
    expect(settle(refused, content([tenth])).lines[0]?.state).toBe('REFUSED');
    expect(settle(refused, content([line('00010', '900')])).lines[0]).toMatchObject({ state: 'ACTIVE', quantity: '900' });
  });
  it('keeps what only the supplier knows', () => {
    const known = content(
      [{ ...tenth, sellerItemId: 'SN-1', schedules: [{ scheduleId: '1', quantity: '1500', promisedTo: '2026-12-20' }] }],
      { salesOrderNumber: 'SO-9' },
    );
    expect(isEmpty(deltaOf(known, settle(known, content([tenth]))))).toBe(true);
  });
});

describe('Two contents bind to the same terms', () => {
  it('when only notes, references and item numbers differ', () => {
    expect(sameTerms(content([tenth]), content([{ ...tenth, sellerItemId: 'SN-1', note: 'x' }], { note: 'y' }))).toBe(true);
  });
  it('when the one requests the days that the other promises', () => {
    const promised = { ...tenth, schedules: [{ scheduleId: '1', quantity: '1500', requestedTo: '2026-12-01', promisedTo: '2026-12-20' }] };
    const requested = { ...tenth, schedules: [{ scheduleId: '1', quantity: '1500', requestedTo: '2026-12-20' }] };
    expect(sameTerms(content([promised]), content([requested]))).toBe(true);
  });
  it.each([
    ['quantity', line('00010', '1499')],
    ['price', { ...tenth, price: '2.51' }],
    ['days', { ...tenth, schedules: [{ scheduleId: '1', quantity: '1500', requestedTo: '2026-12-21' }] }],
    ['a line', { ...tenth, state: 'REFUSED' as const }],
  ])('but not when %s differs', (_what, other) => expect(sameTerms(content([tenth]), content([other]))).toBe(false));
});

describe('Actions on lines (UN/EDIFACT 1229)', () => {
  const base = content([tenth, line('20', '5'), { ...line('30', '1'), state: 'REFUSED' }]);
  const acted = (...actions: Parameters<typeof act>[2]) => act(base, {}, actions);
  it('change, end, refuse, keep, add and reopen what they name and nothing else', () => {
    const verdict = acted(
      { lineId: '00010', verb: 'CHANGE', patch: { quantity: '1' } },
      { lineId: '20', verb: 'END', patch: {} },
      { lineId: '30', verb: 'REOPEN', patch: {} },
      { lineId: '40', verb: 'ADD', patch: { itemName: 'New', quantity: '7', unit: 'C62' } },
    );
    expect(verdict.ok && verdict.value.lines.map((l) => [l.lineId, l.state, l.quantity, l.schedules.length])).toEqual([
      ['00010', 'ACTIVE', '1', 1],
      ['20', 'ENDED', '5', 1],
      ['30', 'ACTIVE', '1', 1],
      ['40', 'ACTIVE', '7', 1],
    ]);
  });
  it.each([
    ['LINE_UNKNOWN', { lineId: 'x', verb: 'CHANGE', patch: {} }],
    ['LINE_EXISTS', { lineId: '20', verb: 'ADD', patch: { itemName: 'n', quantity: '1', unit: 'EA' } }],
    ['LINE_NOT_ACTIVE', { lineId: '30', verb: 'CHANGE', patch: {} }],
    ['LINE_ACTIVE', { lineId: '20', verb: 'REOPEN', patch: {} }],
    ['LINE_INCOMPLETE', { lineId: '50', verb: 'ADD', patch: { itemName: 'n', quantity: '1' } }],
  ] as const)('%s is refused at its place', (code, action) => {
    const verdict = acted({ lineId: '00010', verb: 'KEEP', patch: {} }, action);
    expect(verdict).toMatchObject({ ok: false, refusals: [{ code, field: expect.arrayContaining(['lines', '1']) }] });
  });
  it('one line named twice is refused', () => {
    expect(acted({ lineId: '20', verb: 'KEEP', patch: {} }, { lineId: '20', verb: 'END', patch: {} })).toMatchObject({
      refusals: [{ code: 'LINE_REPEATED' }],
    });
  });
});

describe('Amounts', () => {
  it('a line is quantity times price per basis, rounded half up to the minor unit', () => {
    expect(lineAmount(line('1', '3', { price: '1.115' }), 'CNY')?.toFixed(2)).toBe('3.35');
    expect(lineAmount(line('1', '7', { price: '10', priceBasis: '3', allowance: '0.335' }), 'CNY')?.toFixed(2)).toBe('23.00');
    expect(lineAmount(line('1', '3', { price: '1.5' }), 'JPY')?.toFixed()).toBe('5');
  });
  it('a total counts active lines only, less allowances, plus charges, and tax beside it', () => {
    const order = content([line('1', '10'), { ...line('2', '99'), state: 'REFUSED' }], { allowance: '5', charge: '1', tax: '2' });
    expect(totalsOf(order)).toEqual({ lines: '25', total: '21', payable: '23' });
  });
  it('an order without an active line is worth nothing, whatever its charges', () => {
    expect(totalsOf(content([{ ...tenth, state: 'ENDED' }], { charge: '9', tax: '1' })).payable).toBe('0');
  });
});

describe('Content that contradicts itself', () => {
  it.each([
    [
      'SCHEDULE_SUM',
      content([
        line('1', '10', {
          schedules: [
            { scheduleId: '1', quantity: '4' },
            { scheduleId: '2', quantity: '5' },
          ],
        }),
      ]),
      '220',
    ],
    [
      'SCHEDULE_REPEATED',
      content([
        line('1', '10', {
          schedules: [
            { scheduleId: '1', quantity: '4' },
            { scheduleId: '1', quantity: '6' },
          ],
        }),
      ]),
      '220',
    ],
    ['LINE_REPEATED', content([line('1', '10'), line('1', '5')]), '220'],
    ['PERIOD_REVERSED', content([line('1', '10')], { deliverFrom: '2026-12-02', deliverTo: '2026-12-01' }), '220'],
    ['UNIT_UNKNOWN', content([line('1', '10', { unit: 'kg' })]), '220'],
    ['TOTAL_NEGATIVE', content([line('1', '1')], { allowance: '100' }), '220'],
    ['NO_LINES', content([]), '220'],
    ['PRICE_ROWS_ONLY_IN_FRAME', content([line('1', '1', { prices: [{ from: '2026-01-01', price: '1' }] })]), '220'],
    [
      'PRICE_ROW_REPEATED',
      content(
        [
          line('1', '1', {
            prices: [
              { from: '2026-01-01', price: '1' },
              { from: '2026-01-01', price: '2' },
            ],
          }),
        ],
        { validTo: '2027-01-01' },
      ),
      '221',
    ],
    ['FRAME_NEEDS_VALIDITY', content([line('1', '1')]), '221'],
    ['FRAME_TERMS_ONLY_IN_FRAME', content([line('1', '1')], { frameTotal: '9' }), '220'],
    ['FRAME_LINE_ONLY_IN_CALL_OFF', content([line('1', '1', { frameLineId: '1' })]), '220'],
  ] as const)('%s', (code, order, typeCode) => expect(contentFaults(order, typeCode).map((fault) => fault.code)).toContain(code));
});
