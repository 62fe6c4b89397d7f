import { CSRF_HEADER, csrfToken } from '../../src/platform/auth/credentials.js';
import { type Member, memberOf } from './notices.js';

let calls = 0;

export interface Invited {
  readonly id: string;
  readonly link: string;
  readonly secret: string;
}

export const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
/** The token that a guest sends with whatever it changes. */
export const tokenOf = (cookie: string): string => csrfToken(cookie.split('=')[1] ?? '');

/** What tests of invitations do over and over, as that buyer. */
export const invitationsOf = (url: string, buyer: Member) => {
  const invite = async (orderId: string, rest: object = {}): Promise<Invited> => {
    const { invitation, link } = (await buyer.act('invitationCreate', { orderId, ...rest }, 'link invitation { id }')) as {
      invitation: { id: string };
      link: string;
    };
    return { id: invitation.id, link, secret: link.split('/').at(-1) ?? '' };
  };
  /** Presses the button of a link. */
  const open = (secret: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${url}/invitation/${secret}`, { method: 'POST', redirect: 'manual', headers });
  return {
    invite,
    open,
    async enter(name: string): Promise<string> {
      const answer = await buyer.act('supplierInvite', { name, email: 'orders@new.example' }, 'supplier { id }');
      return (answer as { supplier: { id: string } }).supplier.id;
    },
    async issue(supplierId: string, number: string): Promise<string> {
      const lines = [
        { lineId: '1', itemName: 'Hinge', quantity: '10', unit: 'C62', price: '6.80', requestedTo: '2026-12-10' },
        { lineId: '2', itemName: 'Screw <b>', quantity: '4', unit: 'KGM', price: '31.50' },
      ];
      const input = { supplier: { id: supplierId }, number, header: { currency: 'CNY' }, lines, idempotencyKey: `i${calls++}` };
      return ((await buyer.act('orderIssue', input, 'order { id }')) as { order: { id: string } }).order.id;
    },
    /** Somebody who has opened an invitation to that order. */
    async guestOf(orderId: string): Promise<{ readonly guest: Member; readonly cookie: string; readonly invitation: string }> {
      const { id, secret } = await invite(orderId);
      const cookie = cookieOf(await open(secret));
      return { guest: memberOf(url, { cookie, [CSRF_HEADER]: tokenOf(cookie) }), cookie, invitation: id };
    },
  };
};
