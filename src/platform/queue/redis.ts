import { Redis } from 'ioredis';

/** What a Redis must be for queues, and what it should be. */
export interface RedisFindings {
  /** In words; with any of these the hub does not start. */
  readonly objections: readonly string[];
  readonly warnings: readonly string[];
}

const setting = async (redis: Redis, name: string): Promise<string | undefined> => {
  const answer: unknown = await redis.config('GET', name).catch(() => undefined);
  return Array.isArray(answer) && typeof answer[1] === 'string' ? answer[1] : undefined;
};

/** Looks at the settings of a Redis before queues are kept in it. A hosted one that hides its settings gets warnings only. */
export async function checkRedis(url: string): Promise<RedisFindings> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null, connectTimeout: 5_000 });
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const [policy, appendOnly] = [await setting(redis, 'maxmemory-policy'), await setting(redis, 'appendonly')];
    const evicts = policy !== undefined && policy !== 'noeviction';
    return {
      objections: evicts ? [`REDIS_URL: maxmemory-policy is ${policy}; it must be noeviction, or jobs vanish when memory is short.`] : [],
      warnings: [
        ...(policy === undefined || appendOnly === undefined
          ? ['REDIS_URL: the server hides its settings; make sure that maxmemory-policy is noeviction and appendonly is yes.']
          : []),
        ...(appendOnly === 'no' ? ['REDIS_URL: appendonly is off; after a crash of Redis jobs come back late, through the sweeper.'] : []),
      ],
    };
  } catch (error) {
    return { objections: [`REDIS_URL: no answer (${error instanceof Error ? error.message : String(error)}).`], warnings: [] };
  } finally {
    redis.disconnect();
  }
}
