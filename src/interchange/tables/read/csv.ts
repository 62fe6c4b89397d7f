import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { delimiterOf, type Delimiter, DELIMITERS } from '../rules/delimiter.js';
import { type Decoded } from './encoding.js';
import { LIMITS, type RawLine, unreadable, within } from './unreadable.js';

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

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

const faultOf = (error: unknown): never => {
  if (!(error instanceof CsvError)) throw error;
  const line = Number(error.lines) || undefined;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return unreadable('TABLE_CELL_TOO_LONG', { max: String(LIMITS.cell) }, line);
  return unreadable('TABLE_QUOTES', {}, line);
};

export interface CsvTable {
  readonly delimiter: Delimiter;
  rows(): AsyncGenerator<RawLine>;
}

async function* rowsOf(text: AsyncGenerator<string>, delimiter: string): AsyncGenerator<RawLine> {
  const parser = parse({ delimiter, relax_column_count: true, info: true, max_record_size: LIMITS.columns * LIMITS.cell });
  // Its own errors come out of the loop below.
  const source = pipeline(Readable.from(text), parser, () => undefined);
  let ended = 0;
  let taken = 0;
  try {
    for await (const { record, info } of source as AsyncIterable<Parsed>) {
      const line = ended + 1;
      ended = info.lines;
      if (record.some((cell) => cell.trim() !== '')) yield within({ line, cells: record }, ++taken);
    }
  } catch (error) {
    faultOf(error);
  }
}

/**
 * A table of separated values as RFC 4180 writes it, with comma, semicolon or tab. Lines without a value are passed over.
 * @throws Unreadable where quotes do not close, or a limit is passed
 */
export const csvTable = async (source: Decoded): Promise<CsvTable> => {
  const delimiter = delimiterOf(await headOf(source));
  return { delimiter, rows: () => rowsOf(source.text(), DELIMITERS[delimiter]) };
};
