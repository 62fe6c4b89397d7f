import pg from 'pg';
import { orgUuid, token } from '../workloads.js';

export type Row = Record<string, string | number | null>;

/** Which organisation a bearer token of the bench acts for: every peer is spared the look-up. */
const ORG_OF = new Map(Array.from({ length: 200 }, (_, i) => [`Bearer ${token(i + 1)}`, orgUuid(i + 1)]));
export const orgOf = (authorization: string | undefined): string => {
  const org = ORG_OF.get(authorization ?? '');
  if (!org) throw new Error('unknown token');
  return org;
};

const asText: pg.CustomTypesConfig = { getTypeParser: (() => (text: string) => text) as pg.CustomTypesConfig['getTypeParser'] };

export const openPool = (): pg.Pool =>
  new pg.Pool({ connectionString: process.env.BENCH_DATABASE_URL, max: 10, options: '-c search_path=app -c TimeZone=UTC', types: asText });

/** One request's reading transaction, as a careful hand would write it: opened at the first query, tenant set in the same trip as BEGIN. */
export class TenantReader {
  #client: Promise<pg.PoolClient> | undefined;

  constructor(
    readonly pool: pg.Pool,
    readonly org: string,
  ) {}

  async rows(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
    this.#client ??= this.#begin();
    const client = await this.#client;
    return (await client.query<Row>({ name, text, values: [...values] })).rows;
  }

  async #begin(): Promise<pg.PoolClient> {
    const client = await this.pool.connect();
    await client.query(`begin; select set_config('app.org', '${this.org}', true)`);
    return client;
  }

  async end(): Promise<void> {
    const client = await this.#client;
    this.#client = undefined;
    if (!client) return;
    await client.query('commit');
    client.release();
  }
}

export const hexId = (prefix: string, uuid: unknown): string => `${prefix}_${String(uuid).replaceAll('-', '')}`;
export const uuidOf = (id: string): string => id.slice(4).replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');

export const typeDefs = /* GraphQL */ `
  scalar Date
  scalar Decimal
  enum OrderSide { BUYER SUPPLIER }
  enum OrderSort { NEWEST }
  enum OrderStatus { ISSUED ACKNOWLEDGED COUNTERED IN_FORCE REFUSED CANCELLED }
  input OrderBy { id: ID }
  input DateRange { from: Date to: Date }
  input OrderFilter { status: [OrderStatus!] deliverTo: DateRange }
  type Money { amount: Decimal! currency: String! }
  type Organisation { id: ID! legalName: String! }
  type OrderSchedule { scheduleId: String! quantity: Decimal! requestedFrom: Date requestedTo: Date promisedTo: Date }
  type OrderLine { lineId: String! itemName: String! quantity: Decimal! unit: String! price: Decimal amount: Decimal state: String! schedules: [OrderSchedule!]! }
  type Order { id: ID! number: String! status: OrderStatus! version: Int! revision: Int! currency: String! issuedOn: Date! note: String
    deliverFrom: Date deliverTo: Date lineCount: Int! total: Money! supplier: Organisation! lines: [OrderLine!]! }
  type OrderConnection { totalCount: Int! nodes: [Order!]! }
  enum OrderResponseCode { AP CA RE AB }
  enum OrderLineAnswer { ACCEPTED }
  input OrderLineAnswerInput { lineId: String! action: OrderLineAnswer! }
  input OrderRespondInput { idempotencyKey: String! orderId: ID! revision: Int! code: OrderResponseCode! lines: [OrderLineAnswerInput!] }
  type UserError { code: String! }
  type OrderRespondPayload { order: Order userErrors: [UserError!]! }
  type Mutation { orderRespond(input: OrderRespondInput!): OrderRespondPayload! }
  type Query { order(by: OrderBy!): Order orders(as: OrderSide!, first: Int, orderBy: OrderSort, filter: OrderFilter): OrderConnection! }
`;

const ORDER = `id, number, status, version, revision, currency, issued_on as "issuedOn", note, deliver_from as "deliverFrom",
  deliver_to as "deliverTo", line_count as "lineCount", total, supplier_id`;

interface ListArgs {
  readonly as: 'BUYER' | 'SUPPLIER';
  readonly first?: number;
  readonly filter?: { readonly status?: readonly string[]; readonly deliverTo?: { readonly from: string; readonly to: string } };
}

const WHERE = `$1::uuid = PARTY and ($2::text[] is null or status = any($2)) and ($3::date is null or deliver_to >= $3) and ($4::date is null or deliver_to <= $4)`;

const listValues = (org: string, { filter }: ListArgs): unknown[] => [
  org,
  filter?.status ?? null,
  filter?.deliverTo?.from ?? null,
  filter?.deliverTo?.to ?? null,
];
const party = (args: ListArgs): string => (args.as === 'BUYER' ? 'buyer_id' : 'supplier_id');

/** The statements that both resolver peers send. */
export const queries = {
  order: async (reader: TenantReader, id: string): Promise<Row | undefined> =>
    (await reader.rows('order', `select ${ORDER} from orders where id = $1`, [uuidOf(id)]))[0],
  orders: (reader: TenantReader, args: ListArgs): Promise<Row[]> => {
    const plain = args.filter === undefined;
    const where = plain ? '$1::uuid = PARTY' : WHERE;
    const values = plain ? [reader.org] : listValues(reader.org, args);
    const text = `select ${ORDER} from orders where ${where} order by created_at desc, id desc limit $${values.length + 1}`.replace(
      'PARTY',
      party(args),
    );
    return reader.rows(`orders-${args.as}-${plain}`, text, [...values, args.first ?? 20]);
  },
  count: async (reader: TenantReader, args: ListArgs): Promise<number> => {
    const text = `select count(*) as n from (select 1 from orders where ${WHERE} limit 1001) q`.replace('PARTY', party(args));
    return Number((await reader.rows(`count-${args.as}`, text, listValues(reader.org, args)))[0]?.n);
  },
  organisations: (reader: TenantReader, ids: readonly unknown[]): Promise<Row[]> =>
    reader.rows('organisations', 'select id, legal_name as "legalName" from organisation where id = any($1::uuid[])', [ids]),
  lines: (reader: TenantReader, ids: readonly unknown[]): Promise<Row[]> =>
    reader.rows(
      'lines',
      `select id, order_id, line_no as "lineId", item_name as "itemName", quantity, unit, price, amount, state from order_line
       where order_id = any($1::uuid[]) order by order_id, position, id`,
      [ids],
    ),
  schedules: (reader: TenantReader, ids: readonly unknown[]): Promise<Row[]> =>
    reader.rows(
      'schedules',
      `select line_id, schedule_no as "scheduleId", quantity, requested_from as "requestedFrom", requested_to as "requestedTo",
       promised_to as "promisedTo" from order_schedule where line_id = any($1::uuid[]) order by line_id, position, id`,
      [ids],
    ),
};

/** Rows of many parents, handed back parent by parent. */
export const grouped = (keys: readonly unknown[], rows: readonly Row[], key: string): Row[][] => {
  const groups = new Map<unknown, Row[]>(keys.map((one) => [one, []]));
  for (const row of rows) groups.get(row[key])?.push(row);
  return keys.map((one) => groups.get(one) ?? []);
};

export const money = (order: Row) => ({ amount: order.total, currency: order.currency });

/** Tells the bench where the peer listens. */
export const announce = (address: string): void => {
  process.send?.({ address });
};
