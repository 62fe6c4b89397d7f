import { describedEnum } from '../platform/graphql/described-enum.js';
import { NOTICE_KINDS } from './rules.js';
import { SENTENCES } from './texts.js';

export const NoticeKind = describedEnum(
  'NoticeKind',
  'What a notice tells. Kinds are added: treat an unknown one as something new on its subject.',
  Object.fromEntries(NOTICE_KINDS.map((kind) => [kind, `${SENTENCES[kind]?.en ?? kind}.`])),
);

export const NoticeChannel = describedEnum('NoticeChannel', 'By which road a message goes out.', {
  EMAIL: 'Electronic mail.',
  SMS: 'Short message to a telephone.',
  WECOM: 'Robot of a WeCom group (企业微信群机器人).',
});

export const NoticeMode = describedEnum('NoticeMode', 'When somebody is told.', {
  AT_ONCE: 'At once, or at the end of the quiet hours.',
  DIGEST: 'Once a day, together with all else.',
  OFF: 'Never.',
});

export const NoticePurpose = describedEnum('NoticePurpose', 'What a message carries.', {
  NOTICE: 'One notice, or several.',
  CODE: 'The code that confirms an address.',
  INVITATION: 'The link to one order.',
});

export const NoticeDeliveryStatus = describedEnum('NoticeDeliveryStatus', 'How far a message has come.', {
  WAITING: 'It waits for its hour.',
  SENDING: 'It is being sent; where the other side is away, it is tried again.',
  SENT: 'The next server has taken it.',
  FAILED: 'The other side will not take it.',
  DROPPED: 'There is nothing to send any more, or no road.',
});

export const InvitationStatus = describedEnum('InvitationStatus', 'State of an invitation.', {
  OPEN: 'Its link works until it expires.',
  USED: 'Its link was used.',
  REVOKED: 'The buyer has ended it.',
});

export const InvitationAction = describedEnum('InvitationAction', 'What can be done with an invitation.', {
  REVOKE: 'End it, and the session that it opened.',
});

export const NoticeSort = describedEnum('NoticeSort', 'Order of a list.', { NEWEST: 'Newest first.', OLDEST: 'Oldest first.' });
