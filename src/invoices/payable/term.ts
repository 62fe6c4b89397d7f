import { plusDays } from '../../kernel/date.js';
import type { CommandContext } from '../../platform/commands/index.js';
import type { DueDate } from '../terms/rules.js';

/** The payable that a term is of. */
export interface Termed {
  readonly id: string;
  readonly buyerId: string;
  readonly supplierId: string;
  readonly kind: 'GOODS' | 'RETENTION';
}

export interface TermCause {
  readonly cause: 'OPENED' | 'STATEMENT_CONFIRMED' | 'CALENDAR_PUBLISHED';
  readonly causeId: string | null;
}

/** One derivation of a due date as a row. */
export const termCells = (ctx: CommandContext, payable: Termed, due: DueDate, seq: number, { cause, causeId }: TermCause) => ({
  id: ctx.newId(),
  payable_id: payable.id,
  buyer_id: payable.buyerId,
  supplier_id: payable.supplierId,
  seq,
  cause,
  cause_id: causeId,
  start_on: due.startOn,
  start_cause: due.startCause,
  contractual_due_on: due.contractualDueOn,
  contractual_source: due.contractualSource,
  statutory_due_on: due.statutoryDueOn,
  statutory_source: due.statutorySource,
  gap_days: due.gapDays,
  governs: due.governs,
  due_on: due.dueOn,
  provisional: due.provisional,
  steps: due.steps,
  actor_id: ctx.viewer.actorId,
  business_time: ctx.businessNow,
});

/** The first moment of a day in the contract's zone. */
const dawn = (day: string): string => `${day}T00:00:00+08:00`;

/**
 * What falls due of a payable: on its day, and once the day is over (Civil Code art. 203: a period ends at 24:00). A retention is released
 * on its day, and is due then.
 */
export const setDeadlines = (ctx: CommandContext, payable: Termed, { dueOn, provisional }: DueDate, version: number): void => {
  if (!provisional) ctx.clearDeadlines(payable.id, ['PAYABLE_RECHECK_DUE']);
  if (dueOn === null) return;
  const set = (kind: string, dueAt: string): void =>
    ctx.deadline({
      kind,
      dueAt,
      subject: 'Payable',
      subjectId: payable.id,
      version,
      orgId: payable.buyerId,
      parties: [payable.buyerId, payable.supplierId],
    });
  set(payable.kind === 'RETENTION' ? 'RETENTION_DUE' : 'PAYABLE_DUE', dawn(dueOn));
  set('PAYABLE_OVERDUE', dawn(plusDays(dueOn, 1)));
  // A calendar that is published brings this forward; by the day before, it is looked at in any case.
  if (provisional) set('PAYABLE_RECHECK_DUE', dawn(plusDays(dueOn, -1)));
};

/** What a payable waited for has come, or it is settled. */
export const DEADLINES = ['PAYABLE_DUE', 'PAYABLE_OVERDUE', 'RETENTION_DUE', 'PAYABLE_RECHECK_DUE'] as const;
