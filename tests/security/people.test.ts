import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { DEMO_PASSWORD, demoOrgId } from '../../src/parties/index.js';
import { organisationClaim } from '../../src/parties/organisation/commands.js';
import { membershipEnd, membershipGrant, passwordChange, passwordReset, personInvite } from '../../src/parties/people/commands.js';
import { type Access, openAccess } from '../support/access.js';
import { said } from '../support/parties.js';

let access: Access;
beforeAll(async () => {
  access = await openAccess();
});
afterAll(() => access.db.drop());

describe('A person', () => {
  test('logs in by name in any case, for the home organisation, with the scopes of the duties', async () => {
    const viewer = await access.viewerOf((await access.logIn('Wang.Min@Lixin.Demo')) ?? '', 'SESSION');
    expect(viewer).toMatchObject({ orgId: demoOrgId('supplier'), kind: 'PERSON', locale: 'zh' });
    expect([...(viewer?.duties ?? [])].sort()).toEqual(['ADMIN', 'CLERK']);
    expect(viewer?.scopes.has('parties:admin')).toBe(true);
  });

  test("does not log in with a wrong password, nor for an organisation that is not the person's", async () => {
    expect(await access.tryLogin('wang.min@lixin.demo', 'wrong')).toEqual({ kind: 'refused' });
    expect(await access.tryLogin('wang.min@lixin.demo', DEMO_PASSWORD, demoOrgId('buyer'))).toEqual({ kind: 'refused' });
    expect(await access.tryLogin('nobody@lixin.demo', DEMO_PASSWORD)).toEqual({ kind: 'refused' });
  });

  test('can do nothing with an initial password but change it, which ends every session', async () => {
    const invited = await access.invite('new.clerk@hengda.demo', ['CLERK']);
    const first = (await access.logIn('new.clerk@hengda.demo', invited.initialPassword)) ?? '';
    const viewer = await access.inSession(first);
    expect(viewer.scopes.size).toBe(0);
    const change = (currentPassword: string, newPassword: string) =>
      access.hub.as(viewer, passwordChange, { currentPassword, newPassword });
    expect(said(await change('wrong', 'a good long password'))).toBe('PASSWORD_WRONG currentPassword');
    expect(said(await change(invited.initialPassword, 'short'))).toBe('PASSWORD_TOO_WEAK newPassword');
    expect(said(await change(invited.initialPassword, 'a good long password'))).toBe('OK');
    expect(await access.viewerOf(first, 'SESSION')).toBeUndefined();
    expect(await access.logIn('new.clerk@hengda.demo', invited.initialPassword)).toBeUndefined();
    const second = await access.viewerOf((await access.logIn('new.clerk@hengda.demo', 'a good long password')) ?? '', 'SESSION');
    expect(second?.scopes.has('orders:write')).toBe(true);
    expect(
      await access.owner(
        `select type from app.event where org_id = $1 and actor_id = $2 and type = 'SESSION_ENDED'`,
        demoOrgId('supplier2'),
        invited.person,
      ),
    ).toHaveLength(1);
  });

  test('whose initial password is a week old is no longer let in', async () => {
    const invited = await access.invite('late@hengda.demo', ['CLERK']);
    await access.owner(`update app.person_secret set initial_until = clock_timestamp() where person_id = $1`, invited.person);
    expect(await access.logIn('late@hengda.demo', invited.initialPassword)).toBeUndefined();
  });

  test('who has lost the password gets a new one from the home organisation only', async () => {
    const invited = await access.invite('lost@hengda.demo', ['CLERK']);
    const { result } = await access.hub.as('supplier2', passwordReset, { personId: invited.personId });
    expect(await access.logIn('lost@hengda.demo', invited.initialPassword)).toBeUndefined();
    expect(await access.logIn('lost@hengda.demo', result?.initialPassword)).toBeDefined();
    expect(said(await access.hub.as('supplier', passwordReset, { personId: invited.personId }))).toBe('NOT_FOUND personId');
    // A person of another organisation who has duties here is seen, and still not ours to reset.
    await access.owner(
      `insert into app.membership (id, org_id, person_id, duties, valid_from, granted_by) values (gen_random_uuid(), $1, $2, '{CLERK}', '2026-01-01', $1)`,
      demoOrgId('supplier'),
      invited.person,
    );
    expect(said(await access.hub.as('supplier', passwordReset, { personId: invited.personId }))).toBe('PERSON_OF_ANOTHER personId');
  });

  test('only changes the own password in a session, never by a key', async () => {
    expect(said(await access.hub.as('buyer', passwordChange, { currentPassword: 'x', newPassword: 'a good long password' }))).toBe(
      'PERSON_ONLY',
    );
  });

  test('cannot be invited under a name that is taken anywhere, or is none', async () => {
    expect(said(await access.hub.as('buyer', personInvite, { login: 'WANG.MIN@lixin.demo', name: 'x', duties: ['CLERK'] }))).toBe(
      'LOGIN_NOT_AVAILABLE login',
    );
    expect(said(await access.hub.as('buyer', personInvite, { login: 'a b c', name: 'x', duties: ['CLERK'] }))).toBe('LOGIN_INVALID login');
    expect(
      said(
        await access.hub.as('buyer', personInvite, {
          login: 'dates@x.demo',
          name: 'x',
          duties: ['CLERK'],
          validFrom: '2026-02-01',
          validTo: '2026-01-31',
        }),
      ),
    ).toBe('DATES_REVERSED validTo');
  });

  test('of a new organisation is invited by the operator: the first one, as administrator', async () => {
    const claimed = await access.hub.as('operator', organisationClaim, {
      country: 'NO',
      legalName: 'Ny AS',
      sizeClass: 'MICRO',
      roles: ['SUPPLIER'],
    });
    const organisationId = publicId('org', claimed.result?.organisationId ?? '');
    const first = (login: string, duties: string[]) =>
      access.hub.as('operator', personInvite, { organisationId, login, name: 'x', duties });
    expect(said(await first('first@ny.demo', ['CLERK']))).toBe('FIRST_ADMINISTRATOR_ONLY organisationId');
    const { result } = await first('first@ny.demo', ['ADMIN']);
    expect(await access.logIn('first@ny.demo', result?.initialPassword)).toBeDefined();
    expect(said(await first('second@ny.demo', ['ADMIN']))).toBe('FIRST_ADMINISTRATOR_ONLY organisationId');
    expect(said(await access.hub.as('buyer', personInvite, { organisationId, login: 'third@ny.demo', name: 'x', duties: ['ADMIN'] }))).toBe(
      'NOT_FOUND organisationId',
    );
  });
});

describe('Duties', () => {
  test('that ended open nothing, and the session falls with the last of them', async () => {
    const invited = await access.invite('leaver@hengda.demo', ['CLERK']);
    await access.owner(`update app.person_secret set initial_until = null where person_id = $1`, invited.person);
    const secret = (await access.logIn('leaver@hengda.demo', invited.initialPassword)) ?? '';
    expect((await access.viewerOf(secret, 'SESSION'))?.duties).toEqual(new Set(['CLERK']));
    expect(said(await access.hub.as('supplier2', membershipEnd, { membershipId: invited.membershipId }))).toBe('OK');
    expect(await access.viewerOf(secret, 'SESSION')).toBeUndefined();
    expect(await access.logIn('leaver@hengda.demo', invited.initialPassword)).toBeUndefined();
    expect(said(await access.hub.as('supplier2', membershipEnd, { membershipId: invited.membershipId }))).toBe(
      'ENDED_ALREADY membershipId',
    );
  });

  test('outside their days do not count', async () => {
    const past = await access.invite('past@hengda.demo', ['CLERK'], { validFrom: '2025-01-01', validTo: '2025-12-31' });
    const future = await access.invite('future@hengda.demo', ['CLERK'], { validFrom: '2999-01-01' });
    expect([
      await access.logIn('past@hengda.demo', past.initialPassword),
      await access.logIn('future@hengda.demo', future.initialPassword),
    ]).toEqual([undefined, undefined]);
  });

  test('delegated count until their last day, and end with those that they stem from', async () => {
    const boss = await access.invite('boss@hengda.demo', ['APPROVER', 'CLERK']);
    const deputy = await access.invite('deputy@hengda.demo', ['CLERK']);
    await access.owner(`update app.person_secret set initial_until = null where person_id = $1`, deputy.person);
    const delegate = (rest: object) =>
      access.hub.as('supplier2', membershipGrant, {
        personId: deputy.personId,
        delegatedFromId: boss.membershipId,
        duties: ['APPROVER'],
        validTo: '2999-12-31',
        ...rest,
      });
    expect(said(await delegate({ validTo: null }))).toBe('DELEGATION_WITHOUT_END validTo');
    expect(said(await delegate({ duties: ['QUALITY'] }))).toBe('DELEGATION_TOO_WIDE delegatedFromId');
    expect(said(await delegate({ personId: boss.personId }))).toBe('DELEGATION_TO_ONESELF personId');
    expect(said(await delegate({}))).toBe('OK');
    const secret = (await access.logIn('deputy@hengda.demo', deputy.initialPassword)) ?? '';
    expect([...((await access.viewerOf(secret, 'SESSION'))?.duties ?? [])].sort()).toEqual(['APPROVER', 'CLERK']);
    await access.hub.as('supplier2', membershipEnd, { membershipId: boss.membershipId });
    expect([...((await access.viewerOf(secret, 'SESSION'))?.duties ?? [])]).toEqual(['CLERK']);
  });

  test('of the last administrator cannot be ended, also by two at once', async () => {
    const memberships = await access.owner(
      `select m.id from app.membership m where m.org_id = $1 and 'ADMIN' = any(duties)`,
      demoOrgId('supplier4'),
    );
    expect(memberships).toHaveLength(1);
    const first = publicId('mbr', String(memberships[0]?.id));
    expect(said(await access.hub.as('supplier4', membershipEnd, { membershipId: first }))).toBe('LAST_ADMINISTRATOR membershipId');
    const second = (await access.hub.as('supplier4', personInvite, { login: 'second@qinghe.demo', name: 'x', duties: ['ADMIN'] })).result;
    const both = await Promise.all(
      [first, publicId('mbr', second?.membershipId ?? '')].map((membershipId) =>
        access.hub.as('supplier4', membershipEnd, { membershipId }),
      ),
    );
    expect(both.map(said).sort()).toEqual(['LAST_ADMINISTRATOR membershipId', 'OK']);
  });

  test('are given to people of the own organisation only', async () => {
    const [stranger] = await access.owner('select id from app.person where org_id = $1 limit 1', demoOrgId('bank'));
    expect(
      said(await access.hub.as('buyer', membershipGrant, { personId: publicId('psn', String(stranger?.id)), duties: ['CLERK'] })),
    ).toBe('NOT_FOUND personId');
    expect(said(await access.hub.as('buyer', membershipGrant, { personId: publicId('psn', String(stranger?.id)), duties: [] }))).toBe(
      'REQUIRED duties',
    );
  });
});

test("A wrong password is an event of the person's organisation; a wrong name is nobody's", async () => {
  const refused = () => access.owner(`select org_id from app.event where type = 'LOGIN_REFUSED'`);
  const before = (await refused()).length;
  await access.database.pool('hub_app').query(`select app.login_refused('Wang.Min@lixin.demo', 'r'), app.login_refused('nobody', 'r')`);
  expect((await refused()).slice(before)).toEqual([{ org_id: demoOrgId('supplier') }]);
});

test('No event of people and credentials holds a name, a log-in or a secret', async () => {
  const [row] = await access.owner(`select count(*)::int as n from app.event e, app.person p
    where p.name <> 'x' and position(p.name in row_to_json(e)::text) + position(p.login in row_to_json(e)::text) > 0`);
  expect(row).toEqual({ n: 0 });
});
