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
  await hub.verified(clerk, 'EMAIL', 'clerk@lixin.example');
});
beforeEach(() => {
  hub.mailbox.mails.splice(0);
  hub.gateway.posts.splice(0);
});
afterAll(() => hub.stop());

describe('An order that is issued', () => {
  it('is told to the clerk of the supplier, on the hub and by mail, and to nobody else', async () => {
    const id = await issue('PO-2026-1');
    const { totalCount, nodes } = await listOf(clerk);
    expect(totalCount).toBe(1);
    expect(nodes[0]).toMatchObject({
      kind: 'ORDER_ISSUED',
      number: 'PO-2026-1',
      escalated: false,
      readAt: null,
      subjectId: id,
      counterparty: { id: buyer.id },
    });
    expect(nodes[0]?.title).toMatch(/^Org .* 发来订单 PO-2026-1，请答复$/);
    expect([(await listOf(boss)).totalCount, (await listOf(buyersClerk)).totalCount]).toEqual([0, 0]);
    const [mail] = mailsTo('clerk@lixin.example');
    expect(mail).toContain(`/?open=${id}`);
    expect(mail).not.toMatch(/700|40\.|CNY/);
    expect(hub.mailbox.mails).toHaveLength(1);
    expect(hub.mailbox.mails[0]?.raw).toMatch(/^Message-ID: <ntd_[0-9a-f]{32}@/im);
  });

  it('is told once, however often the job runs', async () => {
    const before = (await listOf(clerk)).totalCount;
    await hub.db.owner.query(`insert into app.effect_due (consumer, org_id, event_id, subject, subject_id)
      select 'notice', org_id, event_id, subject, subject_id from app.feed where org_id = '${supplier.uuid}' and type = 'ORDER_ISSUED'`);
    await hub.settled();
    expect([(await listOf(clerk)).totalCount, hub.mailbox.mails.length]).toEqual([before, 0]);
  });

  it('is marked as read by its reader, once; ids of others are passed over', async () => {
    const [first] = (await listOf(clerk, 'filter: { read: false }')).nodes;
    const read = (who: Member) => who.act('noticeRead', { noticeIds: [first?.id] }, 'notices { id readAt }');
    expect(await read(boss)).toEqual({ notices: [] });
    expect(await read(clerk)).toMatchObject({ notices: [{ id: first?.id }] });
    expect(await read(clerk)).toEqual({ notices: [] });
    expect((await listOf(clerk, 'filter: { read: false }')).totalCount).toBe(0);
    expect((await listOf(clerk, 'filter: { kind: [ORDER_ISSUED] }')).totalCount).toBe(1);
  });
});

describe('A mail server that is away', () => {
  it('is tried again until it takes the mail, with the same key', async () => {
    hub.mailbox.answers.push(451, 'HANG_UP');
    await issue();
    expect(mailsTo('clerk@lixin.example')).toHaveLength(1);
    const [row] = (
      await hub.db.owner.query(`select status, tries, failure from app.notice_delivery where purpose = 'NOTICE' order by at desc limit 1`)
    ).rows;
    expect(row).toEqual({ status: 'SENT', tries: 3, failure: null });
  });

  it('that refuses the reader for good is not asked again, and the reader is told by the list', async () => {
    hub.mailbox.answers.push(550);
    await issue();
    expect(hub.mailbox.mails).toEqual([]);
    const { noticeDeliveries } = await clerk.ask<{ noticeDeliveries: { nodes: { status: string; failure: string; purpose: string }[] } }>(
      '{ noticeDeliveries(first: 1, filter: { status: [FAILED] }) { nodes { status failure purpose } } }',
    );
    expect(noticeDeliveries.nodes).toEqual([{ status: 'FAILED', failure: 'ADDRESS_REFUSED', purpose: 'NOTICE' }]);
    expect((await listOf(clerk, 'filter: { read: false }')).totalCount).toBe(2);
  });
});

describe('An answer that does not come', () => {
  it('is told to the clerk, and some hours later to the owner, unless it came meanwhile', async () => {
    expect(
      await boss.act(
        'noticeEscalationSet',
        { afterHours: 4, groupKinds: ['ANSWER_OVERDUE'] },
        'escalation { afterHours groupKinds owner { id } }',
      ),
    ).toEqual({
      escalation: { afterHours: 4, groupKinds: ['ANSWER_OVERDUE'], owner: null },
    });
    const { address } = (await boss.act('noticeAddressAdd', { channel: 'WECOM', address: ROBOT, group: true }, 'address { id group }')) as {
      address: { id: string; group: boolean };
    };
    await hub.settled();
    const code = codeIn(hub.gateway.posts.at(-1)?.body ?? '');
    expect([address.group, await boss.act('noticeAddressVerify', { addressId: address.id, code }, 'verified')]).toEqual([
      true,
      { verified: true },
    ]);
    const [late, answered] = [await issue('LATE-1'), await issue('LATE-2')];
    await hub.advance(48);
    expect((await listOf(clerk, 'filter: { kind: [ORDER_REMINDED] }')).nodes.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['LATE-1', 'LATE-2']),
    );
    expect((await listOf(boss)).totalCount).toBe(0);
    expect((await listOf(buyersClerk, 'filter: { kind: [ORDER_ANSWER_DUE] }')).nodes.map(({ number }) => number)).toEqual(
      expect.arrayContaining(['LATE-1', 'LATE-2']),
    );
    await supplier.act('orderRespond', { orderId: answered, revision: 1, code: 'AP' });
    hub.gateway.posts.splice(0);
    await hub.advance(5);
    const told = (await listOf(boss)).nodes.filter(({ number }) => number.startsWith('LATE'));
    expect(told.map(({ kind, number, escalated, subjectId }) => [kind, number, escalated, subjectId])).toEqual([
      ['ANSWER_OVERDUE', 'LATE-1', true, late],
    ]);
    expect(hub.gateway.posts.filter(({ body }) => body.includes('LATE-1')).map(({ path }) => path)).toEqual([
      `/cgi-bin/webhook/send?key=${ROBOT}`,
    ]);
    expect((await hub.db.owner.query(`select count(*)::int as n from app.dead_letter`)).rows).toEqual([{ n: 0 }]);
  });
});

describe('An invitation', () => {
  it('reaches the supplier by mail with a link of its own, which spends the one that the buyer was shown', async () => {
    const made = (await buyersClerk.act(
      'supplierInvite',
      { name: 'Forge', email: 'forge@new.example', language: 'en' },
      'supplier { id }',
    )) as {
      supplier: { id: string };
    };
    const { order } = await buyer.act('orderIssue', { ...orderDocument(supplier, 'INV-1'), supplier: { id: made.supplier.id } });
    hub.mailbox.mails.splice(0);
    hub.mailbox.answers.push(451);
    const { link } = (await buyersClerk.act('invitationCreate', { orderId: order?.id }, 'link')) as { link: string };
    await hub.settled();
    const [mail] = mailsTo('forge@new.example');
    expect(mail).toContain('sent you order INV-1; please see and answer it');
    const sent = /\/invitation\/([\w-]{43})/.exec(mail ?? '')?.[1] ?? '';
    const shown = link.split('/').at(-1) ?? '';
    expect([sent.length, sent === shown]).toEqual([43, false]);
    const open = async (secret: string) => (await fetch(`${hub.url}/invitation/${secret}`, { method: 'POST', redirect: 'manual' })).status;
    expect([await open(sent), await open(sent), await open(shown)]).toEqual([303, 404, 404]);
    const { noticeDeliveries } = await buyersClerk.ask<{ noticeDeliveries: { nodes: object[] } }>(
      '{ noticeDeliveries(first: 1) { nodes { purpose status tries channel } } }',
    );
    expect(noticeDeliveries.nodes).toEqual([{ purpose: 'INVITATION', status: 'SENT', tries: 2, channel: 'EMAIL' }]);
  });
});
