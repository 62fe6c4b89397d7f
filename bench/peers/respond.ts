import { createHash, randomUUID } from 'node:crypto';
import type pg from 'pg';
import { uuidOf } from './common.js';

export interface RespondInput {
  readonly idempotencyKey: string;
  readonly orderId: string;
  readonly revision: number;
  readonly code: string;
  readonly lines: readonly { readonly lineId: string; readonly action: string }[];
}

/**
 * What the hub's orderRespond does for an offer that is accepted line by line, statement for statement, without its rules: the
 * key, the lock, what the rules look at, the facts, the order, event and outbox, the kept result, the payload.
 */
export async function respond(
  client: pg.ClientBase,
  org: string,
  input: RespondInput,
): Promise<{ id: string; status: string; version: number }> {
  const order = uuidOf(input.orderId);
  const run = async (name: string, text: string, values: readonly unknown[]) =>
    (await client.query({ name, text, values: [...values] })).rows as Record<string, string>[];
  await client.query('begin');
  const [clock] = await run(
    'settings',
    `select set_config('app.org', $1, true), set_config('app.actor', $1, true), set_config('lock_timeout', '2000ms', true), app.business_now() as now`,
    [org],
  );
  await run(
    'key',
    `insert into app.idempotency (org_id, actor_id, mutation, key, input_hash) values ($1, $1, 'orderRespond', $2, $3) on conflict do nothing returning 1`,
    [org, input.idempotencyKey, createHash('sha256').update(JSON.stringify(input)).digest()],
  );
  await run('frame', 'select frame_id from app.orders where id = $1', [order]);
  const [row = {}] = await run('lock', 'select t.* from app.orders t where t.id = any($1::uuid[]) order by t.id for no key update of t', [
    [order],
  ]);
  await run(
    'contents',
    `select l.order_id, l.id, l.line_no, l.called_off, r.content from app.order_line l join app.order_revision_line r
     on (r.order_id, r.revision, r.line_no) = (l.order_id, l.revision, l.line_no) where l.order_id = any($1::uuid[]) order by l.order_id, l.position`,
    [[order]],
  );
  await run(
    'header',
    'select r.order_id, r.header from app.order_revision r join app.orders o on (o.id, o.revision) = (r.order_id, r.revision) where o.id = any($1::uuid[])',
    [[order]],
  );
  await run(
    'open',
    `select p.id, p.side, p.header_after, (select jsonb_agg(l.after order by l.position) from app.order_proposal_line l where l.proposal_id = p.id)
     from app.order_proposal p where p.order_id = $1 and p.status = 'OPEN'`,
    [order],
  );
  const parties = [order, row.buyer_id, row.supplier_id];
  await run(
    'agreement',
    'insert into app.order_agreement (id, order_id, buyer_id, supplier_id, revision, org_id, actor_id, business_time) values ($1, $2, $3, $4, 1, $5, $5, $6)',
    [randomUUID(), ...parties, org, clock?.now],
  );
  const response = randomUUID();
  await run(
    'response',
    `insert into app.order_response (id, order_id, buyer_id, supplier_id, revision, code, outcome, actor_id, business_time) values ($1, $2, $3, $4, 1, $5, 'ACCEPTED', $6, $7)`,
    [response, ...parties, input.code, org, clock?.now],
  );
  const lines = input.lines.map(({ lineId }, i) => ({ id: randomUUID(), line_no: lineId, position: i + 1 }));
  await run(
    'lines',
    `insert into app.order_response_line (id, response_id, order_id, buyer_id, supplier_id, line_no, position, action)
     select id, $1, $2, $3, $4, line_no, position, '5' from jsonb_to_recordset($5::jsonb) as l(id uuid, line_no text, position int)`,
    [response, ...parties, JSON.stringify(lines)],
  );
  await run(
    'order',
    `update app.orders set status = 'IN_FORCE', version = $2, agreed_revision = 1, waits_for = null, waits_since = null where id = $1`,
    [order, Number(row.version) + 1],
  );
  await run('deadlines', 'delete from app.deadline where subject_id = $1', [order]);
  const event = {
    type: 'ORDER_ACCEPTED',
    subject: 'Order',
    id: order,
    version: Number(row.version) + 1,
    parties: [row.buyer_id, row.supplier_id],
    status: 'IN_FORCE',
    changed: ['status'],
  };
  await run('event', 'select id from app.append_events($1::jsonb, $2, $3::timestamptz) as id', [
    JSON.stringify([event]),
    'bench',
    clock?.now,
  ]);
  await run('result', `update app.idempotency set result = $3 where (org_id, actor_id, mutation, key) = ($1, $1, 'orderRespond', $2)`, [
    org,
    input.idempotencyKey,
    JSON.stringify({ orderId: order }),
  ]);
  const [after = {}] = await run('payload', 'select id, status, version from app.orders where id = $1', [order]);
  await client.query('commit');
  return { id: input.orderId, status: after.status ?? '', version: Number(after.version) };
}
