import { describe, expect, test } from 'vitest';
import { checkSums } from '../../src/invoices/check/rules.js';
import { fapiaoFaults, voidFaults } from '../../src/invoices/fapiao/rules.js';
import type { Adjustment, LineSumsInput, SumsInput } from '../../src/invoices/sums/rules-content.js';
import { sumsBy } from '../../src/invoices/sums/rules.js';

const line = (lineId: string, quantity: string, price: string, more: Partial<LineSumsInput> = {}): LineSumsInput => ({
  lineId,
  quantity,
  price,
  adjustments: [],
  taxCategory: 'S',
  taxRate: '13',
  stated: {},
  ...more,
});

const invoice = (lines: readonly LineSumsInput[], more: Partial<SumsInput> = {}): SumsInput => ({
  currency: 'CNY',
  priceBasis: 'NET',
  lines,
  adjustments: [],
  stated: {},
  ...more,
});

const allowance = (amount: string, more: Partial<Adjustment> = {}): Adjustment => ({ kind: 'ALLOWANCE', amount, ...more });
const anyTerms = { taxRates: [] };

// Three lines of 33.33 at 13 %: line by line 4.33 each (from 4.3329), in one 13.00 (from 12.9987).
const thirds = [line('1', '1', '33.33'), line('2', '1', '33.33'), line('3', '1', '33.33')];

describe('the sums of an invoice are right by one of two ways of rounding (EN 16931 BR-CO-17, or line by line)', () => {
  test.each([
    ['net, per line', invoice(thirds), 'PER_LINE', { netTotal: '99.99', taxTotal: '12.99', total: '112.98' }],
    ['net, per document', invoice(thirds), 'PER_DOCUMENT', { netTotal: '99.99', taxTotal: '13.00', total: '112.99' }],
    [
      'tax in the price, per line',
      invoice([line('1', '3', '10'), line('2', '7', '1.99')], { priceBasis: 'TAX_INCLUSIVE' }),
      'PER_LINE',
      // 30.00 holds 3.45 (3.4513), 13.93 holds 1.60 (1.6026).
      { linesTotal: '43.93', netTotal: '38.88', taxTotal: '5.05', total: '43.93' },
    ],
    [
      'tax in the price, per document',
      invoice([line('1', '1', '0.05'), line('2', '1', '0.05'), line('3', '1', '0.05')], { priceBasis: 'TAX_INCLUSIVE' }),
      'PER_DOCUMENT',
      // 0.15 holds 0.02 (0.0173); line by line 3 x 0.01 (0.0058) = 0.03.
      { linesTotal: '0.15', netTotal: '0.13', taxTotal: '0.02', total: '0.15' },
    ],
    [
      'allowance and charge on line and document',
      invoice([line('1', '10', '100', { adjustments: [allowance('50'), { kind: 'CHARGE', amount: '5' }] })], {
        adjustments: [allowance('55'), { kind: 'CHARGE', amount: '100' }],
        prepaid: '17',
        roundingAmount: '-0.20',
      }),
      'PER_DOCUMENT',
      {
        linesTotal: '955.00',
        allowance: '55.00',
        charge: '100.00',
        netTotal: '1000.00',
        taxTotal: '130.00',
        total: '1130.00',
        due: '1112.80',
      },
    ],
    [
      'two rates and an allowance of its own rate',
      invoice([line('1', '1', '100'), line('2', '1', '200', { taxRate: '6' })], {
        adjustments: [allowance('10', { taxCategory: 'S', taxRate: '6' })],
      }),
      'PER_DOCUMENT',
      { netTotal: '290.00', taxTotal: '24.40', total: '314.40' },
    ],
    [
      'a line that takes back',
      invoice([line('1', '10', '10'), line('2', '-2', '10')]),
      'PER_LINE',
      { linesTotal: '80.00', taxTotal: '10.40', total: '90.40' },
    ],
    [
      'a currency without minor unit',
      invoice([line('1', '3', '33.4')], { currency: 'JPY' }),
      'PER_LINE',
      { netTotal: '100', total: '113' },
    ],
    [
      'a price for a hundred',
      invoice([line('1', '250', '7.5', { priceBasis: '100' })]),
      'PER_LINE',
      { netTotal: '18.75', taxTotal: '2.44' },
    ],
  ] as const)('%s', (_, input, rounding, expected) => {
    expect(sumsBy(input, rounding)).toMatchObject(expected);
  });

  test('each line carries a share of the total, and the shares are the total to the cent', () => {
    const { lines, total } = sumsBy(invoice([...thirds, line('4', '-1', '5')], { adjustments: [allowance('0.01')] }), 'PER_DOCUMENT');
    expect(lines.map((one) => one.share)).toEqual(['35.78', '35.78', '35.77', '0.00']);
    expect(total).toBe('107.33');
  });

  test('the stated sums choose the way', () => {
    const by = (taxTotal: string) => checkSums(invoice(thirds, { stated: { taxTotal } }), anyTerms);
    expect(by('12.99')).toMatchObject({ ok: true, value: { rounding: 'PER_LINE' } });
    expect(by('13.00')).toMatchObject({ ok: true, value: { rounding: 'PER_DOCUMENT' } });
  });

  test('the agreed way is the only one where there is one', () => {
    const verdict = checkSums(invoice(thirds, { stated: { taxTotal: '13.00', total: '112.99' } }), { taxRates: [], rounding: 'PER_LINE' });
    expect(verdict).toEqual({
      ok: false,
      refusals: [
        { code: 'SUM_WRONG', field: ['totals', 'taxTotal'], params: { rounding: 'PER_LINE', expected: '12.99', given: '13.00' } },
        { code: 'SUM_WRONG', field: ['totals', 'total'], params: { rounding: 'PER_LINE', expected: '112.98', given: '112.99' } },
      ],
    });
  });

  test('each wrong sum is named with what it should be', () => {
    const verdict = checkSums(
      invoice([line('1', '10', '40', { stated: { amount: '401' } }), line('2', '1', '6', { stated: { taxAmount: '1' } })], {
        stated: { linesTotal: '407', breakdown: [{ category: 'S', rate: '13.0', taxable: '406', tax: '52' }] },
      }),
      anyTerms,
    );
    expect(verdict.ok ? [] : verdict.refusals.map(({ field, params }) => [field?.join('.'), params?.expected, params?.given])).toEqual([
      ['lines.0.amount', '400.00', '401'],
      ['lines.1.taxAmount', '0.78', '1'],
      ['totals.linesTotal', '406.00', '407'],
      ['taxBreakdown.0.tax', '52.78', '52'],
    ]);
  });

  test.each([
    ['S without a rate', line('1', '1', '1', { taxRate: '0' }), {}, 'TAX_RATE_WRONG'],
    ['Z with a rate', line('1', '1', '1', { taxCategory: 'Z' }), {}, 'TAX_RATE_WRONG'],
    ['a rate that the agreement does not know', line('1', '1', '1', { taxRate: '9' }), { taxRates: ['13', '6'] }, 'TAX_RATE_NOT_AGREED'],
    ['a total below zero', line('1', '-1', '1'), {}, 'TOTAL_BELOW_ZERO'],
  ] as const)('%s is refused', (_, one, terms, code) => {
    expect(checkSums(invoice([one]), { ...anyTerms, ...terms })).toMatchObject({ ok: false, refusals: [{ code }] });
  });

  test('an allowance on lines of several rates says which it has; its amount has no digits below the currency', () => {
    const lines = [line('1', '1', '1'), line('2', '1', '1', { taxRate: '6' })];
    const verdict = checkSums(invoice(lines, { adjustments: [allowance('0.125')] }), anyTerms);
    expect(verdict.ok ? [] : verdict.refusals.map(({ code }) => code)).toEqual(['TAX_OF_ADJUSTMENT_REQUIRED', 'SUM_WRONG']);
  });

  test('a line number stands once, and no more is paid before than the total', () => {
    const twice = checkSums(invoice([line('1', '1', '1'), line('1', '1', '1')]), anyTerms);
    expect(twice).toMatchObject({ refusals: [{ code: 'INVOICE_LINE_REPEATED', field: ['lines', '1', 'lineId'] }] });
    expect(checkSums(invoice([line('1', '1', '1')], { prepaid: '1.14' }), anyTerms)).toMatchObject({
      refusals: [{ code: 'PREPAID_OVER_TOTAL' }],
    });
  });
});

describe('tax invoices (发票)', () => {
  test.each([
    ['数电票, 20 digits', { kind: 'DIGITAL_SPECIAL', number: '26442000000012345678' }, true],
    ['数电票 with a code', { kind: 'DIGITAL_SPECIAL', code: '044002100111', number: '26442000000012345678' }, false],
    ['数电票, 8 digits', { kind: 'DIGITAL_ORDINARY', number: '12345678' }, false],
    ['paper, code of 10', { kind: 'PAPER_SPECIAL', code: '4403211130', number: '12345678' }, true],
    ['electronic, code of 12', { kind: 'ELECTRONIC_ORDINARY', code: '044002100111', number: '12345678' }, true],
    ['paper without a code', { kind: 'PAPER_ORDINARY', number: '12345678' }, false],
  ] as const)('%s: well-formed %s', (_, fapiao, right) => {
    expect(fapiaoFaults(fapiao, ['fapiao'])).toHaveLength(right ? 0 : 1);
  });

  test.each([
    ['a digital one', 'DIGITAL_SPECIAL', 'VALID', '2026-11-20', 'FAPIAO_NOT_VOIDABLE'],
    ['paper of the same month', 'PAPER_SPECIAL', 'VALID', '2026-11-20', undefined],
    ['paper of the month before', 'PAPER_SPECIAL', 'VALID', '2026-10-31', 'FAPIAO_NOT_VOIDABLE'],
    ['a red-lettered one', 'PAPER_SPECIAL', 'RED_LETTERED', '2026-11-20', 'FAPIAO_RECORDED'],
  ] as const)('voiding %s (国税发〔2006〕156号, art. 20)', (_, kind, status, issuedOn, code) => {
    expect(voidFaults({ kind, number: '1', status, issuedOn }, '2026-11-25')[0]?.code).toBe(code);
  });
});
