import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreedGoods, despatchOf, type Done, goodsHub, move, progressOf, receiptOf, refusalOf } from '../support/deliveries.js';
import type { OrdersHub, OrderView, Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let stranger: Party;

beforeAll(async () => {
  hub = await goodsHub();
  [buyer, supplier, stranger] = [await hub.party(), await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
});
afterAll(() => hub.stop());

const taken = <It>(done: Done<It>): It => {
  if (!done.it) throw new Error(JSON.stringify(done.userErrors));
  return done.it;
};

describe('A document about goods is refused', () => {
  let order: OrderView;
  let offered: OrderView | undefined;
  let foreign: OrderView;
  beforeAll(async () => {
    order = await agreedGoods(buyer, supplier, 'B-1', [
      { id: '1', quantity: '100' },
      { id: '2', quantity: '50', unit: 'KGM' },
    ]);
    ({ order: offered } = await buyer.act('orderIssue', {
      supplier: { id: supplier.id },
      number: 'B-2',
      header: { currency: 'CNY' },
      lines: [{ lineId: '1', itemName: 'x', quantity: '5', unit: 'C62' }],
    }));
    const other = await hub.party();
    await hub.relate(other, supplier);
    foreign = await agreedGoods(other, supplier, 'B-3');
    const line = (lot: string) => ({ order: { id: order.id }, lineId: '2', quantity: '5', lot });
    taken(await move(supplier, 'despatchSend', { number: 'BD-0', externalReference: 'WMS-1', lines: [line('a'), line('b')] }));
    taken(await move(buyer, 'receiptRecord', receiptOf(order, 'BR-0', { received: '1' }, { externalReference: 'WMS-1' })));
  });
  const lines = (...named: object[]) => ({ lines: named });
  const one = (more: object = {}) => ({ order: { id: order.id }, lineId: '1', quantity: '1', ...more });
  const got = (more: object = {}) => ({ order: { id: order.id }, lineId: '1', received: '1', ...more });

  it.each<[string, () => object, string, string[]]>([
    ['of an order that is not agreed', () => lines(one({ order: { id: offered?.id } })), 'ORDER_NOT_AGREED', ['lines', '0', 'lineId']],
    ['of a line that does not exist', () => lines(one({ lineId: '9' })), 'LINE_UNKNOWN', ['lines', '0', 'lineId']],
    ['of an order that does not exist', () => lines(one({ order: { id: `ord_${'0'.repeat(32)}` } })), 'NOT_FOUND', ['lines', '0', 'order']],
    ['of an order by number with nobody', () => lines(one({ order: { number: 'B-1' } })), 'NOT_FOUND', ['lines', '0', 'order']],
    ['of orders of two buyers', () => lines(one(), one({ order: { id: foreign.id } })), 'PARTIES_DIFFER', ['lines', '1', 'order']],
    ['with another buyer than its orders have', () => ({ buyer: { id: supplier.id }, ...lines(one()) }), 'PARTIES_DIFFER', ['buyer']],
    ['in a unit that measures something else', () => lines(one({ unit: 'KGM' })), 'UNIT_NOT_CONVERTIBLE', ['lines', '0', 'unit']],
    ['in a unit that is none', () => lines(one({ unit: '*' })), 'UNIT_UNKNOWN', ['lines', '0', 'unit']],
    ['with a quantity of nothing', () => lines(one({ quantity: '0' })), 'OUT_OF_RANGE', ['lines', '0', 'quantity']],
    ['of more than was ordered', () => lines(one({ quantity: '100' })), 'DESPATCH_OVER_TOLERANCE', ['lines', '0', 'quantity']],
    [
      'of more than was ordered in two lines',
      () => lines(one({ quantity: '60' }), one({ quantity: '40' })),
      'DESPATCH_OVER_TOLERANCE',
      ['lines', '1', 'quantity'],
    ],
    ['with a number that was used, in another spelling', () => ({ number: 'bd 0', ...lines(one()) }), 'DESPATCH_EXISTS', ['number']],
    [
      'with a reference that was used',
      () => ({ externalReference: 'WMS-1', ...lines(one()) }),
      'DELIVERY_REFERENCE_TAKEN',
      ['externalReference'],
    ],
    [
      'that arrives before it leaves',
      () => ({ despatchedOn: '2026-12-02', expectedOn: '2026-12-01', ...lines(one()) }),
      'PERIOD_REVERSED',
      ['expectedOn'],
    ],
    [
      'with a reason for nothing outstanding',
      () => lines(one({ outstandingReason: 'x' })),
      'REQUIRED',
      ['lines', '0', 'outstandingQuantity'],
    ],
    ['without lines', () => lines(), 'REQUIRED', ['lines']],
    ['with 1,001 lines', () => lines(...Array.from({ length: 1001 }, () => one())), 'TOO_MANY', ['lines']],
  ])('as a despatch %s', async (_title, input, code, field) => {
    const done = await move(supplier, 'despatchSend', { number: `BD-${code}`, ...input() });
    expect(refusalOf(done)).toMatchObject({ codes: [code], field });
  });

  it.each<[string, () => object, string, string[]]>([
    ['of an order that is not agreed', () => lines(got({ order: { id: offered?.id } })), 'ORDER_NOT_AGREED', ['lines', '0', 'lineId']],
    ['of more than may be kept', () => lines(got({ received: '100' })), 'RECEIPT_OVER_TOLERANCE', ['lines', '0', 'received']],
    ['on a day to come', () => ({ receivedOn: '2199-01-01', ...lines(got()) }), 'RECEIVED_IN_FUTURE', ['receivedOn']],
    ['that says nothing of a line', () => lines(got({ received: '0' })), 'NOTHING_SAID', ['lines', '0', 'received']],
    ['short without what to do', () => lines(got({ short: '1' })), 'REQUIRED', ['lines', '0', 'shortAction']],
    ['with an action for nothing short', () => lines(got({ shortAction: 'NONE' })), 'INVALID_VALUE', ['lines', '0', 'shortAction']],
    ['rejected without a reason', () => lines(got({ rejected: '1', rejectAction: 'RETURN' })), 'REQUIRED', ['lines', '0', 'rejectReason']],
    [
      'rejected without what to do',
      () => lines(got({ rejected: '1', rejectReason: 'QUALITY' })),
      'REQUIRED',
      ['lines', '0', 'rejectAction'],
    ],
    ['that names no order', () => lines({ lineId: '1', received: '1' }), 'REQUIRED', ['lines', '0', 'order']],
    ['that names no line', () => lines({ order: { id: order.id }, received: '1' }), 'REQUIRED', ['lines', '0', 'lineId']],
    ['of an unknown despatch', () => ({ despatch: { id: `des_${'0'.repeat(32)}` }, ...lines(got()) }), 'NOT_FOUND', ['despatch', 'id']],
    [
      'of a line that the despatch has twice',
      () => ({ supplier: { id: supplier.id }, despatch: { number: 'BD-0' }, ...lines(got({ lineId: '2' })) }),
      'DESPATCH_LINE_AMBIGUOUS',
      ['lines', '0', 'despatchLineId'],
    ],
    [
      'of a line that is not of the despatch',
      () => ({
        supplier: { id: supplier.id },
        despatch: { number: 'BD-0' },
        ...lines({ despatchLineId: `dsl_${'0'.repeat(32)}`, received: '1' }),
      }),
      'NOT_FOUND',
      ['lines', '0', 'despatchLineId'],
    ],
    ['with a number that was used', () => ({ number: 'BR0', ...lines(got()) }), 'RECEIPT_EXISTS', ['number']],
    [
      'with a reference that was used',
      () => ({ externalReference: 'WMS-1', ...lines(got()) }),
      'DELIVERY_REFERENCE_TAKEN',
      ['externalReference'],
    ],
    ['in a unit that measures something else', () => lines(got({ unit: 'KGM' })), 'UNIT_NOT_CONVERTIBLE', ['lines', '0', 'unit']],
  ])('as a receipt %s', async (_title, input, code, field) => {
    const done = await move(buyer, 'receiptRecord', { number: `BR-${code}`, ...input() });
    expect(refusalOf(done)).toMatchObject({ codes: [code], field });
  });

  it('from the wrong side, and from a third', async () => {
    expect(refusalOf(await move(buyer, 'despatchSend', { number: 'BD-W', ...lines(one()) })).codes).toEqual(['WRONG_SIDE']);
    expect(refusalOf(await move(supplier, 'receiptRecord', { number: 'BR-W', ...lines(got()) })).codes).toEqual(['WRONG_SIDE']);
    expect(refusalOf(await move(stranger, 'receiptRecord', { number: 'BR-W', ...lines(got()) })).codes).toEqual(['NOT_FOUND']);
    expect(await stranger.ask('{ despatches(as: BUYER) { totalCount } receipts(as: SUPPLIER) { totalCount } }')).toEqual({
      despatches: { totalCount: 0 },
      receipts: { totalCount: 0 },
    });
  });

  it('not where the same call is sent again under its key', async () => {
    const input = { number: 'BD-K', idempotencyKey: 'goods-again', ...lines(one()) };
    const [first, again] = [await move(supplier, 'despatchSend', input), await move(supplier, 'despatchSend', input)];
    expect(again).toMatchObject({ it: { id: first.it?.id }, replayed: true, userErrors: [] });
    expect(
      (await supplier.ask<{ despatch: { id: string } }>('{ despatch(by: { externalReference: "WMS-1" }) { id number } }')).despatch,
    ).toMatchObject({ number: 'BD-0' });
    expect(
      await buyer.ask('{ despatch(by: { externalReference: "WMS-1" }) { id } receipt(by: { externalReference: "WMS-1" }) { number } }'),
    ).toEqual({
      despatch: null,
      receipt: { number: 'BR-0' },
    });
  });
});

describe('Two at once', () => {
  it('receipts over the tolerance: one is kept, the other is told what is left', async () => {
    const order = await agreedGoods(buyer, supplier, 'P-1');
    const record = (i: number) => move(buyer, 'receiptRecord', receiptOf(order, `PR-${i}`, { received: '60' }));
    const answers = await Promise.all([record(1), record(2), record(3)]);
    expect(answers.filter((one) => one.it)).toHaveLength(1);
    expect(answers.flatMap((one) => (one.it ? [] : [refusalOf(one)]))).toEqual(
      Array(2).fill(expect.objectContaining({ codes: ['RECEIPT_OVER_TOLERANCE'], params: expect.objectContaining({ remaining: '40' }) })),
    );
    expect(await progressOf(buyer, order.id)).toMatchObject({ received: '60', open: '40' });
  });
  it('a receipt and the taking back of its despatch: one of them', async () => {
    for (let round = 0; round < 4; round++) {
      const order = await agreedGoods(buyer, supplier, `P-2-${round}`);
      const sent = taken(await move(supplier, 'despatchSend', despatchOf(order, `PD-${round}`, '10')));
      const both = await Promise.all([
        move(supplier, 'despatchCancel', { despatchId: sent.id, reason: 'x' }),
        move(buyer, 'receiptRecord', receiptOf(order, `PR-2-${round}`, { received: '10' }, { despatch: { id: sent.id } })),
      ]);
      expect(both.filter((one) => one.it)).toHaveLength(1);
      const cancelled = both[0].it !== null;
      expect(await progressOf(buyer, order.id)).toMatchObject({
        despatched: cancelled ? '0' : '10',
        inTransit: '0',
        received: cancelled ? '0' : '10',
      });
    }
  });
  it('the same number twice: one document', async () => {
    const order = await agreedGoods(buyer, supplier, 'P-3');
    const answers = await Promise.all([1, 2, 3].map(() => move(supplier, 'despatchSend', despatchOf(order, 'PD-same', '1'))));
    expect(answers.filter((one) => one.it)).toHaveLength(1);
    expect(answers.flatMap((one) => refusalOf(one).codes)).toEqual(['DESPATCH_EXISTS', 'DESPATCH_EXISTS']);
  });
  it('a lowering of the line and a receipt of more than it leaves: one of them', async () => {
    const order = await agreedGoods(buyer, supplier, 'P-4');
    const { proposal } = await buyer.act('orderProposeChange', {
      orderId: order.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: '50' } }],
    });
    const [lowered, received] = await Promise.all([
      supplier.act('orderDecideChange', { orderId: order.id, proposalId: proposal?.id, decision: 'ACCEPT' }),
      move(buyer, 'receiptRecord', receiptOf(order, 'PR-4', { received: '80' })),
    ]);
    expect([lowered.userErrors.length === 0, received.userErrors.length === 0].filter(Boolean)).toHaveLength(1);
  });
});
