import type { Refusal } from '../../../kernel/refusal.js';
import { fingerprint } from '../../../kernel/text.js';
import { cellValue, isCellError, partyOf, type Writing } from './cells.js';
import { type Column, firstOf, type Layout, ofLine } from './layout.js';

/** The cells of one line by their column's place; what stands beyond the headings is under `+`. */
export interface TableLine {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** Where cells beyond the last heading are kept, so that they can be pointed at. */
export const BEYOND = '+';

export interface Composed {
  readonly input: Readonly<Record<string, unknown>>;
  readonly faults: readonly TableFault[];
}

/** A reason with the place in the table that it is about. */
export interface TableFault {
  readonly line: number;
  /** The column's place in the document; absent where it is about the line as a whole. */
  readonly at?: string;
  /** What the cell held. */
  readonly value?: string;
  readonly refusal: Refusal;
}

const put = (target: Record<string, unknown>, path: readonly string[], value: unknown): void => {
  const [first = '', ...rest] = path;
  if (rest.length === 0) target[first] = value;
  else {
    const inner = (target[first] ?? {}) as Record<string, unknown>;
    target[first] = inner;
    put(inner, rest, value);
  }
};

const valueOf = (column: Column, text: string): unknown => (column.kind === 'PARTY' ? partyOf(text) : text);

const keyText = (column: Column, text: string): string => (column.kind === 'PARTY' ? text.toUpperCase() : fingerprint(text));

const MOST_KEY = 400;

/** The same text for all lines of one document; a line that does not say its document stands alone. */
export const documentKey = (layout: Layout, { line, cells }: TableLine): string => {
  const parts = layout.columns.filter(({ key }) => key).map((column) => keyText(column, cellValue(cells[column.at], column, {}) ?? ''));
  return parts.some((part) => part === '') ? `line ${line}` : firstOf(parts.join('|'), MOST_KEY);
};

/** What lines of one document say differently though it can be said once only. */
const contradictions = (column: Column, lines: readonly TableLine[], writing: Writing): TableFault[] => {
  const said = lines.flatMap(({ line, cells }) => {
    const value = cellValue(cells[column.at], column, writing);
    return value === undefined ? [] : [{ line, value, written: cells[column.at] ?? '' }];
  });
  const first = said[0];
  const compared = (value: string): string => (column.key ? keyText(column, value) : value);
  const other = first && said.find(({ value }) => compared(value) !== compared(first.value));
  if (!first || !other) return [];
  const params = { first: String(first.line), value: first.value };
  return [{ line: other.line, at: column.at, value: other.written, refusal: { code: 'TABLE_LINES_DIFFER', params } }];
};

const cellFaults = ({ line, cells }: TableLine): TableFault[] =>
  Object.entries(cells).flatMap(([at, value]): TableFault[] => {
    if (at === BEYOND) return [{ line, value, refusal: { code: 'TABLE_CELLS_BEYOND' } }];
    return isCellError(value) ? [{ line, at, value, refusal: { code: 'TABLE_CELL_ERROR' } }] : [];
  });

/**
 * The input that the lines of one document mean, in the words of its command. What belongs to the document may stand in any of its lines;
 * where it stands in several it must be the same.
 */
export const composeDocument = (layout: Layout, lines: readonly TableLine[], writing: Writing): Composed => {
  const input: Record<string, unknown> = {};
  const faults = lines.flatMap(cellFaults);
  for (const column of layout.columns.filter((one) => !ofLine(one))) {
    const text = lines.map(({ cells }) => cellValue(cells[column.at], column, writing)).find((value) => value !== undefined);
    if (text !== undefined) put(input, column.at.split('.'), valueOf(column, text));
    faults.push(...contradictions(column, lines, writing));
  }
  const own = layout.columns.filter(ofLine);
  input.lines = lines.map(({ cells }) => {
    const line: Record<string, unknown> = {};
    for (const column of own) {
      const text = cellValue(cells[column.at], column, writing);
      if (text !== undefined) put(line, column.at.split('.').slice(1), valueOf(column, text));
    }
    return line;
  });
  return { input, faults };
};

const columnAt = (layout: Layout, path: string): Column | undefined =>
  layout.columns.find(({ at }) => at === path) ?? layout.columns.find(({ at }) => path.startsWith(`${at}.`) || at.startsWith(`${path}.`));

/** The place in the table of what a command says about its input. A reason that points nowhere is about the document's first line. */
export const placed = (layout: Layout, lines: readonly TableLine[], refusal: Refusal): TableFault => {
  const field = refusal.field ?? [];
  const index = field[0] === 'lines' && field[1] !== undefined && /^\d+$/.test(field[1]) ? Number(field[1]) : undefined;
  const path = field.filter((part) => !/^\d+$/.test(part)).join('.');
  const row = lines[index ?? 0] ?? lines[0];
  const column = path === '' || path === 'lines' ? undefined : columnAt(layout, path);
  const value = column && row?.cells[column.at];
  const { code, params } = refusal;
  return { line: row?.line ?? 1, ...(column && { at: column.at }), ...(value && { value }), refusal: { code, ...(params && { params }) } };
};
