import { ok, refused } from '../../kernel/refusal.js';
import { command } from '../commands/index.js';
import { parseFeedCursor } from './cursor.js';
import { consumerAcknowledgeInput, consumerCloseInput, consumerOpenInput } from './inputs.js';

const MOST = 100;

/** Opens a consumer, or finds the one that is open under that name. @returns refusal TOO_MANY */
export const feedConsumerOpen = command({
  name: 'feedConsumerOpen',
  need: 'feed:read',
  key: 'none',
  input: consumerOpenInput,
  async run(ctx, { name, start }) {
    const { orgId } = ctx.viewer;
    const [state] = await ctx.sql<{ open: number; known: string | null }>(
      'select count(*)::int as open, min(id::text) filter (where name = $2) as known from app.feed_consumer where org_id = $1',
      [orgId, name],
    );
    if (state?.known) return ok({ consumerId: state.known });
    if ((state?.open ?? 0) >= MOST) return refused({ code: 'TOO_MANY', field: ['name'], params: { max: String(MOST) } });
    const [row] = await ctx.sql<{ id: string }>(
      `insert into app.feed_consumer as c (id, org_id, name, seq)
       values ($1, $2, $3, coalesce((select seq from ${start === 'NOW' ? 'app.feed_head' : 'app.feed_floor'} where org_id = $2), 0))
       on conflict (org_id, name) do update set name = c.name returning id`,
      [ctx.newId(), orgId, name],
    );
    return ok({ consumerId: row?.id ?? '' });
  },
});

/** Moves a consumer on, never back. @returns refusals NOT_FOUND, CURSOR_UNKNOWN */
export const feedConsumerAcknowledge = command({
  name: 'feedConsumerAcknowledge',
  need: 'feed:read',
  key: 'none',
  input: consumerAcknowledgeInput,
  async run(ctx, { name, cursor }) {
    const { orgId } = ctx.viewer;
    const seq = parseFeedCursor(orgId, cursor);
    const [head] = await ctx.sql<{ reached: boolean }>('select true as reached from app.feed_head where org_id = $1 and seq >= $2', [
      orgId,
      seq ?? 0,
    ]);
    if (seq === undefined || (seq > 0 && !head)) return refused({ code: 'CURSOR_UNKNOWN', field: ['cursor'] });
    const [row] = await ctx.sql<{ id: string }>(
      `update app.feed_consumer set seq = greatest(seq, $3), acknowledged_at = clock_timestamp()
       where org_id = $1 and name = $2 returning id`,
      [orgId, name, seq],
    );
    return row ? ok({ consumerId: row.id }) : refused({ code: 'NOT_FOUND', field: ['name'] });
  },
});

/** Forgets a consumer and its place. @returns refusal NOT_FOUND */
export const feedConsumerClose = command({
  name: 'feedConsumerClose',
  need: 'feed:read',
  key: 'none',
  input: consumerCloseInput,
  async run(ctx, { name }) {
    const gone = await ctx.sql('delete from app.feed_consumer where org_id = $1 and name = $2 returning 1', [ctx.viewer.orgId, name]);
    return gone.length > 0 ? ok({ name }) : refused({ code: 'NOT_FOUND', field: ['name'] });
  },
});
