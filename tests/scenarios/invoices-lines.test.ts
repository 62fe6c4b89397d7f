import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, came, receiptBy, refuse, say as move } from '../support/acceptance.js';
import {
  bucketsOf,
  invoiceOf,
  type InvoicesHub,
  invoicesHub,
  type InvoiceView,
  must,
  readInvoice,
  receive,
  trade,
  type Trade,
} from '../support/invoices.js';
import { agreed } from '../support/orders.js';

let hub: InvoicesHub;
beforeAll(async () => {
  hub = await invoicesHub();
}, 60_000);
afterAll(() => hub.stop());

const zeros = { pending: '0.00', payable: '0.00', disputed: '0.00', retained: '0.00', settled: '0.00' };
let numbers = 0;
const next = (kind: string): string => `${kind}-${++numbers}`;

/** Ten pieces at 40.00 and 13 %, all received, and an invoice for them. */
const delivered = async (more: object = {}): Promise<Trade & { invoice: InvoiceView }> => {
  const made = await trade(hub, next('PO'));
  await receive(made, next('GR'), '10');
  return { ...made, invoice: await must(made.supplier, 'invoiceSubmit', invoiceOf(made.buyer, made.order, next('INV'), [{}], more)) };
};

describe('what a line is compared with', () => {
  test("of a call-off it is the frame's price of the call-off's day, in the call-off's unit", async () => {
    const { buyer, supplier } = await hub.pair();
    const issue = async (document: object) => {
      const { order } = await buyer.act('orderIssue', { supplier: { id: supplier.id }, ...document });
      return (await supplier.act('orderRespond', { orderId: order?.id, revision: 1, code: 'AP' })).order;
    };
    const prices = [
      { from: '2026-07-01', price: '9850' },
      { from: '2026-10-01', price: '9720' },
    ];
    await issue({
      number: 'FA-1',
      typeCode: 'FRAME',
      issuedOn: '2026-07-01',
      header: { currency: 'CNY', validFrom: '2026-07-01', validTo: '2027-06-30' },
      lines: [{ lineId: '10', itemName: 'ABS', quantity: '240', unit: 'TNE', prices }],
    });
    const callOff = { lineId: '10', itemName: 'ABS', quantity: '2000', unit: 'KGM' };
    const order = await issue({
      number: 'CO-1',
      typeCode: 'CALL_OFF',
      issuedOn: '2026-10-12',
      frame: { number: 'FA-1' },
      header: { currency: 'CNY' },
      lines: [callOff],
    });
    if (!order) throw new Error('no call-off');
    await receive({ buyer, supplier, order }, next('GR'), '2000', '10');
    const line = (quantity: string, price: string) => ({ quantity, price, orderLineId: '10', more: { unit: 'TNE' } });
    const invoice = await must(supplier, 'invoiceSubmit', invoiceOf(buyer, order, next('INV'), [line('1.5', '9720'), line('0.5', '9850')]));
    expect(invoice.lines.map(({ match }) => match?.differences)).toEqual([
      [],
      [{ kind: 'PRICE', expected: '10.9836', given: '11.1305', withinTolerance: false }],
    ]);
    // 0.5 t at 9,850 in place of 9,720, with 13 % tax.
    expect(bucketsOf(invoice)).toEqual({ ...zeros, payable: '21967.20', disputed: '73.45' });
  });

  test('units beyond the order that came within its tolerance are due, and shown', async () => {
    const { buyer, supplier } = await hub.pair();
    await agreement(hub, buyer, supplier, { overTolerance: '0.1' });
    const order = await agreed(buyer, supplier, next('PO'), [{ id: '1', quantity: '10', price: '40' }]);
    await receive({ buyer, supplier, order }, next('GR'), '11');
    const invoice = await must(supplier, 'invoiceSubmit', invoiceOf(buyer, order, next('INV'), [{ quantity: '11' }]));
    expect(bucketsOf(invoice)).toEqual({ ...zeros, payable: '497.20' });
    expect(invoice.lines[0]?.match).toMatchObject({
      state: 'MATCHED',
      differences: [{ kind: 'QUANTITY', expected: '10', given: '11', withinTolerance: true }],
    });
    const query = 'query Q($id: ID!) { invoice(by: { id: $id }) { lines { match { ordered received accepted invoiced claimed } } } }';
    expect(await buyer.ask(query, { id: invoice.id })).toEqual({
      invoice: { lines: [{ match: { ordered: '10', received: '11', accepted: '11', invoiced: '11', claimed: '11' } }] },
    });
  });

  test('it claims the receipts that it names, and no others', async () => {
    const t = await trade(hub, next('PO'));
    await receive(t, next('GR'), '6');
    const second = await receiptBy(t.buyer, await receive(t, next('GR'), '4'));
    const named = { quantity: '4', more: { receipts: [second.lines[0]?.id] } };
    await must(t.supplier, 'invoiceSubmit', invoiceOf(t.buyer, t.order, next('INV'), [named]));
    const { rows } = await hub.db.owner.query('select invoiced from app.receipt_line where order_id = $1::uuid order by id', [
      t.order.id.slice(4),
    ]);
    expect(rows).toEqual([{ invoiced: '0' }, { invoiced: '4' }]);
  });
});

describe('an invoice is read', () => {
  test('by its own reference, from its order line, in lists of either side, and by nobody else', async () => {
    const { invoice, buyer, supplier, order } = await delivered({ externalReference: 'U8-7781' });
    const document = `query Q($order: ID!) {
      mine: invoice(by: { externalReference: "U8-7781" }) { id externalReference }
      order(by: { id: $order }) { lines { invoiceLines { lineId orderLine { lineId } } } } }`;
    expect(await supplier.ask(document, { order: order.id })).toEqual({
      mine: { id: invoice.id, externalReference: 'U8-7781' },
      order: { lines: [{ invoiceLines: [{ lineId: '1', orderLine: { lineId: '1' } }] }] },
    });
    expect(await buyer.ask(document, { order: order.id })).toMatchObject({ mine: null });
    const list = 'query L($as: OrderSide!) { invoices(as: $as, filter: { status: [SUBMITTED] }, orderBy: ISSUED_LAST) { nodes { id } } }';
    expect(await buyer.ask(list, { as: 'BUYER' })).toEqual({ invoices: { nodes: [{ id: invoice.id }] } });
    expect(await buyer.ask(list, { as: 'SUPPLIER' })).toEqual({ invoices: { nodes: [] } });
    const { buyer: stranger } = await hub.pair();
    expect(await readInvoice(stranger, invoice.id)).toBeNull();
  });
});

describe('what was refused and kept at a lower price by agreement', () => {
  /** A hundred pieces at 40.00 and 13 % came: ninety were accepted, ten refused that the buyer would keep at a fifth less. */
  const inspected = async () => {
    const { buyer, supplier } = await hub.pair();
    await agreement(hub, buyer, supplier, { inspectionDays: 5 });
    const order = await agreed(buyer, supplier, next('PO'), [{ id: '1', quantity: '100', price: '40', more: { taxRate: '13' } }]);
    const receipt = await came(buyer, order, '100');
    const lines = [{ receiptLineId: receipt.lines[0]?.id, accepted: '90' }];
    await move(buyer, 'acceptanceRecord', { receiptId: receipt.id, kind: 'PARTIAL', lines });
    const refusal = await refuse(buyer, receipt, '10', 'CONCESSION', { priceReduction: '0.2' });
    const concede = async (quantity?: string): Promise<string> => {
      const { it, userErrors } = await move(supplier, 'refusalSettle', { acceptanceLineId: refusal, outcome: 'CONCEDED', quantity });
      if (!it) throw new Error(JSON.stringify(userErrors));
      return it.id;
    };
    const invoice = (lines: readonly { quantity: string; price: string }[]) =>
      must(supplier, 'invoiceSubmit', invoiceOf(buyer, order, next('INV'), lines));
    return { buyer, supplier, concede, invoice };
  };

  // 10 × 0.2 × 40.00 and 13 % are 90.40.
  test('is disputed for just its part where it is invoiced in full, and matches as it was once credited', async () => {
    const { buyer, supplier, concede, invoice } = await inspected();
    const acceptance = await concede();
    const full = await invoice([{ quantity: '100', price: '40' }]);
    expect(bucketsOf(full)).toEqual({ ...zeros, payable: '4429.60', disputed: '90.40' });
    expect(full.disputes).toMatchObject([{ origin: 'MATCH', reason: 'PRI', expected: '44.296', given: '45.2', open: { amount: '90.40' } }]);
    const query = 'query Q($id: ID!) { invoice(by: { id: $id }) { lines { claims { quantity priceReduction } } } }';
    expect(await buyer.ask(query, { id: full.id })).toEqual({
      invoice: {
        lines: [
          {
            claims: [
              { quantity: '90', priceReduction: null },
              { quantity: '10', priceReduction: '0.2' },
            ],
          },
        ],
      },
    });
    await hub.rematch(buyer, acceptance);
    const again = await readInvoice(buyer, full.id);
    expect([bucketsOf(again), again.version]).toEqual([bucketsOf(full), full.version]);
    const lines = [{ lineId: '1', gross: '90.40' }];
    const note = { kind: 'CREDIT_NOTE', original: { number: full.number }, number: next('CN'), lines };
    const credited = await must(supplier, 'creditNoteSubmit', note);
    await hub.rematch(supplier, acceptance);
    const after = await readInvoice(buyer, full.id);
    expect(bucketsOf(after)).toEqual({ ...zeros, payable: '4429.60', settled: '90.40' });
    expect([after.version, after.lines[0]?.match?.differences]).toEqual([credited.version, []]);
  });

  test.each([
    ['at the mean price', [{ quantity: '100', price: '39.2' }]],
    [
      'on a line of its own',
      [
        { quantity: '10', price: '32' },
        { quantity: '90', price: '40' },
      ],
    ],
  ])('matches where the invoice grants it: %s', async (_, lines) => {
    const { concede, invoice } = await inspected();
    await concede();
    const granted = await invoice(lines);
    expect(bucketsOf(granted)).toEqual({ ...zeros, payable: '4429.60' });
    expect(granted.lines.map(({ match }) => [match?.state, match?.differences])).toEqual(lines.map(() => ['MATCHED', []]));
  });

  test('is disputed by its quantity until the supplier agrees, and then by its price, part for part', async () => {
    const { buyer, concede, invoice } = await inspected();
    const full = await invoice([{ quantity: '100', price: '40' }]);
    expect(bucketsOf(full)).toEqual({ ...zeros, payable: '4068.00', disputed: '452.00' });
    await hub.rematch(buyer, await concede('5'));
    const half = await readInvoice(buyer, full.id);
    expect(bucketsOf(half)).toEqual({ ...zeros, payable: '4248.80', disputed: '271.20' });
    expect(half.disputes.map((one) => [one.reason, one.open.amount])).toEqual([
      ['QTY', '226.00'],
      ['PRI', '45.20'],
    ]);
    await hub.rematch(buyer, await concede());
    const all = await readInvoice(buyer, full.id);
    expect(bucketsOf(all)).toEqual({ ...zeros, payable: '4429.60', disputed: '90.40' });
    expect(all.disputes.map((one) => [one.reason, one.open.amount])).toEqual([
      ['QTY', '0.00'],
      ['PRI', '90.40'],
    ]);
  });
});
