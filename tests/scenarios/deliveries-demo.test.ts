import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { demoKey, demoOrgId } from '../../src/parties/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { RawSocket } from '../support/socket.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
  await hub.settled();
});
afterAll(() => hub.stop());

interface Goods {
  readonly despatches: { readonly nodes: readonly { number: string; status: string; lines: readonly { inTransit: string }[] }[] };
  readonly lateLines: { readonly nodes: readonly { scheduleId: string; open: string; daysLate: number; order: { number: string } }[] };
  readonly linesAtRisk: { readonly nodes: readonly { scheduleId: string; order: { number: string } }[] };
}

it('the demo has despatches received, short, under way and taken back, a line closed short, one late and one at risk', async () => {
  const goods = await hub.ask<Goods>(
    demoKey('buyer'),
    `{ despatches(as: BUYER, first: 100) { nodes { number status lines { inTransit } } }
       lateLines(as: BUYER, first: 100) { nodes { scheduleId open daysLate order { number } } }
       linesAtRisk(as: BUYER, first: 100) { nodes { scheduleId order { number } } } }`,
  );
  const byNumber = new Map(goods.despatches.nodes.map((one) => [one.number, [one.status, one.lines[0]?.inTransit]]));
  expect(['HD-SH-2201', 'HD-SH-2207', 'HD-SH-2213', 'HD-SH-2214'].map((number) => byNumber.get(number))).toEqual([
    ['SENT', '0'],
    ['SENT', '0'],
    ['CANCELLED', '4000'],
    ['SENT', '3000'],
  ]);
  const late = (nodes: readonly { order: { number: string } }[]) => nodes.filter(({ order }) => order.number === 'PO-2026-0907');
  expect(late(goods.lateLines.nodes)).toMatchObject([{ scheduleId: '1', open: '140', daysLate: 9 }]);
  expect(late(goods.linesAtRisk.nodes)).toMatchObject([{ scheduleId: '2' }]);
  const { orders } = await hub.ask<{ orders: { nodes: { lines: { lineId: string; progress: object }[] }[] } }>(
    demoKey('supplier2'),
    '{ orders(as: SUPPLIER, filter: { number: "PO-2026-1001" }) { nodes { lines { lineId progress { received open closedReason } } } } }',
  );
  expect(orders.nodes[0]?.lines[1]?.progress).toEqual({ received: '640', open: '0', closedReason: '尾数 10 KGM 不再补交' });
});

it('a buyer sees live what its supplier sends, and a third organisation sees nothing of it', async () => {
  const updates = 'subscription { despatchUpdates { kind event { type } despatch { number status version } } }';
  const boxes = await hub.key(demoOrgId('supplier4'), ['orders:read', 'orders:write', 'feed:read']);
  const buyer = await RawSocket.ready(hub.url, `Bearer ${demoKey('buyer')}`);
  const other = await RawSocket.ready(hub.url, `Bearer ${boxes}`);
  buyer.subscribe('1', updates);
  other.subscribe('1', updates);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const send = async (secret: string, number: string, lines: object[]) => {
    const input = { number, buyer: { id: publicId('org', demoOrgId('buyer')) }, lines, idempotencyKey: randomUUID() };
    return hub.ask<{ despatchSend: { userErrors: object[] } }>(
      secret,
      'mutation ($input: DespatchSendInput!) { despatchSend(input: $input) { userErrors { code } } }',
      { input },
    );
  };
  const resin = [{ order: { number: 'PO-2026-1001' }, lineId: '10', quantity: '2', unit: 'TNE' }];
  const { despatchSend } = await send(demoKey('supplier2'), 'LIVE-1', resin);
  expect(despatchSend.userErrors).toEqual([]);
  expect(await buyer.next()).toMatchObject({
    payload: {
      data: { despatchUpdates: { kind: 'EVENT', event: { type: 'DESPATCH_SENT' }, despatch: { number: 'LIVE-1', version: 1 } } },
    },
  });
  await send(boxes, 'LIVE-2', [{ order: { number: 'PO-2026-1003' }, lineId: '1', quantity: '100' }]);
  expect(await other.next()).toMatchObject({ payload: { data: { despatchUpdates: { despatch: { number: 'LIVE-2' } } } } });
});
