import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, dateIn, daysBetween, isCalendarDate, parseDate, plusDays, plusHours, plusMonths } from '../../src/kernel/date.js';
import { fingerprint, isWellFormed, textFault } from '../../src/kernel/text.js';
import { parseLineAnswer, parseLineChange, parseOrderType, parseResponse } from '../../src/kernel/uncodes.js';
import { isUscc, normaliseUscc, organisationPartChecks, usccCheck } from '../../src/kernel/uscc.js';

const day = (text: string) => parseDate(text) ?? expect.unreachable(`${text} is a date`);

describe('Calendar dates', () => {
  it.each(['2026-02-28', '2028-02-29', '2000-02-29', '2026-12-31'])('%s exists', (text) => expect(isCalendarDate(text)).toBe(true));
  it.each(['2026-02-29', '1900-02-29', '2026-13-01', '2026-04-31', '2026-4-1', '0001-01-01', '2026-01-01T00:00', ' 2026-01-01', ''])(
    '"%s" is not a date',
    (text) => expect(isCalendarDate(text)).toBe(false),
  );
  it('days are counted over the ends of months and years', () => {
    expect(plusDays(day('2027-12-31'), 60)).toBe('2028-02-29');
    expect(daysBetween(day('2026-02-10'), day('2026-07-15'))).toBe(155);
    expect(Math.sign(compareDates(day('2026-09-30'), day('2026-10-01')))).toBe(-1);
  });
  it("a period of months ends on the same day number or the month's last day (Civil Code 202)", () => {
    expect([plusMonths(day('2026-08-31'), 6), plusMonths(day('2026-05-20'), 12)]).toEqual(['2027-02-28', '2027-05-20']);
  });
  it("an instant falls on the day of the contract's zone", () => {
    expect(dateIn('2026-03-01T16:00:00Z')).toBe('2026-03-02');
    expect(dateIn('2026-03-01T16:00:00Z', 'America/New_York')).toBe('2026-03-01');
    expect(plusHours('2026-03-01T16:00:00Z', 48)).toBe('2026-03-03T16:00:00Z');
  });
  it('adding days and counting them agree', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40000, max: 40000 }), (n) => daysBetween(day('2026-01-01'), plusDays(day('2026-01-01'), n)) === n),
    );
  });
});

describe('Texts', () => {
  it('NUL, other controls and half of a surrogate pair are not text', () => {
    expect(['a\u0000b', 'a\u001bb', '\ud83d', 'x\udc00y'].map(isWellFormed)).toEqual([false, false, false, false]);
    expect(['螺栓 M8\n', 'tab\there', '😀'].map(isWellFormed)).toEqual([true, true, true]);
  });
  it('a text is measured in characters, not in units of UTF-16', () => {
    expect([textFault('😀😀', 2), textFault('abc', 2), textFault('   ', 9), textFault('\u0000', 9)]).toEqual([
      undefined,
      'TOO_LONG',
      'EMPTY',
      'ILL_FORMED',
    ]);
  });
  it.each([
    ['PO-2026 / 001', 'po2026/001'],
    ['ＰＯ２０２６／００１', 'PO2026/001'],
    ['PO–2026—001', 'po 2026-001'],
    ['a\u00a0b\u200bc', 'ABC'],
  ])('%s and %s are the same document number', (a, b) => expect(fingerprint(a)).toBe(fingerprint(b)));
  it('zeros in front count', () => expect(fingerprint('00010')).not.toBe(fingerprint('10')));
  it('the key of a key is the key', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fingerprint(fingerprint(text)) === fingerprint(text)));
  });
});

describe('Unified social credit codes (GB 32100-2015)', () => {
  it.each([
    ['91350100M000100Y4', '3'],
    ['91440300MA7RT0010', 'P'],
  ])('%s is completed by %s', (first17, check) => {
    expect(usccCheck(first17)).toBe(check);
    expect(isUscc(`${first17}${check}`)).toBe(true);
  });
  it('a wrong check character, a wrong letter and a wrong length are refused', () => {
    expect(['91440300MA7RT00100', '91440300MA7RT0010I', '91440300MA7RT0010', '', '91440300MA7RT0010PP'].map(isUscc)).toEqual(
      Array(5).fill(false),
    );
  });
  it('full-width, lower-case and spaced codes are the same code', () => {
    expect(normaliseUscc(' ９１４４０３００ ma7rt0010p ')).toBe('91440300MA7RT0010P');
  });
  it('the organisation part has a check of its own, which only warns (GB 11714)', () => {
    expect(organisationPartChecks('91440300MA7RT0010P')).toBe(true);
    expect(organisationPartChecks('91440300MA7RT0011P')).toBe(false);
  });
  it('one mistyped character is always noticed', () => {
    const alphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 }), fc.nat(16), fc.nat(30), (chars, at, to) => {
        fc.pre(chars[at] !== alphabet[to]);
        const changed = chars.map((c, i) => (i === at ? (alphabet[to] ?? c) : c));
        return usccCheck(chars.join('')) !== usccCheck(changed.join(''));
      }),
    );
  });
});

describe('Codes of the United Nations directories', () => {
  it('old answers 27, 29 and 30 are read as RE, AP and CA (UN/EDIFACT 1225)', () => {
    expect(['27', '29', '30', 'AB', 'XX', 'toString'].map(parseResponse)).toEqual(['RE', 'AP', 'CA', 'AB', undefined, undefined]);
  });
  it('unknown codes of lines and orders are not codes', () => {
    expect([
      parseLineAnswer('42'),
      parseLineAnswer('2'),
      parseLineChange('74'),
      parseLineChange('5'),
      parseOrderType('221'),
      parseOrderType('380'),
    ]).toEqual(['42', undefined, '74', undefined, '221', undefined]);
  });
});
