import { UnrecoverableError } from 'bullmq';
import type { Pool } from 'pg';
import type { Runner } from '../commands/runner.js';
import { SCOPES, type Viewer } from '../auth/viewer.js';
import { isUnavailable } from '../database/errors.js';
import type { NewJob, RunningJob } from './backend.js';
import { bury } from './dead-letters.js';
import type { Files } from '../files/index.js';
import type { DueEffect } from './effect.js';
import { JobKills, JobRefused } from './failure.js';
import type { Outgoing } from '../outgoing/index.js';
import type { Hands, Run, WorkerDefinition } from './worker.js';

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

/** A deploy may end a process or two in the middle of a job; a job that ends more is itself the cause. */
const MOST_KILLS = 2;

/** What jobs act through. */
export interface Acting {
  /** Acts as `hub_worker`. */
  readonly runner: Runner;
  readonly files: Pick<Files, 'find'> | undefined;
  /** Absent: nothing is sent. */
  readonly outgoing: Pick<Outgoing, 'send'> | undefined;
}

const handsFor = ({ orgId, eventId }: DueEffect, { runner, files, outgoing }: Acting): Hands => ({
  file: async (id) => files?.find(systemViewer(orgId), id),
  send: async (letter) => outgoing?.send(letter) ?? 'OFF',
  step: (command, input, actorId = SYSTEM_ACTOR) =>
    runner.run(command, input, {
      viewer: { ...systemViewer(orgId), actorId },
      requestId: `effect:${eventId}`,
      payload: async (answer) => answer as never,
    }),
});

const run = async (definition: WorkerDefinition, { data, attemptsMade, attemptsStarted }: RunningJob, acting: Acting): Promise<void> => {
  if (attemptsStarted - attemptsMade - 1 > MOST_KILLS) throw new JobKills();
  const effect = { ...data, takes: definition.takes };
  const perform: Run = async (command, input) => {
    const { refusals } = await acting.runner.runEffect(command, input, effect, systemViewer(data.orgId));
    if (refusals.some((refusal) => PASSING.has(refusal.code)))
      throw Object.assign(new Error('to be tried again'), { code: refusals[0]?.code });
    if (refusals.length > 0) throw new JobRefused(refusals);
  };
  await definition.handle(data, perform, handsFor(data, acting));
};

/** Where only the database was away there is nothing wrong with the job: the sweeper brings it again. */
const isLast = (definition: WorkerDefinition, job: RunningJob, error: unknown): boolean =>
  error instanceof UnrecoverableError || (job.attemptsMade + 1 >= definition.attempts && !isUnavailable(error));

/**
 * Runs a job, and buries it before its queue forgets it when it has failed for good.
 * @param dispatch logged in as `hub_dispatch`
 * @throws UnrecoverableError when trying again cannot help, any other error when it may
 */
export async function workOff(definition: WorkerDefinition, job: RunningJob, acting: Acting, dispatch: Pool): Promise<void> {
  try {
    await run(definition, job, acting);
  } catch (error) {
    if (isLast(definition, job, error)) await bury(dispatch, job.data, error, job.attemptsStarted);
    throw error;
  }
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
