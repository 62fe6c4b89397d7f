import { z } from 'zod';
import type { Refusal, Verdict } from '../../../kernel/refusal.js';
import { ok, refused } from '../../../kernel/refusal.js';
import { command, type CommandContext } from '../../../platform/commands/index.js';
import { type Became, kinds } from '../kinds.js';
import type { TableKind } from '../rules/layout.js';
import { composeDocument, placed, type TableFault, type TableLine } from '../rules/document.js';
import { insertErrors } from './store.js';

const target = { importId: z.uuid(), key: z.string() };

/** What a dry run ends with, so that nothing of it stays: the document would have been taken. */
export const WOULD_BE_TAKEN = 'WOULD_BE_TAKEN';

/** Marks reasons that carry their place in the table. */
export const PLACED = 'line';

interface Pending {
  readonly kind: TableKind;
  readonly dry_run: boolean;
  readonly delimiter: 'COMMA' | 'SEMICOLON' | 'TAB' | null;
}

/** Holds the document for this transaction; another that wants it waits, and finds it settled. */
const pending = async ({ sql }: CommandContext, importId: string, key: string): Promise<Pending | undefined> => {
  const [found] = await sql<Pending>(
    `select i.kind, i.dry_run, i.delimiter from app.table_document d join app.table_import i on i.id = d.import_id
     where d.import_id = $1 and d.document_key = $2 and d.status = 'PENDING' and i.status = 'WORKING' for no key update of d`,
    [importId, key],
  );
  return found;
};

const linesOf = ({ sql }: CommandContext, importId: string, key: string): Promise<TableLine[]> =>
  sql<TableLine>('select line, cells from app.table_line where import_id = $1 and document_key = $2 order by line', [importId, key]);

const settle = async (
  { sql }: CommandContext,
  importId: string,
  key: string,
  status: 'TAKEN' | 'REFUSED',
  became: Partial<Became> = {},
): Promise<void> => {
  await sql(
    `update app.table_document set status = $3, outcome = $4, order_id = $5, despatch_id = $6, receipt_id = $7
     where import_id = $1 and document_key = $2 and status = 'PENDING'`,
    [importId, key, status, became.outcome, became.orderId, became.despatchId, became.receiptId],
  );
  await sql('update app.table_line set cells = null where import_id = $1 and document_key = $2', [importId, key]);
  const counter = status === 'TAKEN' ? 'taken_count' : 'refused_count';
  await sql(`update app.table_import set ${counter} = ${counter} + 1 where id = $1`, [importId]);
};

/** A reason as an answer carries it: its place beside its own values. */
const asRefusal = ({ line, at, value, refusal }: TableFault): Refusal => ({
  code: refusal.code,
  field: [PLACED, String(line), at ?? '', value ?? ''],
  ...(refusal.params && { params: refusal.params }),
});

/**
 * Takes one document of a table through the command of its kind, in one transaction with the note that it is taken. In a dry run everything is
 * done and then undone. Refuses whatever the command refuses, with the place in the table.
 */
export const tableDocument = command({
  name: 'tableDocument',
  need: 'orders:write',
  key: 'required',
  input: z.object(target),
  constraints: Object.assign({}, ...Object.values(kinds).map(({ constraints }) => constraints)),
  async run(ctx, { importId, key }): Promise<Verdict<{ readonly outcome: string }>> {
    const found = await pending(ctx, importId, key);
    if (!found) return ok({ outcome: 'SETTLED' });
    const kind = kinds[found.kind];
    const lines = await linesOf(ctx, importId, key);
    const { input, faults } = composeDocument(kind.layout, lines, { ...(found.delimiter && { delimiter: found.delimiter }) });
    if (faults.length > 0) return refused(...faults.map(asRefusal));
    const done = await kind.take(ctx, input);
    if (!done.ok) return refused(...done.refusals.map((one) => asRefusal(placed(kind.layout, lines, one))));
    if (found.dry_run) {
      await ctx.em.flush();
      return refused({ code: WOULD_BE_TAKEN, params: { outcome: done.value.outcome } });
    }
    await settle(ctx, importId, key, 'TAKEN', done.value);
    return ok({ outcome: done.value.outcome });
  },
});

/** Notes that a document would be taken. */
export const tableWouldTake = command({
  name: 'tableWouldTake',
  need: 'orders:write',
  key: 'none',
  input: z.object({ ...target, outcome: z.string() }),
  async run(ctx, { importId, key, outcome }) {
    if (await pending(ctx, importId, key)) await settle(ctx, importId, key, 'TAKEN', { outcome });
    return ok({});
  },
});

const fault = z.object({
  line: z.int().optional(),
  at: z.string().optional(),
  value: z.string().optional(),
  code: z.string(),
  params: z.record(z.string(), z.string()).optional(),
});

/** Notes why a document was refused, each reason with its place. */
export const tableRefuse = command({
  name: 'tableRefuse',
  need: 'orders:write',
  key: 'none',
  input: z.object({ ...target, faults: z.array(fault) }),
  async run(ctx, { importId, key, faults }) {
    if (!(await pending(ctx, importId, key))) return ok({});
    const [{ columns, first } = { columns: {} as Readonly<Record<string, string>>, first: 1 }] = await ctx.sql<{
      columns: Readonly<Record<string, string>>;
      first: number;
    }>(
      `select i.columns, d.first_line as first from app.table_document d join app.table_import i on i.id = d.import_id
       where d.import_id = $1 and d.document_key = $2`,
      [importId, key],
    );
    const rows = faults.map(({ at, ...one }) => ({
      ...one,
      line: one.line ?? first,
      documentKey: key,
      heading: at && (columns[at] ?? at),
    }));
    await insertErrors(ctx, importId, rows);
    await settle(ctx, importId, key, 'REFUSED');
    return ok({});
  },
});
