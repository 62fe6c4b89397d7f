import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { feedCursor } from '../../src/platform/events/cursor.js';
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

describe('the feed', () => {
  it('gives the events of one command in their order', async () => {
    const follower = await follow(key, 'subscription { feed(after: "' + (await now(key)) + '") { event { version } } }');
    const versions = Array.from({ length: 120 }, (_, i) => i + 1);
    await hub.happen(buyer, ...versions.map((version) => ({ version })));
    for (const version of versions) expect((await follower.next()).feed.event.version).toBe(version);
  });

  it('tells both parties what happened and shows the object as it is now', async () => {
    const [mine, other] = [
      await follow(key, FEED, { after: await now(key) }),
      await follow(theirs, FEED, { after: await now(theirs) }, hub.urls[1]),
    ];
    const thing = await hub.make(buyer, supplier, 'a pump');
    expect(await mine.next()).toEqual({
      feed: {
        cursor: expect.any(String),
        kind: 'EVENT',
        node: { id: thingId(thing), title: 'a pump', version: 1 },
        event: { type: 'THING_MADE', subjectType: 'Thing', subjectId: thingId(thing), version: 1, changed: ['status'], own: true },
      },
    });
    expect(await other.next()).toMatchObject({ feed: { event: { type: 'THING_MADE', own: false }, node: { title: 'a pump' } } });
    await hub.change(thing, supplier, { title: 'a better pump' });
    expect(await mine.next()).toMatchObject({
      feed: { event: { type: 'THING_CHANGED', version: 2, changed: ['title'], own: false }, node: { title: 'a better pump', version: 2 } },
    });
  });

  it('begins now when no cursor is given', async () => {
    const thing = await hub.make(buyer, supplier);
    await hub.settled();
    const { socket } = await follow(key, FEED, {});
    const first = socket.next();
    let come = false;
    first.then(
      () => {
        come = true;
      },
      () => undefined,
    );
    while (!come) await hub.change(thing, buyer).then(() => hub.settled());
    expect((await first).payload).toMatchObject({ data: { feed: { event: { type: 'THING_CHANGED', subjectId: thingId(thing) } } } });
  });

  it('misses and repeats nothing when readers come and go between two processes while things happen', async () => {
    const after = await now(key);
    const thing = await hub.make(buyer, supplier);
    const changes = 150;
    const writing = (async () => {
      for (let i = 0; i < changes; i += 1) await hub.change(thing, i % 2 ? buyer : supplier);
    })();
    const seen: number[] = [];
    let cursor = after;
    for (let round = 0; seen.length <= changes; round += 1) {
      const follower = await hub.follow(key, FEED, { after: cursor }, hub.urls[round % 2]);
      for (let i = 0; i <= round * 3 && seen.length <= changes; i += 1) {
        const { feed } = await follower.next();
        seen.push(feed.event.version);
        cursor = feed.cursor;
      }
      follower.socket.socket.terminate();
    }
    await writing;
    expect(seen).toEqual(Array.from({ length: changes + 1 }, (_, i) => i + 1));
  });

  it('gives the same items under the same cursors to those who poll', async () => {
    const after = await now(key);
    const live = await follow(key, FEED, { after });
    const thing = await hub.make(buyer, supplier);
    await hub.change(thing, supplier, { type: 'THING_SHOWN' });
    const items = [(await live.next()).feed.cursor, (await live.next()).feed.cursor];
    const { feed } = (await hub.query(key, POLL, { after })).data;
    expect(feed.items.map((item: { cursor: string }) => item.cursor)).toEqual(items);
    expect(feed).toMatchObject({
      cursor: items[1],
      hasMore: false,
      items: [{ kind: 'EVENT', node: { version: 2 } }, { event: { type: 'THING_SHOWN' } }],
    });
    expect((await hub.query(key, POLL, { after: items[0], first: 1 })).data.feed.items).toMatchObject([{ cursor: items[1] }]);
    expect((await hub.query(key, POLL, { after, first: 1 })).data.feed).toMatchObject({ cursor: items[0], hasMore: true });
  });

  it('gives only what the filter asks for, by type of event, type of object and object', async () => {
    const after = await now(key);
    const [one, two] = [await hub.make(buyer, supplier), await hub.make(buyer, supplier)];
    await hub.change(one, buyer, { type: 'THING_SHOWN' });
    await hub.happen(buyer, { type: 'PASSWORD_RESET', subject: 'Person', id: randomUUID(), parties: [buyer] });
    await hub.change(two, buyer);
    const cases: [object, string[]][] = [
      [{ types: ['THING_SHOWN', 'PASSWORD_RESET'] }, ['THING_SHOWN', 'PASSWORD_RESET']],
      [{ subjectTypes: ['Person'] }, ['PASSWORD_RESET']],
      [{ subject: thingId(one) }, ['THING_MADE', 'THING_SHOWN']],
      [{ subject: thingId(one), types: ['THING_SHOWN'] }, ['THING_SHOWN']],
    ];
    await hub.settled();
    for (const [filter, types] of cases) {
      const { feed } = (await hub.query(key, POLL, { after, filter })).data;
      expect(feed.items.map((item: { event: { type: string } }) => item.event.type)).toEqual(types);
      const live = await follow(key, FEED, { after, filter });
      for (const type of types) expect((await live.next()).feed.event.type).toBe(type);
    }
  });

  it('shows the events under other fields of the same query too', async () => {
    const after = await now(key);
    const thing = await hub.make(buyer, supplier);
    await hub.settled();
    const { data } = await hub.query(
      key,
      `query ($after: Cursor, $id: ID!) { node(id: $id) { id } page: feed(after: $after) { __typename hasMore again: hasMore items { event { id } } } __typename }`,
      { after, id: thingId(thing) },
    );
    expect(Object.keys(data)).toEqual(['node', 'page', '__typename']);
    expect(data).toMatchObject({
      node: { id: thingId(thing) },
      page: { __typename: 'FeedPage', hasMore: false, again: false, items: [{ event: { id: expect.stringMatching(/^evt_/) } }] },
    });
    const event = data.page.items[0].event.id;
    expect(
      (await hub.query(key, '($id: ID!) { node(id: $id) { ... on Event { type } } }'.replace('(', 'query ('), { id: event })).data,
    ).toEqual({ node: { type: 'THING_MADE' } });
  });

  it.each([
    ["another organisation's cursor", () => ({ after: feedCursor(supplier, 1) })],
    ['a cursor that was made up', () => ({ after: 'f1-000000000000' })],
    ['a cursor beyond the end', () => ({ after: feedCursor(buyer, 1_000_000) })],
    ['a consumer that is not open', () => ({ consumer: 'nobody' })],
    ['an id that is none', () => ({ filter: { subject: 'nonsense' } })],
  ])('refuses %s in words, streaming and polling alike', async (_, variables) => {
    expect(await hub.query(key, POLL, variables())).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const { socket } = await follow(key, FEED, variables());
    expect(await socket.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
  });

  it('refuses a selection that needs a scope at once, not with the first event', async () => {
    const { secret } = await hub.key(buyer, ['feed:read', 'orders:read']);
    const { socket } = await follow(secret, 'subscription { feed { node { ... on Thing { price } } } }');
    expect(await socket.next()).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('hides the object, not the event, from those whose scopes do not reach it', async () => {
    const { secret } = await hub.key(buyer, ['feed:read']);
    const follower = await follow(secret, FEED, { after: await now(key) });
    await hub.make(buyer, supplier);
    expect(await follower.next()).toMatchObject({ feed: { event: { type: 'THING_MADE' }, node: null } });
  });
});

describe('a typed stream', () => {
  it('follows one object or all of its type', async () => {
    const thing = await hub.make(buyer, supplier);
    const after = await now(key);
    const [one, all] = [
      await follow(key, THINGS, { after, thing: thingId(thing) }),
      await follow(key, THINGS, { after, filter: { types: ['THING_CHANGED'] } }),
    ];
    await hub.happen(buyer, { type: 'PASSWORD_RESET', subject: 'Person', id: randomUUID(), parties: [buyer] });
    const other = await hub.make(buyer, supplier);
    await hub.change(other, buyer);
    await hub.change(thing, buyer, { title: 'followed' });
    expect(await one.next()).toMatchObject({
      thingUpdates: { kind: 'EVENT', event: { type: 'THING_CHANGED' }, thing: { title: 'followed', version: 2 } },
    });
    expect((await all.next()).thingUpdates.thing.title).toBe('a thing');
    expect((await all.next()).thingUpdates.thing.title).toBe('followed');
  });

  it('answers an unknown, a foreign and a malformed id alike', async () => {
    const foreign = await hub.make(await hub.organisation(), await hub.organisation());
    const answers = [];
    for (const thing of [thingId(randomUUID()), thingId(foreign), 'ord_1', '']) {
      const { socket } = await follow(key, THINGS, { thing });
      const { type, payload } = await socket.next();
      answers.push({ type, payload });
    }
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]).toMatchObject({ type: 'error', payload: [{ extensions: { code: 'BAD_USER_INPUT', argument: 'thingId' } }] });
  });
});
