import { EntitySchema } from '@mikro-orm/core';
import type { CalendarDate } from '../../kernel/date.js';
import { decimal, plain } from '../../kernel/decimal.js';
import type { Account, LateRate, RateRule } from '../interest/rules.js';
import type { ApplicationOrder } from '../payment/rules.js';
import type { TermFacts } from '../terms/rules.js';

/** A payable as it stands, locked. All of it is kept by the database: read it, never set it. */
export interface Payable {
  readonly id: string;
  readonly invoiceId: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly agreementId: string | null;
  readonly kind: 'GOODS' | 'RETENTION';
  readonly currency: string;
  readonly open: string;
  readonly retained: string;
  readonly settled: string;
  readonly status: 'WAITING' | 'RETAINED' | 'OPEN' | 'SETTLED';
  readonly version: number;
  readonly basis: TermFacts['basis'];
  readonly facts: TermFacts;
  readonly terms: number;
  readonly startOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly provisional: boolean;
  readonly rateRule: RateRule;
  readonly rate: string;
  readonly rateUnit: LateRate['unit'];
  readonly rateBasis: LateRate['basis'];
  readonly rateSource: string;
  readonly applicationOrder: ApplicationOrder;
  readonly accruedTo: CalendarDate | null;
  readonly interestPosted: string;
  readonly interestPaid: string;
}

const amount = { type: 'string', columnType: 'numeric', persist: false } as const;
const day = { type: 'string', columnType: 'date', nullable: true, persist: false } as const;
const words = { type: 'text', persist: false } as const;
const whole = { type: 'int', persist: false } as const;

export const PayableEntity = new EntitySchema<Payable>({
  name: 'Payable',
  tableName: 'payable',
  properties: {
    id: { type: 'uuid', primary: true },
    invoiceId: { type: 'uuid', persist: false },
    buyerId: { type: 'uuid', persist: false },
    supplierId: { type: 'uuid', persist: false },
    agreementId: { type: 'uuid', nullable: true, persist: false },
    kind: words,
    currency: words,
    open: amount,
    retained: amount,
    settled: amount,
    status: words,
    version: whole,
    basis: words,
    facts: { type: 'json', columnType: 'jsonb', persist: false },
    terms: whole,
    startOn: day,
    dueOn: day,
    provisional: { type: 'boolean', persist: false },
    rateRule: words,
    rate: amount,
    rateUnit: words,
    rateBasis: { type: 'int', nullable: true, persist: false },
    rateSource: words,
    applicationOrder: words,
    accruedTo: day,
    interestPosted: amount,
    interestPaid: amount,
  },
});

/** The account of interest of a payable. */
export const accountOf = (payable: Payable): Account => ({
  currency: payable.currency,
  rate: {
    rule: payable.rateRule,
    rate: payable.rate,
    unit: payable.rateUnit,
    basis: payable.rateBasis,
    source: payable.rateSource,
  },
  dueOn: payable.dueOn,
  accruedTo: payable.accruedTo,
  principal: plain(decimal(payable.open).plus(payable.retained)),
  posted: payable.interestPosted,
  paid: payable.interestPaid,
});
