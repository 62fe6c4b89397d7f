import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, roleUrl } from '../../src/platform/database/index.js';
import { graphqlRoom } from '../../src/platform/graphql/node.js';
import { createQueues, queue, queueGauges } from '../../src/platform/queue/index.js';
import { waitingFaults } from '../support/checker.js';
import { append, readAs } from '../support/events.js';
import { startHub, type TestHub, type TestKey } from '../support/hub.js';
import { TALLY, testWorkers } from '../support/jobs.js';
import { testRoles } from '../support/roles.js';
import { ask, startWork } from '../support/work.js';

interface Letter {
  readonly id: string;
  readonly consumer: string;
  readonly organisationId: string;
  readonly cause: string;
  readonly error: string;
  readonly attempts: number;
}
interface List {
  readonly deadLetters: {
    readonly totalCount: number;
    readonly nodes: readonly Letter[];
    readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  };
}
interface Replay {
  readonly deadLetterReplay: {
    readonly count: number | null;
    readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
  };
}

const LIST = `query ($first: Int, $after: Cursor, $filter: DeadLetterFilter) { deadLetters(first: $first, after: $after, filter: $filter) {
  totalCount nodes { id consumer organisationId eventNumber cause error attempts diedAt } pageInfo { endCursor hasNextPage } } }`;
const REPLAY = 'mutation ($ids: [ID!]!) { deadLetterReplay(input: { ids: $ids }) { count userErrors { code field } } }';

let hub: TestHub;
let database: Database;
let work: { stop(): Promise<void> };
let operatorKey: TestKey;
let supplierKey: TestKey;
let operator: string;
let supplier: string;

const list = async (variables: object = {}): Promise<List['deadLetters']> =>
  (await ask<List>(hub.url, operatorKey.header, LIST, variables)).data.deadLetters;
const replay = async (...ids: readonly string[]): Promise<Replay['deadLetterReplay']> =>
  (await ask<Replay>(hub.url, operatorKey.header, REPLAY, { ids })).data.deadLetterReplay;
const dead = (count: number) => vi.waitFor(async () => expect((await list()).totalCount).toBe(count), { timeout: 20_000, interval: 30 });
const happen = (type: string, times: number) =>
  append(database.pool('hub_app'), supplier, ...Array.from({ length: times }, () => ({ type, parties: [supplier] })));
const idle = { stats: async () => ({ waiting: 0, active: 0, retrying: 0 }) };

beforeAll(async () => {
  hub = await startHub({ rooms: [graphqlRoom, queue] });
  await hub.db.owner.query(TALLY);
  database = await hub.db.open('hub_worker');
  operator = await hub.organisation(['OPERATOR']);
  supplier = await hub.organisation(['SUPPLIER']);
  operatorKey = await hub.key(operator, ['operator']);
  supplierKey = await hub.key(supplier, ['orders:read', 'orders:write', 'feed:read', 'audit:read']);
  work = await startWork(hub.db, database);
  await happen('DO_BROKEN', 2);
  await happen('DO_REFUSED', 1);
  await dead(3);
});
afterAll(async () => {
  await work.stop();
  await hub.stop();
});

describe('the list of dead letters', () => {
  it('tells the operator which job of whom is stuck and why, page by page', async () => {
    const first = await list({ first: 2 });
    const second = await list({ first: 2, after: first.pageInfo.endCursor });
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
    const letters = [...first.nodes, ...second.nodes].sort((a, b) => (a.consumer < b.consumer ? -1 : 1));
    const organisationId = `org_${supplier.replaceAll('-', '')}`;
    expect(letters).toEqual([
      expect.objectContaining({ consumer: 'broken', organisationId, cause: 'FAILED', error: 'error 22P02', attempts: 3 }),
      expect.objectContaining({ consumer: 'broken', organisationId, cause: 'FAILED', error: 'error 22P02', attempts: 3 }),
      expect.objectContaining({ consumer: 'refused', organisationId, cause: 'REFUSED', error: 'NOT_ALLOWED', attempts: 1 }),
    ]);
    expect((await list({ filter: { cause: 'REFUSED' } })).totalCount).toBe(1);
    expect((await list({ filter: { consumer: 'broken' } })).totalCount).toBe(2);
  });

  it('holds nothing of what the jobs are about', async () => {
    const everything = await hub.db.owner.query('select to_jsonb(d)::text as letter from app.dead_letter d');
    const subjects = await hub.db.owner.query('select subject_id from app.effect_due');
    for (const { letter } of everything.rows) {
      expect(letter).not.toContain('SECRET');
      for (const { subject_id: id } of subjects.rows) expect(letter).not.toContain(id);
    }
  });

  it('is hidden from everybody else, in the API and in the database', async () => {
    const { errors } = await ask(hub.url, supplierKey.header, LIST);
    expect(errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    const [letter] = (await list()).nodes;
    const node = await ask<{ node: null }>(hub.url, supplierKey.header, 'query ($id: ID!) { node(id: $id) { id } }', { id: letter?.id });
    expect(node.data?.node ?? null).toBeNull();
    expect(await readAs(database.pool('hub_app'), supplier, 'select id from app.dead_letter')).toEqual([]);
    expect(await readAs(database.pool('hub_app'), supplier, 'delete from app.dead_letter returning id')).toEqual([]);
    expect(await readAs(database.pool('hub_app'), operator, 'select id from app.dead_letter')).toHaveLength(3);
  });

  it('is counted in the metrics, and the ages of what still waits do not count it', async () => {
    expect(await queueGauges(database.pool('hub_dispatch'), idle)).toEqual({
      outbox_age_seconds: 0,
      due_effect_age_seconds: 0,
      deadline_lag_seconds: 0,
      dead_letters: 3,
      job_retries: 0,
    });
  });
});

describe('replaying dead letters', () => {
  it('refuses the whole call and names each letter that is not on the list', async () => {
    const [letter] = (await list()).nodes;
    const unknown = `dlq_${randomUUID().replaceAll('-', '')}`;
    expect(await replay(letter?.id ?? '', unknown, 'nonsense')).toEqual({
      count: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['ids', '2'] }],
    });
    expect(await replay(letter?.id ?? '', unknown)).toEqual({ count: null, userErrors: [{ code: 'NOT_FOUND', field: ['ids', '1'] }] });
    expect((await list()).totalCount).toBe(3);
  });

  it('brings a job that still fails back to the list', async () => {
    const [letter] = (await list({ filter: { consumer: 'refused' } })).nodes;
    expect(await replay(letter?.id ?? '')).toEqual({ count: 1, userErrors: [] });
    await vi.waitFor(
      async () => {
        const [again] = (await list({ filter: { consumer: 'refused' } })).nodes;
        expect(again?.id ?? letter?.id).not.toBe(letter?.id);
      },
      { timeout: 20_000, interval: 30 },
    );
  });

  it('has the effect of a job that can be done by now, once, and clears the list', async () => {
    await hub.db.owner.query(`insert into app.healed values ('broken'), ('refused')`);
    const letters = (await list()).nodes.map((letter) => letter.id);
    expect(await replay(...letters)).toEqual({ count: 3, userErrors: [] });
    await vi.waitFor(async () => expect(await waitingFaults(hub.db.owner)).toEqual([]), { timeout: 20_000, interval: 30 });
    await dead(0);
    const { rows } = await hub.db.owner.query('select consumer, count(*)::int as n from app.tally group by consumer order by consumer');
    expect(rows).toEqual([
      { consumer: 'broken', n: 2 },
      { consumer: 'refused', n: 1 },
    ]);
    const told = await readAs(database.pool('hub_app'), operator, `select id from app.event where type = 'DEAD_LETTER_REPLAYED'`);
    expect(told).toHaveLength(4);
  });
});

describe('a queue that cannot be reached', () => {
  it.each([
    ['PostgreSQL', 'postgres://nobody:x@127.0.0.1:1/nothing', undefined],
    ['Redis', 'postgres://nobody:x@127.0.0.1:1/nothing', 'redis://127.0.0.1:1'],
  ])('in %s neither hangs nor fails the dispatcher, which is told', async (_, jobsUrl, redisUrl) => {
    const errors: unknown[] = [];
    const queues = createQueues({ jobsUrl, redisUrl, workers: testWorkers, report: (error) => errors.push(error) });
    await queues.enqueue([{ consumer: 'nobody', orgId: randomUUID(), eventId: '1', subjectId: randomUUID() }]);
    await queues.enqueue([{ consumer: 'plain', orgId: randomUUID(), eventId: '1', subjectId: randomUUID() }]);
    await queues.enqueue([{ consumer: 'plain', orgId: randomUUID(), eventId: '1', subjectId: randomUUID() }]);
    expect(errors.map(String)).toContain('Error: there is no worker for nobody');
    expect(errors.length).toBeGreaterThan(1);
    await queues.stop(100);
  });

  it('keeps the jobs of a database that it can reach with its own log-in only', async () => {
    const queues = createQueues({ jobsUrl: roleUrl(hub.db.ownerUrl, 'hub_jobs', testRoles), workers: testWorkers });
    expect(await queues.stats()).toMatchObject({ waiting: 0, active: 0 });
    await expect(database.pool('hub_jobs').query('select from app.effect_due')).rejects.toThrow('permission denied');
    await expect(database.pool('hub_app').query('select from bullmq.job')).rejects.toThrow('permission denied');
    await queues.stop();
  });
});
