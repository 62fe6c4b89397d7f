import { ok, type Refusal, refused, type Verdict } from '../../kernel/refusal.js';
import { command, type CommandContext, type Sql, staleVersion } from '../../platform/commands/index.js';
import { claimInput, type ClaimInput, identifierAddInput, type OrganisationRef, updateInput, verifyInput } from './inputs.js';
import { OrganisationEntity } from './model.js';
import { claimedCode, type Identifier, identifierOf, organisationLifecycle } from './rules.js';

/** Enters an organisation into the hub: its row, its private row and its confirmed identifiers. */
export async function enterOrganisation(sql: Sql, id: string, claim: ClaimInput, uscc: string | undefined): Promise<void> {
  await sql(
    `insert into app.organisation (id, country, uscc, legal_name, name_zh, name_en, size_class, innovation_tier, ownership, roles)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      claim.country,
      uscc,
      claim.legalName,
      claim.nameZh ?? claim.legalName.slice(0, 100),
      claim.nameEn ?? claim.legalName.slice(0, 100),
      claim.sizeClass,
      claim.innovationTier,
      claim.ownership,
      [...new Set(claim.roles)],
    ],
  );
}

const confirmIdentifier = (ctx: CommandContext, orgId: string, { scheme, value }: Identifier, confirmed: boolean) =>
  ctx.sql(
    `insert into app.organisation_identifier (id, org_id, scheme, value, confirmed) values ($1, $2, $3, $4, $5)
     on conflict (org_id, scheme, value) do ${confirmed ? 'update set confirmed = true' : 'nothing'}`,
    [ctx.newId(), orgId, scheme, value, confirmed],
  );

const identifiersOf = (claim: ClaimInput): Verdict<Identifier[]> => {
  const found = claim.identifiers.map(identifierOf);
  const faults = found.flatMap((verdict, at) =>
    verdict.ok ? [] : verdict.refusals.map((one): Refusal => ({ ...one, field: ['identifiers', String(at), 'value'] })),
  );
  return faults.length > 0 ? refused(...faults) : ok(found.flatMap((verdict) => (verdict.ok ? [verdict.value] : [])));
};

/** Enters an organisation. @returns refusals USCC_INVALID, USCC_REQUIRED, USCC_NOT_EXPECTED, USCC_TAKEN, OPERATOR_IS_ONE, IDENTIFIER_* */
export const organisationClaim = command({
  name: 'organisationClaim',
  need: 'operator',
  key: 'optional',
  input: claimInput,
  constraints: {
    organisation_uscc_key: { code: 'USCC_TAKEN', field: ['uscc'] },
    organisation_identifier_found: { code: 'IDENTIFIER_TAKEN', field: ['identifiers'] },
  },
  async run(ctx, input) {
    const code = claimedCode(input);
    const identifiers = identifiersOf(input);
    if (!code.ok || !identifiers.ok) return refused(...(code.ok ? [] : code.refusals), ...(identifiers.ok ? [] : identifiers.refusals));
    const id = ctx.newId();
    await enterOrganisation(ctx.sql, id, input, code.value);
    for (const identifier of identifiers.value) await confirmIdentifier(ctx, id, identifier, true);
    ctx.event({
      type: 'ORGANISATION_CLAIMED',
      subject: 'Organisation',
      id,
      version: 1,
      parties: [ctx.viewer.orgId, id],
      status: 'CLAIMED',
    });
    return ok({ organisationId: id });
  },
});

/** Changes the own card. The private note is seen by nobody else. @returns refusal STALE_VERSION */
export const organisationUpdate = command({
  name: 'organisationUpdate',
  need: 'parties:admin',
  key: 'optional',
  input: updateInput,
  async run(ctx, input) {
    const id = ctx.viewer.orgId;
    const own = await ctx.lockById(OrganisationEntity, id);
    if (!own) return refused({ code: 'NOT_FOUND' });
    const stale = staleVersion(own.version, input.expectedVersion);
    if (stale.length > 0) return refused(...stale);
    const { nameZh, nameEn, sizeClass, internalNote } = input;
    await ctx.sql(
      `update app.organisation set name_zh = coalesce($2, name_zh), name_en = coalesce($3, name_en),
         size_class = coalesce($4, size_class), version = version + 1 where id = $1`,
      [id, nameZh, nameEn, sizeClass],
    );
    if (internalNote !== undefined) {
      await ctx.sql(
        `insert into app.organisation_private (id, internal_note) values ($1, $2) on conflict (id) do update set internal_note = excluded.internal_note`,
        [id, internalNote],
      );
    }
    const changed = Object.entries({ nameZh, nameEn, sizeClass, internalNote }).flatMap(([name, value]) =>
      value === undefined ? [] : [name],
    );
    ctx.event({ type: 'ORGANISATION_CHANGED', subject: 'Organisation', id, version: own.version + 1, parties: [id], changed });
    return ok({ organisationId: id });
  },
});

/** Records evidence of who an organisation is and takes it as verified. @returns refusals NOT_FOUND, NOT_ALLOWED, STALE_VERSION */
export const organisationVerify = command({
  name: 'organisationVerify',
  need: 'operator',
  key: 'optional',
  input: verifyInput,
  async run(ctx, input) {
    const organisation = await ctx.lockById(OrganisationEntity, input.organisationId);
    if (!organisation) return refused({ code: 'NOT_FOUND', field: ['organisationId'] });
    const stale = staleVersion(organisation.version, input.expectedVersion);
    const verdict = organisationLifecycle.decide(organisation, 'VERIFY', 'OPERATOR');
    if (stale.length > 0 || !verdict.ok) return refused(...stale, ...(verdict.ok ? [] : verdict.refusals));
    const { orgId, actorId } = ctx.viewer;
    for (const { kind, reference } of input.evidence) {
      await ctx.sql(
        `insert into app.organisation_evidence (id, org_id, operator_id, actor_id, kind, reference, business_time)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [ctx.newId(), organisation.id, orgId, actorId, kind, reference, ctx.businessNow],
      );
    }
    ctx.event({
      type: 'ORGANISATION_VERIFIED',
      subject: 'Organisation',
      id: organisation.id,
      version: organisation.version + 1,
      parties: [organisation.id, orgId],
      changed: ['status'],
      status: verdict.value,
    });
    return ok({ organisationId: organisation.id });
  },
});

/**
 * Adds a name by which documents find an organisation. One that the organisation adds itself finds nobody before the operator
 * has added it too. @returns refusals NOT_FOUND, IDENTIFIER_INVALID, IDENTIFIER_TAKEN
 */
export const organisationIdentifierAdd = command({
  name: 'organisationIdentifierAdd',
  need: 'parties:admin',
  key: 'optional',
  input: identifierAddInput,
  constraints: { organisation_identifier_found: { code: 'IDENTIFIER_TAKEN', field: ['value'] } },
  async run(ctx, input) {
    const id = input.organisationId ?? ctx.viewer.orgId;
    const operates = ctx.viewer.scopes.has('operator');
    const organisation = id === ctx.viewer.orgId || operates ? await ctx.lockById(OrganisationEntity, id) : undefined;
    if (!organisation) return refused({ code: 'NOT_FOUND', field: ['organisationId'] });
    const identifier = identifierOf(input);
    if (!identifier.ok) return identifier;
    await confirmIdentifier(ctx, id, identifier.value, operates);
    await ctx.sql('update app.organisation set version = version + 1 where id = $1', [id]);
    ctx.event({
      type: operates ? 'IDENTIFIER_CONFIRMED' : 'IDENTIFIER_ADDED',
      subject: 'Organisation',
      id,
      version: organisation.version + 1,
      parties: [...new Set([id, ctx.viewer.orgId])],
      changed: ['identifiers'],
    });
    return ok({ organisationId: id });
  },
});

/**
 * The organisation that a reference names, or a refusal on that field: by id only where the caller may see it, by a code exactly.
 * @param field where the reference stands in the input
 */
export async function organisationOf(sql: Sql, ref: OrganisationRef, field: readonly string[]): Promise<Verdict<string>> {
  if (ref.id !== undefined) {
    const [seen] = await sql<{ id: string }>('select id from app.organisation where id = $1', [ref.id]);
    return seen ? ok(seen.id) : refused({ code: 'NOT_FOUND', field: [...field, 'id'] });
  }
  const named = ref.uscc === undefined ? ref.identifier : { scheme: 'USCC', value: ref.uscc };
  if (!named) return refused({ code: 'REQUIRED', field });
  const identifier = identifierOf(named);
  const at = [...field, ref.uscc === undefined ? 'identifier' : 'uscc'];
  if (!identifier.ok) return refused(...identifier.refusals.map((one) => ({ ...one, field: at })));
  const { scheme, value } = identifier.value;
  const [found] = await sql<{ id: string | null }>('select app.find_organisation($1, $2) as id', [scheme, value]);
  return found?.id ? ok(found.id) : refused({ code: 'ORGANISATION_UNKNOWN', field: at, params: { scheme, value } });
}
