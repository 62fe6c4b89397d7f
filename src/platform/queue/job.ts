import type { Runner } from '../commands/runner.js';
import { SCOPES, type Viewer } from '../auth/viewer.js';
import type { NewJob } from './backend.js';
import type { DueEffect } from './effect.js';
import { JobRefused } from './failure.js';
import type { Run, WorkerDefinition } from './worker.js';

/** The hub itself, where it acts for an organisation without a person. */
export const SYSTEM_ACTOR = '00000000-0000-0000-0000-000000000000';

/** Acts as the organisation with every right of it, and sees nothing that the organisation may not see. */
export const systemViewer = (orgId: string): Viewer => ({
  orgId,
  actorId: SYSTEM_ACTOR,
  kind: 'SYSTEM',
  scopes: new Set(SCOPES.filter((scope) => scope !== 'operator')),
  duties: new Set(),
  orgRoles: new Set(),
  credentialId: SYSTEM_ACTOR,
  locale: 'zh',
});

/** Refusals that only say that this try came at a bad moment. */
const PASSING = new Set(['CONFLICT', 'OUTCOME_UNKNOWN', 'IDEMPOTENCY_IN_PROGRESS']);

/** Runs a job. @throws JobRefused when trying again cannot help, any other error when it may */
export async function runJob(definition: WorkerDefinition, job: DueEffect, runner: Runner): Promise<void> {
  const effect = { ...job, takes: definition.takes };
  const run: Run = async (command, input) => {
    const { refusals } = await runner.runEffect(command, input, effect, systemViewer(job.orgId));
    if (refusals.some((refusal) => PASSING.has(refusal.code)))
      throw Object.assign(new Error('to be tried again'), { code: refusals[0]?.code });
    if (refusals.length > 0) throw new JobRefused(refusals);
  };
  await definition.handle(job, run);
}

/** What of a row a run of the definition takes with it besides the row itself. */
const sharedBy = (definition: WorkerDefinition, row: DueEffect): string =>
  ({ one: `${row.orgId}-${row.eventId}`, subject: `${row.orgId}-${row.subjectId}`, organisation: row.orgId })[definition.takes];

/**
 * The jobs for due rows of one consumer. Rows that one run takes together need one job: that of the newest. The id says what the
 * job is, so that the same row never stands in a queue twice.
 */
export function jobsFor(definition: WorkerDefinition, rows: readonly DueEffect[], retryAfterMs: number): NewJob[] {
  const needed = new Map(rows.map((row) => [sharedBy(definition, row), row]));
  return [...needed.values()].map(({ consumer, orgId, eventId, subjectId }) => ({
    name: consumer,
    data: { consumer, orgId, eventId, subjectId },
    opts: {
      jobId: `${consumer}-${orgId}-${eventId}`,
      attempts: definition.attempts,
      backoff: { type: 'exponential', delay: retryAfterMs, jitter: 0.3 },
      removeOnComplete: true,
      removeOnFail: true,
    },
  }));
}
