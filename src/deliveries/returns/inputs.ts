import { z } from 'zod';
import { documentNumberInput } from '../../orders/index.js';
import { calendarDate, idOf, listOf, text } from '../../platform/commands/index.js';
import { measure } from '../acceptance/inputs.js';
import { CONSEQUENCES } from './rules.js';

const line = z.object({
  acceptanceLineId: idOf('acl').optional(),
  claimId: idOf('wcl').optional(),
  quantity: measure(),
  consequence: z.enum(CONSEQUENCES),
});

export const sendInput = z.object({
  number: documentNumberInput(),
  returnedOn: calendarDate().optional(),
  carrier: text(200).optional(),
  consignment: text(200).optional(),
  note: text(4000).optional(),
  lines: listOf(line, 1_000),
});
export type SendInput = z.output<typeof sendInput>;

export const confirmInput = z.object({
  returnId: idOf('grt'),
  arrivedOn: calendarDate().optional(),
  note: text(4000).optional(),
  expectedVersion: z.int().optional(),
});
