import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orders } from '../../src/orders/index.js';
import { agreed, orderDocument, ordersHub, type OrdersHub, type OrderView, type Party } from '../support/orders.js';
import { advance as advanceClock, atRest, startWorking, until } from '../support/working.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let stop: () => Promise<void>;

beforeAll(async () => {
  hub = await ordersHub();
  [buyer, supplier] = [await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
  stop = await startWorking(hub.db, [orders]);
});
afterAll(async () => {
  await stop();
  await hub.stop();
});

const advance = (hours: number) => advanceClock(hub.db, hours);
const settled = () => atRest(hub.db);
const remindersOf = async (order: OrderView) =>
  (await buyer.ask<{ order: { reminders: { side: string }[] } }>(`{ order(by: { id: "${order.id}" }) { reminders { side } } }`)).order
    .reminders;

describe('The reminder of an answer that is due', () => {
  it('is written once for the side that owes it when its time is up, and not for an order that was answered', async () => {
    const { order: waiting } = await buyer.act('orderIssue', orderDocument(supplier, 'J-1'));
    const answered = await agreed(buyer, supplier, 'J-2');
    await advance(47);
    await settled();
    expect(await remindersOf(waiting as OrderView)).toEqual([]);
    await advance(2);
    expect(
      await until(
        () => remindersOf(waiting as OrderView),
        (list) => list.length > 0,
      ),
    ).toEqual([{ side: 'SUPPLIER' }]);
    await advance(100);
    await settled();
    expect(await remindersOf(waiting as OrderView)).toEqual([{ side: 'SUPPLIER' }]);
    expect(await remindersOf(answered)).toEqual([]);
  });
  it('is written for the side that owes a decision on a change', async () => {
    const order = await agreed(buyer, supplier, 'J-3');
    await supplier.act('orderProposeChange', {
      orderId: order.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { price: '41' } }],
    });
    await advance(49);
    expect(
      await until(
        () => remindersOf(order),
        (list) => list.length > 0,
      ),
    ).toEqual([{ side: 'BUYER' }]);
  });
});

describe('The progress of orders', () => {
  interface Progress {
    readonly orderProgress: {
      nodes: { issued: number; inForce: number; cancelled: number; waitsForSupplier: number; openValue: object[] }[];
    };
  }
  const progress = async () =>
    (
      await supplier.ask<Progress>(
        '{ orderProgress(as: SUPPLIER) { nodes { issued inForce cancelled waitsForSupplier openValue { amount currency } } } }',
      )
    ).orderProgress.nodes[0];
  it('is counted from the orders as they stand, whatever happened on the way', async () => {
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, 'J-10'));
    await buyer.act('orderCancel', { orderId: order?.id });
    await settled();
    const { rows } = await hub.db.owner.query(
      `select count(*) filter (where status = 'ISSUED')::int as issued, count(*) filter (where status = 'IN_FORCE')::int as "inForce",
         count(*) filter (where status = 'CANCELLED')::int as cancelled, count(*) filter (where waits_for = 'SUPPLIER')::int as "waitsForSupplier",
         json_build_array(json_build_object('amount', (sum(total) filter (where status not in ('CANCELLED', 'REFUSED')))::text, 'currency', 'CNY')) as "openValue" from app.orders`,
    );
    expect(await progress()).toEqual(rows[0]);
    expect(rows[0]).toMatchObject({ cancelled: 1, inForce: 2 });
  });
});
