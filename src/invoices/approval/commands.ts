import { z } from 'zod';
import { plain } from '../../kernel/decimal.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { amount, command, type CommandContext, currency, idOf, insertRows, listOf, text } from '../../platform/commands/index.js';
import { invoiceLifecycle } from '../lifecycle/rules.js';
import { matchInvoices } from '../match/run.js';
import type { Invoice } from '../model.js';
import { recordAnswer } from '../payment/answer.js';
import { sit } from '../sitting.js';
import { approversFor, type Policy, tierFaults } from './rules.js';

const tier = z.object({ upTo: amount({ exclusive: true }).optional(), approvers: z.int().min(1).max(5) });

/** Sets from which amount on how many different approvers are asked for; the newest policy holds. @returns refusals TIERS_NOT_RISING */
export const approvalTiersSet = command({
  name: 'approvalTiersSet',
  need: 'parties:admin',
  key: 'optional',
  input: z.object({ currency: currency().default('CNY'), tiers: listOf(tier, 10) }),
  async run(ctx, input): Promise<Verdict<{ policyId: string }>> {
    const tiers = input.tiers.map(({ upTo, approvers }) => ({ upTo: upTo ? plain(upTo) : null, approvers }));
    const faults = tierFaults(tiers);
    if (faults.length > 0) return refused(...faults);
    const policyId = ctx.newId();
    const store = (table: string, rows: Parameters<typeof insertRows>[2]) =>
      insertRows((sql, params) => ctx.write(sql, params), table, rows);
    await store('approval_policy', [
      { id: policyId, org_id: ctx.viewer.orgId, currency: input.currency, actor_id: ctx.viewer.actorId, business_time: ctx.businessNow },
    ]);
    await store(
      'approval_tier',
      tiers.map(({ upTo, approvers }, i) => ({
        id: ctx.newId(),
        policy_id: policyId,
        org_id: ctx.viewer.orgId,
        position: i + 1,
        up_to: upTo,
        approvers,
      })),
    );
    ctx.event({ type: 'APPROVAL_TIERS_SET', subject: 'ApprovalPolicy', id: policyId, version: 1, parties: [ctx.viewer.orgId] });
    return ok({ policyId });
  },
});

interface Standing {
  readonly policyId: string | null;
  readonly policy: Policy | null;
  readonly step: number;
  readonly complete: boolean;
  readonly mine: boolean;
}

const STANDING = `
  select p.id as "policyId", case when p.id is not null then jsonb_build_object('currency', p.currency, 'tiers',
      (select jsonb_agg(jsonb_build_object('upTo', t.up_to::text, 'approvers', t.approvers) order by t.position) from app.approval_tier t where t.policy_id = p.id)) end as policy,
    (select count(*)::int from app.invoice_approval a where a.invoice_id = i.id) as step,
    exists (select from app.invoice_approval a where a.invoice_id = i.id and a.complete) as complete,
    exists (select from app.invoice_approval a where a.invoice_id = i.id and a.person_id = $2) as mine
  from app.invoice i left join lateral (select q.id, q.currency from app.approval_policy q where q.org_id = i.buyer_id order by q.at desc, q.id desc limit 1) p on true
  where i.id = $1`;

const standingOf = async (ctx: CommandContext, invoiceId: string): Promise<Standing> => {
  const [found] = await ctx.sql<Standing>(STANDING, [invoiceId, ctx.viewer.actorId]);
  return found ?? { policyId: null, policy: null, step: 0, complete: false, mine: false };
};

/**
 * What speaks against answering AP or CA: where the buyer has set tiers, its approvals must be complete. The invoice is locked and the
 * caller is its buyer.
 */
export const approvalFaults = async (ctx: CommandContext, invoice: Pick<Invoice, 'id'>): Promise<readonly Refusal[]> => {
  const { policy, complete } = await standingOf(ctx, invoice.id);
  return policy === null || complete ? [] : [{ code: 'APPROVAL_PENDING', field: ['code'] }];
};

const faultsOf = (ctx: CommandContext, invoice: Invoice, { policy, complete, mine }: Standing): Refusal[] => {
  const faults: Refusal[] = [];
  if (ctx.viewer.kind !== 'PERSON' || !ctx.viewer.duties.has('APPROVER')) faults.push({ code: 'APPROVER_ONLY' });
  if (complete) faults.push({ code: 'APPROVAL_COMPLETE', field: ['invoiceId'] });
  else if (mine) faults.push({ code: 'APPROVED_BY_YOU', field: ['invoiceId'] });
  if (policy === null) faults.push({ code: 'APPROVAL_NO_TIERS', field: ['invoiceId'] });
  const verdict = complete ? undefined : invoiceLifecycle.decide(invoice, 'APPROVE', 'BUYER');
  return verdict === undefined || verdict.ok ? faults : [...faults, ...verdict.refusals];
};

const approveInput = z.object({ invoiceId: idOf('inv'), note: text(1000).optional(), expectedVersion: z.int().optional() });

/**
 * An approver's own step towards paying an invoice; the last one that its amount asks for answers AP. No approval moves the due date
 * (Order 802 art. 14).
 * @returns refusals NOT_FOUND, STALE_VERSION, NOT_ALLOWED, APPROVER_ONLY, APPROVED_BY_YOU, APPROVAL_COMPLETE, APPROVAL_NO_TIERS, OPEN_DISPUTES
 */
export const invoiceApprove = command({
  name: 'invoiceApprove',
  need: 'invoices:write',
  key: 'optional',
  input: approveInput,
  constraints: {
    approval_step_once: { code: 'CONFLICT', field: ['invoiceId'] },
    approval_person_once: { code: 'APPROVED_BY_YOU', field: ['invoiceId'] },
    approval_counted: { code: 'CONFLICT', field: ['invoiceId'] },
  },
  async run(ctx, { invoiceId, note, expectedVersion }): Promise<Verdict<{ invoiceId: string; complete: boolean }>> {
    const found = await sit(ctx, { invoiceId, expectedVersion });
    if (!found.ok) return found;
    const { invoice } = found.value;
    if (invoice.buyerId !== ctx.viewer.orgId)
      return refused({ code: 'NOT_ALLOWED', params: { action: 'invoiceApprove', status: invoice.status } });
    const standing = await standingOf(ctx, invoice.id);
    const faults = faultsOf(ctx, invoice, standing);
    if (faults.length > 0 || standing.policy === null) return refused(...faults);
    const needed = approversFor(standing.policy, invoice.total, invoice.currency);
    const step = standing.step + 1;
    const complete = step >= needed;
    await insertRows((sql, params) => ctx.write(sql, params), 'invoice_approval', [
      {
        id: ctx.newId(),
        invoice_id: invoice.id,
        buyer_id: invoice.buyerId,
        supplier_id: invoice.supplierId,
        policy_id: standing.policyId,
        step,
        needed,
        person_id: ctx.viewer.actorId,
        note: note ?? null,
        complete,
        business_time: ctx.businessNow,
      },
    ]);
    await tell(ctx, invoice, complete);
    return ok({ invoiceId: invoice.id, complete });
  },
});

/** The steps are the buyer's own affair; only the answer is told to the supplier. */
const tell = async (ctx: CommandContext, invoice: Invoice, complete: boolean): Promise<void> => {
  const { id, buyerId, supplierId } = invoice;
  ctx.event({ type: 'INVOICE_APPROVED', subject: 'Invoice', id, version: invoice.version, parties: [buyerId], changed: ['approvals'] });
  if (!complete) return;
  const causeId = await recordAnswer(ctx, invoice, { code: 'AP', part: false, origin: 'BUYER', after: 'APPROVED' });
  await ctx.flush();
  // What only the buyer could accept, such as a service, becomes payable by it.
  await matchInvoices(ctx, [invoice], { cause: 'RESPONSE', causeId });
  ctx.event({
    type: 'INVOICE_RESPONDED',
    subject: 'Invoice',
    id,
    version: invoice.version,
    parties: [buyerId, supplierId],
    changed: ['status'],
    status: 'APPROVED',
  });
};
