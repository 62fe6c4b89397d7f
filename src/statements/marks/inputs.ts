import { z } from 'zod';
import { amount, idOf, listOf, text } from '../../platform/commands/index.js';
import { MOST_LINES } from '../draft/inputs.js';
import { LINE_KINDS } from '../match/rules.js';

const addressed = { statementId: idOf('stm'), expectedVersion: z.int().optional() };
const lineIds = () => listOf(idOf('stl'), MOST_LINES);
const signed = () => amount({ min: '-9999999999999999', scale: 3 });

export const tickInput = z.object({ ...addressed, lineIds: lineIds().optional(), all: z.boolean().default(false) });

export const disputeInput = z.object({
  ...addressed,
  lines: listOf(z.object({ lineId: idOf('stl'), reason: text(1000), claimed: signed().optional() }), MOST_LINES),
});

export const excludeInput = z.object({ ...addressed, lineIds: lineIds(), note: text(1000).optional() });

export const matchInput = z.object({
  ...addressed,
  lines: listOf(z.object({ number: text(200), amount: signed(), kind: z.enum(LINE_KINDS).optional() }), MOST_LINES),
  tick: z.boolean().default(true),
});
