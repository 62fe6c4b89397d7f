import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliveries } from '../../src/deliveries/index.js';
import { type CalendarDate, dateIn, plusDays } from '../../src/kernel/date.js';
import { orders } from '../../src/orders/index.js';
import {
  agreedGoods,
  agreeTolerance,
  despatchOf,
  goodsHub,
  goodsOf,
  lineIdOf,
  move,
  progressOf,
  receiptOf,
  refusalOf,
} from '../support/deliveries.js';
import type { LineSpec, OrdersHub, Party } from '../support/orders.js';
import { advance, atRest, startWorking, until } from '../support/working.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let stop: () => Promise<void>;
let today: CalendarDate;

beforeAll(async () => {
  hub = await goodsHub();
  [buyer, supplier] = [await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
  stop = await startWorking(hub.db, [orders, deliveries]);
  today = dateIn(new Date().toISOString());
});
afterAll(async () => {
  await stop();
  await hub.stop();
});

const inDays = (days: number) => plusDays(today, days);
const parts = (...days: readonly [quantity: string, day: number][]): LineSpec[] => [
  {
    id: '1',
    quantity: String(days.reduce((sum, [quantity]) => sum + Number(quantity), 0)),
    more: { schedules: days.map(([quantity, day], i) => ({ scheduleId: String(i + 1), quantity, requestedTo: inDays(day) })) },
  },
];

interface Late {
  readonly nodes: readonly {
    readonly scheduleId: string;
    readonly daysLate: number | null;
    readonly open: string;
    readonly openValue: { readonly amount: string; readonly currency: string };
    readonly order: { readonly number: string };
  }[];
}
const listed = async (who: Party, field: 'lateLines' | 'linesAtRisk', as: 'BUYER' | 'SUPPLIER', number: string) => {
  const { list } = await who.ask<{ list: Late }>(
    `{ list: ${field}(as: ${as}, first: 100) { nodes { scheduleId daysLate open openValue { amount currency } order { number } } } }`,
  );
  return list.nodes.filter((one) => one.order.number === number).map(({ order: _order, ...rest }) => rest);
};

/** Numbers of these orders of which a part was told to be late. */
const told = async (...numbers: readonly string[]): Promise<readonly string[]> =>
  (
    await hub.db.owner.query<{ number: string }>(
      `select o.number from app.event e join app.delivery_schedule s on s.id = e.subject_id join app.orders o on o.id = s.order_id
       where e.type = 'LINE_LATE' and o.number = any($1) order by 1`,
      [numbers],
    )
  ).rows.map((row) => row.number);

describe('A line of an agreed order', () => {
  it('fills its parts by their days, and is at risk three days before a day for which nothing is under way', async () => {
    const order = await agreedGoods(buyer, supplier, 'L-1', parts(['30', 5], ['70', 2]));
    const seen = async () => (await goodsOf(buyer, order.id))[0]?.deliverySchedules;
    expect(await progressOf(buyer, order.id)).toMatchObject({ dueOn: inDays(2), late: false, atRisk: true });
    await move(supplier, 'despatchSend', despatchOf(order, 'LD-1', '80'));
    expect(await seen()).toMatchObject([
      { scheduleId: '1', received: '0', inTransit: '10', open: '30', dueOn: inDays(5), atRisk: false },
      { scheduleId: '2', received: '0', inTransit: '70', open: '70', dueOn: inDays(2), atRisk: false },
    ]);
    await move(
      buyer,
      'receiptRecord',
      receiptOf(order, 'LR-1', { received: '75' }, { supplier: { id: supplier.id }, despatch: { number: 'LD-1' } }),
    );
    expect(await seen()).toMatchObject([
      { scheduleId: '1', received: '5', inTransit: '5', open: '25', settled: false },
      { scheduleId: '2', received: '70', inTransit: '0', open: '0', settled: true },
    ]);
    expect(await progressOf(supplier, order.id)).toMatchObject({ dueOn: inDays(5), atRisk: false });
  });

  it('is at risk when the supplier names a later day, which does not change what was agreed', async () => {
    const order = await agreedGoods(buyer, supplier, 'L-2', parts(['10', 30]));
    const lineId = await lineIdOf(supplier, order.id);
    const promise = { lineId, promisedOn: inDays(33), reasonCode: 'MATERIAL', reason: '缺料' };
    expect(refusalOf(await move(buyer, 'promiseUpdate', promise)).codes).toEqual(['NOT_ALLOWED']);
    expect(refusalOf(await move(supplier, 'promiseUpdate', { ...promise, scheduleId: '7' })).codes).toEqual(['SCHEDULE_UNKNOWN']);
    expect(refusalOf(await move(supplier, 'promiseUpdate', { ...promise, promisedOn: inDays(-1) })).codes).toEqual(['PROMISED_IN_PAST']);
    expect((await move(supplier, 'promiseUpdate', promise)).userErrors).toEqual([]);
    expect(refusalOf(await move(supplier, 'promiseUpdate', promise)).codes).toEqual(['NOTHING_CHANGED']);
    expect((await goodsOf(buyer, order.id))[0]?.deliverySchedules[0]).toMatchObject({
      agreedOn: inDays(30),
      promisedOn: inDays(33),
      dueOn: inDays(30),
      atRisk: true,
    });
    expect(await listed(buyer, 'linesAtRisk', 'BUYER', 'L-2')).toMatchObject([{ scheduleId: '1', daysLate: null, open: '10' }]);
    expect((await move(supplier, 'promiseUpdate', { ...promise, promisedOn: inDays(29), reasonCode: 'EARLIER' })).userErrors).toEqual([]);
    expect(await listed(buyer, 'linesAtRisk', 'BUYER', 'L-2')).toEqual([]);
    const { node } = await buyer.ask<{ node: object }>(
      'query Q($id: ID!) { node(id: $id) { ... on OrderLine { deliveryPromises { promisedOn reasonCode } promises { promisedTo } } } }',
      { id: lineId },
    );
    expect(node).toEqual({
      deliveryPromises: [
        { promisedOn: inDays(33), reasonCode: 'MATERIAL' },
        { promisedOn: inDays(29), reasonCode: 'EARLIER' },
      ],
      promises: [],
    });
    await move(buyer, 'receiptRecord', receiptOf(order, 'LR-2', { received: '10' }));
    expect(refusalOf(await move(supplier, 'promiseUpdate', { ...promise, promisedOn: inDays(40) })).codes).toEqual(['SCHEDULE_SETTLED']);
  });

  it('is no longer at risk by what was said before another day was agreed on', async () => {
    const order = await agreedGoods(buyer, supplier, 'L-8', parts(['10', 30]));
    const lineId = await lineIdOf(supplier, order.id);
    await move(supplier, 'promiseUpdate', { lineId, promisedOn: inDays(40), reasonCode: 'CAPACITY' });
    const { proposal } = await buyer.act('orderProposeChange', {
      orderId: order.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { schedules: [{ scheduleId: '1', quantity: '10', requestedTo: inDays(35) }] } }],
    });
    await supplier.act('orderDecideChange', { orderId: order.id, proposalId: proposal?.id, decision: 'ACCEPT' });
    expect((await goodsOf(buyer, order.id))[0]?.deliverySchedules[0]).toMatchObject({ dueOn: inDays(35), promisedOn: null, atRisk: false });
  });

  it('of which nothing more than the under-delivery tolerance is missing is settled, and not late', async () => {
    const [b, s] = [await hub.party(), await hub.party()];
    await hub.relate(b, s);
    await agreeTolerance(hub, b, s, { under: '0.02' });
    const order = await agreedGoods(b, s, 'L-3', parts(['100', -4]));
    expect(await progressOf(b, order.id)).toMatchObject({ late: true });
    await move(b, 'receiptRecord', receiptOf(order, 'LR-3', { received: '97' }));
    expect(await progressOf(b, order.id)).toMatchObject({ late: true, open: '3' });
    expect(await listed(s, 'lateLines', 'SUPPLIER', 'L-3')).toEqual([
      { scheduleId: '1', daysLate: 4, open: '3', openValue: { amount: '30.00', currency: 'CNY' } },
    ]);
    await move(b, 'receiptRecord', receiptOf(order, 'LR-4', { received: '1' }));
    expect(await progressOf(b, order.id)).toMatchObject({ late: false, open: '2', dueOn: null });
  });

  it('is told to be late once its day is over, and not where it came, was closed or got another day by then', async () => {
    const dated = (number: string, day: number) => agreedGoods(buyer, supplier, number, parts(['10', day]));
    const [late, came, closed, moved] = [await dated('L-4', 50), await dated('L-5', 50), await dated('L-6', 50), await dated('L-7', 50)];
    await move(buyer, 'receiptRecord', receiptOf(came, 'LR-5', { received: '10' }));
    await move(buyer, 'lineClose', { lineId: await lineIdOf(buyer, closed.id), reason: '不再需要' });
    const { proposal } = await buyer.act('orderProposeChange', {
      orderId: moved.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { schedules: [{ scheduleId: '1', quantity: '10', requestedTo: inDays(80) }] } }],
    });
    await supplier.act('orderDecideChange', { orderId: moved.id, proposalId: proposal?.id, decision: 'ACCEPT' });
    await atRest(hub.db);
    const armed = await hub.db.owner.query<{ number: string }>(
      `select o.number from app.deadline d join app.delivery_schedule s on s.id = d.subject_id join app.orders o on o.id = s.order_id
       where d.kind = 'LINE_LATE' and o.number in ('L-4', 'L-5', 'L-6', 'L-7') order by 1`,
    );
    expect(armed.rows.map((row) => row.number)).toEqual(['L-4', 'L-7']);
    await advance(hub.db, 49 * 24);
    await atRest(hub.db);
    expect(await listed(buyer, 'lateLines', 'BUYER', 'L-4')).toEqual([]);
    expect(await told('L-4', 'L-5', 'L-6', 'L-7')).toEqual([]);
    await advance(hub.db, 48);
    expect(
      await until(
        () => told('L-4', 'L-5', 'L-6', 'L-7'),
        (numbers) => numbers.length > 0,
      ),
    ).toEqual(['L-4']);
    expect(await listed(buyer, 'lateLines', 'BUYER', 'L-4')).toMatchObject([{ scheduleId: '1', daysLate: 1, open: '10' }]);
    for (const number of ['L-5', 'L-6', 'L-7']) expect(await listed(buyer, 'lateLines', 'BUYER', number)).toEqual([]);
    expect(await progressOf(supplier, late.id)).toMatchObject({ late: true, atRisk: false, dueOn: inDays(50) });
  });
});
