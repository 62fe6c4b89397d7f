import { plain } from '../../kernel/decimal.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { command, type CommandContext, staleVersion } from '../../platform/commands/index.js';
import { organisationOf } from '../organisation/commands.js';
import { confirmInput, decisionInput, type ProposeInput, proposeInput } from './inputs.js';
import { type TradeAgreement, TradeAgreementEntity } from './model.js';
import { planFaults, settlingFaults } from './rules/plan.js';
import { insertPlan, settlingCells } from './plan-write.js';
import {
  type AgreementAction,
  agreementLifecycle,
  type AgreementStatus,
  declarationFaults,
  type Limit,
  type PartyFacts,
  sideOf,
  termFaults,
  type TermLimits,
} from './rules.js';

interface Sides {
  readonly buyer: string;
  readonly supplier: string;
}

interface Party extends PartyFacts {
  readonly id: string;
  readonly roles: string[];
}

const EVENTS: Readonly<Record<AgreementAction, string>> = {
  CONFIRM: 'AGREEMENT_CONFIRMED',
  REFUSE: 'AGREEMENT_REFUSED',
  WITHDRAW: 'AGREEMENT_WITHDRAWN',
  END: 'AGREEMENT_ENDED',
};

/** The limits of the law on the given day, by code. */
const limitsOn = async (ctx: CommandContext, day: string): Promise<TermLimits & { readonly lpr?: Limit }> => {
  const rows = await ctx.sql<{ code: string } & Limit>(
    `select code, value::text, source from app.legal_limit where $1::date between valid_from and coalesce(valid_to, 'infinity')`,
    [day],
  );
  const limit = (code: string): Limit | undefined => rows.find((row) => row.code === code);
  return { publicBodyCap: limit('PUBLIC_BODY_TERM_CAP'), largeBuyer: limit('LARGE_BUYER_TERM'), lpr: limit('LPR_1Y') };
};

const partiesOf = async (ctx: CommandContext, { buyer, supplier }: Sides): Promise<{ buyer: Party; supplier: Party } | undefined> => {
  const rows = await ctx.sql<Party>(
    `select id, roles, size_class as "sizeClass", ownership from app.organisation where id = any($1::uuid[])`,
    [[buyer, supplier]],
  );
  const [one, other] = [rows.find((row) => row.id === buyer), rows.find((row) => row.id === supplier)];
  return one && other ? { buyer: one, supplier: other } : undefined;
};

const step = (ctx: CommandContext, agreementId: string, sides: Sides, status: AgreementStatus, note: string | undefined) =>
  ctx.sql(
    `insert into app.trade_agreement_step (id, agreement_id, buyer_id, supplier_id, status, by_id, actor_id, note, business_time)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [ctx.newId(), agreementId, sides.buyer, sides.supplier, status, ctx.viewer.orgId, ctx.viewer.actorId, note, ctx.businessNow],
  );

const insertAgreement = (ctx: CommandContext, id: string, { buyer, supplier }: Sides, input: ProposeInput) => {
  const row = {
    id,
    buyer_id: buyer,
    supplier_id: supplier,
    number: input.number,
    number_key: fingerprint(input.number),
    proposed_by: ctx.viewer.orgId,
    valid_from: input.validFrom,
    valid_to: input.validTo,
    currency: input.currency,
    price_basis: input.priceBasis,
    rounding: input.rounding,
    term_days: input.termDays,
    term_basis: input.termBasis,
    term_reason: input.termReason,
    inspection_days: input.inspectionDays,
    over_tolerance: plain(input.overTolerance),
    under_tolerance: plain(input.underTolerance),
    price_tolerance: plain(input.priceTolerance),
    late_rate: input.lateRate && plain(input.lateRate),
    answer_hours: input.answerHours,
    sme_declared: input.smeDeclared,
    ...settlingCells(input),
  };
  const columns = Object.keys(row);
  return ctx.sql(
    `insert into app.trade_agreement (${columns.join(', ')}) values (${columns.map((_, n) => `$${n + 1}`).join(', ')})`,
    Object.values(row),
  );
};

/**
 * Proposes terms of trade to a counterparty, which makes the two visible to each other.
 * @returns refusals PARTY_IS_ONESELF, ROLE_MISSING, AGREEMENT_NUMBER_TAKEN, AGREEMENT_DATES, TERM_*, SME_DECLARATION_*, ORGANISATION_UNKNOWN
 */
export const tradeAgreementPropose = command({
  name: 'tradeAgreementPropose',
  need: 'parties:admin',
  key: 'required',
  input: proposeInput,
  constraints: { trade_agreement_number: { code: 'AGREEMENT_NUMBER_TAKEN', field: ['number'] } },
  async run(ctx, input) {
    const me = ctx.viewer.orgId;
    const other = await organisationOf(ctx.sql, input.counterparty, ['counterparty']);
    if (!other.ok) return other;
    if (other.value === me) return refused({ code: 'PARTY_IS_ONESELF', field: ['counterparty'] });
    const sides = input.as === 'BUYER' ? { buyer: me, supplier: other.value } : { buyer: other.value, supplier: me };
    const number = fingerprint(input.number);
    if (number === '') return refused({ code: 'INVALID_VALUE', field: ['number'] });
    const id = ctx.newId();
    // The card of a counterparty found by code is seen only once the two are related; a refusal below undoes that.
    await ctx.sql('select app.relate($1, $2)', [sides.buyer, sides.supplier]);
    const parties = await partiesOf(ctx, sides);
    if (!parties) return refused({ code: 'NOT_FOUND', field: ['counterparty'] });
    const faults = [
      ...proposalFaults(input, parties, ctx.businessDate),
      ...planFaults(input.plan),
      ...settlingFaults(input),
      ...termFaults(input, parties.buyer, parties.supplier, await limitsOn(ctx, ctx.businessDate)),
    ];
    if (faults.length > 0) return refused(...faults);
    await insertAgreement(ctx, id, sides, input);
    await insertPlan(ctx, id, sides, input);
    await step(ctx, id, sides, 'PROPOSED', undefined);
    ctx.event({
      type: 'AGREEMENT_PROPOSED',
      subject: 'TradeAgreement',
      id,
      version: 1,
      parties: [sides.buyer, sides.supplier],
      status: 'PROPOSED',
    });
    return ok({ agreementId: id });
  },
});

const proposalFaults = (input: ProposeInput, { buyer, supplier }: { buyer: Party; supplier: Party }, today: string): Refusal[] => {
  const faults: Refusal[] = [];
  const last = input.validTo ?? input.validFrom;
  if (last < input.validFrom || (input.validTo ?? today) < today) faults.push({ code: 'AGREEMENT_DATES', field: ['validTo'] });
  for (const [party, role] of [
    [buyer, 'BUYER'],
    [supplier, 'SUPPLIER'],
  ] as const) {
    if (!party.roles.includes(role)) faults.push({ code: 'ROLE_MISSING', field: ['as'], params: { party: role.toLowerCase(), role } });
  }
  if (input.as === 'BUYER' && input.smeDeclared !== undefined) faults.push({ code: 'INVALID_VALUE', field: ['smeDeclared'] });
  if (input.as === 'SUPPLIER') faults.push(...declarationFaults(input.smeDeclared, supplier));
  return faults;
};

interface Decision {
  readonly agreementId: string;
  readonly expectedVersion?: number;
  readonly note?: string;
}

/** Locks the agreement and asks the life cycle; `write` stores what the step brings besides the status. */
async function decide(
  ctx: CommandContext,
  input: Decision,
  action: AgreementAction,
  write: (agreement: TradeAgreement, status: AgreementStatus) => Promise<readonly Refusal[]>,
): Promise<Verdict<{ agreementId: string }>> {
  const agreement = await ctx.lockById(TradeAgreementEntity, input.agreementId);
  if (!agreement) return refused({ code: 'NOT_FOUND', field: ['agreementId'] });
  const stale = staleVersion(agreement.version, input.expectedVersion);
  const verdict = agreementLifecycle.decide(agreement, action, sideOf(agreement.proposedBy, ctx.viewer.orgId));
  if (stale.length > 0 || !verdict.ok) return refused(...stale, ...(verdict.ok ? [] : verdict.refusals));
  const refusals = await write(agreement, verdict.value);
  if (refusals.length > 0) return refused(...refusals);
  const { id, buyerId, supplierId, version } = agreement;
  await step(ctx, id, { buyer: buyerId, supplier: supplierId }, verdict.value, input.note);
  ctx.event({
    type: EVENTS[action],
    subject: 'TradeAgreement',
    id,
    version: version + 1,
    parties: [buyerId, supplierId],
    changed: ['status'],
    status: verdict.value,
  });
  return ok({ agreementId: id });
}

/**
 * Confirms the other side's proposal; size classes, the LPR and the day are kept as they stand now.
 * @returns refusals NOT_FOUND, STALE_VERSION, NOT_ALLOWED, SME_DECLARATION_*, TERM_*
 */
export const tradeAgreementConfirm = command({
  name: 'tradeAgreementConfirm',
  need: 'parties:admin',
  key: 'optional',
  input: confirmInput,
  run: (ctx, input) =>
    decide(ctx, input, 'CONFIRM', async (agreement, status) => {
      const parties = await partiesOf(ctx, { buyer: agreement.buyerId, supplier: agreement.supplierId });
      if (!parties) return [{ code: 'NOT_FOUND', field: ['agreementId'] }];
      const supplies = ctx.viewer.orgId === agreement.supplierId;
      const declared = supplies ? input.smeDeclared : agreement.smeDeclared;
      const limits = await limitsOn(ctx, ctx.businessDate);
      const faults = [...declarationFaults(declared, parties.supplier), ...termFaults(agreement, parties.buyer, parties.supplier, limits)];
      if (faults.length > 0) return faults;
      await ctx.sql(
        `update app.trade_agreement set status = $2, version = version + 1, decided_by = $3, sme_declared = $4, buyer_class = $5,
           supplier_class = $6, buyer_ownership = $7, lpr_at_signing = $8, signed_on = $9 where id = $1`,
        [
          agreement.id,
          status,
          ctx.viewer.orgId,
          declared,
          parties.buyer.sizeClass,
          parties.supplier.sizeClass,
          parties.buyer.ownership,
          limits.lpr?.value,
          ctx.businessDate,
        ],
      );
      return [];
    }),
});

/** Refuses the other side's proposal. @returns refusals NOT_FOUND, STALE_VERSION, NOT_ALLOWED */
export const tradeAgreementRefuse = command({
  name: 'tradeAgreementRefuse',
  need: 'parties:admin',
  key: 'optional',
  input: decisionInput,
  run: (ctx, input) =>
    decide(ctx, input, 'REFUSE', async ({ id }, status) => {
      await ctx.sql('update app.trade_agreement set status = $2, version = version + 1, decided_by = $3 where id = $1', [
        id,
        status,
        ctx.viewer.orgId,
      ]);
      return [];
    }),
});

/** Takes the own proposal back. @returns refusals NOT_FOUND, STALE_VERSION, NOT_ALLOWED */
export const tradeAgreementWithdraw = command({
  name: 'tradeAgreementWithdraw',
  need: 'parties:admin',
  key: 'optional',
  input: decisionInput,
  run: (ctx, input) =>
    decide(ctx, input, 'WITHDRAW', async ({ id }, status) => {
      await ctx.sql('update app.trade_agreement set status = $2, version = version + 1 where id = $1', [id, status]);
      return [];
    }),
});

/** Ends an agreement for orders to come. @returns refusals NOT_FOUND, STALE_VERSION, NOT_ALLOWED */
export const tradeAgreementEnd = command({
  name: 'tradeAgreementEnd',
  need: 'parties:admin',
  key: 'optional',
  input: decisionInput,
  run: (ctx, input) =>
    decide(ctx, input, 'END', async ({ id }, status) => {
      await ctx.sql('update app.trade_agreement set status = $2, version = version + 1, ended_on = $3 where id = $1', [
        id,
        status,
        ctx.businessDate,
      ]);
      return [];
    }),
});
