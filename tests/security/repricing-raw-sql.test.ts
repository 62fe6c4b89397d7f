import { randomUUID } from 'node:crypto';
import { parseId } from '../../src/kernel/ids.js';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database } from '../../src/platform/database/index.js';
import type { OrdersHub } from '../support/orders.js';
import { agreedList, changed, compute, credited, type ListView, say, sure, trade, type Trade } from '../support/repricing.js';
import { rawIn, statementsHub, tradingParty } from '../support/statements.js';

let hub: OrdersHub;
let database: Database;
let raw: ReturnType<typeof rawIn>;
beforeAll(async () => {
  hub = await statementsHub();
  database = await hub.db.open();
  raw = rawIn(database);
});
afterAll(() => hub.stop());

const uuid = (list: ListView | undefined): string => parseId('rpr', list?.id ?? '') ?? '';
const set = (list: ListView | undefined, columns: string): [string, unknown[]] => [
  `update app.repricing set ${columns} where id = $1`,
  [uuid(list)],
];
const proposed = async (t: Trade): Promise<ListView | undefined> => {
  await changed(t, '9600');
  return sure(await compute(t.buyer, t))[0];
};
const settle = (t: Trade, list: ListView, by: string, creditNoteId: string, amount: string): [string, unknown[]] => [
  `insert into app.repricing_settlement (id, repricing_id, repricing_invoice_id, buyer_id, supplier_id, credit_note_id, amount, currency, org_id, actor_id, business_time)
   select $1, i.repricing_id, i.id, i.buyer_id, i.supplier_id, $3, $4, 'CNY', $5, $5, now() from app.repricing_invoice i where i.repricing_id = $2`,
  [randomUUID(), uuid(list), parseId('crn', creditNoteId), amount, by],
];

it('no side agrees for the other, twice, on another day, or to a list that gives way', async () => {
  const t = await trade(hub);
  const list = await proposed(t);
  expect(await raw(t.buyer, set(list, 'supplier_agreed_on = app.business_date()'))).toBe('wrong_hands');
  expect(await raw(t.buyer, set(list, `buyer_agreed_on = '2026-11-01'`))).toBe('wrong_hands');
  expect(await raw(t.buyer, set(list, `status = 'AGREED', agreed_on = app.business_date()`))).toBe('repricing_agreed');
  expect(await raw(t.buyer, set(list, 'buyer_agreed_on = app.business_date()'))).toBe('done');
  expect(await raw(t.buyer, set(list, 'buyer_agreed_on = null'))).toBe('wrong_hands');
  expect(await raw(t.supplier, set(list, `status = 'REPLACED'`))).toBe('wrong_hands');
  expect(await raw(t.supplier, set(list, `status = 'SETTLED', settled_on = app.business_date()`))).not.toBe('done');
});

it('no list is written whose parts do not make it up, nor a part beside it afterwards, nor its sums changed', async () => {
  const t = await trade(hub);
  const list = await proposed(t);
  const copy = `insert into app.repricing (id, buyer_id, supplier_id, order_id, revision, currency, line_count, net, tax, total, surplus, deficit, actor_id, business_time)
    select $2, buyer_id, supplier_id, order_id, revision, currency, line_count, net, tax, total, surplus, deficit, actor_id, now() from app.repricing where id = $1`;
  expect(await raw(t.buyer, [copy, [uuid(list), randomUUID()]])).toBe('repricing_proposed_once');
  expect(await raw(t.buyer, set(list, `status = 'REPLACED'`), [copy, [uuid(list), randomUUID()]])).toBe('repricing_adds_up');
  const part = `insert into app.repricing_invoice (id, repricing_id, buyer_id, supplier_id, invoice_id, position, net, tax, total, currency)
    select $2, repricing_id, buyer_id, supplier_id, invoice_id, 9, 0, 0, 0, currency from app.repricing_invoice where repricing_id = $1`;
  expect(await raw(t.buyer, [part, [uuid(list), randomUUID()]])).toBe('wrong_hands');
  for (const column of ['total = 1', 'surplus_settled = 1', 'deficit_settled = deficit'])
    expect(await raw(t.buyer, set(list, column))).toBe('42501');
  for (const table of ['repricing_invoice', 'repricing_line', 'repricing_settlement', 'repricing_agreement'])
    expect(await raw(t.buyer, [`delete from app.${table} where repricing_id = $1`, [uuid(list)]])).toBe('42501');
});

it('no document settles in the name of the buyer, before both have agreed, beyond its worth or beyond what is open', async () => {
  const t = await trade(hub);
  const early = await trade(hub);
  const list = await proposed(early);
  const note = await credited(early, '100.00');
  expect(await raw(early.supplier, settle(early, list as ListView, early.supplier.uuid, note, '100'))).toBe('repricing_open');
  const agreed = await agreedList(t, '9600');
  const [small, large] = [await credited(t, '100.00'), await credited(t, '5000.00', 'CN-2')];
  expect(await raw(t.buyer, settle(t, agreed, t.buyer.uuid, small, '100'))).toBe('wrong_hands');
  expect(await raw(t.supplier, settle(t, agreed, t.supplier.uuid, small, '100.01'))).toBe('repricing_document_worth');
  expect(await raw(t.supplier, settle(t, agreed, t.supplier.uuid, large, '2712.01'))).toBe('repricing_not_over');
  expect(await raw(t.supplier, settle(t, agreed, t.supplier.uuid, note, '1'))).toBe('repricing_document_worth');
  expect(await raw(t.supplier, settle(t, agreed, t.supplier.uuid, large, '2712'))).toBe('done');
  const { repricing } = await t.buyer.ask<{ repricing: ListView }>(`{ repricing(id: "${agreed.id}") { status } }`);
  expect(repricing.status).toBe('SETTLED');
  expect(await raw(t.supplier, set(agreed, `status = 'AGREED', settled_on = null`))).toBe('history_is_kept');
});

it('nobody else sees any of it', async () => {
  const t = await trade(hub);
  const list = await agreedList(t, '9600');
  sure(await say(t.supplier, 'repricingSettle', { repricingId: list.id, creditNoteId: await credited(t, '10.00') }));
  const stranger = await tradingParty(hub);
  for (const table of ['repricing', 'repricing_invoice', 'repricing_line', 'repricing_settlement', 'repricing_agreement'])
    expect(await raw(stranger, [`select from app.${table}`]), table).toBe('nothing');
});
