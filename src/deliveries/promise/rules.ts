import type { Refusal } from '../../kernel/refusal.js';

export const PROMISE_REASONS = ['MATERIAL', 'CAPACITY', 'QUALITY', 'TRANSPORT', 'FORCE_MAJEURE', 'BUYER', 'EARLIER', 'OTHER'] as const;

/** A part of a line with its days. */
export interface ScheduleFacts {
  readonly scheduleId: string;
  readonly settled: boolean;
  /** What the supplier said last, as promised or as agreed. */
  readonly promisedOn: string | null;
}

/** What speaks against a new day: nothing is awaited, the day is over, or it is the day that was said before. */
export const promiseFaults = (
  schedule: ScheduleFacts | undefined,
  scheduleId: string,
  promisedOn: string,
  today: string,
): readonly Refusal[] => {
  if (schedule === undefined) return [{ code: 'SCHEDULE_UNKNOWN', field: ['scheduleId'], params: { scheduleId } }];
  if (schedule.settled) return [{ code: 'SCHEDULE_SETTLED', field: ['scheduleId'], params: { scheduleId } }];
  if (promisedOn < today) return [{ code: 'PROMISED_IN_PAST', field: ['promisedOn'], params: { promisedOn, today } }];
  return schedule.promisedOn === promisedOn ? [{ code: 'NOTHING_CHANGED', field: ['promisedOn'] }] : [];
};
