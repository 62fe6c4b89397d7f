import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { advanceRecord } from '../../src/invoices/payment/advance.js';
import { demoOrgId } from '../../src/parties/index.js';
import type { Database } from '../../src/platform/database/index.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { type PayableRow, trading, type Trading } from '../support/payables.js';
import { demoHub } from '../support/parties.js';

let db: TestDatabase;
let database: Database;
let trade: Trading;
let goods: PayableRow;
let retention: PayableRow;

beforeAll(async () => {
  db = await freshDatabase();
  database = await db.open();
  trade = trading(await demoHub(database), db);
  await trade.agree('supplier4', {
    plan: [
      { kind: 'DELIVERY', share: '0.9', trigger: 'DELIVERY', days: 30 },
      { kind: 'RETENTION', share: '0.1', trigger: 'DELIVERY', days: 3000 },
    ],
  });
  const { invoice_id } = await trade.owed('supplier4', '10', '2026-03-02');
  const [first, second] = await trade.payables(invoice_id);
  if (!first || !second) throw new Error('a plan of two parts makes two payables');
  [goods, retention] = [first, second];
});
afterAll(() => db.drop());

type Statement = readonly [sql: string, params?: readonly unknown[]];

/** Statements as the acting role of the hub, in one transaction; answers the name of what refused them, or 'done'. */
const raw = async (orgKey: string, ...statements: readonly Statement[]): Promise<string> => {
  const client = await database.pool('hub_app').connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [demoOrgId(orgKey)]);
    for (const [sql, params] of statements) await client.query(sql, [...(params ?? [])]);
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

const DENIED = '42501';

const movement = (
  payable: PayableRow,
  from: string,
  to: string,
  amount: string,
  cause: string,
  causeId: string | null = null,
): Statement => [
  `insert into app.invoice_movement (id, invoice_id, buyer_id, supplier_id, payable_id, from_bucket, to_bucket, amount, currency, cause, cause_id, actor_id, business_time)
   select gen_random_uuid(), p.invoice_id, p.buyer_id, p.supplier_id, p.id, $2, $3, $4::numeric, 'CNY', $5, $6::uuid, app.actor(), now() from app.payable p where p.id = $1`,
  [payable.id, from, to, amount, cause, causeId],
];
const payment = (id: string, amount: string, status = 'APPLIED'): Statement => [
  `insert into app.payment (id, buyer_id, supplier_id, number, number_key, paid_on, amount, currency, instrument, clause, status, value_on, actor_id, business_time)
   values ($1::uuid, $2, $3, $1::text, $1::text, '2026-05-06', $4::numeric, 'CNY', $5, $6, $7, $8::date, $2, now())`,
  [
    id,
    demoOrgId('buyer'),
    demoOrgId('supplier4'),
    amount,
    status === 'HELD' ? 'BILL' : 'TRANSFER',
    status === 'HELD' ? 'NOT_AGREED' : 'MONEY',
    status,
    status === 'HELD' ? null : '2026-05-06',
  ],
];
const line = (paymentId: string, amount: string): Statement => [
  `insert into app.payment_line (id, payment_id, payable_id, buyer_id, supplier_id, position, amount)
   select gen_random_uuid(), $1, p.id, p.buyer_id, p.supplier_id, 1, $3::numeric from app.payable p where p.id = $2`,
  [paymentId, goods.id, amount],
];
const allocation = (paymentId: string, component: string, amount: string, position = 1): Statement => [
  `insert into app.payment_allocation (id, payment_id, payable_id, buyer_id, supplier_id, position, component, rule, amount, currency, business_time)
   select gen_random_uuid(), $1, p.id, p.buyer_id, p.supplier_id, $5::int, $3, 'CIVIL_CODE_561', $4::numeric, 'CNY', now() from app.payable p where p.id = $2`,
  [paymentId, goods.id, component, amount, position],
];
const posting = (paymentId: string, days: number, principal: string, amount: string): Statement => [
  `insert into app.interest_posting (id, payable_id, payment_id, buyer_id, supplier_id, from_on, to_on, days, principal, rule, rate, rate_unit, source, amount, currency, business_time)
   select gen_random_uuid(), p.id, $1, p.buyer_id, p.supplier_id, p.due_on, p.due_on + $3::int, $3::int, $4::numeric, p.rate_rule, p.rate, p.rate_unit, p.rate_source, $5::numeric, 'CNY', now()
   from app.payable p where p.id = $2`,
  [paymentId, goods.id, days, principal, amount],
];

describe('Raw SQL in the role of the application', () => {
  test('cannot touch what is open, when it is due, or at which rate it grows', async () => {
    for (const change of [
      'open = 0',
      "due_on = '2030-01-01'",
      'rate = 0',
      "status = 'SETTLED'",
      'interest_paid = 1',
      'provisional = true',
    ]) {
      expect([change, await raw('buyer', [`update app.payable set ${change} where id = $1`, [goods.id]])]).toEqual([change, DENIED]);
    }
    expect(await raw('buyer', ['delete from app.payable where id = $1', [goods.id]])).not.toBe('done');
  });

  test('cannot begin a payable that holds something already', async () => {
    const copy = `insert into app.payable (id, invoice_id, buyer_id, supplier_id, position, kind, currency, amount, open, basis, facts, rate_rule, rate, rate_unit, rate_source, application_order, actor_id, business_time)
      select gen_random_uuid(), invoice_id, buyer_id, supplier_id, 99, 'GOODS', 'CNY', 5, 5, basis, '{}', 'NONE', 0, 'PER_DAY', 'none', 'CIVIL_CODE_561', buyer_id, now() from app.payable where id = $1`;
    expect(await raw('supplier4', [copy, [goods.id]])).not.toBe('done');
  });

  test('cannot derive a final due date again, nor write a derivation that does not hold together', async () => {
    const term = (due: string, governs: string, seq = 2): Statement => [
      `insert into app.payable_term (id, payable_id, buyer_id, supplier_id, seq, cause, start_on, contractual_due_on, governs, due_on, provisional, steps, actor_id, business_time)
       select gen_random_uuid(), p.id, p.buyer_id, p.supplier_id, $4::int, 'OPENED', p.start_on, '2030-01-01', $3, $2::date, false, '[]', app.actor(), now() from app.payable p where p.id = $1`,
      [goods.id, due, governs, seq],
    ];
    expect(await raw('buyer', term('2030-01-01', 'CONTRACT'))).toBe('term_final');
    expect(await raw('buyer', term('2031-01-01', 'CONTRACT'))).toBe('term_governed');
    expect(await raw('buyer', term('2030-01-01', 'CONTRACT', 1))).toMatch(/term_/);
    expect(await raw('buyer', ['update app.payable_term set due_on = null where payable_id = $1', [goods.id]])).not.toBe('done');
  });

  test('cannot settle anything without the fact that settles it, nor move it back', async () => {
    expect(await raw('buyer', movement(goods, 'PAYABLE', 'SETTLED', '10', 'PAYMENT', randomUUID()))).toBe('settled_by_fact');
    expect(await raw('buyer', movement(goods, 'PAYABLE', 'SETTLED', '10', 'GIFT'))).toBe('settled_by_fact');
    expect(await raw('buyer', movement(goods, 'PAYABLE', 'SETTLED', '10', 'CREDIT', randomUUID()))).toBe('settled_by_fact');
    expect(await raw('buyer', movement(goods, 'PAYABLE', 'SETTLED', '10', 'VOIDED', randomUUID()))).toBe('settled_by_fact');
    expect(await raw('buyer', movement(goods, 'PAYABLE', 'RETAINED', '10', 'X'))).toBe('wrong_hands');
    expect(await raw('buyer', movement(goods, 'SETTLED', 'PAYABLE', '10', 'X'))).toBe('wrong_hands');
    expect(await raw('buyer', movement(goods, 'PAYABLE', 'SETTLED', '900.01', 'CREDIT'))).not.toBe('done');
  });

  test('cannot release a retention before its time but as its buyer', async () => {
    expect(await raw('supplier4', movement(retention, 'RETAINED', 'PAYABLE', '100', 'RELEASE', retention.id))).toBe('wrong_hands');
    expect(await raw('buyer', movement(retention, 'RETAINED', 'PAYABLE', '100.01', 'RELEASE', retention.id))).not.toBe('done');
  });

  test('cannot advise in the name of the buyer, nor a payment that is not what it is applied to', async () => {
    const id = randomUUID();
    expect(await raw('supplier4', payment(id, '10'))).toBe('wrong_hands');
    expect(await raw('buyer', payment(id, '10'))).toBe('payment_adds_up');
    expect(await raw('buyer', payment(id, '10'), line(id, '10'))).toBe('payment_adds_up');
    expect(await raw('buyer', payment(id, '10'), line(id, '10'), allocation(id, 'PRINCIPAL', '10'))).toBe('payment_adds_up');
    const move = movement(goods, 'PAYABLE', 'SETTLED', '10', 'PAYMENT', id);
    expect(await raw('buyer', payment(id, '10'), line(id, '10'), allocation(id, 'PRINCIPAL', '9'), move)).not.toBe('done');
    expect(await raw('buyer', payment(id, '10'), line(id, '10'), allocation(id, 'PRINCIPAL', '10'), move)).toBe('done');
    expect(await raw('buyer', allocation(id, 'INTEREST', '1', 2))).toBe('wrong_hands');
    expect(await raw('buyer', line(id, '1'))).toBe('wrong_hands');
    expect(await raw('buyer', ['update app.payment set amount = 11 where id = $1', [id]])).toBe(DENIED);
  });

  test('cannot post interest but for what is owed, from where it was posted last, at the rate, in a figure that is right', async () => {
    const id = randomUUID();
    const pay = [payment(id, '1'), line(id, '1')];
    const open = '890';
    expect(await raw('buyer', ...pay, posting(id, 10, '100', '0.50'))).toBe('interest_runs_on');
    expect(await raw('buyer', ...pay, posting(id, 10, open, '44.50'))).toBe('posting_figure');
    expect(await raw('buyer', ...pay, posting(id, 4000, open, '1780.00'))).toBe('interest_runs_on');
    expect(await raw('buyer', ...pay, allocation(id, 'INTEREST', '1'))).toBe('interest_not_overpaid');
  });

  test('cannot make a held payment count, nor confirm for the other side', async () => {
    const id = randomUUID();
    expect(await raw('buyer', payment(id, '10', 'HELD'), line(id, '10'))).toBe('done');
    const count: Statement = [`update app.payment set status = 'APPLIED', value_on = '2026-05-06' where id = $1`, [id]];
    expect(await raw('buyer', count)).toBe('wrong_hands');
    const confirm: Statement = [
      `insert into app.payment_confirmation (id, payment_id, buyer_id, supplier_id, received_on, actor_id, business_time)
       select gen_random_uuid(), id, buyer_id, supplier_id, '2026-05-06', app.actor(), now() from app.payment where id = $1`,
      [id],
    ];
    expect(await raw('buyer', confirm)).toBe('wrong_hands');
    expect(await raw('supplier4', confirm, count)).toBe('payment_adds_up');
  });

  test('cannot use more of an advance than there is, nor record one for the other side', async () => {
    const { id } = await trade.order('supplier4', '10');
    const { advanceId } = await trade.must('buyer', advanceRecord, {
      orderId: id,
      number: 'R-1',
      paidOn: '2026-02-01',
      amount: '100',
      idempotencyKey: 'r-1',
    });
    const use: Statement = [
      `insert into app.advance_use (id, advance_id, invoice_id, buyer_id, supplier_id, amount, business_time)
       select gen_random_uuid(), a.id, $2, a.buyer_id, a.supplier_id, 101, now() from app.advance a where a.id = $1`,
      [advanceId, goods.invoice_id],
    ];
    expect(await raw('supplier4', use)).toBe('advance_not_overused');
    expect(await raw('buyer', ['update app.advance set used = 0 where id = $1', [advanceId]])).toBe(DENIED);
    const record: Statement = [
      `insert into app.advance (id, order_id, buyer_id, supplier_id, number, number_key, paid_on, amount, currency, actor_id, business_time)
       select gen_random_uuid(), order_id, buyer_id, supplier_id, 'R2', 'R2', paid_on, 5, 'CNY', app.actor(), now() from app.advance where id = $1`,
      [advanceId],
    ];
    expect(await raw('supplier4', record)).toBe('wrong_hands');
  });

  test('cannot publish a calendar, nor add to one, but the operator a whole year', async () => {
    const year = `insert into app.work_calendar_year (year, published_on, source) values (2027, '2026-11-01', 'x')`;
    const day = `insert into app.work_calendar (day, kind, source) values ('2026-12-25', 'REST', 'x')`;
    expect(await raw('buyer', [year])).toBe(DENIED);
    expect(await raw('operator', [day])).toBe('wrong_hands');
    expect(await raw('operator', [`update app.work_calendar set kind = 'WORK'`])).not.toBe('done');
  });

  test('sees nothing of it as a stranger', async () => {
    const client = await database.pool('hub_app').connect();
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [demoOrgId('supplier')]);
    for (const table of [
      'payable',
      'payable_term',
      'payable_account',
      'payment',
      'payment_line',
      'payment_allocation',
      'advance',
      'interest_posting',
    ]) {
      const { rowCount } = await client.query(`select from app.${table} where supplier_id = $1`, [demoOrgId('supplier4')]);
      expect([table, rowCount]).toEqual([table, 0]);
    }
    const figures = await client.query<{ f: { overdue: string } }>(`select app.payable_figures($1, $2, 'CNY') as f`, [
      demoOrgId('buyer'),
      demoOrgId('supplier4'),
    ]);
    expect(figures.rows[0]?.f.overdue).toBe('0');
    await client.query('rollback');
    client.release();
  });
});
