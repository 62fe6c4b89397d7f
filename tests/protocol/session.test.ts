import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PASSWORD, startHub, type TestHub } from '../support/hub.js';

let hub: TestHub;
let orgId: string;

beforeAll(async () => {
  hub = await startHub();
  orgId = await hub.organisation();
});
afterAll(() => hub.stop());
// All tests come from one address, whose own limit is the matter of one test only.
beforeEach(() => hub.db.owner.query('delete from app.login_try'));

const json = { 'content-type': 'application/json' };
const logIn = (body: unknown, url = hub.url): Promise<Response> =>
  fetch(`${url}/session`, { method: 'POST', headers: json, body: JSON.stringify(body) });
const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const opened = async (duties: Parameters<TestHub['person']>[1] = ['CLERK']) => {
  const person = await hub.person(orgId, duties);
  const answer = await logIn(person);
  return { person, answer, cookie: cookieOf(answer), body: (await answer.json()) as { csrfToken: string; organisation: string } };
};
const ask = (headers: Record<string, string>, query = '{ __typename }'): Promise<Response> =>
  fetch(`${hub.url}/graphql`, { method: 'POST', headers: { ...json, ...headers }, body: JSON.stringify({ query }) });

describe('a log-in', () => {
  it('opens a session in a cookie that no script reads and no other site sends, with a token for what changes', async () => {
    const { answer, cookie, body } = await opened();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('set-cookie')).toMatch(/^rongtong_session=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/);
    expect(body.organisation).toBe(`org_${orgId.replaceAll('-', '')}`);
    expect((await ask({ cookie, 'x-csrf-token': body.csrfToken })).status).toBe(200);
  });

  it('leaves its event in the feed of the organisation', async () => {
    await opened();
    const events = await hub.db.owner.query(`select count(*) from app.event where type = 'SESSION_OPENED' and org_id = $1`, [orgId]);
    expect(Number(events.rows[0].count)).toBeGreaterThan(0);
  });

  it('gives a person the rights of the duties and no more', async () => {
    const { cookie } = await opened(['QUALITY']);
    expect(await (await fetch(`${hub.url}/session`, { headers: { cookie } })).json()).toMatchObject({
      duties: ['QUALITY'],
      scopes: expect.not.arrayContaining(['amounts:read', 'orders:write']),
    });
  });

  it('answers the same to a wrong name, a wrong password and an organisation of others', async () => {
    const { login } = await hub.person(orgId, ['CLERK']);
    const wrong = [
      { login, password: 'wrong' },
      { login: 'nobody@example.test', password: PASSWORD },
      { login, password: PASSWORD, organisation: `org_${randomUUID().replaceAll('-', '')}` },
      { login, password: PASSWORD, organisation: 'nonsense' },
    ];
    const answers = await Promise.all(
      wrong.map(async (body) => {
        const answer = await logIn(body);
        return [answer.status, answer.headers.get('set-cookie'), await answer.text()];
      }),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.slice(0, 2)).toEqual([401, null]);
  });

  it('refuses what is no name or password at all without asking the database', async () => {
    for (const body of [
      {},
      { login: 'a' },
      { login: 'a\u0000b', password: 'x' },
      { login: 'a', password: 7 },
      { login: 'x'.repeat(101), password: 'x' },
      [],
      'text',
    ]) {
      expect((await logIn(body)).status, JSON.stringify(body)).toBe(400);
    }
  });

  it('is limited to 5 failures of an account in a quarter of an hour, however many come at once, and says how long to wait', async () => {
    const { login } = await hub.person(orgId, ['CLERK']);
    const statuses = (await Promise.all(Array.from({ length: 12 }, () => logIn({ login, password: 'wrong' })))).map(({ status }) => status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    const limited = await logIn({ login: login.toUpperCase(), password: PASSWORD });
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(800);
    await hub.db.owner.query(`update app.login_try set at = at - interval '15 minutes'`);
    expect((await logIn({ login, password: PASSWORD })).status).toBe(200);
  });

  it('counts unknown accounts like known ones, and over all processes', async () => {
    const login = `${randomUUID()}@example.test`;
    const url = await hub.another();
    const statuses: number[] = [];
    for (let n = 0; n < 6; n++) statuses.push((await logIn({ login, password: 'wrong' }, n % 2 ? url : hub.url)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
    await hub.stopLast();
  });

  it('is limited to 20 failures of an address, whatever the accounts', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 21; n++) statuses.push((await logIn({ login: `${randomUUID()}@example.test`, password: 'wrong' })).status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(20);
    expect(statuses.at(-1)).toBe(429);
  });

  it('that succeeds forgives the failures before it', async () => {
    const { login, password } = await hub.person(orgId, ['CLERK']);
    for (let n = 0; n < 4; n++) await logIn({ login, password: 'wrong' });
    expect((await logIn({ login, password })).status).toBe(200);
    for (let n = 0; n < 4; n++) expect((await logIn({ login, password: 'wrong' })).status).toBe(401);
    expect((await logIn({ login, password })).status).toBe(200);
  });
});

describe('a request by cookie', () => {
  it('changes nothing without the token of its own session', async () => {
    const { cookie } = await opened();
    const { body: other } = await opened();
    for (const token of [undefined, '', 'wrong', other.csrfToken]) {
      for (const [method, path] of [
        ['POST', '/graphql'],
        ['POST', '/files?name=a'],
        ['DELETE', '/session'],
      ] as const) {
        const headers = { cookie, ...(method === 'POST' && json), ...(token !== undefined && { 'x-csrf-token': token }) };
        const answer = await fetch(hub.url + path, { method, headers, ...(method === 'POST' && { body: '{"query":"{ __typename }"}' }) });
        expect([path, answer.status]).toEqual([path, 403]);
      }
    }
    expect((await fetch(`${hub.url}/session`, { headers: { cookie } })).status).toBe(200);
  });

  it('cannot be forged as a form: only JSON is read', async () => {
    const { cookie } = await opened();
    const forged = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'text/plain' },
      body: '{"query":"{ __typename }"}',
    });
    expect(forged.status).toBe(403);
    expect((await fetch(`${hub.url}/session`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' })).status).toBe(415);
    expect((await fetch(`${hub.url}/graphql?query={__typename}`, { headers: { cookie } })).status).toBe(400);
  });

  it('learns its token anew after a reload', async () => {
    const { cookie, body } = await opened();
    expect(await (await fetch(`${hub.url}/session`, { headers: { cookie } })).json()).toMatchObject({ csrfToken: body.csrfToken });
  });

  it('is not taken once a key is presented beside it', async () => {
    const { cookie, body } = await opened();
    expect((await ask({ cookie, 'x-csrf-token': body.csrfToken, authorization: 'Bearer rt_unknown' })).status).toBe(401);
  });
});

describe('a log-out', () => {
  it('ends the session at once and leaves its event', async () => {
    const { cookie, body } = await opened();
    const headers = { cookie, 'x-csrf-token': body.csrfToken };
    const answer = await fetch(`${hub.url}/session`, { method: 'DELETE', headers });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('Max-Age=0')]);
    expect((await ask(headers)).status).toBe(401);
    expect((await hub.db.owner.query(`select 1 from app.event where type = 'SESSION_ENDED' and org_id = $1`, [orgId])).rowCount).toBe(1);
  });
});
