import { z } from 'zod';
import { idOf, text } from '../../platform/commands/index.js';

export const computeInput = z.object({ orderId: idOf('ord'), revision: z.int().min(2).optional() });
export const agreeInput = z.object({ repricingId: idOf('rpr'), note: text(1000).optional(), expectedVersion: z.int().optional() });
export const settleInput = z.object({
  repricingId: idOf('rpr'),
  invoiceId: idOf('inv').optional(),
  creditNoteId: idOf('crn').optional(),
  expectedVersion: z.int().optional(),
});
