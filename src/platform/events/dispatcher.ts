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

class Dispatching implements Dispatcher {
  readonly #bell = createBell();
  readonly #end = new AbortController();
  readonly #read: string;
  readonly #running: Promise<void>;
  #holding = false;
  #handing: Promise<void> = Promise.resolve();

  constructor(readonly deps: DispatcherDeps) {
    this.#read = readStatement(deps.subjects);
    this.#running = this.#run();
  }

  // Handed around as a function of its own.
  readonly wake = (): void => this.#bell.ring();

  active(): boolean {
    return this.#holding;
  }

  async stop(): Promise<void> {
    this.#end.abort();
    this.#bell.ring();
    await this.#running;
    await this.#handing;
  }

  get #stopped(): boolean {
    return this.#end.signal.aborted;
  }

  #report(error: unknown): void {
    this.deps.onError?.(error);
  }

  #pause(): Promise<void> {
    return sleep(CANDIDATE_MS, undefined, { signal: this.#end.signal }).catch(() => undefined);
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      let client: PoolClient | undefined;
      try {
        client = await this.deps.pool.connect();
        client.on('error', (error) => this.#report(error));
        client.on('notification', () => this.wake());
        await this.#stand(client);
      } catch (error) {
        this.#report(error);
        await this.#pause();
      } finally {
        // Closed, not given back: the session's lock tells the candidates that this dispatcher is gone.
        client?.release(true);
      }
    }
  }

  /** Takes the lease whenever it can be had. */
  async #stand(client: PoolClient): Promise<void> {
    while (!this.#stopped) {
      const epoch = await takeLease(client);
      if (epoch === undefined) {
        await this.#pause();
        continue;
      }
      this.#holding = true;
      await this.#dispatch(client, epoch).finally(() => {
        this.#holding = false;
      });
      await client.query(`unlisten ${OUTBOX_CHANNEL}`);
    }
  }

  /** Dispatches until the lease is lost or this process stops. */
  async #dispatch(client: PoolClient, epoch: number): Promise<void> {
    let renewed = performance.now();
    await client.query(`listen ${OUTBOX_CHANNEL}`);
    while (!this.#stopped) {
      const done = await relay(client, epoch, LEASE_SECONDS, this.#read, this.deps.effects);
      if (!done) return;
      await this.#hand(done.due);
      if (performance.now() - renewed > RENEW_MS) {
        if (!(await renewLease(client, epoch))) return;
        renewed = performance.now();
      }
      if (!done.more) await this.#bell.wait(POLL_MS);
    }
  }

  // One batch may be on its way to the queue while the next is written; with two the queue is slower than we are.
  async #hand(due: readonly DueEffect[]): Promise<void> {
    if (due.length === 0) return;
    await this.#handing;
    this.#handing = this.deps.enqueue(due).catch((error: unknown) => this.#report(error));
  }
}

/**
 * Starts a dispatcher or, where another is active in any process, a candidate for its place. Any number may run over one
 * database: at every moment at most one can write.
 */
export const startDispatcher = (deps: DispatcherDeps): Dispatcher => new Dispatching(deps);
