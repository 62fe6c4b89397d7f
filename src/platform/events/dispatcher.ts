import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { Effect, Subject } from '../room.js';
import { type DueEffect, readStatement, relay } from './batch.js';
import { LEASE_SECONDS, renewLease, takeLease } from './lease.js';
import { createBell, OUTBOX_CHANNEL } from './wake.js';

export interface DispatcherDeps {
  /** Logged in as `hub_dispatch`; one connection is kept. */
  readonly pool: Pool;
  readonly subjects: readonly Subject[];
  readonly effects: readonly Effect[];
  /** Gives the jobs to the queue. When it fails they stay due and the sweeper finds them. */
  readonly enqueue: (rows: readonly DueEffect[]) => Promise<void>;
  readonly onError?: (error: unknown) => void;
}

export interface Dispatcher {
  /** Says that something was committed: dispatches now instead of at the next poll. */
  wake(): void;
  /** Whether this process dispatches at present. */
  active(): boolean;
  /** Ends after the batch in work; the next candidate takes over at once. */
  stop(): Promise<void>;
}

const POLL_MS = 200;
const CANDIDATE_MS = 500;
const RENEW_MS = (LEASE_SECONDS * 1000) / 3;

/**
 * Starts a dispatcher or, where another is active in any process, a candidate for its place. Any number may run over one
 * database: at every moment at most one can write.
 */
export function startDispatcher(deps: DispatcherDeps): Dispatcher {
  const bell = createBell();
  const read = readStatement(deps.subjects);
  const end = new AbortController();
  const pause = () => sleep(CANDIDATE_MS, undefined, { signal: end.signal }).catch(() => undefined);
  let holding = false;
  let handing: Promise<void> = Promise.resolve();
  const report = (error: unknown) => deps.onError?.(error);

  // One batch may be on its way to the queue while the next is written; with two the queue is slower than we are.
  const hand = async (due: readonly DueEffect[]) => {
    if (due.length === 0) return;
    await handing;
    handing = deps.enqueue(due).catch(report);
  };

  /** Dispatches until the lease is lost or this process stops. */
  const hold = async (client: PoolClient, epoch: number) => {
    let renewed = performance.now();
    await client.query(`listen ${OUTBOX_CHANNEL}`);
    while (!end.signal.aborted) {
      const done = await relay(client, epoch, LEASE_SECONDS, read, deps.effects);
      if (!done) return;
      await hand(done.due);
      if (performance.now() - renewed > RENEW_MS) {
        if (!(await renewLease(client, epoch))) return;
        renewed = performance.now();
      }
      if (!done.more) await bell.wait(POLL_MS);
    }
  };

  const candidate = async (client: PoolClient) => {
    while (!end.signal.aborted) {
      const epoch = await takeLease(client);
      if (epoch === undefined) {
        await pause();
        continue;
      }
      holding = true;
      await hold(client, epoch).finally(() => { holding = false; });
      await client.query(`unlisten ${OUTBOX_CHANNEL}`);
    }
  };

  const run = async () => {
    while (!end.signal.aborted) {
      let client: PoolClient | undefined;
      try {
        client = await deps.pool.connect();
        client.on('error', report);
        client.on('notification', bell.ring);
        await candidate(client);
      } catch (error) {
        report(error);
        await pause();
      } finally {
        // Closed, not given back: the session's lock tells the candidates that this dispatcher is gone.
        client?.release(true);
      }
    }
  };

  const running = run();
  return {
    wake: bell.ring,
    active: () => holding,
    async stop() {
      end.abort();
      bell.ring();
      await running;
      await handing;
    },
  };
}
