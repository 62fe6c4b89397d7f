import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** A figure that is looked up when the metrics are read. */
export interface Figure {
  readonly name: string;
  readonly help: string;
  /** The value, or one value for each label. */
  read(): number | ReadonlyMap<string, number> | Promise<number | ReadonlyMap<string, number>>;
  /** Name of the label, when there is one. */
  readonly label?: string;
}

export interface Metrics {
  readonly registry: Registry;
  /** Seconds from request to answer. */
  readonly requests: Histogram<'route' | 'status'>;
  /** Any part of the hub may add its own. */
  add(figure: Figure): void;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'rongtong_http_request_seconds',
    help: 'Time from request to answer.',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  return {
    registry,
    requests,
    add({ name, help, read, label }) {
      new Gauge({
        name,
        help,
        registers: [registry],
        labelNames: label === undefined ? [] : [label],
        async collect() {
          // A figure that cannot be had now is left out; the others are still worth reading.
          const value = await Promise.resolve()
            .then(read)
            .catch(() => new Map<string, number>());
          this.reset();
          if (typeof value === 'number') this.set(value);
          else for (const [key, one] of value) this.set({ [label ?? '']: key }, one);
        },
      });
    },
  };
}
