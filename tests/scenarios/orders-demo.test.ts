import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORDER_STATUSES } from '../../src/orders/index.js';
import { startDemoHub, type DemoHub } from '../support/demo-hub.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());

it('the demo has an order in every status, an open change of each side, a frame with call-offs and a disclosure', async () => {
  const { orders } = await hub.ask<{ orders: { nodes: { status: string; type: string; openProposals: { side: string }[] }[] } }>(
    'rt_demo_buyer',
    '{ orders(as: BUYER, first: 100) { nodes { status type openProposals { side } } } }',
  );
  expect(new Set(orders.nodes.map((order) => order.status))).toEqual(new Set(ORDER_STATUSES));
  expect(new Set(orders.nodes.flatMap((order) => order.openProposals.map(({ side }) => side)))).toEqual(new Set(['BUYER', 'SUPPLIER']));
  const { frame } = await hub.ask<{ frame: object }>(
    'rt_demo_supplier2',
    '{ frame: orders(as: SUPPLIER, filter: { type: [FRAME] }) { nodes { calledOff { amount } lines { calledOff remaining unit } callOffs { nodes { number } } } } }',
  );
  expect(frame).toEqual({
    nodes: [
      {
        calledOff: { amount: '583200.00' },
        lines: [{ calledOff: '60', remaining: '180', unit: 'TNE' }],
        callOffs: { nodes: [{ number: 'CO-2026-1101' }, { number: 'CO-2026-1001' }] },
      },
    ],
  });
  const { orderDisclosures } = await hub.ask<{ orderDisclosures: { nodes: { order: { number: string } }[] } }>(
    'rt_demo_bank',
    '{ orderDisclosures(as: GRANTEE) { nodes { order { number lines { lineId } } } } }',
  );
  expect(orderDisclosures.nodes).toMatchObject([{ order: { number: 'PO-2026-1002', lines: [{ lineId: '00010' }, { lineId: '00020' }] } }]);
});
