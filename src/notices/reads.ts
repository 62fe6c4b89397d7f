import { publicId } from '../kernel/ids.js';
import type { Viewer } from '../platform/auth/viewer.js';
import {
  bool,
  connection,
  derived,
  flag,
  id,
  instant,
  int,
  isIn,
  json,
  one,
  payload,
  type ReadDeclaration,
  ref,
  refs,
  root,
  row,
  rows,
  text,
  type,
  value,
  word,
} from '../platform/reads/declare.js';
import { invitationReads } from './invitation/reads.js';
import { PREFIXES } from './subjects.js';
import { sentenceOf } from './texts.js';

interface Titled {
  readonly kind: string;
  readonly number: string;
  readonly names: readonly { readonly zh: string; readonly en: string }[];
  readonly viewer: Viewer;
}

/** What a client gives to `node(id:)`. */
const subjectId = ({ type: name, uuid }: { readonly type: string; readonly uuid: string }): string => publicId(PREFIXES[name] ?? '', uuid);

const title = ({ kind, number, names, viewer }: Titled): string =>
  sentenceOf({ kind, number, counterparty: names[0]?.[viewer.locale] ?? '' }, viewer.locale);

// Row-level security shows a person's own only; saying so here as well keeps the plans good.
const MINE = '{org_id} = {@org} and {person_id} = {@actor}';
const SHARED = '{org_id} = {@org} and ({person_id} is null or {person_id} = {@actor})';
const address = ref('NoticeAddress', (done: { addressId: string }) => done.addressId);
const NEWEST = { NEWEST: ['-at', '-id'], OLDEST: ['at', 'id'] };

const types: readonly ReadDeclaration[] = [
  type(
    'Notice',
    { table: 'app.notice', id: 'ntc', cols: { at: 'timestamptz' } },
    {
      id: id('ntc'),
      kind: word('kind'),
      title: derived(
        {
          kind: 'kind',
          number: 'number',
          names: rows('Organisation', { id: 'counterparty_id' }, { zh: 'name_zh', en: 'name_en' }, ['id']),
          viewer: '@viewer',
        },
        title,
        { size: 1 },
      ),
      number: text('number'),
      counterparty: one('Organisation', 'counterparty_id'),
      subjectType: word('subject'),
      subjectId: derived({ type: 'subject', uuid: 'subject_id' }, subjectId, { size: 1 }),
      escalated: bool('escalated'),
      at: instant('at'),
      businessTime: instant('business_time'),
      readAt: instant('read_at'),
    },
  ),
  type(
    'NoticeAddress',
    { table: 'app.notice_address', id: 'nta' },
    {
      id: id('nta'),
      channel: word('channel'),
      address: text('address'),
      group: bool('{person_id} is null'),
      verified: bool('{verified_at} is not null'),
      createdAt: instant('created_at'),
    },
  ),
  type(
    'NoticeSetting',
    { table: 'app.notice_setting', id: 'nts', cols: { kind: 'text' } },
    { id: id('nts'), kind: word('kind'), mode: word('mode'), channels: json('to_json({channels})') },
  ),
  type(
    'NoticeTimes',
    { table: 'app.notice_times' },
    { zone: text('zone'), digestHour: int('digest_hour'), quietFrom: word('quiet_from'), quietTo: word('quiet_to') },
  ),
  type(
    'NoticeEscalation',
    { table: 'app.notice_escalation' },
    { owner: one('Person', 'person_id'), afterHours: int('after_hours'), groupKinds: json('to_json({group_kinds})') },
  ),
  type(
    'NoticeDelivery',
    { table: 'app.notice_delivery', id: 'ntd', cols: { at: 'timestamptz' } },
    {
      id: id('ntd'),
      purpose: word('purpose'),
      channel: word('channel'),
      status: word('status'),
      version: int('version'),
      tries: int('tries'),
      failure: word('failure'),
      dueAt: instant('due_at'),
      sentAt: instant('sent_at'),
    },
  ),
];

export const reads: readonly ReadDeclaration[] = [
  ...types,
  ...invitationReads,
  root({
    notices: connection('Notice', { mine: MINE, orders: NEWEST, filters: { read: flag('{read_at} is not null'), kind: isIn('kind') } }),
    noticeAddresses: connection('NoticeAddress', { mine: SHARED, orders: { CREATED_AT: ['id'] } }),
    noticeSettings: connection('NoticeSetting', { mine: MINE, orders: { ID: ['id'] } }),
    noticeTimes: row('NoticeTimes', MINE),
    noticeEscalation: row('NoticeEscalation', '{org_id} = {@org}'),
    noticeDeliveries: connection('NoticeDelivery', { mine: SHARED, orders: NEWEST, filters: { status: isIn('status') } }),
  }),
  payload('NoticeReadPayload', { notices: refs('Notice', (done: { noticeIds: readonly string[] }) => done.noticeIds) }),
  payload('NoticeAddressPayload', { address }),
  payload('NoticeAddressVerifyPayload', {
    address,
    verified: value((done: { verified: boolean }) => done.verified),
    triesLeft: value((done: { triesLeft: number }) => done.triesLeft),
  }),
  payload('NoticeAddressRemovePayload', { removed: value((done: { removed: boolean }) => done.removed) }),
  payload('NoticeSettingSetPayload', { setting: ref('NoticeSetting', (done: { settingId: string }) => done.settingId) }),
  payload('NoticeTimesSetPayload', { times: ref('NoticeTimes', (done: { timesId: string }) => done.timesId) }),
  payload('NoticeEscalationSetPayload', { escalation: ref('NoticeEscalation', (done: { escalationId: string }) => done.escalationId) }),
];
