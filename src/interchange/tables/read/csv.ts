import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf, type Delimiter, DELIMITERS } from '../rules/delimiter.js';
import { type Decoded } from './encoding.js';
import { LIMITS, type RawLine, unreadable, within } from './unreadable.js';

const HEAD = 20_000;

/** The text up to the end of the first line that says something, as far as a reasonable one goes. */
const headOf = async ({ text }: Decoded): Promise<string> => {
  let head = '';
  for await (const part of text()) {
    head += part;
    if (head.length >= HEAD || /\S[^\n\r]*[\n\r]/.test(head)) break;
  }
  return head.slice(0, HEAD);
};

export interface CsvTable {
  readonly delimiter: Delimiter;
  rows(): AsyncGenerator<RawLine>;
}

const ENDS = ['\r\n', '\n', '\r'];

/** How many lines a record runs on, by the line ends that stand in quotes. */
const inner = (cells: readonly string[]): number =>
  cells.reduce((count, cell) => (/[\r\n]/.test(cell) ? count + (cell.match(/\r\n|\r|\n/g)?.length ?? 0) : count), 0);

/** All records with the number of the line on which each begins; the first `most` of them. */
async function* recordsOf(text: AsyncGenerator<string>, delimiter: string, most?: number): AsyncGenerator<RawLine> {
  const options = { delimiter, relax_column_count: true, record_delimiter: ENDS, max_record_size: LIMITS.columns * LIMITS.cell };
  const parser = parse(most === undefined ? options : { ...options, to: most });
  // Its own errors come out of the loop below.
  const records = pipeline(Readable.from(text), parser, () => undefined);
  let line = 1;
  for await (const cells of records as AsyncIterable<readonly string[]>) {
    yield { line, cells };
    line += 1 + inner(cells);
  }
}

/** Where the record begins that stands after `records` good ones: those are read again, since the parser hands over none of its last piece. */
const lineAfter = async (source: Decoded, delimiter: string, records: number): Promise<number> => {
  let next = 1;
  if (records > 0) for await (const { line, cells } of recordsOf(source.text(), delimiter, records)) next = line + 1 + inner(cells);
  return next;
};

async function* rowsOf(source: Decoded, delimiter: string): AsyncGenerator<RawLine> {
  let taken = 0;
  try {
    for await (const row of recordsOf(source.text(), delimiter))
      if (row.cells.some((cell) => cell.trim() !== '')) yield within(row, ++taken);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = await lineAfter(source, delimiter, Number(error.records));
    if (error.code === 'CSV_MAX_RECORD_SIZE') unreadable('TABLE_CELL_TOO_LONG', { max: String(LIMITS.cell) }, line);
    unreadable('TABLE_QUOTES', {}, line);
  }
}

/**
 * A table of separated values as RFC 4180 writes it, with comma, semicolon or tab. Lines without a value are passed over.
 * @throws Unreadable where quotes do not close, or a limit is passed
 */
export const csvTable = async (source: Decoded): Promise<CsvTable> => {
  const delimiter = delimiterOf(await headOf(source));
  return { delimiter, rows: () => rowsOf(source, DELIMITERS[delimiter]) };
};
