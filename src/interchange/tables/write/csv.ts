import { Readable } from 'node:stream';
import { csvLine, guarded } from '../rules/guard.js';
import type { Column } from '../rules/layout.js';
import type { TableRecord } from '../rules/record.js';

const MARK = '\ufeff';

/**
 * A table as CSV (RFC 4180, UTF-8), written as it is read.
 * @param marked with a byte order mark, without which some spreadsheets take UTF-8 for another code
 */
export const csvFile = (
  columns: readonly Column[],
  headings: readonly string[],
  records: AsyncIterable<TableRecord>,
  marked: boolean,
): Readable =>
  Readable.from(
    (async function* () {
      yield `${marked ? MARK : ''}${csvLine(headings)}`;
      for await (const record of records) yield csvLine(columns.map(({ at }) => guarded(record[at] ?? '')));
    })(),
    { objectMode: false },
  );
