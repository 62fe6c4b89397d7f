import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { secretHash } from '../../src/platform/auth/credentials.js';
import { ask, build, type HubProcess, killAll, runCommand, startProcess } from '../support/hub-process.js';

const id = randomBytes(4).toString('hex');
const name = `processes_${id}`;
const folder = mkdtempSync(path.join(tmpdir(), 'rongtong-processes-'));
const ownerUrl = (): string => Object.assign(new URL(inject('ownerUrl')), { pathname: `/${name}` }).toString();
const settings = (): Record<string, string> => ({
  DATABASE_URL: Object.assign(new URL(ownerUrl()), { username: '', password: '' }).toString(),
  HUB_SECRET_FILE: path.join(folder, 'hub.json'),
  DATA_DIR: path.join(folder, 'files'),
  ROLE_PREFIX: `p${id}_`,
  ...(process.env.REDIS_URL !== undefined && { REDIS_URL: process.env.REDIS_URL }),
});
const key = `rt_${randomBytes(24).toString('base64url')}`;
let owner: pg.Pool;

const onServer = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

/** An organisation with a key, as only the owner of the database can put it there. */
const enter = async (): Promise<void> => {
  const org = randomUUID();
  await owner.query(
    `insert into app.organisation (id, country, legal_name, name_zh, name_en, size_class, roles) values ($1, 'DE', 'One', 'One', 'One', 'SMALL', '{BUYER}')`,
    [org],
  );
  await owner.query(
    `insert into app.api_key (id, org_id, name, secret_hash, scopes, created_by, expires_at, ends_at)
     values ($1, $2, 'test', $3, '{parties:admin,parties:read,feed:read}', $1, 'infinity', 'infinity')`,
    [randomUUID(), org, secretHash(key)],
  );
};

// Each test starts whole processes, which takes long where others compute.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(async () => {
  build();
  await onServer(`create database ${name}`);
  owner = new pg.Pool({ connectionString: ownerUrl(), max: 1 });
});
afterAll(async () => {
  killAll();
  await owner.end();
  await onServer(`drop database ${name} with (force)`);
  for (const role of ['app', 'worker', 'dispatch', 'feed', 'jobs', 'owner', 'guard', 'auth', 'stats'])
    await onServer(`drop role if exists p${id}_${role}`);
  rmSync(folder, { recursive: true, force: true });
});

const rename = (hub: HubProcess, nameEn: string) =>
  ask(hub.url, `mutation { organisationUpdate(input: { nameEn: "${nameEn}" }) { userErrors { code } organisation { nameEn } } }`, key);
const changes = async (hub: HubProcess): Promise<number> =>
  ((await ask(hub.url, '{ feed(first: 100) { items { event { type } } } }', key)).body.match(/ORGANISATION_CHANGED/g) ?? []).length;

describe('A hub on a database of its own', () => {
  test('is given keys and a schema by two commands; before that no server starts on it', () => {
    expect(runCommand(settings(), 'api')).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read') as string });
    expect(runCommand(settings(), 'secrets', 'rotate')).toMatchObject({ code: 0 });
    expect(runCommand(settings(), 'worker')).toMatchObject({ code: 1, err: expect.stringContaining('cannot be served') as string });
    expect(runCommand(settings(), 'migrate')).toMatchObject({ code: 1, err: expect.stringContaining('DATABASE_OWNER_URL') as string });
    const first = runCommand({ ...settings(), DATABASE_OWNER_URL: ownerUrl() }, 'migrate');
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('0001-tenancy') as string });
    expect(runCommand({ ...settings(), DATABASE_OWNER_URL: ownerUrl() }, 'migrate').out).toContain('was up to date');
  });

  test('runs as APIs and workers of their own: what one API does, the worker delivers, and the other shows; no demo is there', async () => {
    await enter();
    const [one, two, worker] = await Promise.all([
      startProcess(settings(), 'api'),
      startProcess(settings(), 'api'),
      startProcess(settings(), 'worker'),
    ]);
    expect(one.out).not.toContain('rt_demo');
    expect((await ask(one.url, '{ __typename }')).status).toBe(401);
    expect((await rename(one, 'Two')).body).toContain('"nameEn":"Two"');
    await vi.waitFor(async () => expect(await changes(two)).toBe(1), { timeout: 20_000, interval: 100 });
    expect((await fetch(`${worker.url}/health/ready`)).status).toBe(200);

    const second = await startProcess(settings(), 'worker');
    await worker.end('SIGKILL');
    await rename(two, 'Three');
    await vi.waitFor(async () => expect(await changes(one)).toBe(2), { timeout: 20_000, interval: 100 });
    const ends = await Promise.all([one, two, second].map((hub) => hub.end('SIGTERM')));
    expect(ends.map(({ code }) => code)).toEqual([0, 0, 0]);
    for (const { took } of ends) expect(took).toBeLessThan(10_000);
  });

  test('keeps its log-ins through a rotation of keys; rotated with them, they change at the next migration', async () => {
    expect(runCommand(settings(), 'secrets', 'rotate').code).toBe(0);
    expect(runCommand(settings(), 'audit', 'verify')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^1 chains with 2 rows verify/) as string,
    });
    expect(runCommand(settings(), 'secrets', 'rotate', '--roles').code).toBe(0);
    expect(runCommand(settings(), 'api')).toMatchObject({
      code: 1,
      err: expect.stringContaining('password authentication failed') as string,
    });
    expect(runCommand({ ...settings(), DATABASE_OWNER_URL: ownerUrl() }, 'migrate').code).toBe(0);
    expect(runCommand(settings(), 'audit', 'verify').code).toBe(0);
  });

  test('is backed up by the tools of its own server', () => {
    expect(runCommand(settings(), 'backup', path.join(folder, 'backup'))).toMatchObject({
      code: 1,
      err: expect.stringContaining('pg_dump') as string,
    });
  });
});
