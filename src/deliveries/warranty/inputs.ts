import { z } from 'zod';
import { documentNumberInput } from '../../orders/index.js';
import { amount, calendarDate, idOf, quantity, text } from '../../platform/commands/index.js';
import { DEFECTS, REMEDIES } from './rules.js';

export const submitInput = z.object({
  receiptLineId: idOf('rcl'),
  number: documentNumberInput(),
  quantity: quantity(),
  defect: z.enum(DEFECTS),
  remedy: z.enum(REMEDIES),
  priceCut: amount({ exclusive: true }).optional(),
  description: text(4000),
  foundOn: calendarDate().optional(),
});
export type SubmitInput = z.output<typeof submitInput>;

const moving = { claimId: idOf('wcl'), note: text(4000).optional(), expectedVersion: z.int().optional() };

export const answerInput = z.object({ ...moving, decision: z.enum(['ACCEPT', 'REFUSE']) });
export const moveInput = z.object(moving);
export type MoveInput = z.output<typeof moveInput>;
