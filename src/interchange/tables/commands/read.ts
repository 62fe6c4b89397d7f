import { z } from 'zod';
import { ok, refused } from '../../../kernel/refusal.js';
import { command } from '../../../platform/commands/index.js';
import { insertErrors, lockedImport, move } from './store.js';

const importId = z.uuid();
const params = z.record(z.string(), z.string());

/** Says what there is to do for an import, and that it is begun. */
export const tableBegin = command({
  name: 'tableBegin',
  need: 'orders:write',
  key: 'none',
  input: z.object({ importId }),
  async run(ctx, input) {
    const found = await lockedImport(ctx, input.importId);
    if (!found) return refused({ code: 'NOT_FOUND' });
    const status = (await move(ctx, found, 'READ')) ?? found.status;
    return ok({ status, kind: found.kind, fileId: found.file_id, dryRun: found.dry_run, actorId: found.actor_id });
  },
});

const line = z.object({ line: z.int(), key: z.string(), cells: z.record(z.string(), z.string()) });

/** Keeps lines of the table. A line that is there already, because an earlier try was cut off, is the same line of the same file. */
export const tableStage = command({
  name: 'tableStage',
  need: 'orders:write',
  key: 'none',
  input: z.object({ importId, lines: z.array(line) }),
  async run(ctx, input) {
    await ctx.sql(
      `insert into app.table_line (import_id, org_id, line, document_key, cells)
       select $1, app.me(), l.line, l.key, l.cells from jsonb_to_recordset($2::jsonb) as l(line int, key text, cells jsonb)
       on conflict (import_id, line) do nothing`,
      [input.importId, JSON.stringify(input.lines)],
    );
    return ok({});
  },
});

const shape = {
  format: z.enum(['CSV', 'XLSX']),
  encoding: z.enum(['UTF_8', 'UTF_16', 'GB18030']).optional(),
  delimiter: z.enum(['COMMA', 'SEMICOLON', 'TAB']).optional(),
  columns: params,
  ignored: z.array(z.string()),
};

/** The table is read to its end: what it is, and which documents it holds. */
export const tableRead = command({
  name: 'tableRead',
  need: 'orders:write',
  key: 'none',
  input: z.object({ importId, ...shape }),
  async run(ctx, { importId: id, format, encoding, delimiter, columns, ignored }) {
    const found = await lockedImport(ctx, id);
    if (!found) return refused({ code: 'NOT_FOUND' });
    const status = await move(ctx, found, 'WORK');
    if (status === undefined) return ok({ status: found.status });
    await ctx.sql(
      `insert into app.table_document (import_id, org_id, document_key, number, first_line, last_line, line_count, status)
       select import_id, org_id, document_key, left((array_agg(btrim(cells->>'number') order by line) filter (where btrim(cells->>'number') <> ''))[1], 200), min(line), max(line), count(*), 'PENDING'
       from app.table_line where import_id = $1 group by import_id, org_id, document_key`,
      [id],
    );
    await ctx.sql(
      `update app.table_import t set format = $2, encoding = $3, delimiter = $4, columns = $5, ignored_columns = $6,
         line_count = (select count(*) from app.table_line l where l.import_id = t.id),
         document_count = (select count(*) from app.table_document d where d.import_id = t.id) where t.id = $1`,
      [id, format, encoding, delimiter, JSON.stringify(columns), ignored],
    );
    return ok({ status });
  },
});

/** The table cannot be read: nothing of it is taken. */
export const tableFail = command({
  name: 'tableFail',
  need: 'orders:write',
  key: 'none',
  input: z.object({ importId, errors: z.array(z.object({ code: z.string(), params: params.optional(), line: z.int().optional() })) }),
  async run(ctx, { importId: id, errors }) {
    const found = await lockedImport(ctx, id);
    if (!found) return refused({ code: 'NOT_FOUND' });
    if ((await move(ctx, found, 'FAIL')) !== undefined) await insertErrors(ctx, id, errors);
    return ok({});
  },
});
