import { describe, expect, test } from 'vitest';
import { claimFrom, dueBy, lotsOf, unitsOff } from '../../src/invoices/match/units/rules.js';
import { decimal, plain } from '../../src/kernel/decimal.js';

const unit = { receiptLineId: 'r', receivedOn: '2026-11-01', inspectionEndsOn: '2026-11-08' };
const stock = { ...unit, returned: '0', conceded: [] };
const whole = { ...unit, priceReduction: null };

describe('units are claimed in the order in which they came and were accepted', () => {
  test('what is claimed was accepted first; what came back is missing at the end', () => {
    const accepted = [
      { on: '2026-11-03', quantity: '4' },
      { on: '2026-11-05', quantity: '6' },
    ];
    const free = lotsOf({ ...stock, kept: '9', returned: '1', claimed: '3', accepted });
    expect(free.map((lot) => [lot.acceptedOn, lot.quantity])).toEqual([
      ['2026-11-03', '1'],
      ['2026-11-05', '5'],
    ]);
  });

  test('what was made good after a refusal counts with the last acceptance', () => {
    const free = lotsOf({ ...stock, kept: '5', claimed: '0', accepted: [{ on: '2026-11-03', quantity: '4' }] });
    expect(free.map((lot) => [lot.acceptedOn, lot.quantity])).toEqual([
      ['2026-11-03', '4'],
      ['2026-11-03', '1'],
    ]);
  });

  const shown = (lots: ReturnType<typeof lotsOf>) => lots.map((lot) => `${lot.quantity} ${lot.acceptedOn} ${lot.priceReduction}`);
  const partly = { ...stock, kept: '100', claimed: '0', accepted: [{ on: '2026-11-03', quantity: '85' }] };
  const conceded = (...claimed: string[]) => [
    { priceReduction: '0.2', quantity: '6', claimed: claimed[0] ?? '0' },
    { priceReduction: '0.5', quantity: '4', claimed: claimed[1] ?? '0' },
  ];

  // 85 in order, 5 made good, 6 and 4 conceded.
  test.each([
    ['nothing claimed', {}, ['85 2026-11-03 null', '5 2026-11-03 null', '6 2026-11-03 0.2', '4 2026-11-03 0.5']],
    ['what is owed in full goes first', { claimed: '88' }, ['2 2026-11-03 null', '6 2026-11-03 0.2', '4 2026-11-03 0.5']],
    [
      'conceded ones are claimed',
      { claimed: '12', conceded: conceded('6', '1') },
      ['80 2026-11-03 null', '5 2026-11-03 null', '3 2026-11-03 0.5'],
    ],
    [
      'what came back is missing at the end',
      { kept: '93', returned: '7' },
      ['85 2026-11-03 null', '5 2026-11-03 null', '3 2026-11-03 0.2'],
    ],
    ['everything claimed', { claimed: '100', conceded: conceded('6', '4') }, []],
  ] as const)('what was conceded stands last, by its reduction: %s', (_, more, expected) => {
    expect(shown(lotsOf({ ...partly, conceded: conceded(), ...more }))).toEqual(expected);
  });

  test('a line at a conceded price takes the units conceded at it first, any other the ones owed in full', () => {
    const lots = lotsOf({ ...partly, claimed: '80', conceded: conceded() });
    const asked = claimFrom(lots, decimal('8'), [], decimal('0.2'));
    expect(shown(asked.claims)).toEqual(['6 2026-11-03 0.2', '2 2026-11-03 null']);
    expect(shown(asked.left)).toEqual(['3 2026-11-03 null', '5 2026-11-03 null', '4 2026-11-03 0.5']);
    expect(shown(claimFrom(lots, decimal('20'), [], decimal('0')).claims)).toEqual(shown(lots));
    expect(plain(unitsOff(lots))).toBe('3.2');
  });

  test('a line takes the oldest, or those that it names, and leaves the rest', () => {
    const lots = ['a', 'b', 'c'].map((receiptLineId) => ({ ...whole, receiptLineId, quantity: '5', acceptedOn: '2026-11-03' }));
    const oldest = claimFrom(lots, decimal('7'), []);
    expect(oldest.claims.map((lot) => [lot.receiptLineId, lot.quantity])).toEqual([
      ['a', '5'],
      ['b', '2'],
    ]);
    expect(oldest.left.map((lot) => [lot.receiptLineId, lot.quantity])).toEqual([
      ['b', '3'],
      ['c', '5'],
    ]);
    expect(claimFrom(lots, decimal('7'), ['c']).claims.map((lot) => [lot.receiptLineId, lot.quantity])).toEqual([['c', '5']]);
  });

  test('a due amount is split by the days of its units, to the cent', () => {
    const lot = (quantity: string, acceptedOn: string) => ({ ...whole, quantity, acceptedOn });
    const parts = dueBy(decimal('100'), 'CNY', [lot('1', '2026-11-03'), lot('1', '2026-11-03'), lot('1', '2026-11-05')]);
    expect(parts.map((part) => [part.acceptedOn, part.amount])).toEqual([
      ['2026-11-03', '66.67'],
      ['2026-11-05', '33.33'],
    ]);
  });
});
