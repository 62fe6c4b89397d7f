import type { PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { disputeLifecycle, invoiceLifecycle } from '../../src/invoices/index.js';
import { codeOf, constraintOf } from '../../src/platform/database/errors.js';
import { refusalOf } from '../support/deliveries.js';
import {
  bucketsOf,
  invoiceOf,
  type InvoicesHub,
  invoicesHub,
  type InvoiceView,
  must,
  readInvoice,
  receive,
  say,
  trade,
  type Trade,
} from '../support/invoices.js';
import type { Party } from '../support/orders.js';

let hub: InvoicesHub;
let t: Trade & { invoice: InvoiceView };
beforeAll(async () => {
  hub = await invoicesHub();
  const made = await trade(hub, 'PO-1');
  await receive(made, 'GR-1', '10');
  t = { ...made, invoice: await must(made.supplier, 'invoiceSubmit', invoiceOf(made.buyer, made.order, 'INV-1')) };
}, 60_000);
afterAll(() => hub.stop());

let numbers = 1;
const next = (kind: string): string => `${kind}-${++numbers}`;
const codes = async (who: Party, mutation: string, input: object): Promise<string[]> => refusalOf(await say(who, mutation, input)).codes;

/** Ten pieces at 40.00 and 13 %, all received, and an invoice for them. */
const delivered = async (more: object = {}): Promise<Trade & { invoice: InvoiceView }> => {
  const made = await trade(hub, next('PO'));
  await receive(made, next('GR'), '10');
  return { ...made, invoice: await must(made.supplier, 'invoiceSubmit', invoiceOf(made.buyer, made.order, next('INV'), [{}], more)) };
};

test.each([
  ['invoice', invoiceLifecycle],
  ['dispute', disputeLifecycle],
] as const)('the database knows the same steps of the life cycle %s as the rules', async (machine, { pairs }) => {
  const { rows } = await hub.db.owner.query<{ pair: string[] }>(
    `select array[from_status, to_status] as pair from app.lifecycle_pair where machine = $1 and from_status <> '' order by from_status, to_status`,
    [machine],
  );
  expect(rows.map((row) => row.pair)).toEqual(
    pairs()
      .filter(([from, to]) => from !== to)
      .map((pair) => [...pair]),
  );
});

describe('by raw SQL past all commands', () => {
  const failure = async (who: Party, sql: string, params: unknown[] = []): Promise<string | undefined> => {
    const database = await hub.db.open();
    const client: PoolClient = await database.pool('hub_app').connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [who.uuid]);
      await client.query(sql, params);
      await client.query('set constraints all immediate');
      return undefined;
    } catch (error) {
      return constraintOf(error) ?? codeOf(error);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  const id = () => t.invoice.id.slice(4);
  const columns =
    '(id, invoice_id, buyer_id, supplier_id, invoice_line_id, payable_id, from_bucket, to_bucket, amount, currency, cause, actor_id, business_time)';
  const move = (from: string, to: string, amount: string, actor: string, line = true, payable = false) =>
    `insert into app.invoice_movement ${columns} select gen_random_uuid(), i.id, i.buyer_id, i.supplier_id,
       ${line ? 'l.id' : 'null'}, ${payable ? 'p.id' : 'null'}, '${from}', '${to}', ${amount}, i.currency, 'MATCH', '${actor}', now()
     from app.invoice i join app.invoice_line l on l.invoice_id = i.id join app.payable p on p.invoice_id = i.id where i.id = '${id()}'`;

  test.each<readonly [string, () => readonly [Party, string], string]>([
    ['buckets are not set by hand', () => [t.supplier, `update app.invoice set settled = 452, payable = 0 where id = '${id()}'`], '42501'],
    [
      'an invoice is not submitted by its buyer',
      () => [
        t.buyer,
        `insert into app.invoice (id, buyer_id, supplier_id, number, number_key, type_code, issued_on, received_on, currency,
        price_basis, rounding, lines_total, net_total, tax_total, total, due, line_count, business_time, actor_id)
        values (gen_random_uuid(), '${t.buyer.uuid}', '${t.supplier.uuid}', 'X', 'X', '380', now(), now(), 'CNY', 'NET', 'PER_LINE', 1, 1, 0, 1, 1, 1, now(), '${t.buyer.uuid}')`,
      ],
      'wrong_hands',
    ],
    [
      'an invoice is not without lines',
      () => [
        t.supplier,
        `insert into app.invoice (id, buyer_id, supplier_id, number, number_key, type_code, issued_on, received_on, currency,
        price_basis, rounding, lines_total, net_total, tax_total, total, due, line_count, business_time, actor_id)
        values (gen_random_uuid(), '${t.buyer.uuid}', '${t.supplier.uuid}', 'X', 'X', '380', now(), now(), 'CNY', 'NET', 'PER_LINE', 1, 1, 0, 1, 1, 1, now(), '${t.supplier.uuid}')`,
      ],
      'invoice_adds_up',
    ],
    [
      'no line is added later',
      () => [
        t.supplier,
        `insert into app.invoice_line (id, invoice_id, buyer_id, supplier_id, line_no, position, item_name, quantity, unit, price, tax_category, tax_rate,
        amount, tax_amount, gross, share, currency) select gen_random_uuid(), id, buyer_id, supplier_id, '2', 2, 'x', 1, 'C62', 0, 'Z', 0, 0, 0, 0, 0, 'CNY' from app.invoice where id = '${id()}'`,
      ],
      'wrong_hands',
    ],
    [
      'more is not moved than is there',
      () => [t.buyer, move('PAYABLE', 'SETTLED', '452.01', t.buyer.uuid, false, true)],
      'payable_open_kept',
    ],
    ['nothing waits that does not', () => [t.buyer, move('PENDING', 'SETTLED', '0.01', t.buyer.uuid)], 'invoice_buckets_kept'],
    ['nothing is moved without its line', () => [t.buyer, move('PENDING', 'SETTLED', '1', t.buyer.uuid, false)], 'movement_names_line'],
    ['nothing is moved without its payable', () => [t.buyer, move('PAYABLE', 'SETTLED', '1', t.buyer.uuid)], 'movement_names_payable'],
    ['nothing is moved in another name', () => [t.buyer, move('PAYABLE', 'SETTLED', '1', t.supplier.uuid, false, true)], 'wrong_hands'],
    ['movements are history', () => [t.buyer, 'delete from app.invoice_movement'], '42501'],
    ['the supplier does not approve', () => [t.supplier, `update app.invoice set status = 'APPROVED' where id = '${id()}'`], 'wrong_hands'],
    ['the buyer does not void', () => [t.buyer, `update app.invoice set status = 'VOIDED' where id = '${id()}'`], 'wrong_hands'],
    ['what is open is not paid', () => [t.buyer, `update app.invoice set status = 'PAID' where id = '${id()}'`], 'paid_when_settled'],
    [
      'a rejected invoice claims nothing',
      () => [t.buyer, `update app.invoice set status = 'REJECTED' where id = '${id()}'`],
      'ended_claims_nothing',
    ],
    [
      'no status is passed over backwards',
      () => [
        t.buyer,
        `update app.invoice set status = 'APPROVED' where id = '${id()}';
        update app.invoice set status = 'ACKNOWLEDGED' where id = '${id()}'`,
      ],
      'lifecycle_followed',
    ],
    [
      'a unit is not claimed twice',
      () => [
        t.supplier,
        `insert into app.invoice_receipt (id, invoice_id, invoice_line_id, buyer_id, supplier_id, order_id, order_line_id, receipt_line_id, quantity, received_on, actor_id, business_time)
        select gen_random_uuid(), invoice_id, invoice_line_id, buyer_id, supplier_id, order_id, order_line_id, receipt_line_id, 1, received_on, '${t.supplier.uuid}', now() from app.invoice_receipt where invoice_id = '${id()}'`,
      ],
      'receipt_invoiced_once',
    ],
    [
      'no unit is claimed at a reduction to which nobody agreed',
      () => [
        t.supplier,
        `update app.invoice_receipt set released_by = invoice_id, released_at = now(), release_cause = 'VOIDED' where invoice_id = '${id()}';
        insert into app.invoice_receipt (id, invoice_id, invoice_line_id, buyer_id, supplier_id, order_id, order_line_id, receipt_line_id, quantity, price_reduction, received_on, actor_id, business_time)
        select gen_random_uuid(), invoice_id, invoice_line_id, buyer_id, supplier_id, order_id, order_line_id, receipt_line_id, 1, 0.2, received_on, '${t.supplier.uuid}', now() from app.invoice_receipt where invoice_id = '${id()}'`,
      ],
      'claim_at_reduced_price',
    ],
    [
      'a credit comes from the supplier',
      () => [
        t.buyer,
        `insert into app.credit_note (id, invoice_id, buyer_id, supplier_id, kind, number, number_key, issued_on, currency, net_total, tax_total, total, applied, refund, whole, actor_id, business_time)
        select gen_random_uuid(), id, buyer_id, supplier_id, 'CREDIT_NOTE', 'X', 'X', now(), 'CNY', 1, 0, 1, 0, 1, false, '${t.buyer.uuid}', now() from app.invoice where id = '${id()}'`,
      ],
      'wrong_hands',
    ],
    [
      'a credit is not over the invoice',
      () => [
        t.supplier,
        `insert into app.credit_note (id, invoice_id, buyer_id, supplier_id, kind, number, number_key, issued_on, currency, net_total, tax_total, total, applied, refund, whole, actor_id, business_time)
        select gen_random_uuid(), id, buyer_id, supplier_id, 'CREDIT_NOTE', 'X', 'X', now(), 'CNY', 453, 0, 453, 0, 453, false, '${t.supplier.uuid}', now() from app.invoice where id = '${id()}'`,
      ],
      'invoice_not_over_credited',
    ],
    [
      'a dispute by hand comes from the buyer',
      () => [
        t.supplier,
        `insert into app.dispute (id, invoice_id, invoice_line_id, buyer_id, supplier_id, origin, reason, amount, currency, actor_id, business_time)
        select gen_random_uuid(), invoice_id, id, buyer_id, supplier_id, 'BUYER', 'QUA', 1, 'CNY', '${t.supplier.uuid}', now() from app.invoice_line where invoice_id = '${id()}'`,
      ],
      'wrong_hands',
    ],
    [
      'the supplier does not answer for the buyer',
      () => [
        t.supplier,
        `insert into app.invoice_response (id, invoice_id, buyer_id, supplier_id, code, issued_on, status_before, status_after, actor_id, business_time)
        select gen_random_uuid(), id, buyer_id, supplier_id, 'AP', now(), 'SUBMITTED', 'APPROVED', '${t.supplier.uuid}', now() from app.invoice where id = '${id()}'`,
      ],
      'wrong_hands',
    ],
  ])('%s', async (_, statement, expected) => {
    const [who, sql] = statement();
    expect(await failure(who, sql)).toBe(expected);
  });

  test('a stranger sees and changes nothing', async () => {
    const { buyer: stranger } = await hub.pair();
    for (const table of [
      'invoice',
      'invoice_line',
      'invoice_receipt',
      'invoice_movement',
      'dispute',
      'credit_note',
      'invoice_response',
      'invoice_fapiao',
    ]) {
      const database = await hub.db.open();
      const client = await database.pool('hub_app').connect();
      await client.query('begin');
      await client.query(`select set_config('app.org', $1, true)`, [stranger.uuid]);
      expect((await client.query(`select 1 from app.${table}`)).rows, table).toEqual([]);
      await client.query('rollback');
      client.release();
    }
  });
});

describe('several at once', () => {
  test('two invoices for one receipt: one is taken, the other refused, and every unit is claimed once', async () => {
    const made = await trade(hub, next('PO'));
    await receive(made, next('GR'), '10');
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => say(made.supplier, 'invoiceSubmit', invoiceOf(made.buyer, made.order, next('INV')))),
    );
    expect(answers.filter((one) => one.it !== null)).toHaveLength(1);
    expect(answers.flatMap((one) => refusalOf(one).codes)).toEqual(['RECEIPT_INVOICED', 'RECEIPT_INVOICED', 'RECEIPT_INVOICED']);
    const { rows } = await hub.db.owner.query('select invoiced from app.line_balance where order_id = $1', [`${made.order.id.slice(4)}`]);
    expect(rows).toMatchObject([{ invoiced: '10' }]);
  });

  test('the same key twice is one invoice; one number twice is one invoice', async () => {
    const made = await trade(hub, next('PO'));
    await receive(made, next('GR'), '10');
    const document = { ...invoiceOf(made.buyer, made.order, next('INV'), [{ quantity: '4' }]), idempotencyKey: next('key') };
    const [first, second] = await Promise.all([
      say(made.supplier, 'invoiceSubmit', document),
      say(made.supplier, 'invoiceSubmit', document),
    ]);
    expect(first.it?.id).toBe(second.it?.id);
    expect([first.replayed, second.replayed].sort()).toEqual([false, true]);
    expect(await codes(made.supplier, 'invoiceSubmit', { ...document, idempotencyKey: next('key') })).toEqual(['INVOICE_EXISTS']);
  });

  test('a credit of the whole and a dispute: what both take is taken once', async () => {
    const made = await delivered();
    await Promise.all([
      say(made.buyer, 'invoiceDispute', { invoiceId: made.invoice.id, items: [{ reason: 'QUA' }] }),
      say(made.supplier, 'creditNoteSubmit', { kind: 'CREDIT_NOTE', original: { id: made.invoice.id }, number: next('CN'), whole: true }),
    ]);
    const after = await readInvoice(made.buyer, made.invoice.id);
    expect(bucketsOf(after)).toEqual({ pending: '0.00', payable: '0.00', disputed: '0.00', retained: '0.00', settled: '452.00' });
  });
});
