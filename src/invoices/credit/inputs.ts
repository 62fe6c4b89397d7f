import { z } from 'zod';
import { documentNumberInput, lineIdInput } from '../../orders/index.js';
import { amount, calendarDate, currency, idOf, quantity, text } from '../../platform/commands/index.js';
import { organisationRefInput } from '../../parties/index.js';
import { fapiaoInput, MOST_LINES, written } from '../invoice/inputs.js';

const line = z.object({
  lineId: lineIdInput(),
  /** In the unit of the invoice's line: units that are no longer claimed. */
  quantity: written(quantity()).optional(),
  /** With tax; what the units are worth where it is left out. */
  gross: written(amount({ exclusive: true })).optional(),
  note: text(4000).optional(),
});

const original = z.object({ id: idOf('inv').optional(), number: documentNumberInput().optional(), fapiaoNumber: text(30).optional() });

const totals = z.object({
  netTotal: written(amount()).optional(),
  taxTotal: written(amount()).optional(),
  total: written(amount()).optional(),
});

export const creditInput = z.object({
  kind: z.enum(['CREDIT_NOTE', 'RED_INVOICE']),
  /** Whose invoice, where two buyers have one of that number. */
  buyer: organisationRefInput.optional(),
  original,
  number: documentNumberInput(),
  issuedOn: calendarDate().optional(),
  currency: currency().optional(),
  fapiao: fapiaoInput.optional(),
  confirmation: text(100).optional(),
  reason: text(4000).optional(),
  /** The list of price differences that it settles. */
  repricingId: idOf('rpr').optional(),
  /** All that is left of the original. */
  whole: z.boolean().default(false),
  lines: z.array(line).max(MOST_LINES).default([]),
  totals: totals.default({}),
});
export type CreditInput = z.output<typeof creditInput>;
