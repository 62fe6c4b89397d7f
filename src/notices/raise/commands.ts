import { z } from 'zod';
import { plusHours } from '../../kernel/date.js';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { command, type CommandContext } from '../../platform/commands/index.js';
import { ESCALATION_DUE } from '../rules.js';
import { factsOf, houseOf, nextEvents, peopleOf, type Stretch } from './load.js';
import { escalating, type Happened, type NewItem, type Plan, planOf } from './rules.js';

/** The delivery is sent by a job of its own, now or when it falls due. Nobody's feed needs to know of the one that goes at once. */
const DELIVERY = { subject: 'NoticeDelivery', version: 1 } as const;

const insertNotices = async ({ sql, viewer, newId, businessNow }: CommandContext, { notices }: Plan): Promise<readonly string[]> => {
  const rows = notices.map((one) => ({ ...one, id: newId() }));
  await sql(
    `insert into app.notice (id, org_id, person_id, kind, event_id, subject, subject_id, number, counterparty_id, escalated, business_time)
     select id, $2, "personId", kind, "eventId", subject, "subjectId", left(number, 200), "counterpartyId", escalated, $3
     from jsonb_to_recordset($1::jsonb) as n(id uuid, "personId" uuid, kind text, "eventId" bigint, subject text, "subjectId" uuid, number text,
       "counterpartyId" uuid, escalated boolean)`,
    [JSON.stringify(rows), viewer.orgId, businessNow],
  );
  return rows.map(({ id }) => id);
};

const keyOf = ({ addressId, dueAt }: Pick<NewItem, 'addressId' | 'dueAt'>): string => `${addressId} ${dueAt}`;

/** Puts items into messages: what goes to one address at one time is one message, also with what waits there already. */
const insertDeliveries = async (ctx: CommandContext, items: readonly NewItem[], noticeIds: readonly string[]): Promise<void> => {
  const { sql, viewer, businessNow } = ctx;
  const { orgId } = viewer;
  const messages = [...new Map(items.map((one) => [keyOf(one), one])).values()];
  const ids = new Map<string, string>();
  for (const one of messages) {
    const [row] = await sql<{ id: string; fresh: boolean }>(
      `insert into app.notice_delivery (id, org_id, person_id, purpose, channel, address_id, due_at) values ($1, $2, $3, 'NOTICE', $4, $5, $6)
       on conflict (address_id, due_at) where purpose = 'NOTICE' and status = 'WAITING' do update set version = notice_delivery.version
       returning id, id = $1 as fresh`,
      [ctx.newId(), orgId, one.personId, one.channel, one.addressId, one.dueAt],
    );
    if (!row) continue;
    ids.set(keyOf(one), row.id);
    if (!row.fresh) continue;
    if (one.dueAt === businessNow) ctx.event({ ...DELIVERY, type: 'NOTICE_DUE', id: row.id, parties: [orgId] });
    else ctx.deadline({ ...DELIVERY, kind: 'NOTICE_DUE', subjectId: row.id, dueAt: one.dueAt, orgId, parties: [orgId] });
  }
  const rows = items.map((one) => ({ delivery: ids.get(keyOf(one)), notice: noticeIds[one.notice] }));
  await sql(
    `insert into app.notice_delivery_item (delivery_id, notice_id, org_id)
     select delivery, notice, $2 from jsonb_to_recordset($1::jsonb) as i(delivery uuid, notice uuid) on conflict do nothing`,
    [JSON.stringify(rows), orgId],
  );
};

/** One deadline per object and organisation: a later reminder moves it. */
const setEscalations = (ctx: CommandContext, events: readonly Happened[], hours: number): void => {
  const { orgId } = ctx.viewer;
  const objects = new Map(events.map((one) => [one.subjectId, one]));
  for (const { subject, subjectId } of objects.values())
    ctx.deadline({
      kind: ESCALATION_DUE,
      dueAt: plusHours(ctx.businessNow, hours),
      subject,
      subjectId,
      version: 1,
      orgId,
      parties: [orgId],
    });
};

const markOf = async ({ sql, viewer }: CommandContext): Promise<string> => {
  await sql('insert into app.notice_mark (org_id, seq) values ($1, 0) on conflict do nothing', [viewer.orgId]);
  const [mark] = await sql<{ seq: string }>('select seq::text as seq from app.notice_mark where org_id = $1 for update', [viewer.orgId]);
  return mark?.seq ?? '0';
};

/** At most this much in one transaction: what is left comes with the next event. */
const MOST_STRETCHES = 40;

/**
 * Tells the people of the acting organisation what has happened since it last did: notices, each once however often it runs, and
 * the messages that carry them.
 */
export const noticesRaise = command({
  name: 'noticesRaise',
  need: 'feed:read',
  key: 'none',
  input: z.object({}),
  async run(ctx): Promise<Verdict<{ raised: number }>> {
    let after = await markOf(ctx);
    const [people, house] = [await peopleOf(ctx), await houseOf(ctx)];
    let raised = 0;
    let stretch: Stretch = { events: [], seq: after, more: true };
    for (let n = 0; stretch.more && n < MOST_STRETCHES; n++) {
      stretch = await nextEvents(ctx.sql, ctx.viewer.orgId, after);
      after = stretch.seq;
      const plan = planOf(stretch.events, await factsOf(ctx, stretch.events), people, house, ctx.businessNow);
      raised += plan.notices.length;
      if (plan.notices.length > 0) await insertDeliveries(ctx, plan.items, await insertNotices(ctx, plan));
      setEscalations(ctx, escalating(stretch.events), house.afterHours);
    }
    await ctx.sql('update app.notice_mark set seq = $2 where org_id = $1', [ctx.viewer.orgId, after]);
    return ok({ raised });
  },
});
