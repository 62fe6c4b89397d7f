import { z } from 'zod';
import { type Decimal, plain } from '../../kernel/decimal.js';
import { detailsInput, documentNumberInput, lineIdInput, unitInput } from '../../orders/index.js';
import { organisationRefInput } from '../../parties/index.js';
import { amount, calendarDate, currency, decimalWithin, idOf, listOf, quantity, text } from '../../platform/commands/index.js';
import { FAPIAO_KINDS } from '../lifecycle/rules.js';
import { TAX_CATEGORIES } from '../sums/rules-content.js';

/** More lines than an ERP puts in one invoice. */
export const MOST_LINES = 2000;

const LARGEST = '9999999999999999';

export const written = (value: z.ZodType<Decimal, string>) => value.transform((decimal) => plain(decimal));
const price = () => written(amount());
const signed = () => written(decimalWithin({ min: `-${LARGEST}`, max: LARGEST, scale: 8 }));
const positive = () => written(quantity());
const rate = () => written(decimalWithin({ max: '100', scale: 4 }));
const category = () => z.enum(TAX_CATEGORIES);

/** UN/EDIFACT 1001 as EN 16931 has it: partial, commercial, corrected, self-billed, factored invoice; information for accounts. */
export const INVOICE_TYPES = ['326', '380', '384', '389', '393', '751'] as const;

const adjustment = z.object({
  kind: z.enum(['ALLOWANCE', 'CHARGE']),
  amount: positive(),
  reason: text(500).optional(),
  reasonCode: text(10).optional(),
  taxCategory: category().optional(),
  taxRate: rate().optional(),
});

/** An order of the same parties: by id where it is known, else by the number that the buyer gave it. */
const orderRef = z.object({ id: idOf('ord').optional(), number: documentNumberInput().optional() });
export const invoiceRef = z.object({ id: idOf('inv').optional(), number: documentNumberInput().optional() });

export const fapiaoInput = z.object({
  kind: z.enum(FAPIAO_KINDS),
  code: text(20).optional(),
  number: text(30),
});
export type FapiaoInput = z.output<typeof fapiaoInput>;

const line = z.object({
  lineId: lineIdInput(),
  order: orderRef.optional(),
  orderLineId: lineIdInput().optional(),
  receipts: z.array(idOf('rcl')).max(200).default([]),
  itemName: text(500),
  description: text(4000).optional(),
  buyerItemId: text(200).optional(),
  sellerItemId: text(200).optional(),
  standardItemId: text(200).optional(),
  quantity: signed(),
  unit: unitInput(),
  price: price(),
  priceBasis: positive().optional(),
  adjustments: z.array(adjustment).max(100).default([]),
  taxCategory: category().default('S'),
  taxRate: rate(),
  amount: signed().optional(),
  taxAmount: signed().optional(),
  gross: signed().optional(),
  note: text(4000).optional(),
  details: detailsInput.optional(),
});

const totals = z.object({
  linesTotal: signed().optional(),
  allowance: price().optional(),
  charge: price().optional(),
  netTotal: signed().optional(),
  taxTotal: signed().optional(),
  total: signed().optional(),
  prepaid: price().optional(),
  roundingAmount: signed().optional(),
  due: signed().optional(),
});

const breakdown = z.object({ category: category(), rate: rate().default('0'), taxable: signed(), tax: signed() });

/** An invoice as its supplier sends it. */
export const submitInput = z.object({
  buyer: organisationRefInput,
  number: documentNumberInput(),
  typeCode: z.enum(INVOICE_TYPES).default('380'),
  issuedOn: calendarDate().optional(),
  taxPointOn: calendarDate().optional(),
  externalReference: text(200).optional(),
  currency: currency(),
  priceBasis: z.enum(['NET', 'TAX_INCLUSIVE']).default('NET'),
  rounding: z.enum(['PER_LINE', 'PER_DOCUMENT']).optional(),
  order: orderRef.optional(),
  original: invoiceRef.optional(),
  /** The list of price differences that it settles. */
  repricingId: idOf('rpr').optional(),
  buyerReference: text(200).optional(),
  note: text(4000).optional(),
  details: detailsInput.optional(),
  fapiao: fapiaoInput.optional(),
  adjustments: z.array(adjustment).max(100).default([]),
  taxBreakdown: z.array(breakdown).max(100).optional(),
  totals: totals.default({}),
  lines: listOf(line, MOST_LINES),
});
export type SubmitInput = z.output<typeof submitInput>;
export type SubmitLine = SubmitInput['lines'][number];

export const voidInput = z.object({ invoiceId: idOf('inv'), expectedVersion: z.int().optional(), reason: text(4000) });

export const fapiaoRecordInput = z.object({
  invoiceId: idOf('inv'),
  expectedVersion: z.int().optional(),
  /** The number; left out where only the status of a recorded one changes. */
  fapiao: fapiaoInput.optional(),
  status: z.enum(['VALID', 'VOID']).default('VALID'),
  reason: text(4000).optional(),
});
