import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { exportHeads, verifyChains } from '../../src/platform/events/audit.js';
import { chain, EMPTY, payloadDigest } from '../../src/platform/events/chain.js';
import { type Dispatcher, startDispatcher } from '../../src/platform/events/dispatcher.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { append } from '../support/events.js';

let db: TestDatabase;
let app: pg.Pool;
let dispatch: pg.Pool;
let dispatcher: Dispatcher;

const org = randomUUID();
const other = randomUUID();

/** What a keeper of the database could do: as superuser, with triggers off. */
const tamper = (sql: string, params: readonly unknown[] = []) =>
  db.owner.query(`set session_replication_role = replica; ${fill(sql, params)}; set session_replication_role = origin`);
const fill = (sql: string, params: readonly unknown[]) => sql.replaceAll(/\$(\d)/g, (_, n: string) => `'${String(params[Number(n) - 1])}'`);

beforeAll(async () => {
  db = await freshDatabase();
  const database = await db.open();
  app = database.pool('hub_app');
  dispatch = database.pool('hub_dispatch');
});
afterAll(() => db.drop());
beforeEach(async () => {
  await tamper('truncate app.event, app.outbox, app.feed, app.feed_head, app.effect_due, app.dead_letter cascade');
  dispatcher = startDispatcher({ pool: dispatch, subjects: [], effects: [], enqueue: async () => undefined });
  for (let version = 1; version <= 6; version += 1) await append(app, org, { version, parties: [org, other] });
  dispatcher.wake();
  await vi.waitFor(async () => expect((await db.owner.query('select from app.outbox')).rowCount).toBe(0));
  await dispatcher.stop();
});

describe('the audit', () => {
  it('verifies untouched chains', async () => {
    expect(await verifyChains(dispatch)).toEqual({ organisations: 2, rows: 12, bad: [] });
  });

  it('still verifies after a person is erased from the events', async () => {
    await db.owner.query('update app.event set actor_id = null, salt = null');
    expect((await verifyChains(dispatch)).bad).toEqual([]);
  });

  it.each([
    ['another type of event', `update app.event set type = 'OTHER' where subject_version = 3`, 'EVENT'],
    [
      'another type in event and feed',
      `update app.event set type = 'OTHER' where subject_version = 3; update app.feed set type = 'OTHER' where seq = 3`,
      'HASH',
    ],
    ['another object', `update app.event set subject_id = gen_random_uuid() where subject_version = 3`, 'EVENT'],
    [
      'another id',
      'update app.event set uid = gen_random_uuid() where subject_version = 3; update app.feed f set event_uid = e.uid from app.event e where e.id = f.event_id and e.subject_version = 3',
      'HASH',
    ],
    ['another version', 'update app.event set subject_version = 9 where subject_version = 3', 'HASH'],
    ['another time', `update app.event set at = at + interval '1 microsecond' where subject_version = 3`, 'HASH'],
    [
      'another business time',
      `update app.event set business_time = business_time - interval '1 microsecond' where subject_version = 3`,
      'HASH',
    ],
    ['another actor', 'update app.event set actor_id = gen_random_uuid() where subject_version = 3', 'DIGEST'],
    ['another status', `update app.event set status = 'CLOSED' where subject_version = 3`, 'DIGEST'],
    ['another request', `update app.event set request_id = 'x' where subject_version = 3`, 'DIGEST'],
    ['other changed fields', `update app.event set changed = '{price}' where subject_version = 3`, 'DIGEST'],
    ['another hash', `update app.feed set hash = sha256('x') where seq = 3`, 'HASH'],
    ['a missing event', 'delete from app.event where subject_version = 3', 'EVENT'],
  ])('names the first bad row: %s', async (_, sql, fault) => {
    await tamper(sql);
    const { bad } = await verifyChains(dispatch);
    expect(bad.map(({ orgId, seq, fault: found }) => ({ orgId, seq, fault: found })).sort((a, b) => (a.orgId < b.orgId ? -1 : 1))).toEqual(
      [org, other].sort().map((orgId) => ({ orgId, seq: 3, fault })),
    );
  });

  it('names the place of a row that was taken out', async () => {
    await tamper('delete from app.feed where seq = 3 and org_id = $1', [org]);
    expect((await verifyChains(dispatch)).bad).toMatchObject([{ orgId: org, seq: 4, fault: 'GAP' }]);
  });

  it('sees that the last row was taken off', async () => {
    await tamper('delete from app.feed where seq = 6 and org_id = $1', [org]);
    expect((await verifyChains(dispatch)).bad).toMatchObject([{ orgId: org, seq: 5, fault: 'HEAD' }]);
  });

  it('sees by an exported head that a chain was cut and its head set back', async () => {
    const anchors = await exportHeads(dispatch);
    await tamper(
      'delete from app.feed where seq = 6 and org_id = $1; update app.feed_head h set seq = 5, hash = f.hash from app.feed f where f.org_id = h.org_id and f.seq = 5 and h.org_id = $1',
      [org],
    );
    expect((await verifyChains(dispatch)).bad).toEqual([]);
    expect((await verifyChains(dispatch, anchors)).bad).toMatchObject([{ orgId: org, fault: 'ANCHOR' }]);
  });

  it('sees by an exported head that a chain was written anew', async () => {
    const anchors = await exportHeads(dispatch);
    const forged = anchors.map((anchor) => ({ ...anchor, hash: '00'.repeat(32) }));
    expect((await verifyChains(dispatch, forged)).bad.map((row) => row.fault)).toEqual(['ANCHOR', 'ANCHOR']);
  });

  it('sees an event that nobody was told of', async () => {
    await tamper(
      'delete from app.feed where seq = 6; update app.feed_head h set seq = 5, hash = f.hash from app.feed f where f.org_id = h.org_id and f.seq = 5',
    );
    expect((await verifyChains(dispatch)).bad).toMatchObject([{ fault: 'UNDELIVERED' }]);
  });
});

describe('history', () => {
  it.each([
    'update app.feed set seq = seq + 100',
    'delete from app.feed',
    'delete from app.event',
    `update app.event set type = 'X'`,
    'truncate app.feed cascade',
  ])('is not changed by %s, not even by a superuser', async (sql) => {
    await expect(db.owner.query(sql)).rejects.toMatchObject({ constraint: 'history_is_kept' });
  });
});

const event = fc.record({
  eventId: fc.bigInt({ min: 1n, max: 1n << 62n }).map(String),
  uid: fc.uuid(),
  type: fc.stringMatching(/^[A-Z][A-Z_]{0,10}$/),
  subject: fc.constantFrom('Order', 'Key'),
  subjectId: fc.uuid(),
  version: fc.nat(),
  at: fc.bigInt().map(String),
  businessTime: fc.bigInt().map(String),
  digest: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes)),
});

describe('a chain', () => {
  it('ends differently when any row is changed, left out, doubled or moved', () => {
    const end = (events: readonly Parameters<typeof chain>[2][]) => events.reduce((head, one) => chain(head, org, one), EMPTY);
    fc.assert(
      fc.property(fc.array(event, { minLength: 1, maxLength: 8 }), fc.nat(), event, (events, at, another) => {
        const i = at % events.length;
        const key = (rows: typeof events) => JSON.stringify(rows);
        const variants = [
          events.with(i, another),
          events.toSpliced(i, 1),
          events.toSpliced(i, 0, events[i] ?? another),
          [...events.slice(i), ...events.slice(0, i)],
        ];
        for (const variant of variants.filter((rows) => key(rows) !== key(events)))
          expect(end(variant).hash.equals(end(events).hash)).toBe(false);
      }),
    );
  });

  it('is another for another organisation', () => {
    fc.assert(
      fc.property(event, (one) => {
        expect(chain(EMPTY, org, one).hash.equals(chain(EMPTY, other, one).hash)).toBe(false);
      }),
    );
  });

  it('rests on the digest that the database computes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.option(fc.uuid()),
        fc.stringMatching(/^[ -~]{0,20}$/),
        fc.option(fc.constantFrom('OPEN', 'CLOSED')),
        fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { maxLength: 4 }),
        async (salt, actorId, requestId, status, changed) => {
          const { rows } = await db.owner.query('select app.event_digest($1, $2, $3, $4, $5) as digest', [
            Buffer.from(salt),
            actorId,
            requestId,
            status,
            changed,
          ]);
          expect(rows[0].digest.equals(payloadDigest(Buffer.from(salt), { actorId, requestId, status, changed }))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
