import { z } from 'zod';
import { ok, refused } from '../../kernel/refusal.js';
import { command, idOf, listOf } from '../commands/index.js';

const MOST = 100;

/**
 * Takes letters off the list of the dead. Their effects are then merely late, and the sweeper gives them to their queues again
 * within seconds. @returns refusal NOT_FOUND for each letter that is not on the list
 */
export const deadLetterReplay = command({
  name: 'deadLetterReplay',
  need: 'operator',
  key: 'optional',
  input: z.object({ ids: listOf(idOf('dlq'), MOST) }),
  async run(ctx, { ids }) {
    const letters = await ctx.sql<{ id: string }>('select id from app.dead_letter where id = any($1::uuid[])', [ids]);
    const known = new Set(letters.map((letter) => letter.id));
    const unknown = ids.flatMap((id, at) => (known.has(id) ? [] : [String(at)]));
    if (unknown.length > 0) return refused(...unknown.map((at) => ({ code: 'NOT_FOUND', field: ['ids', at] })));
    await ctx.sql('delete from app.dead_letter where id = any($1::uuid[])', [ids]);
    for (const id of known) ctx.event({ type: 'DEAD_LETTER_REPLAYED', subject: 'DeadLetter', id, version: 1, parties: [ctx.viewer.orgId] });
    return ok({ count: known.size });
  },
});
