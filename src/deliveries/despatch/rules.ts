import { lifecycle } from '../../kernel/lifecycle.js';
import type { Refusal } from '../../kernel/refusal.js';

export type DespatchStatus = 'SENT' | 'CANCELLED';

export interface DespatchFacts {
  readonly status: DespatchStatus;
  /** Whether a receipt speaks of it. */
  readonly received: boolean;
}

const notReceived = ({ received }: DespatchFacts): readonly Refusal<'DESPATCH_RECEIVED'>[] =>
  received ? [{ code: 'DESPATCH_RECEIVED' }] : [];

export const despatchLifecycle = lifecycle<DespatchStatus, 'CANCEL', 'BUYER' | 'SUPPLIER', DespatchFacts, 'DESPATCH_RECEIVED'>([
  { action: 'CANCEL', by: 'SUPPLIER', from: 'SENT', to: 'CANCELLED', guards: [notReceived] },
]);

export interface DespatchDays {
  readonly despatchedOn?: string | undefined;
  readonly expectedOn?: string | undefined;
}

/** Goods do not arrive before they leave. */
export const dayFaults = ({ despatchedOn, expectedOn }: DespatchDays): readonly Refusal[] =>
  despatchedOn !== undefined && expectedOn !== undefined && expectedOn < despatchedOn
    ? [{ code: 'PERIOD_REVERSED', field: ['expectedOn'], params: { from: despatchedOn, to: expectedOn } }]
    : [];
