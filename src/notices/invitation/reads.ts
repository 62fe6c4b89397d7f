import { publicLink } from '../../platform/http/public-url.js';
import {
  connection,
  derived,
  equals,
  id,
  instant,
  int,
  isIn,
  one,
  payload,
  type ReadDeclaration,
  ref,
  root,
  type,
  value,
  word,
} from '../../platform/reads/declare.js';
import { invitationActions } from './rules.js';

const invitation = ref('Invitation', (done: { invitationId: string }) => done.invitationId);

export const invitationReads: readonly ReadDeclaration[] = [
  type(
    'Invitation',
    { table: 'app.invitation', id: 'ivt', need: 'orders:read', cols: { at: 'timestamptz', order_id: 'uuid' } },
    {
      id: id('ivt'),
      order: one('Order', 'order_id'),
      supplier: one('Organisation', 'supplier_id'),
      status: word('status'),
      version: int('version'),
      language: word('locale'),
      at: instant('at'),
      expiresAt: instant('expires_at'),
      usedAt: instant('used_at'),
      revokedAt: instant('revoked_at'),
      allowedActions: derived({ status: 'status' }, invitationActions, { size: 1 }),
    },
  ),
  root({
    invitations: connection('Invitation', {
      mine: 'buyer_id',
      orders: { NEWEST: ['-at', '-id'], OLDEST: ['at', 'id'] },
      filters: { status: isIn('status'), orderId: equals('order_id', { id: 'ord' }) },
    }),
  }),
  payload('SupplierInvitePayload', { supplier: ref('Organisation', (done: { organisationId: string }) => done.organisationId) }),
  payload('InvitationCreatePayload', { invitation, link: value((done: { secret: string }) => publicLink(`/invitation/${done.secret}`)) }),
  payload('InvitationRevokePayload', { invitation }),
];
