import { z } from 'zod';
import { decimal } from '../../kernel/decimal.js';
import { calendarDate, decimalWithin, idOf, quantity, text } from '../../platform/commands/index.js';
import { documentNumberInput } from '../../orders/index.js';
import { ACCEPTANCE_KINDS, REFUSE_ACTIONS, REFUSE_REASONS } from './rules.js';
import { CONSEQUENCES } from '../returns/rules.js';
import { SETTLEMENT_OUTCOMES } from './settle/rules.js';

/** A quantity in the unit of the order's line; exact conversion can have brought more digits than were written. */
export const measure = () => decimalWithin({ max: '9999999999999999', scale: 20 });
/** A share above zero, 1 at most: `0.05` is five percent. */
export const share = () => decimalWithin({ max: '1', scale: 6, exclusive: true });

const line = z.object({
  receiptLineId: idOf('rcl'),
  accepted: measure().default(() => decimal(0)),
  refused: measure().default(() => decimal(0)),
  reason: z.enum(REFUSE_REASONS).optional(),
  action: z.enum(REFUSE_ACTIONS).optional(),
  priceReduction: share().optional(),
  note: text(4000).optional(),
});

export const recordInput = z.object({
  receiptId: idOf('rct'),
  kind: z.enum(ACCEPTANCE_KINDS),
  acceptedOn: calendarDate().optional(),
  signer: text(200).optional(),
  number: documentNumberInput().optional(),
  note: text(4000).optional(),
  lines: z.array(line).max(1_000).default([]),
  expectedVersion: z.int().optional(),
});

export const settleInput = z.object({
  acceptanceLineId: idOf('acl'),
  outcome: z.enum(SETTLEMENT_OUTCOMES),
  quantity: quantity().optional(),
  consequence: z.enum(CONSEQUENCES).optional(),
  settledOn: calendarDate().optional(),
  note: text(4000).optional(),
});
