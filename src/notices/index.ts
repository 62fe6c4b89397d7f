import type { Room } from '../platform/room.js';
import { NoticeResolver } from './api.js';
import { InvitationResolver } from './invitation/api.js';
import { InvitationEntity } from './invitation/model.js';
import { invitationRoutes } from './invitation/page/routes.js';
import { reads } from './reads.js';
import { addressRefusals, invitationRefusals, settingRefusals } from './refusals.js';
import { ESCALATION_DUE, KINDS } from './rules.js';
import { seed } from './seed.js';

/** Telling people what has happened, and letting a supplier without an account answer one order. */
export const notices: Room = {
  name: 'notices',
  entities: [InvitationEntity],
  reads,
  resolvers: [NoticeResolver, InvitationResolver],
  refusals: { ...addressRefusals, ...settingRefusals, ...invitationRefusals },
  events: ['NOTICE_DUE', ESCALATION_DUE, 'INVITATION_CREATED', 'INVITATION_USED', 'INVITATION_REVOKED'],
  subjects: [{ type: 'NoticeDelivery' }, { type: 'Invitation' }],
  effects: [
    { consumer: 'notice', on: [...Object.keys(KINDS), ESCALATION_DUE], actAs: 'parties' },
    { consumer: 'notice-send', on: ['NOTICE_DUE'], actAs: 'owner' },
  ],
  routes: invitationRoutes,
  seed,
};

export { invitationLifecycle } from './invitation/rules.js';
export { noticesRaise } from './raise/commands.js';
export { deliveryLifecycle } from './send/rules.js';
export { deliver } from './send/send.js';
