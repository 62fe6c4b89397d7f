import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { SetContextLink } from '@apollo/client/link/context';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { type Client, createClient } from 'graphql-ws';

export interface Api {
  readonly apollo: ApolloClient;
  readonly socket: Client;
  close(): Promise<void>;
}

const socketAddress = (): string => `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/graphql`;

/** Retries for as long as the page lives, a little slower each time: a hub that restarts is met again by itself. */
const patience = (retries: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(250 * 2 ** retries, 5_000) * (0.75 + Math.random() / 2)));

/** One client per session: what one person has read is never shown to the next. */
export const createApi = (csrfToken: string, locale: string): Api => {
  const socket = createClient({
    url: socketAddress(),
    lazy: false,
    keepAlive: 10_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: patience,
    shouldRetry: () => true,
  });
  const secured = new SetContextLink(() => ({ headers: { 'x-csrf-token': csrfToken, 'accept-language': locale } }));
  // The hub knows the console's documents by their hashes.
  const named = new ApolloLink((operation, forward) => {
    const { __meta__: meta } = operation.query as { __meta__?: { hash: string } };
    if (meta) {
      operation.extensions.documentId = meta.hash;
      operation.setContext({ http: { includeQuery: false, includeExtensions: true } });
    }
    return forward(operation);
  });
  const link = ApolloLink.split(
    ({ operationType }) => operationType === 'subscription',
    new GraphQLWsLink(socket),
    ApolloLink.from([named, secured, new HttpLink({ uri: '/graphql', credentials: 'same-origin' })]),
  );
  const cache = new InMemoryCache({ typePolicies: { Query: { fields: { orders: relayStylePagination(['as', 'filter', 'orderBy']) } } } });
  const apollo = new ApolloClient({ cache, link, defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } } });
  return {
    apollo,
    socket,
    async close() {
      await socket.dispose();
      apollo.stop();
      await apollo.clearStore();
    },
  };
};
