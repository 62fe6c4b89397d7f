import { z } from 'zod';
import { LINE_ANSWERS, type LineAnswer, parseResponse, type ResponseCode } from '../../kernel/uncodes.js';
import { calendarDate, idOf, text } from '../../platform/commands/index.js';
import { documentNumberInput, lineId, linePatchInput, MOST_LINES } from '../content/inputs.js';

const code = z.string().transform((raw, context): ResponseCode => {
  const known = parseResponse(raw);
  if (known === undefined) context.addIssue({ code: 'custom', message: 'unknown code' });
  return known ?? z.NEVER;
});

const answeredLine = z.object({
  lineId: lineId(),
  action: z.enum(Object.keys(LINE_ANSWERS) as [LineAnswer, ...LineAnswer[]]),
  note: text(4000).optional(),
  change: linePatchInput.optional(),
});

export const respondInput = z.object({
  orderId: idOf('ord'),
  revision: z.int(),
  code,
  number: documentNumberInput().optional(),
  note: text(4000).optional(),
  salesOrderNumber: text(200).optional(),
  promisedFrom: calendarDate().optional(),
  promisedTo: calendarDate().optional(),
  externalReference: text(200).optional(),
  lines: z.array(answeredLine).max(MOST_LINES).default([]),
  expectedVersion: z.int().optional(),
});
export type RespondInput = z.output<typeof respondInput>;
