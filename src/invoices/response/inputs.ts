import { z } from 'zod';
import { documentNumberInput } from '../../orders/index.js';
import { calendarDate, idOf, text } from '../../platform/commands/index.js';
import { DISPUTE_ACTION_CODES, GIVEN_REASONS } from '../dispute/rules.js';

const clarification = z.object({
  list: z.enum(['REASON', 'ACTION']),
  code: text(10),
  text: text(1000).optional(),
  /** What is to be corrected: a business term of EN 16931 and the value that is right. */
  conditions: z
    .array(z.object({ attribute: text(50), value: text(500) }))
    .max(20)
    .default([]),
});

export const respondInput = z.object({
  invoiceId: idOf('inv'),
  expectedVersion: z.int().optional(),
  code: z.enum(['AB', 'IP', 'UQ', 'CA', 'RE', 'AP', 'PD']),
  /** Of PD: only a part is paid (PPD). */
  part: z.boolean().default(false),
  reasons: z.array(z.enum(GIVEN_REASONS)).max(20).default([]),
  actions: z.array(z.enum(DISPUTE_ACTION_CODES)).max(20).default([]),
  clarifications: z.array(clarification).max(50).default([]),
  number: documentNumberInput().optional(),
  issuedOn: calendarDate().optional(),
  note: text(4000).optional(),
});
export type RespondInput = z.output<typeof respondInput>;
