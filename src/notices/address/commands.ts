import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { command, type CommandContext } from '../../platform/commands/index.js';
import { codeHash } from './code.js';
import { addInput, addressInput, verifyInput } from './inputs.js';
import { addressOf, codeFaults, MOST_ADDRESSES, MOST_TRIES } from './rules.js';

interface Row {
  readonly id: string;
  readonly person_id: string | null;
  readonly channel: string;
  readonly verified: boolean;
  readonly right: boolean;
  readonly live: boolean;
  readonly tries: number;
  readonly today: number;
  readonly last_ago: number | null;
}

/** Sends a code to the address, by a job. */
const sendCode = async (ctx: CommandContext, addressId: string, channel: string, personId: string | null): Promise<void> => {
  const id = ctx.newId();
  await ctx.sql(
    `insert into app.notice_delivery (id, org_id, person_id, purpose, channel, address_id, due_at) values ($1, $2, $3, 'CODE', $4, $5, $6)`,
    [id, ctx.viewer.orgId, personId, channel, addressId, ctx.businessNow],
  );
  ctx.event({ type: 'NOTICE_DUE', subject: 'NoticeDelivery', id, version: 1, parties: [ctx.viewer.orgId] });
};

const administers = ({ scopes }: Viewer): boolean => scopes.has('parties:admin');

/**
 * Adds an address of the caller's own, or the group of the organisation, and sends it a code. Nothing else is sent there before the
 * code came back. @returns refusals PERSON_ONLY, EMAIL_INVALID, PHONE_INVALID, ROBOT_INVALID, ADDRESS_TAKEN, ADDRESS_TOO_MANY, GROUP_*
 */
export const noticeAddressAdd = command({
  name: 'noticeAddressAdd',
  need: 'authenticated',
  key: 'optional',
  input: addInput,
  constraints: { notice_address_once: { code: 'ADDRESS_TAKEN', field: ['address'] } },
  async run(ctx, { channel, address: given, group }): Promise<Verdict<{ addressId: string }>> {
    const { orgId, actorId, kind } = ctx.viewer;
    if (kind !== 'PERSON') return refused({ code: 'PERSON_ONLY' });
    if (group && channel !== 'WECOM') return refused({ code: 'GROUP_ONLY_WECOM', field: ['channel'] });
    if (group && !administers(ctx.viewer)) return refused({ code: 'GROUP_BY_ADMIN', field: ['group'] });
    const address = addressOf(channel, given);
    if (!address.ok) return address;
    const personId = group ? null : actorId;
    const [count] = await ctx.sql<{ n: number }>(
      'select count(*)::int as n from app.notice_address where org_id = $1 and person_id is not distinct from $2',
      [orgId, personId],
    );
    if ((count?.n ?? 0) >= MOST_ADDRESSES) return refused({ code: 'ADDRESS_TOO_MANY', params: { max: String(MOST_ADDRESSES) } });
    const id = ctx.newId();
    await ctx.sql('insert into app.notice_address (id, org_id, person_id, channel, address) values ($1, $2, $3, $4, $5)', [
      id,
      orgId,
      personId,
      channel,
      address.value,
    ]);
    await sendCode(ctx, id, channel, personId);
    return ok({ addressId: id });
  },
});

/** The caller's address, or as an administrator the group's, locked. */
const own = async (ctx: CommandContext, addressId: string, hash?: Buffer): Promise<Row | undefined> => {
  const [row] = await ctx.sql<Row>(
    `select a.id, a.person_id, a.channel, a.verified_at is not null as verified, a.code_tries as tries,
       coalesce(a.code_hash = $2, false) as right, coalesce(a.code_until > clock_timestamp(), false) as live,
       (select count(*)::int from app.notice_delivery d where d.address_id = a.id and d.purpose = 'CODE' and d.at > clock_timestamp() - interval '1 day') as today,
       (select floor(extract(epoch from clock_timestamp() - max(d.at)))::int from app.notice_delivery d where d.address_id = a.id and d.purpose = 'CODE') as last_ago
     from app.notice_address a where a.id = $1 for no key update of a`,
    [addressId, hash ?? null],
  );
  return row && (row.person_id !== null || administers(ctx.viewer)) ? row : undefined;
};

/** Sends a further code. @returns refusals NOT_FOUND, ADDRESS_VERIFIED, RATE_LIMITED */
export const noticeCodeSend = command({
  name: 'noticeCodeSend',
  need: 'authenticated',
  key: 'none',
  input: addressInput,
  async run(ctx, { addressId }): Promise<Verdict<{ addressId: string }>> {
    const row = await own(ctx, addressId);
    if (!row) return refused({ code: 'NOT_FOUND', field: ['addressId'] });
    if (row.verified) return refused({ code: 'ADDRESS_VERIFIED', field: ['addressId'] });
    const faults = codeFaults({ today: row.today, ...(row.last_ago === null ? {} : { lastAgo: row.last_ago }) });
    if (faults.length > 0) return refused(...faults);
    await sendCode(ctx, addressId, row.channel, row.person_id);
    return ok({ addressId });
  },
});

/**
 * Confirms an address by its code. A wrong code is an answer, not a refusal: it counts, and what is refused leaves nothing behind.
 * @returns refusals NOT_FOUND, ADDRESS_VERIFIED, CODE_EXPIRED
 */
export const noticeAddressVerify = command({
  name: 'noticeAddressVerify',
  need: 'authenticated',
  key: 'none',
  input: verifyInput,
  async run(ctx, { addressId, code }): Promise<Verdict<{ addressId: string; verified: boolean; triesLeft: number }>> {
    const row = await own(ctx, addressId, codeHash(addressId, code.replaceAll(/\s/g, '')));
    if (!row) return refused({ code: 'NOT_FOUND', field: ['addressId'] });
    if (row.verified) return refused({ code: 'ADDRESS_VERIFIED', field: ['addressId'] });
    if (!row.live || row.tries >= MOST_TRIES) return refused({ code: 'CODE_EXPIRED', field: ['code'] });
    const change = row.right
      ? 'verified_at = clock_timestamp(), code_hash = null, code_until = null, code_tries = 0'
      : 'code_tries = code_tries + 1';
    await ctx.sql(`update app.notice_address set ${change} where id = $1`, [addressId]);
    return ok({ addressId, verified: row.right, triesLeft: row.right ? 0 : MOST_TRIES - row.tries - 1 });
  },
});

/** Erases an address: nothing of it is left, and what waited for it is not sent. @returns refusal NOT_FOUND */
export const noticeAddressRemove = command({
  name: 'noticeAddressRemove',
  need: 'authenticated',
  key: 'none',
  input: addressInput,
  async run(ctx, { addressId }): Promise<Verdict<{ removed: boolean }>> {
    if (!(await own(ctx, addressId))) return refused({ code: 'NOT_FOUND', field: ['addressId'] });
    await ctx.sql('delete from app.notice_address where id = $1', [addressId]);
    return ok({ removed: true });
  },
});
