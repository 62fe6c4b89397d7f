import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimal, digitsOf, parseDecimal, plain, roundDown, roundHalfEven, roundHalfUp, roundUp, sum } from '../../src/kernel/decimal.js';
import { addMoney, allocate, isCurrency, money, moneyText, posted } from '../../src/kernel/money.js';
import { convert, convertible, convertPrice, knownUnits, sameQuantity } from '../../src/kernel/units.js';

const amount = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.nat(8)).map(([n, p]) => decimal(n.toString()).div(decimal(10).pow(p)));

describe('Decimals', () => {
  it.each(['0', '-0.5', '12.50', '99999999999999999999.99999999'])('%s is a number as written', (text) => {
    expect(parseDecimal(text)?.eq(decimal(text))).toBe(true);
  });
  it.each(['', ' 1', '1 ', '+1', '1e3', '01', '.5', '5.', '1,5', 'NaN', 'Infinity', '0x10', '--1', '１２', `1${'0'.repeat(400)}`])(
    '"%s" is not a number',
    (text) => expect(parseDecimal(text)).toBeUndefined(),
  );
  it('a decimal is shown in plain digits however large or small, and equal decimals look the same', () => {
    expect(plain(decimal('1200.00'))).toBe('1200');
    expect(plain(decimal('100000000000000000000000000'))).toBe('100000000000000000000000000');
    expect(plain(decimal('0.00000001'))).toBe('0.00000001');
    expect(plain(decimal('-0'))).toBe('0');
  });
  it('what is shown reads back as the same decimal', () => {
    fc.assert(fc.property(amount, (value) => parseDecimal(plain(value))?.eq(value) === true));
  });
  it('digits before and after the point are counted without zeros at the end', () => {
    expect(digitsOf(decimal('-1200.050'))).toEqual({ whole: 4, fraction: 2 });
  });
  it.each([
    ['roundHalfUp', roundHalfUp(2), '2.345', '2.35'],
    ['roundHalfUp', roundHalfUp(2), '-2.345', '-2.35'],
    ['roundHalfEven', roundHalfEven(2), '2.345', '2.34'],
    ['roundUp', roundUp(3), '80.7041', '80.705'],
    ['roundDown', roundDown(2), '1666666.666', '1666666.66'],
  ])('%s of %s', (name, round, from, to) => {
    expect(plain(round(decimal(from)))).toBe(to);
    expect(round.name).toBe(`${name}(${round.digits})`);
  });
});

describe('Money', () => {
  it('a currency is three capital letters', () => {
    expect(['CNY', 'cny', 'CN', 'CNYX', '¥'].map(isCurrency)).toEqual([true, false, false, false, false]);
  });
  it('posted amounts have the digits of their currency', () => {
    expect([money('2.345', 'CNY'), money('2.5', 'JPY'), money('0.12345', 'KWD')].map((m) => moneyText(posted(m)))).toEqual([
      '2.35',
      '3',
      '0.123',
    ]);
  });
  it('amounts of two currencies have no sum', () => {
    expect(addMoney(money('1', 'CNY'), money('1', 'EUR'))).toBeUndefined();
    expect(moneyText(addMoney(money('0.1', 'CNY'), money('0.2', 'CNY')) ?? money('0', 'CNY'))).toBe('0.30');
  });
  it.each([
    ['500000.00', ['1', '1', '1'], ['166666.67', '166666.67', '166666.66']],
    ['123456.78', ['5', '3', '2'], ['61728.39', '37037.03', '24691.36']],
  ])('%s is split by largest remainder, ties to the first', (whole, weights, parts) => {
    expect(allocate(money(whole, 'CNY'), weights.map(decimal))?.map(moneyText)).toEqual(parts);
  });
  it('the parts of a split are the whole to the last cent', () => {
    const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 20 }).filter((w) => w.some((x) => x > 0));
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 12n), 10n ** 12n), weights, (cents, w) => {
        const whole = decimal(cents.toString()).div(100);
        return sum((allocate(money(whole, 'CNY'), w.map(decimal)) ?? []).map((p) => p.amount)).eq(whole);
      }),
    );
  });
});

describe('Units of measure (UN/ECE recommendation 20)', () => {
  it.each([
    ['1500', 'KGM', 'TNE', '1.5'],
    ['0.25', 'TNE', 'GRM', '250000'],
    ['12.5', 'MTR', 'CMT', '1250'],
    ['1', 'KMT', 'MTR', '1000'],
    ['1', 'MTQ', 'LTR', '1000'],
    ['3', 'LTR', 'MLT', '3000'],
    ['7', 'EA', 'NAR', '7'],
    ['250', 'C62', 'CEN', '2.5'],
  ])('%s %s are exactly %s %s', (quantity, from, to, expected) => {
    expect(plain(convert(decimal(quantity), from, to) ?? decimal(-1))).toBe(expected);
  });
  it('mass is never length, and an unknown unit is only itself', () => {
    expect(convert(decimal(1), 'KGM', 'MTR')).toBeUndefined();
    expect(convert(decimal(1), 'XPX', 'EA')).toBeUndefined();
    expect(convert(decimal(1), 'XPX', 'XPX')?.eq(1)).toBe(true);
    expect(sameQuantity(decimal(1), 'XPX', decimal(1), 'XBX')).toBe(false);
  });
  it('there and back is the same quantity, and quantity times price does not change', () => {
    const unit = fc.constantFrom(...knownUnits());
    fc.assert(
      fc.property(amount, amount, unit, unit, (quantity, price, from, to) => {
        fc.pre(convertible(from, to));
        const there = convert(quantity, from, to) ?? decimal(NaN);
        const priced = convertPrice(price, from, to) ?? decimal(NaN);
        expect(convert(there, to, from)?.eq(quantity)).toBe(true);
        expect(there.times(priced).eq(quantity.times(price))).toBe(true);
      }),
    );
  });
});
