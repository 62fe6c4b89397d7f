import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Acted, agreed, lineInput, orderDocument, ordersHub, type OrdersHub, type Party, patiently } from '../support/orders.js';

let hub: OrdersHub;
let second: string;
let buyer: Party;
let supplier: Party;

beforeAll(async () => {
  hub = await ordersHub();
  second = await hub.another();
  [buyer, supplier] = [await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
});
afterAll(() => hub.stop());

const done = (answers: readonly Acted[]) => answers.filter((answer) => answer.userErrors.length === 0);
const codes = (answers: readonly Acted[]) => answers.flatMap((answer) => answer.userErrors.map((error) => error.code));

describe('Two at once', () => {
  it('decisions on one proposal: one is taken, the other is told that it came late', async () => {
    const order = await agreed(buyer, supplier, 'X-1');
    const { proposal } = await buyer.act('orderProposeChange', {
      orderId: order.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: '11' } }],
    });
    const decide = (decision: string) => supplier.act('orderDecideChange', { orderId: order.id, proposalId: proposal?.id, decision });
    const answers = await Promise.all([decide('ACCEPT'), decide('REFUSE'), decide('ACCEPT')]);
    expect(done(answers)).toHaveLength(1);
    expect(codes(answers)).toEqual(['CHANGE_NOT_OPEN', 'CHANGE_NOT_OPEN']);
  });
  it("acceptances of each other's proposals: one makes the next revision, the other finds its proposal lapsed", async () => {
    const order = await agreed(buyer, supplier, 'X-2');
    const propose = (who: Party, quantity: string) =>
      who.act('orderProposeChange', { orderId: order.id, revision: 1, lines: [{ lineId: '1', action: 'CHANGE', change: { quantity } }] });
    const [ours, theirs] = [await propose(buyer, '11'), await propose(supplier, '9')];
    const answers = await Promise.all([
      supplier.act('orderDecideChange', { orderId: order.id, proposalId: ours.proposal?.id, decision: 'ACCEPT' }),
      buyer.act('orderDecideChange', { orderId: order.id, proposalId: theirs.proposal?.id, decision: 'ACCEPT' }),
    ]);
    expect(done(answers)).toHaveLength(1);
    expect(codes(answers)).toEqual(['CHANGE_NOT_OPEN']);
    expect(done(answers)[0]?.order).toMatchObject({ revision: 2, openProposals: [] });
  });
  it("the buyer's cancellation and the supplier's acceptance: one of them, never both", async () => {
    for (let round = 0; round < 5; round++) {
      const { order } = await buyer.act('orderIssue', orderDocument(supplier, `X-3-${round}`));
      await Promise.all([
        buyer.act('orderCancel', { orderId: order?.id }),
        supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' }),
      ]);
      const { order: end } = await buyer.ask<{ order: { status: string; openProposals: object[] } }>(
        `{ order(by: { id: "${order?.id}" }) { status openProposals { id } } }`,
      );
      expect(end).toEqual(
        end.status === 'CANCELLED'
          ? { status: 'CANCELLED', openProposals: [] }
          : { status: 'IN_FORCE', openProposals: [{ id: expect.any(String) }] },
      );
    }
  });
  it('the same order sent under one key fifty times over two processes: one order, the same answer', async () => {
    const { header } = await hub.key(buyer.uuid, ['orders:read', 'orders:write']);
    const input = { ...orderDocument(supplier, 'X-4'), idempotencyKey: 'once' };
    const send = (url: string) =>
      patiently<{ done: Acted }>(
        url,
        header,
        'mutation M($input: OrderIssueInput!) { done: orderIssue(input: $input) { order { id } outcome replayed userErrors { code } } }',
        { input },
      );
    const answers = await Promise.all(Array.from({ length: 50 }, (_, i) => send(i % 2 ? hub.url : second)));
    const settled = answers.map(({ data }) => data.done).filter((one) => one.userErrors.length === 0);
    expect(new Set(settled.map((one) => one.order?.id)).size).toBe(1);
    expect(settled.filter((one) => !one.replayed)).toHaveLength(1);
    expect(new Set(settled.map((one) => one.outcome))).toEqual(new Set(['ISSUED']));
    const other = await patiently<{ done: Acted }>(
      hub.url,
      header,
      'mutation M($input: OrderIssueInput!) { done: orderIssue(input: $input) { userErrors { code } } }',
      { input: { ...input, number: 'X-4b' } },
    );
    expect(other.data.done.userErrors).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });
});

describe('Call-offs from one frame', () => {
  const frame = async (number: string, header: object = {}) => {
    const { order } = await buyer.act('orderIssue', {
      ...orderDocument(supplier, number, [{ id: '1', quantity: '100', unit: 'KGM', price: '2' }]),
      typeCode: 'FRAME',
      header: { currency: 'CNY', validTo: '2027-12-31', ...header },
    });
    await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' });
    return number;
  };
  const callOff = (of: string, number: string, quantity: string, unit = 'KGM') =>
    buyer.act('orderIssue', {
      ...orderDocument(supplier, number),
      typeCode: 'CALL_OFF',
      frame: { number: of },
      lines: [{ ...lineInput({ id: '1', quantity, unit }), price: undefined }],
    });
  const left = async (of: string) =>
    (
      await buyer.ask<{ orders: { nodes: { lines: { remaining: string }[] }[] } }>(
        `{ orders(as: BUYER, filter: { number: "${of}" }) { nodes { lines { remaining } } } }`,
      )
    ).orders.nodes[0]?.lines[0]?.remaining;

  it('ten at once never draw more than it holds', async () => {
    const of = await frame('X-F1');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => callOff(of, `X-F1-${i}`, '30')));
    expect(done(answers)).toHaveLength(3);
    expect(new Set(codes(answers))).toEqual(new Set(['FRAME_EXHAUSTED']));
    expect(await left(of)).toBe('10');
  });
  it("one too large is refused with the figure that is left, in the frame's unit", async () => {
    const of = await frame('X-F2');
    await callOff(of, 'X-F2-1', '60');
    expect((await callOff(of, 'X-F2-2', '0.041', 'TNE')).userErrors).toMatchObject([
      {
        code: 'FRAME_EXHAUSTED',
        params: expect.arrayContaining([
          { name: 'remaining', value: '40' },
          { name: 'asked', value: '41' },
          { name: 'unit', value: 'KGM' },
        ]),
      },
    ]);
    expect((await callOff(of, 'X-F2-3', '0.04', 'TNE')).order).toMatchObject({ total: { amount: '80.00' } });
  });
  it('one that is refused or cancelled gives back what it drew', async () => {
    const of = await frame('X-F3');
    const [first, other] = [await callOff(of, 'X-F3-1', '70'), await callOff(of, 'X-F3-2', '30')];
    expect(await left(of)).toBe('0');
    await supplier.act('orderRespond', { orderId: first.order?.id, revision: 1, code: 'RE' });
    await buyer.act('orderCancel', { orderId: other.order?.id });
    expect(await left(of)).toBe('100');
  });
  it('a change of one draws when it is accepted, and is refused when the frame does not hold it any more', async () => {
    const of = await frame('X-F4');
    const { order } = await callOff(of, 'X-F4-1', '50');
    await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' });
    const { proposal } = await buyer.act('orderProposeChange', {
      orderId: order?.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: '80' } }],
    });
    await callOff(of, 'X-F4-2', '40');
    const accept = () => supplier.act('orderDecideChange', { orderId: order?.id, proposalId: proposal?.id, decision: 'ACCEPT' });
    expect((await accept()).userErrors).toMatchObject([{ code: 'FRAME_EXHAUSTED' }]);
    expect(await left(of)).toBe('10');
  });
  it('the frame itself does not shrink below what is called off, and its ceiling holds', async () => {
    const of = await frame('X-F5', { frameTotal: '150' });
    await callOff(of, 'X-F5-1', '70');
    expect((await callOff(of, 'X-F5-2', '10')).userErrors).toMatchObject([{ code: 'FRAME_VALUE_EXHAUSTED' }]);
    const { orders } = await buyer.ask<{ orders: { nodes: { id: string }[] } }>(
      `{ orders(as: BUYER, filter: { number: "${of}" }) { nodes { id } } }`,
    );
    const less = await buyer.act('orderProposeChange', {
      orderId: orders.nodes[0]?.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: '69' } }],
    });
    expect(less.userErrors).toMatchObject([{ code: 'BELOW_CALLED_OFF' }]);
  });
});
