import { lifecycle } from '../../kernel/lifecycle.js';

export const INVITATION_STATUSES = ['OPEN', 'USED', 'REVOKED'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];
export type InvitationAction = 'USE' | 'REVOKE';

/** An invitation is used once; until then and afterwards its buyer can end it, and with it the session that it opened. */
export const invitationLifecycle = lifecycle<InvitationStatus, InvitationAction, 'BUYER' | 'GUEST', object, never>([
  { action: 'USE', by: 'GUEST', from: 'OPEN', to: 'USED' },
  { action: 'REVOKE', by: 'BUYER', from: 'OPEN', to: 'REVOKED' },
  { action: 'REVOKE', by: 'BUYER', from: 'USED', to: 'REVOKED' },
]);

/** What `allowedActions` of an invitation tells its buyer. */
export const invitationActions = ({ status }: { readonly status: InvitationStatus }) => invitationLifecycle.allowed({ status }, 'BUYER');

/** Open invitations that one order may have. */
export const MOST_OPEN = 5;
