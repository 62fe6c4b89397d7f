import { Redis } from 'ioredis';
import type { Config } from '../platform/config.js';
import { createWaker } from '../platform/events/wake.js';
import { type Database, openDatabase, roleUrl } from '../platform/database/index.js';
import { roleSettings } from '../platform/database/hub-database.js';
import type { Metrics } from '../platform/http/metrics.js';
import type { Log } from '../platform/log.js';
import type { Secrets } from '../platform/secrets.js';
import { checkRedis } from '../platform/queue/index.js';
import { rooms } from '../rooms.js';

/** What every part of the hub stands on. */
export interface Ground {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly log: Log;
  readonly metrics: Metrics;
  /** Host, port and name of the database. */
  readonly url: string;
  readonly redis: Redis | undefined;
  /** Runs at the end, last come first. */
  atEnd(name: string, close: () => Promise<unknown>): void;
}

/** Opens the database for a part that acts as that role; closed at the end. */
export const openAs = async ({ config, secrets, url, atEnd }: Ground, actingRole: Database['actingRole']): Promise<Database> => {
  const entities = rooms.flatMap((room) => room.entities);
  const database = await openDatabase({ url, actingRole, entities, ...roleSettings(config, secrets) });
  atEnd(`database as ${actingRole}`, () => database.close());
  return database;
};

/** Tells the dispatcher, wherever it runs, that something was committed. */
export const wakerOf = (database: Database): (() => void) => createWaker(database.pool(database.actingRole));

export const jobsUrlOf = ({ config, secrets, url }: Ground): string => roleUrl(url, 'hub_jobs', roleSettings(config, secrets));

/** @throws Error in words when the Redis would lose jobs */
export const openRedis = async (redisUrl: string, log: Log): Promise<Redis> => {
  const { objections, warnings } = await checkRedis(redisUrl);
  if (objections.length > 0) throw new Error(objections.join('\n'));
  for (const warning of warnings) log.warn(warning);
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, connectTimeout: 5_000 });
  redis.on('error', (err) => log.warn({ err }, 'redis'));
  return redis;
};
