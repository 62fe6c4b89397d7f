import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { assertFit } from '../../src/platform/database/fitness.js';
import { migrate, type RoleSettings } from '../../src/platform/database/index.js';

const id = randomBytes(4).toString('hex');
const name = `fit_${id}`;
/** Roles of their own: those of the other tests stay as they are. */
const roles: RoleSettings = { prefix: `fit${id}_`, password: (name) => `of-${name.slice(4)}-${id}` };
const role = (suffix: string): string => `${roles.prefix}${suffix}`;
let url: string;
let owner: pg.Pool;

const onServer = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: inject('ownerUrl') });
  await client.connect();
  await client.query(sql).finally(() => client.end());
};

beforeAll(async () => {
  await onServer(`create database ${name}`);
  const ownerUrl = Object.assign(new URL(inject('ownerUrl')), { pathname: `/${name}` }).toString();
  url = Object.assign(new URL(ownerUrl), { username: '', password: '' }).toString();
  await migrate(ownerUrl, roles);
  owner = new pg.Pool({ connectionString: ownerUrl, max: 1 });
});
afterAll(async () => {
  await owner.end();
  await onServer(`drop database ${name} with (force)`);
  for (const suffix of ['app', 'worker', 'dispatch', 'feed', 'jobs', 'owner', 'guard', 'auth', 'stats'])
    await onServer(`drop role if exists ${role(suffix)}`);
});

/** Makes the database unfit, and fit again. */
const spoilt = async (spoil: string, mend: string): Promise<string> => {
  await owner.query(spoil);
  try {
    await assertFit(url, roles, false);
    return 'fit';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await owner.query(mend);
  }
};

describe('A server runs on a database', () => {
  test('that was migrated, under a prefix of its own', async () => {
    await expect(assertFit(url, roles, false)).resolves.toBeUndefined();
  });

  test.each([
    [
      'superuser',
      () => `alter role ${role('app')} superuser`,
      () => `alter role ${role('app')} nosuperuser`,
      /log-in hub_app is superuser/,
    ],
    [
      'BYPASSRLS',
      () => `alter role ${role('feed')} bypassrls`,
      () => `alter role ${role('feed')} nobypassrls`,
      /log-in hub_feed bypasses row-level security/,
    ],
    [
      'the owner of a table',
      () => `alter table app.seed_run owner to ${role('worker')}`,
      () => `alter table app.seed_run owner to ${role('owner')}`,
      /log-in hub_worker owns tables/,
    ],
    [
      'a member of the owner',
      () => `grant ${role('owner')} to ${role('app')}`,
      () => `revoke ${role('owner')} from ${role('app')}`,
      /log-in hub_app owns tables/,
    ],
  ])('never with a log-in that is %s', async (_what, spoil, mend, words) => {
    expect(await spoilt(spoil(), mend())).toMatch(words);
  });

  test('never when a migration is missing', async () => {
    const gone = 'delete from app.migration where number = (select max(number) from app.migration) returning *';
    const {
      rows: [last],
    } = await owner.query<{ number: number; name: string; checksum: string }>(gone);
    await expect(assertFit(url, roles, false)).rejects.toThrow(new RegExp(`migration ${last?.number} .* is missing`));
    await owner.query('insert into app.migration (number, name, checksum) values ($1, $2, $3)', [last?.number, last?.name, last?.checksum]);
  });

  test('never when a newer release has taken away what this one uses, though additions of one are fine', async () => {
    const add = (what: string) => `insert into app.migration (number, name, checksum) values (9999, '${what}', 'x')`;
    const undo = 'delete from app.migration where number = 9999';
    expect(await spoilt(add('contract-orders'), undo)).toMatch(/too new/);
    expect(await spoilt(add('expand-orders'), undo)).toBe('fit');
  });

  test('never with a clock that can be moved, unless that is meant', async () => {
    await owner.query('update app.clock set movable = true');
    await expect(assertFit(url, roles, true)).resolves.toBeUndefined();
    expect(await spoilt('select 1', 'update app.clock set movable = false')).toMatch(/business clock can be moved/);
  });

  test('never with the passwords of another file of keys, and says which log-ins fail', async () => {
    await expect(assertFit(url, { ...roles, password: () => 'other' }, false)).rejects.toThrow(
      /password authentication failed for user "fit/,
    );
  });
});
