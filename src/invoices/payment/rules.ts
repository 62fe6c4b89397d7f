import { type Decimal, decimal, plain, zero } from '../../kernel/decimal.js';
import type { CalendarDate } from '../../kernel/date.js';
import { type Account, interestOwed, running, type Segment } from '../interest/rules.js';

export type Component = 'COSTS' | 'INTEREST' | 'PRINCIPAL';
export type ApplicationOrder = 'CIVIL_CODE_561' | 'PRINCIPAL_FIRST';

export interface Application {
  readonly component: Component;
  readonly amount: string;
}

export interface Applied {
  /** In order, without empty ones; their sum is the payment. */
  readonly applications: readonly Application[];
  /** Interest that is posted because the payment came, before it is applied. */
  readonly posting: Segment | undefined;
}

/** Costs that the debtor acknowledges are paid first in any case; the two orders differ in interest and principal. */
const SEQUENCE: Readonly<Record<ApplicationOrder, readonly Component[]>> = {
  CIVIL_CODE_561: ['COSTS', 'INTEREST', 'PRINCIPAL'],
  PRINCIPAL_FIRST: ['COSTS', 'PRINCIPAL', 'INTEREST'],
};

/** All that is owed of one debt on a day. */
export const owed = (account: Account, on: CalendarDate, costs: Decimal = zero): Decimal =>
  decimal(account.principal).plus(interestOwed(account, on)).plus(costs);

/** Splits a payment of one debt (Civil Code art. 561, unless agreed otherwise). It must not exceed what is owed. */
export const applyTo = (account: Account, order: ApplicationOrder, amount: Decimal, costs: Decimal, on: CalendarDate): Applied => {
  const claims: Readonly<Record<Component, Decimal>> = {
    COSTS: costs,
    INTEREST: interestOwed(account, on),
    PRINCIPAL: decimal(account.principal),
  };
  let left = amount;
  const applications: Application[] = [];
  for (const component of SEQUENCE[order]) {
    const part = left.lt(claims[component]) ? left : claims[component];
    left = left.minus(part);
    if (part.gt(zero)) applications.push({ component, amount: plain(part) });
  }
  return { applications, posting: running(account, on) };
};
