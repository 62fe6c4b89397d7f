import { z } from 'zod';
import { zero } from '../../kernel/decimal.js';
import { detailsInput, documentNumberInput, lineIdInput, unitInput } from '../../orders/index.js';
import { organisationRefInput } from '../../parties/index.js';
import { amount, calendarDate, idOf, listOf, text } from '../../platform/commands/index.js';
import { documentsOf, goodsLineFields, MOST_LINES, orderRefInput } from '../goods/inputs.js';
import { REJECT_ACTIONS, REJECT_REASONS, SHORT_ACTIONS } from './rules.js';

const line = z.object({
  despatchLineId: idOf('dsl').optional(),
  order: orderRefInput.optional(),
  lineId: lineIdInput().optional(),
  unit: unitInput().optional(),
  received: amount().default(zero),
  short: amount().default(zero),
  shortAction: z.enum(SHORT_ACTIONS).optional(),
  rejected: amount().default(zero),
  rejectReason: z.enum(REJECT_REASONS).optional(),
  rejectAction: z.enum(REJECT_ACTIONS).optional(),
  ...goodsLineFields,
});
export type ReceiptLineInput = z.output<typeof line>;

/** A despatch by id, or by its number with the supplier of the document. */
const despatchRef = z.object({ id: idOf('des').optional(), number: documentNumberInput().optional() });

/** One receipt advice as its buyer sends it. */
export const receiptInput = z.object({
  supplier: organisationRefInput.optional(),
  despatch: despatchRef.optional(),
  number: documentNumberInput(),
  receivedOn: calendarDate().optional(),
  externalReference: text(200).optional(),
  note: text(4000).optional(),
  details: detailsInput.optional(),
  lines: listOf(line, MOST_LINES),
});
export type ReceiptInput = z.output<typeof receiptInput>;

export const receiptBulkInput = z.object({ receipts: documentsOf(receiptInput) });
