import { type Cells, type CommandContext, insertRows, updateRows } from '../../platform/commands/index.js';
import type { LineContent } from '../content/rules.js';
import type { FieldChange, LineDeltaKind } from '../diff/rules.js';
import { amountCell, lineCells, type Parties, partyCells, priceRows, promiseRows, scheduleRows } from './rows.js';

/** A line that a revision sets, and where its row stands. */
export interface PlacedLine {
  readonly parties: Parties;
  readonly revision: number;
  readonly rowId: string;
  /** Place in the order of a new line; undefined for one that stands already. */
  readonly place?: number;
  readonly kind: LineDeltaKind;
  readonly before?: LineContent;
  readonly line: LineContent;
  readonly changes: readonly FieldChange[];
  readonly currency: string;
  /** Row of the frame's line that it draws on. */
  readonly frameLineId: string | null;
}

const revisionLine = (newId: () => string, placed: PlacedLine, position: number): Cells => ({
  id: newId(),
  ...partyCells(placed.parties),
  revision: placed.revision,
  line_no: placed.line.lineId,
  position,
  kind: placed.kind,
  content: placed.line,
  changes: placed.changes,
  amount: amountCell(placed.line, placed.currency),
});

const standing = ({ rowId, line, currency, revision, frameLineId }: PlacedLine): Cells => ({
  id: rowId,
  ...lineCells(line, currency, revision),
  frame_line_id: frameLineId,
});

const fresh = (placed: PlacedLine): Cells => ({
  ...standing(placed),
  ...partyCells(placed.parties),
  line_no: placed.line.lineId,
  position: placed.place,
});

const PARTS = ['order_schedule', 'order_price'] as const;

/** Writes lines of any number of orders, as facts and as they stand from now on, in a fixed number of statements. */
export const writeLines = async ({ write, newId, businessNow }: CommandContext, lines: readonly PlacedLine[]): Promise<void> => {
  const known = lines.filter((placed) => placed.place === undefined);
  const added = lines.filter((placed) => placed.place !== undefined);
  const facts = lines.map((placed, i) => revisionLine(newId, placed, placed.place ?? i + 1));
  await insertRows(write, 'order_revision_line', facts);
  await updateRows(write, 'order_line', known.map(standing));
  await insertRows(write, 'order_line', added.map(fresh));
  const touched = known.map((placed) => placed.rowId);
  if (touched.length > 0) for (const part of PARTS) await write(`delete from app.${part} where line_id = any($1::uuid[])`, [touched]);
  const schedules = lines.flatMap(({ parties, rowId, line }) => scheduleRows(newId, parties, rowId, line));
  await insertRows(write, 'order_schedule', schedules);
  const prices = lines.flatMap(({ parties, rowId, line }) => priceRows(newId, parties, rowId, line));
  await insertRows(write, 'order_price', prices);
  const promises = lines.flatMap(({ parties, before, line, revision }) => promiseRows(newId, parties, before, line, revision, businessNow));
  await insertRows(write, 'order_promise', promises);
};
