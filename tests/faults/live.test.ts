import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FeedHub, startFeedHub } from '../support/feed-hub.js';
import type { RawSocket } from '../support/socket.js';

const FEED = 'subscription ($after: Cursor) { feed(after: $after) { cursor event { version } node { ... on Thing { title } } } }';
const START = 'query { feed(first: 0) { cursor } }';

let hub: FeedHub;
let org: string;
let key: string;

beforeAll(async () => {
  hub = await startFeedHub();
});
afterAll(() => hub.stop());

const newcomer = async () => {
  org = await hub.organisation();
  key = (await hub.key(org)).secret;
  return (await hub.query(key, START)).data.feed.cursor as string;
};
const itemsOf = (socket: RawSocket) =>
  socket.received.flatMap(({ type, payload }) =>
    type === 'next' ? [(payload as { data: { feed: { cursor: string; event: { version: number } } } }).data.feed] : [],
  );
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

describe('a reader that takes nothing for a while', () => {
  it('receives everything once when it goes on, and no other reader feels it', async () => {
    const after = await newcomer();
    const thing = await hub.make(org, org, 'x'.repeat(20_000));
    const [slow, quick] = [await hub.follow(key, FEED, { after }), await hub.follow(key, FEED, { after })];
    await slow.next();
    await quick.next();
    slow.socket.socket.pause();
    const count = 1_600;
    const { rows } = await hub.db.owner.query('select buyer_id from app.thing where id = $1', [thing]);
    for (let from = 2; from <= count; from += 200) {
      await hub.happen(
        org,
        ...upTo(Math.min(200, count - from + 1)).map((i) => ({
          id: thing,
          type: 'THING_CHANGED',
          version: from + i - 1,
          parties: [rows[0].buyer_id],
        })),
      );
    }
    while (itemsOf(quick.socket).length < count) await once(quick.socket.socket, 'message');
    expect(itemsOf(quick.socket).map((item) => item.event.version)).toEqual(upTo(count));
    expect(itemsOf(slow.socket).length).toBeLessThan(count);
    slow.socket.socket.resume();
    while (itemsOf(slow.socket).length < count) await once(slow.socket.socket, 'message');
    expect(itemsOf(slow.socket).map((item) => item.event.version)).toEqual(upTo(count));
    for (const { socket } of [quick, slow]) socket.socket.terminate();
  });
});

describe('a stream', () => {
  it('goes on without gap or repetition when the connections that serve it are cut again and again', async () => {
    const after = await newcomer();
    const thing = await hub.make(org, org);
    const follower = await hub.follow(key, FEED, { after });
    const count = 120;
    for (let version = 2; version <= count; version += 1) {
      await hub.change(thing, org);
      if (version % 12 === 0)
        await hub.db.owner.query(
          `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('hub_feed', 'hub_dispatch') and datname = current_database()`,
        );
    }
    while (itemsOf(follower.socket).length < count) await once(follower.socket.socket, 'message');
    expect(itemsOf(follower.socket).map((item) => item.event.version)).toEqual(upTo(count));
    follower.socket.socket.terminate();
  });

  it('ends with an error that says so when its objects cannot be read, and resumes from the last cursor', async () => {
    const after = await newcomer();
    const thing = await hub.make(org, org);
    const follower = await hub.follow(key, FEED, { after });
    const { cursor } = (await follower.next()).feed;
    await hub.db.owner.query('revoke select on app.thing from hub_app');
    await hub.change(thing, org);
    expect(await follower.socket.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }] });
    await hub.db.owner.query('grant select on app.thing to hub_app');
    const again = await hub.follow(key, FEED, { after: cursor });
    expect(await again.next()).toMatchObject({ feed: { event: { version: 2 } } });
    for (const { socket } of [follower, again]) socket.socket.terminate();
  });
});
