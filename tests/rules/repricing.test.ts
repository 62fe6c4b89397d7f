import { describe, expect, it } from 'vitest';
import { decimal, sum } from '../../src/kernel/decimal.js';
import { coverOf, type InvoicedLine, listOf, repriced, repricingLifecycle, type UnitPrice } from '../../src/invoices/repricing/rules.js';

const at = (price: string, basis = '1'): UnitPrice => ({ price: decimal(price), basis });
const line = (over: Partial<InvoicedLine> = {}): InvoicedLine => ({
  invoiceId: 'i1',
  invoiceLineId: 'l1',
  quantity: '24',
  invoicedPrice: at('9720'),
  prices: [at('9720'), at('9600')],
  listedBefore: false,
  taxRate: '13',
  priceBasis: 'NET',
  currency: 'CNY',
  ...over,
});
const amounts = (over: Partial<InvoicedLine>) => {
  const found = repriced(line(over));
  return found === undefined ? undefined : [found.net, found.tax, found.total].map((amount) => amount.toFixed(2)).join(' ');
};

describe('What a changed price of a frame means for an invoiced line', () => {
  it.each([
    ['(new - old) x quantity, with tax, below zero for the buyer', {}, '-2880.00 -374.40 -3254.40'],
    ['above zero for the supplier', { prices: [at('9720'), at('9850')] }, '3120.00 405.60 3525.60'],
    ['nothing where the price of its day did not change', { prices: [at('9720'), at('9720.00')] }, undefined],
    ['nothing where the frame had no price', { prices: [undefined, at('9600')] }, undefined],
    ['nothing where it was invoiced at the new price', { invoicedPrice: at('9600') }, undefined],
    [
      'nothing where it was invoiced at a later one',
      { prices: [at('9720'), at('9600'), at('9500')], invoicedPrice: at('9500') },
      undefined,
    ],
    ['nothing where a later change came back to it', { prices: [at('9720'), at('9600'), at('9720')] }, undefined],
    ['but what was listed before goes on from there', { prices: [at('9600'), at('9720')], listedBefore: true }, '2880.00 374.40 3254.40'],
    [
      'prices for a basis, exactly',
      { quantity: '7', prices: [at('10', '3'), at('11', '3')], invoicedPrice: at('10', '3') },
      '2.33 0.30 2.63',
    ],
    [
      'tax taken out where prices include it',
      { prices: [at('9720'), at('9833')], priceBasis: 'TAX_INCLUSIVE' as const },
      '2400.00 312.00 2712.00',
    ],
    [
      'posted half away from zero',
      { quantity: '1', prices: [at('0.005'), at('0.010')], invoicedPrice: at('0.005'), taxRate: '0' },
      '0.01 0.00 0.01',
    ],
    [
      'in whole yen',
      { quantity: '3', prices: [at('10.0'), at('10.5')], invoicedPrice: at('10'), currency: 'JPY', taxRate: '10' },
      '2.00 0.00 2.00',
    ],
  ])('%s', (_, over, expected) => expect(amounts(over)).toBe(expected));
});

describe('The list', () => {
  const lines = [
    line(),
    line({ invoiceLineId: 'l2', prices: [at('9720'), at('9850')], quantity: '1' }),
    line({ invoiceId: 'i2', invoiceLineId: 'l3', prices: [at('9720'), at('9850')] }),
  ].map((one) => repriced(one));
  const list = listOf(lines.filter((one) => one !== undefined));
  it('is signed by invoice, and sums to the cent', () => {
    expect(list?.invoices.map((one) => [one.invoiceId, one.total.toFixed(2)])).toEqual([
      ['i1', '-3107.50'],
      ['i2', '3525.60'],
    ]);
    expect([list?.surplus.toFixed(2), list?.deficit.toFixed(2), list?.total.toFixed(2)]).toEqual(['3525.60', '3107.50', '418.10']);
    expect(list?.total.eq(sum(list.invoices.map((one) => one.total)))).toBe(true);
  });
  it('is none where no invoice changes', () => {
    expect(listOf([])).toBeUndefined();
    const [up, down] = [
      repriced(line({ prices: [at('9720'), at('9730')] })),
      repriced(line({ invoiceLineId: 'l2', prices: [at('9720'), at('9710')] })),
    ];
    expect(listOf([up, down].filter((one) => one !== undefined))).toBeUndefined();
  });
});

describe('A document settles', () => {
  const parts = [
    { id: 'a', invoiceId: 'i1', total: '-100.00', settled: '40.00' },
    { id: 'b', invoiceId: 'i2', total: '30.00', settled: '0' },
    { id: 'c', invoiceId: 'i3', total: '20.00', settled: '5' },
  ];
  it.each([
    [
      'what is above zero, in the order of the list',
      null,
      '44.00',
      'CNY',
      [
        { id: 'b', amount: '30.00' },
        { id: 'c', amount: '14.00' },
      ],
      [],
    ],
    [
      'to the cent',
      null,
      '45.00',
      'CNY',
      [
        { id: 'b', amount: '30.00' },
        { id: 'c', amount: '15.00' },
      ],
      [],
    ],
    ['not more than is open', null, '45.01', 'CNY', [], ['REPRICING_OVER']],
    ['by a credit note what its own invoice has below zero', 'i1', '60', 'CNY', [{ id: 'a', amount: '60.00' }], []],
    ['and nothing of another', 'i2', '1', 'CNY', [], ['REPRICING_OVER']],
    ['in the currency of the list', null, '1', 'EUR', [], ['REPRICING_CURRENCY']],
  ])('%s', (_, credits, total, currency, covered, codes) => {
    const found = coverOf(parts, { credits, total, currency }, 'CNY');
    expect([found.covered, found.refusals.map((one) => one.code)]).toEqual([covered, codes]);
  });
});

describe('A list of price differences', () => {
  const decide = (
    buyer: boolean,
    supplier: boolean,
    action: 'AGREE' | 'CONCLUDE' | 'REPLACE' | 'SETTLE',
    side: 'BUYER' | 'SUPPLIER',
    status = 'PROPOSED' as const,
  ) => {
    const verdict = repricingLifecycle.decide({ status, agreed: { BUYER: buyer, SUPPLIER: supplier } }, action, side);
    return verdict.ok ? verdict.value : verdict.refusals.map((one) => one.code).join(' ');
  };
  it.each([
    ['is agreed by one side first', false, false, 'AGREE', 'BUYER', 'PROPOSED'],
    ['and by the other', true, false, 'CONCLUDE', 'SUPPLIER', 'AGREED'],
    ['not twice by one', true, false, 'AGREE', 'BUYER', 'REPRICING_AGREED_ALREADY'],
    ['not in the place of the other', false, false, 'CONCLUDE', 'BUYER', 'REPRICING_NOT_AGREED_BY_OTHER'],
    ['gives way while nobody has agreed', false, false, 'REPLACE', 'BUYER', 'REPLACED'],
    ['and not afterwards', false, true, 'REPLACE', 'BUYER', 'REPRICING_AGREED_ALREADY'],
    ['is settled once it is agreed', false, false, 'SETTLE', 'SUPPLIER', 'NOT_ALLOWED'],
  ] as const)('%s', (_, buyer, supplier, action, side, result) => expect(decide(buyer, supplier, action, side)).toBe(result));
  it('goes only these ways: what settled it may fall away, what replaced it does not', () =>
    expect(repricingLifecycle.pairs().map((pair) => pair.join(' '))).toEqual([
      'AGREED SETTLED',
      'PROPOSED AGREED',
      'PROPOSED PROPOSED',
      'PROPOSED REPLACED',
      'SETTLED AGREED',
    ]));
});
