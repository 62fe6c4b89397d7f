import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command, idOf, listOf } from '../../platform/commands/index.js';

/** Marks own notices as read. Unknown ones, and those that were read before, are left as they are. */
export const noticeRead = command({
  name: 'noticeRead',
  need: 'authenticated',
  key: 'none',
  input: z.object({ noticeIds: listOf(idOf('ntc'), 100) }),
  async run(ctx, { noticeIds }): Promise<Verdict<{ noticeIds: readonly string[] }>> {
    const rows = await ctx.sql<{ id: string }>(
      'update app.notice set read_at = clock_timestamp() where id = any($1::uuid[]) and read_at is null returning id',
      [noticeIds],
    );
    return ok({ noticeIds: rows.map(({ id }) => id) });
  },
});
