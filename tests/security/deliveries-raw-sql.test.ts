import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { despatchLifecycle } from '../../src/deliveries/despatch/rules.js';
import { parseId } from '../../src/kernel/ids.js';
import type { Database } from '../../src/platform/database/index.js';
import { agreedGoods, agreeTolerance, despatchOf, goodsHub, lineIdOf, move, progressOf, receiptOf } from '../support/deliveries.js';
import type { OrdersHub, OrderView, Party } from '../support/orders.js';

let hub: OrdersHub;
let database: Database;
let buyer: Party;
let supplier: Party;
let stranger: Party;

beforeAll(async () => {
  hub = await goodsHub();
  database = await hub.db.open();
  [buyer, supplier, stranger] = [await hub.party(), await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
  await agreeTolerance(hub, buyer, supplier, { over: '0.1' });
});
afterAll(() => hub.stop());

type Statement = [sql: string, params?: unknown[]];

/** Statements as the acting role of the hub, in one transaction; answers the name of what refused them, or 'done'. */
const raw = async (who: Party, ...statements: Statement[]): Promise<string> => {
  const client = await database.pool('hub_app').connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [who.uuid]);
    for (const [sql, params] of statements) await client.query(sql, params ?? []);
    await client.query('commit');
    return 'done';
  } catch (error) {
    await client.query('rollback');
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code ?? 'unknown';
  } finally {
    client.release();
  }
};

interface Goods {
  readonly order: OrderView;
  readonly orderId: string;
  readonly lineId: string;
}
const agreedLine = async (number: string): Promise<Goods> => {
  const order = await agreedGoods(buyer, supplier, number);
  const lineId = parseId('orl', await lineIdOf(buyer, order.id)) ?? '';
  return { order, orderId: parseId('ord', order.id) ?? '', lineId };
};

let documents = 0;
const receipt = (id: string, who = buyer, lines = 1): Statement => [
  `insert into app.receipt_advice (id, buyer_id, supplier_id, number, number_key, received_on, line_count, actor_id, business_time)
   values ($1, $2, $3, $4, $4, '2026-01-05', $6, $5, now())`,
  [id, buyer.uuid, supplier.uuid, `raw-${documents++}`, who.uuid, lines],
];
const received = (receiptId: string, { orderId, lineId }: Goods, quantity: string, more: Record<string, unknown> = {}): Statement => {
  const cells: Record<string, unknown> = {
    id: randomUUID(),
    receipt_id: receiptId,
    order_id: orderId,
    line_id: lineId,
    buyer_id: buyer.uuid,
    supplier_id: supplier.uuid,
    line_no: '1',
    position: 1,
    unit: 'C62',
    received_written: quantity,
    short_written: 0,
    rejected_written: 0,
    received: quantity,
    short: 0,
    rejected: 0,
    ...more,
  };
  const names = Object.keys(cells);
  return [
    `insert into app.receipt_line (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(cells),
  ];
};
const despatch = (id: string, lines = 1): Statement => [
  `insert into app.despatch_advice (id, buyer_id, supplier_id, number, number_key, issued_on, line_count, actor_id, business_time)
   values ($1, $2, $3, $4, $4, '2026-01-05', $6, $5, now())`,
  [id, buyer.uuid, supplier.uuid, `raw-${documents++}`, supplier.uuid, lines],
];
const sent = (despatchId: string, { orderId, lineId }: Goods, quantity: string, unit = 'C62', exact = quantity): Statement => [
  `insert into app.despatch_line (id, despatch_id, order_id, line_id, buyer_id, supplier_id, line_no, position, quantity, unit, order_quantity)
   values ($1, $2, $3, $4, $5, $6, '1', 1, $7, $8, $9)`,
  [randomUUID(), despatchId, orderId, lineId, buyer.uuid, supplier.uuid, quantity, unit, exact],
];

it('The database knows the life of a despatch as the rules do', async () => {
  const { rows } = await hub.db.owner.query<{ pair: string }>(
    `select from_status || '>' || to_status as pair from app.lifecycle_pair where machine = 'despatchAdvice' order by 1`,
  );
  expect(rows.map((row) => row.pair)).toEqual(['>SENT', ...despatchLifecycle.pairs().map(([from, to]) => `${from}>${to}`)].toSorted());
});

describe('Raw SQL in the role of the application', () => {
  it('keeps no more than the tolerance, in one receipt or in two at once', async () => {
    const goods = await agreedLine('Q-1');
    const [a, b] = [randomUUID(), randomUUID()];
    expect(await raw(buyer, receipt(a), received(a, goods, '110.00000001'))).toBe('received_within_tolerance');
    const answers = await Promise.all([raw(buyer, receipt(a), received(a, goods, '60')), raw(buyer, receipt(b), received(b, goods, '60'))]);
    expect(answers.toSorted()).toEqual(['done', 'received_within_tolerance']);
    expect(await progressOf(buyer, goods.order.id)).toMatchObject({ received: '60', ceiling: '110' });
  });
  it('sends no more than may still be kept, and takes back nothing that was received', async () => {
    const goods = await agreedLine('Q-2');
    const [a, b] = [randomUUID(), randomUUID()];
    expect(await raw(supplier, despatch(a), sent(a, goods, '80'))).toBe('done');
    expect(await raw(supplier, despatch(b), sent(b, goods, '31'))).toBe('despatch_within_tolerance');
    const cancel: Statement = [
      `update app.despatch_advice set status = 'CANCELLED', cancelled_on = '2026-01-06', version = 2 where id = $1`,
      [a],
    ];
    expect(await raw(buyer, cancel)).toBe('wrong_hands');
    const done = await move(
      buyer,
      'receiptRecord',
      receiptOf(goods.order, 'QR-2', { received: '10' }, { despatch: { id: `des_${a.replaceAll('-', '')}` } }),
    );
    expect(done.userErrors).toEqual([]);
    expect(await raw(supplier, cancel)).toBe('despatch_received');
    expect(await raw(supplier, [`update app.despatch_advice set status = 'SENT' where id = $1`, [a]])).toBe('done');
  });
  it("writes neither the other side's documents nor those of others", async () => {
    const goods = await agreedLine('Q-3');
    const id = randomUUID();
    expect(await raw(supplier, receipt(id, supplier), received(id, goods, '1'))).toBe('42501');
    expect(await raw(buyer, despatch(id), sent(id, goods, '1'))).toBe('wrong_hands');
    expect(await raw(stranger, receipt(id, stranger), received(id, goods, '1'))).toBe('42501');
    expect(await raw(buyer, receipt(id, supplier), received(id, goods, '1'))).toBe('wrong_hands');
    const closing: Statement = [
      `insert into app.line_closing (id, order_id, line_id, buyer_id, supplier_id, closes, reason, closed_on, actor_id, business_time)
       values ($1, $2, $3, $4, $5, true, 'x', '2026-01-05', $6, now())`,
      [id, goods.orderId, goods.lineId, buyer.uuid, supplier.uuid, supplier.uuid],
    ];
    expect(await raw(supplier, closing)).toBe('42501');
  });
  it('writes whole documents at once, of lines that are what they say', async () => {
    const goods = await agreedLine('Q-4');
    const id = randomUUID();
    expect(await raw(buyer, receipt(id, buyer, 2), received(id, goods, '1'))).toBe('document_written_at_once');
    expect(await raw(buyer, receipt(id), received(id, goods, '1'))).toBe('done');
    expect(await raw(buyer, received(id, goods, '1', { position: 2 }))).toBe('document_written_at_once');
    const other = randomUUID();
    expect(await raw(buyer, receipt(other), received(other, goods, '1', { unit: 'CEN' }))).toBe('quantity_converted');
    expect(await raw(buyer, receipt(other), received(other, goods, '1', { unit: 'KGM' }))).toBe('quantity_converted');
    expect(await raw(buyer, receipt(other), received(other, goods, '1', { accepted: 1 }))).toBe('quantity_converted');
    expect(await raw(buyer, receipt(other), received(other, goods, '1', { line_no: '2' }))).toBe('quantity_converted');
    expect(await raw(supplier, despatch(other), sent(other, goods, '1', 'CEN', '1'))).toBe('quantity_converted');
    expect(await raw(supplier, despatch(other), sent(other, goods, '1', 'CEN', '100'))).toBe('done');
  });
  it('moves nothing of an offer, of a closed line, or of a line that was ended', async () => {
    const { order: offer } = await buyer.act('orderIssue', {
      supplier: { id: supplier.id },
      number: 'Q-5',
      header: { currency: 'CNY' },
      lines: [{ lineId: '1', itemName: 'x', quantity: '5', unit: 'C62' }],
    });
    const offered = {
      order: offer as OrderView,
      orderId: parseId('ord', offer?.id ?? '') ?? '',
      lineId: parseId('orl', await lineIdOf(buyer, offer?.id ?? '')) ?? '',
    };
    const id = randomUUID();
    expect(await raw(buyer, receipt(id), received(id, offered, '1'))).toBe('line_not_deliverable');
    expect(await raw(supplier, despatch(id), sent(id, offered, '1'))).toBe('line_not_deliverable');
    const goods = await agreedLine('Q-6');
    await move(supplier, 'despatchSend', despatchOf(goods.order, 'QD-6', '5'));
    const closing: Statement = [
      `insert into app.line_closing (id, order_id, line_id, buyer_id, supplier_id, closes, reason, closed_on, actor_id, business_time)
       values (gen_random_uuid(), $1, $2, $3, $4, true, 'x', '2026-01-05', $3, now())`,
      [goods.orderId, goods.lineId, buyer.uuid, supplier.uuid],
    ];
    expect(await raw(buyer, closing)).toBe('line_in_transit');
    await move(
      buyer,
      'receiptRecord',
      receiptOf(goods.order, 'QR-6', { received: '5' }, { supplier: { id: supplier.id }, despatch: { number: 'QD-6' } }),
    );
    expect(await raw(buyer, closing)).toBe('done');
    expect(await raw(buyer, closing)).toBe('line_closed');
    expect(await raw(buyer, receipt(id), received(id, goods, '1'))).toBe('line_closed');
    expect(await raw(supplier, despatch(id), sent(id, goods, '1'))).toBe('line_closed');
  });
  it('cannot touch balances, counters or history', async () => {
    const goods = await agreedLine('Q-7');
    await move(supplier, 'despatchSend', despatchOf(goods.order, 'QD-7', '5'));
    for (const who of [buyer, supplier]) {
      expect(await raw(who, [`update app.line_balance set ceiling = 1000 where line_id = $1`, [goods.lineId]])).toBe('42501');
      expect(await raw(who, [`update app.delivery_schedule set open = 0 where line_id = $1`, [goods.lineId]])).toBe('42501');
      expect(await raw(who, [`update app.despatch_line set handled = 5 where line_id = $1`, [goods.lineId]])).toBe('42501');
      expect(await raw(who, [`delete from app.despatch_line where line_id = $1`, [goods.lineId]])).toBe('42501');
      expect(await raw(who, [`delete from app.line_balance where line_id = $1`, [goods.lineId]])).toBe('42501');
      expect(await raw(who, [`select app.spread_deliveries(array[$1]::uuid[])`, [goods.lineId]])).toBe('42501');
      expect(
        await raw(who, [
          `insert into app.order_despatch (order_id, despatch_id, buyer_id, supplier_id) values ($1, $1, $2, $3)`,
          [goods.orderId, buyer.uuid, supplier.uuid],
        ]),
      ).toBe('42501');
    }
    expect(await raw(buyer, [`update app.receipt_line set received = 1`])).toBe('42501');
    expect(await raw(buyer, [`delete from app.receipt_advice`])).toBe('42501');
  });
});
