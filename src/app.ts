import { type Config } from './platform/config.js';
import { assertFit } from './platform/database/fitness.js';
import { openHubDatabase, roleSettings } from './platform/database/hub-database.js';
import { createMetrics } from './platform/http/metrics.js';
import { setPublicUrl } from './platform/http/public-url.js';
import { createLog, type Log } from './platform/log.js';
import { openSecrets } from './platform/secrets.js';
import { startApi } from './start/api.js';
import { demoPlanting } from './start/demo.js';
import { type Ground, openRedis } from './start/ground.js';
import { startHealth } from './start/health.js';
import { startWorker } from './start/worker.js';

/** Which halves of the hub this process runs. Without the API it answers for its health only. */
export interface Parts {
  readonly api: boolean;
  readonly worker: boolean;
}

export interface Hub {
  /** Where it answers, as `http://host:port`. */
  readonly url: string;
  /** Stops taking requests, lets what runs end, and takes everything down in the reverse order of its coming up. */
  stop(): Promise<void>;
}

type Closer = readonly [name: string, close: () => Promise<unknown>];

const closeAll = async (closers: readonly Closer[], log: Log): Promise<void> => {
  for (const [name, close] of [...closers].reverse()) {
    log.debug({ part: name }, 'stopping');
    await close().catch((err: unknown) => log.warn({ err, part: name }, 'did not stop cleanly'));
  }
};

/**
 * Puts the hub together and starts it: database, what must be true of it, and the parts that were asked for.
 * @throws Error in words that say what to change
 */
export async function startHub(config: Config, parts: Parts, log: Log = createLog(config.logLevel)): Promise<Hub> {
  const closers: Closer[] = [];
  const atEnd: Ground['atEnd'] = (name, close) => void closers.push([name, close]);
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= closeAll(closers, log));
  setPublicUrl(config.publicUrl);
  try {
    const secrets = openSecrets(config.secretFile, config.databaseUrl === undefined);
    const redis = config.redisUrl === undefined ? undefined : await openRedis(config.redisUrl, log);
    if (redis) atEnd('redis', async () => redis.disconnect());
    const { url, stop: stopDatabase } = await openHubDatabase(config, secrets, demoPlanting(config, secrets), log);
    atEnd('database', stopDatabase);
    await assertFit(url, roleSettings(config, secrets), config.movableClock);
    const ground: Ground = { config, secrets, log, metrics: createMetrics(), url, redis, atEnd };
    if (parts.worker) await startWorker(ground);
    const address = parts.api ? await startApi(ground) : await startHealth(ground);
    log.info({ address, ...parts }, 'ready');
    return { url: address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
