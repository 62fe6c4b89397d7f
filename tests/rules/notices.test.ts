import { describe, expect, it, test } from 'vitest';
import { addressOf, codeFaults } from '../../src/notices/address/rules.js';
import { invitationActions, invitationLifecycle } from '../../src/notices/invitation/rules.js';
import { escalating, type Fact, type Happened, type House, planOf, type Recipient } from '../../src/notices/raise/rules.js';
import { SUBJECTS } from '../../src/notices/raise/subjects.js';
import { ANSWER_OVERDUE, ESCALATION_DUE, isTold, KINDS, NOTICE_KINDS } from '../../src/notices/rules.js';
import { deliveryLifecycle } from '../../src/notices/send/rules.js';
import { kindFaults, timesFaults } from '../../src/notices/settings/rules.js';
import { PREFIXES } from '../../src/notices/subjects.js';
import { codeMessage, invitationMessage, noticeMessage, SENTENCES, sentenceOf } from '../../src/notices/texts.js';
import { DEFAULT_TIMES, type Mode, sendAt, type Times } from '../../src/notices/times/rules.js';

const shanghai: Times = { zone: 'Asia/Shanghai', digestHour: 9, quietFrom: '22:00', quietTo: '07:00' };
const lunch: Times = { zone: 'Asia/Shanghai', digestHour: 12, quietFrom: '12:00', quietTo: '13:30' };
const berlin: Times = { zone: 'Europe/Berlin', digestHour: 9, quietFrom: '22:00', quietTo: '07:00' };
const never: Times = { zone: 'Asia/Shanghai', digestHour: 0 };

describe('A notice goes out', () => {
  // Columns: what is said, when, by whose clock, and when it goes out; all instants in UTC, Shanghai is eight hours ahead.
  test.each<[string, Mode, Times, string, string | undefined]>([
    ['at once in the day', 'AT_ONCE', shanghai, '2026-11-25T02:00:00Z', '2026-11-25T02:00:00Z'],
    ['at once in the last minute before the quiet hours', 'AT_ONCE', shanghai, '2026-11-25T13:59:59Z', '2026-11-25T13:59:59Z'],
    ['in the morning when the quiet hours have just begun', 'AT_ONCE', shanghai, '2026-11-25T14:00:00Z', '2026-11-25T23:00:00Z'],
    ['in the same morning after midnight', 'AT_ONCE', shanghai, '2026-11-25T17:30:00Z', '2026-11-25T23:00:00Z'],
    ['at once when the quiet hours are just over', 'AT_ONCE', shanghai, '2026-11-25T23:00:00Z', '2026-11-25T23:00:00Z'],
    ['after quiet hours within a day', 'AT_ONCE', lunch, '2026-11-25T04:10:00Z', '2026-11-25T05:30:00Z'],
    ['at once where nobody asked for quiet', 'AT_ONCE', never, '2026-11-25T18:00:00Z', '2026-11-25T18:00:00Z'],
    ['with the digest of today before its hour', 'DIGEST', shanghai, '2026-11-25T00:59:00Z', '2026-11-25T01:00:00Z'],
    ['with the digest of tomorrow at its hour', 'DIGEST', shanghai, '2026-11-25T01:00:00Z', '2026-11-26T01:00:00Z'],
    ['with the digest of tomorrow after its hour', 'DIGEST', shanghai, '2026-11-25T09:00:00Z', '2026-11-26T01:00:00Z'],
    ['after the quiet hours when the digest falls into them', 'DIGEST', lunch, '2026-11-25T02:00:00Z', '2026-11-25T05:30:00Z'],
    ['at midnight of the zone, not of the server', 'DIGEST', never, '2026-11-25T15:00:00Z', '2026-11-25T16:00:00Z'],
    ['by the clock of Berlin in winter', 'DIGEST', berlin, '2026-11-25T02:00:00Z', '2026-11-25T08:00:00Z'],
    ['by the clock of Berlin in summer', 'DIGEST', berlin, '2026-07-01T02:00:00Z', '2026-07-01T07:00:00Z'],
    [
      'at the end of the quiet hours on the night when clocks go forward',
      'AT_ONCE',
      berlin,
      '2026-03-28T23:00:00Z',
      '2026-03-29T05:00:00Z',
    ],
    ['never where it was switched off', 'OFF', shanghai, '2026-11-25T02:00:00Z', undefined],
  ])('%s', (_, mode, times, now, at) => {
    expect(sendAt(mode, times, now)).toBe(at);
  });
});

const order = (type: string, own: boolean, n = 1): Happened => ({
  eventId: String(n),
  type,
  subject: 'Order',
  subjectId: `order-${n}`,
  own,
});
const fact = (rest: Partial<Fact> = {}): Fact => ({ number: 'PO-1', counterpartyId: 'other', waits: true, ...rest });
const somebody = (personId: string, duties: readonly string[], rest: Partial<Recipient> = {}): Recipient => ({
  personId,
  duties,
  settings: {},
  addresses: [{ id: `${personId}@`, channel: 'EMAIL' }],
  ...rest,
});
const people = [
  somebody('clerk', ['CLERK']),
  somebody('boss', ['ADMIN']),
  somebody('second boss', ['ADMIN', 'AUDITOR']),
  somebody('auditor', ['AUDITOR']),
];
const house: House = { groupKinds: [], group: [] };
const NOON = '2026-11-25T04:00:00Z';
const plan = (events: readonly Happened[], who: readonly Recipient[] = people, how = house, facts = [fact()]) =>
  planOf(events, new Map(events.map((one, n) => [one.subjectId, facts[n] ?? fact()])), who, how, NOON);
const told = (...args: Parameters<typeof plan>) => plan(...args).notices.map(({ personId, kind }) => `${personId} ${kind}`);

describe('Of an event are told', () => {
  it('those of the other side whose duty it is, and not those who did it', () => {
    expect(told([order('ORDER_ISSUED', false)])).toEqual(['clerk ORDER_ISSUED']);
    expect(told([order('ORDER_ISSUED', true)])).toEqual([]);
  });
  it('those who have to act, where it is a reminder', () => {
    expect(told([order('ORDER_REMINDED', true)])).toEqual(['clerk ORDER_REMINDED']);
    expect(told([order('ORDER_REMINDED', false)])).toEqual([]);
    expect(told([order('ORDER_ANSWER_DUE', false)])).toEqual(['clerk ORDER_ANSWER_DUE']);
  });
  it('nobody of an organisation that is no party to it, or of an event that is not told', () => {
    expect(planOf([order('ORDER_ISSUED', false)], new Map(), people, house, NOON).notices).toEqual([]);
    expect(told([order('ORDER_DISCLOSED', false)])).toEqual([]);
  });
  it('the administrators when there is still no answer some hours after the reminder', () => {
    expect(escalating([order('ORDER_REMINDED', true), order('ORDER_REMINDED', false), order('ORDER_ISSUED', true)])).toHaveLength(1);
    expect(told([order(ESCALATION_DUE, true)])).toEqual([`boss ${ANSWER_OVERDUE}`, `second boss ${ANSWER_OVERDUE}`]);
    expect(plan([order(ESCALATION_DUE, true)]).notices.every(({ escalated }) => escalated)).toBe(true);
  });
  it('the owner alone where one is named and still there', () => {
    expect(told([order(ESCALATION_DUE, true)], people, { ...house, ownerId: 'auditor' })).toEqual([`auditor ${ANSWER_OVERDUE}`]);
    expect(told([order(ESCALATION_DUE, true)], people, { ...house, ownerId: 'gone' })).toHaveLength(2);
  });
  it('nobody of higher rank where it was answered meanwhile', () => {
    expect(told([order(ESCALATION_DUE, true)], people, house, [fact({ waits: false })])).toEqual([]);
  });
});

describe('A message goes', () => {
  const sms = { id: 'sms', channel: 'SMS' };
  const mail = { id: 'mail', channel: 'EMAIL' };
  const one = (rest: Partial<Recipient>) => [somebody('clerk', ['CLERK'], { addresses: [mail, sms], ...rest })];
  const items = (who: readonly Recipient[], how = house, type = 'ORDER_ISSUED') => plan([order(type, false)], who, how).items;
  it('by mail where nothing was said, by the roads that were chosen else, and nowhere without an address', () => {
    expect(items(one({})).map(({ addressId }) => addressId)).toEqual(['mail']);
    expect(items(one({ settings: { ORDER_ISSUED: { mode: 'AT_ONCE', channels: ['SMS'] } } })).map(({ addressId }) => addressId)).toEqual([
      'sms',
    ]);
    expect(items(one({ settings: { ORDER_ISSUED: { mode: 'AT_ONCE', channels: [] } } }))).toEqual([]);
    expect(items(one({ addresses: [] }))).toEqual([]);
  });
  it('at the time that its kind or its reader says, and what is switched off is not told at all', () => {
    expect(items(one({}))[0]?.dueAt).toBe(NOON);
    expect(items(one({}), house, 'ORDER_ACKNOWLEDGED')[0]?.dueAt).toBe('2026-11-26T01:00:00Z');
    expect(items(one({ settings: { ORDER_ISSUED: { mode: 'DIGEST', channels: ['EMAIL'] } } }))[0]?.dueAt).toBe('2026-11-26T01:00:00Z');
    const off = one({ settings: { ORDER_ISSUED: { mode: 'OFF', channels: ['EMAIL'] } } });
    expect(plan([order('ORDER_ISSUED', false)], off)).toEqual({ notices: [], items: [] });
  });
  it('to the group of the organisation once, however many are told, of the kinds that were chosen for it', () => {
    const group = { ...house, groupKinds: ['ORDER_ISSUED'], group: [{ id: 'robot', channel: 'WECOM' }] };
    const two = [...one({}), somebody('second', ['CLERK'], { addresses: [] })];
    expect(items(two, group).map(({ addressId, personId }) => [addressId, personId])).toEqual([
      ['mail', 'clerk'],
      ['robot', null],
    ]);
    expect(items(two, group, 'ORDER_ACCEPTED').map(({ addressId }) => addressId)).toEqual(['mail']);
  });
});

describe('Every text', () => {
  const values = { number: 'PO-77', counterparty: '海山电器', link: 'https://hub.example/?open=ord_x' };
  const amounts = { price: '12.50', amount: '99999', total: '1234.56', currency: 'CNY' };
  it.each(NOTICE_KINDS)('of kind %s exists in both languages, names the document and the other side, and no price', (kind) => {
    for (const locale of ['zh', 'en'] as const) {
      const { subject, text } = noticeMessage([{ ...values, ...amounts, kind }], locale);
      expect(subject).toContain('PO-77');
      expect(subject).toContain('海山电器');
      expect(text).toContain(values.link);
      const rest = `${subject}${text}`.replaceAll(values.number, '').replaceAll(values.link, '');
      expect(rest).not.toMatch(/\d|CNY|RMB|元|¥|\$|price|价|金额/);
    }
    expect(SENTENCES[kind]?.zh).not.toBe(SENTENCES[kind]?.en);
  });
  it('has no template for what does not exist', () => {
    expect(Object.keys(SENTENCES).filter((kind) => !NOTICE_KINDS.includes(kind))).toEqual([]);
  });
  it('of several notices says how many, and each with its link', () => {
    const { subject, text } = noticeMessage(
      [
        { ...values, kind: 'ORDER_ISSUED' },
        { ...values, kind: 'ORDER_ACCEPTED', number: 'PO-78' },
      ],
      'en',
    );
    expect(subject).toBe('2 notices - Rongtong');
    expect(text.match(/https:/g)).toHaveLength(2);
  });
  it('stays in one line where a number holds line ends, so that nobody writes headers of a mail', () => {
    const sly = sentenceOf({ kind: 'ORDER_ISSUED', number: 'PO\r\nBcc: all@example.org', counterparty: 'A\u2028B' }, 'en');
    expect(sly).toBe('A B sent order PO Bcc: all@example.org; please answer');
  });
  it('of a code and of an invitation says until when', () => {
    expect(codeMessage('012345', 'zh').text).toContain('012345');
    const { subject, text } = invitationMessage({ ...values, until: '2026-11-28 12:00' }, 'en');
    expect(subject).toContain('PO-77');
    expect(text).toContain('2026-11-28 12:00');
    expect(text).toContain(values.link);
  });
});

describe('Kinds', () => {
  it('name one audience each, and only what is waited for escalates', () => {
    expect([isTold({ to: 'BOTH', duties: [], mode: 'OFF' }, true), isTold({ to: 'BOTH', duties: [], mode: 'OFF' }, false)]).toEqual([
      true,
      true,
    ]);
    expect(
      Object.entries(KINDS)
        .filter(([, kind]) => kind.escalates)
        .map(([type, { to }]) => `${type} ${to}`),
    ).toEqual(['ORDER_REMINDED OWNER', 'STATEMENT_ANSWER_DUE OWNER']);
  });
  it('are about subjects that have a public id', () => {
    expect(Object.keys(SUBJECTS)).toEqual(Object.keys(PREFIXES));
  });
});

describe('An address', () => {
  test.each<['EMAIL' | 'SMS' | 'WECOM', string, string]>([
    ['EMAIL', ' Wang.Min@LIXIN.example ', 'Wang.Min@lixin.example'],
    ['EMAIL', 'no at sign', 'EMAIL_INVALID'],
    ['EMAIL', 'a@b', 'EMAIL_INVALID'],
    ['EMAIL', 'a..b@c.example', 'EMAIL_INVALID'],
    ['EMAIL', 'a@c.example\r\nBcc: x@y.example', 'EMAIL_INVALID'],
    ['EMAIL', 'a@c.example,b@c.example', 'EMAIL_INVALID'],
    ['SMS', '138 1234 5678', '+8613812345678'],
    ['SMS', '００4915112345678', '+4915112345678'],
    ['SMS', '12345', 'PHONE_INVALID'],
    ['WECOM', '693a91f6-7aoc-4bc4-97a0-0ec2sifa5aaa', 'ROBOT_INVALID'],
    ['WECOM', '693a91f6-7acc-4bc4-97a0-0ec2f1fa5aaa', '693a91f6-7acc-4bc4-97a0-0ec2f1fa5aaa'],
    [
      'WECOM',
      'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7acc-4bc4-97a0-0ec2f1fa5aaa',
      '693a91f6-7acc-4bc4-97a0-0ec2f1fa5aaa',
    ],
    ['WECOM', 'https://169.254.169.254/cgi-bin/webhook/send?key=693a91f6-7acc-4bc4-97a0-0ec2f1fa5aaa', 'ROBOT_INVALID'],
    ['WECOM', 'https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=693a91f6-7acc-4bc4-97a0-0ec2f1fa5aaa', 'ROBOT_INVALID'],
  ])('%s "%s" is kept as %s', (channel, given, kept) => {
    const verdict = addressOf(channel, given);
    expect(verdict.ok ? verdict.value : verdict.refusals[0]?.code).toBe(kept);
  });
  test.each<[number, number | undefined, string | undefined]>([
    [0, undefined, undefined],
    [1, 61, undefined],
    [1, 20, '40'],
    [5, 7_000, '86400'],
  ])('is sent its next code after %i today and %s s ago: wait %s', (today, lastAgo, wait) => {
    expect(codeFaults({ today, ...(lastAgo !== undefined && { lastAgo }) })[0]?.params?.seconds).toBe(wait);
  });
});

describe('Settings', () => {
  test.each<[object, string[]]>([
    [{ zone: 'Asia/Shanghai' }, []],
    [{ zone: 'Asia/Peking' }, ['ZONE_UNKNOWN']],
    [{ zone: 'UTC', quietFrom: '22:00', quietTo: '06:30' }, []],
    [{ zone: 'UTC', quietFrom: '22:00' }, ['QUIET_HALF']],
    [{ zone: 'UTC', quietFrom: '22:00', quietTo: '22:00' }, ['QUIET_HALF']],
    [{ zone: 'UTC', quietFrom: '24:00', quietTo: '6:30' }, ['CLOCK_INVALID', 'CLOCK_INVALID']],
  ])('of times %j are refused with %j', (times, codes) => {
    expect(timesFaults({ zone: '', ...times }).map(({ code }) => code)).toEqual(codes);
  });
  it('of unknown kinds are refused', () => {
    expect(kindFaults(['ORDER_ISSUED', 'NONSENSE'], 'kind').map(({ code, params }) => [code, params?.kind])).toEqual([
      ['KIND_UNKNOWN', 'NONSENSE'],
    ]);
  });
  it('that nobody made are a digest at nine and quiet nights in Shanghai', () => {
    expect(DEFAULT_TIMES).toEqual({ zone: 'Asia/Shanghai', digestHour: 9, quietFrom: '22:00', quietTo: '07:00' });
  });
});

describe('Life cycles', () => {
  it('of a message and of an invitation are these', () => {
    const text = (pairs: readonly (readonly [string, string])[]) => pairs.map(([from, to]) => `${from} > ${to}`);
    expect(text(deliveryLifecycle.pairs())).toEqual(['SENDING > DROPPED', 'SENDING > FAILED', 'SENDING > SENT', 'WAITING > SENDING']);
    expect(text(invitationLifecycle.pairs())).toEqual(['OPEN > REVOKED', 'OPEN > USED', 'USED > REVOKED']);
    expect(invitationActions({ status: 'REVOKED' })).toEqual([{ action: 'REVOKE', allowed: false, reason: 'NOT_ALLOWED' }]);
  });
});
