import { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import DataLoader from 'dataloader';
import Fastify, { type FastifyRequest } from 'fastify';
import { announce, grouped, hexId, money, openPool, orgOf, queries, type Row, TenantReader, typeDefs } from './common.js';

type Key = Row[string] | undefined;
interface List {
  readonly args: Parameters<typeof queries.orders>[1];
}
interface Context {
  readonly reader: TenantReader;
  readonly organisation: DataLoader<Key, Row | undefined>;
  readonly lines: DataLoader<Key, Row[]>;
  readonly schedules: DataLoader<Key, Row[]>;
}

const pool = openPool();
const app = Fastify();
const server = new ApolloServer<Context>({
  typeDefs,
  resolvers: {
    Query: {
      order: (_: unknown, { by }: { by: { id: string } }, { reader }: Context) => queries.order(reader, by.id),
      orders: (_: unknown, args: Parameters<typeof queries.orders>[1]) => ({ args }),
    },
    OrderConnection: {
      nodes: ({ args }: List, _: unknown, { reader }: Context) => queries.orders(reader, args),
      totalCount: ({ args }: List, _: unknown, { reader }: Context) => queries.count(reader, args),
    },
    Order: {
      id: (order: Row) => hexId('ord', order.id),
      total: money,
      supplier: (order: Row, _: unknown, { organisation }: Context) => organisation.load(order.supplier_id),
      lines: (order: Row, _: unknown, { lines }: Context) => lines.load(order.id),
    },
    OrderLine: { schedules: (line: Row, _: unknown, { schedules }: Context) => schedules.load(line.id) },
    Organisation: { id: (organisation: Row) => hexId('org', organisation.id) },
  },
  plugins: [{ requestDidStart: async () => ({ willSendResponse: async ({ contextValue }) => contextValue.reader.end() }) }],
});
await server.start();
await app.register(fastifyApollo<Context>(server), {
  context: async (request: FastifyRequest) => {
    const reader = new TenantReader(pool, orgOf(request.headers.authorization));
    return {
      reader,
      organisation: new DataLoader(async (keys: readonly Key[]) => {
        const byId = new Map((await queries.organisations(reader, keys)).map((row) => [row.id, row]));
        return keys.map((key) => byId.get(typeof key === 'string' ? key : ''));
      }),
      lines: new DataLoader(async (keys: readonly Key[]) => grouped(keys, await queries.lines(reader, keys), 'order_id')),
      schedules: new DataLoader(async (keys: readonly Key[]) => grouped(keys, await queries.schedules(reader, keys), 'line_id')),
    };
  },
});
announce(`${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`);
