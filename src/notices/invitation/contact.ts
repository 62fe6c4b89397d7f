import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';
import type { Locale } from '../../platform/auth/viewer.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { addressOf } from '../address/rules.js';
import type { GivenContact } from './inputs.js';

export interface Contact {
  readonly id: string;
  readonly channel: string;
  readonly locale: Locale;
}

const read = (channel: 'EMAIL' | 'SMS', field: string, given: string | undefined) => {
  if (given === undefined) return [];
  const address = addressOf(channel, given);
  const faults: readonly Refusal[] = address.ok ? [] : address.refusals.map((one) => ({ ...one, field: [field] }));
  return [{ channel, address: address.ok ? address.value : '', faults }];
};

/** Keeps the addresses given for a supplier. @returns refusals EMAIL_INVALID, PHONE_INVALID */
export async function keepContacts(
  ctx: CommandContext,
  supplierId: string,
  given: GivenContact,
  locale: Locale,
): Promise<Verdict<Contact[]>> {
  const asked = [...read('EMAIL', 'email', given.email), ...read('SMS', 'phone', given.phone)];
  const faults = asked.flatMap((one) => one.faults);
  if (faults.length > 0) return refused(...faults);
  const kept: Contact[] = [];
  for (const { channel, address } of asked) {
    const [row] = await ctx.sql<Contact>(
      `insert into app.invitation_contact (id, org_id, supplier_id, channel, address, locale) values ($1, $2, $3, $4, $5, $6)
       on conflict on constraint invitation_contact_once do update set locale = excluded.locale returning id, channel, locale`,
      [ctx.newId(), ctx.viewer.orgId, supplierId, channel, address, locale],
    );
    if (row) kept.push(row);
  }
  return ok(kept);
}

/** The addresses that the acting buyer keeps of a supplier. */
export const contactsOf = (ctx: CommandContext, supplierId: string): Promise<Contact[]> =>
  ctx.sql<Contact>(
    'select id, channel, locale from app.invitation_contact where org_id = $1 and supplier_id = $2 order by created_at desc, id desc limit 2',
    [ctx.viewer.orgId, supplierId],
  );
