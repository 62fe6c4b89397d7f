import Fastify from 'fastify';
import mercurius from 'mercurius';
import { announce, grouped, hexId, money, openPool, orgOf, queries, type Row, TenantReader, typeDefs, uuidOf } from './common.js';
import { respond, type RespondInput } from './respond.js';

interface List {
  readonly args: Parameters<typeof queries.orders>[1];
}
interface Context {
  readonly reader: TenantReader;
}
type Batch = readonly { readonly obj: Row }[];

const pool = openPool();
const app = Fastify();
const ids = (batch: Batch) => batch.map(({ obj }) => obj.id);

await app.register(mercurius, {
  schema: typeDefs,
  jit: 1,
  context: (request) => ({ reader: new TenantReader(pool, orgOf(request.headers.authorization)) }),
  resolvers: {
    Query: {
      order: (_: unknown, { by }: { by: { id: string } }, { reader }: Context) => queries.order(reader, by.id),
      orders: (_: unknown, args: Parameters<typeof queries.orders>[1]) => ({ args }),
    },
    OrderConnection: {
      nodes: ({ args }: List, _: unknown, { reader }: Context) => queries.orders(reader, args),
      totalCount: ({ args }: List, _: unknown, { reader }: Context) => queries.count(reader, args),
    },
    Mutation: {
      orderRespond: async (_: unknown, { input }: { input: RespondInput }, { reader }: Context) => {
        const client = await pool.connect();
        try {
          const { id, ...order } = await respond(client, reader.org, input);
          return { order: { ...order, id: uuidOf(id) }, userErrors: [] };
        } finally {
          client.release();
        }
      },
    },
    Order: { id: (order: Row) => hexId('ord', order.id), total: money },
    Organisation: { id: (organisation: Row) => hexId('org', organisation.id) },
  } as never,
  loaders: {
    Order: {
      supplier: async (batch: Batch, { reader }: Context) => {
        const found = await queries.organisations(reader, [...new Set(batch.map(({ obj }) => obj.supplier_id))]);
        const byId = new Map(found.map((row) => [row.id, row]));
        return batch.map(({ obj }) => byId.get(obj.supplier_id ?? null));
      },
      lines: async (batch: Batch, { reader }: Context) => grouped(ids(batch), await queries.lines(reader, ids(batch)), 'order_id'),
    },
    OrderLine: {
      schedules: async (batch: Batch, { reader }: Context) => grouped(ids(batch), await queries.schedules(reader, ids(batch)), 'line_id'),
    },
  } as never,
});
app.graphql.addHook('onResolution', async (_execution, context) => (context as unknown as Context).reader.end());
announce(`${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`);
