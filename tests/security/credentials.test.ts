import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { DEMO_PASSWORD, demoKey, demoOrgId } from '../../src/parties/index.js';
import { apiKeyCreate, apiKeyRevoke, apiKeyRotate, sessionEnd } from '../../src/parties/credentials/commands.js';
import { organisationClaim } from '../../src/parties/organisation/commands.js';
import { membershipEnd, membershipGrant, passwordChange, passwordReset, personInvite } from '../../src/parties/people/commands.js';
import { createAuthenticator } from '../../src/platform/auth/authenticate.js';
import { newSessionSecret, secretHash } from '../../src/platform/auth/credentials.js';
import { createLogin } from '../../src/platform/auth/login.js';
import type { Viewer } from '../../src/platform/auth/viewer.js';
import type { Database } from '../../src/platform/database/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { demoHub, demoViewer, type Hub } from '../support/parties.js';

let db: TestDatabase;
let database: Database;
let hub: Hub;
beforeAll(async () => {
  db = await freshDatabase();
  database = await db.open();
  hub = await demoHub(database);
});
afterAll(() => db.drop());

const said = ({ result, refusals }: Awaited<ReturnType<Hub['as']>>): string =>
  result ? 'OK' : refusals.map(({ code, field }) => [code, ...(field ?? [])].join(' ')).join(', ');

/** Asks the database anew each time: the memory of the authenticator is not what is tested here. */
const viewerOf = (secret: string, kind: 'KEY' | 'SESSION' = 'KEY') => createAuthenticator(database.pool('hub_app')).viewerOf({ kind, secret });
const owner = async (sql: string, ...params: unknown[]) => (await db.owner.query<Record<string, unknown>>(sql, params)).rows;

let addresses = 0;
const tryLogin = (login: string, password: string, orgId?: string) =>
  createLogin(database.pool('hub_app'))({ login, password, orgId, address: `10.0.0.${++addresses}` });

/** Logs in as a browser does. @returns the secret of the session, or undefined when it was refused */
async function logIn(login: string, password = DEMO_PASSWORD, orgId?: string): Promise<string | undefined> {
  const answer = await tryLogin(login, password, orgId);
  if (answer.kind !== 'passed') return undefined;
  const secret = newSessionSecret();
  const { rows } = await database.pool('hub_app').query<{ id: string }>(
    `select app.session_open(gen_random_uuid(), $1, $2, $3, clock_timestamp() + interval '12 hours', 'test') as id`, [answer.personId, answer.orgId, secretHash(secret)]);
  return rows[0]?.id ? secret : undefined;
}

const invite = async (login: string, duties: string[], rest: object = {}) => {
  const { result, refusals } = await hub.as('supplier2', personInvite, { login, name: login, duties, ...rest });
  if (!result) throw new Error(JSON.stringify(refusals));
  return { ...result, personId: publicId('psn', result.personId), membershipId: publicId('mbr', result.membershipId), person: result.personId };
};

const asPerson = (viewer: Viewer | undefined): Viewer => viewer ?? demoViewer('nobody');

describe('An API key', () => {
  test('of the demo speaks for its organisation with its scopes', async () => {
    const viewer = await viewerOf(demoKey('buyer'));
    expect(viewer).toMatchObject({ orgId: demoOrgId('buyer'), kind: 'KEY' });
    expect([...(viewer?.scopes ?? [])]).not.toContain('operator');
    expect([...((await viewerOf(demoKey('operator')))?.scopes ?? [])]).toContain('operator');
  });

  test('is shown once: only its hash is kept, and no replay tells it again', async () => {
    const { result } = await hub.as('buyer', apiKeyCreate, { name: 'ERP', scopes: ['orders:read'] });
    expect(result?.secret).toMatch(/^rt_[A-Za-z0-9_-]{43}$/);
    const [stored] = await owner(`select secret_hash = sha256(convert_to($2, 'UTF8')) as same from app.api_key where id = $1`, result?.apiKeyId, result?.secret);
    expect(stored).toEqual({ same: true });
    const [kept] = await owner('select count(*)::int as n from app.idempotency where result::text like $1', `%${result?.secret}%`);
    expect(kept).toEqual({ n: 0 });
  });

  test('opens nothing from its expiry on', async () => {
    const { result } = await hub.as('buyer', apiKeyCreate, { name: 'short', scopes: ['orders:read'], validDays: 1 });
    const secret = result?.secret ?? '';
    const expiresAt = (await viewerOf(secret))?.expiresAt ?? 0;
    expect(Math.abs(expiresAt - Date.now() - 86_400_000)).toBeLessThan(60_000);
    await owner(`update app.api_key set ends_at = clock_timestamp() where id = $1`, result?.apiKeyId);
    expect(await viewerOf(secret)).toBeUndefined();
  });

  test('and its successor both work during the overlap of a rotation, and only the successor after it', async () => {
    const old = (await hub.as('buyer', apiKeyCreate, { name: 'rotated', scopes: ['orders:read', 'feed:read'] })).result;
    const apiKeyId = publicId('key', old?.apiKeyId ?? '');
    const next = (await hub.as('buyer', apiKeyRotate, { apiKeyId, overlapHours: 1 })).result;
    const [before, after] = await Promise.all([viewerOf(old?.secret ?? ''), viewerOf(next?.secret ?? '')]);
    expect(before?.scopes).toEqual(after?.scopes);
    expect(Math.abs((before?.expiresAt ?? 0) - Date.now() - 3_600_000)).toBeLessThan(60_000);
    expect(said(await hub.as('buyer', apiKeyRotate, { apiKeyId }))).toBe('KEY_ROTATED_ALREADY apiKeyId');
    await owner(`update app.api_key set ends_at = clock_timestamp() where id = $1`, old?.apiKeyId);
    expect([await viewerOf(old?.secret ?? ''), (await viewerOf(next?.secret ?? ''))?.orgId]).toEqual([undefined, demoOrgId('buyer')]);
    expect(said(await hub.as('buyer', apiKeyRotate, { apiKeyId }))).toBe('KEY_NOT_LIVE apiKeyId');
  });

  test('rotated without overlap is gone at once', async () => {
    const old = (await hub.as('buyer', apiKeyCreate, { name: 'leaked', scopes: ['orders:read'] })).result;
    await hub.as('buyer', apiKeyRotate, { apiKeyId: publicId('key', old?.apiKeyId ?? ''), overlapHours: 0 });
    expect(await viewerOf(old?.secret ?? '')).toBeUndefined();
  });

  test('revoked is gone at once, also while it is being rotated, and its organisation is told', async () => {
    const { result } = await hub.as('buyer', apiKeyCreate, { name: 'revoked', scopes: ['orders:read'] });
    const apiKeyId = publicId('key', result?.apiKeyId ?? '');
    await hub.as('buyer', apiKeyRotate, { apiKeyId });
    expect(said(await hub.as('buyer', apiKeyRevoke, { apiKeyId }))).toBe('OK');
    expect(await viewerOf(result?.secret ?? '')).toBeUndefined();
    expect(said(await hub.as('buyer', apiKeyRevoke, { apiKeyId }))).toBe('ENDED_ALREADY apiKeyId');
    expect(await owner(`select e.type, o.parties from app.event e join app.outbox o on o.event_id = e.id where e.subject_id = $1 and e.type = 'KEY_REVOKED'`, result?.apiKeyId))
      .toEqual([{ type: 'KEY_REVOKED', parties: [demoOrgId('buyer')] }]);
  });

  test('of another organisation does not exist', async () => {
    const { result } = await hub.as('buyer', apiKeyCreate, { name: 'own', scopes: ['orders:read'] });
    for (const command of [apiKeyRotate, apiKeyRevoke]) {
      expect(said(await hub.as('supplier', command, { apiKeyId: publicId('key', result?.apiKeyId ?? '') }))).toBe('NOT_FOUND apiKeyId');
    }
  });

  test('cannot be given what is the operator\'s, nor a scope that does not exist', async () => {
    expect(said(await hub.as('buyer', apiKeyCreate, { name: 'x', scopes: ['operator'] }))).toBe('SCOPE_NOT_AVAILABLE scopes');
    expect(said(await hub.as('buyer', apiKeyCreate, { name: 'x', scopes: ['everything'] }))).toBe('INVALID_VALUE scopes 0');
  });
});

describe('A person', () => {
  test('logs in by name in any case, for the home organisation, with the scopes of the duties', async () => {
    const viewer = await viewerOf((await logIn('Wang.Min@Lixin.Demo')) ?? '', 'SESSION');
    expect(viewer).toMatchObject({ orgId: demoOrgId('supplier'), kind: 'PERSON', locale: 'zh' });
    expect([...(viewer?.duties ?? [])].sort()).toEqual(['ADMIN', 'CLERK']);
    expect(viewer?.scopes.has('parties:admin')).toBe(true);
  });

  test('does not log in with a wrong password, nor for an organisation that is not the person\'s', async () => {
    expect(await tryLogin('wang.min@lixin.demo', 'wrong')).toEqual({ kind: 'refused' });
    expect(await tryLogin('wang.min@lixin.demo', DEMO_PASSWORD, demoOrgId('buyer'))).toEqual({ kind: 'refused' });
    expect(await tryLogin('nobody@lixin.demo', DEMO_PASSWORD)).toEqual({ kind: 'refused' });
  });

  test('can do nothing with an initial password but change it, which ends every session', async () => {
    const invited = await invite('new.clerk@hengda.demo', ['CLERK']);
    const first = (await logIn('new.clerk@hengda.demo', invited.initialPassword)) ?? '';
    const viewer = await viewerOf(first, 'SESSION');
    expect(viewer?.scopes.size).toBe(0);
    const change = (currentPassword: string, newPassword: string) => hub.as(asPerson(viewer), passwordChange, { currentPassword, newPassword });
    expect(said(await change('wrong', 'a good long password'))).toBe('PASSWORD_WRONG currentPassword');
    expect(said(await change(invited.initialPassword, 'short'))).toBe('PASSWORD_TOO_WEAK newPassword');
    expect(said(await change(invited.initialPassword, 'a good long password'))).toBe('OK');
    expect(await viewerOf(first, 'SESSION')).toBeUndefined();
    expect(await logIn('new.clerk@hengda.demo', invited.initialPassword)).toBeUndefined();
    const second = await viewerOf((await logIn('new.clerk@hengda.demo', 'a good long password')) ?? '', 'SESSION');
    expect(second?.scopes.has('orders:write')).toBe(true);
    expect(await owner(`select type from app.event where org_id = $1 and actor_id = $2 and type = 'SESSION_ENDED'`, demoOrgId('supplier2'), invited.person)).toHaveLength(1);
  });

  test('whose initial password is a week old is no longer let in', async () => {
    const invited = await invite('late@hengda.demo', ['CLERK']);
    await owner(`update app.person_secret set initial_until = clock_timestamp() where person_id = $1`, invited.person);
    expect(await logIn('late@hengda.demo', invited.initialPassword)).toBeUndefined();
  });

  test('who has lost the password gets a new one from the home organisation only', async () => {
    const invited = await invite('lost@hengda.demo', ['CLERK']);
    const { result } = await hub.as('supplier2', passwordReset, { personId: invited.personId });
    expect(await logIn('lost@hengda.demo', invited.initialPassword)).toBeUndefined();
    expect(await logIn('lost@hengda.demo', result?.initialPassword)).toBeDefined();
    expect(said(await hub.as('supplier', passwordReset, { personId: invited.personId }))).toBe('NOT_FOUND personId');
    // A person of another organisation who has duties here is seen, and still not ours to reset.
    await owner(`insert into app.membership (id, org_id, person_id, duties, valid_from, granted_by) values (gen_random_uuid(), $1, $2, '{CLERK}', '2026-01-01', $1)`,
      demoOrgId('supplier'), invited.person);
    expect(said(await hub.as('supplier', passwordReset, { personId: invited.personId }))).toBe('PERSON_OF_ANOTHER personId');
  });

  test('only changes the own password in a session, never by a key', async () => {
    expect(said(await hub.as('buyer', passwordChange, { currentPassword: 'x', newPassword: 'a good long password' }))).toBe('PERSON_ONLY');
  });

  test('cannot be invited under a name that is taken anywhere, or is none', async () => {
    expect(said(await hub.as('buyer', personInvite, { login: 'WANG.MIN@lixin.demo', name: 'x', duties: ['CLERK'] }))).toBe('LOGIN_NOT_AVAILABLE login');
    expect(said(await hub.as('buyer', personInvite, { login: 'a b c', name: 'x', duties: ['CLERK'] }))).toBe('LOGIN_INVALID login');
    expect(said(await hub.as('buyer', personInvite, { login: 'dates@x.demo', name: 'x', duties: ['CLERK'], validFrom: '2026-02-01', validTo: '2026-01-31' }))).toBe('DATES_REVERSED validTo');
  });

  test('of a new organisation is invited by the operator: the first one, as administrator', async () => {
    const claimed = await hub.as('operator', organisationClaim, { country: 'NO', legalName: 'Ny AS', sizeClass: 'MICRO', roles: ['SUPPLIER'] });
    const organisationId = publicId('org', claimed.result?.organisationId ?? '');
    const first = (login: string, duties: string[]) => hub.as('operator', personInvite, { organisationId, login, name: 'x', duties });
    expect(said(await first('first@ny.demo', ['CLERK']))).toBe('FIRST_ADMINISTRATOR_ONLY organisationId');
    const { result } = await first('first@ny.demo', ['ADMIN']);
    expect(await logIn('first@ny.demo', result?.initialPassword)).toBeDefined();
    expect(said(await first('second@ny.demo', ['ADMIN']))).toBe('FIRST_ADMINISTRATOR_ONLY organisationId');
    expect(said(await hub.as('buyer', personInvite, { organisationId, login: 'third@ny.demo', name: 'x', duties: ['ADMIN'] }))).toBe('NOT_FOUND organisationId');
  });
});

describe('Duties', () => {
  test('that ended open nothing, and the session falls with the last of them', async () => {
    const invited = await invite('leaver@hengda.demo', ['CLERK']);
    await owner(`update app.person_secret set initial_until = null where person_id = $1`, invited.person);
    const secret = (await logIn('leaver@hengda.demo', invited.initialPassword)) ?? '';
    expect((await viewerOf(secret, 'SESSION'))?.duties).toEqual(new Set(['CLERK']));
    expect(said(await hub.as('supplier2', membershipEnd, { membershipId: invited.membershipId }))).toBe('OK');
    expect(await viewerOf(secret, 'SESSION')).toBeUndefined();
    expect(await logIn('leaver@hengda.demo', invited.initialPassword)).toBeUndefined();
    expect(said(await hub.as('supplier2', membershipEnd, { membershipId: invited.membershipId }))).toBe('ENDED_ALREADY membershipId');
  });

  test('outside their days do not count', async () => {
    const past = await invite('past@hengda.demo', ['CLERK'], { validFrom: '2025-01-01', validTo: '2025-12-31' });
    const future = await invite('future@hengda.demo', ['CLERK'], { validFrom: '2999-01-01' });
    expect([await logIn('past@hengda.demo', past.initialPassword), await logIn('future@hengda.demo', future.initialPassword)]).toEqual([undefined, undefined]);
  });

  test('delegated count until their last day, and end with those that they stem from', async () => {
    const boss = await invite('boss@hengda.demo', ['APPROVER', 'CLERK']);
    const deputy = await invite('deputy@hengda.demo', ['CLERK']);
    await owner(`update app.person_secret set initial_until = null where person_id = $1`, deputy.person);
    const delegate = (rest: object) => hub.as('supplier2', membershipGrant, {
      personId: deputy.personId, delegatedFromId: boss.membershipId, duties: ['APPROVER'], validTo: '2999-12-31', ...rest });
    expect(said(await delegate({ validTo: null }))).toBe('DELEGATION_WITHOUT_END validTo');
    expect(said(await delegate({ duties: ['QUALITY'] }))).toBe('DELEGATION_TOO_WIDE delegatedFromId');
    expect(said(await delegate({ personId: boss.personId }))).toBe('DELEGATION_TO_ONESELF personId');
    expect(said(await delegate({}))).toBe('OK');
    const secret = (await logIn('deputy@hengda.demo', deputy.initialPassword)) ?? '';
    expect([...((await viewerOf(secret, 'SESSION'))?.duties ?? [])].sort()).toEqual(['APPROVER', 'CLERK']);
    await hub.as('supplier2', membershipEnd, { membershipId: boss.membershipId });
    expect([...((await viewerOf(secret, 'SESSION'))?.duties ?? [])]).toEqual(['CLERK']);
  });

  test('of the last administrator cannot be ended, also by two at once', async () => {
    const memberships = await owner(`select m.id from app.membership m where m.org_id = $1 and 'ADMIN' = any(duties)`, demoOrgId('supplier4'));
    expect(memberships).toHaveLength(1);
    const first = publicId('mbr', String(memberships[0]?.id));
    expect(said(await hub.as('supplier4', membershipEnd, { membershipId: first }))).toBe('LAST_ADMINISTRATOR membershipId');
    const second = (await hub.as('supplier4', personInvite, { login: 'second@qinghe.demo', name: 'x', duties: ['ADMIN'] })).result;
    const both = await Promise.all([first, publicId('mbr', second?.membershipId ?? '')].map((membershipId) => hub.as('supplier4', membershipEnd, { membershipId })));
    expect(both.map(said).sort()).toEqual(['LAST_ADMINISTRATOR membershipId', 'OK']);
  });

  test('are given to people of the own organisation only', async () => {
    const [stranger] = await owner('select id from app.person where org_id = $1 limit 1', demoOrgId('bank'));
    expect(said(await hub.as('buyer', membershipGrant, { personId: publicId('psn', String(stranger?.id)), duties: ['CLERK'] }))).toBe('NOT_FOUND personId');
    expect(said(await hub.as('buyer', membershipGrant, { personId: publicId('psn', String(stranger?.id)), duties: [] }))).toBe('REQUIRED duties');
  });
});

describe('A session', () => {
  test('is ended by its person, or by an administrator of the organisation, and by nobody else', async () => {
    const secret = (await logIn('chen.yu@haishan.demo')) ?? '';
    const viewer = asPerson(await viewerOf(secret, 'SESSION'));
    const sessionId = publicId('ses', viewer.credentialId);
    expect(said(await hub.as('supplier', sessionEnd, { sessionId }))).toBe('NOT_FOUND sessionId');
    expect(said(await hub.as(demoViewer('buyer', { scopes: new Set(['orders:read']) }), sessionEnd, { sessionId }))).toBe('NOT_FOUND sessionId');
    expect(said(await hub.as(viewer, sessionEnd, { sessionId }))).toBe('OK');
    expect(await viewerOf(secret, 'SESSION')).toBeUndefined();
    expect(said(await hub.as('buyer', sessionEnd, { sessionId }))).toBe('ENDED_ALREADY sessionId');
  });

  test('leaves its beginning and its end as events of the organisation, without a name', async () => {
    const secret = (await logIn('zhao.lei@haishan.demo')) ?? '';
    const viewer = asPerson(await viewerOf(secret, 'SESSION'));
    const end = 'select app.session_end($1, $2) as id';
    expect((await database.pool('hub_app').query(end, [secretHash(secret), 'bye'])).rows).toEqual([{ id: viewer.credentialId }]);
    expect((await database.pool('hub_app').query(end, [secretHash(secret), 'bye'])).rows).toEqual([{ id: null }]);
    expect(await owner('select type, request_id, org_id from app.event where subject_id = $1 order by id', viewer.credentialId)).toEqual([
      { type: 'SESSION_OPENED', request_id: 'test', org_id: demoOrgId('buyer') }, { type: 'SESSION_ENDED', request_id: 'bye', org_id: demoOrgId('buyer') },
    ]);
  });

  test('cannot be opened for an organisation for which the person has no duties', async () => {
    const [person] = await owner(`select id from app.person where login = 'chen.yu@haishan.demo'`);
    const { rows } = await database.pool('hub_app').query(
      `select app.session_open(gen_random_uuid(), $1, $2, sha256('x'), clock_timestamp() + interval '1 hour', 'test') as id`, [person?.id, demoOrgId('supplier')]);
    expect(rows).toEqual([{ id: null }]);
  });
});

test('A wrong password is an event of the person\'s organisation; a wrong name is nobody\'s', async () => {
  const refused = () => owner(`select org_id from app.event where type = 'LOGIN_REFUSED'`);
  const before = (await refused()).length;
  await database.pool('hub_app').query(`select app.login_refused('Wang.Min@lixin.demo', 'r'), app.login_refused('nobody', 'r')`);
  expect((await refused()).slice(before)).toEqual([{ org_id: demoOrgId('supplier') }]);
});

test('No event of people and credentials holds a name, a log-in or a secret', async () => {
  const [row] = await owner(`select count(*)::int as n from app.event e, app.person p
    where p.name <> 'x' and position(p.name in row_to_json(e)::text) + position(p.login in row_to_json(e)::text) > 0`);
  expect(row).toEqual({ n: 0 });
});
