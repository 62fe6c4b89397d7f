import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseId } from '../../src/kernel/ids.js';
import type { Database } from '../../src/platform/database/index.js';
import { agreement, came, claimOf, lineOf, next, type ReceiptView, refuse, say } from '../support/acceptance.js';
import { agreedGoods, goodsHub } from '../support/deliveries.js';
import type { OrdersHub, Party } from '../support/orders.js';

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
  await agreement(hub, buyer, supplier, { inspectionDays: 10 });
});
afterAll(() => hub.stop());

/** Statements as the acting role of the hub, in one transaction for one organisation; answers the name of what refused them, or 'done'. */
const raw = async (who: Party, ...statements: [sql: string, params?: unknown[]][]): Promise<string> => {
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

const uuid = (prefix: string, id: string): string => parseId(prefix, id) ?? '';
const goods = async (quantity = '10', receivedOn?: string): Promise<ReceiptView> =>
  came(buyer, await agreedGoods(buyer, supplier, next('PO')), quantity, receivedOn);
const daysAgo = async (days: number): Promise<string> =>
  (await hub.db.owner.query<{ day: string }>('select (app.business_date() - $1::int)::text as day', [days])).rows[0]?.day ?? '';

interface Said {
  readonly kind?: string;
  readonly way?: string;
  readonly on?: string;
  readonly accepted?: string;
  readonly refused?: string;
  readonly noted?: string;
}

/** An acceptance of the first line of a receipt, header and line. */
const acceptance = (receipt: ReceiptView, said: Said = {}): [sql: string, params: unknown[]][] => {
  const id = randomUUID();
  const { kind = 'PARTIAL', way = 'BY_HAND', on = null, accepted = '0', refused = '0', noted = '0' } = said;
  const wrong = refused === '0' ? [null, null] : ['QUALITY', 'RETURN'];
  return [
    [
      `insert into app.acceptance (id, receipt_id, buyer_id, supplier_id, kind, way, accepted_on, actor_id, business_time)
       select $1, r.id, r.buyer_id, r.supplier_id, $3, $4, coalesce($5::date, app.business_date()), app.me(), now() from app.receipt_advice r where r.id = $2`,
      [id, uuid('rct', receipt.id), kind, way, on],
    ],
    [
      `insert into app.acceptance_line (id, acceptance_id, receipt_id, receipt_line_id, order_id, line_id, buyer_id, supplier_id, position, accepted, refused, noted, reason, action)
       select gen_random_uuid(), $1, l.receipt_id, l.id, l.order_id, l.line_id, l.buyer_id, l.supplier_id, 1, $3, $4, $5, $6, $7 from app.receipt_line l where l.id = $2`,
      [id, uuid('rcl', lineOf(receipt)), accepted, refused, noted, ...wrong],
    ],
  ];
};

const settlement = (refusal: string, outcome: string, quantity: string): [sql: string, params: unknown[]] => [
  `insert into app.refusal_settlement (id, acceptance_line_id, receipt_line_id, order_id, line_id, buyer_id, supplier_id, outcome, quantity,
     price_reduction, consequence, settled_on, org_id, actor_id, business_time)
   select gen_random_uuid(), a.id, a.receipt_line_id, a.order_id, a.line_id, a.buyer_id, a.supplier_id, $2, $3,
     case $2 when 'CONCEDED' then 0.5 end, case $2 when 'SCRAPPED' then 'CREDIT' end, app.business_date(), app.me(), app.me(), now()
   from app.acceptance_line a where a.id = $1`,
  [uuid('acl', refusal), outcome, quantity],
];

interface Ground {
  readonly refusal?: string;
  readonly claim?: string;
}

const goodsReturn = ({ refusal, claim }: Ground, quantity: string, consequence: string): [sql: string, params: unknown[]][] => {
  const id = randomUUID();
  const of = refusal === undefined ? 'warranty_claim' : 'acceptance_line';
  return [
    [
      `insert into app.goods_return (id, buyer_id, supplier_id, number, number_key, returned_on, actor_id, business_time)
       values ($1, $2, $3, $4, $4, app.business_date(), app.me(), now())`,
      [id, buyer.uuid, supplier.uuid, id.slice(0, 8)],
    ],
    [
      `insert into app.goods_return_line (id, return_id, receipt_id, receipt_line_id, order_id, line_id, buyer_id, supplier_id, position, ${refusal === undefined ? 'claim_id' : 'acceptance_line_id'}, quantity, consequence)
       select gen_random_uuid(), $1, g.receipt_id, g.receipt_line_id, g.order_id, g.line_id, g.buyer_id, g.supplier_id, 1, g.id, $3, $4 from app.${of} g where g.id = $2`,
      [id, refusal === undefined ? uuid('wcl', claim ?? '') : uuid('acl', refusal), quantity, consequence],
    ],
  ];
};

describe('Raw SQL in the role of the application', () => {
  it('accepts and refuses no more than came, and only as the buyer', async () => {
    const receipt = await goods();
    expect(await raw(supplier, ...acceptance(receipt, { accepted: '1' }))).toBe('42501');
    expect(await raw(buyer, ...acceptance(receipt, { accepted: '9', refused: '2' }))).toMatch(/decided_within_received/);
    expect(await raw(buyer, ...acceptance(receipt, { accepted: '9', refused: '1' }))).toBe('done');
    expect(await raw(buyer, ...acceptance(receipt, { accepted: '0.1' }))).toMatch(/decided_within_received/);
  });
  it('neither accepts by clock before the period is over, nor by hand after it, nor with the receipt where one is agreed', async () => {
    const receipt = await goods('10', await daysAgo(3));
    expect(await raw(buyer, ...acceptance(receipt, { way: 'BY_CLOCK', accepted: '10' }))).toBe('accepted_by_way');
    expect(await raw(buyer, ...acceptance(receipt, { way: 'ON_RECEIPT', accepted: '10' }))).toBe('accepted_by_way');
    expect(await raw(buyer, ...acceptance(receipt, { accepted: '1', on: await daysAgo(4) }))).toBe('accepted_in_time');
    expect(await raw(buyer, ...acceptance(receipt, { accepted: '1', on: await daysAgo(-1) }))).toBe('accepted_in_time');
    expect(await raw(buyer, ...acceptance(receipt, { kind: 'PROVISIONAL', accepted: '1' }))).toBe('passed_by_kind');
    expect(await raw(buyer, ...acceptance(receipt, { noted: '1' }))).toBe('passed_by_kind');
    const over = await goods('10', await daysAgo(11));
    expect(await raw(buyer, ...acceptance(over, { refused: '1' }))).toBe('accepted_by_clock');
  });
  it('cannot make a period longer or shorter than the agreement, nor a second one', async () => {
    const receipt = await goods();
    const window = `insert into app.inspection_window (id, receipt_id, receipt_line_id, order_id, line_id, buyer_id, supplier_id, agreement_id, days, ends_on, business_time)
      select gen_random_uuid(), w.receipt_id, w.receipt_line_id, w.order_id, w.line_id, w.buyer_id, w.supplier_id, w.agreement_id, $2, w.ends_on - 10 + $2::int, now()
      from app.inspection_window w where w.receipt_line_id = $1`;
    expect(await raw(buyer, [window, [uuid('rcl', lineOf(receipt)), 365]])).toBe('window_says_agreement');
    expect(await raw(buyer, [window, [uuid('rcl', lineOf(receipt)), 10]])).toBe('inspected_once');
    expect(await raw(supplier, [window, [uuid('rcl', lineOf(receipt)), 10]])).toBe('42501');
  });
  it('cannot add to an acceptance or a return that is written', async () => {
    const receipt = await goods();
    const [header, line] = acceptance(receipt, { accepted: '1' });
    if (header === undefined || line === undefined) throw new Error('an acceptance has two parts');
    expect(await raw(buyer, header)).toBe('done');
    expect(await raw(buyer, line)).toBe('document_written_at_once');
    const [sent, back] = goodsReturn({ refusal: await refuse(buyer, receipt, '2') }, '1', 'CREDIT');
    if (sent === undefined || back === undefined) throw new Error('a return has two parts');
    expect(await raw(buyer, sent)).toBe('done');
    expect(await raw(buyer, back)).toBe('document_written_at_once');
  });
  it('settles and sends back a refused quantity once, each side for itself', async () => {
    const refusal = await refuse(buyer, await goods(), '4', 'CONCESSION', { priceReduction: '0.2' });
    expect(await raw(supplier, settlement(refusal, 'REWORKED', '1'))).toBe('wrong_hands');
    expect(await raw(buyer, settlement(refusal, 'SCRAPPED', '1'))).toBe('wrong_hands');
    expect(await raw(supplier, settlement(refusal, 'CONCEDED', '1'))).toBe('wrong_hands');
    expect(await raw(supplier, settlement(refusal, 'SCRAPPED', '4.5'))).toBe('refusal_settled_once');
    expect(await raw(supplier, settlement(refusal, 'SCRAPPED', '3'))).toBe('done');
    expect(await raw(supplier, ...goodsReturn({ refusal }, '1', 'CREDIT'))).toBe('42501');
    expect(await raw(buyer, ...goodsReturn({ refusal }, '1.5', 'CREDIT'))).toBe('refusal_settled_once');
    expect(await raw(buyer, ...goodsReturn({ refusal }, '1', 'REPLACEMENT'))).toBe('done');
    expect(await raw(buyer, settlement(refusal, 'REWORKED', '0.5'))).toBe('refusal_settled_once');
  });
  it('sends accepted goods back only by a claim that the supplier accepted, and never more', async () => {
    const receipt = await goods();
    await say(buyer, 'acceptanceRecord', { receiptId: receipt.id, kind: 'FINAL' });
    const { it: made } = await say(buyer, 'warrantyClaimSubmit', claimOf(receipt, '3', 'RETURN'));
    const claim = made?.id ?? '';
    const status = (value: string): [string, unknown[]] => [
      `update app.warranty_claim set status = $2 where id = $1`,
      [uuid('wcl', claim), value],
    ];
    expect(await raw(buyer, ...goodsReturn({ claim }, '1', 'CREDIT'))).toBe('returned_by_claim');
    expect(await raw(buyer, status('ACCEPTED'))).toBe('wrong_hands');
    expect(await raw(supplier, status('REMEDIED'))).toBe('lifecycle_followed');
    expect(await raw(supplier, status('ACCEPTED'))).toBe('done');
    expect(await raw(buyer, ...goodsReturn({ claim }, '1', 'REPLACEMENT'))).toBe('returned_by_claim');
    expect(await raw(buyer, ...goodsReturn({ claim }, '3.1', 'CREDIT'))).toBe('returned_within_claim');
    expect(await raw(buyer, ...goodsReturn({ claim }, '3', 'CREDIT'))).toBe('done');
    expect(await raw(supplier, [`update app.warranty_claim set quantity = 1 where id = $1`, [uuid('wcl', claim)]])).toBe('42501');
    expect(await raw(buyer, [`update app.goods_return set status = 'ARRIVED', arrived_on = app.business_date()`])).toBe('wrong_hands');
  });
  it('claims no more than was accepted, and not after two years', async () => {
    const receipt = await goods('5', await daysAgo(30));
    const claim = (quantity: string, until: string): [string, unknown[]] => [
      `insert into app.warranty_claim (id, buyer_id, supplier_id, receipt_id, receipt_line_id, order_id, line_id, number, number_key, quantity, defect, remedy,
         description, found_on, claimed_on, claim_until, actor_id, business_time)
       select gen_random_uuid(), l.buyer_id, l.supplier_id, l.receipt_id, l.id, l.order_id, l.line_id, $3, $3, $2, 'HIDDEN', 'REPAIR', 'x',
         app.business_date(), app.business_date(), $4, app.me(), now() from app.receipt_line l where l.id = $1`,
      [uuid('rcl', lineOf(receipt)), quantity, randomUUID().slice(0, 8), until],
    ];
    const until =
      (await hub.db.owner.query<{ day: string }>(`select ($1::date + interval '2 years')::date::text as day`, [await daysAgo(30)])).rows[0]
        ?.day ?? '';
    expect(await raw(buyer, claim('5.5', until))).toBe('claimed_within_accepted');
    expect(await raw(buyer, claim('1', '2099-01-01'))).toBe('claimed_in_time');
    expect(await raw(supplier, claim('1', until))).toBe('42501');
    expect(await raw(buyer, claim('1', until))).toBe('done');
  });
  it('writes no figure, and counts only what it may see', async () => {
    for (const table of ['delivery_figure', 'delivery_month', 'delivery_evidence', 'delivery_dirty'])
      for (const sql of [
        `delete from app.${table}`,
        `update app.${table} set buyer_id = buyer_id`,
        `insert into app.${table} select * from app.${table}`,
      ])
        expect(await raw(buyer, [sql]), sql).toBe('42501');
    expect(await raw(stranger, ['select app.refresh_delivery_figures()'])).toBe('done');
    expect((await hub.db.owner.query('select from app.delivery_figure')).rowCount).toBe(0);
    expect(await raw(buyer, ['select app.refresh_delivery_figures()'])).toBe('done');
    expect((await hub.db.owner.query('select from app.delivery_figure')).rowCount).toBe(1);
  });
  it('rewrites nothing that happened, and shows nothing to others', async () => {
    const tables = [
      'inspection_window',
      'acceptance',
      'acceptance_line',
      'acceptance_signer',
      'refusal_settlement',
      'goods_return',
      'goods_return_line',
      'warranty_claim',
      'warranty_step',
    ];
    const client = await database.pool('hub_app').connect();
    try {
      for (const org of [stranger.uuid, '']) {
        await client.query('begin');
        await client.query(`select set_config('app.org', $1, true)`, [org]);
        for (const table of [...tables, 'delivery_figure', 'delivery_month', 'delivery_evidence', 'delivery_dirty'])
          expect((await client.query(`select from app.${table}`)).rowCount, `${table} for "${org}"`).toBe(0);
        await client.query('rollback');
      }
    } finally {
      client.release();
    }
    for (const table of tables) {
      expect(await raw(supplier, [`update app.${table} set buyer_id = buyer_id`]), table).toBe('42501');
      if (table !== 'acceptance_signer') expect(await raw(buyer, [`delete from app.${table}`]), table).toBe('42501');
    }
  });
});
