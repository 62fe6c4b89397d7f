import { randomUUID } from 'node:crypto';
import { parseId } from '../../src/kernel/ids.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/platform/database/index.js';
import { agreed, orderDocument, ordersHub, type OrdersHub, type OrderView, type Party } from '../support/orders.js';

let hub: OrdersHub;
let database: Database;
let buyer: Party;
let supplier: Party;
let stranger: Party;

beforeAll(async () => {
  hub = await ordersHub();
  database = await hub.db.open();
  [buyer, supplier, stranger] = [await hub.party(), await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
});
afterAll(() => hub.stop());

const uuid = (order: OrderView | undefined): string => parseId('ord', order?.id ?? '') ?? '';

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

const offered = async (number: string) => uuid((await buyer.act('orderIssue', orderDocument(supplier, number))).order);

describe('Raw SQL in the role of the application', () => {
  it('cannot agree for the other side', async () => {
    const id = await offered('Q-1');
    const agreement = `insert into app.order_agreement (id, order_id, buyer_id, supplier_id, revision, org_id, actor_id, business_time) values ($1, $2, $3, $4, 1, $5, $5, now())`;
    expect(await raw(buyer, [agreement, [randomUUID(), id, buyer.uuid, supplier.uuid, buyer.uuid]])).toBe('wrong_hands');
    expect(await raw(buyer, [agreement, [randomUUID(), id, buyer.uuid, supplier.uuid, supplier.uuid]])).toBe('wrong_hands');
    expect(await raw(buyer, [`update app.orders set status = 'IN_FORCE', agreed_revision = 1 where id = $1`, [id]])).toBe('wrong_hands');
    expect(await raw(supplier, [`update app.orders set status = 'IN_FORCE', agreed_revision = 1 where id = $1`, [id]])).toBe(
      'agreement_exists',
    );
    expect(await raw(supplier, [`update app.orders set status = 'CANCELLED' where id = $1`, [id]])).toBe('wrong_hands');
  });
  it("cannot begin an order agreed, or in another buyer's name", async () => {
    const insert = `insert into app.orders (id, buyer_id, supplier_id, number, number_key, type_code, issued_on, status, currency, lines_total, total, payable, line_count, business_time)
      values ($1, $2, $3, 'Q', $4, '220', '2026-01-01', $5, 'CNY', 0, 0, 0, 1, now())`;
    expect(await raw(buyer, [insert, [randomUUID(), buyer.uuid, supplier.uuid, 'Q-2A', 'IN_FORCE']])).not.toBe('done');
    expect(await raw(supplier, [insert, [randomUUID(), buyer.uuid, supplier.uuid, 'Q-2B', 'ISSUED']])).toBe('wrong_hands');
    expect(await raw(stranger, [insert, [randomUUID(), buyer.uuid, supplier.uuid, 'Q-2C', 'ISSUED']])).not.toBe('done');
    expect(await raw(buyer, [insert, [randomUUID(), buyer.uuid, supplier.uuid, 'Q-2D', 'ISSUED']])).not.toBe('done');
  });
  it('cannot change a line but to what a revision says, nor write a revision of an agreed order without a proposal', async () => {
    const id = uuid(await agreed(buyer, supplier, 'Q-3'));
    expect(await raw(buyer, [`update app.order_line set price = 1 where order_id = $1`, [id]])).toBe('line_says_revision');
    expect(await raw(supplier, [`update app.order_line set state = 'REFUSED' where order_id = $1`, [id]])).toBe('line_says_revision');
    expect(await raw(supplier, [`update app.order_schedule set promised_to = '2030-01-01' where order_id = $1`, [id]])).toBe(
      'schedule_says_revision',
    );
    const revision = `insert into app.order_revision (id, order_id, buyer_id, supplier_id, revision, origin, org_id, actor_id, header, total, currency, business_time)
      select $2, id, buyer_id, supplier_id, 2, 'REPLACED', $3, $3, '{}', 0, 'CNY', now() from app.orders where id = $1`;
    expect(await raw(buyer, [revision, [id, randomUUID(), buyer.uuid]])).toBe('wrong_hands');
    const late = `insert into app.order_revision_line (id, order_id, buyer_id, supplier_id, revision, line_no, position, kind, content)
      select $2, id, buyer_id, supplier_id, 1, '99', 9, 'ADDED', '{"state":"ACTIVE"}' from app.orders where id = $1`;
    expect(await raw(buyer, [late, [id, randomUUID()]])).toBe('wrong_hands');
  });
  it("cannot accept its own proposal, nor decide twice, nor let the other's lapse", async () => {
    const order = await agreed(buyer, supplier, 'Q-4');
    const { proposal } = await buyer.act('orderProposeChange', {
      orderId: order.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { price: '1' } }],
    });
    const id = parseId('prp', proposal?.id ?? '');
    const set = (status: string): [string, unknown[]] => [
      `update app.order_proposal set status = $2, decided_at = now() where id = $1`,
      [id, status],
    ];
    expect(await raw(buyer, set('ACCEPTED'))).toBe('wrong_hands');
    expect(await raw(supplier, set('WITHDRAWN'))).toBe('wrong_hands');
    expect(await raw(supplier, set('LAPSED'))).toBe('wrong_hands');
    expect(await raw(supplier, set('REFUSED'))).toBe('done');
    expect(await raw(supplier, set('ACCEPTED'))).not.toBe('done');
    expect(await raw(buyer, [`update app.order_proposal set header_after = '{}' where id = $1`, [id]])).toBe('42501');
  });
  it('cannot make parts that do not sum to the whole', async () => {
    const id = await offered('Q-5');
    expect(await raw(buyer, [`delete from app.order_schedule where order_id = $1`, [id]])).toBe('schedules_add_up');
    expect(await raw(buyer, [`update app.orders set total = 1, lines_total = 1, payable = 1 where id = $1`, [id]])).toBe('order_adds_up');
  });
  it('cannot rewrite or delete what happened', async () => {
    const id = uuid(await agreed(buyer, supplier, 'Q-6'));
    for (const table of [
      'order_revision',
      'order_revision_line',
      'order_response',
      'order_agreement',
      'order_proposal_line',
      'order_promise',
      'order_reminder',
    ]) {
      expect(await raw(buyer, [`delete from app.${table} where order_id = $1`, [id]])).toBe('42501');
      expect(await raw(supplier, [`update app.${table} set order_id = order_id where order_id = $1`, [id]])).toBe('42501');
    }
    expect(await raw(buyer, [`delete from app.orders where id = $1`, [id]])).toBe('42501');
    expect(await raw(buyer, [`update app.orders set number = 'x' where id = $1`, [id]])).toBe('42501');
  });
  it("cannot answer in the supplier's name, nor enter the same number twice", async () => {
    const id = await offered('Q-7');
    const answer = `insert into app.order_response (id, order_id, buyer_id, supplier_id, revision, code, outcome, actor_id, business_time)
      select $2, id, buyer_id, supplier_id, 1, 'AP', 'ACCEPTED', $3, now() from app.orders where id = $1`;
    expect(await raw(buyer, [answer, [id, randomUUID(), buyer.uuid]])).toBe('wrong_hands');
    const copy = `insert into app.orders (id, buyer_id, supplier_id, number, number_key, type_code, issued_on, currency, lines_total, total, payable, line_count, business_time)
      select $2, buyer_id, supplier_id, number, number_key, type_code, issued_on, currency, lines_total, total, payable, line_count, now() from app.orders where id = $1`;
    expect(await raw(buyer, [copy, [id, randomUUID()]])).toBe('order_number_once');
  });
  it("cannot show another's order to a third, nor its own order in the other's name", async () => {
    const id = await offered('Q-8');
    const show = `insert into app.order_disclosure (id, order_id, buyer_id, supplier_id, grantor_id, grantee_id, purpose, actor_id, business_time) values ($1, $2, $3, $4, $5, $6, 'x', $5, now())`;
    expect(await raw(stranger, [show, [randomUUID(), id, buyer.uuid, supplier.uuid, buyer.uuid, stranger.uuid]])).toBe('42501');
    expect(await raw(buyer, [show, [randomUUID(), id, buyer.uuid, supplier.uuid, supplier.uuid, stranger.uuid]])).toBe('42501');
    expect(await raw(stranger, [show, [randomUUID(), id, stranger.uuid, supplier.uuid, stranger.uuid, buyer.uuid]])).not.toBe('done');
  });
  it('sees nothing of others, and nothing at all without an organisation', async () => {
    await offered('Q-9');
    const { rows } = await hub.db.owner.query<{ table: string }>(
      `select distinct c.relname as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'order_id'
       where c.relnamespace = 'app'::regnamespace and c.relkind = 'r' union select 'orders' union select 'frame_consumption'`,
    );
    expect(rows.length).toBeGreaterThan(12);
    const client = await database.pool('hub_app').connect();
    try {
      for (const org of [stranger.uuid, '']) {
        await client.query('begin');
        await client.query(`select set_config('app.org', $1, true)`, [org]);
        for (const { table } of rows) expect((await client.query(`select from app.${table}`)).rowCount, `${table} for "${org}"`).toBe(0);
        await client.query('rollback');
      }
    } finally {
      client.release();
    }
  });
});

describe('A frame agreement', () => {
  it('cannot be over-called by raw SQL: its count is not to be written, and a line draws by itself', async () => {
    const frame = uuid((await frameInForce('Q-F1')).order);
    expect(await raw(buyer, [`update app.order_line set called_off = 0 where order_id = $1`, [frame]])).toBe('42501');
    expect(await raw(buyer, [`insert into app.frame_consumption select * from app.frame_consumption`])).toBe('42501');
    const orderId = randomUUID();
    const lineId = randomUUID();
    const revision = `insert into app.order_revision (id, order_id, buyer_id, supplier_id, revision, origin, org_id, actor_id, header, total, currency, business_time)
      values ($1, $2, $3, $4, 1, 'ISSUED', $3, $3, '{"currency":"CNY"}', 1010, 'CNY', now())`;
    const content = {
      lineId: '1',
      state: 'ACTIVE',
      itemName: 'Steel',
      quantity: '1.01',
      unit: 'TNE',
      price: '1000',
      schedules: [{ scheduleId: '1', quantity: '1.01' }],
    };
    const over = await raw(
      buyer,
      [
        `insert into app.orders (id, buyer_id, supplier_id, number, number_key, type_code, issued_on, currency, lines_total, total, payable, line_count, frame_id, business_time)
        values ($1, $2, $3, 'over', 'OVER', '226', '2026-11-01', 'CNY', 1010, 1010, 1010, 1, $4, now())`,
        [orderId, buyer.uuid, supplier.uuid, frame],
      ],
      [revision, [randomUUID(), orderId, buyer.uuid, supplier.uuid]],
      [
        `insert into app.order_revision_line (id, order_id, buyer_id, supplier_id, revision, line_no, position, kind, content, amount) values ($1, $2, $3, $4, 1, '1', 1, 'ADDED', $5, 1010)`,
        [randomUUID(), orderId, buyer.uuid, supplier.uuid, content],
      ],
      [
        `insert into app.order_line (id, order_id, buyer_id, supplier_id, line_no, position, revision, state, item_name, quantity, unit, price, amount, currency, frame_line_id)
        select $1, $2, $3, $4, '1', 1, 1, 'ACTIVE', 'Steel', 1.01, 'TNE', 1000, 1010, 'CNY', l.id from app.order_line l where l.order_id = $5`,
        [lineId, orderId, buyer.uuid, supplier.uuid, frame],
      ],
    );
    expect(over).toBe('frame_not_over_called');
  });
});

const frameInForce = async (number: string) => {
  const { order } = await buyer.act('orderIssue', {
    ...orderDocument(supplier, number, [{ id: '1', quantity: '1000', unit: 'KGM', price: '1' }]),
    typeCode: 'FRAME',
    header: { currency: 'CNY', validTo: '2027-12-31' },
  });
  return supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' });
};
