import { z } from 'zod';
import { amount, calendarDate, currency, idOf, text } from '../../platform/commands/index.js';
import { organisationRefInput } from '../../parties/index.js';

export const INSTRUMENTS = ['TRANSFER', 'CASH', 'CHEQUE', 'BILL', 'VOUCHER'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];

const MOST_PARTS = 200;

const money = () => amount({ exclusive: true });

/** ISO 20022 Max35Text. */
const endToEndId = () => text(35);

const part = z
  .object({ payableId: idOf('pyb').optional(), invoiceId: idOf('inv').optional(), amount: money(), costs: amount().optional() })
  .refine((given) => (given.payableId === undefined) !== (given.invoiceId === undefined), {
    message: 'name a payable or an invoice',
    path: ['payableId'],
  });
export type PaymentPart = z.output<typeof part>;

export const adviseInput = z.object({
  supplier: organisationRefInput,
  number: text(100),
  paidOn: calendarDate(),
  amount: money(),
  currency: currency().default('CNY'),
  instrument: z.enum(INSTRUMENTS).default('TRANSFER'),
  endToEndId: endToEndId().optional(),
  note: text(1000).optional(),
  parts: z.array(part).max(MOST_PARTS).default([]),
});
export type AdviseInput = z.output<typeof adviseInput>;

export const confirmInput = z.object({ paymentId: idOf('pay'), receivedOn: calendarDate(), note: text(1000).optional() });

export const advanceInput = z.object({
  orderId: idOf('ord'),
  number: text(100),
  paidOn: calendarDate(),
  amount: money(),
  endToEndId: endToEndId().optional(),
  note: text(1000).optional(),
});
