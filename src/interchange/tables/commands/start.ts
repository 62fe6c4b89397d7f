import { z } from 'zod';
import { ok, refused } from '../../../kernel/refusal.js';
import { command, idOf } from '../../../platform/commands/index.js';
import { attachFile } from '../../../platform/files/index.js';
import { TABLE_KINDS } from '../rules/layout.js';

/** What the first bytes of a file say it is, where that can be no table. */
const NO_TABLE = /^image\/|^application\/(pdf|gzip|xml)$/;

/**
 * Takes in a table of documents that was uploaded. It is worked off by a job; what becomes of it is told by the object that is made here.
 * Refuses NOT_FOUND for a file that is not the caller's, TABLE_EMPTY, TABLE_FILE_TYPE.
 */
export const tableImport = command({
  name: 'tableImport',
  need: 'orders:write',
  key: 'required',
  input: z.object({ kind: z.enum(TABLE_KINDS), fileId: idOf('fil'), dryRun: z.boolean().default(false) }),
  async run(ctx, { kind, fileId, dryRun }) {
    const { orgId, actorId } = ctx.viewer;
    const [file] = await ctx.sql<{ empty: boolean; type: string }>(
      'select size = 0 as empty, media_type as type from app.file where id = $1 and org_id = app.me()',
      [fileId],
    );
    const field = ['fileId'];
    if (!file || !(await attachFile(ctx.sql, fileId, [orgId]))) return refused({ code: 'NOT_FOUND', field });
    if (file.empty) return refused({ code: 'TABLE_EMPTY', field });
    if (NO_TABLE.test(file.type)) return refused({ code: 'TABLE_FILE_TYPE', field });
    const id = ctx.newId();
    await ctx.sql(
      `insert into app.table_import (id, org_id, actor_id, kind, file_id, dry_run, status, business_time) values ($1, $2, $3, $4, $5, $6, 'QUEUED', $7)`,
      [id, orgId, actorId, kind, fileId, dryRun, ctx.businessNow],
    );
    ctx.event({ type: 'TABLE_IMPORT_QUEUED', subject: 'TableImport', id, version: 1, parties: [orgId], status: 'QUEUED' });
    return ok({ importId: id });
  },
});
