import { z } from 'zod';
import { organisationRefInput } from '../../parties/index.js';
import { amount, calendarDate, currency, idOf, text } from '../../platform/commands/index.js';

/** Most lines that one statement holds. */
export const MOST_LINES = 5000;

export const draftInput = z.object({
  as: z.enum(['BUYER', 'SUPPLIER']),
  counterparty: organisationRefInput,
  periodFrom: calendarDate(),
  periodTo: calendarDate(),
  currency: currency().default('CNY'),
  number: text(100).optional(),
  note: text(4000).optional(),
  openingBalance: amount({ min: '-9999999999999999', scale: 3 }).optional(),
  subjectIds: z.array(z.string().max(100)).min(1).max(MOST_LINES).optional(),
});
export type DraftInput = z.output<typeof draftInput>;

const decision = { statementId: idOf('stm'), expectedVersion: z.int().optional(), note: text(1000).optional() };

export const sendInput = z.object(decision);
export const withdrawInput = z.object(decision);
export const confirmInput = z.object(decision);
