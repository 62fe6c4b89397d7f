import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hubFound } from '../../src/parties/index.js';
import { organisationClaim } from '../../src/parties/organisation/commands.js';
import { createLogin } from '../../src/platform/auth/login.js';
import { type Scope, SCOPES, type Viewer } from '../../src/platform/auth/viewer.js';
import type { Database } from '../../src/platform/database/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { demoViewer, type Hub, hubOn, said } from '../support/parties.js';

let db: TestDatabase;
let database: Database;
let hub: Hub;
beforeAll(async () => {
  db = await freshDatabase();
  database = await db.open();
  hub = hubOn(database);
});
afterAll(() => db.drop());

const founder = (): Viewer => demoViewer('operator', { orgId: randomUUID(), scopes: new Set<Scope>(SCOPES) });
const founding = { uscc: '91350100M000100Y43', legalName: '平台运营有限公司', login: 'first@hub.test', name: '首位管理员' };

test('An empty hub is founded by its operator, once', async () => {
  expect(said(await hub.as(founder(), hubFound, { ...founding, uscc: undefined }))).toBe('USCC_REQUIRED uscc');
  expect(said(await hub.as(founder(), hubFound, { ...founding, login: 'a b c' }))).toBe('LOGIN_INVALID login');
  const first = founder();
  const { result } = await hub.as(first, hubFound, founding);
  const login = await createLogin(database.pool('hub_app'))({
    login: founding.login,
    password: String(result?.initialPassword),
    address: '10.0.0.1',
  });
  expect(login).toMatchObject({ kind: 'passed', orgId: first.orgId, initial: true });
  expect(said(await hub.as(founder(), hubFound, { ...founding, uscc: '91440300MA7RT0010P', login: 'second@hub.test' }))).toBe(
    'HUB_FOUNDED',
  );
  expect(said(await hub.as(first, organisationClaim, { country: 'NO', legalName: 'Fjord', sizeClass: 'SMALL', roles: ['SUPPLIER'] }))).toBe(
    'OK',
  );
});

test('An organisation that nobody entered cannot enter itself', async () => {
  await expect(
    hub.as(founder(), organisationClaim, { country: 'NO', legalName: 'Fjord', sizeClass: 'SMALL', roles: ['SUPPLIER'] }),
  ).rejects.toThrow('row-level security');
});
