import { GraphQLError } from 'graphql';
import { parseId, prefixOf } from '../../kernel/ids.js';
import { feedCursor, parseFeedCursor } from './cursor.js';
import type { FeedFilter, FeedRow } from './feed.js';

/** A subscription field that follows the feed. Its item type is declared with `feedItem` in the room's `reads.ts`. */
export interface LiveField {
  /** Name of the field of Subscription. It takes `after`, and `filter` with `types`. */
  readonly name: string;
  /** GraphQL type of the objects that it is about; absent for all. */
  readonly subject?: string;
  /** Argument that names one object by its public id. */
  readonly one?: { readonly argument: string; readonly prefix: string };
}

/**
 * What an item says beside its cursor.
 * - EVENT: something happened
 * - GAP: events before this place can no longer be resumed; read anew what you follow, then go on from here
 * - SNAPSHOT: the object as it is now, after a gap
 */
export type ItemKind = 'EVENT' | 'GAP' | 'SNAPSHOT';

/** Root value of an item: what its declaration in `reads.ts` picks from. */
export interface FeedItemRoot {
  readonly cursor: string;
  readonly kind: ItemKind;
  readonly eventId: string | null;
  /** GraphQL type and uuid of the object; null when it cannot be read under the reader's scopes. */
  readonly subject: { readonly type: string; readonly id: string } | null;
}

export const eventItem = (orgId: string, row: FeedRow, readable: (type: string) => boolean): FeedItemRoot => ({
  cursor: feedCursor(orgId, row.seq),
  kind: 'EVENT',
  eventId: row.eventId,
  subject: readable(row.subject) ? { type: row.subject, id: row.subjectId } : null,
});

export const gapItem = (orgId: string, floor: number): FeedItemRoot => ({
  cursor: feedCursor(orgId, floor),
  kind: 'GAP',
  eventId: null,
  subject: null,
});

export const snapshotItem = (orgId: string, floor: number, type: string, id: string): FeedItemRoot => ({
  cursor: feedCursor(orgId, floor),
  kind: 'SNAPSHOT',
  eventId: null,
  subject: { type, id },
});

export const badArgument = (argument: string, message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', argument, http: { status: 400, headers: new Map() } } });

type Args = Readonly<Record<string, unknown>>;
interface FilterArgument {
  readonly types?: readonly string[] | null;
  readonly subjectTypes?: readonly string[] | null;
  readonly subject?: string | null;
}

const uuidOf = (id: string, prefix: string | undefined, argument: string): string => {
  const uuid = prefix === undefined ? undefined : parseId(prefix, id);
  if (uuid === undefined) throw badArgument(argument, 'There is nothing with this id.');
  return uuid;
};

/** What the arguments of a field ask for. @throws GraphQLError for an id that cannot be one */
export const filterOf = (field: LiveField, args: Args): FeedFilter => {
  const { types, subjectTypes, subject } = (args.filter ?? {}) as FilterArgument;
  const one = field.one && args[field.one.argument];
  const id =
    typeof one === 'string'
      ? uuidOf(one, field.one?.prefix, field.one?.argument ?? '')
      : typeof subject === 'string'
        ? uuidOf(subject, prefixOf(subject), 'filter.subject')
        : undefined;
  return {
    ...(types && { types }),
    ...(field.subject !== undefined ? { subjects: [field.subject] } : subjectTypes ? { subjects: subjectTypes } : {}),
    ...(id !== undefined && { subjectId: id }),
  };
};

/** The place after which `after` asks to read; undefined when it is not given. @throws GraphQLError for another's cursor */
export const placeOf = (orgId: string, after: unknown): number | undefined => {
  if (typeof after !== 'string') return undefined;
  const seq = parseFeedCursor(orgId, after);
  if (seq === undefined) throw badArgument('after', 'This is not a cursor of your feed.');
  return seq;
};
