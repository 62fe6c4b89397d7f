import { z } from 'zod';
import { LINE_CHANGES, type LineChange } from '../../kernel/uncodes.js';
import { idOf, text } from '../../platform/commands/index.js';
import { documentNumberInput, headerPatchInput, lineId, linePatchInput, MOST_LINES } from '../content/inputs.js';

const expectedVersion = z.int().optional();

const changedLine = z.object({
  lineId: lineId(),
  action: z.enum(Object.keys(LINE_CHANGES) as [LineChange, ...LineChange[]]),
  change: linePatchInput.optional(),
});

export const proposeInput = z.object({
  orderId: idOf('ord'),
  revision: z.int(),
  number: documentNumberInput().optional(),
  note: text(4000).optional(),
  header: headerPatchInput.default({}),
  lines: z.array(changedLine).max(MOST_LINES).default([]),
  /** END: the lines given are all that is to be left. */
  otherLines: z.enum(['KEEP', 'END']).default('KEEP'),
  expectedVersion,
});
export type ProposeInput = z.output<typeof proposeInput>;

export const decideInput = z.object({
  orderId: idOf('ord'),
  proposalId: idOf('prp'),
  decision: z.enum(['ACCEPT', 'REFUSE']),
  reason: text(4000).optional(),
  expectedVersion,
});

export const withdrawInput = z.object({ orderId: idOf('ord'), proposalId: idOf('prp'), reason: text(4000).optional(), expectedVersion });

export const cancelInput = z.object({
  orderId: idOf('ord'),
  number: documentNumberInput().optional(),
  reason: text(4000).optional(),
  expectedVersion,
});
