import type { Pool } from 'pg';
import type { Log } from '../platform/log.js';
import type { DueEffect, WorkerDefinition } from '../platform/queue/index.js';

const requestOf = async (dispatch: Pool, eventId: string): Promise<string | undefined> => {
  const { rows } = await dispatch.query<{ request: string }>('select request_id as request from app.event where id = $1', [eventId]);
  return rows[0]?.request;
};

/**
 * The same jobs, each with a line in the log that names its event, and where it failed also the request that the event came from: what a
 * caller complains of is found by the request id of the answer.
 * @param dispatch logged in as `hub_dispatch`
 */
export const traced = (definition: WorkerDefinition, log: Log, dispatch: Pool): WorkerDefinition => ({
  ...definition,
  async handle(job: DueEffect, run, hands) {
    const { consumer, orgId, eventId } = job;
    const began = performance.now();
    try {
      await definition.handle(job, run, hands);
      log.debug({ consumer, orgId, eventId, ms: Math.round(performance.now() - began) }, 'job');
    } catch (err) {
      const requestId = await requestOf(dispatch, eventId).catch(() => undefined);
      log.warn({ err, consumer, orgId, eventId, requestId }, 'job failed');
      throw err;
    }
  },
});
