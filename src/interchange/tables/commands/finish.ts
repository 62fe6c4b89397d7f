import { z } from 'zod';
import { ok, refused } from '../../../kernel/refusal.js';
import { command, idOf, staleVersion } from '../../../platform/commands/index.js';
import { lockedImport, move } from './store.js';

const BATCH = 200;

/** The next documents to settle, in the order of their first lines; none when the import was stopped. */
export const tablePending = command({
  name: 'tablePending',
  need: 'orders:write',
  key: 'none',
  input: z.object({ importId: z.uuid() }),
  async run(ctx, { importId }) {
    const rows = await ctx.sql<{ key: string }>(
      `select d.document_key as key from app.table_document d join app.table_import i on i.id = d.import_id
       where d.import_id = $1 and d.status = 'PENDING' and i.status = 'WORKING' order by d.first_line limit ${BATCH}`,
      [importId],
    );
    return ok({ keys: rows.map(({ key }) => key) });
  },
});

/** Every document is settled. For an import that ended otherwise there is nothing left to do. */
export const tableFinish = command({
  name: 'tableFinish',
  need: 'orders:write',
  key: 'none',
  input: z.object({ importId: z.uuid() }),
  async run(ctx, { importId }) {
    const found = await lockedImport(ctx, importId);
    if (!found) return refused({ code: 'NOT_FOUND' });
    await move(ctx, found, 'FINISH');
    return ok({});
  },
});

/** Ends an import before its end. What is taken stays taken. Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED. */
export const tableImportStop = command({
  name: 'tableImportStop',
  need: 'orders:write',
  key: 'optional',
  input: z.object({ importId: idOf('tbl'), expectedVersion: z.int().optional() }),
  async run(ctx, { importId, expectedVersion }) {
    const found = await lockedImport(ctx, importId);
    if (!found) return refused({ code: 'NOT_FOUND', field: ['importId'] });
    const stale = staleVersion(found.version, expectedVersion);
    if (stale.length > 0) return refused(...stale);
    const status = await move(ctx, found, 'STOP', 'OWNER');
    return status ? ok({ importId }) : refused({ code: 'NOT_ALLOWED', params: { action: 'STOP', status: found.status } });
  },
});
