import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { codeIn, type Member, noticesHub, type NoticesHub, textOf } from '../support/notices.js';
import { orderDocument, type Party } from '../support/orders.js';

let hub: NoticesHub;
let buyer: Party;
let supplier: Party;
let clerk: Member;
let boss: Member;
let buyersClerk: Member;
let count = 0;

const ROBOT = '693a91f6-7acc-4bc4-97a0-0ec2f1fa5aaa';
const issue = async (number = `N-${++count}`): Promise<string> => {
  const { order } = await buyer.act('orderIssue', orderDocument(supplier, number));
  await hub.settled();
  return order?.id ?? '';
};
interface Listed {
  readonly notices: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly kind: string;
      readonly title: string;
      readonly number: string;
      readonly escalated: boolean;
      readonly readAt: string | null;
      readonly counterparty: { readonly id: string };
      readonly subjectId: string;
    }[];
  };
}
const listOf = async (who: Member, filter = '') =>
  (
    await who.ask<Listed>(
      `{ notices(first: 50, orderBy: OLDEST ${filter}) { totalCount nodes { id kind title number escalated readAt counterparty { id } subjectId } } }`,
    )
  ).notices;
const mailsTo = (address: string) => hub.mailbox.mails.filter(({ to }) => to.includes(address)).map(({ raw }) => textOf(raw));

beforeAll(async () => {
  hub = await noticesHub();
  [buyer, supplier] = [await hub.party(['BUYER']), await hub.party(['SUPPLIER'])];
  await hub.relate(buyer, supplier);
  [clerk, boss, buyersClerk] = [
    await hub.member(supplier.uuid, ['CLERK']),
    await hub.member(supplier.uuid, ['ADMIN']),
    await hub.member(buyer.uuid, ['CLERK', 'ADMIN']),
  ];
  await hub.toHour('10:00');
});
beforeEach(() => {
  hub.mailbox.mails.splice(0);
  hub.gateway.posts.splice(0);
});
afterAll(() => hub.stop());

describe('An address', () => {
  it('is used once its code came back; a wrong code counts, and five spend it', async () => {
    const { address } = (await clerk.act(
      'noticeAddressAdd',
      { channel: 'EMAIL', address: 'clerk@lixin.example' },
      'address { id verified }',
    )) as {
      address: { id: string; verified: boolean };
    };
    await hub.settled();
    const code = codeIn(hub.mailbox.mails[0]?.raw ?? '');
    const wrong = code === '000000' ? '111111' : '000000';
    const verify = (given: string) => clerk.act('noticeAddressVerify', { addressId: address.id, code: given }, 'verified triesLeft');
    expect([address.verified, code.length]).toEqual([false, 6]);
    expect(await verify(wrong)).toEqual({ verified: false, triesLeft: 4 });
    for (let n = 0; n < 4; n++) await verify(wrong);
    expect(await verify(code)).toEqual({ refused: ['CODE_EXPIRED code'] });
    expect(await clerk.act('noticeCodeSend', { addressId: address.id })).toEqual({ refused: ['RATE_LIMITED'] });
    await hub.db.owner.query(`update app.notice_delivery set at = at - interval '2 minutes' where purpose = 'CODE'`);
    expect(await clerk.act('noticeCodeSend', { addressId: address.id })).toEqual({});
    await hub.settled();
    expect(await verify(codeIn(hub.mailbox.mails[1]?.raw ?? ''))).toEqual({ verified: true, triesLeft: 0 });
    expect(await verify(code)).toEqual({ refused: ['ADDRESS_VERIFIED addressId'] });
    expect(await clerk.act('noticeCodeSend', { addressId: address.id })).toEqual({ refused: ['ADDRESS_VERIFIED addressId'] });
  });

  it('is refused where it is none, is there twice, or is not the caller’s to keep', async () => {
    const add = (input: object, who = clerk) => who.act('noticeAddressAdd', input);
    expect(await add({ channel: 'EMAIL', address: 'nobody' })).toEqual({ refused: ['EMAIL_INVALID address'] });
    expect(await add({ channel: 'SMS', address: '110' })).toEqual({ refused: ['PHONE_INVALID address'] });
    expect(await add({ channel: 'WECOM', address: 'http://127.0.0.1/' })).toEqual({ refused: ['ROBOT_INVALID address'] });
    expect(await add({ channel: 'EMAIL', address: 'Clerk@lixin.example' }, boss)).toEqual({});
    expect(await add({ channel: 'EMAIL', address: 'clerk@LIXIN.example' })).toEqual({ refused: ['ADDRESS_TAKEN address'] });
    expect(await add({ channel: 'EMAIL', address: 'a@b.example', group: true }, boss)).toEqual({ refused: ['GROUP_ONLY_WECOM channel'] });
    expect(await add({ channel: 'WECOM', address: ROBOT, group: true })).toEqual({ refused: ['GROUP_BY_ADMIN group'] });
    for (let n = 1; n < 10; n++) expect(await add({ channel: 'EMAIL', address: `b${n}@lixin.example` }, boss)).toEqual({});
    expect(await add({ channel: 'EMAIL', address: 'b10@lixin.example' }, boss)).toEqual({ refused: ['ADDRESS_TOO_MANY'] });
    expect((await supplier.act('noticeAddressAdd', { channel: 'EMAIL', address: 'k@lixin.example' }).catch(String)) as unknown).toMatch(
      /order/,
    );
  });

  it('of somebody else does not exist, for a colleague neither; and nothing of an erased one is left', async () => {
    const ids = await clerk.ask<{ noticeAddresses: { nodes: { id: string; address: string }[] } }>(
      '{ noticeAddresses { nodes { id address } } }',
    );
    const [own] = ids.noticeAddresses.nodes;
    expect(own?.address).toBe('clerk@lixin.example');
    for (const who of [boss, buyersClerk]) {
      expect(await who.ask(`{ node(id: "${own?.id}") { id } }`)).toEqual({ node: null });
      expect(await who.act('noticeAddressRemove', { addressId: own?.id })).toEqual({ refused: ['NOT_FOUND addressId'] });
      expect(await who.act('noticeCodeSend', { addressId: own?.id })).toEqual({ refused: ['NOT_FOUND addressId'] });
      expect(await who.act('noticeAddressVerify', { addressId: own?.id, code: '1' })).toEqual({ refused: ['NOT_FOUND addressId'] });
    }
    const gone = await hub.verified(clerk, 'EMAIL', 'gone@lixin.example');
    expect(await clerk.act('noticeAddressRemove', { addressId: gone }, 'removed')).toEqual({ removed: true });
    const { rows } = await hub.db.owner.query(`select count(*)::int as n from app.notice_address where address like 'gone%'`);
    expect(rows).toEqual([{ n: 0 }]);
  });
});

describe('What a person has said', () => {
  const set = (who: Member, kind: string, mode: string, channels: string[] = ['EMAIL']) =>
    who.act('noticeSettingSet', { kind, mode, channels }, 'setting { kind mode channels }');

  it('gathers what is not urgent until the hour of the digest, without what was read by then', async () => {
    expect(await set(clerk, 'ORDER_ISSUED', 'DIGEST')).toEqual({ setting: { kind: 'ORDER_ISSUED', mode: 'DIGEST', channels: ['EMAIL'] } });
    expect(
      await clerk.act('noticeTimesSet', { digestHour: 14, quietFrom: '22:00', quietTo: '07:00' }, 'times { zone digestHour }'),
    ).toEqual({
      times: { zone: 'Asia/Shanghai', digestHour: 14 },
    });
    const ids = [await issue(), await issue(), await issue()];
    expect(hub.mailbox.mails).toEqual([]);
    const read = (await listOf(clerk, 'filter: { read: false }')).nodes.find(({ subjectId }) => subjectId === ids[1]);
    await clerk.act('noticeRead', { noticeIds: [read?.id] });
    await hub.toHour('14:01');
    const [mail, ...rest] = mailsTo('clerk@lixin.example');
    expect([mail?.includes(ids[0] ?? ''), mail?.includes(ids[1] ?? ''), mail?.includes(ids[2] ?? ''), rest]).toEqual([
      true,
      false,
      true,
      [],
    ]);
  });

  it('keeps the night quiet, and tells all of it in one mail in the morning', async () => {
    await set(clerk, 'ORDER_ISSUED', 'AT_ONCE');
    await hub.toHour('23:30');
    hub.mailbox.mails.splice(0);
    const ids = [await issue(), await issue()];
    expect(hub.mailbox.mails).toEqual([]);
    await hub.toHour('07:01');
    const mails = mailsTo('clerk@lixin.example').filter((text) => ids.some((id) => text.includes(id)));
    expect(mails).toHaveLength(1);
    expect(ids.every((id) => mails[0]?.includes(id))).toBe(true);
  });

  it('chooses the road: a short message here, and nothing at all there', async () => {
    await hub.toHour('10:00');
    await hub.verified(clerk, 'SMS', '138 1234 5678');
    await set(clerk, 'ORDER_ISSUED', 'AT_ONCE', ['SMS']);
    hub.gateway.posts.splice(0);
    hub.mailbox.mails.splice(0);
    await issue('SMS-1');
    expect([hub.mailbox.mails.length, JSON.parse(hub.gateway.posts[0]?.body ?? '{}')]).toEqual([
      0,
      expect.objectContaining({ to: '+8613812345678' }),
    ]);
    await set(clerk, 'ORDER_ISSUED', 'OFF');
    const before = (await listOf(clerk)).totalCount;
    await issue();
    expect([(await listOf(clerk)).totalCount, hub.gateway.posts.length]).toEqual([before, 1]);
    await set(clerk, 'ORDER_ISSUED', 'AT_ONCE');
  });

  it('is seen by that person only, and a machine has nothing to say', async () => {
    const settings = '{ noticeSettings { nodes { kind mode } } noticeTimes { digestHour } }';
    expect(await clerk.ask(settings)).toEqual({
      noticeSettings: { nodes: [{ kind: 'ORDER_ISSUED', mode: 'AT_ONCE' }] },
      noticeTimes: { digestHour: 14 },
    });
    expect(await boss.ask(settings)).toEqual({ noticeSettings: { nodes: [] }, noticeTimes: null });
    const refusals = (mutation: string, type: string, input: string) =>
      supplier.ask(`mutation { done: ${mutation}(input: ${input}) { userErrors { code } } }`).then((data) => [type, data]);
    expect(await refusals('noticeSettingSet', '', '{ kind: ORDER_ISSUED, mode: OFF }')).toEqual([
      '',
      { done: { userErrors: [{ code: 'PERSON_ONLY' }] } },
    ]);
    expect(await refusals('noticeTimesSet', '', '{ digestHour: 3 }')).toEqual(['', { done: { userErrors: [{ code: 'PERSON_ONLY' }] } }]);
    expect(await refusals('noticeAddressAdd', '', '{ channel: EMAIL, address: "a@b.example" }')).toEqual([
      '',
      { done: { userErrors: [{ code: 'PERSON_ONLY' }] } },
    ]);
  });

  it('is refused where it makes no sense', async () => {
    expect(await clerk.act('noticeTimesSet', { zone: 'Mars/Olympus', quietFrom: '25:00' })).toEqual({
      refused: ['ZONE_UNKNOWN zone', 'CLOCK_INVALID quietFrom', 'QUIET_HALF quietTo'],
    });
    expect(await boss.act('noticeEscalationSet', { ownerId: 'psn_00000000000000000000000000000000' })).toEqual({
      refused: ['OWNER_UNKNOWN ownerId'],
    });
    const { errors } = await clerk.raw('mutation { noticeEscalationSet(input: { afterHours: 2 }) { userErrors { code } } }');
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const { noticesRaise } = await import('../../src/notices/index.js');
    expect(noticesRaise.need).toBe('feed:read');
  });
});
