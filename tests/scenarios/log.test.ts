import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLog, type Log } from '../../src/platform/log.js';
import { worker } from '../../src/platform/queue/index.js';
import { traced } from '../../src/start/traced.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { append } from '../support/events.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await freshDatabase();
});
afterAll(() => db.drop());

const listening = (): { log: Log; lines: () => Record<string, unknown>[] } => {
  const written: string[] = [];
  const log = createLog('debug', { write: (line: string) => void written.push(line) });
  return { log, lines: () => written.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('The log', () => {
  test('holds nothing that stands in a row, even when the database repeats it', async () => {
    const { log, lines } = listening();
    const secret = 'SECRET-PRICE-4711';
    const wrong = db.owner.query(`insert into app.seed_run (room, version) values ('${secret}', 1), ('${secret}', 1)`);
    const err = await wrong.catch((error: unknown) => error);
    expect(JSON.stringify({ ...(err as object) })).toContain(secret);
    log.error({ err }, 'unexpected');
    log.error({ err: new Error('wrapped', { cause: err }) }, 'unexpected');
    expect(JSON.stringify(lines())).not.toContain(secret);
    expect(lines()[0]).toMatchObject({ msg: 'unexpected', err: { code: '23505', constraint: 'seed_run_pkey' } });
  });

  test('leads from a failed job to its event and to the request that caused it', async () => {
    const { log, lines } = listening();
    const database = await db.open();
    const orgId = randomUUID();
    const [eventId = ''] = await append(database.pool('hub_app'), orgId, {});
    const job = { consumer: 'broken', orgId, eventId, subjectId: randomUUID() };
    const failing = traced(
      worker('broken', {}, () => Promise.reject(new Error('no'))),
      log,
      database.pool('hub_dispatch'),
    );
    const none = {
      file: async () => undefined,
      step: () => Promise.reject(new Error('no step')),
      send: () => Promise.reject(new Error('no letter')),
    };
    await expect(failing.handle(job, async () => undefined, none)).rejects.toThrow('no');
    expect(lines()).toEqual([expect.objectContaining({ msg: 'job failed', consumer: 'broken', orgId, eventId, requestId: 'in-tests' })]);
  });
});
