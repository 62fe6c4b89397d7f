import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { FEED_CHANNEL } from './batch.js';
import type { FeedRow } from './feed.js';
import { createBell } from './wake.js';

export interface TailRow extends FeedRow {
  readonly orgId: string;
}

type Read = Omit<TailRow, 'seq'> & { readonly seq: string; readonly pos: string };

/** Follows the feeds of all organisations with one read per batch, for everybody whom this process serves. */
export interface Tail {
  /** Settles when it follows: everything committed after that is told. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

const PAGE = 1_000;
const POLL_MS = 500;
const RETRY_MS = 250;
export const NEWEST = 'select coalesce(max(pos), 0)::text as pos from app.feed';
export const AFTER = `select f.pos::text, f.org_id as "orgId", f.seq::text, f.event_uid as "eventId", f.type, f.subject, f.subject_id as "subjectId"
  from app.feed f where f.pos > $1 order by f.pos limit ${PAGE}`;

/**
 * @param pool logged in as `hub_feed`; one connection is kept
 * @param onRows given each row once, in order
 */
export function startTail(pool: Pool, onRows: (rows: readonly TailRow[]) => void, onError: (error: unknown) => void): Tail {
  const bell = createBell();
  const end = new AbortController();
  let last: string | undefined;
  let begun: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => {
    begun = resolve;
  });

  const follow = async (client: PoolClient) => {
    await client.query(`listen ${FEED_CHANNEL}`);
    last ??= (await client.query<{ pos: string }>(NEWEST)).rows[0]?.pos ?? '0';
    begun();
    while (!end.signal.aborted) {
      const { rows }: { rows: Read[] } = await client.query({ name: 'tail', text: AFTER, values: [last] });
      last = rows.at(-1)?.pos ?? last;
      if (rows.length > 0) onRows(rows.map(({ pos: _, ...row }) => ({ ...row, seq: Number(row.seq) })));
      if (rows.length < PAGE) await bell.wait(POLL_MS);
    }
  };

  const run = async () => {
    while (!end.signal.aborted) {
      let client: PoolClient | undefined;
      try {
        client = await pool.connect();
        client.on('error', onError);
        client.on('notification', bell.ring);
        await follow(client);
      } catch (error) {
        onError(error);
        await sleep(RETRY_MS, undefined, { signal: end.signal }).catch(() => undefined);
      } finally {
        client?.release(true);
      }
    }
  };
  const running = run();
  return {
    ready,
    async stop() {
      end.abort();
      bell.ring();
      begun();
      await running;
    },
  };
}
