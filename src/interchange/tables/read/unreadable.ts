import type { Refusal } from '../../../kernel/refusal.js';
import type { TableCode } from '../refusals.js';

/** Ends the reading of a table: nothing of it can be taken. */
export class Unreadable extends Error {
  constructor(
    readonly refusal: Refusal<TableCode>,
    /** Line of the file, from 1, where it is known. */
    readonly line?: number,
  ) {
    super(refusal.code);
  }
}

export const unreadable = (code: TableCode, params: Readonly<Record<string, string>> = {}, line?: number): never => {
  throw new Unreadable({ code, params }, line);
};

/** One line of a table: its number in the file, from 1, and its cells as written. */
export interface RawLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What no honest table comes near, and a hostile one may not pass. */
export const LIMITS = { lines: 200_000, columns: 200, cell: 32_767 } as const;

/** Refuses what is wider or longer than a table may be. */
export const within = (row: RawLine, taken: number): RawLine => {
  if (taken > LIMITS.lines) unreadable('TABLE_TOO_LONG', { max: String(LIMITS.lines) }, row.line);
  if (row.cells.length > LIMITS.columns) unreadable('TABLE_TOO_WIDE', { max: String(LIMITS.columns) }, row.line);
  if (row.cells.some((cell) => cell.length > LIMITS.cell)) unreadable('TABLE_CELL_TOO_LONG', { max: String(LIMITS.cell) }, row.line);
  return row;
};
