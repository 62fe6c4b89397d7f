import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, orderDocument, type OrdersHub, ordersHub, type Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;

beforeAll(async () => {
  hub = await ordersHub();
  buyer = await hub.party();
  supplier = await hub.party();
  await hub.relate(buyer, supplier);
});
afterAll(() => hub.stop());

describe('A document sent again', () => {
  const again = (number: string, lines?: Parameters<typeof orderDocument>[2], more?: object) =>
    buyer.act('orderIssue', orderDocument(supplier, number, lines, more));
  it('with the same content, in another order and unit, is no new revision', async () => {
    await again('N-40', [
      { id: '00010', quantity: '1500', unit: 'KGM', price: '2' },
      { id: '20', quantity: '3' },
    ]);
    const same = await again('n 40', [
      { id: '20', quantity: '3' },
      { id: '00010', quantity: '1.5', unit: 'TNE', price: '2000' },
    ]);
    expect(same).toMatchObject({ outcome: 'UNCHANGED', order: { revision: 1, version: 1 }, userErrors: [] });
  });
  it('before agreement replaces the offer: an answer to the old one is stale', async () => {
    const { order } = await again('N-41');
    expect(
      await again('N-41', [
        { id: '1', quantity: '11', price: '40' },
        { id: '2', quantity: '50', price: '6' },
      ]),
    ).toMatchObject({ outcome: 'REPLACED', order: { revision: 2, status: 'ISSUED' } });
    const stale = await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' });
    expect(stale.userErrors).toMatchObject([{ code: 'STALE_REVISION', params: [{ name: 'currentRevision', value: '2' }] }]);
  });
  it('after agreement without a line proposes its end, and deletes nothing', async () => {
    const order = await agreed(buyer, supplier, 'N-42');
    const shorter = await again('N-42', [{ id: '1', quantity: '10', price: '40' }]);
    expect(shorter).toMatchObject({
      outcome: 'PROPOSED',
      order: { id: order.id, revision: 1, lines: [{ state: 'ACTIVE' }, { state: 'ACTIVE' }] },
    });
    expect(await again('N-42', [{ id: '1', quantity: '10', price: '40' }])).toMatchObject({
      outcome: 'UNCHANGED',
      order: { openProposals: [{ side: 'BUYER' }] },
    });
  });
  it('of another type, or after the order ended, is refused', async () => {
    const { order } = await again('N-43');
    expect((await again('N-43', undefined, { typeCode: 'CONSIGNMENT' })).userErrors).toMatchObject([{ code: 'ORDER_TYPE_CHANGED' }]);
    await buyer.act('orderCancel', { orderId: order?.id });
    expect((await again('N-43')).userErrors).toMatchObject([{ code: 'ORDER_CLOSED', field: ['number'] }]);
  });
});
