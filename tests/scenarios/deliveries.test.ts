import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  agreedGoods,
  agreeTolerance,
  despatchOf,
  type Done,
  goodsHub,
  goodsOf,
  lineIdOf,
  move,
  progressOf,
  receiptOf,
  refusalOf,
} from '../support/deliveries.js';
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

const REJECTED = { rejectReason: 'OVER_SUPPLY', rejectAction: 'RETURN' };
const taken = <It>(done: Done<It>): It => {
  if (!done.it) throw new Error(JSON.stringify(done.userErrors));
  return done.it;
};

describe('Goods of an agreed order', () => {
  it('are announced, come in two receipts, one short and one rejected, and are then open by what is missing', async () => {
    const order = await agreedGoods(buyer, supplier, 'G-1');
    const sent = taken(
      await move<{ id: string; status: string; lines: { id: string; inTransit: string; packages: object[] }[] }>(
        supplier,
        'despatchSend',
        despatchOf(
          order,
          'D-1',
          '80',
          { despatchedOn: '2026-11-28', expectedOn: '2026-12-01', carrier: '顺丰' },
          {
            lot: 'L7',
            outstandingQuantity: '20',
            outstandingReason: '待料',
            packages: [{ marks: 'A', count: 4, grossWeight: '12.5', weightUnit: 'KGM' }],
          },
        ),
        'id status lines { id inTransit packages { marks count grossWeight weightUnit } }',
      ),
    );
    expect(sent.lines[0]).toMatchObject({ inTransit: '80', packages: [{ marks: 'A', count: 4, grossWeight: '12.5', weightUnit: 'KGM' }] });
    const despatch = { despatch: { id: sent.id } };
    taken(await move(buyer, 'receiptRecord', receiptOf(order, 'R-1', { received: '50' }, despatch)));
    const rest = {
      received: '20',
      short: '4',
      shortAction: 'SEND_REST',
      rejected: '6',
      rejectReason: 'DAMAGED',
      rejectAction: 'REPLACE',
    };
    taken(await move(buyer, 'receiptRecord', receiptOf(order, 'R-2', rest, despatch)));
    expect(await progressOf(buyer, order.id)).toMatchObject({
      ordered: '100',
      ceiling: '100',
      despatched: '80',
      inTransit: '0',
      received: '70',
      short: '4',
      rejected: '6',
      open: '30',
    });
    interface Seen {
      readonly order: {
        readonly despatches: { readonly nodes: { despatch: { number: string; receipts: { number: string }[] } }[] };
        readonly receipts: { readonly nodes: { receipt: { number: string } }[] };
      };
    }
    const seen = await supplier.ask<Seen>(
      'query Q($id: ID!) { order(by: { id: $id }) { despatches { nodes { despatch { number receipts { number } } } } receipts { nodes { receipt { number } lines { received } } } } }',
      { id: order.id },
    );
    expect(seen.order.despatches.nodes).toEqual([{ despatch: { number: 'D-1', receipts: [{ number: 'R-1' }, { number: 'R-2' }] } }]);
    expect(seen.order.receipts.nodes.map((one) => one.receipt.number)).toEqual(['R-2', 'R-1']);
  });

  it('of several orders travel in one document, each counted in the unit of its own line', async () => {
    const tonnes = await agreedGoods(buyer, supplier, 'G-2', [{ id: '1', quantity: '1.5', unit: 'TNE' }]);
    const pieces = await agreedGoods(buyer, supplier, 'G-3', [{ id: '7', quantity: '300' }]);
    const lines = [
      { order: { number: 'g 2' }, lineId: '1', quantity: '700', unit: 'KGM' },
      { order: { id: pieces.id }, lineId: '7', quantity: '2', unit: 'CEN' },
    ];
    const sent = taken(await move(supplier, 'despatchSend', { buyer: { id: buyer.id }, number: 'D-2', lines }));
    const got = await move<{ lines: { received: string; receivedWritten: string; unit: string; despatchLine: object | null }[] }>(
      buyer,
      'receiptRecord',
      {
        number: 'R-3',
        supplier: { id: supplier.id },
        despatch: { number: 'd2' },
        lines: [
          { lineId: '1', received: '699.5', unit: 'KGM' },
          { lineId: '7', received: '200' },
        ],
      },
      'lines { received receivedWritten unit despatchLine { id } }',
    );
    expect(taken(got).lines).toEqual([
      { received: '0.6995', receivedWritten: '699.5', unit: 'KGM', despatchLine: { id: expect.any(String) } },
      { received: '200', receivedWritten: '200', unit: 'C62', despatchLine: { id: expect.any(String) } },
    ]);
    expect(await progressOf(buyer, tonnes.id)).toMatchObject({
      despatched: '0.7',
      inTransit: '0.0005',
      received: '0.6995',
      open: '0.8005',
    });
    const cancelled = await move(supplier, 'despatchCancel', { despatchId: sent.id, reason: '错误' });
    expect(refusalOf(cancelled).codes).toEqual(['DESPATCH_RECEIVED']);
  });

  it('may exceed the order within the tolerance of the agreement, counted over all receipts, and no further', async () => {
    const [b, s] = [await hub.party(), await hub.party()];
    await hub.relate(b, s);
    await agreeTolerance(hub, b, s, { over: '0.05' });
    const order = await agreedGoods(b, s, 'T-1');
    taken(await move(b, 'receiptRecord', receiptOf(order, 'TR-1', { received: '101' })));
    const over = await move(b, 'receiptRecord', receiptOf(order, 'TR-2', { received: '5' }));
    expect(refusalOf(over)).toEqual({
      codes: ['RECEIPT_OVER_TOLERANCE'],
      field: ['lines', '0', 'received'],
      params: { lineId: '1', remaining: '4', asked: '5', unit: 'C62' },
    });
    expect(refusalOf(await move(s, 'despatchSend', despatchOf(order, 'TD-1', '4.5')))).toMatchObject({
      codes: ['DESPATCH_OVER_TOLERANCE'],
      params: { remaining: '4', asked: '4.5' },
    });
    taken(await move(b, 'receiptRecord', receiptOf(order, 'TR-3', { received: '4', rejected: '1', ...REJECTED })));
    expect(await progressOf(b, order.id)).toMatchObject({ ceiling: '105', received: '105', rejected: '1', open: '0' });
  });

  it('under way count against what may still be sent, until their despatch is taken back', async () => {
    const order = await agreedGoods(buyer, supplier, 'G-4');
    const sent = taken(await move(supplier, 'despatchSend', despatchOf(order, 'D-4', '60')));
    expect(refusalOf(await move(supplier, 'despatchSend', despatchOf(order, 'D-5', '60'))).params.remaining).toBe('40');
    const stale = await move(supplier, 'despatchCancel', { despatchId: sent.id, reason: '装错', expectedVersion: 3 });
    expect(refusalOf(stale).codes).toEqual(['STALE_VERSION']);
    expect(refusalOf(await move(buyer, 'despatchCancel', { despatchId: sent.id, reason: '装错' })).codes).toEqual(['NOT_ALLOWED']);
    expect(refusalOf(await move(stranger, 'despatchCancel', { despatchId: sent.id, reason: '装错' })).codes).toEqual(['NOT_FOUND']);
    taken(await move(supplier, 'despatchCancel', { despatchId: sent.id, reason: '装错', expectedVersion: 1 }));
    expect(refusalOf(await move(supplier, 'despatchCancel', { despatchId: sent.id, reason: '装错' })).codes).toEqual(['NOT_ALLOWED']);
    const late = await move(buyer, 'receiptRecord', receiptOf(order, 'R-4', { received: '1' }, { despatch: { id: sent.id } }));
    expect(refusalOf(late).codes).toEqual(['DESPATCH_WAS_CANCELLED']);
    taken(await move(supplier, 'despatchSend', despatchOf(order, 'D-5', '100')));
    expect(await progressOf(buyer, order.id)).toMatchObject({ despatched: '100', inTransit: '100', open: '100' });
  });

  it('of a line that the buyer closed are neither sent nor received, until he reopens it', async () => {
    const order = await agreedGoods(buyer, supplier, 'G-5');
    const lineId = await lineIdOf(buyer, order.id);
    const reason = '余量不再需要';
    taken(await move(supplier, 'despatchSend', despatchOf(order, 'D-6', '30')));
    expect(refusalOf(await move(buyer, 'lineClose', { lineId, reason }))).toMatchObject({
      codes: ['LINE_IN_TRANSIT'],
      params: { inTransit: '30', unit: 'C62' },
    });
    const despatch = { supplier: { id: supplier.id }, despatch: { number: 'D-6' } };
    taken(
      await move(buyer, 'receiptRecord', receiptOf(order, 'R-6', { received: '28', short: '2', shortAction: 'CANCEL_REST' }, despatch)),
    );
    expect(refusalOf(await move(supplier, 'lineClose', { lineId, reason })).codes).toEqual(['NOT_ALLOWED']);
    expect(refusalOf(await move(buyer, 'lineReopen', { lineId, reason })).codes).toEqual(['LINE_NOT_CLOSED']);
    taken(await move(buyer, 'lineClose', { lineId, reason }));
    expect(refusalOf(await move(buyer, 'lineClose', { lineId, reason })).codes).toEqual(['LINE_CLOSED']);
    expect(await progressOf(buyer, order.id)).toMatchObject({ open: '0', closedOn: expect.any(String), dueOn: null });
    expect(refusalOf(await move(buyer, 'receiptRecord', receiptOf(order, 'R-7', { received: '1' }))).codes).toEqual(['LINE_CLOSED']);
    expect(refusalOf(await move(supplier, 'despatchSend', despatchOf(order, 'D-7', '1'))).codes).toEqual(['LINE_CLOSED']);
    taken(await move(buyer, 'lineReopen', { lineId, reason: '追加需求' }));
    taken(await move(buyer, 'receiptRecord', receiptOf(order, 'R-7', { received: '72' })));
    const { node } = await supplier.ask<{ node: { closings: object[] } }>(
      'query Q($id: ID!) { node(id: $id) { ... on OrderLine { closings { closes reason } } } }',
      { id: lineId },
    );
    expect(node.closings).toEqual([
      { closes: true, reason },
      { closes: false, reason: '追加需求' },
    ]);
  });

  it('fix the order below which it cannot be lowered, ended or counted otherwise', async () => {
    const order = await agreedGoods(buyer, supplier, 'G-6');
    taken(await move(supplier, 'despatchSend', despatchOf(order, 'D-8', '40')));
    taken(await move(buyer, 'receiptRecord', receiptOf(order, 'R-8', { received: '20' })));
    const change = async (changed: object) => {
      const { proposal } = await buyer.act('orderProposeChange', {
        orderId: order.id,
        revision: (await buyer.ask<{ order: OrderView }>(`{ order(by: { id: "${order.id}" }) { revision } }`)).order.revision,
        lines: [{ lineId: '1', ...changed }],
      });
      return supplier.act('orderDecideChange', { orderId: order.id, proposalId: proposal?.id, decision: 'ACCEPT' });
    };
    const lowered = await change({ action: 'CHANGE', change: { quantity: '59' } });
    expect(lowered.userErrors[0]).toMatchObject({ code: 'BELOW_DELIVERED', field: ['lines'] });
    expect(lowered.userErrors[0]?.message).toContain('60 C62');
    expect((await change({ action: 'END' })).userErrors.map((one) => one.code)).toEqual(['BELOW_DELIVERED']);
    expect((await change({ action: 'CHANGE', change: { unit: 'KGM' } })).userErrors.map((one) => one.code)).toEqual(['BELOW_DELIVERED']);
    expect((await change({ action: 'CHANGE', change: { quantity: '60' } })).userErrors).toEqual([]);
    expect(await progressOf(buyer, order.id)).toMatchObject({ ordered: '60', ceiling: '60', received: '20', inTransit: '40', open: '40' });
    expect((await change({ action: 'CHANGE', change: { quantity: '80' } })).userErrors).toEqual([]);
    expect(await progressOf(buyer, order.id)).toMatchObject({ ordered: '80', ceiling: '80' });
  });

  it('of a call-off can come, those of its frame cannot', async () => {
    const { order: frame } = await buyer.act('orderIssue', {
      supplier: { id: supplier.id },
      number: 'F-1',
      typeCode: 'FRAME',
      header: { currency: 'CNY', validFrom: '2026-01-01', validTo: '2027-12-31' },
      lines: [{ lineId: '1', itemName: 'Resin', quantity: '10', unit: 'TNE', price: '9000' }],
    });
    await supplier.act('orderRespond', { orderId: frame?.id, revision: 1, code: 'AP' });
    const { order: call } = await buyer.act('orderIssue', {
      supplier: { id: supplier.id },
      number: 'C-1',
      typeCode: 'CALL_OFF',
      frame: { number: 'F-1' },
      header: { currency: 'CNY' },
      lines: [{ lineId: '1', itemName: 'Resin', quantity: '500', unit: 'KGM' }],
    });
    await supplier.act('orderRespond', { orderId: call?.id, revision: 1, code: 'AP' });
    expect(refusalOf(await move(supplier, 'despatchSend', despatchOf(frame as OrderView, 'D-9', '1'))).codes).toEqual([
      'FRAME_NOT_DELIVERED',
    ]);
    expect(refusalOf(await move(buyer, 'receiptRecord', receiptOf(frame as OrderView, 'R-9', { received: '1' }))).codes).toEqual([
      'FRAME_NOT_DELIVERED',
    ]);
    expect((await goodsOf(buyer, frame?.id ?? ''))[0]).toMatchObject({ progress: null, deliverySchedules: [] });
    taken(await move(buyer, 'receiptRecord', receiptOf(call as OrderView, 'R-9', { received: '500' })));
  });
});

describe('Many documents at once', () => {
  it('are each taken or refused by themselves, later ones seeing what earlier ones moved', async () => {
    const order = await agreedGoods(buyer, supplier, 'M-1');
    interface Bulk {
      readonly done: {
        readonly despatches?: { number: string }[];
        readonly receipts?: { number: string }[];
        readonly refused: { index: number; number: string; errors: { code: string; params: { name: string; value: string }[] }[] }[];
      };
    }
    const refused = 'refused { index number errors { code params { name value } } } userErrors { code }';
    const sent = await supplier.ask<Bulk>(
      `mutation M($input: DespatchBulkSendInput!) { done: despatchBulkSend(input: $input) { despatches { number } ${refused} } }`,
      {
        input: {
          idempotencyKey: 'bulk-d',
          despatches: [
            despatchOf(order, 'MD-1', '60'),
            despatchOf(order, 'MD-2', '60'),
            despatchOf(order, 'md1', '1'),
            despatchOf(order, 'MD-3', '40'),
          ],
        },
      },
    );
    expect(sent.done.despatches?.map((one) => one.number)).toEqual(['MD-1', 'MD-3']);
    expect(
      sent.done.refused.map(({ index, errors }) => [index, errors[0]?.code, errors[0]?.params.find((p) => p.name === 'remaining')?.value]),
    ).toEqual([
      [1, 'DESPATCH_OVER_TOLERANCE', '40'],
      [2, 'DESPATCH_EXISTS', undefined],
    ]);
    const got = await buyer.ask<Bulk>(
      `mutation M($input: ReceiptBulkRecordInput!) { done: receiptBulkRecord(input: $input) { receipts { number } ${refused} } }`,
      {
        input: {
          idempotencyKey: 'bulk-r',
          receipts: [
            receiptOf(order, 'MR-1', { received: '60' }, { supplier: { id: supplier.id }, despatch: { number: 'MD-1' } }),
            receiptOf(order, 'MR-2', { received: '41' }, { supplier: { id: supplier.id }, despatch: { number: 'MD-3' } }),
            receiptOf(order, 'MR-3', { received: '40' }, { supplier: { id: supplier.id }, despatch: { number: 'MD-3' } }),
          ],
        },
      },
    );
    expect(got.done.receipts?.map((one) => one.number)).toEqual(['MR-1', 'MR-3']);
    expect(got.done.refused.map(({ index, errors }) => [index, errors[0]?.code])).toEqual([[1, 'RECEIPT_OVER_TOLERANCE']]);
    expect(await progressOf(buyer, order.id)).toMatchObject({ despatched: '100', inTransit: '0', received: '100', open: '0' });
  });
});
