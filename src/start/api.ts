import { createRunner } from '../platform/commands/index.js';
import { serveFeed } from '../platform/events/feed-page.js';
import { startLive } from '../platform/events/live.js';
import { createVisibility } from '../platform/events/visibility.js';
import { createApi } from '../platform/http/api.js';
import type { Reads } from '../platform/reads/index.js';
import { rooms } from '../rooms.js';
import { demoShown } from './demo.js';
import { type Ground, openAs, wakerOf } from './ground.js';

/** GraphQL over HTTP and WebSocket with everything beside it. @returns the address */
export const startApi = async (ground: Ground): Promise<string> => {
  const { config, secrets, log, metrics, redis, atEnd } = ground;
  const database = await openAs(ground, 'hub_app');
  const wake = wakerOf(database);
  const declarations = rooms.flatMap((room) => room.reads);
  const subjects = rooms.flatMap((room) => room.subjects);
  const streams = {
    appPool: database.pool('hub_app'),
    visibility: createVisibility(database.pool('hub_app'), declarations),
    fields: rooms.flatMap((room) => room.live ?? []),
    subjectTypes: subjects.map(({ type }) => type),
  };
  const live = (reads: Reads) => {
    const onError = (err: unknown) => log.warn({ err, part: 'live' }, 'subscriptions');
    const engine = startLive({ ...streams, feedPool: database.pool('hub_feed'), subjects, onError, reads });
    atEnd('subscriptions', () => engine.stop());
    return engine;
  };
  const api = await createApi({
    rooms,
    database,
    runner: createRunner({ database, wake }),
    live,
    served: (reads, schema) => new Map([['feed', serveFeed({ ...streams, reads }, schema)]]),
    cursorKeys: secrets.keys('cursor'),
    dataDir: config.dataDir,
    redis,
    metrics,
    wake,
    log,
    demo: config.demo ? demoShown() : undefined,
    secureCookies: config.secureCookies,
  });
  atEnd('api', () => api.server.close());
  return api.server.listen({ host: config.host, port: config.port });
};
