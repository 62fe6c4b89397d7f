import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { HUB } from '../hub-client.js';
import { dayOf } from './desk.js';

const FEED = 'subscription { feed { event { type subjectType businessTime } } }';

interface Item {
  readonly feed: { readonly event: { readonly type: string; readonly subjectType: string; readonly businessTime: string } | null };
}

/** The supplier's people at their screen: prints each event as it comes. @returns how to end it; answers how many came */
export const startSubscriber = async (): Promise<() => Promise<number>> => {
  let seen = 0;
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  const client = createClient({
    url: `${HUB.replace(/^http/, 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: { authorization: 'Bearer rt_demo_supplier' },
    lazy: false,
    on: { connected: () => open() },
  });
  await opened;
  client.subscribe<Item>(
    { query: FEED },
    {
      next: ({ data }) => {
        const event = data?.feed.event;
        if (!event) return;
        seen += 1;
        console.log(`    live ${dayOf(event.businessTime)} ${event.type} (${event.subjectType})`);
      },
      error: (error) => console.error(error),
      complete: () => undefined,
    },
  );
  return async () => {
    await client.dispose();
    return seen;
  };
};
