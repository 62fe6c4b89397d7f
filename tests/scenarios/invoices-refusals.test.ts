import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publicId } from '../../src/kernel/ids.js';
import { refusalOf } from '../support/deliveries.js';
import { invoiceOf, type InvoicesHub, invoicesHub, type InvoiceView, must, receive, say, trade, type Trade } from '../support/invoices.js';
import type { Party } from '../support/orders.js';

let hub: InvoicesHub;
let t: Trade & { invoice: InvoiceView };
beforeAll(async () => {
  hub = await invoicesHub();
  t = await delivered();
}, 60_000);
afterAll(() => hub.stop());

let numbers = 0;
const next = (kind: string): string => `${kind}-${++numbers}`;
const FAPIAO = { kind: 'PAPER_SPECIAL', code: '3702211130', number: '00000077' };

/** Ten pieces at 40.00 and 13 %, all received, and an invoice for them with a tax invoice. */
async function delivered(more: object = {}): Promise<Trade & { invoice: InvoiceView }> {
  const made = await trade(hub, next('PO'));
  await receive(made, next('GR'), '10');
  const document = invoiceOf(made.buyer, made.order, next('INV'), [{}], { fapiao: FAPIAO, ...more });
  return { ...made, invoice: await must(made.supplier, 'invoiceSubmit', document) };
}

const codes = async (who: Party, mutation: string, input: object): Promise<string[]> => refusalOf(await say(who, mutation, input)).codes;

describe('an invoice is not taken', () => {
  const submit = async (lines: Parameters<typeof invoiceOf>[3], more: object = {}) =>
    refusalOf(await say(t.supplier, 'invoiceSubmit', invoiceOf(t.buyer, t.order, next('INV'), lines, more)));

  test('for a line that nobody received: LINE_NOT_RECEIVED', async () => {
    const fresh = await trade(hub, next('PO'));
    const refusal = refusalOf(await say(fresh.supplier, 'invoiceSubmit', invoiceOf(fresh.buyer, fresh.order, next('INV'))));
    expect(refusal).toMatchObject({
      codes: ['LINE_NOT_RECEIVED'],
      field: ['lines', '0', 'quantity'],
      params: { lineId: '1', ordered: '10', unit: 'C62' },
    });
  });

  test('for units that are invoiced already: RECEIPT_INVOICED', async () => {
    expect(await submit([{ quantity: '1' }])).toMatchObject({ codes: ['RECEIPT_INVOICED'], params: { received: '10', invoiced: '10' } });
  });

  test.each([
    ['a wrong sum', [{}], { totals: { total: '453' } }, 'SUM_WRONG', { expected: '452.00', given: '453' }],
    ['a wrong tax', [{ more: { taxAmount: '51' } }], {}, 'SUM_WRONG', { expected: '52.00', given: '51' }],
    ['a rate that its category cannot have', [{ more: { taxCategory: 'Z' } }], {}, 'TAX_RATE_WRONG', { category: 'Z', rate: '13' }],
    [
      'allowances of no known tax',
      [{ quantity: '1' }, { quantity: '1', more: { taxRate: '6' } }],
      { adjustments: [{ kind: 'ALLOWANCE', amount: '1' }] },
      'TAX_OF_ADJUSTMENT_REQUIRED',
      {},
    ],
    ['a total below zero', [{ quantity: '-1', orderLineId: null }], {}, 'TOTAL_BELOW_ZERO', { total: '-45.20' }],
    ['more paid before than the total', [{}], { totals: { prepaid: '453' } }, 'PREPAID_OVER_TOTAL', { prepaid: '453', total: '452.00' }],
    ['a line number that stands twice', [{}, { more: { lineId: '1' } }], {}, 'INVOICE_LINE_REPEATED', { lineId: '1' }],
    ['another currency', [{}], { currency: 'USD' }, 'CURRENCY_WRONG', { expected: 'CNY', given: 'USD' }],
    ['a day before the order', [{}], { issuedOn: '2026-11-01' }, 'DATED_BEFORE_ORDER', { expected: '2026-11-02', given: '2026-11-01' }],
    ['a day that has not come', [{}], { issuedOn: '2099-01-01' }, 'DATED_IN_FUTURE', { given: '2099-01-01' }],
    ['a line that the order has not', [{ orderLineId: '77' }], {}, 'INVOICE_ORDER_LINE_UNKNOWN', { lineId: '77' }],
    ['an unknown order id', [{}], { order: { id: publicId('ord', randomUUID()) } }, 'NOT_FOUND', {}],
    ['another kind of unit', [{ more: { unit: 'KGM' } }], {}, 'INVOICE_UNIT_WRONG', { expected: 'C62', given: 'KGM' }],
    ['a unit that is none', [{ more: { unit: 'p-c' } }], {}, 'INVOICE_UNIT_UNKNOWN', { unit: 'P-C' }],
    ['a receipt of another line', [{ more: { receipts: [publicId('rcl', randomUUID())] } }], {}, 'RECEIPT_LINE_UNKNOWN', {}],
    ['a tax invoice number of the wrong form', [{}], { fapiao: { kind: 'DIGITAL_SPECIAL', number: '123' } }, 'FAPIAO_NUMBER_WRONG', {}],
    ['an unknown original', [{}], { original: { number: 'none' } }, 'INVOICE_ORIGINAL_UNKNOWN', { original: 'none' }],
  ] as const)('with %s', async (_, lines, more, code, params) => {
    const refusal = await submit(lines, more);
    expect(refusal.codes).toContain(code);
    const { userErrors } = await say(t.supplier, 'invoiceSubmit', invoiceOf(t.buyer, t.order, next('INV'), lines, more));
    const own = userErrors.find((one) => one.code === code);
    expect(Object.fromEntries((own?.params ?? []).map((one) => [one.name, one.value]))).toMatchObject(params);
  });

  test('under a number that stands already, whatever its spelling', async () => {
    const number = t.invoice.number.toLowerCase().replace('-', ' – ');
    expect(await codes(t.supplier, 'invoiceSubmit', invoiceOf(t.buyer, null, number, [{ orderLineId: null }]))).toEqual(['INVOICE_EXISTS']);
  });

  test('under a reference or tax invoice that another one carries', async () => {
    const fresh = await trade(hub, next('PO'));
    await receive(fresh, next('GR'), '10');
    const send = (number: string, more: object) =>
      codes(fresh.supplier, 'invoiceSubmit', invoiceOf(fresh.buyer, fresh.order, number, [{ quantity: '1' }], more));
    expect(await send(next('INV'), { externalReference: 'R-1', fapiao: FAPIAO })).toEqual([]);
    expect(await send(next('INV'), { externalReference: 'R-1' })).toEqual(['INVOICE_REFERENCE_TAKEN']);
    expect(await send(next('INV'), { fapiao: FAPIAO })).toEqual(['FAPIAO_EXISTS']);
  });

  test('to oneself', async () => {
    expect(await codes(t.supplier, 'invoiceSubmit', invoiceOf(t.supplier, null, next('INV'), [{ orderLineId: null }]))).toEqual([
      'INVOICE_WITH_ONESELF',
    ]);
  });

  test('under a rate of tax that the agreement does not know', async () => {
    const fresh = await trade(hub, next('PO'));
    await receive(fresh, next('GR'), '10');
    await agreeRates(fresh, '{6}');
    expect(await codes(fresh.supplier, 'invoiceSubmit', invoiceOf(fresh.buyer, fresh.order, next('INV')))).toEqual(['TAX_RATE_NOT_AGREED']);
  });
});

/** An agreement in force between the two that knows these rates of tax. */
const agreeRates = async ({ buyer, supplier }: Trade, rates: string): Promise<void> => {
  const client = await hub.db.owner.connect();
  const act = (who: Party) => client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [who.uuid]);
  const id = randomUUID();
  try {
    await client.query('begin');
    await act(buyer);
    await client.query(
      `insert into app.trade_agreement (id, buyer_id, supplier_id, number, number_key, proposed_by, valid_from, currency, price_basis, rounding,
         term_days, term_basis, inspection_days, over_tolerance, under_tolerance, price_tolerance, answer_hours, tax_rates)
       values ($1, $2, $3, 'T', 'T', $2, '2020-01-01', 'CNY', 'NET', 'PER_LINE', 30, 'DELIVERY', 0, 0, 0, 0, 48, $4)`,
      [id, buyer.uuid, supplier.uuid, rates],
    );
    await act(supplier);
    await client.query(
      `update app.trade_agreement set status = 'IN_FORCE', decided_by = $2, sme_declared = false, buyer_class = 'SMALL', supplier_class = 'SMALL',
         buyer_ownership = 'PRIVATE', signed_on = '2020-01-01' where id = $1`,
      [id, supplier.uuid],
    );
    await client.query('commit');
  } finally {
    client.release();
  }
};

describe('a dispute is not taken', () => {
  const items = (item: object) => ({ invoiceId: t.invoice.id, items: [{ reason: 'QUA', ...item }] });
  test.each([
    ['for a change of management', { reason: 'MANAGEMENT_CHANGE' }, 'DISPUTE_REASON_INVALID'],
    ['for internal process', { reason: 'INTERNAL_PROCESS' }, 'DISPUTE_REASON_INVALID'],
    ['for an audit that is not done', { reason: 'AUDIT_PENDING' }, 'DISPUTE_REASON_INVALID'],
    ['of a line that is not there', { lineId: '9' }, 'DISPUTE_LINE_UNKNOWN'],
    ['of more than is open of a line', { lineId: '1', amount: '452.01' }, 'DISPUTE_OVER_OPEN'],
    ['of more than is open of the invoice', { amount: '452.01' }, 'DISPUTE_OVER_OPEN'],
  ] as const)('%s', async (_, item, code) => {
    expect(await codes(t.buyer, 'invoiceDispute', items(item))).toEqual([code]);
  });

  test('by the supplier, on an older version, or where nothing is left', async () => {
    expect(await codes(t.supplier, 'invoiceDispute', items({}))).toEqual(['NOT_ALLOWED']);
    expect(await codes(t.buyer, 'invoiceDispute', { ...items({}), expectedVersion: 7 })).toEqual(['STALE_VERSION']);
    const made = await delivered();
    const all = { invoiceId: made.invoice.id, items: [{ lineId: '1', reason: 'QUA' }] };
    const { disputes } = await must(made.buyer, 'invoiceDispute', all);
    expect(await codes(made.buyer, 'invoiceDispute', all)).toEqual(['DISPUTE_NOTHING']);
    const disputeId = disputes[0]?.id;
    expect(await codes(made.supplier, 'disputeAnswer', { disputeId, answer: 'CONTRADICT' })).toEqual(['DISPUTE_TEXT_REQUIRED']);
    expect(await codes(made.buyer, 'disputeAnswer', { disputeId, answer: 'ACCEPT' })).toEqual(['NOT_ALLOWED']);
    expect(await codes(made.supplier, 'disputeDecide', { disputeId, decision: 'WITHDRAW' })).toEqual(['NOT_ALLOWED']);
    expect(await codes(made.buyer, 'disputeDecide', { disputeId, decision: 'SETTLE', conceded: '453' })).toEqual(['DISPUTE_CONCEDED_OVER']);
    expect(await codes(t.buyer, 'disputeDecide', { disputeId, decision: 'WITHDRAW' })).toEqual(['NOT_FOUND']);
  });
});

describe('a credit is not taken', () => {
  const credit = (more: object = {}) => ({
    kind: 'CREDIT_NOTE',
    original: { id: t.invoice.id },
    number: next('CN'),
    lines: [{ lineId: '1', gross: '1' }],
    ...more,
  });
  test.each([
    ['for an unknown original', { original: { number: 'none' } }, 'ORIGINAL_UNKNOWN'],
    [
      'as a red invoice for an unknown original',
      { kind: 'RED_INVOICE', original: { fapiaoNumber: '26372000000000009999' } },
      'ORIGINAL_UNKNOWN',
    ],
    ['over the invoice', { lines: [{ lineId: '1', gross: '452.01' }] }, 'CREDIT_OVER_INVOICE'],
    ['over the units of a line', { lines: [{ lineId: '1', quantity: '11', gross: '1' }] }, 'CREDIT_OVER_QUANTITY'],
    ['for a line that is not there', { lines: [{ lineId: '9', gross: '1' }] }, 'CREDIT_LINE_UNKNOWN'],
    ['for nothing', { lines: [] }, 'CREDIT_NOTHING'],
    ['in another currency', { currency: 'USD' }, 'CREDIT_CURRENCY'],
    ['dated before its original', { issuedOn: '2026-11-03' }, 'CREDIT_BEFORE_ORIGINAL'],
    ['with a wrong sum', { totals: { total: '2' } }, 'CREDIT_SUM_WRONG'],
  ] as const)('%s', async (_, more, code) => {
    expect(await codes(t.supplier, 'creditNoteSubmit', credit(more))).toContain(code);
  });

  test('over one line of several, twice under one number, of what is credited already, or by the buyer', async () => {
    const two = await trade(hub, next('PO'), [
      { id: '1', quantity: '10', price: '40' },
      { id: '2', quantity: '10', price: '40' },
    ]);
    await receive(two, next('GR'), '10');
    await receive(two, next('GR'), '10', '2');
    const invoice = await must(two.supplier, 'invoiceSubmit', invoiceOf(two.buyer, two.order, next('INV'), [{}, { orderLineId: '2' }]));
    const own = (more: object = {}) => credit({ original: { id: invoice.id }, ...more });
    expect(await codes(two.supplier, 'creditNoteSubmit', own({ lines: [{ lineId: '1', gross: '500' }] }))).toEqual(['CREDIT_OVER_LINE']);
    expect(await codes(two.supplier, 'creditNoteSubmit', own({ number: 'CN same' }))).toEqual([]);
    expect(await codes(two.supplier, 'creditNoteSubmit', own({ number: 'cn-SAME' }))).toEqual(['CREDIT_NUMBER_EXISTS']);
    expect(await codes(two.buyer, 'creditNoteSubmit', own())).toEqual(['ORIGINAL_UNKNOWN']);
    expect(await codes(two.supplier, 'creditNoteSubmit', own({ kind: 'RED_INVOICE' }))).toEqual(['RED_NEEDS_FAPIAO']);
    await must(two.supplier, 'creditNoteSubmit', own({ whole: true, lines: [] }));
    expect(await codes(two.supplier, 'creditNoteSubmit', own())).toEqual(['CREDIT_NOTHING_LEFT']);
  });
});

describe('an answer is not taken', () => {
  const respond = (code: string, more: object = {}) => codes(t.buyer, 'invoiceRespond', { invoiceId: t.invoice.id, code, ...more });

  test('without a reason where one is needed, for a reason that the law does not take, or by the supplier', async () => {
    for (const code of ['UQ', 'CA', 'RE']) expect(await respond(code)).toEqual(['RESPONSE_NEEDS_REASON']);
    expect(await respond('RE', { reasons: ['MANAGEMENT_CHANGE'] })).toEqual(['DISPUTE_REASON_INVALID']);
    expect(await codes(t.supplier, 'invoiceRespond', { invoiceId: t.invoice.id, code: 'AB' })).toEqual(['NOT_ALLOWED']);
    expect(await respond('PD')).toEqual(['NOT_SETTLED']);
  });

  test('twice under one number, or after a final one', async () => {
    const made = await delivered();
    const own = (code: string, more: object = {}) => codes(made.buyer, 'invoiceRespond', { invoiceId: made.invoice.id, code, ...more });
    expect(await own('UQ', { reasons: ['REF'], number: 'A 1' })).toEqual([]);
    expect(await own('UQ', { reasons: ['REF'], number: 'a-1' })).toEqual(['RESPONSE_REPEATED']);
    expect(await own('RE', { reasons: ['UNR'] })).toEqual([]);
    expect(await own('AP')).toEqual(['RESPONSE_OUT_OF_ORDER']);
    expect(await codes(made.supplier, 'invoiceVoid', { invoiceId: made.invoice.id, reason: '-' })).toEqual(['NOT_ALLOWED']);
  });

  test('as a whole, where a part is settled; and nothing is done where nothing is open', async () => {
    const made = await delivered({ fapiao: undefined });
    const credit = { kind: 'CREDIT_NOTE', original: { id: made.invoice.id } };
    await must(made.supplier, 'creditNoteSubmit', { ...credit, number: next('CN'), lines: [{ lineId: '1', gross: '1' }] });
    expect(await codes(made.buyer, 'invoiceRespond', { invoiceId: made.invoice.id, code: 'RE', reasons: ['UNR'] })).toEqual([
      'INVOICE_PART_SETTLED',
    ]);
    expect(await codes(made.supplier, 'invoiceVoid', { invoiceId: made.invoice.id, reason: '-' })).toEqual(['INVOICE_PART_SETTLED']);
    await must(made.supplier, 'creditNoteSubmit', { ...credit, number: next('CN'), whole: true });
    expect(await codes(made.buyer, 'invoiceDispute', { invoiceId: made.invoice.id, items: [{ reason: 'QUA' }] })).toEqual(['NOTHING_OPEN']);
  });
});

describe('a tax invoice is not recorded', () => {
  const record = (made: Trade & { invoice: InvoiceView }, input: object, who = made.supplier) =>
    codes(who, 'fapiaoRecord', { invoiceId: made.invoice.id, ...input });

  test('twice, in the wrong form, without a number, where there is none to void, or by the buyer', async () => {
    expect(await record(t, { fapiao: { ...FAPIAO, number: '00000078' } })).toEqual(['FAPIAO_RECORDED']);
    expect(await record(t, { fapiao: FAPIAO }, t.buyer)).toEqual(['NOT_ALLOWED']);
    const bare = await delivered({ fapiao: undefined });
    expect(await record(bare, {})).toEqual(['REQUIRED']);
    expect(await record(bare, { fapiao: { ...FAPIAO, code: undefined } })).toEqual(['FAPIAO_NUMBER_WRONG']);
    expect(await record(bare, { status: 'VOID' })).toEqual(['FAPIAO_NOT_RECORDED']);
  });

  test('as void, where it is fully digital', async () => {
    const digital = await delivered({ fapiao: { kind: 'DIGITAL_ORDINARY', number: '26372000000000007777' } });
    expect(await record(digital, { status: 'VOID' })).toEqual(['FAPIAO_NOT_VOIDABLE']);
    expect(await codes(digital.supplier, 'invoiceVoid', { invoiceId: digital.invoice.id, reason: '-' })).toEqual(['FAPIAO_NOT_VOIDABLE']);
  });
});
