import { PassThrough, Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { CalendarDate } from '../../../kernel/date.js';
import { isFormula } from '../rules/guard.js';
import type { Column } from '../rules/layout.js';
import { type TableRecord, type Written, writtenCell } from '../rules/record.js';
import { serialOf } from '../rules/serials.js';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

// Cell styles by number: as it comes, heading, day, text that is shown as text though it begins like a formula.
const [HEADING, DAY, QUOTED] = [1, 2, 3];

const FIXED: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${PARTS}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${PARTS}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${PARTS}.styles+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="164" applyNumberFormat="1"/><xf xfId="0" quotePrefix="1"/></cellXfs></styleSheet>`,
};

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

// What XML 1.0 cannot hold was never in a text of the hub; a line of a table must not be lost over it.
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const textCell = (value: string, style: number): string => {
  const text = value.replace(UNWRITABLE, '').replace(/[&<>\r]/g, (sign) => ESCAPED[sign] ?? sign);
  return `<c t="inlineStr"${style > 0 ? ` s="${style}"` : ''}><is><t xml:space="preserve">${text}</t></is></c>`;
};

const cellText = (cell: Written | undefined): string => {
  if (cell === undefined) return '<c/>';
  if (cell.kind === 'NUMBER') return `<c><v>${cell.value}</v></c>`;
  if (cell.kind === 'DATE') return `<c s="${DAY}"><v>${serialOf(cell.value as CalendarDate)}</v></c>`;
  return textCell(cell.value, isFormula(cell.value) ? QUOTED : 0);
};

async function* sheet(
  columns: readonly Column[],
  headings: readonly string[],
  records: AsyncIterable<TableRecord>,
): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
  yield `<row>${headings.map((heading) => textCell(heading, HEADING)).join('')}</row>`;
  for await (const record of records)
    yield `<row>${columns.map((column) => cellText(writtenCell(column, record[column.at]))).join('')}</row>`;
  yield '</sheetData></worksheet>';
}

// The same rows give the same bytes.
const FILED = { mtime: new Date(Date.UTC(2020, 0, 1)), forceDosTimestamp: true };

/** A table as a workbook of one sheet (ECMA-376), written as it is read. Formulas are never written; what looks like one is text. */
export const xlsxFile = (columns: readonly Column[], headings: readonly string[], records: AsyncIterable<TableRecord>): Readable => {
  const zip = new ZipFile();
  const out = new PassThrough();
  const rows = Readable.from(sheet(columns, headings, records), { objectMode: false });
  const fail = (error: Error): void => void out.destroy(error);
  rows.once('error', fail);
  zip.once('error', fail);
  // Who stops reading needs no further rows.
  out.once('close', () => rows.destroy());
  for (const [path, xml] of Object.entries(FIXED)) zip.addBuffer(Buffer.from(HEAD + xml), path, FILED);
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', FILED);
  zip.end();
  zip.outputStream.pipe(out);
  return out;
};
