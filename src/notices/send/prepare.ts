import { randomBytes, randomInt } from 'node:crypto';
import { z } from 'zod';
import { ok, type Verdict } from '../../kernel/refusal.js';
import { secretHash } from '../../platform/auth/credentials.js';
import type { Locale } from '../../platform/auth/viewer.js';
import { command, type CommandContext, type Result } from '../../platform/commands/index.js';
import type { Channel } from '../../platform/outgoing/index.js';
import { codeHash } from '../address/code.js';

interface Row {
  readonly id: string;
  readonly purpose: 'NOTICE' | 'CODE' | 'INVITATION';
  readonly channel: Channel;
  readonly status: string;
  readonly address_id: string | null;
  readonly invitation_id: string | null;
  readonly to: string | null;
  readonly verified: boolean;
  readonly locale: Locale | null;
}

const DELIVERY = `
  select d.id, d.purpose, d.channel, d.status, d.address_id, d.invitation_id, coalesce(a.address, c.address) as "to",
    a.verified_at is not null as verified, coalesce(p.locale, c.locale, 'zh') as locale
  from app.notice_delivery d left join app.notice_address a on a.id = d.address_id left join app.invitation_contact c on c.id = d.contact_id
  left join app.person p on p.id = d.person_id where d.id = $1 for update of d`;

/** What is sent, as the texts need it; `nothing` says that there is nothing to send any more. */
export type Prepared = Result &
  (
    | { readonly nothing: true }
    | {
        readonly nothing: false;
        readonly purpose: 'NOTICE';
        readonly channel: Channel;
        readonly to: string;
        readonly locale: Locale;
        readonly told: readonly {
          readonly id: string;
          readonly kind: string;
          readonly number: string;
          readonly counterparty: string;
          readonly subject: string;
          readonly subjectId: string;
        }[];
      }
    | {
        readonly nothing: false;
        readonly purpose: 'CODE';
        readonly channel: Channel;
        readonly to: string;
        readonly locale: Locale;
        readonly code: string;
      }
    | {
        readonly nothing: false;
        readonly purpose: 'INVITATION';
        readonly channel: Channel;
        readonly to: string;
        readonly locale: Locale;
        readonly secret: string;
        readonly number: string;
        readonly counterparty: string;
        readonly until: string;
      }
  );

type Said = { readonly nothing: true } | ({ readonly nothing: false } & Record<string, unknown>);
const NOTHING = { nothing: true } as const;

const CODE_MINUTES = 30;

/** What was read meanwhile is not told again. */
const unread = async ({ sql }: CommandContext, { id, locale }: Row): Promise<Said> => {
  const told = await sql(
    `select n.id, n.kind, n.number, case when $2 = 'zh' then o.name_zh else o.name_en end as counterparty, n.subject, n.subject_id as "subjectId"
     from app.notice_delivery_item i join app.notice n on n.id = i.notice_id join app.organisation o on o.id = n.counterparty_id
     where i.delivery_id = $1 and n.read_at is null order by n.at, n.id limit 100`,
    [id, locale],
  );
  return told.length === 0 ? NOTHING : { nothing: false, told };
};

/** A code is made where it leaves, so that it is kept nowhere in words; a message that is tried again carries a new one. */
const newCode = async ({ sql }: CommandContext, { address_id }: Row): Promise<Said> => {
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const kept = await sql(
    `update app.notice_address set code_hash = $2, code_until = clock_timestamp() + make_interval(mins => $3), code_tries = 0
     where id = $1 and verified_at is null returning 1`,
    [address_id, codeHash(address_id ?? '', code), CODE_MINUTES],
  );
  return kept.length === 0 ? NOTHING : { nothing: false, code };
};

/** A link of its own for the message: whichever of an invitation's links is used first spends them all. */
const newLink = async ({ sql, viewer, newId }: CommandContext, { invitation_id, locale }: Row): Promise<Said> => {
  const [invitation] = await sql<{ number: string; counterparty: string; until: string }>(
    `select r.number, case when $3 = 'zh' then o.name_zh else o.name_en end as counterparty,
       to_char(i.expires_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as until
     from app.invitation i join app.orders r on r.id = i.order_id join app.organisation o on o.id = i.buyer_id
     where i.id = $1 and i.buyer_id = $2 and i.status = 'OPEN' and i.expires_at > clock_timestamp()`,
    [invitation_id, viewer.orgId, locale],
  );
  if (!invitation) return NOTHING;
  const secret = randomBytes(32).toString('base64url');
  await sql('insert into app.invitation_link (id, invitation_id, buyer_id, secret_hash) values ($1, $2, $3, $4)', [
    newId(),
    invitation_id,
    viewer.orgId,
    secretHash(secret),
  ]);
  return { nothing: false, secret, ...invitation };
};

const sayings = { NOTICE: unread, CODE: newCode, INVITATION: newLink } as const;

/** Takes a message up: what it says, once more where it was taken up before and its sender died. */
export const deliveryPrepare = command({
  name: 'deliveryPrepare',
  need: 'feed:read',
  key: 'none',
  input: z.object({ deliveryId: z.string() }),
  async run(ctx, { deliveryId }): Promise<Verdict<Prepared>> {
    const [row] = await ctx.sql<Row>(DELIVERY, [deliveryId]);
    if (!row || (row.status !== 'WAITING' && row.status !== 'SENDING')) return ok(NOTHING);
    await ctx.sql(`update app.notice_delivery set status = 'SENDING', version = version + 1, tries = tries + 1 where id = $1`, [
      deliveryId,
    ]);
    // An address that was erased, or never confirmed, is told nothing.
    if (row.to === null || (row.purpose === 'NOTICE' && !row.verified)) return ok(NOTHING);
    const { purpose, channel, to, locale } = row;
    return ok({ purpose, channel, to, locale, ...(await sayings[purpose](ctx, row)) } as Prepared);
  },
});
