import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { demoKey } from '../../src/parties/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { RawSocket } from '../support/socket.js';

const UPDATES = `subscription ($after: Cursor, $order: ID) { orderUpdates(after: $after, orderId: $order) {
  cursor kind event { type version status } order { number status version } } }`;
const OPEN = `query { orders(as: BUYER, first: 1, filter: { status: [ISSUED] }) { nodes { id number version revision supplier { id } } } feed(first: 0) { cursor } }`;
const ANSWER = 'mutation ($input: OrderRespondInput!) { orderRespond(input: $input) { order { status version } userErrors { code } } }';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
  await hub.settled();
});
afterAll(() => hub.stop());

interface Open {
  readonly orders: {
    readonly nodes: readonly {
      readonly id: string;
      readonly number: string;
      readonly revision: number;
      readonly version: number;
      readonly supplier: { readonly id: string };
    }[];
  };
}

it('a buyer sees live what its supplier does with an order, and has missed nothing since it was issued', async () => {
  const secret = demoKey('buyer');
  const { orders } = await hub.ask<Open>(secret, OPEN);
  const order = orders.nodes[0];
  if (!order) throw new Error('the demo has no order that awaits its answer');
  const socket = await RawSocket.ready(hub.url, `Bearer ${secret}`);
  const { feed } = await hub.ask<{ feed: { cursor: string } }>(secret, 'query { feed(first: 0) { cursor } }');
  socket.subscribe('1', UPDATES, { order: order.id, after: feed.cursor });
  const seen: string[] = [];
  const next = async () => {
    const { payload } = await socket.next();
    const { orderUpdates } = (payload as { data: { orderUpdates: { event: { type: string }; order: object } } }).data;
    seen.push(orderUpdates.event.type);
    return orderUpdates;
  };
  while ((await next()).event.type !== 'ORDER_ISSUED');
  const { rows } = await hub.db.owner.query(`select encode(uuid_send(supplier_id), 'hex') as supplier from app.orders where number = $1`, [
    order.number,
  ]);
  expect(order.supplier.id).toBe(`org_${rows[0].supplier}`);
  const supplier = await hub.key(order.supplier.id.replace(/^org_(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'), [
    'orders:read',
    'orders:write',
    'amounts:read',
  ]);
  const input = { orderId: order.id, revision: order.revision, code: 'AP', idempotencyKey: randomUUID() };
  const { orderRespond } = await hub.ask<{ orderRespond: { order: { status: string; version: number }; userErrors: object[] } }>(
    supplier,
    ANSWER,
    { input },
  );
  expect(orderRespond.userErrors).toEqual([]);
  let update = await next();
  while (update.event.type !== 'ORDER_ACCEPTED') update = await next();
  expect(update).toMatchObject({ kind: 'EVENT', event: { status: 'IN_FORCE' }, order: { number: order.number, ...orderRespond.order } });
  socket.socket.terminate();
});
