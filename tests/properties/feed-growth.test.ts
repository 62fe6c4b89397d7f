import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readStatement } from '../../src/platform/events/batch.js';
import { OF_ALL, OF_ONE } from '../../src/platform/events/feed.js';
import { AFTER, NEWEST } from '../../src/platform/events/tail.js';
import { rooms } from '../../src/rooms.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { append } from '../support/events.js';

const org = randomUUID();
const KEPT = 60_000;

let db: TestDatabase;
let pools: { readonly app: pg.Pool; readonly feed: pg.Pool; readonly dispatch: pg.Pool };
let subject: string;
let event: string;

beforeAll(async () => {
  db = await freshDatabase();
  const database = await db.open();
  pools = { app: database.pool('hub_app'), feed: database.pool('hub_feed'), dispatch: database.pool('hub_dispatch') };
  await db.owner.query(`
    insert into app.event (org_id, type, subject, subject_id, subject_version, business_time, digest)
    select '${org}', 'THING_CHANGED', 'Thing', md5((n % 5000)::text)::uuid, 1, now(), sha256('x') from generate_series(1, ${KEPT}) n;
    insert into app.feed (org_id, seq, pos, event_id, event_uid, type, subject, subject_id, hash)
    select case when e.id % 2 = 0 then '${org}' else md5((e.id % 40)::text)::uuid end, e.id, e.id, e.id, e.uid, e.type, e.subject, e.subject_id, e.digest from app.event e;
    insert into app.feed_head select org_id, max(seq), sha256('x') from app.feed group by org_id;
    analyze app.event; analyze app.feed;`);
  const { rows } = await db.owner.query('select subject_id, event_uid from app.feed where org_id = $1 order by seq desc limit 1', [org]);
  [subject, event] = [rows[0].subject_id, rows[0].event_uid];
  await append(pools.app, org, {});
});
afterAll(() => db.drop());

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly Node[];
}
const all = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(all)];

/** Rows of the kept tables that the statement touches, as that role and organisation. */
const touched = async (pool: pg.Pool, text: string, values: readonly unknown[]): Promise<number> => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [org]);
    const { rows } = await client.query(`explain (analyze, format json) ${text}`, [...values]);
    const nodes = all(rows[0]['QUERY PLAN'][0].Plan as Node).filter((node) => ['feed', 'event'].includes(node['Relation Name'] ?? ''));
    return nodes.reduce((sum, node) => sum + (node['Node Type'] === 'Seq Scan' ? KEPT : node['Actual Rows'] * node['Actual Loops']), 0);
  } finally {
    await client.query('rollback').finally(() => client.release());
  }
};

describe(`with ${KEPT} events kept, no more than a page of them is touched by`, () => {
  it.each<[string, () => Promise<number>]>([
    ['a page of the feed', () => touched(pools.app, OF_ALL.text, [org, KEPT - 200, 50, null, null])],
    ['the first page of the feed', () => touched(pools.app, OF_ALL.text, [org, 0, 50, null, null])],
    ['a page about one object', () => touched(pools.app, OF_ONE.text, [org, 0, 50, null, null, subject])],
    ['an event by its id', () => touched(pools.app, 'select * from app.event_received where id = $1', [event])],
    ['the look for new rows', () => touched(pools.feed, AFTER, [KEPT - 50])],
    ['the place from which a process follows', () => touched(pools.feed, NEWEST, [])],
    ["the dispatcher's look for events", () => touched(pools.dispatch, readStatement(rooms.flatMap((room) => room.subjects)), [])],
  ])('%s', async (_, run) => {
    const rows = await run();
    expect(rows).toBeLessThanOrEqual(200);
  });

  it('a page with a filter that matches nothing touches a bounded part and no more', async () => {
    expect(await touched(pools.app, OF_ALL.text, [org, 0, 50, '{NEVER}', null])).toBeLessThanOrEqual(5_000);
  });
});
