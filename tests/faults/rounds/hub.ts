import { spawnSync } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import path from 'node:path';
import { publicId } from '../../../src/kernel/ids.js';
import { secretHash } from '../../../src/platform/auth/credentials.js';
import { Member } from './member.js';
import { buildAside } from './program.js';
import { type Server, startServer } from './server.js';

/** One organisation and the keys by which its systems act. */
export interface Org {
  readonly uuid: string;
  readonly id: string;
  readonly keys: readonly string[];
}

/** Two APIs and two workers over one PostgreSQL, as a company would run them. */
export interface RoundsHub {
  readonly server: Server;
  readonly apis: readonly [Member, Member];
  readonly workers: readonly [Member, Member];
  readonly buyers: readonly Org[];
  readonly suppliers: readonly Org[];
  /** Who may read the figures of the processes. */
  readonly operator: Org;
  /** Of the hub's own part of it; undefined where jobs are kept in PostgreSQL. */
  readonly redisUrl: string | undefined;
  stop(): Promise<readonly (number | null)[]>;
}

const SCOPES = {
  BUYER: '{orders:read,orders:write,amounts:read,parties:read,feed:read}',
  SUPPLIER: '{orders:read,orders:write,amounts:read,parties:read,feed:read}',
  OPERATOR: '{operator}',
};
// A database of its own in the Redis of the run, so that flushing it hurts nobody else.
const REDIS_DATABASE = '/9';

const enter = async ({ owner }: Server, role: keyof typeof SCOPES, keyCount: number): Promise<Org> => {
  const uuid = randomUUID();
  const name = `${role} ${uuid.slice(0, 4)}`;
  await owner.query(
    `insert into app.organisation (id, country, legal_name, name_zh, name_en, size_class, roles) values ($1, 'DE', $2, $2, $2, 'SMALL', array[$3])`,
    [uuid, name, role],
  );
  const keys = Array.from({ length: keyCount }, () => `rt_${randomBytes(24).toString('base64url')}`);
  for (const key of keys)
    await owner.query(
      `insert into app.api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at) values ($1, $2, $3, $4, $5, $2, 'infinity', 'infinity')`,
      [randomUUID(), uuid, key.slice(0, 8), secretHash(key), SCOPES[role]],
    );
  return { uuid, id: publicId('org', uuid), keys };
};

const relate = async ({ owner }: Server, buyers: readonly Org[], suppliers: readonly Org[]): Promise<void> => {
  for (const a of buyers)
    for (const b of suppliers)
      await owner.query('insert into app.relationship (org_id, other_id) values ($1, $2), ($2, $1) on conflict do nothing', [
        a.uuid,
        b.uuid,
      ]);
};

const redisOf = (url: string | undefined): string | undefined =>
  url === undefined ? undefined : Object.assign(new URL(url), { pathname: REDIS_DATABASE }).toString();

export const startRoundsHub = async (): Promise<RoundsHub> => {
  const program = buildAside();
  const server = await startServer();
  const redisUrl = redisOf(process.env.REDIS_URL);
  const settings: Record<string, string> = {
    DATABASE_URL: Object.assign(new URL(server.ownerUrl), { username: '', password: '' }).toString(),
    HUB_SECRET_FILE: path.join(server.folder, 'hub.json'),
    DATA_DIR: path.join(server.folder, 'files'),
    ...(redisUrl !== undefined && { REDIS_URL: redisUrl }),
  };
  const command = (more: Record<string, string>, ...args: string[]): void => {
    const env = { PATH: process.env.PATH, ...settings, ...more };
    const { status, stderr } = spawnSync(process.execPath, [program.main, ...args], { env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  };
  command({}, 'secrets', 'rotate');
  command({ DATABASE_OWNER_URL: server.ownerUrl }, 'migrate');
  const buyers = [await enter(server, 'BUYER', 2), await enter(server, 'BUYER', 2)];
  const suppliers = [await enter(server, 'SUPPLIER', 2), await enter(server, 'SUPPLIER', 1), await enter(server, 'SUPPLIER', 1)];
  const operator = await enter(server, 'OPERATOR', 1);
  await relate(server, buyers, suppliers);
  const member = (name: string, part: 'api' | 'worker'): Member => new Member(name, program.main, part, settings);
  const apis = [member('api-1', 'api'), member('api-2', 'api')] as const;
  const workers = [member('worker-1', 'worker'), member('worker-2', 'worker')] as const;
  const stop = async (): Promise<readonly (number | null)[]> => {
    const codes = await Promise.all([...apis, ...workers].map((one) => one.end()));
    await server.stop();
    program.remove();
    return codes;
  };
  await Promise.all([...apis, ...workers].map((one) => one.ready())).catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  return {
    server,
    apis,
    workers,
    buyers,
    suppliers,
    operator,
    redisUrl,
    stop,
  };
};
