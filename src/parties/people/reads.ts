import {
  byId,
  connection,
  date,
  flag,
  id,
  instant,
  int,
  json,
  many,
  one,
  payload,
  ref,
  root,
  text,
  type,
  value,
  word,
} from '../../platform/reads/declare.js';
import type { ReadDeclaration } from '../../platform/reads/declare.js';

const person = ref('Person', (result: { personId: string }) => result.personId);
const membership = ref('Membership', (result: { membershipId: string }) => result.membershipId);
const initialPassword = value((result: { initialPassword: string }) => result.initialPassword);

export const peopleReads: readonly ReadDeclaration[] = [
  type(
    'Person',
    { table: 'app.person', id: 'psn' },
    {
      id: id('psn'),
      login: text('login'),
      name: text('name'),
      locale: word('locale'),
      createdAt: instant('created_at'),
      memberships: many('Membership', 'person_id', ['valid_from', 'id']),
    },
  ),
  type(
    'Membership',
    { table: 'app.membership', id: 'mbr' },
    {
      id: id('mbr'),
      person: one('Person', 'person_id'),
      duties: json('to_json({duties})'),
      validFrom: date('valid_from'),
      validTo: date('valid_to'),
      delegatedFrom: one('Membership', 'delegated_from'),
      createdAt: instant('created_at'),
      endedAt: instant('ended_at'),
      version: int('version'),
    },
  ),
  root({
    person: byId('Person'),
    people: connection('Person', { mine: 'org_id', orders: { CREATED_AT: ['id'] } }),
    memberships: connection('Membership', {
      mine: 'org_id',
      orders: { CREATED_AT: ['id'] },
      filters: { ended: flag('{ended_at} is not null') },
    }),
  }),
  payload('PersonInvitePayload', { person, membership, initialPassword }),
  payload('MembershipGrantPayload', { membership }),
  payload('MembershipEndPayload', { membership }),
  payload('PasswordChangePayload', { person }),
  payload('PasswordResetPayload', { person, initialPassword }),
];
