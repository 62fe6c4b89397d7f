import { z } from 'zod';
import { calendarDate, currency, decimalWithin, idOf, text } from '../../platform/commands/index.js';
import { organisationRefInput } from '../organisation/inputs.js';
import { PRICE_BASES, ROUNDINGS, TERM_BASES } from './rules.js';

const share = () => decimalWithin({ max: '1', scale: 4 });
const days = () => z.int().min(0).max(365);

export const proposeInput = z.object({
  as: z.enum(['BUYER', 'SUPPLIER']),
  counterparty: organisationRefInput,
  number: text(50),
  validFrom: calendarDate(),
  validTo: calendarDate().optional(),
  currency: currency().default('CNY'),
  priceBasis: z.enum(PRICE_BASES),
  rounding: z.enum(ROUNDINGS).default('PER_LINE'),
  termDays: days(),
  termBasis: z.enum(TERM_BASES),
  termReason: text(500).optional(),
  conditionalOnThirdParty: z.boolean().default(false),
  inspectionDays: days().default(7),
  overTolerance: share().prefault('0'),
  underTolerance: share().prefault('0'),
  priceTolerance: share().prefault('0'),
  lateRate: decimalWithin({ max: '1', scale: 6 }).optional(),
  answerHours: z.int().min(1).max(2160).default(48),
  smeDeclared: z.boolean().optional(),
});
export type ProposeInput = z.output<typeof proposeInput>;

const decision = { agreementId: idOf('agr'), expectedVersion: z.int().optional(), note: text(1000).optional() };

export const confirmInput = z.object({ ...decision, smeDeclared: z.boolean().optional() });
export const decisionInput = z.object(decision);
