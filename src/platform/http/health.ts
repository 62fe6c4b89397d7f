import type { FastifyInstance } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Registry } from 'prom-client';
import type { Authenticator } from '../auth/authenticate.js';
import { permits } from '../auth/policy.js';
import { fault } from '../graphql/faults.js';
import { callerOf, refuse } from './request.js';

/** One thing without which the process cannot do its work. Rejects while it is missing. */
export interface Check {
  readonly name: string;
  run(): Promise<unknown>;
}

export interface HealthDeps {
  readonly checks: readonly Check[];
  readonly metrics: Registry;
  readonly authenticator: Authenticator;
}

const PATIENCE_MS = 2_000;

const within = async (check: Check): Promise<boolean> => {
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<boolean>((resolve) => {
    late = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  const passed = await Promise.race([
    check.run().then(
      () => true,
      () => false,
    ),
    patience,
  ]);
  clearTimeout(late);
  return passed;
};

/** Alive: the process answers. Ready: it can do its work. Figures: for the operator only. */
export function healthRoutes(app: FastifyInstance, { checks, metrics, authenticator }: HealthDeps): void {
  app.get('/health/live', async () => ({ status: 'live' }));

  app.get('/health/ready', async (_request, reply) => {
    const results = await Promise.all(checks.map(async (check) => [check.name, (await within(check)) ? 'ready' : 'missing'] as const));
    const ready = results.every(([, state]) => state === 'ready');
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', checks: Object.fromEntries(results) });
  });

  app.get('/metrics', async (request, reply) => {
    const caller = await callerOf(request, authenticator);
    if (caller instanceof GraphQLError) return refuse(reply, caller);
    if (!permits(caller.viewer, 'operator')) return refuse(reply, fault('FORBIDDEN', { message: 'This needs the right operator.' }));
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
}
