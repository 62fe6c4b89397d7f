import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, ordersHub, type OrdersHub, type OrderView, type Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let bank: Party;
let order: OrderView;

beforeAll(async () => {
  hub = await ordersHub();
  [buyer, supplier, bank] = [await hub.party(), await hub.party(), await hub.party(['FINANCIER'])];
  await hub.relate(buyer, supplier);
  await hub.relate(supplier, bank);
  order = await agreed(buyer, supplier, 'D-1');
  await supplier.act('orderProposeChange', {
    orderId: order.id,
    revision: 1,
    note: 'secret',
    lines: [{ lineId: '1', action: 'CHANGE', change: { price: '41' } }],
  });
});
afterAll(() => hub.stop());

interface Shown {
  readonly done: { disclosure: { id: string } | null; userErrors: { code: string; field: string[] | null }[] };
}
const disclose = (who: Party, grantee: Party, orderId = order.id) =>
  who.ask<Shown>(
    'mutation M($input: OrderDiscloseInput!) { done: orderDisclose(input: $input) { disclosure { id order { number } grantee { id } } userErrors { code field } } }',
    { input: { orderId, grantee: { id: grantee.id }, purpose: 'order finance' } },
  );
const end = (who: Party, disclosureId: string) =>
  who.ask<Shown>(
    'mutation M($input: OrderDisclosureEndInput!) { done: orderDisclosureEnd(input: $input) { disclosure { id endedAt } userErrors { code field } } }',
    { input: { disclosureId } },
  );
const everything = (who: Party) =>
  who.ask<{ order: object | null }>(`{ order(by: { id: "${order.id}" }) {
  number status total { amount } buyer { id } lines { lineId price schedules { quantity } promises { promisedTo } history { revision } }
  revisions { revision } responses { code } proposals { note } openProposals { id } reminders { at } externalReference allowedActions { action } } }`);

describe('A disclosed order', () => {
  it('is seen by the third organisation as it stands, with nothing of the negotiation', async () => {
    expect((await everything(bank)).order).toBeNull();
    const { done } = await disclose(supplier, bank);
    expect(done.userErrors).toEqual([]);
    expect((await everything(bank)).order).toEqual({
      number: 'D-1',
      status: 'IN_FORCE',
      total: { amount: '700.00' },
      buyer: { id: buyer.id },
      lines: [
        { lineId: '1', price: '40', schedules: [{ quantity: '10' }], promises: [], history: [] },
        { lineId: '2', price: '6', schedules: [{ quantity: '50' }], promises: [], history: [] },
      ],
      revisions: [],
      responses: [],
      proposals: [],
      openProposals: [],
      reminders: [],
      externalReference: null,
      allowedActions: [],
    });
    expect(await bank.ask('{ orders(as: SUPPLIER) { totalCount } }')).toEqual({ orders: { totalCount: 0 } });
  });
  it('is not told to the other party', async () => {
    expect(await buyer.ask('{ orderDisclosures(as: GRANTOR) { totalCount } }')).toEqual({ orderDisclosures: { totalCount: 0 } });
    expect(await bank.ask('{ orderDisclosures(as: GRANTEE) { nodes { purpose order { number } } } }')).toEqual({
      orderDisclosures: { nodes: [{ purpose: 'order finance', order: { number: 'D-1' } }] },
    });
  });
  it('cannot be acted on by the third', async () => {
    expect((await bank.act('orderCancel', { orderId: order.id })).userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['orderId'] }]);
    expect((await disclose(bank, supplier)).done.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['orderId'] }]);
  });
  it('is not shown twice, nor to a party', async () => {
    expect((await disclose(supplier, bank)).done.userErrors).toMatchObject([{ code: 'DISCLOSURE_EXISTS' }]);
    expect((await disclose(supplier, buyer)).done.userErrors).toMatchObject([{ code: 'GRANTEE_IS_PARTY' }]);
  });
  it('is gone for the third when the disclosure ends, which only its giver can do, once', async () => {
    const { orderDisclosures } = await supplier.ask<{ orderDisclosures: { nodes: { id: string }[] } }>(
      '{ orderDisclosures(as: GRANTOR) { nodes { id } } }',
    );
    const id = orderDisclosures.nodes[0]?.id ?? '';
    expect((await end(bank, id)).done.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await end(supplier, id)).done).toMatchObject({ disclosure: { endedAt: expect.any(String) }, userErrors: [] });
    expect((await everything(bank)).order).toBeNull();
    expect((await end(supplier, id)).done.userErrors).toMatchObject([{ code: 'DISCLOSURE_ENDED' }]);
  });
});
