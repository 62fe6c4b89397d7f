import { randomBytes } from 'node:crypto';
import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { enterSupplier } from '../../parties/index.js';
import { secretHash } from '../../platform/auth/credentials.js';
import { command, type CommandContext, staleVersion } from '../../platform/commands/index.js';
import { type Contact, contactsOf, keepContacts } from './contact.js';
import { invitationCreateInput, invitationRevokeInput, supplierInviteInput } from './inputs.js';
import { InvitationEntity } from './model.js';
import { invitationLifecycle, MOST_OPEN } from './rules.js';

/**
 * Enters a supplier that is not on the hub, so that an order can be issued to it, and keeps where it is reached.
 * @returns refusals BUYER_ONLY, SUPPLIER_REGISTERED, USCC_INVALID, USCC_NOT_EXPECTED, CONTACT_REQUIRED, EMAIL_INVALID, PHONE_INVALID, RATE_LIMITED
 */
export const supplierInvite = command({
  name: 'supplierInvite',
  need: 'orders:write',
  key: 'optional',
  input: supplierInviteInput,
  constraints: { organisation_uscc_key: { code: 'CONFLICT', field: ['uscc'] } },
  async run(ctx, { name, country, uscc, language, email, phone }): Promise<Verdict<{ organisationId: string }>> {
    if (!ctx.viewer.orgRoles.has('BUYER')) return refused({ code: 'BUYER_ONLY' });
    if (email === undefined && phone === undefined) return refused({ code: 'CONTACT_REQUIRED', field: ['email'] });
    const entered = await enterSupplier(ctx, { name, country, ...(uscc !== undefined && { uscc }) });
    if (!entered.ok) return entered;
    if (entered.value === null) return refused({ code: 'SUPPLIER_REGISTERED', field: ['uscc'] });
    const kept = await keepContacts(ctx, entered.value, { ...(email && { email }), ...(phone && { phone }) }, language);
    return kept.ok ? ok({ organisationId: entered.value }) : kept;
  },
});

interface OrderRow {
  readonly buyer_id: string;
  readonly supplier_id: string;
  readonly registered: boolean;
  readonly open: number;
}

const orderOf = async ({ sql, viewer }: CommandContext, orderId: string): Promise<OrderRow | undefined> => {
  const [row] = await sql<OrderRow>(
    `select o.buyer_id, o.supplier_id, app.is_registered(o.supplier_id) as registered,
       (select count(*)::int from app.invitation i where i.order_id = o.id and i.status = 'OPEN' and i.expires_at > clock_timestamp()) as open
     from app.orders o where o.id = $1 and o.buyer_id = $2 for no key update of o`,
    [orderId, viewer.orgId],
  );
  return row;
};

/** A message to each address, sent by jobs that put a link of their own into it. */
const sendTo = async (ctx: CommandContext, invitationId: string, contacts: readonly Contact[]): Promise<void> => {
  for (const { id: contactId, channel } of contacts) {
    const id = ctx.newId();
    await ctx.sql(
      `insert into app.notice_delivery (id, org_id, purpose, channel, contact_id, invitation_id, due_at) values ($1, $2, 'INVITATION', $3, $4, $5, $6)`,
      [id, ctx.viewer.orgId, channel, contactId, invitationId, ctx.businessNow],
    );
    ctx.event({ type: 'NOTICE_DUE', subject: 'NoticeDelivery', id, version: 1, parties: [ctx.viewer.orgId] });
  }
};

/**
 * Invites the supplier of one order, which has nobody on the hub, to read and answer it. The secret of the link is answered once
 * and kept by nobody. @returns refusals NOT_FOUND, SUPPLIER_REGISTERED, INVITATION_TOO_MANY, CONTACT_REQUIRED, EMAIL_INVALID, PHONE_INVALID
 */
export const invitationCreate = command({
  name: 'invitationCreate',
  need: 'orders:write',
  key: 'none',
  input: invitationCreateInput,
  async run(ctx, { orderId, expiresInHours, language, email, phone }): Promise<Verdict<{ invitationId: string; secret: string }>> {
    const order = await orderOf(ctx, orderId);
    if (!order) return refused({ code: 'NOT_FOUND', field: ['orderId'] });
    if (order.registered) return refused({ code: 'SUPPLIER_REGISTERED', field: ['orderId'] });
    if (order.open >= MOST_OPEN) return refused({ code: 'INVITATION_TOO_MANY', field: ['orderId'], params: { max: String(MOST_OPEN) } });
    const given = await keepContacts(ctx, order.supplier_id, { ...(email && { email }), ...(phone && { phone }) }, language ?? 'zh');
    if (!given.ok) return given;
    const contacts = given.value.length > 0 ? given.value : await contactsOf(ctx, order.supplier_id);
    const [first] = contacts;
    if (!first) return refused({ code: 'CONTACT_REQUIRED', field: ['email'] });
    const [id, secret] = [ctx.newId(), randomBytes(32).toString('base64url')];
    await ctx.sql(
      `insert into app.invitation (id, order_id, buyer_id, supplier_id, locale, expires_at, actor_id, business_time)
       values ($1, $2, $3, $4, $5, clock_timestamp() + make_interval(hours => $6), $7, $8)`,
      [id, orderId, order.buyer_id, order.supplier_id, language ?? first.locale, expiresInHours, ctx.viewer.actorId, ctx.businessNow],
    );
    await ctx.sql('insert into app.invitation_link (id, invitation_id, buyer_id, secret_hash) values ($1, $2, $3, $4)', [
      ctx.newId(),
      id,
      order.buyer_id,
      secretHash(secret),
    ]);
    await sendTo(ctx, id, contacts);
    ctx.event({ type: 'INVITATION_CREATED', subject: 'Invitation', id, version: 1, parties: [order.buyer_id], status: 'OPEN' });
    return ok({ invitationId: id, secret });
  },
});

/** Ends an invitation, and the session that it opened. @returns refusals NOT_FOUND, INVITATION_ENDED, STALE_VERSION */
export const invitationRevoke = command({
  name: 'invitationRevoke',
  need: 'orders:write',
  key: 'none',
  input: invitationRevokeInput,
  async run(ctx, { invitationId, expectedVersion }): Promise<Verdict<{ invitationId: string }>> {
    const invitation = await ctx.lockById(InvitationEntity, invitationId);
    if (!invitation) return refused({ code: 'NOT_FOUND', field: ['invitationId'] });
    const stale = staleVersion(invitation.version, expectedVersion);
    if (stale.length > 0) return refused(...stale);
    const verdict = invitationLifecycle.decide(invitation, 'REVOKE', 'BUYER');
    if (!verdict.ok) return refused({ code: 'INVITATION_ENDED', field: ['invitationId'] });
    await ctx.sql(`update app.invitation set status = $2, version = version + 1, revoked_at = clock_timestamp() where id = $1`, [
      invitationId,
      verdict.value,
    ]);
    ctx.event({
      type: 'INVITATION_REVOKED',
      subject: 'Invitation',
      id: invitationId,
      version: invitation.version + 1,
      parties: [invitation.buyerId],
      status: verdict.value,
      changed: ['status', 'revokedAt'],
    });
    return ok({ invitationId });
  },
});
