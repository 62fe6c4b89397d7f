import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedCursor } from '../../src/platform/events/cursor.js';
import { expireFeeds } from '../../src/platform/events/expiry.js';
import { cursorNow, FEED, POLL, THINGS } from '../support/feed-documents.js';
import { type FeedHub, type Follower, startFeedHub, thingId } from '../support/feed-hub.js';

let hub: FeedHub;
let buyer: string;
let supplier: string;
let key: string;
let theirs: string;

const followers: Follower[] = [];
const follow = async (...args: Parameters<FeedHub['follow']>): Promise<Follower> => {
  const follower = await hub.follow(...args);
  followers.push(follower);
  return follower;
};
const now = (secret: string) => cursorNow(hub, secret);

beforeAll(async () => {
  hub = await startFeedHub();
  [buyer, supplier] = [await hub.organisation(), await hub.organisation()];
  [key, theirs] = [(await hub.key(buyer)).secret, (await hub.key(supplier)).secret];
});
afterAll(async () => {
  for (const { socket } of followers) socket.socket.terminate();
  await hub.stop();
});

describe('a cursor that is too old', () => {
  const expired = async () => {
    const thing = await hub.make(buyer, supplier, 'long ago');
    const old = await now(key);
    await hub.change(thing, buyer);
    await hub.settled();
    await hub.db.owner.query(
      'insert into app.feed_floor (org_id, seq) select org_id, seq from app.feed_head where org_id = $1 on conflict (org_id) do update set seq = excluded.seq',
      [buyer],
    );
    await hub.change(thing, buyer, { title: 'today' });
    await hub.settled();
    return { thing, old };
  };

  it('gives a gap, then what followed, and never silence', async () => {
    const { old } = await expired();
    const follower = await follow(key, FEED, { after: old });
    const gap = (await follower.next()).feed;
    expect(gap).toMatchObject({ kind: 'GAP', event: null, node: null });
    expect(await follower.next()).toMatchObject({ feed: { kind: 'EVENT', event: { version: 3 } } });
    const { feed } = (await hub.query(key, POLL, { after: old })).data;
    expect(feed.items).toMatchObject([
      { kind: 'GAP', cursor: gap.cursor },
      { kind: 'EVENT', event: { version: 3 } },
    ]);
    expect((await hub.query(key, POLL, { after: gap.cursor })).data.feed.items).toMatchObject([{ kind: 'EVENT', event: { version: 3 } }]);
  });

  it('gives the object that is followed as a snapshot after the gap', async () => {
    const { old, thing } = await expired();
    const follower = await follow(key, THINGS, { after: old, thing: thingId(thing) });
    expect(await follower.next()).toMatchObject({ thingUpdates: { kind: 'GAP', thing: null } });
    expect(await follower.next()).toMatchObject({ thingUpdates: { kind: 'SNAPSHOT', event: null, thing: { title: 'today', version: 3 } } });
    expect(await follower.next()).toMatchObject({ thingUpdates: { kind: 'EVENT', event: { version: 3 } } });
  });
});

describe('the floor of a feed', () => {
  it('moves over what is older than ninety days, never back, and deletes nothing', async () => {
    const org = await hub.organisation();
    const dispatch = (await hub.db.open('hub_worker')).pool('hub_dispatch');
    await hub.happen(org, ...[1, 2, 3, 4, 5, 6, 7].map((version) => ({ version, parties: [org] })));
    await hub.settled();
    const floor = async () =>
      Number((await hub.db.owner.query('select seq from app.feed_floor where org_id = $1', [org])).rows[0]?.seq ?? 0);
    const age = (version: number, days: number) =>
      hub.db.owner.query(`set session_replication_role = replica; update app.event set at = now() - interval '${days} days'
        where org_id = '${org}' and subject_version <= ${version}; set session_replication_role = origin`);
    await age(4, 89);
    await expireFeeds(dispatch);
    expect(await floor()).toBe(0);
    await age(4, 91);
    await expireFeeds(dispatch);
    expect(await floor()).toBe(4);
    await expireFeeds(dispatch, 1_000);
    expect(await floor()).toBe(4);
    expect((await hub.db.owner.query('select count(*)::int as kept from app.feed where org_id = $1', [org])).rows).toEqual([{ kept: 7 }]);
  });
});

describe('a durable consumer', () => {
  const open = (name: string, start = 'NOW') =>
    hub.query(
      key,
      `mutation ($input: FeedConsumerOpenInput!) { feedConsumerOpen(input: $input) { consumer { name cursor waiting acknowledgedAt } userErrors { code field } } }`,
      { input: { name, start } },
    );
  const acknowledge = (name: string, cursor: string, secret = key) =>
    hub.query(
      secret,
      `mutation ($input: FeedConsumerAcknowledgeInput!) { feedConsumerAcknowledge(input: $input) { consumer { cursor waiting } userErrors { code field } } }`,
      { input: { name, cursor } },
    );

  it('goes on behind what it acknowledged, wherever and whenever it comes back', async () => {
    await hub.settled();
    expect((await open('erp')).data.feedConsumerOpen).toMatchObject({
      consumer: { name: 'erp', waiting: 0, acknowledgedAt: null },
      userErrors: [],
    });
    const thing = await hub.make(buyer, supplier);
    await hub.change(thing, buyer);
    await hub.settled();
    const first = (await hub.query(key, POLL, { consumer: 'erp' })).data.feed.items;
    expect(first.map((item: { event: { version: number } }) => item.event.version)).toEqual([1, 2]);
    expect((await acknowledge('erp', first[0].cursor)).data.feedConsumerAcknowledge.consumer).toEqual({
      cursor: first[0].cursor,
      waiting: 1,
    });
    const follower = await follow(key, FEED, { consumer: 'erp' }, hub.urls[1]);
    expect((await follower.next()).feed.event.version).toBe(2);
    expect((await acknowledge('erp', first[1].cursor)).data.feedConsumerAcknowledge.consumer.waiting).toBe(0);
    expect((await acknowledge('erp', first[0].cursor)).data.feedConsumerAcknowledge.consumer.cursor).toBe(first[1].cursor);
    expect((await hub.query(key, 'query { feedConsumer(name: "erp") { cursor } }')).data).toEqual({
      feedConsumer: { cursor: first[1].cursor },
    });
  });

  it('is the same when it is opened again, and begins at the oldest event when asked to', async () => {
    const first = (await open('twice')).data.feedConsumerOpen.consumer;
    await hub.make(buyer, supplier);
    await hub.settled();
    expect((await open('twice')).data.feedConsumerOpen.consumer).toEqual({ ...first, waiting: 1 });
    const oldest = (await open('oldest', 'OLDEST')).data.feedConsumerOpen.consumer;
    const { rows } = await hub.db.owner.query(
      'select (h.seq - coalesce(f.seq, 0))::int as kept from app.feed_head h left join app.feed_floor f using (org_id) where org_id = $1',
      [buyer],
    );
    expect(oldest.waiting).toBe(rows[0].kept);
  });

  it('is refused a cursor that is not of this feed, and a name that is not open', async () => {
    await open('strict');
    const refusals = async (name: string, cursor: string, secret?: string) =>
      (await acknowledge(name, cursor, secret)).data.feedConsumerAcknowledge;
    expect(await refusals('strict', feedCursor(supplier, 1))).toMatchObject({
      consumer: null,
      userErrors: [{ code: 'CURSOR_UNKNOWN', field: ['cursor'] }],
    });
    expect(await refusals('strict', feedCursor(buyer, 1_000_000))).toMatchObject({ userErrors: [{ code: 'CURSOR_UNKNOWN' }] });
    expect(await refusals('nobody', feedCursor(buyer, 1))).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', field: ['name'] }] });
    expect(await refusals('strict', feedCursor(supplier, 1), theirs)).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', field: ['name'] }],
    });
    expect((await open('No Name')).data.feedConsumerOpen).toMatchObject({
      consumer: null,
      userErrors: [{ code: 'INVALID_VALUE', field: ['name'] }],
    });
  });

  it('is forgotten when it is closed', async () => {
    await open('gone');
    const close = 'mutation { feedConsumerClose(input: { name: "gone" }) { name userErrors { code } } }';
    expect((await hub.query(key, close)).data.feedConsumerClose).toEqual({ name: 'gone', userErrors: [] });
    expect((await hub.query(key, close)).data.feedConsumerClose).toEqual({ name: null, userErrors: [{ code: 'NOT_FOUND' }] });
    expect((await hub.query(key, 'query { feedConsumer(name: "gone") { name } }')).data).toEqual({ feedConsumer: null });
  });
});
