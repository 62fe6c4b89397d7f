import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { secretHash, SESSION_COOKIE } from '../../src/platform/auth/credentials.js';
import { readAs } from '../support/events.js';
import { type FeedHub, startFeedHub, thingId } from '../support/feed-hub.js';
import { RawSocket } from '../support/socket.js';

const FEED = 'subscription ($after: Cursor) { feed(after: $after) { cursor event { type own } node { ... on Thing { title } } } }';
const CANARY = 'canary-of-others';

let hub: FeedHub;
let buyer: string;
let supplier: string;
let stranger: string;
let keys: { readonly buyer: string; readonly supplier: string; readonly stranger: string };

beforeAll(async () => {
  hub = await startFeedHub();
  [buyer, supplier, stranger] = [await hub.organisation(), await hub.organisation(), await hub.organisation()];
  const secret = async (org: string) => (await hub.key(org)).secret;
  keys = { buyer: await secret(buyer), supplier: await secret(supplier), stranger: await secret(stranger) };
});
afterAll(() => hub.stop());

const oldest = async (secret: string): Promise<string> => (await hub.query(secret, 'query { feed(first: 0) { cursor } }')).data.feed.cursor;

describe('an organisation', () => {
  it('sees nothing of what happens between others, neither live nor by polling nor by id', async () => {
    const after = await oldest(keys.stranger);
    const follower = await hub.follow(keys.stranger, FEED, { after });
    const thing = await hub.make(buyer, supplier, CANARY);
    await hub.change(thing, supplier);
    await hub.make(stranger, buyer, 'own');
    await hub.settled();
    expect(await follower.next()).toMatchObject({ feed: { node: { title: 'own' } } });
    const polled = await hub.query(keys.stranger, 'query { feed(first: 100) { items { event { id } node { ... on Thing { title } } } } }');
    expect(polled.data.feed.items).toHaveLength(1);
    const about = await hub.query(keys.stranger, 'query ($filter: FeedFilter) { feed(filter: $filter) { items { cursor } } }', {
      filter: { subject: thingId(thing) },
    });
    expect(about.data.feed.items).toEqual([]);
    const { data } = await hub.query(keys.buyer, 'query { feed(first: 100) { items { event { id } } } }');
    const ids = data.feed.items.map((item: { event: { id: string } }) => item.event.id).slice(0, 2);
    expect((await hub.query(keys.stranger, 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).data).toEqual({
      nodes: [null, null],
    });
    expect(JSON.stringify([follower.socket.received, polled, about])).not.toContain(CANARY);
    follower.socket.socket.terminate();
  });

  it('is told of an object from its grant on, and sees null after the grant has ended', async () => {
    const thing = await hub.make(buyer, supplier, 'lent');
    await hub.settled();
    const follower = await hub.follow(keys.stranger, FEED, { after: await oldest(keys.stranger) });
    await follower.next();
    await hub.db.owner.query('insert into app.thing_grant values ($1, $2, null)', [thing, stranger]);
    await hub.change(thing, buyer, { type: 'THING_SHOWN' });
    expect(await follower.next()).toMatchObject({ feed: { event: { type: 'THING_SHOWN', own: false }, node: { title: 'lent' } } });
    await hub.change(thing, buyer, { title: 'kept' });
    const { cursor } = (await follower.next()).feed;
    await hub.db.owner.query('update app.thing_grant set ended_at = now() where thing_id = $1', [thing]);
    await hub.change(thing, buyer, { title: CANARY });
    await hub.make(stranger, stranger, 'own');
    expect(await follower.next()).toMatchObject({ feed: { node: { title: 'own' } } });
    const again = await hub.follow(keys.stranger, FEED, { after: await oldest(keys.stranger) });
    const items = [await again.next(), await again.next(), await again.next()];
    expect(items.map((item) => item.feed.node)).toEqual([{ title: 'own' }, null, null]);
    expect(items.at(-1)?.feed.cursor).toBe(cursor);
    for (const one of [follower, again]) one.socket.socket.terminate();
  });

  it('learns from the place of its own events nothing about how many others there are', async () => {
    const place = async () => (await hub.query(keys.stranger, 'query { feed(first: 100) { cursor } }')).data.feed.cursor;
    await hub.settled();
    const before = await place();
    await hub.make(buyer, supplier);
    await hub.settled();
    expect(await place()).toBe(before);
  });
});

describe('a stream', () => {
  const closed = (socket: { readonly closed: Promise<{ readonly code: number }> }) => socket.closed.then(({ code }) => code);

  it('ends in every process when its key is revoked', async () => {
    const { id, secret } = await hub.key(buyer);
    const admin = await hub.key(buyer, ['parties:admin']);
    const both = [await hub.follow(secret, FEED, {}), await hub.follow(secret, FEED, {}, hub.urls[1])];
    const other = await hub.follow(keys.buyer, FEED, { after: await oldest(keys.buyer) });
    const revoke = 'mutation ($id: ID!) { apiKeyRevoke(input: { apiKeyId: $id }) { userErrors { code } } }';
    expect((await hub.query(admin.secret, revoke, { id: `key_${id.replaceAll('-', '')}` })).data.apiKeyRevoke.userErrors).toEqual([]);
    expect(await Promise.all(both.map(({ socket }) => closed(socket)))).toEqual([4403, 4403]);
    expect(other.socket.socket.readyState).toBe(other.socket.socket.OPEN);
    other.socket.socket.terminate();
  });

  /** A session of a new person of the buyer, its socket in the other process, and its membership. */
  const session = async () => {
    const [person, membership, id, token] = [randomUUID(), randomUUID(), randomUUID(), randomBytes(32).toString('base64url')];
    await hub.db.owner.query(`insert into app.person (id, org_id, login, name) values ($1, $2, $3, 'Somebody')`, [
      person,
      buyer,
      `${person}@example.test`,
    ]);
    await hub.db.owner.query(`insert into app.person_secret (person_id, password_hash) values ($1, 'none')`, [person]);
    await hub.db.owner.query(
      `insert into app.membership (id, org_id, person_id, duties, valid_from, granted_by) values ($1, $2, $3, '{CLERK}', '2020-01-01', $3)`,
      [membership, buyer, person],
    );
    await hub.db.owner.query(
      `insert into app.session (id, org_id, person_id, token_hash, expires_at) values ($1, $2, $3, $4, now() + interval '1 hour')`,
      [id, buyer, person, secretHash(token)],
    );
    const socket = await RawSocket.open(hub.urls[1], { headers: { cookie: `${SESSION_COOKIE}=${token}` } });
    socket.send({ type: 'connection_init' });
    expect(await socket.next()).toMatchObject({ type: 'connection_ack' });
    socket.subscribe('1', FEED, { after: await oldest(keys.buyer) });
    expect(await socket.next()).toMatchObject({ type: 'next' });
    return { id, membership, socket };
  };

  it('of a person ends with the session, and that of nobody else', async () => {
    const [one, other] = [await session(), await session()];
    await hub.happen(buyer, { type: 'SESSION_ENDED', subject: 'Session', id: one.id, parties: [buyer] });
    expect(await closed(one.socket)).toBe(4403);
    expect(other.socket.socket.readyState).toBe(other.socket.socket.OPEN);
    other.socket.socket.terminate();
  });

  it('of a person ends with a membership of the organisation', async () => {
    const { membership, socket } = await session();
    await hub.happen(buyer, { type: 'MEMBERSHIP_ENDED', subject: 'Membership', id: membership, parties: [buyer] });
    expect(await closed(socket)).toBe(4403);
  });

  it('does not end when a key or session of another organisation does', async () => {
    const { id, socket } = await session();
    await hub.happen(supplier, { type: 'SESSION_ENDED', subject: 'Session', id, parties: [supplier] });
    await hub.make(buyer, supplier, 'still here');
    while (!JSON.stringify(socket.received).includes('still here')) await once(socket.socket, 'message');
    expect(socket.socket.readyState).toBe(socket.socket.OPEN);
    socket.socket.terminate();
  });
});

describe('in the database', () => {
  let feedRole: pg.Pool;
  let dispatchRole: pg.Pool;
  beforeAll(async () => {
    const database = await hub.db.open();
    [feedRole, dispatchRole] = [database.pool('hub_feed'), database.pool('hub_dispatch')];
  });

  it.each(['app.feed', 'app.feed_head', 'app.event', 'app.event_received'])(
    '%s shows nothing while no organisation acts',
    async (table) => {
      expect(await readAs(hub.app, undefined, `select 1 from ${table}`)).toEqual([]);
    },
  );

  it('an organisation sees only its own feed and the events in it', async () => {
    await hub.settled();
    const { rows } = await hub.db.owner.query('select event_id from app.feed where org_id = $1 order by 1', [stranger]);
    expect((await readAs(hub.app, stranger, 'select id from app.event order by 1')).map((row) => row.id)).toEqual(
      rows.map((row) => row.event_id),
    );
    expect(await readAs(hub.app, stranger, 'select 1 from app.feed where org_id <> $1', [stranger])).toEqual([]);
  });

  it.each([
    'select * from app.outbox',
    'select actor_id from app.event',
    'select request_id from app.event',
    'insert into app.outbox values (1, array[gen_random_uuid()])',
    `insert into app.event (org_id, type, subject, subject_id, subject_version, business_time, digest) values (app.me(), 'X', 'X', app.me(), 1, now(), sha256('x'))`,
    `update app.feed_head set seq = 0`,
    'delete from app.feed',
    'insert into app.feed_floor (org_id, seq) values (app.me(), 9)',
    'delete from app.effect_due',
    'update app.dispatcher_lease set epoch = 9',
    'select app.dispatcher_take(1, 1)',
  ])('the role of requests may not: %s', async (sql) => {
    await expect(readAs(hub.app, stranger, sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    'select hash from app.feed',
    'select * from app.event',
    'select * from app.outbox',
    'select * from app.thing',
    'delete from app.feed',
    'select hash from app.feed_head',
  ])('the role that follows the feeds may not: %s', async (sql) => {
    await expect(feedRole.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it.each([
    'insert into app.outbox values (1, null)',
    'delete from app.event',
    'delete from app.feed',
    'update app.feed set seq = 1',
    'select * from app.thing',
    'update app.event set salt = null',
  ])("the dispatcher's role may not: %s", async (sql) => {
    await expect(dispatchRole.query(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('an event is always of the acting organisation and actor, whatever the call says', async () => {
    await expect(
      readAs(
        hub.app,
        undefined,
        `select app.append_events('[{"type":"X","subject":"Thing","id":"${randomUUID()}","version":1,"parties":[]}]', '', now())`,
      ),
    ).rejects.toMatchObject({ code: '23502' });
    await readAs(
      hub.app,
      stranger,
      `select app.append_events('[{"org_id":"${buyer}","type":"X","subject":"Thing","id":"${randomUUID()}","version":1,"parties":[]}]', '', now())`,
    );
  });

  it('a consumer of another organisation cannot be seen, moved or made', async () => {
    await hub.db.owner.query(`insert into app.feed_consumer (id, org_id, name, seq) values ($1, $2, 'theirs', 0)`, [randomUUID(), buyer]);
    expect(await readAs(hub.app, stranger, `select 1 from app.feed_consumer where name = 'theirs'`)).toEqual([]);
    expect(await readAs(hub.app, stranger, `update app.feed_consumer set seq = 9 where name = 'theirs' returning 1`)).toEqual([]);
    await expect(
      readAs(hub.app, stranger, `insert into app.feed_consumer (id, org_id, name, seq) values (gen_random_uuid(), '${buyer}', 'mine', 0)`),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
