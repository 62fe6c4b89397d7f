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
    expect(issued.order).toMatchObject({
      status: 'ISSUED',
      revision: 1,
      agreedRevision: null,
      waitsFor: 'SUPPLIER',
      total: { amount: '700.00', currency: 'CNY' },
    });
    const accepted = await supplier.act('orderRespond', { orderId: issued.order?.id, revision: 1, code: 'AP' });
    expect(accepted.userErrors).toEqual([]);
    expect(accepted.order).toMatchObject({ status: 'IN_FORCE', revision: 1, agreedRevision: 1, waitsFor: null });
  });
});

describe('A counter of the supplier (CA)', () => {
  it('awaits the buyer, who accepts it as the next revision', async () => {
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, 'N-2'));
    const countered = await supplier.act('orderRespond', {
      orderId: order?.id,
      revision: 1,
      code: 'CA',
      lines: [
        { lineId: '1', action: 'CHANGED', change: { quantity: '5' } },
        { lineId: '2', action: 'ACCEPTED' },
      ],
    });
    expect(countered.userErrors).toEqual([]);
    expect(countered.order).toMatchObject({ status: 'COUNTERED', revision: 1, waitsFor: 'BUYER', total: { amount: '700.00' } });
    const decided = await buyer.act('orderDecideChange', { orderId: order?.id, proposalId: countered.proposal?.id, decision: 'ACCEPT' });
    expect(decided.userErrors).toEqual([]);
    expect(decided.order).toMatchObject({
      status: 'IN_FORCE',
      revision: 2,
      agreedRevision: 2,
      total: { amount: '500.00' },
      openProposals: [],
    });
  });

  it('is accepted by a change of the buyer that says the same, and what that says beyond is a proposal', async () => {
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, 'N-3'));
    await supplier.act('orderRespond', {
      orderId: order?.id,
      revision: 1,
      code: 'CA',
      lines: [
        { lineId: '1', action: 'CHANGED', change: { quantity: '5', sellerItemId: 'SN-1' } },
        { lineId: '2', action: 'CHANGED', change: { sellerItemId: 'SN-2' } },
      ],
    });
    const same = await buyer.act('orderProposeChange', {
      orderId: order?.id,
      revision: 1,
      header: { note: 'gate 34' },
      lines: [
        { lineId: '1', action: 'CHANGE', change: { quantity: '5' } },
        { lineId: '2', action: 'NO_ACTION' },
      ],
    });
    expect(same.userErrors).toEqual([]);
    expect(same.order).toMatchObject({
      status: 'IN_FORCE',
      revision: 2,
      total: { amount: '500.00' },
      openProposals: [{ side: 'BUYER', baseRevision: 2 }],
    });
    expect(same.outcome).toBe('ACCEPTED');
  });
});

describe('A counter that is not accepted', () => {
  const counter = async (number: string) => {
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, number));
    const { proposal } = await supplier.act('orderRespond', {
      orderId: order?.id,
      revision: 1,
      code: 'CA',
      lines: [
        { lineId: '1', action: 'CHANGED', change: { price: '45' } },
        { lineId: '2', action: 'NOT_ACCEPTED' },
      ],
    });
    return { orderId: order?.id, proposalId: proposal?.id };
  };
  it('is refused, and the offer awaits an answer again', async () => {
    const refused = await buyer.act('orderDecideChange', { ...(await counter('N-10')), decision: 'REFUSE', reason: 'too dear' });
    expect(refused.order).toMatchObject({ status: 'ISSUED', revision: 1, waitsFor: 'SUPPLIER', openProposals: [] });
  });
  it('is withdrawn by the supplier, and the offer awaits an answer again', async () => {
    expect((await supplier.act('orderWithdrawChange', await counter('N-11'))).order).toMatchObject({
      status: 'ISSUED',
      waitsFor: 'SUPPLIER',
    });
  });
  it('lapses when the buyer says something else', async () => {
    const { orderId, proposalId } = await counter('N-12');
    const replaced = await buyer.act('orderProposeChange', {
      orderId,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { price: '42' } }],
    });
    expect(replaced).toMatchObject({ outcome: 'REPLACED', order: { status: 'ISSUED', revision: 2, agreedRevision: null } });
    const late = await buyer.act('orderDecideChange', { orderId, proposalId, decision: 'ACCEPT' });
    expect(late.userErrors).toMatchObject([{ code: 'CHANGE_NOT_OPEN', params: [{ name: 'status', value: 'LAPSED' }] }]);
  });
  it('leaves a line not accepted to be seen for ever once it is accepted', async () => {
    const accepted = await buyer.act('orderDecideChange', { ...(await counter('N-13')), decision: 'ACCEPT' });
    expect(accepted.order).toMatchObject({
      status: 'IN_FORCE',
      total: { amount: '450.00' },
      lines: [
        { lineId: '1', state: 'ACTIVE', price: '45' },
        { lineId: '2', state: 'REFUSED', quantity: '50' },
      ],
    });
  });
});

describe('The end of an order', () => {
  it("is the supplier's word (RE) before agreement, and its lines stay untouched", async () => {
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, 'N-20'));
    const refused = await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'RE', note: 'no capacity' });
    expect(refused.order).toMatchObject({ status: 'REFUSED', lines: [{ state: 'ACTIVE' }, { state: 'ACTIVE' }] });
    expect((await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' })).userErrors).toMatchObject([
      { code: 'NOT_ALLOWED' },
    ]);
  });
  it("is the buyer's word before agreement", async () => {
    const { order } = await buyer.act('orderIssue', orderDocument(supplier, 'N-21'));
    expect((await buyer.act('orderCancel', { orderId: order?.id, reason: 'redesigned' })).order).toMatchObject({
      status: 'CANCELLED',
      waitsFor: null,
    });
  });
  it('is proposed afterwards, and cancels the order once the other side accepts (Peppol BIS Advanced Ordering 3, scenario 4)', async () => {
    const order = await agreed(buyer, supplier, 'N-22');
    const asked = await buyer.act('orderCancel', { orderId: order.id });
    expect(asked.order).toMatchObject({ status: 'IN_FORCE', waitsFor: 'SUPPLIER', openProposals: [{ side: 'BUYER', endsOrder: true }] });
    const done = await supplier.act('orderRespond', { orderId: order.id, revision: 1, code: 'AP' });
    expect(done.order).toMatchObject({ status: 'CANCELLED', total: { amount: '0.00' }, lines: [{ state: 'ENDED' }, { state: 'ENDED' }] });
  });
  it("is proposed by the supplier's unasked RE, and confirmed by the buyer's cancellation (scenario 5)", async () => {
    const order = await agreed(buyer, supplier, 'N-23');
    await supplier.act('orderRespond', { orderId: order.id, revision: 1, code: 'RE' });
    expect((await buyer.act('orderCancel', { orderId: order.id })).order).toMatchObject({ status: 'CANCELLED' });
  });
});

describe('A change of an agreed order', () => {
  it('may be open from both sides; one accepted, the other lapses with its base', async () => {
    const order = await agreed(buyer, supplier, 'N-30');
    const ours = await buyer.act('orderProposeChange', {
      orderId: order.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: '12' } }],
    });
    const theirs = await supplier.act('orderProposeChange', { orderId: order.id, revision: 1, lines: [{ lineId: '2', action: 'END' }] });
    expect(theirs.order?.openProposals).toHaveLength(2);
    const accepted = await supplier.act('orderDecideChange', { orderId: order.id, proposalId: ours.proposal?.id, decision: 'ACCEPT' });
    expect(accepted.order).toMatchObject({ revision: 2, agreedRevision: 2, status: 'IN_FORCE', waitsFor: null, openProposals: [] });
    const { order: seen } = await buyer.ask<{ order: object }>(
      `{ order(by: { id: "${order.id}" }) { proposals { side status lines { lineId kind changes { field old new delta } } } revisions { revision origin agreement { at } lines { lineId kind } } } }`,
    );
    expect(seen).toMatchObject({
      proposals: [
        {
          side: 'BUYER',
          status: 'ACCEPTED',
          lines: [{ lineId: '1', kind: 'CHANGED', changes: [{ field: 'quantity', old: '10', new: '12', delta: '2' }] }],
        },
        { side: 'SUPPLIER', status: 'LAPSED', lines: [{ lineId: '2', kind: 'ENDED', changes: [] }] },
      ],
      revisions: [
        { revision: 1, origin: 'ISSUED', agreement: {} },
        { revision: 2, origin: 'CHANGED', agreement: {}, lines: [{ lineId: '1', kind: 'CHANGED' }] },
      ],
    });
  });
  it('gives way to a second one of the same side', async () => {
    const order = await agreed(buyer, supplier, 'N-31');
    const propose = (quantity: string) =>
      buyer.act('orderProposeChange', { orderId: order.id, revision: 1, lines: [{ lineId: '1', action: 'CHANGE', change: { quantity } }] });
    await propose('12');
    expect((await propose('13')).order?.openProposals).toHaveLength(1);
  });
  it('answered line by line is turned down and countered', async () => {
    const order = await agreed(buyer, supplier, 'N-32');
    await buyer.act('orderProposeChange', {
      orderId: order.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: '20' } }],
    });
    const countered = await supplier.act('orderRespond', {
      orderId: order.id,
      revision: 1,
      code: 'CA',
      lines: [
        { lineId: '1', action: 'CHANGED', change: { quantity: '15' } },
        { lineId: '2', action: 'ACCEPTED' },
      ],
    });
    expect(countered.order?.openProposals).toMatchObject([{ side: 'SUPPLIER' }]);
    const taken = await buyer.act('orderDecideChange', { orderId: order.id, proposalId: countered.proposal?.id, decision: 'ACCEPT' });
    expect(taken.order).toMatchObject({ revision: 2, lines: [{ quantity: '15' }, { quantity: '50' }] });
  });
  it('splits a line into parts whose promises are kept as history', async () => {
    const order = await agreed(buyer, supplier, 'N-33');
    const parts = (to: string) => [
      { scheduleId: 'a', quantity: '4', promisedTo: '2026-12-01' },
      { scheduleId: 'b', quantity: '6', promisedTo: to },
    ];
    for (const [revision, to] of [
      [1, '2026-12-08'],
      [2, '2026-12-20'],
    ] as const) {
      const { proposal, userErrors } = await supplier.act('orderProposeChange', {
        orderId: order.id,
        revision,
        lines: [{ lineId: '1', action: 'CHANGE', change: { schedules: parts(to) } }],
      });
      expect(userErrors).toEqual([]);
      await buyer.act('orderDecideChange', { orderId: order.id, proposalId: proposal?.id, decision: 'ACCEPT' });
    }
    const { order: seen } = await buyer.ask<{ order: { lines: object[] } }>(
      `{ order(by: { id: "${order.id}" }) { lines { schedules { scheduleId promisedTo } promises { scheduleId promisedTo revision } } } }`,
    );
    expect(seen.lines[0]).toEqual({
      schedules: [
        { scheduleId: 'a', promisedTo: '2026-12-01' },
        { scheduleId: 'b', promisedTo: '2026-12-20' },
      ],
      promises: [
        { scheduleId: 'a', promisedTo: '2026-12-01', revision: 2 },
        { scheduleId: 'b', promisedTo: '2026-12-08', revision: 2 },
        { scheduleId: 'b', promisedTo: '2026-12-20', revision: 3 },
      ],
    });
  });
});
