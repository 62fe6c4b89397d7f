import type { CommandContext } from '../../../platform/commands/index.js';
import { firstOf, type TableKind } from '../rules/layout.js';
import { type TableAction, tableLifecycle, type TableSide, type TableStatus } from '../rules/lifecycle.js';

export interface TableImport {
  readonly id: string;
  readonly actor_id: string;
  readonly kind: TableKind;
  readonly file_id: string;
  readonly dry_run: boolean;
  readonly status: TableStatus;
  readonly version: number;
  readonly delimiter: 'COMMA' | 'SEMICOLON' | 'TAB' | null;
}

/** The caller's import, locked until the end of the transaction. */
export const lockedImport = async ({ sql }: CommandContext, id: string): Promise<TableImport | undefined> => {
  const [found] = await sql<TableImport>(
    'select id, actor_id, kind, file_id, dry_run, status, version, delimiter from app.table_import where id = $1 for no key update',
    [id],
  );
  return found;
};

const ENDS: ReadonlySet<TableStatus> = new Set(['FINISHED', 'FAILED', 'STOPPED']);

/** Moves an import along its life cycle and tells of it. @returns the new status, or undefined where it has none such to go to */
export const move = async (
  ctx: CommandContext,
  { id, status, version }: TableImport,
  action: TableAction,
  side: TableSide = 'HUB',
): Promise<TableStatus | undefined> => {
  const to = tableLifecycle.decide({ status }, action, side);
  if (!to.ok) return undefined;
  await ctx.sql(
    `update app.table_import set status = $2, version = version + 1, began_at = coalesce(began_at, clock_timestamp()),
       ended_at = case when $3 then clock_timestamp() end where id = $1`,
    [id, to.value, ENDS.has(to.value)],
  );
  if (ENDS.has(to.value)) {
    const event = { subject: 'TableImport', id, version: version + 1, parties: [ctx.viewer.orgId], status: to.value };
    ctx.event({ type: `TABLE_IMPORT_${to.value}`, ...event });
  }
  return to.value;
};

export interface ErrorRow {
  readonly documentKey?: string;
  readonly line?: number;
  readonly heading?: string;
  readonly value?: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, string>>;
}

const SHOWN = 200;

const cut = (text: string | undefined): string | null => (text === undefined ? null : firstOf(text, SHOWN) || null);

/** Writes the reasons and counts them. */
export const insertErrors = async (ctx: CommandContext, importId: string, errors: readonly ErrorRow[]): Promise<void> => {
  const rows = errors.map(({ documentKey, line, heading, value, code, params = {} }) => ({
    id: ctx.newId(),
    import_id: importId,
    org_id: ctx.viewer.orgId,
    document_key: documentKey ?? null,
    line: line ?? null,
    heading: cut(heading),
    value: cut(value),
    code,
    params,
  }));
  await ctx.sql(
    `insert into app.table_error (id, import_id, org_id, document_key, line, heading, value, code, params)
     select id, import_id, org_id, document_key, line, heading, value, code, params from jsonb_populate_recordset(null::app.table_error, $1::jsonb)`,
    [JSON.stringify(rows)],
  );
  await ctx.sql('update app.table_import set error_count = error_count + $2 where id = $1', [importId, rows.length]);
};
