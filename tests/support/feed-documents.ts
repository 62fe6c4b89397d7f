import type { FeedHub } from './feed-hub.js';

export const FEED = `subscription ($after: Cursor, $filter: FeedFilter, $consumer: String) { feed(after: $after, filter: $filter, consumer: $consumer) {
  cursor kind event { type subjectType subjectId version changed own } node { id ... on Thing { title version } } } }`;
export const THINGS = `subscription ($after: Cursor, $thing: ID, $filter: UpdateFilter) { thingUpdates(after: $after, thingId: $thing, filter: $filter) {
  cursor kind event { type version } thing { title version } } }`;
export const POLL = `query ($after: Cursor, $first: Int! = 100, $filter: FeedFilter, $consumer: String) { feed(after: $after, first: $first, filter: $filter, consumer: $consumer) {
  items { cursor kind event { type subjectType subjectId version changed own } node { id ... on Thing { title version } } } cursor hasMore } }`;

/** Cursor of the newest event, from which a test follows. */
export const cursorNow = async (hub: FeedHub, secret: string): Promise<string> => {
  await hub.settled();
  let after: string | undefined;
  for (;;) {
    const { feed } = (await hub.query(secret, POLL, { after })).data;
    after = feed.cursor;
    if (!feed.hasMore) return after as string;
  }
};
