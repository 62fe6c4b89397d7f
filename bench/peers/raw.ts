import { createServer } from 'node:http';
import { trip } from '../../src/platform/database/trip.js';
import type { WorkloadName } from '../workloads.js';
import { announce, openPool, orgOf, uuidOf } from './common.js';
import { respond, type RespondInput } from './respond.js';

const ID = (prefix: string, column: string): string => `'${prefix}_' || encode(uuid_send(${column}), 'hex')`;
const list = (select: string, from: string): string => `coalesce((select json_agg(x) from (select ${select} ${from}) x), '[]')`;
const LINES = (fields: string): string => list(fields, 'from order_line l where l.order_id = o.id order by l.position, l.id');
const SCHEDULES = list(
  'schedule_no as "scheduleId", quantity::text, requested_from as "requestedFrom", requested_to as "requestedTo", promised_to as "promisedTo"',
  'from order_schedule s where s.line_id = l.id order by s.position, s.id',
);
const page = (select: string, party: string, limit: number, where = ''): string =>
  list(select, `from (select * from orders where ${party} = $1::uuid ${where} order by created_at desc, id desc limit ${limit}) o`);
const nodes = (select: string, party: string, limit: number): string =>
  `select json_build_object('data', json_build_object('orders', json_build_object('nodes', ${page(select, party, limit)})))::text as text`;

const FLAT = `${ID('ord', 'o.id')} as id, number, status, version, revision, issued_on as "issuedOn", currency, note, deliver_from as "deliverFrom", deliver_to as "deliverTo"`;
const RICH = `${ID('ord', 'o.id')} as id, number, status, issued_on as "issuedOn", currency,
  (select row_to_json(s) from (select ${ID('org', 'p.id')} as id, legal_name as "legalName" from organisation p where p.id = o.supplier_id) s) as supplier,
  ${LINES('line_no as "lineId", item_name as "itemName", quantity::text, unit, price::text, amount::text, state')} as lines`;
const DUE = `and status = any('{ISSUED}') and deliver_to between $2::date and $3::date`;

/** The best that one hand-written statement per request can do: what every server is measured against. */
const STATEMENTS: Record<string, string> = {
  R1: `select json_build_object('data', json_build_object('order', (select row_to_json(o) from (select ${ID('ord', 'o.id')} as id, number, status, currency,
    issued_on as "issuedOn", version, json_build_object('amount', total::text, 'currency', currency) as total,
    ${LINES(`line_no as "lineId", item_name as "itemName", quantity::text, unit, price::text, amount::text, ${SCHEDULES} as schedules`)} as lines
    from orders o where o.id = $1::uuid) o)))::text as text`,
  R2BUYER: nodes(RICH, 'buyer_id', 20),
  R2SUPPLIER: nodes(RICH, 'supplier_id', 20),
  R3BUYER: nodes(FLAT, 'buyer_id', 100),
  R3SUPPLIER: nodes(FLAT, 'supplier_id', 100),
  R4: `select json_build_object('data', json_build_object('orders', json_build_object('totalCount',
    (select count(*) from (select 1 from orders where supplier_id = $1::uuid ${DUE} limit 1001) q), 'nodes',
    ${page(`${ID('ord', 'o.id')} as id, number, issued_on as "issuedOn", deliver_to as "deliverTo", currency, line_count as "lineCount"`, 'supplier_id', 50, DUE)})))::text as text`,
};

interface Body {
  readonly query: string;
  readonly variables: {
    readonly input?: RespondInput;
    readonly id?: string;
    readonly as?: string;
    readonly from?: string;
    readonly to?: string;
  };
}

const pool = openPool();

const written = async (org: string, input: RespondInput): Promise<string> => {
  const client = await pool.connect();
  try {
    return JSON.stringify({ data: { orderRespond: { order: await respond(client, org, input), userErrors: [] } } });
  } finally {
    client.release();
  }
};

const answer = async (org: string, { query, variables }: Body): Promise<string> => {
  if (variables.input) return written(org, variables.input);
  const name = (/query (R\d)/.exec(query)?.[1] ?? 'R5') as WorkloadName;
  if (name === 'R5') return '{"data":{"__typename":"Query"}}';
  const key = `${name}${variables.as ?? ''}`;
  const values = name === 'R1' ? [uuidOf(variables.id ?? '')] : name === 'R4' ? [org, variables.from ?? '', variables.to ?? ''] : [org];
  const { rows } = await trip(pool, { org, actor: org, statementTimeoutMs: 10_000 }, { name: key, text: STATEMENTS[key] ?? '', values });
  return String(rows[0]?.text);
};

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    answer(orgOf(request.headers.authorization), JSON.parse(Buffer.concat(chunks).toString()) as Body).then(
      (text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  announce(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/graphql`);
});
