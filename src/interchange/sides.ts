import { publicId } from '../kernel/ids.js';
import type { Refusal, Verdict } from '../kernel/refusal.js';
import { ok, refused } from '../kernel/refusal.js';
import { type OrganisationRef, organisationOf } from '../parties/index.js';
import type { CommandContext } from '../platform/commands/index.js';
import type { ReadDocument } from './reading.js';
import type { InterchangeCode } from './refusals.js';
import type { PartyName } from './rules/translate/parties.js';

/** Who the document is between. The sender's side is the caller, whatever the document says. */
export interface Sides {
  readonly buyerId: string;
  readonly supplierId: string;
  /** The other side as `organisationRefInput` takes it. */
  readonly other: unknown;
  readonly warnings: readonly Refusal<InterchangeCode>[];
}

type Found = Verdict<{ readonly id: string; readonly ref: unknown; readonly warnings: readonly Refusal<InterchangeCode>[] }>;

/** What the supplier sends; all else comes from the buyer. */
const OF_SUPPLIER: ReadonlySet<string> = new Set(['ORDER_RESPONSE', 'ORDER_RESPONSE_SIMPLE', 'DESPATCH_ADVICE', 'INVOICE', 'CREDIT_NOTE']);

const said = (names: readonly PartyName[]): string => names.map(({ scheme, value }) => `${scheme} ${value}`).join(', ');

/** The organisations that the names find, in order of the names. */
const foundBy = async (
  { sql }: CommandContext,
  names: readonly PartyName[],
): Promise<readonly { readonly id: string; readonly name: PartyName }[]> => {
  const found: { id: string; name: PartyName }[] = [];
  for (const name of names) {
    const verdict = await organisationOf(sql, { identifier: name }, []);
    if (verdict.ok) found.push({ id: verdict.value, name });
  }
  return found;
};

const finds = async (ctx: CommandContext, names: readonly PartyName[], id: string): Promise<boolean> =>
  names.length === 0 || (await foundBy(ctx, names)).some((one) => one.id === id);

const byReference = async (ctx: CommandContext, ref: OrganisationRef, names: readonly PartyName[]): Promise<Found> => {
  const named = await organisationOf(ctx.sql, ref, ['counterparty']);
  if (!named.ok) return named;
  const agrees = await finds(ctx, names, named.value);
  const again = ref.id === undefined ? ref : { id: publicId('org', ref.id) };
  return ok({
    id: named.value,
    ref: again,
    warnings: agrees ? [] : [{ code: 'COUNTERPARTY_DIFFERS', params: { names: said(names) } }],
  });
};

const byNames = async (ctx: CommandContext, names: readonly PartyName[]): Promise<Found> => {
  if (names.length === 0) return refused({ code: 'COUNTERPARTY_NOT_NAMED', field: ['counterparty'] });
  const [found] = await foundBy(ctx, names);
  return found === undefined
    ? refused({ code: 'COUNTERPARTY_UNKNOWN', field: ['counterparty'], params: { names: said(names) } })
    : ok({ id: found.id, ref: { identifier: found.name }, warnings: [] });
};

/** Finds the other side of a document: by the reference in the input, else by endpoint, company or other identifier. */
export const sidesOf = async (ctx: CommandContext, document: ReadDocument, ref: OrganisationRef | undefined): Promise<Verdict<Sides>> => {
  const me = ctx.viewer.orgId;
  const supplies = OF_SUPPLIER.has(document.kind);
  const [mine, theirs] = supplies ? [document.seller, document.buyer] : [document.buyer, document.seller];
  const other = ref ? await byReference(ctx, ref, theirs) : await byNames(ctx, theirs);
  if (!other.ok) return other;
  const { id, ref: again, warnings } = other.value;
  if (id === me) return refused({ code: 'COUNTERPARTY_IS_SENDER', field: ['counterparty'] });
  const own = await finds(ctx, mine, me);
  const told: Refusal<InterchangeCode>[] = own ? [] : [{ code: 'SENDER_DIFFERS', params: { names: said(mine) } }];
  const [buyerId, supplierId] = supplies ? [id, me] : [me, id];
  return ok({ buyerId, supplierId, other: again, warnings: [...told, ...warnings] });
};
