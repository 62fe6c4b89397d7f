import { z } from 'zod';
import { ok, refused } from '../kernel/refusal.js';
import { command, text } from '../platform/commands/index.js';
import { enterOrganisation } from './organisation/commands.js';
import { claimInput } from './organisation/inputs.js';
import { claimedCode } from './organisation/rules.js';
import { enterPerson } from './people/commands.js';

const foundInput = z.object({
  country: claimInput.shape.country,
  uscc: claimInput.shape.uscc,
  legalName: text(200),
  login: text(100),
  name: text(100),
});

/**
 * Begins an empty hub: the acting organisation, of which nothing is known yet, enters itself as the operator, with its first
 * administrator. @returns refusals HUB_FOUNDED, USCC_INVALID, USCC_REQUIRED, USCC_NOT_EXPECTED, LOGIN_INVALID
 */
export const hubFound = command({
  name: 'hubFound',
  need: 'operator',
  key: 'none',
  input: foundInput,
  constraints: { one_operator: { code: 'HUB_FOUNDED' } },
  async run(ctx, { login, name, ...input }) {
    const [hub] = await ctx.sql<{ empty: boolean }>('select app.hub_is_empty() as empty');
    if (!hub?.empty) return refused({ code: 'HUB_FOUNDED' });
    const id = ctx.viewer.orgId;
    const code = claimedCode({ ...input, roles: [] });
    if (!code.ok) return code;
    await enterOrganisation(
      ctx.sql,
      id,
      { ...input, sizeClass: 'SMALL', innovationTier: 'NONE', ownership: 'PRIVATE', roles: ['OPERATOR'], identifiers: [] },
      code.value,
    );
    ctx.event({ type: 'ORGANISATION_CLAIMED', subject: 'Organisation', id, version: 1, parties: [id], status: 'CLAIMED' });
    const entered = await enterPerson(ctx, id, { login, name, locale: 'zh', duties: ['ADMIN'] });
    return entered.ok ? ok({ organisationId: id, ...entered.value }) : entered;
  },
});
