import type { Refusal, Verdict } from '../../../kernel/refusal.js';
import { unless } from '../../../kernel/refusal.js';
import { type Column, firstOf, type Layout } from './layout.js';

/** One heading for all its spellings: NFKC, small, without blanks, stars and a remark in brackets at its end. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/[([{【].*[)\]}】]\s*\*?\s*$/u, '')
    .toLowerCase()
    .replace(/[\s\p{Z}\p{Cf}*_\-./:：]/gu, '');

export interface Headings {
  /** By place in the line: the column, or undefined where the hub does not know the heading. */
  readonly columns: readonly (Column | undefined)[];
  /** By the column's place in the document: the heading as written. */
  readonly written: Readonly<Record<string, string>>;
  readonly ignored: readonly string[];
}

type Code = 'TABLE_HEADING_REPEATED' | 'TABLE_HEADINGS_MISSING' | 'TABLE_HEADINGS_UNKNOWN';

const LONGEST = 200;

/** Which column each heading names. Refuses a table that lacks a needed column, or has one twice. */
export const headingsOf = (cells: readonly string[], layout: Layout): Verdict<Headings, Code> => {
  const known = new Map(layout.columns.flatMap((one) => [one.zh, one.en, ...(one.also ?? [])].map((name) => [headingKey(name), one])));
  const columns = cells.map((cell) => known.get(headingKey(cell)));
  const written: Record<string, string> = {};
  const faults: Refusal<Code>[] = [];
  columns.forEach((column, place) => {
    const heading = firstOf((cells[place] ?? '').trim(), LONGEST);
    if (column && written[column.at] !== undefined) faults.push({ code: 'TABLE_HEADING_REPEATED', params: { heading } });
    if (column) written[column.at] = heading;
  });
  const missing = layout.columns.filter((one) => one.required && written[one.at] === undefined);
  const names = missing.map(({ zh, en }) => `${zh} / ${en}`).join(', ');
  if (Object.keys(written).length === 0) faults.push({ code: 'TABLE_HEADINGS_UNKNOWN', params: { headings: names } });
  else if (missing.length > 0) faults.push({ code: 'TABLE_HEADINGS_MISSING', params: { headings: names } });
  const ignored = cells.flatMap((cell, place) => (columns[place] || cell.trim() === '' ? [] : [firstOf(cell.trim(), LONGEST)]));
  return unless(faults, { columns, written, ignored });
};
