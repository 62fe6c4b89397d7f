import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { Random } from '../../support/reads/random.js';
import type { Callers } from './caller.js';
import type { RoundsHub } from './hub.js';
import type { Member } from './member.js';

/** How often what is to be killed. */
export interface Plan {
  readonly api: number;
  readonly worker: number;
  readonly postgres: number;
  readonly redis: number;
}

export interface Killed {
  api: number;
  worker: number;
  postgres: number;
  redis: number;
  /** Milliseconds from the hanging of the dispatching worker until another dispatched. */
  takeover: number | undefined;
}

const MOST_MS = 50;
const DISPATCHER_LOCK = 7_305_003;

/** The worker that dispatches now: its session holds the lock of the newest epoch. */
const dispatching = async ({ server, workers }: RoundsHub): Promise<Member | undefined> => {
  const { rows } = await server.owner
    .query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid), app.dispatcher_lease d
       where l.locktype = 'advisory' and l.classid = $1 and l.objid = d.epoch::oid and l.granted and d.expires_at > clock_timestamp()`,
      [DISPATCHER_LOCK],
    )
    .catch(() => ({ rows: [] }));
  return workers.find(({ name }) => name === rows[0]?.name);
};

/** Kills at a random moment after a send, over and over; the keepers start everything again. */
export class Killer {
  readonly killed: Killed = { api: 0, worker: 0, postgres: 0, redis: 0, takeover: undefined };

  constructor(
    readonly hub: RoundsHub,
    readonly callers: Callers,
    readonly random: Random,
    readonly plan: Plan,
  ) {}

  /** Settles when the whole plan is done. */
  async run(): Promise<void> {
    await Promise.all([this.#apis(), this.#workers(), this.#servers(), this.#flushes()]);
  }

  async #afterSend(to?: Member): Promise<void> {
    await this.callers.nextSend(to);
    await sleep(this.random.under(MOST_MS + 1));
  }

  async #apis(): Promise<void> {
    for (; this.killed.api < this.plan.api; this.killed.api += 1) {
      const victim = this.random.pick(this.hub.apis);
      await victim.ready();
      await this.#afterSend(victim);
      victim.signal('SIGKILL');
    }
  }

  async #workers(): Promise<void> {
    const hangAt = Math.floor(this.plan.worker / 2);
    for (; this.killed.worker < this.plan.worker; this.killed.worker += 1) {
      if (this.killed.worker === hangAt) await this.#hang();
      const victim = (this.random.chance(0.5) ? await dispatching(this.hub) : undefined) ?? this.random.pick(this.hub.workers);
      await victim.ready();
      await this.#afterSend();
      victim.signal('SIGKILL');
    }
  }

  /** The dispatching worker stops in the middle of whatever it does, another takes over, and then the first goes on. */
  async #hang(): Promise<void> {
    await Promise.all(this.hub.workers.map((worker) => worker.ready()));
    let hanging: Member | undefined;
    while (!(hanging = await dispatching(this.hub))) await sleep(50);
    await this.#afterSend();
    hanging.signal('SIGSTOP');
    const since = performance.now();
    try {
      for (;;) {
        const now = await dispatching(this.hub);
        if (now !== undefined && now !== hanging) break;
        await sleep(20);
      }
      this.killed.takeover = Math.round(performance.now() - since);
      await sleep(1_000);
    } finally {
      hanging.signal('SIGCONT');
    }
  }

  /** Waits until so much of the plan for the APIs is done: what happens seldom is spread over the whole time. */
  async #share(share: number): Promise<void> {
    while (this.killed.api < Math.floor(this.plan.api * share)) await sleep(50);
  }

  async #servers(): Promise<void> {
    for (; this.killed.postgres < this.plan.postgres; this.killed.postgres += 1) {
      await this.#share((this.killed.postgres + 0.5) / this.plan.postgres);
      await this.#afterSend();
      await this.hub.server.kill();
    }
  }

  async #flushes(): Promise<void> {
    const { redisUrl } = this.hub;
    if (redisUrl === undefined) return;
    const redis = new Redis(redisUrl);
    for (; this.killed.redis < this.plan.redis; this.killed.redis += 1) {
      await this.#share((this.killed.redis + 0.25) / this.plan.redis);
      await this.#afterSend();
      await redis.flushdb();
    }
    redis.disconnect();
  }
}
