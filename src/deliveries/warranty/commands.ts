import { decimal, plain } from '../../kernel/decimal.js';
import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { OrderEntity } from '../../orders/index.js';
import { command, type CommandContext, insertRows, staleVersion } from '../../platform/commands/index.js';
import { answerInput, type MoveInput, moveInput, type SubmitInput, submitInput } from './inputs.js';
import { WarrantyClaimEntity } from './model.js';
import { claim, type Claimable, type WarrantyAction, warrantyLifecycle } from './rules.js';
import { recordStep } from './write.js';

interface Line extends Claimable {
  readonly cells: { readonly [column: string]: string };
  readonly buyerId: string;
  readonly supplierId: string;
  readonly currency: string;
}

const FREE = `l.accepted - l.returned - coalesce((
  select sum(c.quantity - coalesce((select sum(b.quantity) from app.goods_return_line b where b.claim_id = c.id), 0))
  from app.warranty_claim c where c.receipt_line_id = l.id and c.status in ('CLAIMED', 'ACCEPTED')), 0)`;

const loadLine = async (ctx: CommandContext, id: string): Promise<Line | undefined> => {
  const [row] = await ctx.sql<Record<string, string> & { warranty_months: string | null }>(
    `select l.receipt_id, l.order_id, l.line_id, l.buyer_id, l.supplier_id, l.line_no, b.unit, r.received_on::text, o.currency, g.warranty_months::text, (${FREE})::text as free
     from app.receipt_line l join app.receipt_advice r on r.id = l.receipt_id join app.line_balance b on b.line_id = l.line_id
     join app.orders o on o.id = l.order_id left join app.trade_agreement g on g.id = o.agreement_id where l.id = $1`,
    [id],
  );
  if (row === undefined) return undefined;
  const { receipt_id = '', order_id = '', line_id = '', buyer_id = '', supplier_id = '' } = row;
  return {
    cells: { receipt_line_id: id, receipt_id, order_id, line_id, buyer_id, supplier_id },
    buyerId: buyer_id,
    supplierId: supplier_id,
    lineNo: row.line_no ?? '',
    unit: row.unit ?? '',
    receivedOn: row.received_on ?? '',
    agreedMonths: row.warranty_months === null ? null : Number(row.warranty_months),
    currency: row.currency ?? '',
    free: decimal(row.free ?? '0'),
  };
};

const claimCells = (ctx: CommandContext, id: string, line: Line, input: SubmitInput, until: string) => ({
  id,
  ...line.cells,
  number: input.number,
  number_key: fingerprint(input.number),
  status: 'CLAIMED',
  quantity: plain(input.quantity),
  defect: input.defect,
  remedy: input.remedy,
  price_cut: input.priceCut === undefined ? null : plain(input.priceCut),
  currency: input.priceCut === undefined ? null : line.currency,
  description: input.description,
  found_on: input.foundOn ?? ctx.businessDate,
  claimed_on: ctx.businessDate,
  claim_until: until,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

/**
 * The buyer claims a defect of accepted goods that was found later, within the agreed guarantee, else two years of the receipt (Civil Code art. 617, 621). What was
 * accepted stays accepted. Refuses NOT_FOUND, NOT_ALLOWED, DOCUMENT_REPEATED, CLAIM_TOO_LATE, CLAIM_OVER_ACCEPTED, FOUND_ON_WRONG_DAY,
 * PRICE_CUT_ONLY_AS_REMEDY.
 */
export const warrantyClaimSubmit = command({
  name: 'warrantyClaimSubmit',
  need: 'orders:write',
  key: 'required',
  input: submitInput,
  constraints: {
    claim_number_once: { code: 'DOCUMENT_REPEATED', field: ['number'] },
    claimed_within_accepted: { code: 'CONFLICT', field: ['quantity'] },
  },
  async run(ctx, input): Promise<Verdict<{ claimId: string }>> {
    const seen = await loadLine(ctx, input.receiptLineId);
    if (seen === undefined) return refused({ code: 'NOT_FOUND', field: ['receiptLineId'] });
    if (seen.buyerId !== ctx.viewer.orgId)
      return refused({ code: 'NOT_ALLOWED', params: { action: 'warrantyClaimSubmit', status: 'RECEIVED' } });
    if (fingerprint(input.number) === '') return refused({ code: 'INVALID_VALUE', field: ['number'] });
    await ctx.lockById(OrderEntity, seen.cells.order_id ?? '');
    const line = await loadLine(ctx, input.receiptLineId);
    if (line === undefined) return refused({ code: 'NOT_FOUND', field: ['receiptLineId'] });
    const until = claim(line, { ...input, today: ctx.businessDate, foundOn: input.foundOn ?? ctx.businessDate });
    if (!until.ok) return until;
    const id = ctx.newId();
    await insertRows(ctx.write, 'warranty_claim', [claimCells(ctx, id, line, input, until.value)]);
    const { buyerId, supplierId } = line;
    await recordStep(ctx, { id, buyerId, supplierId, status: 'CLAIMED', version: 1 }, 'WARRANTY_CLAIMED', undefined);
    return ok({ claimId: id });
  },
});

const EVENTS = {
  ACCEPT: 'WARRANTY_ACCEPTED',
  REFUSE: 'WARRANTY_REFUSED',
  REMEDY: 'WARRANTY_REMEDIED',
  REOPEN: 'WARRANTY_REOPENED',
  CLOSE: 'WARRANTY_CLOSED',
} as const;

const move = async (ctx: CommandContext, input: MoveInput, action: WarrantyAction): Promise<Verdict<{ claimId: string }>> => {
  const [seen] = await ctx.sql<{ order_id: string }>('select order_id from app.warranty_claim where id = $1', [input.claimId]);
  if (seen === undefined) return refused({ code: 'NOT_FOUND', field: ['claimId'] });
  await ctx.lockById(OrderEntity, seen.order_id);
  const found = await ctx.lockById(WarrantyClaimEntity, input.claimId);
  if (found === undefined) return refused({ code: 'NOT_FOUND', field: ['claimId'] });
  const stale = staleVersion(found.version, input.expectedVersion);
  if (stale.length > 0) return refused(...stale);
  const [back] = await ctx.sql<{ quantity: string }>(
    'select coalesce(sum(quantity), 0)::text as quantity from app.goods_return_line where claim_id = $1',
    [found.id],
  );
  const outstanding = decimal(found.quantity).minus(back?.quantity ?? '0');
  const side = found.buyerId === ctx.viewer.orgId ? 'BUYER' : 'SUPPLIER';
  const next = warrantyLifecycle.decide({ status: found.status, remedy: found.remedy, outstanding }, action, side);
  if (!next.ok) return next;
  found.status = next.value;
  found.version += 1;
  await recordStep(ctx, found, EVENTS[action], input.note);
  return ok({ claimId: found.id });
};

/** The supplier accepts or refuses a claim. Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED. */
export const warrantyClaimAnswer = command({
  name: 'warrantyClaimAnswer',
  need: 'orders:write',
  key: 'optional',
  input: answerInput,
  run: (ctx, { decision, ...input }) => move(ctx, input, decision),
});

/** The supplier says that the defect is remedied. Goods to be replaced or paid back must have gone back. Refuses GOODS_NOT_RETURNED too. */
export const warrantyClaimRemedy = command({
  name: 'warrantyClaimRemedy',
  need: 'orders:write',
  key: 'optional',
  input: moveInput,
  run: (ctx, input) => move(ctx, input, 'REMEDY'),
});

/** The buyer says that the remedy does not hold: the claim stands as accepted again. */
export const warrantyClaimReopen = command({
  name: 'warrantyClaimReopen',
  need: 'orders:write',
  key: 'optional',
  input: moveInput,
  constraints: { claimed_within_accepted: { code: 'CONFLICT', field: ['claimId'] } },
  run: (ctx, input) => move(ctx, input, 'REOPEN'),
});

/** The buyer closes a claim, or takes it back. */
export const warrantyClaimClose = command({
  name: 'warrantyClaimClose',
  need: 'orders:write',
  key: 'optional',
  input: moveInput,
  run: (ctx, input) => move(ctx, input, 'CLOSE'),
});
