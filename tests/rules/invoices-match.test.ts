import { describe, expect, test } from 'vitest';
import { creditOf, type Creditable } from '../../src/invoices/credit/rules.js';
import { disputeOf, reasonFaults } from '../../src/invoices/dispute/rules.js';
import { movesOf } from '../../src/invoices/match/moves/rules.js';
import { differencesOf, grantedShare, type Invoiced, type Ordered, targetOf } from '../../src/invoices/match/rules.js';
import { decimal, plain } from '../../src/kernel/decimal.js';

const ordered = (more: Partial<Ordered> = {}): Ordered => ({
  quantity: '100',
  unit: 'KGM',
  price: '40',
  priceBasis: '1',
  adjusted: false,
  prices: 'NET',
  taxRate: '13',
  ...more,
});
const invoiced = (more: Partial<Invoiced> = {}): Invoiced => ({
  quantity: '100',
  unit: 'KGM',
  orderQuantity: '100',
  liveQuantity: '100',
  worthLeft: '1',
  price: '40',
  priceBasis: '1',
  amount: '4000.00',
  adjusted: false,
  prices: 'NET',
  taxRate: '13',
  ...more,
});

describe('an invoice line differs where its own values and those of order and receipts are not the same', () => {
  test.each([
    ['nothing', {}, {}, '100', '0', []],
    ['a higher price', {}, { price: '42' }, '100', '0', [['PRICE', '45.2', '47.46', false]]],
    ['a higher price within tolerance', {}, { price: '42' }, '100', '0.05', [['PRICE', '45.2', '47.46', true]]],
    ['a lower price', {}, { price: '39' }, '100', '0', [['PRICE', '45.2', '44.07', true]]],
    ['the same price for another unit', {}, { unit: 'TNE', quantity: '0.1', price: '40000' }, '100', '0', []],
    ['the same price with the tax in it', {}, { prices: 'TAX_INCLUSIVE', price: '45.2' }, '100', '0', []],
    ['a price that the agreement says to hold the tax', { prices: 'TAX_INCLUSIVE', price: '45.2' }, {}, '100', '0', []],
    ['a price with an allowance that comes to the same', {}, { adjusted: true, price: '41', amount: '4000.00' }, '100', '0', []],
    ['more than came', {}, {}, '90', '0', [['QUANTITY', '90', '100', false]]],
    ['a higher rate of tax', { taxRate: '9' }, {}, '100', '0', [['TAX', '9', '13', false]]],
    ['a lower rate of tax', {}, { taxRate: '9' }, '100', '0', [['TAX', '13', '9', true]]],
    ['another item', { sellerItemId: 'A' }, { sellerItemId: 'B' }, '100', '0', [['ITEM', 'A', 'B', false]]],
    ['an item that only one side names', { sellerItemId: 'A' }, {}, '100', '0', []],
    ['no agreed price', { price: undefined }, { price: '99' }, '100', '0', []],
  ] as const)('%s', (_, order, invoice, available, priceTolerance, expected) => {
    const found = differencesOf(ordered(order as Partial<Ordered>), invoiced(invoice), decimal(available), { priceTolerance });
    expect(found.map((one) => [one.kind, one.expected, one.given, one.withinTolerance])).toEqual(expected);
  });
});

describe('what was conceded at a lower price is expected at price × (1 − reduction), the rest in full', () => {
  // 40.00 and 13 % are 45.20; ten of a hundred at 0.2 off are worth two units less: 45.20 × 0.98 = 44.296.
  test.each([
    ['in full', {}, '100', '2', '0', [['PRICE', '44.296', '45.2', false]]],
    ['in full, and a tolerance that would let it pass', {}, '100', '2', '0.05', [['PRICE', '44.296', '45.2', false]]],
    ['at the mean price', { price: '39.2', amount: '3920.00' }, '100', '2', '0', []],
    ['at the full price less an allowance', { adjusted: true, amount: '3920.00' }, '100', '2', '0', []],
    ['below the mean price', { price: '39', amount: '3900.00' }, '100', '2', '0', [['PRICE', '44.296', '44.07', true]]],
    // 3 of 10 at 0.2 and 2 of 10 at 0.5 off: 1.6 units less, 45.20 × 0.84.
    [
      'two reductions',
      { quantity: '10', orderQuantity: '10', liveQuantity: '10', amount: '400.00' },
      '10',
      '1.6',
      '0',
      [['PRICE', '37.968', '45.2', false]],
    ],
    // 1 of 3 at 0.2 off: 40 × 2.8 / 3 = 37.333…; three at it are posted as 112.00.
    ['thirds', { quantity: '3', orderQuantity: '3', liveQuantity: '3', price: '37.33333333', amount: '112.00' }, '3', '0.2', '0', []],
    // Only 80 came, among them the ten: 45.20 × 78 / 80.
    [
      'a part did not come',
      {},
      '80',
      '2',
      '0',
      [
        ['QUANTITY', '80', '100', false],
        ['PRICE', '44.07', '45.2', false],
      ],
    ],
    ['all for nothing', {}, '100', '100', '0', [['PRICE', '0', '45.2', false]]],
    ['nothing came', {}, '0', '0', '0', [['QUANTITY', '0', '100', false]]],
  ] as const)('%s', (_, invoice, available, off, priceTolerance, expected) => {
    const found = differencesOf(ordered(), invoiced(invoice), decimal(available), { priceTolerance, off });
    expect(found.map((one) => [one.kind, one.expected, one.given, one.withinTolerance])).toEqual(expected);
  });

  test.each([
    ['32', '0.2'],
    ['40', '0'],
    ['42', '-0.05'],
    ['26.666667', '0.333333'],
  ])('a line at %s leaves %s off', (given, share) => {
    const off = grantedShare(ordered(), invoiced({ price: given }));
    expect(off && plain(off)).toBe(share);
  });
});

const worth = (more: object = {}) => ({
  currency: 'CNY',
  worth: '4520.00',
  quantity: '100',
  available: '100',
  claimed: '100',
  off: '0',
  ...more,
});
const price = { kind: 'PRICE', expected: '45.2', given: '47.46', withinTolerance: false } as const;
const lower = (expected: string) => ({ kind: 'PRICE', expected, given: '45.2', withinTolerance: false }) as const;
const tax = { kind: 'TAX', expected: '9', given: '13', withinTolerance: false } as const;
const quantity = { kind: 'QUANTITY', expected: '90', given: '100', withinTolerance: false } as const;
const item = { kind: 'ITEM', expected: 'A', given: 'B', withinTolerance: false } as const;

describe('the worth of a line divides into what is due, what waits and what is disputed; the parts are the whole', () => {
  test.each([
    ['all accepted', worth(), [], false, { due: '4520', pending: '0' }],
    ['a part accepted', worth({ claimed: '60' }), [], false, { due: '2712', pending: '1808' }],
    [
      'ten of a hundred did not come',
      worth({ available: '90', claimed: '90' }),
      [quantity],
      false,
      { due: '4068', pending: '0', QUANTITY: '452' },
    ],
    // 4746.00 at 47.46; at 45.20 it is 4520.00.
    ['a price that is too high', worth({ worth: '4746.00' }), [price], false, { due: '4520', pending: '0', PRICE: '226' }],
    ['too much tax', worth(), [tax], false, { due: '4360', pending: '0', TAX: '160' }],
    [
      'all at once, half accepted',
      worth({ worth: '4746.00', available: '90', claimed: '45' }),
      [quantity, price, tax],
      false,
      { QUANTITY: '474.6', PRICE: '203.4', TAX: '144', due: '1962', pending: '1962' },
    ],
    ['another item', worth(), [item, quantity], false, { due: '0', pending: '0', ITEM: '4520' }],
    ['what did not come, conceded', worth({ available: '90', claimed: '90' }), [], true, { due: '4520', pending: '0' }],
    [
      'thirds of a cent',
      worth({ worth: '100.00', quantity: '3', available: '3', claimed: '1' }),
      [],
      false,
      { due: '33.33', pending: '66.67' },
    ],
    // Ten of the hundred at 0.2 off: 10 × 0.2 × 45.20.
    ['conceded units at the full price', worth({ off: '2' }), [lower('44.296')], false, { PRICE: '90.4', due: '4429.6', pending: '0' }],
    // 60 accepted, the ten among them: 58 × 45.20 are due, 40 × 45.20 wait.
    [
      'conceded units, and others that wait',
      worth({ off: '2', claimed: '60' }),
      [lower('44.296')],
      false,
      { PRICE: '90.4', due: '2621.6', pending: '1808' },
    ],
    // 20 did not come: 904.00; of the 80 two are off.
    [
      'conceded units, and others that did not come',
      worth({ off: '2', available: '80', claimed: '80' }),
      [{ ...quantity, expected: '80' }, lower('44.07')],
      false,
      { QUANTITY: '904', PRICE: '90.4', due: '3525.6' },
    ],
    ['conceded units, all for nothing', worth({ off: '100' }), [lower('0')], false, { PRICE: '4520', due: '0', pending: '0' }],
    ['all units credited', worth({ worth: '10.00', quantity: '0', claimed: '0' }), [], false, { due: '10', pending: '0' }],
  ] as const)('%s', (_, line, differences, conceded, expected) => {
    const target = targetOf(line, differences, conceded);
    const parts = [target.pending, target.due, ...Object.values(target.disputes)];
    expect(plain(parts.reduce((a, b) => a.plus(b), decimal('0')))).toBe(plain(decimal(line.worth)));
    const shown = {
      due: plain(target.due),
      pending: plain(target.pending),
      ...Object.fromEntries(Object.entries(target.disputes).map(([k, v]) => [k, plain(v)])),
    };
    expect(shown).toMatchObject(expected);
  });
});

const target = (due: string, pending: string, disputes: Partial<Record<'PRICE' | 'QUANTITY' | 'TAX' | 'ITEM', string>> = {}) => ({
  due: decimal(due),
  pending: decimal(pending),
  disputes: {
    PRICE: decimal(disputes.PRICE ?? '0'),
    QUANTITY: decimal(disputes.QUANTITY ?? '0'),
    TAX: decimal(disputes.TAX ?? '0'),
    ITEM: decimal(disputes.ITEM ?? '0'),
  },
});

describe('movements lead from the present state to the target, as far as what is there allows', () => {
  const shown = ({ lower, raise, clear }: ReturnType<typeof movesOf>) => [
    ...lower.map((one) => `lower ${one.kind} ${plain(one.amount)}`),
    ...raise.map((one) => `raise ${one.kind} ${plain(one.fromPending)}+${plain(one.fromPayable)}`),
    `clear ${plain(clear)}`,
  ];
  const state = (more: object) => ({ pending: '0', due: '0', disputed: {}, byHand: '0', takeable: '0', ...more });

  test.each([
    ['a new invoice', state({ pending: '100' }), target('60', '20', { QUANTITY: '20' }), ['raise QUANTITY 20+0', 'clear 60']],
    ['the rest came', state({ due: '60', disputed: { QUANTITY: '40' } }), target('100', '0'), ['lower QUANTITY 40', 'clear 40']],
    ['goods went back', state({ due: '100', takeable: '100' }), target('70', '0', { QUANTITY: '30' }), ['raise QUANTITY 0+30', 'clear 0']],
    [
      'goods went back after a part was paid',
      state({ due: '100', takeable: '10' }),
      target('70', '0', { QUANTITY: '30' }),
      ['raise QUANTITY 0+10', 'clear 0'],
    ],
    [
      'a dispute by hand holds it already',
      state({ due: '60', byHand: '40', takeable: '60' }),
      target('70', '0', { QUANTITY: '30' }),
      ['clear 0'],
    ],
    ['as it should be', state({ due: '100' }), target('100', '0'), ['clear 0']],
  ] as const)('%s', (_, from, to, expected) => {
    expect(shown(movesOf(from, to))).toEqual(expected);
  });
});

describe('a dispute by hand takes what is due before what waits, and never more than is open', () => {
  const line = { lineId: '1', currency: 'CNY', pending: '40', due: '60', worth: '100', quantity: '10' };
  test.each([
    ['an amount', { amount: '70' }, ['60', '10']],
    ['units', { quantity: '3' }, ['30', '0']],
    ['all', {}, ['60', '40']],
  ] as const)('%s', (_, asked, [fromPayable, fromPending]) => {
    const taken = disputeOf(line, asked, []);
    expect(taken.ok && [plain(taken.value.fromPayable), plain(taken.value.fromPending)]).toEqual([fromPayable, fromPending]);
  });

  test.each([
    [{ amount: '100.01' }, 'DISPUTE_OVER_OPEN', ['amount']],
    [{ quantity: '11' }, 'DISPUTE_OVER_OPEN', ['quantity']],
  ] as const)('more than is open is refused: %j', (asked, code, field) => {
    expect(disputeOf(line, asked, [])).toMatchObject({ ok: false, refusals: [{ code, field, params: { open: '100' } }] });
  });

  test.each(['MANAGEMENT_CHANGE', 'INTERNAL_PROCESS', 'AUDIT_PENDING'] as const)('%s is no reason (Order 802 art. 14)', (reason) => {
    expect(reasonFaults(['QUA', reason], ['reasons'])).toEqual([
      { code: 'DISPUTE_REASON_INVALID', field: ['reasons', '1'], params: { reason } },
    ]);
  });
});

describe('a credit takes back no more than is left, in money and in units', () => {
  const lines: readonly Creditable[] = [
    { id: 'a', lineId: '1', unit: 'C62', quantity: '3', creditedQuantity: '1', share: '100.00', credited: '33.33', taxRate: '13' },
    { id: 'b', lineId: '2', unit: 'C62', quantity: '5', creditedQuantity: '0', share: '50.00', credited: '0', taxRate: '13' },
  ];
  const taken = (asked: Parameters<typeof creditOf>[1], all = false, totals = {}) => {
    const verdict = creditOf(lines, asked, all, 'CNY', totals);
    return verdict.ok
      ? verdict.value.map((one) => [one.line.lineId, one.quantity && plain(one.quantity), plain(one.gross), plain(one.tax)])
      : verdict.refusals.map((one) => [one.code, one.params?.left, one.params?.given]);
  };

  test.each([
    ['units at what they are worth', [{ lineId: '1', quantity: '1' }], [['1', '1', '33.33', '3.83']]],
    ['the last units take what is left', [{ lineId: '1', quantity: '2' }], [['1', '2', '66.67', '7.67']]],
    ['money alone', [{ lineId: '2', gross: '12.5' }], [['2', undefined, '12.5', '1.44']]],
    ['more units than are left', [{ lineId: '1', quantity: '3' }], [['CREDIT_OVER_QUANTITY', '2', '3']]],
    ['more money than is left', [{ lineId: '1', gross: '66.68' }], [['CREDIT_OVER_LINE', '66.67', '66.68']]],
    [
      'more than the invoice',
      [{ lineId: '1', gross: '150' }],
      [
        ['CREDIT_OVER_INVOICE', '116.67', '150'],
        ['CREDIT_OVER_LINE', '66.67', '150'],
      ],
    ],
    ['an unknown line', [{ lineId: '9', gross: '1' }], [['CREDIT_LINE_UNKNOWN', undefined, undefined]]],
    [
      'a line twice',
      [
        { lineId: '2', gross: '1' },
        { lineId: '2', gross: '1' },
      ],
      [['CREDIT_LINE_UNKNOWN', undefined, undefined]],
    ],
    ['nothing', [], [['CREDIT_NOTHING', undefined, undefined]]],
    ['a line without money and units', [{ lineId: '2' }], [['CREDIT_NOTHING', undefined, undefined]]],
  ] as const)('%s', (_, asked, expected) => {
    expect(taken(asked)).toEqual(expected);
  });

  test('the whole is what is left of every line; sums that are stated are checked', () => {
    expect(taken([], true)).toEqual([
      ['1', '2', '66.67', '7.67'],
      ['2', '5', '50', '5.75'],
    ]);
    expect(taken([], true, { total: '116.68', taxTotal: '13.42' })).toEqual([['CREDIT_SUM_WRONG', undefined, '116.68']]);
  });
});
