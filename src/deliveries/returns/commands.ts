import { plain } from '../../kernel/decimal.js';
import { ok, refused, type Refusal, type Verdict } from '../../kernel/refusal.js';
import { fingerprint } from '../../kernel/text.js';
import { command, type CommandContext, insertRows, staleVersion } from '../../platform/commands/index.js';
import { confirmInput, type SendInput, sendInput } from './inputs.js';
import { groundsOf, type PlacedGround } from './load.js';
import { GoodsReturnEntity } from './model.js';
import { returnLifecycle, sendBack } from './rules.js';

const groundIdOf = ({ acceptanceLineId, claimId }: SendInput['lines'][number]): string => acceptanceLineId ?? claimId ?? '';

const shapeFaults = (input: SendInput): readonly Refusal[] => [
  ...(fingerprint(input.number) === '' ? [{ code: 'INVALID_VALUE', field: ['number'] }] : []),
  ...input.lines.flatMap((line, i) =>
    (line.acceptanceLineId === undefined) === (line.claimId === undefined)
      ? [{ code: 'RETURN_GROUND_REQUIRED', field: ['lines', String(i)] }]
      : [],
  ),
];

const partyFaults = (ctx: CommandContext, grounds: readonly PlacedGround[]): readonly Refusal[] => {
  const [first] = grounds;
  if (first === undefined) return [];
  if (grounds.some(({ buyerId }) => buyerId !== ctx.viewer.orgId))
    return [{ code: 'NOT_ALLOWED', params: { action: 'goodsReturnSend', status: 'REFUSED' } }];
  return grounds.some(({ supplierId }) => supplierId !== first.supplierId) ? [{ code: 'RETURN_TO_ONE_SUPPLIER', field: ['lines'] }] : [];
};

const write = async (ctx: CommandContext, id: string, supplierId: string, input: SendInput, grounds: readonly PlacedGround[]) => {
  const byId = new Map(grounds.map((ground) => [ground.id, ground]));
  await insertRows(ctx.write, 'goods_return', [
    {
      id,
      buyer_id: ctx.viewer.orgId,
      supplier_id: supplierId,
      number: input.number,
      number_key: fingerprint(input.number),
      status: 'SENT',
      returned_on: input.returnedOn ?? ctx.businessDate,
      carrier: input.carrier ?? null,
      consignment: input.consignment ?? null,
      note: input.note ?? null,
      actor_id: ctx.viewer.actorId,
      business_time: ctx.businessNow,
    },
  ]);
  const lines = input.lines.map((line, i) => ({
    id: ctx.newId(),
    return_id: id,
    position: i + 1,
    ...byId.get(groundIdOf(line))?.cells,
    quantity: plain(line.quantity),
    consequence: line.consequence,
  }));
  await insertRows(ctx.write, 'goods_return_line', lines);
};

/**
 * The buyer sends goods back that were refused, or that a claim speaks of which the supplier accepted. The consequence moves at once and
 * once: CREDIT lowers what is accepted, REPLACEMENT opens the quantity to be delivered again. Refuses NOT_FOUND, NOT_ALLOWED,
 * DOCUMENT_REPEATED, RETURN_*, CLAIM_NOT_ACCEPTED, CONSEQUENCE_NOT_CLAIMED, RETURNED_ON_WRONG_DAY.
 */
export const goodsReturnSend = command({
  name: 'goodsReturnSend',
  need: 'orders:write',
  key: 'required',
  input: sendInput,
  constraints: {
    return_number_once: { code: 'DOCUMENT_REPEATED', field: ['number'] },
    refusal_settled_once: { code: 'CONFLICT', field: ['lines'] },
    returned_within_claim: { code: 'CONFLICT', field: ['lines'] },
    returned_by_claim: { code: 'CONFLICT', field: ['lines'] },
  },
  async run(ctx, input): Promise<Verdict<{ returnId: string }>> {
    const shape = shapeFaults(input);
    if (shape.length > 0) return refused(...shape);
    const grounds = await groundsOf(ctx, input.lines);
    const parties = partyFaults(ctx, grounds);
    if (parties.length > 0) return refused(...parties);
    const lines = input.lines.map((line) => ({ ...line, groundId: groundIdOf(line) }));
    const sent = sendBack(grounds, { today: ctx.businessDate, returnedOn: input.returnedOn ?? ctx.businessDate, lines });
    if (!sent.ok) return sent;
    const id = ctx.newId();
    const supplierId = grounds[0]?.supplierId ?? '';
    await write(ctx, id, supplierId, input, grounds);
    const both = [ctx.viewer.orgId, supplierId];
    ctx.event({ type: 'GOODS_RETURNED', subject: 'GoodsReturn', id, version: 1, parties: both, status: 'SENT' });
    return ok({ returnId: id });
  },
});

/** The supplier says that returned goods have arrived. Refuses NOT_FOUND, STALE_VERSION, NOT_ALLOWED, ARRIVED_ON_WRONG_DAY. */
export const goodsReturnConfirm = command({
  name: 'goodsReturnConfirm',
  need: 'orders:write',
  key: 'optional',
  input: confirmInput,
  async run(ctx, input): Promise<Verdict<{ returnId: string }>> {
    const found = await ctx.lockById(GoodsReturnEntity, input.returnId);
    if (found === undefined) return refused({ code: 'NOT_FOUND', field: ['returnId'] });
    const stale = staleVersion(found.version, input.expectedVersion);
    if (stale.length > 0) return refused(...stale);
    const next = returnLifecycle.decide(found, 'CONFIRM', found.buyerId === ctx.viewer.orgId ? 'BUYER' : 'SUPPLIER');
    if (!next.ok) return next;
    const arrivedOn = input.arrivedOn ?? ctx.businessDate;
    if (arrivedOn < found.returnedOn || arrivedOn > ctx.businessDate)
      return refused({ code: 'ARRIVED_ON_WRONG_DAY', field: ['arrivedOn'], params: { from: found.returnedOn, to: ctx.businessDate } });
    found.status = next.value;
    found.version += 1;
    found.arrivedOn = arrivedOn;
    found.arrivalNote = input.note ?? null;
    const parties = [found.buyerId, found.supplierId];
    ctx.event({
      type: 'RETURN_ARRIVED',
      subject: 'GoodsReturn',
      id: found.id,
      version: found.version,
      parties,
      status: 'ARRIVED',
      changed: ['status', 'arrivedOn'],
    });
    return ok({ returnId: found.id });
  },
});
