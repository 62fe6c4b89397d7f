import { z } from 'zod';
import { plain } from '../../kernel/decimal.js';
import { detailsInput, documentNumberInput, lineIdInput, unitInput } from '../../orders/index.js';
import { organisationRefInput } from '../../parties/index.js';
import { amount, calendarDate, idOf, listOf, quantity, text } from '../../platform/commands/index.js';
import { documentsOf, goodsLineFields, MOST_LINES, orderRefInput } from '../goods/inputs.js';

const weight = () =>
  amount()
    .transform((value) => plain(value))
    .optional();

const packageInput = z.object({
  marks: text(200).optional(),
  kind: text(10).optional(),
  count: z.int().min(1).max(1_000_000).optional(),
  grossWeight: weight(),
  netWeight: weight(),
  weightUnit: unitInput().optional(),
});

const line = z.object({
  order: orderRefInput,
  lineId: lineIdInput(),
  quantity: quantity(),
  unit: unitInput().optional(),
  outstandingQuantity: amount().optional(),
  outstandingReason: text(500).optional(),
  packages: z.array(packageInput).max(200).default([]),
  ...goodsLineFields,
});
export type DespatchLineInput = z.output<typeof line>;

/** One despatch advice as its supplier sends it. */
export const despatchInput = z.object({
  buyer: organisationRefInput.optional(),
  number: documentNumberInput(),
  issuedOn: calendarDate().optional(),
  despatchedOn: calendarDate().optional(),
  expectedOn: calendarDate().optional(),
  carrier: text(200).optional(),
  consignment: text(200).optional(),
  externalReference: text(200).optional(),
  note: text(4000).optional(),
  details: detailsInput.optional(),
  lines: listOf(line, MOST_LINES),
});
export type DespatchInput = z.output<typeof despatchInput>;

export const despatchBulkInput = z.object({ despatches: documentsOf(despatchInput) });

export const cancelInput = z.object({
  despatchId: idOf('des'),
  reason: text(4000),
  expectedVersion: z.int().optional(),
});
