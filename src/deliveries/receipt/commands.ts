import { ok, refused, type Verdict } from '../../kernel/refusal.js';
import { command, type Result } from '../../platform/commands/index.js';
import { beginInspection } from '../acceptance/open.js';
import { GOODS_RACES, sorted } from '../goods/bulk.js';
import { receiptBulkInput, receiptInput } from './inputs.js';
import { prepareReceipts } from './prepare.js';
import { insertReceipts } from './write.js';

const RACES = { ...GOODS_RACES, receipt_number_once: { code: 'RECEIPT_EXISTS', field: ['number'] } } as const;

/**
 * The buyer says what came (UBL ReceiptAdvice), with or without a despatch, in as many receipts as it took. What comes beyond the
 * tolerance is rejected on the receipt, with reason OVER_SUPPLY. What was kept is accepted at once, or when the agreed period for its
 * inspection ends.
 * Refuses NOT_FOUND, ORGANISATION_UNKNOWN, PARTIES_DIFFER, WRONG_SIDE, ORDER_NOT_AGREED, FRAME_NOT_DELIVERED, LINE_UNKNOWN,
 * LINE_NOT_ACTIVE, LINE_CLOSED, UNIT_UNKNOWN, UNIT_NOT_CONVERTIBLE, RECEIPT_OVER_TOLERANCE, RECEIVED_IN_FUTURE, RECEIPT_EXISTS,
 * NOTHING_SAID, DESPATCH_LINE_AMBIGUOUS, DESPATCH_WAS_CANCELLED, DELIVERY_REFERENCE_TAKEN, REQUIRED.
 */
export const receiptRecord = command({
  name: 'receiptRecord',
  need: 'orders:write',
  key: 'required',
  input: receiptInput,
  constraints: RACES,
  async run(ctx, input): Promise<Verdict<{ receiptId: string }>> {
    const [draft] = await prepareReceipts(ctx, [input]);
    if (draft?.ok !== true) return draft ?? refused();
    await insertReceipts(ctx, [draft.value]);
    await beginInspection(ctx, [draft.value.id]);
    return ok({ receiptId: draft.value.id });
  },
});

/** Up to 500 receipts in one transaction, each taken or refused by itself under the rules of `receiptRecord`. */
export const receiptBulkRecord = command({
  name: 'receiptBulkRecord',
  need: 'orders:write',
  key: 'required',
  input: receiptBulkInput,
  constraints: RACES,
  async run(ctx, { receipts }): Promise<Verdict<Result>> {
    const drafts = await prepareReceipts(ctx, receipts);
    const taken = drafts.flatMap((one) => (one.ok ? [one.value] : []));
    await insertReceipts(ctx, taken);
    await beginInspection(
      ctx,
      taken.map(({ id }) => id),
    );
    return ok(sorted(ctx, receipts, drafts));
  },
});
