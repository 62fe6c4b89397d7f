import { z } from 'zod';
import { publicId } from '../kernel/ids.js';
import { ok } from '../kernel/refusal.js';
import { hashPassword } from '../platform/auth/login.js';
import { command, type CommandContext } from '../platform/commands/index.js';
import type { Seed, Seeder } from '../platform/room.js';
import { tradeAgreementConfirm, tradeAgreementPropose, tradeAgreementRefuse, tradeAgreementWithdraw } from './agreement/commands.js';
import { storeKey } from './credentials/commands.js';
import { canaryOf, DEMO_PASSWORD, demoKey, type DemoOrganisation, demoOrganisations, demoOrgId, demoScopes } from './demo.js';
import { enterOrganisation, organisationUpdate, organisationVerify } from './organisation/commands.js';

const YEARS = 3650;

const demoOf = (orgKey: string): DemoOrganisation => {
  const found = demoOrganisations.find((one) => one.orgKey === orgKey);
  if (!found) throw new Error(`the demo has no organisation ${orgKey}`);
  return found;
};

/** Enters an organisation under its fixed id. The first one is the operator, which enters itself. */
const enterDemo = command({
  name: 'demoEnter',
  need: 'operator',
  key: 'none',
  input: z.object({ orgKey: z.string() }),
  async run(ctx, { orgKey }) {
    const { id, claim } = demoOf(orgKey);
    await enterOrganisation(ctx.sql, id, claim, claim.uscc);
    for (const { scheme, value } of claim.identifiers) {
      await ctx.sql('insert into app.organisation_identifier (id, org_id, scheme, value, confirmed) values ($1, $2, $3, $4, true)', [
        ctx.newId(),
        id,
        scheme,
        value,
      ]);
    }
    ctx.event({
      type: 'ORGANISATION_CLAIMED',
      subject: 'Organisation',
      id,
      version: 1,
      parties: [...new Set([ctx.viewer.orgId, id])],
      status: 'CLAIMED',
    });
    return ok({ organisationId: id });
  },
});

const enterPerson = async (ctx: CommandContext, person: DemoOrganisation['people'][number], passwordHash: string): Promise<void> => {
  const [personId, membershipId] = [ctx.newId(), ctx.newId()];
  const { orgId, actorId } = ctx.viewer;
  await ctx.sql('insert into app.person (id, org_id, login, name, locale) values ($1, $2, $3, $4, $5)', [
    personId,
    orgId,
    person.login,
    person.name,
    person.locale ?? 'zh',
  ]);
  await ctx.sql('insert into app.membership (id, org_id, person_id, duties, valid_from, granted_by) values ($1, $2, $3, $4, $5, $6)', [
    membershipId,
    orgId,
    personId,
    person.duties,
    '2026-01-01',
    actorId,
  ]);
  // A lasting password is set by its person only.
  await ctx.sql(`select set_config('app.actor', $1, true)`, [personId]);
  await ctx.sql('select app.set_password($1, $2, null)', [personId, passwordHash]);
  await ctx.sql(`select set_config('app.actor', $1, true)`, [actorId]);
  ctx.event({ type: 'PERSON_INVITED', subject: 'Person', id: personId, version: 1, parties: [orgId] });
  ctx.event({ type: 'MEMBERSHIP_GRANTED', subject: 'Membership', id: membershipId, version: 1, parties: [orgId] });
};

/** Gives the organisation its people, who all have the one password of the demo, and its key. */
const equipDemo = command({
  name: 'demoEquip',
  need: 'parties:admin',
  key: 'none',
  input: z.object({ orgKey: z.string(), passwordHash: z.string() }),
  async run(ctx, { orgKey, passwordHash }) {
    const demo = demoOf(orgKey);
    for (const person of demo.people) await enterPerson(ctx, person, passwordHash);
    if (demo.hasKey) await storeKey(ctx, { name: `Demo ${orgKey}`, scopes: demoScopes(orgKey), validDays: YEARS }, demoKey(orgKey));
    return ok({ organisationId: demo.id });
  },
});

const proposal = (orgKey: string, number: string, rest: object) => ({
  as: 'BUYER',
  counterparty: { uscc: demoOf(orgKey).claim.uscc },
  number,
  validFrom: '2026-01-01',
  priceBasis: 'NET',
  termDays: 60,
  termBasis: 'ACCEPTANCE',
  idempotencyKey: `demo-${number}`,
  ...rest,
});

async function agreements(seeder: Seeder): Promise<void> {
  const propose = async (as: string, input: object): Promise<string> =>
    publicId('agr', (await seeder.as<{ agreementId: string }>(as, tradeAgreementPropose, input)).agreementId);
  const confirm = (as: string, agreementId: string) => seeder.as(as, tradeAgreementConfirm, { agreementId, smeDeclared: true });

  await confirm(
    'supplier',
    await propose('buyer', proposal('supplier', 'HS-2026-001', { overTolerance: '0.05', lateRate: '0.06', inspectionDays: 10 })),
  );
  await confirm('supplier2', await propose('buyer', proposal('supplier2', 'HS-2026-002', { termDays: 45, termBasis: 'INVOICE_RECEIVED' })));
  await confirm(
    'supplier3',
    await propose(
      'buyer',
      proposal('supplier3', 'HS-2026-003', {
        termDays: 90,
        termBasis: 'MONTH_END',
        termReason: '行业惯例：家电旺季备货按季结算',
        answerHours: 72,
      }),
    ),
  );
  await confirm(
    'supplier4',
    await propose('buyer', proposal('supplier4', 'HS-2026-004', { termDays: 30, termBasis: 'CONFIRMED_STATEMENT' })),
  );
  await seeder.as('supplier2', tradeAgreementRefuse, {
    agreementId: await propose('buyer', proposal('supplier2', 'HS-2027-002', { validFrom: '2027-01-01' })),
    note: '账期过长，请按 45 天重新提出',
  });
  await seeder.as('buyer', tradeAgreementWithdraw, {
    agreementId: await propose('buyer', proposal('supplier4', 'HS-2027-004', { validFrom: '2027-01-01' })),
  });
  await propose('supplier2', proposal('buyer', 'HD-2027-01', { as: 'SUPPLIER', validFrom: '2027-01-01', termDays: 45, smeDeclared: true }));
  await confirm('supplier2', await propose('supplier', proposal('supplier2', 'LX-2026-11', { termDays: 30 })));
}

/** Organisations in every status, people, keys and agreements of the demo. */
export const partiesSeed: readonly Seed[] = [
  {
    version: 1,
    async run(seeder) {
      const passwordHash = await hashPassword(DEMO_PASSWORD);
      for (const { orgKey } of demoOrganisations) {
        await seeder.as('operator', enterDemo, { orgKey });
        await seeder.as(orgKey, equipDemo, { orgKey, passwordHash });
        await seeder.as(orgKey, organisationUpdate, { internalNote: `内部备注 internal note ${canaryOf(orgKey)}` });
        // One is left as it was entered, so that the operator has something to verify.
        if (orgKey === 'factor') continue;
        await seeder.as('operator', organisationVerify, {
          organisationId: publicId('org', demoOrgId(orgKey)),
          evidence: [{ kind: 'BUSINESS_LICENCE', reference: `营业执照 ${orgKey}` }],
        });
      }
      await agreements(seeder);
    },
  },
];
