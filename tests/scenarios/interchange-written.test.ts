import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/interchange/reading.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { documentsOn, usccOf } from '../support/import.js';
import { codes, next, said, tradeByDocument } from '../support/trading.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());
const { ask, send, take, written, writtenBill } = documentsOn(() => hub);
const { agreed } = tradeByDocument(take);

describe('What the hub writes of what was made on it', () => {
  const parsed = (content: string | null) => {
    const verdict = readDocument(content ?? '');
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusals));
    return verdict.value;
  };
  const SUBMIT = `mutation ($input: InvoiceSubmitInput!) { invoiceSubmit(input: $input) { userErrors { code field message } invoice { id total { amount } } } }`;
  const submit = async (input: object) =>
    (
      await send<{ invoiceSubmit: { invoice: { id: string; total: { amount: string } } } }>('supplier2', [], SUBMIT, {
        buyer: { uscc: usccOf('warehouse') },
        number: next('HUB'),
        currency: 'CNY',
        ...input,
      })
    ).invoiceSubmit.invoice;
  const line = (more: object) => ({ lineId: '1', itemName: 'Work', quantity: '3', unit: 'HUR', price: '33.333', taxRate: '13', ...more });

  it.each([
    [
      'net prices',
      {
        lines: [
          line({}),
          line({ lineId: '2', quantity: '7', price: '0.15', adjustments: [{ kind: 'ALLOWANCE', amount: '0.05', reason: 'x' }] }),
        ],
      },
    ],
    [
      'prices with tax',
      {
        priceBasis: 'TAX_INCLUSIVE',
        lines: [line({}), line({ lineId: '2', quantity: '7', price: '0.15', taxRate: '6' })],
        adjustments: [{ kind: 'CHARGE', amount: '9.99', taxCategory: 'S', taxRate: '6' }],
      },
    ],
    [
      'several categories',
      {
        lines: [
          line({}),
          line({ lineId: '2', taxCategory: 'E', taxRate: '0' }),
          line({ lineId: '3', taxCategory: 'Z', taxRate: '0' }),
          line({ lineId: '4', quantity: '-1' }),
        ],
      },
    ],
    [
      'allowances of the document, paid in part',
      {
        lines: [line({ priceBasis: '3' })],
        adjustments: [{ kind: 'ALLOWANCE', amount: '1.11' }],
        totals: { prepaid: '5', roundingAmount: '0.02' },
      },
    ],
    ['an order that nobody knows', { order: { number: 'NONE' }, lines: [line({ orderLineId: '1' })], buyerReference: 'D-7' }],
  ])('of an invoice with %s breaks no rule, and comes in again as the same invoice', async (_what, input) => {
    const made = await submit(input);
    const content = await writtenBill('warehouse', { invoice: made.id });
    const { warnings } = parsed(content);
    expect(warnings).toEqual([]);
    const again = (content ?? '').replace(/(<cbc:ID>)HUB-/, '$1AGAIN-');
    const taken = await take('supplier2', { content: again });
    expect([said(taken), codes(taken).filter((code) => code !== 'ORDER_NOT_KNOWN')]).toEqual(['INVOICED', []]);
    const query = `query ($id: ID!) { invoice(by: { id: $id }) { currency linesTotal { amount } netTotal { amount } taxTotal { amount } total { amount } due { amount } taxBreakdown { category rate taxable tax } } }`;
    const figures = async (id: string | undefined) => (await ask<{ invoice: Record<string, unknown> }>('supplier2', query, { id })).invoice;
    const [before, after] = [await figures(made.id), await figures(taken.invoice?.id)];
    expect(after).toEqual(before);
  });

  it('of a credit note and an answer, and of a despatch and a receipt, can be read again as what they are', async () => {
    const made = await submit({ lines: [line({})] });
    const credit = `mutation ($input: CreditNoteSubmitInput!) { creditNoteSubmit(input: $input) { userErrors { code field } creditNote { id total { amount } } } }`;
    const { creditNoteSubmit } = await send<{ creditNoteSubmit: { creditNote: { id: string; total: { amount: string } } } }>(
      'supplier2',
      [],
      credit,
      {
        kind: 'CREDIT_NOTE',
        original: { id: made.id },
        number: next('CN'),
        lines: [{ lineId: '1', quantity: '1' }],
      },
    );
    const note = parsed(await writtenBill('warehouse', { creditNote: creditNoteSubmit.creditNote.id }));
    expect([note.kind, note.warnings, note.document.totals?.payable?.value]).toEqual([
      'CREDIT_NOTE',
      [],
      creditNoteSubmit.creditNote.total.amount,
    ]);
    const respond = `mutation ($input: InvoiceRespondInput!) { invoiceRespond(input: $input) { userErrors { code field } response { id } } }`;
    const { invoiceRespond } = await send<{ invoiceRespond: { response: { id: string } } }>('warehouse', [], respond, {
      invoiceId: made.id,
      code: 'UQ',
      reasons: ['QTY', 'OTH'],
      actions: ['PIN'],
      number: next('IR'),
    });
    const told = parsed(await writtenBill('supplier2', { response: invoiceRespond.response.id }));
    expect([told.kind, told.warnings]).toEqual(['APPLICATION_RESPONSE', []]);
    expect(told.message).toMatchObject({
      code: 'UQ',
      clarifications: [
        { list: 'REASON', code: 'QTY' },
        { list: 'REASON', code: 'OTH' },
        { list: 'ACTION', code: 'PIN' },
      ],
    });
    for (const stranger of ['buyer', 'bank']) expect(await writtenBill(stranger, { invoice: made.id })).toBeNull();
  });

  it('of a despatch and a receipt, can be read again as what they are', async () => {
    const order = await agreed();
    const despatch = `mutation ($input: DespatchSendInput!) { despatchSend(input: $input) { userErrors { code field } despatch { id number } } }`;
    const { despatchSend } = await send<{ despatchSend: { despatch: { id: string; number: string } } }>('supplier', [], despatch, {
      buyer: { uscc: usccOf('buyer') },
      number: next('DES'),
      carrier: 'Quick',
      expectedOn: '2099-01-01',
      lines: [
        {
          order: { number: order },
          lineId: '00010',
          quantity: '6',
          lot: 'L-1',
          outstandingQuantity: '4',
          outstandingReason: 'to follow',
          packages: [{ marks: '1', kind: 'PA', grossWeight: '7', weightUnit: 'KGM' }],
        },
      ],
    });
    const sent = parsed(await written('buyer', { despatch: despatchSend.despatch.id }));
    expect(sent.message).toMatchObject({
      kind: 'DESPATCH',
      carrier: 'Quick',
      expectedOn: '2099-01-01',
      lines: [{ order, lineId: '00010', quantity: '6', unit: 'C62', lot: 'L-1', outstandingQuantity: '4', outstandingReason: 'to follow' }],
    });
    const receipt = `mutation ($input: ReceiptRecordInput!) { receiptRecord(input: $input) { userErrors { code field } receipt { id } } }`;
    const { receiptRecord } = await send<{ receiptRecord: { receipt: { id: string } } }>('buyer', [], receipt, {
      supplier: { uscc: usccOf('supplier') },
      number: next('REC'),
      despatch: { number: despatchSend.despatch.number },
      lines: [{ order: { number: order }, lineId: '00010', received: '5', rejected: '1', rejectReason: 'DAMAGED', rejectAction: 'RETURN' }],
    });
    const came = parsed(await written('supplier', { receipt: receiptRecord.receipt.id }));
    expect(came.message).toMatchObject({
      kind: 'RECEIPT',
      despatch: despatchSend.despatch.number,
      lines: [{ order, lineId: '00010', received: '5', rejected: '1', rejectReason: 'DAMAGED', rejectAction: 'RETURN' }],
    });
    expect(await written('supplier2', { receipt: receiptRecord.receipt.id })).toBeNull();
  });
});
