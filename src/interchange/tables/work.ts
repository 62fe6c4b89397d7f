import { createHash } from 'node:crypto';
import type { Refusal } from '../../kernel/refusal.js';
import type { Command, Result } from '../../platform/commands/index.js';
import type { DueEffect, Hands, Run } from '../../platform/queue/index.js';
import { PLACED, tableDocument, tableRefuse, tableWouldTake, WOULD_BE_TAKEN } from './commands/document.js';
import { tableFinish, tablePending } from './commands/finish.js';
import { tableBegin, tableFail, tableRead, tableStage } from './commands/read.js';
import { kinds } from './kinds.js';
import { openTable, type RawLine, Unreadable } from './read/index.js';
import { BEYOND, documentKey } from './rules/document.js';
import { type Headings, headingsOf } from './rules/headings.js';
import type { Layout, TableKind } from './rules/layout.js';

const AT_ONCE = 1_000;

/** What only says that this try came at a bad moment: the job is tried again. */
const PASSING = new Set(['CONFLICT', 'OUTCOME_UNKNOWN', 'IDEMPOTENCY_IN_PROGRESS']);

const must = async <I, R extends Result>(hands: Hands, command: Command<I, R>, input: unknown, actorId?: string): Promise<R> => {
  const { result, refusals } = await hands.step(command, input, actorId);
  if (result === undefined) throw Object.assign(new Error(`${command.name} was refused`), { code: refusals[0]?.code });
  return result;
};

const cellsOf = ({ cells }: RawLine, { columns }: Headings): Record<string, string> => {
  const named: Record<string, string> = {};
  cells.forEach((cell, place) => {
    const column = columns[place];
    if (cell.trim() === '') return;
    if (column) named[column.at] = cell;
    else if (place >= columns.length) named[BEYOND] = cell;
  });
  return named;
};

/** Reads the table to its end and keeps its lines. @throws Unreadable */
const stage = async (importId: string, fileId: string, layout: Layout, hands: Hands): Promise<void> => {
  const file = await hands.file(fileId);
  if (!file) throw new Error('the file of the import is gone');
  const table = await openTable(() => file.body());
  let headings: Headings | undefined;
  let lines: { line: number; key: string; cells: Record<string, string> }[] = [];
  const keep = async (): Promise<void> => {
    if (lines.length > 0) await must(hands, tableStage, { importId, lines });
    lines = [];
  };
  let any = false;
  for await (const row of table.rows()) {
    if (!headings) {
      const found = headingsOf(row.cells, layout);
      if (!found.ok) throw new Unreadable(found.refusals[0] as Unreadable['refusal'], row.line);
      headings = found.value;
      continue;
    }
    any = true;
    const cells = cellsOf(row, headings);
    lines.push({ line: row.line, key: documentKey(layout, { line: row.line, cells }), cells });
    if (lines.length >= AT_ONCE) await keep();
  }
  await keep();
  if (!headings || !any) throw new Unreadable({ code: headings ? 'TABLE_NO_LINES' : 'TABLE_EMPTY' });
  const { format, encoding, delimiter } = table;
  await must(hands, tableRead, { importId, format, encoding, delimiter, columns: headings.written, ignored: headings.ignored });
};

const readIn = async (importId: string, fileId: string, layout: Layout, hands: Hands): Promise<void> => {
  try {
    await stage(importId, fileId, layout, hands);
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    const { refusal, line } = error;
    await must(hands, tableFail, { importId, errors: [{ code: refusal.code, params: refusal.params, line }] });
  }
};

const faultOf = ({ code, field = [], params }: Refusal) => {
  const [mark, line, at, value] = field;
  return mark === PLACED ? { line: Number(line), ...(at && { at }), ...(value && { value }), code, params } : { code, params };
};

/** One document in one transaction, under a key of its own: however often this is called, it is taken once. */
const settle = async (importId: string, key: string, actorId: string, hands: Hands): Promise<void> => {
  const idempotencyKey = `${importId}-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
  const { result, refusals } = await hands.step(tableDocument, { importId, key, idempotencyKey }, actorId);
  if (result !== undefined) return;
  const [first] = refusals;
  if (first && PASSING.has(first.code)) throw Object.assign(new Error('to be tried again'), { code: first.code });
  if (first?.code === WOULD_BE_TAKEN) await must(hands, tableWouldTake, { importId, key, outcome: first.params?.outcome }, actorId);
  else await must(hands, tableRefuse, { importId, key, faults: refusals.map(faultOf) }, actorId);
};

/**
 * Works off a table: reads its lines in, then takes its documents one by one. Killed at any point and begun again it goes on where it was:
 * lines that are kept are not kept twice, and a document that is settled is not settled again.
 */
export const workTable = async ({ subjectId: importId }: DueEffect, run: Run, hands: Hands): Promise<void> => {
  const begun = await must(hands, tableBegin, { importId });
  const { kind, fileId, actorId } = begun as { kind: TableKind; fileId: string; actorId: string };
  if (begun.status === 'READING') await readIn(importId, fileId, kinds[kind].layout, hands);
  for (;;) {
    const { keys } = await must(hands, tablePending, { importId });
    if (keys.length === 0) break;
    for (const key of keys) await settle(importId, key, actorId, hands);
  }
  await run(tableFinish, { importId });
};
