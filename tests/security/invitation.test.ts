import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notices } from '../../src/notices/index.js';
import { parseId } from '../../src/kernel/ids.js';
import { CSRF_HEADER, secretHash } from '../../src/platform/auth/credentials.js';
import type { Scope } from '../../src/platform/auth/viewer.js';
import { browserPath, launch } from '../support/browser.js';
import { cookieOf, invitationsOf, tokenOf } from '../support/invitation.js';
import { type Member, memberOf } from '../support/notices.js';
import { ordersHub, type OrdersHub } from '../support/orders.js';

const TRADING: Scope[] = ['orders:read', 'orders:write', 'amounts:read', 'parties:read'];

let hub: OrdersHub;
let buyer: Member;
let other: Member;
let supplierId: string;
let mine: string;
let second: string;
let of: ReturnType<typeof invitationsOf>;

const as = async (role: 'BUYER' | 'SUPPLIER' | 'OPERATOR', scopes: Scope[]): Promise<Member> => {
  const uuid = await hub.organisation([role]);
  return memberOf(hub.url, (await hub.key(uuid, scopes)).header, uuid);
};
const forgetTries = () => hub.db.owner.query('delete from app.login_try');
/** A revoked session may be remembered for a second. */
const remembered = () => new Promise((resolve) => setTimeout(resolve, 1_100));

beforeAll(async () => {
  hub = await ordersHub([notices]);
  [buyer, other] = [await as('BUYER', TRADING), await as('BUYER', TRADING)];
  of = invitationsOf(hub.url, buyer);
  supplierId = await of.enter('New Forge Ltd');
  [mine, second] = [await of.issue(supplierId, 'INV-1'), await of.issue(supplierId, 'INV-2')];
});
afterAll(() => hub.stop());

describe('A supplier that is not on the hub', () => {
  it('is entered once by each name, and found by its code whoever entered it', async () => {
    const enter = (who: Member, input: object) => who.act('supplierInvite', { email: 'a@b.example', ...input }, 'supplier { id }');
    expect(await enter(buyer, { name: ' new forge ltd' })).toEqual({ supplier: { id: supplierId } });
    const uscc = '91350100M000100Y43';
    const first = await enter(buyer, { name: 'Coded', uscc });
    expect(await enter(other, { name: 'Coded by another', uscc })).toEqual(first);
    expect(await enter(other, { name: 'New Forge Ltd' })).not.toEqual({ supplier: { id: supplierId } });
  });

  it('is not entered where it is registered, is not described, or the caller is no buyer', async () => {
    const enter = (input: object, who = buyer) => who.act('supplierInvite', { name: 'X', ...input });
    const uscc = '91370212MA3HA10051';
    await hub.db.owner.query(`update app.organisation set country = 'CN', uscc = $2 where id = $1`, [other.id, uscc]);
    await hub.person(other.id, ['ADMIN']);
    expect(await enter({ uscc, email: 'a@b.example' })).toEqual({ refused: ['SUPPLIER_REGISTERED uscc'] });
    expect(await enter({ uscc: '91350100M000100Y44', email: 'a@b.example' })).toEqual({ refused: ['USCC_INVALID uscc'] });
    expect(await enter({ uscc: '91350100M000100Y43', country: 'DE', email: 'a@b.example' })).toEqual({
      refused: ['USCC_NOT_EXPECTED uscc'],
    });
    expect(await enter({})).toEqual({ refused: ['CONTACT_REQUIRED email'] });
    expect(await enter({ email: 'nobody', phone: '1' })).toEqual({ refused: ['EMAIL_INVALID email', 'PHONE_INVALID phone'] });
    expect(await enter({ email: 'a@b.example' }, await as('SUPPLIER', TRADING))).toEqual({ refused: ['BUYER_ONLY'] });
  });

  it('gets its first administrator from the operator like any other, and from then on no invitation opens anything', async () => {
    const supplier = await of.enter('Registering');
    const order = await of.issue(supplier, 'REG-1');
    const [spare, { guest }] = [await of.invite(order), await of.guestOf(order)];
    expect(await guest.ask(`{ order(by: { id: "${order}" }) { number } }`)).toEqual({ order: { number: 'REG-1' } });
    const person = { organisationId: supplier, login: 'first@new.example', name: 'First', duties: ['ADMIN'] };
    expect(await (await as('OPERATOR', ['operator', 'parties:admin'])).act('personInvite', person)).toEqual({});
    await remembered();
    expect((await guest.raw('{ __typename }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
    expect((await of.open(spare.secret)).status).toBe(404);
    expect(await buyer.act('invitationCreate', { orderId: order })).toEqual({ refused: ['SUPPLIER_REGISTERED orderId'] });
    await forgetTries();
  });
});

describe('An invitation', () => {
  it('is made by the buyer of the order, for somebody who can be reached, and not without end', async () => {
    expect(await other.act('invitationCreate', { orderId: mine })).toEqual({ refused: ['NOT_FOUND orderId'] });
    expect(await buyer.act('invitationCreate', { orderId: `ord_${'0'.repeat(32)}` })).toEqual({ refused: ['NOT_FOUND orderId'] });
    expect(await buyer.act('invitationCreate', { orderId: mine, email: 'x' })).toEqual({ refused: ['EMAIL_INVALID email'] });
    expect(await buyer.act('invitationCreate', { orderId: mine, expiresInHours: 721 })).toEqual({ refused: ['TOO_MANY expiresInHours'] });
    await hub.db.owner.query('delete from app.invitation_contact where supplier_id = $1', [parseId('org', supplierId)]);
    expect(await buyer.act('invitationCreate', { orderId: mine })).toEqual({ refused: ['CONTACT_REQUIRED email'] });
    const made = [];
    for (let n = 0; n < 5; n++) made.push(await of.invite(second, { phone: '13812345678' }));
    expect(await buyer.act('invitationCreate', { orderId: second })).toEqual({ refused: ['INVITATION_TOO_MANY orderId'] });
    for (const { id } of made)
      expect(await buyer.act('invitationRevoke', { invitationId: id }, 'invitation { status }')).toEqual({
        invitation: { status: 'REVOKED' },
      });
    expect(await buyer.act('invitationRevoke', { invitationId: made[0]?.id })).toEqual({ refused: ['INVITATION_ENDED invitationId'] });
    expect(await other.act('invitationRevoke', { invitationId: made[0]?.id })).toEqual({ refused: ['NOT_FOUND invitationId'] });
    expect(await buyer.act('invitationRevoke', { invitationId: made[0]?.id, expectedVersion: 1 })).toEqual({
      refused: ['STALE_VERSION expectedVersion'],
    });
  });

  it('keeps the hash of its secret and no more', async () => {
    const { secret, id } = await of.invite(mine, { email: 'forge@new.example' });
    const dump = (
      await hub.db.owner.query<{
        row: string;
      }>(`select i::text || l::text as row from app.invitation i join app.invitation_link l on l.invitation_id = i.id
      union all select d::text from app.notice_delivery d union all select e::text from app.event e union all select k::text from app.idempotency k`)
    ).rows;
    expect(dump.some(({ row }) => row.includes(secret))).toBe(false);
    expect(dump.some(({ row }) => row.includes(secretHash(secret).toString('hex')))).toBe(true);
    await buyer.act('invitationRevoke', { invitationId: id });
  });

  it('shows the same page for every link, and looks nothing up before the button is pressed', async () => {
    const [real, none] = await Promise.all(
      [(await of.invite(mine)).secret, 'A'.repeat(43)].map(
        async (secret) => [secret, await fetch(`${hub.url}/invitation/${secret}`)] as const,
      ),
    );
    const text = async ([secret, answer]: readonly [string, Response]) => (await answer.text()).replaceAll(secret, '');
    expect([real?.[1].status, none?.[1].status]).toEqual([200, 200]);
    expect(real?.[1].headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
    expect(real?.[1].headers.get('referrer-policy')).toBe('no-referrer');
    expect(real?.[1].headers.get('cache-control')).toContain('no-store');
    if (real && none) expect(await text(real)).toBe(await text(none));
  });

  it('answers alike where a link is used, revoked, expired, unknown or no link at all', async () => {
    const [used, revoked, expired] = [await of.invite(mine), await of.invite(mine), await of.invite(mine)];
    await buyer.act('invitationRevoke', { invitationId: revoked.id });
    await hub.db.owner.query(
      `update app.invitation set at = at - interval '9 days', expires_at = clock_timestamp() - interval '1 second' where id = $1`,
      [parseId('ivt', expired.id)],
    );
    const opened = await of.open(used.secret);
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/invitation']);
    expect(opened.headers.get('set-cookie')).toMatch(/^rongtong_guest=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Strict$/);
    const answers = await Promise.all(
      [used.secret, revoked.secret, expired.secret, 'A'.repeat(43), 'short'].map((secret) => of.open(secret)),
    );
    const texts = await Promise.all(
      answers.map(async (answer) => `${answer.status} ${answer.headers.get('set-cookie')} ${await answer.text()}`),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toMatch(/^404 null /);
    const { invitations } = await buyer.ask<{
      invitations: { nodes: { usedAt: string | null; status: string; allowedActions: object[] }[] };
    }>(`{ invitations(filter: { status: [USED], orderId: "${mine}" }) { nodes { usedAt status allowedActions { action allowed } } } }`);
    expect(invitations.nodes[0]).toMatchObject({
      status: 'USED',
      usedAt: expect.any(String),
      allowedActions: [{ action: 'REVOKE', allowed: true }],
    });
    expect((await of.open(used.secret, { cookie: cookieOf(opened) })).status).toBe(303);
    await forgetTries();
  });

  it('opens one session when two press at once', async () => {
    const { secret } = await of.invite(mine);
    const answers = await Promise.all(Array.from({ length: 6 }, () => of.open(secret)));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 404, 404, 404, 404, 404]);
    await forgetTries();
  });

  it('cannot be tried at will from one address', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 22; n++) statuses.push((await of.open(String(n).padStart(43, 'B'))).status);
    expect([statuses.slice(0, 20).every((status) => status === 404), statuses.at(-1)]).toEqual([true, 429]);
    await forgetTries();
  });

  it('ends at once when the buyer revokes it, and when the guest leaves', async () => {
    const [one, two] = [await of.guestOf(mine), await of.guestOf(mine)];
    await buyer.act('invitationRevoke', { invitationId: one.invitation });
    const left = await fetch(`${hub.url}/session`, {
      method: 'DELETE',
      headers: { cookie: two.cookie, [CSRF_HEADER]: tokenOf(two.cookie) },
    });
    expect([left.status, left.headers.get('set-cookie')]).toEqual([204, expect.stringContaining('rongtong_guest=;')]);
    await remembered();
    for (const { guest, cookie } of [one, two]) {
      expect((await guest.raw('{ __typename }')).errors?.[0]?.extensions?.code).toBe('UNAUTHENTICATED');
      expect((await fetch(`${hub.url}/invitation`, { headers: { cookie } })).status).toBe(404);
    }
  });
});

const chromium = browserPath();

describe.skipIf(chromium === undefined)('On a telephone of 360 pixels', () => {
  it('the order is read and answered without a script, in the language of the invitation', async () => {
    const browser = await launch(chromium ?? '');
    try {
      const context = await browser.newContext({ viewport: { width: 360, height: 720 }, javaScriptEnabled: false });
      const page = await context.newPage();
      const elsewhere: string[] = [];
      page.on('request', (request) => void (request.url().startsWith(hub.url) || elsewhere.push(request.url())));
      const order = await of.issue(supplierId, 'PAGE-1');
      const { secret } = await of.invite(order, { language: 'en' });
      await page.goto(`${hub.url}/invitation/${secret}`);
      await page.getByRole('button').click();
      expect(page.url()).toBe(`${hub.url}/invitation`);
      const text = await page.locator('main').innerText();
      for (const piece of ['Order PAGE-1', '194.00 CNY', '6.8 CNY', 'Screw <b>', '2026-12-10']) expect(text).toContain(piece);
      const width = await page.locator('html').boundingBox();
      const fields = await page.locator('button, input:not([type=hidden]), textarea').all();
      for (const field of fields) {
        const box = await field.boundingBox();
        expect([(box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 999) <= 360, (box?.height ?? 0) >= 44]).toEqual([true, true, true]);
      }
      expect([width?.width, fields.length]).toEqual([360, 6]);
      await page.getByRole('button', { name: 'Refuse the order' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Say why you refuse.');
      await page.getByRole('button', { name: 'Propose these dates' }).click();
      expect(await page.getByRole('alert').innerText()).toContain('Give another date for one line at least.');
      await page.locator('input[type=date]').first().fill('2026-12-20');
      await page.locator('textarea').fill('The mould is ready later.');
      await page.getByRole('button', { name: 'Propose these dates' }).click();
      expect(await page.locator('main').innerText()).toContain('your changes await the buyer');
      const { order: now } = await buyer.ask<{
        order: { status: string; openProposals: { note: string; lines: { lineId: string; changes: { field: string }[] }[] }[] };
      }>(`{ order(by: { id: "${order}" }) { status openProposals { note lines { lineId changes { field } } } } }`);
      expect([now.status, now.openProposals[0]?.note, now.openProposals[0]?.lines.map(({ lineId }) => lineId)]).toEqual([
        'COUNTERED',
        'The mould is ready later.',
        ['1'],
      ]);
      expect(elsewhere).toEqual([]);
    } finally {
      await browser.close();
    }
  });

  it('an offer is accepted by one button, pressed twice or once, and not from another site', async () => {
    const order = await of.issue(supplierId, 'PAGE-2');
    const { cookie } = await of.guestOf(order);
    const html = await (await fetch(`${hub.url}/invitation`, { headers: { cookie } })).text();
    expect(html).toContain('lang="zh-CN"');
    const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? '';
    const form = { csrf: hidden('csrf'), key: hidden('key'), revision: hidden('revision'), do: 'accept' };
    const answer = (fields: object) =>
      fetch(`${hub.url}/invitation/answer`, {
        method: 'POST',
        headers: { cookie },
        redirect: 'manual',
        body: new URLSearchParams({ ...fields }),
      });
    expect((await answer({ ...form, csrf: 'x' })).status).toBe(404);
    expect((await answer({ ...form, revision: '7' })).status).toBe(422);
    expect([(await answer(form)).status, (await answer(form)).status]).toEqual([303, 303]);
    expect(await buyer.ask(`{ order(by: { id: "${order}" }) { status } }`)).toEqual({ order: { status: 'IN_FORCE' } });
    expect(await (await fetch(`${hub.url}/invitation`, { headers: { cookie } })).text()).toContain('双方已达成一致');
  });
});
