import { EntitySchema } from '@mikro-orm/core';
import type { CalendarDate } from '../../kernel/date.js';

/** A remittance advice as it stands. */
export interface Payment {
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly number: string;
  readonly paidOn: CalendarDate;
  readonly amount: string;
  readonly currency: string;
  readonly status: 'APPLIED' | 'HELD';
  readonly version: number;
}

const words = { type: 'text', persist: false } as const;

export const PaymentEntity = new EntitySchema<Payment>({
  name: 'Payment',
  tableName: 'payment',
  properties: {
    id: { type: 'uuid', primary: true },
    buyerId: { type: 'uuid', persist: false },
    supplierId: { type: 'uuid', persist: false },
    number: words,
    paidOn: { type: 'string', columnType: 'date', persist: false },
    amount: { type: 'string', columnType: 'numeric', persist: false },
    currency: words,
    status: words,
    version: { type: 'int', persist: false },
  },
});
