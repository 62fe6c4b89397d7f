import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openTable, Unreadable } from '../../src/interchange/tables/read/index.js';
import { cellValue } from '../../src/interchange/tables/rules/cells.js';
import { column } from '../../src/interchange/tables/rules/layout.js';
import { csvFile } from '../../src/interchange/tables/write/csv.js';
import { xlsxFile } from '../../src/interchange/tables/write/xlsx.js';

const from = (bytes: Uint8Array | string) => () => Readable.from([Buffer.from(bytes)]);
const read = async (bytes: Uint8Array | string) => {
  const table = await openTable(from(bytes));
  const rows: (readonly [number, ...string[]])[] = [];
  for await (const { line, cells } of table.rows()) rows.push([line, ...cells]);
  return { ...table, rows };
};
const why = async (bytes: Uint8Array | string) => {
  try {
    await read(bytes);
    return 'read';
  } catch (error) {
    return error instanceof Unreadable ? `${error.refusal.code} ${error.line ?? ''}`.trim() : String(error);
  }
};

// 订单号,数量 in GB18030.
const GB = Buffer.from([0xb6, 0xa9, 0xb5, 0xa5, 0xba, 0xc5, 0x2c, 0xca, 0xfd, 0xc1, 0xbf, 0x0a, 0x41, 0x2c, 0x31, 0x0a]);

describe('A CSV table is read', () => {
  it.each([
    ['in UTF-8', '订单号,数量\nA,1\n', 'UTF_8', 'COMMA'],
    ['in UTF-8 with a mark', '\ufeff订单号,数量\nA,1\n', 'UTF_8', 'COMMA'],
    ['in GB18030', GB, 'GB18030', 'COMMA'],
    ['in UTF-16 with a mark', Buffer.from('\ufeff订单号\t数量\r\nA\t1\r\n', 'utf16le'), 'UTF_16', 'TAB'],
    ['with semicolons and old line ends', '订单号;数量\rA;1', 'UTF_8', 'SEMICOLON'],
    ['with tabs and no last line end', '订单号\t数量\r\nA\t1', 'UTF_8', 'TAB'],
  ])('%s', async (_how, bytes, encoding, delimiter) => {
    expect(await read(bytes)).toMatchObject({
      format: 'CSV',
      encoding,
      delimiter,
      rows: [
        [1, '订单号', '数量'],
        [2, 'A', '1'],
      ],
    });
  });
  it('with its lines numbered as an editor does, whatever stands in quotes', async () => {
    expect((await read('a,b\r\n\r\n"x\r\ny","1,""2"""\r\n,\r\nz,3\r\n')).rows).toEqual([
      [1, 'a', 'b'],
      [3, 'x\r\ny', '1,"2"'],
      [6, 'z', '3'],
    ]);
  });
  it.each([
    ['nothing', '', 'TABLE_EMPTY'],
    ['a quotation mark that does not end', 'a,b\n1,"2\n3,4\n', 'TABLE_QUOTES 2'],
    ['a quotation mark inside a value', 'a,b\n1,2\n3,4" pipe\n', 'TABLE_QUOTES 3'],
    ['bytes of no text', Buffer.from([0x61, 0xff, 0x20, 0xff, 0x0a]), 'TABLE_ENCODING'],
    ['zero bytes', Buffer.from('a,b\u0000\n1,2\n'), 'TABLE_ENCODING'],
    ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'TABLE_OLD_FORMAT'],
    ['too many lines', 'a\n'.repeat(200_001), 'TABLE_TOO_LONG 200001'],
    ['too many columns', `${'a,'.repeat(200)}b\n`, 'TABLE_TOO_WIDE 1'],
    ['too long a cell', `a\n${'x'.repeat(32_768)}\n`, 'TABLE_CELL_TOO_LONG 2'],
  ])('never when it is %s', async (_what, bytes, code) => {
    expect(await why(bytes)).toBe(code);
  });
});

const archive = async (parts: Readonly<Record<string, string>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  return Buffer.concat(await (zip.outputStream as Readable).toArray());
};
const RELS = (...parts: string[]) => `<Relationships>${parts.join('')}</Relationships>`;
const book = (sheet: string, more: Readonly<Record<string, string>> = {}) =>
  archive({
    '_rels/.rels': RELS('<Relationship Id="r" Type="http://x/officeDocument" Target="/xl/workbook.xml"/>'),
    'xl/workbook.xml':
      '<workbook><workbookPr/><sheets><sheet name="no" state="hidden" r:id="h" xmlns:r="r"/><sheet name="yes" r:id="s" xmlns:r="r"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': RELS(
      '<Relationship Id="s" Type="http://x/worksheet" Target="worksheets/one.xml"/>',
      '<Relationship Id="t" Type="http://x/sharedStrings" Target="strings.xml"/>',
      '<Relationship Id="y" Type="http://x/styles" Target="styles.xml"/>',
    ),
    'xl/strings.xml': '<sst><si><t>订单号</t></si><si><r><t>A</t></r><r><t xml:space="preserve"> 1</t></r><rPh><t>no</t></rPh></si></sst>',
    'xl/styles.xml':
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy/m/d"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>',
    'xl/worksheets/one.xml': sheet,
    ...more,
  });

describe('A workbook is read', () => {
  it('by its first sheet that is shown, with shared and inline texts, days, percents, gaps and computed values', async () => {
    const bytes =
      await book(`<x:worksheet xmlns:x="x"><x:sheetData><x:row r="1"><x:c r="A1" t="s"><x:v>0</x:v></x:c><x:c r="C1" t="inlineStr"><x:is><x:t>数量</x:t></x:is></x:c></x:row>
      <x:row r="2"/><x:row r="4"><x:c r="A4" t="s"><x:v>1</x:v></x:c><x:c r="B4" s="1"><x:v>46083</x:v></x:c><x:c r="C4"><x:f>0.1+0.2</x:f><x:v>0.30000000000000004</x:v></x:c><x:c s="2"><x:v>0.13</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>`);
    expect(await read(bytes)).toMatchObject({
      format: 'XLSX',
      rows: [
        [1, '订单号', '', '数量'],
        [4, 'A 1', '2026-03-02', '0.3', '13%', '#N/A', 'TRUE'],
      ],
    });
  });
  it.each([
    ['an archive of other things', () => archive({ 'a.txt': 'a' }), 'TABLE_FILE_TYPE'],
    ['no true archive', async () => Buffer.from('PK\u0003\u0004 and nothing more'), 'TABLE_FILE_TYPE'],
    ['with a DOCTYPE', () => book('<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'), 'TABLE_FILE_TYPE'],
    ['cut off', async () => (await book('<worksheet/>')).subarray(0, 300), 'TABLE_FILE_TYPE'],
    [
      'with a cell far to the right',
      () => book('<worksheet><sheetData><row r="7"><c r="XFD7"><v>1</v></c></row></sheetData></worksheet>'),
      'TABLE_TOO_WIDE 7',
    ],
    ['made to unpack to very much', () => book('<worksheet/>', { 'xl/media/x': ' '.repeat(40_000_000) }), 'TABLE_UNPACKS_TOO_LARGE'],
  ])('never when it is %s', async (_what, bytes, code) => {
    expect(await why(await bytes())).toBe(code);
  });
  it('by no more than its directory claims', async () => {
    const honest = await book(`<worksheet>${' '.repeat(9_000)}</worksheet>`);
    const at = honest.lastIndexOf('xl/worksheets/one.xml') - 46;
    const claim = Buffer.from(honest);
    claim.writeUInt32LE(50, at + 24);
    expect(await why(claim)).toBe('TABLE_FILE_TYPE');
  });
});

describe('What is written can be read again', () => {
  const columns = [
    column('a', 'TEXT', ['甲', 'A'], ['', '']),
    column('b', 'NUMBER', ['乙', 'B'], ['', '']),
    column('c', 'DATE', ['丙', 'C'], ['', '']),
  ];
  const records = async function* () {
    yield { a: '=1+1 <&> "x"\n, 00010', b: '12345678901234.56', c: '2026-03-02' };
    yield { a: null, b: '-0.10', c: null };
    yield { a: '㐀 😀', b: '1', c: '1900-03-01' };
  };
  const seen = [
    [1, '甲', '乙', '丙'],
    [2, '=1+1 <&> "x"\n, 00010', '12345678901234.56', '2026-03-02'],
  ];
  it('as XLSX', async () => {
    const bytes = Buffer.concat(await xlsxFile(columns, ['甲', '乙', '丙'], records()).toArray());
    expect((await read(bytes)).rows).toEqual([...seen, [3, '', '-0.1', ''], [4, '㐀 😀', '1', '1900-03-01']]);
    expect(bytes).toEqual(Buffer.concat(await xlsxFile(columns, ['甲', '乙', '丙'], records()).toArray()));
  });
  it('as CSV, with a mark where it is asked for', async () => {
    const text = Buffer.concat(
      (await csvFile(columns, ['甲', '乙', '丙'], records(), true).toArray()).map((part) => Buffer.from(part as string)),
    );
    expect(text.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const { rows } = await read(text);
    expect(rows.map(([line, ...cells]) => [line, ...columns.map((one, at) => cellValue(cells[at], one, {}) ?? '')]).slice(1)).toEqual([
      [2, seen[1]?.[1], '12345678901234.56', '2026-03-02'],
      [4, '', '-0.10', ''],
      [5, '㐀 😀', '1', '1900-03-01'],
    ]);
  });
});
