import { z } from 'zod';
import { calendarDate, currency, decimalWithin, idOf, text } from '../../platform/commands/index.js';
import { organisationRefInput } from '../organisation/inputs.js';
import {
  APPLICATION_ORDERS,
  INTEREST_BASES,
  PAYMENT_INSTRUMENTS,
  PLAN_KINDS,
  PLAN_TRIGGERS,
  PRICE_BASES,
  ROUNDINGS,
  TERM_BASES,
} from './rules.js';

const share = () => decimalWithin({ max: '1', scale: 4 });
const days = () => z.int().min(0).max(365);

const planPart = z.object({
  kind: z.enum(PLAN_KINDS),
  share: decimalWithin({ max: '1', scale: 4, exclusive: true }),
  trigger: z.enum(PLAN_TRIGGERS),
  days: z.int().min(0).max(3650),
});

/** How amounts are taxed, paid in parts, charged when late and settled; the defaults are those of the law. */
const settling = {
  taxRates: z
    .array(decimalWithin({ max: '100', scale: 4 }))
    .max(20)
    .default([]),
  plan: z.array(planPart).max(10).default([]),
  applicationOrder: z.enum(APPLICATION_ORDERS).default('CIVIL_CODE_561'),
  instruments: z.array(z.enum(PAYMENT_INSTRUMENTS)).min(1).max(5).default(['TRANSFER']),
  billSettles: z.boolean().default(false),
  statementDay: z.int().min(1).max(31).optional(),
  statementAnswerDays: z.int().min(1).max(90).optional(),
  interestBasis: z.enum(INTEREST_BASES).default('ACT_365F'),
  restDaysMove: z.boolean().default(true),
  warrantyMonths: z.int().min(1).max(240).optional(),
  sector: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{1,39}$/)
    .optional(),
  thirdPartyClauseVoid: z.boolean().default(false),
};

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
  ...settling,
});
export type ProposeInput = z.output<typeof proposeInput>;

const decision = { agreementId: idOf('agr'), expectedVersion: z.int().optional(), note: text(1000).optional() };

export const confirmInput = z.object({ ...decision, smeDeclared: z.boolean().optional() });
export const decisionInput = z.object(decision);
