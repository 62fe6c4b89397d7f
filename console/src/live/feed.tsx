import { graphql } from '../api/documents/index.ts';
import { useApolloClient } from '@apollo/client/react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { Api } from '../api/client.ts';

export type Connection = { readonly kind: 'live' } | { readonly kind: 'catching' } | { readonly kind: 'offline'; readonly since: number };

export interface Change {
  readonly type: string;
  readonly subjectType: string;
  readonly subject: string;
}

interface Feed {
  readonly connection: Connection;
  /** How many changes were read after the last reconnection; absent when there was none. */
  readonly caughtUp: number | undefined;
  readonly paused: boolean;
  pause(paused: boolean): void;
  /** Told of each change after the cache has it. @returns how to end it */
  follow(listener: (changes: readonly Change[]) => void): () => void;
}

const FeedContext = createContext<Feed | undefined>(undefined);

export const useFeed = (): Feed => {
  const feed = useContext(FeedContext);
  if (!feed) throw new Error('there is no feed here');
  return feed;
};

/** Follows what happens to one type of object. */
export const useChanges = (subjectType: string, listener: (changes: readonly Change[]) => void): void => {
  const { follow } = useFeed();
  const latest = useRef(listener);
  latest.current = listener;
  useEffect(
    () =>
      follow((changes) => {
        const mine = changes.filter((change) => change.subjectType === subjectType);
        if (mine.length > 0) latest.current(mine);
      }),
    [follow, subjectType],
  );
};

const FOLLOW = graphql(`
  subscription FeedFollow($after: Cursor) {
    feed(after: $after) {
      cursor
      kind
      event {
        id
        type
        subjectType
        subjectId
        version
        status
      }
      node {
        id
        ...OrderRow
      }
    }
  }
`);

interface Item {
  readonly cursor: string;
  readonly kind: 'EVENT' | 'GAP' | 'SNAPSHOT';
  readonly event: { readonly type: string; readonly subjectType: string; readonly subjectId: string | null } | null;
}

/** Changes are told in one go per frame of the screen, so that fifty a second cost one rendering each time. */
const batched = (tell: (changes: readonly Change[]) => void): ((change: Change) => void) => {
  let waiting: Change[] = [];
  return (change) => {
    if (waiting.length === 0)
      requestAnimationFrame(() => {
        const all = waiting;
        waiting = [];
        tell(all);
      });
    waiting.push(change);
  };
};

/**
 * Follows the feed of the organisation over one socket. What the items hold goes into the cache by id, so that whatever shows an
 * object shows its present state. After a loss of the socket it goes on from the last cursor; after a gap everything is read anew.
 */
export const FeedProvider = ({ api, from, children }: { readonly api: Api; readonly from: string; readonly children: ReactNode }) => {
  const client = useApolloClient();
  const [connection, setConnection] = useState<Connection>({ kind: 'catching' });
  const [caughtUp, setCaughtUp] = useState<number>();
  const [paused, setPaused] = useState(false);
  const listeners = useRef(new Set<(changes: readonly Change[]) => void>());
  const cursor = useRef(from);

  useEffect(() => {
    if (paused) return undefined;
    let following: { unsubscribe(): void } | undefined;
    let missed: number | undefined;
    let settle: ReturnType<typeof setTimeout> | undefined;
    const tell = batched((changes) => {
      for (const listener of listeners.current) listener(changes);
    });
    // What was missed comes at once; a short silence says that it has all come.
    const settled = (): void => {
      setConnection({ kind: 'live' });
      if (missed) setCaughtUp(missed);
      missed = undefined;
    };
    const take = ({ cursor: at, kind, event }: Item): void => {
      cursor.current = at;
      if (kind === 'GAP') void client.refetchQueries({ include: 'active' });
      if (event?.subjectId) tell({ type: event.type, subjectType: event.subjectType, subject: event.subjectId });
      if (missed === undefined) return;
      missed += 1;
      clearTimeout(settle);
      settle = setTimeout(settled, 150);
    };
    const begin = (): void => {
      following?.unsubscribe();
      missed = 0;
      setConnection({ kind: 'catching' });
      settle = setTimeout(settled, 400);
      following = client
        .subscribe<{ feed: Item }>({ query: FOLLOW, variables: { after: cursor.current } })
        .subscribe({ next: ({ data }) => data && take(data.feed), error: () => undefined });
    };
    const lose = (): void => {
      following?.unsubscribe();
      following = undefined;
      clearTimeout(settle);
      setConnection((was) => (was.kind === 'offline' ? was : { kind: 'offline', since: Date.now() }));
    };
    const ends = [api.socket.on('connected', begin), api.socket.on('closed', lose)];
    begin();
    return () => {
      for (const end of ends) end();
      clearTimeout(settle);
      following?.unsubscribe();
    };
  }, [api, client, paused]);

  const follow = useCallback((listener: (changes: readonly Change[]) => void) => {
    listeners.current.add(listener);
    return () => void listeners.current.delete(listener);
  }, []);
  const feed = useMemo(() => ({ connection, caughtUp, paused, pause: setPaused, follow }), [connection, caughtUp, paused, follow]);
  return <FeedContext.Provider value={feed}>{children}</FeedContext.Provider>;
};
