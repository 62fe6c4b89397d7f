import type { Readable } from 'node:stream';
import type { Delimiter } from '../rules/delimiter.js';
import { openArchive } from './archive.js';
import { csvTable } from './csv.js';
import { decoded, type Encoding } from './encoding.js';
import { sheetRows } from './sheet.js';
import { type RawLine, Unreadable, unreadable } from './unreadable.js';
import { openWorkbook } from './workbook.js';

export { type RawLine, Unreadable } from './unreadable.js';

/** A table as it was sent, one line after the other. */
export interface Table {
  readonly format: 'CSV' | 'XLSX';
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  /** The lines that say something, the headings first. May be read once. @throws Unreadable */
  rows(): AsyncGenerator<RawLine>;
}

const ARCHIVE = [0x50, 0x4b, 0x03, 0x04];
// Old binary workbooks, and those with a password.
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];

const begins = (head: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, at) => head[at] === byte);

const whole = async (body: Readable): Promise<Buffer> => Buffer.concat(await body.toArray());

const workbook = async (open: () => Readable): Promise<Table> => {
  const archive = await openArchive(await whole(open()));
  const book = await openWorkbook(archive);
  const bytes = archive.has(book.sheet) ? await archive.open(book.sheet) : unreadable('TABLE_FILE_TYPE');
  return { format: 'XLSX', rows: () => sheetRows(bytes, book) };
};

/** An archive that cannot be read as one is no spreadsheet, whatever its reader says of it. A disk that fails is another matter. */
const asUnreadable = (error: unknown): never => {
  if (error instanceof Unreadable || (error instanceof Error && 'syscall' in error)) throw error;
  return unreadable('TABLE_FILE_TYPE');
};

async function* guarded(rows: AsyncGenerator<RawLine>): AsyncGenerator<RawLine> {
  try {
    yield* rows;
  } catch (error) {
    asUnreadable(error);
  }
}

const headOf = async (open: () => Readable): Promise<Uint8Array> => {
  for await (const chunk of open() as AsyncIterable<Uint8Array>) return chunk;
  return new Uint8Array();
};

/**
 * Opens a CSV or XLSX table. Which of the two, the bytes say.
 * @param open the bytes from their beginning, each time anew
 * @throws Unreadable TABLE_*
 */
export const openTable = async (open: () => Readable): Promise<Table> => {
  const head = await headOf(open);
  if (head.length === 0) return unreadable('TABLE_EMPTY');
  if (begins(head, COMPOUND)) return unreadable('TABLE_OLD_FORMAT');
  if (begins(head, ARCHIVE)) {
    const table = await workbook(open).catch(asUnreadable);
    return { ...table, rows: () => guarded(table.rows()) };
  }
  const source = await decoded(open);
  const table = await csvTable(source);
  return { format: 'CSV', encoding: source.encoding, delimiter: table.delimiter, rows: table.rows };
};
