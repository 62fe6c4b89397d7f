import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, orderDocument, ordersHub, type OrdersHub, type Party } from '../support/orders.js';

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

describe('An order before agreement', () => {
  it('is an offer of its buyer that awaits the supplier, and is in force once accepted', async () => {
    const issued = await buyer.act('orderIssue', orderDocument(supplier, 'N-1'));
    expect(issued.userErrors).toEqual([]);
    expect(issued.order).toMatchObject({ status: 'ISSUED', revision: 1, agreedRevision: null, waitsFor: 'SUPPLIER', total: { amount: '700.00', currency: 'CNY' } });
    const accepted = await supplier.act('orderRespond', { orderId: issued.order?.id, revision: 1, code: 'AP' });
    expect(accepted.userErrors).toEqual([]);
    expect(accepted.order).toMatchObject({ status: 'IN_FORCE', revision: 1, agreedRevision: 1, waitsFor: null });
  });
});

void agreed;

describe('A counter of the supplier (CA)', () => {
  it('awaits the buyer, who accepts it as the next revision', async () => {
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, 'N-2'));
    const countered = await supplier.act('orderRespond', {
      orderId: order?.id, revision: 1, code: 'CA', lines: [{ lineId: '1', action: 'CHANGED', change: { quantity: '5' } }, { lineId: '2', action: 'ACCEPTED' }],
    });
    expect(countered.userErrors).toEqual([]);
    expect(countered.order).toMatchObject({ status: 'COUNTERED', revision: 1, waitsFor: 'BUYER', total: { amount: '700.00' } });
    const decided = await buyer.act('orderDecideChange', { orderId: order?.id, proposalId: countered.proposal?.id, decision: 'ACCEPT' });
    expect(decided.userErrors).toEqual([]);
    expect(decided.order).toMatchObject({ status: 'IN_FORCE', revision: 2, agreedRevision: 2, total: { amount: '500.00' }, openProposals: [] });
  });

  it('is accepted by a change of the buyer that says the same, and what that says beyond is a proposal', async () => {
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, 'N-3'));
    await supplier.act('orderRespond', {
      orderId: order?.id, revision: 1, code: 'CA', lines: [
        { lineId: '1', action: 'CHANGED', change: { quantity: '5', sellerItemId: 'SN-1' } }, { lineId: '2', action: 'CHANGED', change: { sellerItemId: 'SN-2' } }],
    });
    const same = await buyer.act('orderProposeChange', {
      orderId: order?.id, revision: 1, header: { note: 'gate 34' }, lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: '5' } }, { lineId: '2', action: 'NO_ACTION' }],
    });
    expect(same.userErrors).toEqual([]);
    expect(same.order).toMatchObject({ status: 'IN_FORCE', revision: 2, total: { amount: '500.00' }, openProposals: [{ side: 'BUYER', baseRevision: 2 }] });
    expect(same.outcome).toBe('ACCEPTED');
  });
});
