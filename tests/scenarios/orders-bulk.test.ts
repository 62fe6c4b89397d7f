import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRunner } from '../../src/platform/commands/index.js';
import type { Viewer } from '../../src/platform/auth/viewer.js';
import { orderBulkIssue } from '../../src/orders/index.js';
import { orderDocument, ordersHub, type OrdersHub, type Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let suppliers: Party[];

beforeAll(async () => {
  hub = await ordersHub();
  buyer = await hub.party();
  suppliers = await Promise.all(Array.from({ length: 4 }, () => hub.party()));
  for (const supplier of suppliers) await hub.relate(buyer, supplier);
});
afterAll(() => hub.stop());

interface Bulk {
  readonly done: {
    issued: number | null;
    orders: { number: string }[] | null;
    refused: { index: number; number: string; errors: { code: string; message: string }[] }[] | null;
    replayed: boolean;
  };
}
const send = (orders: object[], idempotencyKey: string) =>
  buyer.ask<Bulk>(
    'mutation M($input: OrderBulkIssueInput!) { done: orderBulkIssue(input: $input) { issued orders { number } refused { index number errors { code message } } replayed userErrors { code } } }',
    { input: { orders, idempotencyKey } },
  );

const many = (count: number, prefix: string, lines?: Parameters<typeof orderDocument>[2]) =>
  Array.from({ length: count }, (_, i) => orderDocument(suppliers[i % suppliers.length] as Party, `${prefix}-${i}`, lines));

/** Statements that the command sends, counted at the server. */
const statements = async (orders: object[]): Promise<number> => {
  const database = await hub.db.open();
  const viewer: Viewer = {
    orgId: buyer.uuid,
    actorId: buyer.uuid,
    credentialId: buyer.uuid,
    kind: 'KEY',
    scopes: new Set(['orders:write']),
    duties: new Set(),
    orgRoles: new Set(),
    locale: 'en',
  };
  let count = 0;
  const counted = {
    ...orderBulkIssue,
    run: (ctx: Parameters<typeof orderBulkIssue.run>[0], input: never) =>
      orderBulkIssue.run(
        { ...ctx, sql: ((text: string, params?: readonly unknown[]) => (count++, ctx.sql(text, params))) as typeof ctx.sql },
        input,
      ),
  };
  const answer = await createRunner({ database }).run(
    counted as typeof orderBulkIssue,
    { orders, idempotencyKey: `count-${orders.length}` },
    { viewer, requestId: 'test', payload: async (one) => one },
  );
  expect(answer.refusals).toEqual([]);
  return count;
};

describe('Many orders at once', () => {
  it('are written in as many statements for 400 as for 4', async () => {
    const input = (count: number, prefix: string) => many(count, prefix).map((order) => ({ ...order, typeCode: '220' }));
    expect(await statements(input(400, 'S400'))).toBe(await statements(input(4, 'S4')));
  });
  it('are each taken or refused by themselves, and a replay answers the same', async () => {
    await send(many(2, 'B'), 'b-0');
    const orders = [
      ...many(2, 'B'),
      orderDocument(suppliers[0] as Party, 'B-bad', [
        { id: '1', quantity: '5', more: { schedules: [{ scheduleId: '1', quantity: '4' }] } },
      ]),
      orderDocument(suppliers[0] as Party, 'B-0', [{ id: '1', quantity: '1' }]),
      orderDocument(suppliers[1] as Party, 'B-1', [{ id: '1', quantity: '1' }]),
      orderDocument(suppliers[2] as Party, 'B-new'),
    ];
    const { done } = await send(orders, 'b-1');
    expect(done).toMatchObject({
      issued: 1,
      orders: [{ number: 'B-0' }, { number: 'B-1' }, { number: 'B-new' }],
      refused: [
        { index: 2, errors: [{ code: 'SCHEDULE_SUM' }] },
        { index: 3, errors: [{ code: 'ORDER_REPEATED' }] },
        { index: 4, errors: [{ code: 'ORDER_REPEATED' }] },
      ],
    });
    expect((await send(orders, 'b-1')).done).toEqual({ ...done, replayed: true });
    expect((await send([orderDocument(suppliers[0] as Party, 'B-0', [{ id: '1', quantity: '1' }])], 'b-2')).done.refused).toMatchObject([
      { errors: [{ code: 'ORDER_EXISTS' }] },
    ]);
  });
  it('501 of them are refused before anything is looked at', async () => {
    const { data } = {
      data: await buyer.ask<{ done: { userErrors: object[] } }>(
        'mutation M($input: OrderBulkIssueInput!) { done: orderBulkIssue(input: $input) { userErrors { code field } } }',
        { input: { idempotencyKey: 'too-many', orders: many(501, 'T', [{ id: '1', quantity: '1' }]) } },
      ),
    };
    expect(data.done.userErrors).toEqual([{ code: 'TOO_MANY', field: ['orders'] }]);
  });
  it('500 lines stand in one order, and are answered and changed line by line', async () => {
    const supplier = suppliers[0] as Party;
    const lines = Array.from({ length: 500 }, (_, i) => ({ id: String((i + 1) * 10).padStart(5, '0'), quantity: '2' }));
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, 'L-500', lines));
    expect(order?.lines).toHaveLength(500);
    const answers = lines.map(({ id }, i) =>
      i % 50 === 0 ? { lineId: id, action: 'CHANGED', change: { quantity: '1' } } : { lineId: id, action: 'ACCEPTED' },
    );
    const countered = await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'CA', lines: answers });
    const accepted = await buyer.act('orderDecideChange', { orderId: order?.id, proposalId: countered.proposal?.id, decision: 'ACCEPT' });
    expect(accepted.order).toMatchObject({ status: 'IN_FORCE', total: { amount: '9900.00' } });
    const { order: seen } = await buyer.ask<{ order: { revisions: { lines: object[] }[] } }>(
      `{ order(by: { id: "${order?.id}" }) { revisions { lines { lineId } } } }`,
    );
    expect(seen.revisions.map(({ lines: set }) => set.length)).toEqual([500, 10]);
  });
});

describe('Offers accepted in bulk', () => {
  interface Accepted {
    readonly done: {
      orders: { number: string; status: string; agreedRevision: number; responses: { code: string }[] }[];
      refused: { index: number; number: string; errors: { code: string; field: string[] | null }[] }[];
      replayed: boolean;
    };
  }
  const accept = (who: Party, orders: object[], idempotencyKey: string) =>
    who.ask<Accepted>(
      `mutation M($input: OrderBulkAcceptInput!) { done: orderBulkAccept(input: $input) { orders { number status agreedRevision responses { code } }
        refused { index number errors { code field } } replayed } }`,
      { input: { orders, idempotencyKey } },
    );
  it('are in force each by itself; what does not stand as it was read is refused by name', async () => {
    const supplier = suppliers[0] as Party;
    await send(
      Array.from({ length: 40 }, (_, i) => orderDocument(supplier, `BA-${i}`)),
      'bulk-to-accept',
    );
    const { orders } = await supplier.ask<{ orders: { nodes: { id: string; number: string }[] } }>(
      `{ orders(as: SUPPLIER, first: 40) { nodes { id number } } }`,
    );
    const ids = orders.nodes.map(({ id }) => id);
    const asked = ids.map((orderId, i) => ({ orderId, revision: i === 3 ? 2 : 1 }));
    const { done } = await accept(supplier, [...asked, { orderId: `ord_${'0'.repeat(32)}`, revision: 1 }], 'accept-1');
    expect(done.orders).toHaveLength(39);
    expect(new Set(done.orders.map((order) => JSON.stringify([order.status, order.agreedRevision, order.responses])))).toEqual(
      new Set([JSON.stringify(['IN_FORCE', 1, [{ code: 'AP' }]])]),
    );
    expect(done.refused.map(({ index, number, errors }) => [index, number, errors[0]?.code])).toEqual([
      [3, orders.nodes[3]?.number, 'STALE_REVISION'],
      [40, '', 'NOT_FOUND'],
    ]);
    expect((await accept(supplier, [...asked, { orderId: `ord_${'0'.repeat(32)}`, revision: 1 }], 'accept-1')).done.replayed).toBe(true);
    const late = await accept(supplier, asked.slice(0, 1), 'accept-2');
    expect(late.done).toMatchObject({ orders: [], refused: [{ errors: [{ code: 'NOT_ALLOWED' }] }] });
    const foreign = await accept(suppliers[1] as Party, asked.slice(3, 4), 'accept-3');
    expect(foreign.done).toMatchObject({ orders: [], refused: [{ number: '', errors: [{ code: 'NOT_FOUND' }] }] });
    const own = await accept(buyer, [{ orderId: ids[3], revision: 1 }], 'accept-4');
    expect(own.done).toMatchObject({ orders: [], refused: [{ errors: [{ code: 'NOT_ALLOWED' }] }] });
  });
});
