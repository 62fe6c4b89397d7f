import { type Decimal, plain, sum } from '../../../kernel/decimal.js';
import type { Refusal } from '../../../kernel/refusal.js';
import type { AgreementCode } from '../../refusals.js';
import type { PAYMENT_INSTRUMENTS, PLAN_KINDS, PLAN_TRIGGERS } from '../rules.js';

/** A part in which an agreement's amounts are paid. */
export interface PlanPart {
  readonly kind: (typeof PLAN_KINDS)[number];
  readonly share: Decimal;
  readonly trigger: (typeof PLAN_TRIGGERS)[number];
  readonly days: number;
}

const RETENTION_TRIGGERS: readonly string[] = ['DELIVERY', 'ACCEPTANCE', 'INVOICE_RECEIVED'];

const fits = ({ kind, trigger }: PlanPart): boolean => {
  if (kind === 'ADVANCE') return trigger === 'ORDER';
  return kind === 'RETENTION' ? RETENTION_TRIGGERS.includes(trigger) : trigger !== 'ORDER';
};

/** What speaks against a payment plan: it speaks of the whole amount, each kind of part once, from an event that fits it. */
export const planFaults = (plan: readonly PlanPart[]): Refusal<AgreementCode>[] => {
  if (plan.length === 0) return [];
  const whole = sum(plan.map((part) => part.share));
  const faults: Refusal<AgreementCode>[] = plan.flatMap((part, i) => [
    ...(plan.findIndex((other) => other.kind === part.kind) < i
      ? [{ code: 'PLAN_KIND_REPEATED' as const, field: ['plan', String(i), 'kind'], params: { kind: part.kind } }]
      : []),
    ...(fits(part) ? [] : [{ code: 'PLAN_TRIGGER' as const, field: ['plan', String(i), 'trigger'], params: { kind: part.kind } }]),
  ]);
  return whole.eq(1) ? faults : [{ code: 'PLAN_NOT_WHOLE', field: ['plan'], params: { sum: plain(whole) } }, ...faults];
};

export interface Settling {
  readonly instruments: readonly (typeof PAYMENT_INSTRUMENTS)[number][];
  readonly billSettles: boolean;
}

/** Order 802 art. 11: what is not agreed on as an instrument cannot be agreed to settle. */
export const settlingFaults = ({ instruments, billSettles }: Settling): Refusal<AgreementCode>[] =>
  billSettles && !instruments.includes('BILL') && !instruments.includes('VOUCHER')
    ? [{ code: 'BILL_NOT_AGREED', field: ['billSettles'] }]
    : [];
