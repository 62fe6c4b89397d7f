import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cellValue, isCellError, partyOf } from '../../src/interchange/tables/rules/cells.js';
import { despatchesLayout } from '../../src/interchange/tables/rules/despatches.js';
import { composeDocument, documentKey, placed } from '../../src/interchange/tables/rules/document.js';
import { csvLine, guarded } from '../../src/interchange/tables/rules/guard.js';
import { headingKey, headingsOf } from '../../src/interchange/tables/rules/headings.js';
import { type CellKind, column } from '../../src/interchange/tables/rules/layout.js';
import { tableLifecycle } from '../../src/interchange/tables/rules/lifecycle.js';
import { ordersLayout } from '../../src/interchange/tables/rules/orders.js';
import { receiptsLayout } from '../../src/interchange/tables/rules/receipts.js';
import { writtenCell } from '../../src/interchange/tables/rules/record.js';
import { dateOfSerial, formatOf, percentText, serialOf, shownNumber } from '../../src/interchange/tables/rules/serials.js';

const cell = (kind: CellKind, text: string, delimiter: 'COMMA' | 'SEMICOLON' = 'COMMA') =>
  cellValue(text, column('x', kind, ['x', 'x'], ['', ''], { codes: { 破损: 'DAMAGED' } }), { delimiter });

describe('A cell is read as people write it', () => {
  it.each<[string, CellKind, string, string | undefined]>([
    ['a day with slashes', 'DATE', '2026/3/7', '2026-03-07'],
    ['a day in Chinese', 'DATE', '2026年3月7日', '2026-03-07'],
    ['a packed day', 'DATE', '20260307', '2026-03-07'],
    ['a day with the time of a spreadsheet', 'DATE', '2026-03-07 00:00:00', '2026-03-07'],
    ['a day in wide digits', 'DATE', '２０２６．３．７', '2026-03-07'],
    ['a day that is ambiguous, as written, to be refused', 'DATE', '3/7/2026', '3/7/2026'],
    ['thousands', 'NUMBER', '1,234,567.80', '1234567.80'],
    ['thousands that are not in threes, to be refused', 'NUMBER', '1,23', '1,23'],
    ['zeros in front', 'NUMBER', '007.50', '7.50'],
    ['a point in front', 'NUMBER', '.5', '0.5'],
    ['a currency sign', 'NUMBER', '￥12.5', '12.5'],
    ['an exponent, which has lost digits, to be refused', 'NUMBER', '1.23E+11', '1.23E+11'],
    ['a negative number', 'NUMBER', '-3', '-3'],
    ['percent', 'PERCENT', '13%', '13'],
    ['percent without its sign', 'PERCENT', '13.0', '13.0'],
    ['a unit in Chinese', 'UNIT', '千克', 'KGM'],
    ['a unit of the metric system', 'UNIT', 'kg', 'KGM'],
    ['a unit by its code, explained', 'UNIT', 'c62 (个)', 'C62'],
    ['a unit that nobody knows, to be refused', 'UNIT', '一车', '一车'],
    ['a code by its word', 'CODE', '破损', 'DAMAGED'],
    ['a code in small letters', 'CODE', 'too late', 'TOO_LATE'],
    ['a text that an export has guarded', 'TEXT', "'=SUM(A1)", '=SUM(A1)'],
    ['a text as it is', 'TEXT', ' 00010 ', '00010'],
    ['nothing', 'TEXT', '   ', undefined],
  ])('%s', (_what, kind, text, value) => {
    expect(cell(kind, text)).toBe(value);
  });
  it('with a comma refused as a thousands separator where semicolons separate values', () => {
    expect([cell('NUMBER', '1,234'), cell('NUMBER', '1,234', 'SEMICOLON')]).toEqual(['1234', '1,234']);
  });
  it('while what a spreadsheet could not work out is an error', () => {
    expect(['#N/A', '#DIV/0!', '#12'].map(isCellError)).toEqual([true, true, false]);
  });
  it.each([
    [`org_${'a'.repeat(32)}`, { id: `org_${'a'.repeat(32)}` }],
    ['91350211m000100y43', { uscc: '91350211M000100Y43' }],
    ['GLN: 6901234567892', { identifier: { scheme: 'GLN', value: '6901234567892' } }],
    ['Lixin', { uscc: 'Lixin' }],
  ])('%s names an organisation', (text, ref) => {
    expect(partyOf(text)).toEqual(ref);
  });
});

describe('Numbers of a workbook (ECMA-376)', () => {
  it.each([
    ['14', undefined, 'DATE'],
    ['31', undefined, 'DATE'],
    ['164', 'yyyy"年"m"月"d"日"', 'DATE'],
    ['165', '[$-804]dddd', 'DATE'],
    ['166', '#,##0.00_);[Red]\\(#,##0.00\\)', 'NUMBER'],
    ['9', undefined, 'PERCENT'],
    ['167', '0.0%', 'PERCENT'],
    ['168', '"day" 0', 'NUMBER'],
    ['0', undefined, 'NUMBER'],
  ])('format %s %s means %s', (number, code, meaning) => {
    expect(formatOf(number, code)).toBe(meaning);
  });
  it.each([
    ['46083', false, '2026-03-02'],
    ['46083.99', false, '2026-03-02'],
    ['61', false, '1900-03-01'],
    ['60', false, undefined],
    ['44621', true, '2026-03-02'],
    ['x', false, undefined],
  ])('day %s is found, from 1904 on: %s', (serial, from1904, date) => {
    expect(dateOfSerial(serial, from1904)).toBe(date);
  });
  it('days go both ways', () => {
    expect(serialOf('2026-03-02' as never)).toBe(46083);
  });
  it.each([
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['1.2300000000000001E-2', '0.0123'],
    ['1E3', '1000'],
    ['123456789012345678', '123456789012346000'],
    ['-0', '0'],
    ['abc', 'abc'],
  ])('%s is shown as %s', (raw, shown) => {
    expect(shownNumber(raw)).toBe(shown);
  });
  it('13 % is kept as 0.13', () => {
    expect(percentText('0.13')).toBe('13%');
  });
});

describe('Headings', () => {
  it('are one in all their spellings', () => {
    expect(new Set(['订单号', ' 订单号* ', '订单号（必填）'].map(headingKey)).size).toBe(1);
    expect(headingKey('Order_Number')).toBe(headingKey('order number'));
  });
  it.each([ordersLayout, despatchesLayout, receiptsLayout])('mean one column each in a table of $kind', ({ columns }) => {
    const keys = columns.flatMap(({ zh, en, also = [] }) => [zh, en, ...also].map(headingKey));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });
  it('that are missing, repeated or all unknown are refused; others are passed over and told', () => {
    const all = ordersLayout.columns.map(({ en }) => en);
    expect(headingsOf([...all, 'Colour'], ordersLayout)).toMatchObject({ ok: true, value: { ignored: ['Colour'] } });
    const codes = (cells: string[]) => {
      const found = headingsOf(cells, ordersLayout);
      return found.ok ? [] : found.refusals.map(({ code }) => code);
    };
    expect(codes([...all, '单价'])).toEqual(['TABLE_HEADING_REPEATED']);
    expect(codes(all.filter((name) => name !== 'Unit'))).toEqual(['TABLE_HEADINGS_MISSING']);
    expect(codes(['a', 'b'])).toEqual(['TABLE_HEADINGS_UNKNOWN']);
  });
});

describe('The guide to tables', () => {
  it.each([ordersLayout, despatchesLayout, receiptsLayout])('names every column of $kind with what goes in', ({ columns }) => {
    const guide = readFileSync('docs/tables.md', 'utf8');
    const row = ({ zh, en, required, also = [], about }: (typeof columns)[number]) =>
      `| ${zh} | ${en} | ${required ? 'needed' : ''} | ${also.join(', ')} | ${about.zh} ${about.en} |`;
    expect(columns.map(row).filter((line) => !guide.includes(line))).toEqual([]);
  });
});

describe('Lines make documents', () => {
  const line = (n: number, cells: Record<string, string>) => ({ line: n, cells });
  const first = line(2, {
    number: 'PO-1',
    supplier: 'GLN:1',
    'header.currency': 'CNY',
    'lines.lineId': '00010',
    'lines.quantity': '1,000',
  });
  it('by number and other side, in all spellings; a line without one stands alone', () => {
    expect(documentKey(ordersLayout, line(9, { number: 'po 1', supplier: 'gln:1' }))).toBe(documentKey(ordersLayout, first));
    expect(documentKey(ordersLayout, line(9, { number: 'PO-1', supplier: 'GLN:2' }))).not.toBe(documentKey(ordersLayout, first));
    expect(documentKey(ordersLayout, line(9, { supplier: 'GLN:1' }))).toBe('line 9');
  });
  it('with what belongs to the document said in any of them', () => {
    const { input, faults } = composeDocument(ordersLayout, [first, line(3, { number: 'PO-1', 'lines.lineId': '20' })], {});
    expect(faults).toEqual([]);
    expect(input).toEqual({
      number: 'PO-1',
      supplier: { identifier: { scheme: 'GLN', value: '1' } },
      header: { currency: 'CNY' },
      lines: [{ lineId: '00010', quantity: '1000' }, { lineId: '20' }],
    });
  });
  it('and refuse what is said differently, stands beyond the headings or could not be worked out, each with its line', () => {
    const lines = [first, line(3, { number: 'PO-1', 'header.currency': 'USD', '+': 'x', 'lines.price': '#REF!' })];
    expect(composeDocument(ordersLayout, lines, {}).faults.map(({ line: n, at, refusal }) => [n, at, refusal.code])).toEqual([
      [3, undefined, 'TABLE_CELLS_BEYOND'],
      [3, 'lines.price', 'TABLE_CELL_ERROR'],
      [3, 'header.currency', 'TABLE_LINES_DIFFER'],
    ]);
  });
  it.each([
    [['lines', '1', 'quantity'], { line: 3, at: 'lines.quantity', value: 'x' }],
    [['lines', '1'], { line: 3 }],
    [['header', 'currency'], { line: 2, at: 'header.currency', value: 'CNY' }],
    [['supplier', 'uscc'], { line: 2, at: 'supplier', value: 'GLN:1' }],
    [['lines', '0', 'schedules', '0', 'quantity'], { line: 2 }],
    [[], { line: 2 }],
  ])('so that a reason at %j has its place', (field, place) => {
    const { refusal: _refusal, ...found } = placed(ordersLayout, [first, line(3, { 'lines.quantity': 'x' })], { code: 'X', field });
    expect(found).toEqual(place);
  });
});

describe('An export', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-x', "'-x"],
    ['-12.50', '-12.50'],
    ['@cmd', "'@cmd"],
    ['\tx', "'\tx"],
    ['\rx', "'\rx"],
    ['＝x', "'＝x"],
    ['a=1', 'a=1'],
  ])('guards %j as %j', (text, shown) => {
    expect(guarded(text)).toBe(shown);
  });
  it('quotes what needs it', () => {
    expect(csvLine(['a', 'b,c', 'd"e', 'f\ng', ''])).toBe('a,"b,c","d""e","f\ng",\r\n');
  });
  it('writes as text what a spreadsheet would not keep', () => {
    const number = column('x', 'NUMBER', ['x', 'x'], ['', '']);
    expect(writtenCell(number, '123456789012345')?.kind).toBe('NUMBER');
    expect(writtenCell(number, '12345678901234.56')?.kind).toBe('TEXT');
  });
});

describe('The life cycle of an import', () => {
  it('ends once', () => {
    expect(tableLifecycle.pairs()).toMatchInlineSnapshot(`
      [
        [
          "QUEUED",
          "READING",
        ],
        [
          "QUEUED",
          "STOPPED",
        ],
        [
          "READING",
          "FAILED",
        ],
        [
          "READING",
          "STOPPED",
        ],
        [
          "READING",
          "WORKING",
        ],
        [
          "WORKING",
          "FINISHED",
        ],
        [
          "WORKING",
          "STOPPED",
        ],
      ]
    `);
  });
});
