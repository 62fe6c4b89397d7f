import type { Pool } from 'pg';
import type { Live, LiveItem } from '../graphql/live.js';
import type { Subject } from '../room.js';
import { admission, LiveGroup } from './live-group.js';
import { LiveReader } from './live-reader.js';
import { begin, catchUp, openStream, type Stream, type StreamDeps } from './live-stream.js';
import { createRevocations } from './revocations.js';
import { startTail, type TailRow } from './tail.js';

export interface LiveDeps extends StreamDeps {
  /** Logged in as `hub_feed`; one connection is kept. */
  readonly feedPool: Pool;
  readonly subjects: readonly Subject[];
  readonly onError: (error: unknown) => void;
}

export interface LiveEngine extends Live {
  stop(): Promise<void>;
}

/** Reads for subscriptions that one process has under way at once: they leave connections for requests. */
const MOST_READS = 4;

/** The groups of each organisation. */
class Groups {
  readonly #byOrg = new Map<string, Map<string, LiveGroup>>();
  readonly #admit = admission(MOST_READS);

  offer(rows: readonly TailRow[]): void {
    const byOrg = new Map<string, TailRow[]>();
    for (const row of rows) {
      if (!this.#byOrg.has(row.orgId)) continue;
      const own = byOrg.get(row.orgId) ?? [];
      byOrg.set(row.orgId, own);
      own.push(row);
    }
    for (const [orgId, own] of byOrg) for (const group of this.#byOrg.get(orgId)?.values() ?? []) group.offer(own);
  }

  join({ viewer: { orgId }, key, filter, render }: Stream, reader: LiveReader): () => void {
    const own = this.#byOrg.get(orgId) ?? new Map<string, LiveGroup>();
    this.#byOrg.set(orgId, own);
    const group = own.get(key) ?? new LiveGroup(filter, render, this.#admit);
    own.set(key, group);
    group.readers.add(reader);
    return () => {
      group.readers.delete(reader);
      if (group.readers.size === 0 && own.get(key) === group) own.delete(key);
      if (own.size === 0 && this.#byOrg.get(orgId) === own) this.#byOrg.delete(orgId);
    };
  }
}

/** The subscriptions of one process: one read of the feeds for all of them, one read of nodes per group and batch. */
export function startLive(deps: LiveDeps): LiveEngine {
  const groups = new Groups();
  const revocations = createRevocations(deps.subjects);
  const tail = startTail(
    deps.feedPool,
    (rows) => {
      revocations.look(rows);
      groups.offer(rows);
    },
    deps.onError,
  );

  return {
    async *subscribe(request, signal): AsyncGenerator<LiveItem> {
      const reader = new LiveReader();
      signal.addEventListener('abort', () => reader.end(), { once: true });
      const stream = await openStream(deps, request);
      await tail.ready;
      // Joined before the past is read: what is committed in between comes twice and is taken once.
      const leave = groups.join(stream, reader);
      try {
        let position = yield* begin(deps, stream);
        while (!reader.ended) {
          position = yield* catchUp(deps, stream, reader, position);
          position = yield* reader.after(position);
        }
      } finally {
        leave();
      }
    },
    onRevoked: revocations.listen,
    stop: () => tail.stop(),
  };
}
