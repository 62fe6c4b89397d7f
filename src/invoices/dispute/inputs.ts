import { z } from 'zod';
import { lineIdInput } from '../../orders/index.js';
import { amount, idOf, listOf, quantity, text } from '../../platform/commands/index.js';
import { written } from '../invoice/inputs.js';
import { DISPUTE_ACTION_CODES, GIVEN_REASONS } from './rules.js';

const item = z.object({
  /** The whole invoice, line by line, where it is left out. */
  lineId: lineIdInput().optional(),
  /** With tax; all that is open where neither this nor a quantity is given. */
  amount: written(amount({ exclusive: true })).optional(),
  /** In the unit of the invoice's line. */
  quantity: written(quantity()).optional(),
  reason: z.enum(GIVEN_REASONS),
  action: z.enum(DISPUTE_ACTION_CODES).default('NOA'),
  expected: text(500).optional(),
  given: text(500).optional(),
  note: text(4000).optional(),
});

export const disputeInput = z.object({ invoiceId: idOf('inv'), expectedVersion: z.int().optional(), items: listOf(item, 200) });
export type DisputeInput = z.output<typeof disputeInput>;
export type DisputeItem = DisputeInput['items'][number];

const onDispute = { disputeId: idOf('dsp'), expectedVersion: z.int().optional(), text: text(4000).optional() };
export const answerInput = z.object({ ...onDispute, answer: z.enum(['ACCEPT', 'CONTRADICT']) });
export const decideInput = z.object({
  ...onDispute,
  decision: z.enum(['WITHDRAW', 'SETTLE']),
  /** Of SETTLE: what becomes payable after all, with tax; the rest waits for a credit. */
  conceded: written(amount()).optional(),
});
