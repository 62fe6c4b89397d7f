import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { agreement, claimOf, say as move, receiptBy } from '../support/acceptance.js';
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
import { agreed } from '../support/orders.js';

let hub: InvoicesHub;
beforeAll(async () => {
  hub = await invoicesHub();
}, 60_000);
afterAll(() => hub.stop());

const zeros = { pending: '0.00', payable: '0.00', disputed: '0.00', retained: '0.00', settled: '0.00' };
let numbers = 0;
const next = (kind: string): string => `${kind}-${++numbers}`;

/** Ten pieces at 40.00 and 13 %, all received and accepted, and an invoice for them. */
const delivered = async (more: object = {}, received = '10', price = '40'): Promise<Trade & { invoice: InvoiceView }> => {
  const t = await trade(hub, next('PO'));
  await receive(t, next('GR'), received);
  return { ...t, invoice: await must(t.supplier, 'invoiceSubmit', invoiceOf(t.buyer, t.order, next('INV'), [{ price }], more)) };
};

const eventsOf = async (invoice: InvoiceView): Promise<string[]> => {
  const { rows } = await hub.db.owner.query<{ type: string }>(
    `select type from app.event where subject = 'Invoice' and subject_id = $1::uuid order by id`,
    [invoice.id.slice(4)],
  );
  return rows.map((row) => row.type);
};

const allowed = (invoice: InvoiceView): string[] => invoice.allowedActions.filter((one) => one.allowed).map((one) => one.action);

describe('an invoice is compared with order and receipts when it is submitted', () => {
  test('what was received and accepted is payable at once', async () => {
    const { invoice, buyer } = await delivered();
    expect(invoice).toMatchObject({ status: 'SUBMITTED', version: 1, total: { amount: '452.00' } });
    expect(bucketsOf(invoice)).toEqual({ ...zeros, payable: '452.00' });
    expect(invoice.lines[0]).toMatchObject({ match: { state: 'MATCHED', claimed: '10', differences: [] }, claims: [{ quantity: '10' }] });
    const seen = await readInvoice(buyer, invoice.id);
    expect(allowed(seen)).toEqual(['ACKNOWLEDGE', 'PROCESS', 'QUERY', 'ACCEPT_PARTLY', 'REJECT', 'APPROVE', 'PAY_PART', 'DISPUTE']);
    expect(allowed(invoice)).toEqual(['CREDIT', 'VOID']);
    expect(await eventsOf(invoice)).toEqual(['INVOICE_SUBMITTED']);
    const { rows } = await hub.db.owner.query('select kind, due_at from app.deadline where subject_id = $1', [invoice.id.slice(4)]);
    expect(rows).toMatchObject([{ kind: 'INVOICE_RESPONSE_DUE' }]);
  });

  test('what did not come is disputed, and is due when it came after all', async () => {
    const { invoice, buyer, ...t } = await delivered({}, '8');
    expect(bucketsOf(invoice)).toEqual({ ...zeros, payable: '361.60', disputed: '90.40' });
    expect(invoice.disputes).toMatchObject([
      { origin: 'MATCH', reason: 'QTY', status: 'OPEN', expected: '8', given: '10', open: { amount: '90.40' } },
    ]);
    expect(await eventsOf(invoice)).toEqual(['INVOICE_SUBMITTED', 'INVOICE_DISPUTED']);
    await hub.rematch(buyer, await receive({ buyer, ...t }, next('GR'), '2'));
    const after = await readInvoice(buyer, invoice.id);
    expect(bucketsOf(after)).toEqual({ ...zeros, payable: '452.00' });
    expect(after.disputes).toMatchObject([{ status: 'SETTLED', open: { amount: '0.00' } }]);
    expect(after.version).toBe(2);
  });

  test('a price above the agreed one is disputed by its difference, with both values', async () => {
    const { invoice } = await delivered({}, '10', '42');
    expect(bucketsOf(invoice)).toEqual({ ...zeros, payable: '452.00', disputed: '22.60' });
    expect(invoice.disputes).toMatchObject([{ reason: 'PRI', expected: '45.2', given: '47.46' }]);
    expect(invoice.lines[0]?.match).toMatchObject({ state: 'DIFFERENT', differences: [{ kind: 'PRICE', withinTolerance: false }] });
  });

  test('what is not accepted waits, and is due when it is', async () => {
    const { buyer, supplier } = await hub.pair();
    await agreement(hub, buyer, supplier, { inspectionDays: 5 });
    const order = await agreed(buyer, supplier, next('PO'), [{ id: '1', quantity: '10', price: '40' }]);
    const receipt = await receive({ buyer, supplier, order }, next('GR'), '10');
    const invoice = await must(supplier, 'invoiceSubmit', invoiceOf(buyer, order, next('INV')));
    expect(bucketsOf(invoice)).toEqual({ ...zeros, pending: '452.00' });
    expect(invoice.lines[0]?.match).toMatchObject({ state: 'WAITING', available: '10', claimed: '0' });
    const { lines } = await receiptBy(buyer, receipt);
    const accept = (accepted: string) =>
      move(buyer, 'acceptanceRecord', { receiptId: receipt, kind: 'PARTIAL', lines: [{ receiptLineId: lines[0]?.id, accepted }] });
    const first = await accept('4');
    await hub.rematch(buyer, first.it?.id ?? '');
    expect(bucketsOf(await readInvoice(buyer, invoice.id))).toEqual({ ...zeros, pending: '271.20', payable: '180.80' });
    // The job may run again, and as the other side: nothing more happens.
    await hub.rematch(supplier, first.it?.id ?? '');
    const again = await readInvoice(buyer, invoice.id);
    expect([bucketsOf(again), again.version]).toEqual([{ ...zeros, pending: '271.20', payable: '180.80' }, 2]);
    await hub.rematch(buyer, (await accept('6')).it?.id ?? '');
    expect(bucketsOf(await readInvoice(buyer, invoice.id))).toEqual({ ...zeros, payable: '452.00' });
  });

  test('a line without an order waits for the buyer, who accepts it by hand', async () => {
    const { buyer, supplier } = await hub.pair();
    const service = { orderLineId: null, more: { itemName: 'Training', order: { number: 'unknown here' } } };
    const invoice = await must(supplier, 'invoiceSubmit', invoiceOf(buyer, null, next('INV'), [service]));
    expect(bucketsOf(invoice)).toEqual({ ...zeros, pending: '452.00' });
    expect(invoice.lines[0]?.match?.state).toBe('BY_HAND');
    const approved = await must(buyer, 'invoiceRespond', { invoiceId: invoice.id, code: 'AP' });
    expect([approved.status, bucketsOf(approved)]).toEqual(['APPROVED', { ...zeros, payable: '452.00' }]);
  });

  test('what the supplier says was paid before is settled from the beginning', async () => {
    const { invoice } = await delivered({ totals: { prepaid: '100', due: '352' } });
    expect(bucketsOf(invoice)).toEqual({ ...zeros, payable: '352.00', settled: '100.00' });
  });

  test('units that went back are disputed, credited and released once', async () => {
    const t = await trade(hub, next('PO'));
    const receipt = await receiptBy(t.buyer, await receive(t, next('GR'), '10'));
    const invoice = await must(t.supplier, 'invoiceSubmit', invoiceOf(t.buyer, t.order, next('INV')));
    const { it: claim, userErrors } = await move<{ id: string }>(t.buyer, 'warrantyClaimSubmit', claimOf(receipt, '3', 'RETURN'));
    if (!claim) throw new Error(JSON.stringify(userErrors));
    await move(t.supplier, 'warrantyClaimAnswer', { claimId: claim.id, decision: 'ACCEPT' });
    const back = await move(t.buyer, 'goodsReturnSend', {
      number: next('RT'),
      lines: [{ claimId: claim.id, quantity: '3', consequence: 'CREDIT' }],
    });
    await hub.rematch(t.buyer, back.it?.id ?? '');
    const returned = await readInvoice(t.supplier, invoice.id);
    expect(bucketsOf(returned)).toEqual({ ...zeros, payable: '316.40', disputed: '135.60' });
    expect(returned.lines[0]?.claims).toEqual([
      { quantity: '10', releaseCause: 'RETURN' },
      { quantity: '7', releaseCause: null },
    ]);
    const credited = await must(t.supplier, 'creditNoteSubmit', {
      kind: 'CREDIT_NOTE',
      original: { number: invoice.number },
      number: next('CN'),
      lines: [{ lineId: '1', quantity: '3' }],
    });
    expect(bucketsOf(credited)).toEqual({ ...zeros, payable: '316.40', settled: '135.60' });
    expect(credited).toMatchObject({ credited: { amount: '135.60' }, disputes: [{ reason: 'QTY', status: 'SETTLED' }] });
    await hub.rematch(t.buyer, back.it?.id ?? '');
    expect(bucketsOf(await readInvoice(t.buyer, invoice.id))).toEqual({ ...zeros, payable: '316.40', settled: '135.60' });
  });
});

describe('disputes', () => {
  test('a part is disputed, contradicted, and withdrawn: it is payable again', async () => {
    const { invoice, buyer, supplier } = await delivered();
    const disputed = await must(buyer, 'invoiceDispute', {
      invoiceId: invoice.id,
      expectedVersion: 1,
      items: [{ lineId: '1', quantity: '3', reason: 'QUA', note: '三台噪音超标' }],
    });
    expect(bucketsOf(disputed)).toEqual({ ...zeros, payable: '316.40', disputed: '135.60' });
    const [dispute] = disputed.disputes;
    const answered = await must(supplier, 'disputeAnswer', { disputeId: dispute?.id, answer: 'CONTRADICT', text: '出厂检验合格' });
    expect(answered.disputes[0]?.status).toBe('ANSWERED');
    const withdrawn = await must(buyer, 'disputeDecide', { disputeId: dispute?.id, decision: 'WITHDRAW' });
    expect(bucketsOf(withdrawn)).toEqual({ ...zeros, payable: '452.00' });
    expect(withdrawn.disputes).toMatchObject([{ status: 'WITHDRAWN', open: { amount: '0.00' } }]);
    expect(await eventsOf(invoice)).toEqual(['INVOICE_SUBMITTED', 'INVOICE_DISPUTED', 'DISPUTE_ANSWERED', 'DISPUTE_RESOLVED']);
  });

  test('a dispute of the match that the buyer withdraws does not come back', async () => {
    const { invoice, buyer } = await delivered({}, '10', '42');
    const conceded = await must(buyer, 'disputeDecide', { disputeId: invoice.disputes[0]?.id, decision: 'WITHDRAW', text: '同意涨价' });
    expect(bucketsOf(conceded)).toEqual({ ...zeros, payable: '474.60' });
    await must(buyer, 'invoiceRespond', { invoiceId: invoice.id, code: 'AP' });
    expect((await readInvoice(buyer, invoice.id)).disputes).toMatchObject([{ status: 'WITHDRAWN' }]);
  });

  test('a settlement makes a part payable, and the rest waits for the promised credit', async () => {
    const { invoice, buyer, supplier } = await delivered();
    const { disputes } = await must(buyer, 'invoiceDispute', { invoiceId: invoice.id, items: [{ amount: '200', reason: 'OTH' }] });
    const id = disputes[0]?.id;
    await must(supplier, 'disputeAnswer', { disputeId: id, answer: 'ACCEPT' });
    const settled = await must(buyer, 'disputeDecide', { disputeId: id, decision: 'SETTLE', conceded: '150' });
    expect(bucketsOf(settled)).toEqual({ ...zeros, payable: '402.00', disputed: '50.00' });
    const credited = await must(supplier, 'creditNoteSubmit', {
      kind: 'CREDIT_NOTE',
      original: { id: invoice.id },
      number: next('CN'),
      lines: [{ lineId: '1', gross: '50' }],
    });
    expect(bucketsOf(credited)).toEqual({ ...zeros, payable: '402.00', settled: '50.00' });
    expect(allowed(await readInvoice(buyer, invoice.id))).toContain('APPROVE');
  });
});

describe('credit notes and red invoices', () => {
  test('a price difference is credited, and the dispute is over', async () => {
    const { invoice, buyer, supplier } = await delivered({}, '10', '42');
    const credited = await must(supplier, 'creditNoteSubmit', {
      kind: 'CREDIT_NOTE',
      original: { number: invoice.number },
      number: next('CN'),
      lines: [{ lineId: '1', gross: '22.60' }],
      totals: { total: '22.6', taxTotal: '2.60' },
    });
    expect(bucketsOf(credited)).toEqual({ ...zeros, payable: '452.00', settled: '22.60' });
    expect(credited.disputes).toMatchObject([{ status: 'SETTLED' }]);
    await must(buyer, 'invoiceRespond', { invoiceId: invoice.id, code: 'AP' });
  });

  test('a red invoice for the whole turns the original red, and its units can be invoiced again', async () => {
    const fapiao = { kind: 'DIGITAL_SPECIAL', number: '26372000000000000001' };
    const { invoice, buyer, supplier, order } = await delivered({ fapiao });
    expect(invoice.fapiaoStatus).toBe('VALID');
    const red = await must(supplier, 'creditNoteSubmit', {
      kind: 'RED_INVOICE',
      original: { fapiaoNumber: fapiao.number },
      number: next('RED'),
      whole: true,
      fapiao: { kind: 'DIGITAL_SPECIAL', number: '26372000000000000002' },
      confirmation: '37202611250001',
    });
    expect(red).toMatchObject({
      fapiaoStatus: 'RED_LETTERED',
      credited: { amount: '452.00' },
      creditNotes: [{ refund: { amount: '0.00' } }],
    });
    expect(bucketsOf(red)).toEqual({ ...zeros, settled: '452.00' });
    expect(red.lines[0]?.claims).toEqual([{ quantity: '10', releaseCause: 'RED_INVOICE' }]);
    const again = await must(supplier, 'invoiceSubmit', invoiceOf(buyer, order, next('INV')));
    expect(bucketsOf(again)).toEqual({ ...zeros, payable: '452.00' });
  });
});

describe('answers of the buyer (Peppol BIS Invoice Response 3)', () => {
  test('come in their order, a query may be repeated, and a conditional acceptance leaves the disputes', async () => {
    const { invoice, buyer } = await delivered({}, '8');
    const respond = (code: string, more: object = {}) => say(buyer, 'invoiceRespond', { invoiceId: invoice.id, code, ...more });
    const codes = [
      ['AB'],
      ['IP'],
      ['UQ', { reasons: ['REF'] }],
      ['UQ', { reasons: ['QTY'] }],
      ['CA', { reasons: ['QTY'], actions: ['CNP'] }],
    ] as const;
    for (const [code, more] of codes) expect((await respond(code, more)).it?.responses.at(-1)?.code).toBe(code);
    const back = await respond('IP');
    expect(back.userErrors).toMatchObject([{ code: 'RESPONSE_OUT_OF_ORDER', field: ['code'] }]);
    const seen = await readInvoice(buyer, invoice.id);
    expect([seen.status, bucketsOf(seen)]).toEqual(['CONDITIONALLY_ACCEPTED', { ...zeros, payable: '361.60', disputed: '90.40' }]);
    expect((await respond('AP')).userErrors).toMatchObject([{ code: 'OPEN_DISPUTES' }]);
  });

  test('a rejection ends the claim; number and units are free for another invoice', async () => {
    const { invoice, buyer, supplier, order } = await delivered({}, '8');
    const rejected = await must(buyer, 'invoiceRespond', { invoiceId: invoice.id, code: 'RE', reasons: ['LEG'], number: 'RE-1' });
    expect([rejected.status, bucketsOf(rejected)]).toEqual(['REJECTED', { ...zeros, settled: '452.00' }]);
    expect(rejected.disputes).toMatchObject([{ status: 'SETTLED', open: { amount: '0.00' } }]);
    const again = await must(supplier, 'invoiceSubmit', invoiceOf(buyer, order, invoice.number, [{ quantity: '8' }]));
    expect(bucketsOf(again)).toEqual({ ...zeros, payable: '361.60' });
  });
});

describe('what a supplier takes back or records', () => {
  test('an invoice is voided, and its number and units are free', async () => {
    const { invoice, buyer, supplier, order } = await delivered();
    const voided = await must(supplier, 'invoiceVoid', { invoiceId: invoice.id, reason: '抬头有误' });
    expect([voided.status, bucketsOf(voided)]).toEqual(['VOIDED', { ...zeros, settled: '452.00' }]);
    expect((await must(supplier, 'invoiceSubmit', invoiceOf(buyer, order, invoice.number))).status).toBe('SUBMITTED');
    const { rows } = await hub.db.owner.query('select kind from app.deadline where subject_id = $1', [invoice.id.slice(4)]);
    expect(rows).toEqual([]);
  });

  test('a tax invoice is recorded later, voided in its month, and replaced', async () => {
    const { invoice, supplier } = await delivered();
    const record = (input: object) => must(supplier, 'fapiaoRecord', { invoiceId: invoice.id, ...input });
    const paper = { kind: 'PAPER_SPECIAL', code: '3702211130', number: '00000001' };
    expect((await record({ fapiao: paper })).fapiaoStatus).toBe('VALID');
    expect((await record({ status: 'VOID', reason: '打印错误' })).fapiaoStatus).toBe('VOID');
    expect((await record({ fapiao: { ...paper, number: '00000002' } })).fapiaoStatus).toBe('VALID');
    const { invoice: read } = await supplier.ask<{ invoice: { fapiaoRecords: object[]; fapiao: object } }>(
      'query Q($id: ID!) { invoice(by: { id: $id }) { fapiao { kind code number } fapiaoRecords { number status } } }',
      { id: invoice.id },
    );
    expect(read).toEqual({
      fapiao: { ...paper, number: '00000002' },
      fapiaoRecords: [
        { number: '00000001', status: 'VALID' },
        { number: '00000001', status: 'VOID' },
        { number: '00000002', status: 'VALID' },
      ],
    });
  });
});
