import fastify, { type FastifyBaseLogger } from 'fastify';
import { createAuthenticator } from '../platform/auth/authenticate.js';
import { healthRoutes } from '../platform/http/health.js';
import { type Ground, openAs } from './ground.js';

/** Health and figures of a process without an API. @returns the address */
export const startHealth = async (ground: Ground): Promise<string> => {
  const { config, log, metrics, atEnd } = ground;
  const pool = (await openAs(ground, 'hub_app')).pool('hub_app');
  const app = fastify({ loggerInstance: log as FastifyBaseLogger, disableRequestLogging: true, forceCloseConnections: true });
  healthRoutes(app, {
    checks: [{ name: 'database', run: () => pool.query('select 1') }],
    metrics: metrics.registry,
    authenticator: createAuthenticator(pool),
  });
  atEnd('health', () => app.close());
  return app.listen({ host: config.host, port: config.port });
};
