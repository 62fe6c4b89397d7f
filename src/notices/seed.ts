import { z } from 'zod';
import { publicId } from '../kernel/ids.js';
import { ok } from '../kernel/refusal.js';
import { orderIssue } from '../orders/index.js';
import { canaryOf, demoOrganisations } from '../parties/index.js';
import { command } from '../platform/commands/index.js';
import type { Seed } from '../platform/room.js';
import { invitationCreate, supplierInvite } from './invitation/commands.js';
import { noticeEscalationSet } from './settings/commands.js';

/** Gives the people of an organisation of the demo their addresses, confirmed, and some of them settings of their own. */
const demoNotices = command({
  name: 'demoNotices',
  need: 'parties:admin',
  key: 'none',
  input: z.object({}),
  async run(ctx) {
    const { orgId, actorId } = ctx.viewer;
    const people = await ctx.sql<{ id: string; login: string; locale: string }>(
      'select id, login, locale from app.person where org_id = $1',
      [orgId],
    );
    for (const { id, login, locale } of people) {
      // What is a person's own is written by that person only.
      await ctx.sql(`select set_config('app.actor', $1, true)`, [id]);
      await ctx.sql(
        `insert into app.notice_address (id, org_id, person_id, channel, address, verified_at) values ($1, $2, $3, 'EMAIL', $4, clock_timestamp())`,
        [ctx.newId(), orgId, id, login],
      );
      await ctx.sql(
        `insert into app.notice_setting (id, org_id, person_id, kind, mode, channels) values ($1, $3, $4, 'ORDER_ACCEPTED', 'DIGEST', '{EMAIL}'),
           ($2, $3, $4, 'RECEIPT_RECORDED', 'OFF', '{}')`,
        [ctx.newId(), ctx.newId(), orgId, id],
      );
      await ctx.sql(`insert into app.notice_times (id, org_id, person_id, zone, digest_hour) values ($1, $2, $3, $4, 8)`, [
        ctx.newId(),
        orgId,
        id,
        locale === 'en' ? 'Europe/Berlin' : 'Asia/Shanghai',
      ]);
    }
    await ctx.sql(`select set_config('app.actor', $1, true)`, [actorId]);
    return ok({ people: people.length });
  },
});

/** A supplier that is not on the hub, an order to it and an invitation to that order: its mail stands among the files of the demo. */
const invited: Seed['run'] = async (seeder) => {
  const { organisationId } = await seeder.as<{ organisationId: string }>('buyer', supplierInvite, {
    name: '晨光五金厂',
    email: 'orders@chenguang.example',
    idempotencyKey: 'demo-chenguang',
  });
  const { orderId } = await seeder.as<{ orderId: string }>('buyer', orderIssue, {
    supplier: { id: publicId('org', organisationId) },
    number: 'HS-PO-INVITE-1',
    issuedOn: '2026-11-16',
    header: { currency: 'CNY', note: `样品订单 ${canaryOf('buyer')}` },
    lines: [
      { lineId: '10', itemName: '不锈钢铰链', quantity: '400', unit: 'C62', price: '6.80', requestedTo: '2026-12-10' },
      { lineId: '20', itemName: '自攻螺钉 M4', quantity: '20', unit: 'KGM', price: '31.50', requestedTo: '2026-12-10' },
    ],
    idempotencyKey: 'demo-invited-order',
  });
  await seeder.as('buyer', invitationCreate, { orderId: publicId('ord', orderId), expiresInHours: 720 });
};

/** Addresses and settings of the demo's people; the notices themselves come of what happens. */
export const seed: readonly Seed[] = [
  {
    version: 1,
    async run(seeder) {
      for (const { orgKey } of demoOrganisations) await seeder.as(orgKey, demoNotices, {});
      await seeder.as('buyer', noticeEscalationSet, { afterHours: 12, groupKinds: ['ANSWER_OVERDUE'] });
      await invited(seeder);
    },
  },
];
