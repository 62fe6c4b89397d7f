import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import type { CommandContext } from '../../platform/commands/index.js';
import { claimedCode } from './rules.js';

export interface EnteredSupplier {
  readonly country: string;
  readonly uscc?: string;
  readonly name: string;
}

/** More than a firm enters by hand in a day. */
const MOST_A_DAY = 200;

/** One that this buyer entered under that name before, and that has nobody yet. */
const enteredBefore = async ({ sql, viewer }: CommandContext, key: string): Promise<string | undefined> => {
  const [row] = await sql<{ id: string }>(
    `select e.supplier_id as id from app.entered_supplier e join app.organisation o on o.id = e.supplier_id
     where e.org_id = $1 and e.name_key = $2 and o.uscc is null and not app.is_registered(e.supplier_id) order by e.at limit 1`,
    [viewer.orgId, key],
  );
  return row?.id;
};

/**
 * Enters a supplier that is not on the hub, as its buyer, or finds one that has nobody yet: by its unified social credit code, else
 * by the name under which this buyer entered it.
 * @returns its uuid, or null where it is registered; refusals USCC_INVALID, USCC_NOT_EXPECTED, RATE_LIMITED
 */
export async function enterSupplier(ctx: CommandContext, { country, uscc, name }: EnteredSupplier): Promise<Verdict<string | null>> {
  const { orgId, actorId } = ctx.viewer;
  // The code is asked for when the supplier registers; here the name may be all that is known.
  const code = uscc === undefined ? ok(undefined) : claimedCode({ country, uscc, roles: [] });
  if (!code.ok) return code;
  const [count] = await ctx.sql<{ n: number }>(
    `select count(*)::int as n from app.entered_supplier where org_id = $1 and at > clock_timestamp() - interval '1 day'`,
    [orgId],
  );
  if ((count?.n ?? 0) >= MOST_A_DAY) return refused({ code: 'RATE_LIMITED', params: { seconds: '86400' } });
  const key = fingerprint(name);
  const before = code.value === undefined ? await enteredBefore(ctx, key) : undefined;
  if (before !== undefined) return ok(before);
  const newId = ctx.newId();
  const [entered] = await ctx.sql<{ id: string | null }>('select app.enter_supplier($1, $2, $3, $4) as id', [
    newId,
    country,
    code.value,
    name,
  ]);
  const id = entered?.id ?? null;
  if (id === null) return ok(null);
  await ctx.sql(
    `insert into app.entered_supplier (id, org_id, supplier_id, name_key, actor_id) values ($1, $2, $3, $4, $5)
     on conflict on constraint entered_supplier_once do nothing`,
    [ctx.newId(), orgId, id, key === '' ? name : key, actorId],
  );
  if (id === newId)
    ctx.event({ type: 'ORGANISATION_CLAIMED', subject: 'Organisation', id, version: 1, parties: [orgId, id], status: 'CLAIMED' });
  return ok(id);
}
