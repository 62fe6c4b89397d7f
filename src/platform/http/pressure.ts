import type { MikroORM } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/knex';
import type { Pool } from 'pg';

/** A pool of connections, as far as its queue can be felt. */
export interface PoolGauge {
  readonly name: string;
  waiting(): number;
  /** Takes a connection as any request would, and gives it back. */
  probe(): Promise<void>;
}

export const poolGauge = (name: string, pool: Pool): PoolGauge => ({
  name,
  waiting: () => pool.waitingCount,
  probe: async () => (await pool.connect()).release(),
});

interface KnexClient {
  readonly pool: { numPendingAcquires(): number };
  acquireConnection(): Promise<unknown>;
  releaseConnection(connection: unknown): Promise<void>;
}

export const ormGauge = (orm: MikroORM): PoolGauge => {
  const client = (): KnexClient => (orm.em as SqlEntityManager).getConnection().getKnex().client as KnexClient;
  return {
    name: 'commands',
    waiting: () => client().pool.numPendingAcquires(),
    probe: async () => client().releaseConnection(await client().acquireConnection()),
  };
};

export interface Pressure {
  /** Seconds after which to come back, when a request would now wait too long for a connection; else undefined. */
  retryAfter(): number | undefined;
  /** Seconds that the last probe of each pool waited. */
  waits(): ReadonlyMap<string, number>;
  close(): void;
}

const TOO_LONG_MS = 1_000;
const LOOK_EVERY_MS = 200;

interface Probe {
  startedAt: number | undefined;
  tookMs: number;
  endedAt: number;
}

/** Feels how long a connection takes to get: whenever somebody waits for one, a probe stands in the same queue. */
export function watchPressure(gauges: readonly PoolGauge[], now: () => number = () => performance.now()): Pressure {
  const probes = new Map(gauges.map((gauge) => [gauge.name, { startedAt: undefined, tookMs: 0, endedAt: 0 } as Probe]));
  const look = (gauge: PoolGauge, probe: Probe): void => {
    if (probe.startedAt !== undefined || gauge.waiting() === 0) return;
    const startedAt = now();
    probe.startedAt = startedAt;
    const end = (): void => Object.assign(probe, { startedAt: undefined, tookMs: now() - startedAt, endedAt: now() }) && undefined;
    // A pool that cannot connect at all is a matter of readiness; here only the wait counts.
    gauge.probe().then(end, end);
  };
  const timer = setInterval(() => {
    for (const gauge of gauges) look(gauge, probes.get(gauge.name) as Probe);
  }, LOOK_EVERY_MS);
  timer.unref();
  const tooLong = ({ startedAt, tookMs, endedAt }: Probe): boolean =>
    startedAt === undefined ? tookMs > TOO_LONG_MS && now() - endedAt < TOO_LONG_MS : now() - startedAt > TOO_LONG_MS;
  return {
    retryAfter: () => ([...probes.values()].some(tooLong) ? 1 : undefined),
    waits: () =>
      new Map([...probes].map(([name, { startedAt, tookMs }]) => [name, (startedAt === undefined ? tookMs : now() - startedAt) / 1000])),
    close: () => clearInterval(timer),
  };
}
