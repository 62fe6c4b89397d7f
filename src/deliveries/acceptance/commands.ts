import { zero } from '../../kernel/decimal.js';
import { fingerprint } from '../../kernel/text.js';
import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { command, staleVersion } from '../../platform/commands/index.js';
import { z } from 'zod';
import { recordInput } from './inputs.js';
import { type Inspecting, inspecting, type ReceiptLine } from './load.js';
import { type Judged, judge } from './rules.js';
import { armWindow } from './window.js';
import { type JudgedLine, writeAcceptances } from './write.js';

const placed = (lines: readonly ReceiptLine[], judged: readonly Judged[]): readonly JudgedLine[] => {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return judged.flatMap((one) => {
    const line = byId.get(one.receiptLineId);
    return line === undefined ? [] : [{ ...one, orderId: line.orderId, orderLineId: line.orderLineId, position: line.position }];
  });
};

/** What is left after a decision. */
const after = (lines: readonly ReceiptLine[], judged: readonly Judged[]): readonly ReceiptLine[] => {
  const decided = new Map(judged.map((one) => [one.receiptLineId, one.accepted.plus(one.refused)]));
  return lines.map((line) => ({ ...line, left: line.left.minus(decided.get(line.id) ?? zero) }));
};

/**
 * The buyer records what was found of a receipt within the agreed period (Civil Code art. 620, 621): quantities accepted, and refused
 * with reason and action. A provisional acceptance notes without passing; a final one decides on all that is left, and without lines
 * accepts it. Refuses NOT_FOUND, NOT_ALLOWED, STALE_VERSION, ACCEPTED_*, ACCEPTANCE_*, NOTHING_TO_ACCEPT, INSPECTED_LINE_*, REASON_*,
 * PRICE_REDUCTION_*.
 */
export const acceptanceRecord = command({
  name: 'acceptanceRecord',
  need: 'orders:write',
  key: 'required',
  input: recordInput,
  constraints: {
    acceptance_number_once: { code: 'DOCUMENT_REPEATED', field: ['number'] },
    accepted_by_clock: { code: 'CONFLICT', field: ['lines'] },
    decided_within_received: { code: 'CONFLICT', field: ['lines'] },
  },
  async run(ctx, input): Promise<Verdict<{ acceptanceId: string; receiptId: string }>> {
    const found = await inspecting(ctx, input.receiptId);
    if (found === undefined) return refused({ code: 'NOT_FOUND', field: ['receiptId'] });
    const { receipt, lines } = found;
    const stale = staleVersion(receipt.version, input.expectedVersion);
    if (stale.length > 0) return refused(...stale);
    if (receipt.buyerId !== ctx.viewer.orgId)
      return refused({ code: 'NOT_ALLOWED', params: { action: 'acceptanceRecord', status: 'RECEIVED' } });
    if (input.number !== undefined && fingerprint(input.number) === '') return refused({ code: 'INVALID_VALUE', field: ['number'] });
    const acceptedOn = input.acceptedOn ?? ctx.businessDate;
    const judged = judge({ receivedOn: receipt.receivedOn, today: ctx.businessDate, lines }, { ...input, acceptedOn });
    if (!judged.ok) return judged;
    const { kind, number, note, signer } = input;
    const draft = { receipt, kind, way: 'BY_HAND' as const, acceptedOn, number, note, signer, lines: placed(lines, judged.value) };
    const [acceptanceId = ''] = await writeAcceptances(ctx, [draft]);
    receipt.version += 1;
    armWindow(ctx, receipt, receipt.version, after(lines, judged.value));
    return ok({ acceptanceId, receiptId: receipt.id });
  },
});

/** What the end of agreed periods accepts: one acceptance for each day on which one ended. */
const draftsByClock = ({ receipt, lines }: Inspecting, today: string) => {
  const left = lines.filter((line) => line.left.gt(zero));
  const over = left.filter(({ endsOn }) => endsOn !== null && endsOn < today);
  const days = [...new Set(over.map(({ endsOn }) => endsOn ?? ''))].sort();
  return days.map((acceptedOn) => {
    const ended = over.filter(({ endsOn }) => endsOn === acceptedOn);
    const judged = ended.map((line) => ({ receiptLineId: line.id, accepted: line.left, refused: zero, noted: zero }));
    const kind = ended.length === left.length ? ('FINAL' as const) : ('PARTIAL' as const);
    return { receipt, kind, way: 'BY_CLOCK' as const, acceptedOn, lines: placed(lines, judged) };
  });
};

/**
 * Accepts by clock what was not decided on when the agreed period ended (Civil Code art. 621). It says that the goods conform; it never
 * confirms a debt. Nothing happens where everything was decided on in time.
 */
export const acceptanceByClock = command({
  name: 'acceptanceByClock',
  need: 'orders:write',
  key: 'none',
  input: z.object({ receiptId: z.string() }),
  async run(ctx, { receiptId }): Promise<Verdict<{ acceptanceIds: readonly string[] }>> {
    const found = await inspecting(ctx, receiptId);
    if (found === undefined) return ok({ acceptanceIds: [] });
    const drafts = draftsByClock(found, ctx.businessDate);
    const acceptanceIds = await writeAcceptances(ctx, drafts);
    if (drafts.length > 0) found.receipt.version += 1;
    armWindow(ctx, found.receipt, found.receipt.version, found.lines);
    return ok({ acceptanceIds });
  },
});
