import { plain } from '../../kernel/decimal.js';
import { fingerprint } from '../../kernel/text.js';
import { type CommandContext, insertRows } from '../../platform/commands/index.js';
import type { AcceptanceKind, Judged } from './rules.js';

export interface AcceptedReceipt {
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
}

export interface JudgedLine extends Judged {
  readonly orderId: string;
  readonly orderLineId: string;
  readonly position: number;
}

/** An acceptance ready to be written. */
export interface AcceptanceDraft {
  readonly receipt: AcceptedReceipt;
  readonly kind: AcceptanceKind;
  readonly way: 'BY_HAND' | 'BY_CLOCK' | 'ON_RECEIPT';
  readonly acceptedOn: string;
  readonly number?: string | undefined;
  readonly note?: string | undefined;
  readonly signer?: string | undefined;
  readonly lines: readonly JudgedLine[];
}

const partiesOf = ({ id, buyerId, supplierId }: AcceptedReceipt) => ({ receipt_id: id, buyer_id: buyerId, supplier_id: supplierId });

const headerCells = (ctx: CommandContext, id: string, draft: AcceptanceDraft) => ({
  id,
  ...partiesOf(draft.receipt),
  kind: draft.kind,
  way: draft.way,
  accepted_on: draft.acceptedOn,
  number: draft.number ?? null,
  number_key: draft.number === undefined ? null : fingerprint(draft.number),
  note: draft.note ?? null,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

const lineCells = (ctx: CommandContext, acceptanceId: string, receipt: AcceptedReceipt, line: JudgedLine) => ({
  id: ctx.newId(),
  acceptance_id: acceptanceId,
  ...partiesOf(receipt),
  receipt_line_id: line.receiptLineId,
  order_id: line.orderId,
  line_id: line.orderLineId,
  position: line.position,
  accepted: plain(line.accepted),
  refused: plain(line.refused),
  noted: plain(line.noted),
  reason: line.reason ?? null,
  action: line.action ?? null,
  price_reduction: line.priceReduction === undefined ? null : plain(line.priceReduction),
  note: line.note ?? null,
});

/** Writes acceptances of any number of receipts in a fixed number of statements. Answers their ids in the same order. */
export const writeAcceptances = async (ctx: CommandContext, drafts: readonly AcceptanceDraft[]): Promise<readonly string[]> => {
  const made = drafts.map((draft) => ({ id: ctx.newId(), draft }));
  await insertRows(
    ctx.write,
    'acceptance',
    made.map(({ id, draft }) => headerCells(ctx, id, draft)),
  );
  await insertRows(
    ctx.write,
    'acceptance_signer',
    made.flatMap(({ id, draft: { receipt, signer } }) =>
      signer === undefined ? [] : [{ id: ctx.newId(), acceptance_id: id, ...partiesOf(receipt), name: signer }],
    ),
  );
  await insertRows(
    ctx.write,
    'acceptance_line',
    made.flatMap(({ id, draft }) => draft.lines.map((line) => lineCells(ctx, id, draft.receipt, line))),
  );
  for (const { id, draft } of made) {
    const parties = [draft.receipt.buyerId, draft.receipt.supplierId];
    ctx.event({ type: 'ACCEPTANCE_RECORDED', subject: 'Acceptance', id, version: 1, parties, status: draft.way });
  }
  return made.map(({ id }) => id);
};
