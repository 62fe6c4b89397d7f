import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TradeDocument } from '../../src/interchange/rules/document/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { documentsOn, usccOf } from '../support/import.js';
import { billDocument, billLine, responseDocument } from '../support/trade-documents.js';
import { answer, codes, next, said, today, tradeByDocument } from '../support/trading.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());
const { ask, send, take } = documentsOn(() => hub);
const { by, toBuyer, toSupplier, invoiced } = tradeByDocument(take);

describe('A credit note that comes as a document', () => {
  const credit = (original: string | undefined, more: Partial<TradeDocument> = {}): TradeDocument =>
    billDocument({
      number: { value: next('CN') },
      billType: { value: '381' },
      ...(original === undefined ? {} : { bills: [{ invoice: { id: { value: original } } }] }),
      ...more,
    });
  const half = (id: string, quantity: string, amount: string): Partial<TradeDocument> => {
    const tax = (Number(amount) * 0.13).toFixed(2);
    const whole = (Number(amount) * 1.13).toFixed(2);
    const cny = (value: string) => ({ value, currency: 'CNY' });
    return {
      billLines: [billLine(id, { quantity: { value: quantity, unit: 'EA' }, amount: cny(amount) })],
      taxTotals: [
        {
          amount: cny(tax),
          subtotals: [
            { taxable: cny(amount), amount: cny(tax), category: { id: { value: 'S' }, percent: '13', scheme: { id: { value: 'VAT' } } } },
          ],
        },
      ],
      totals: { lines: cny(amount), withoutTax: cny(amount), withTax: cny(whole), payable: cny(whole) },
    };
  };

  it('takes an invoice back in part, and then the rest', async () => {
    const invoice = await invoiced();
    const part = await toBuyer('CREDIT_NOTE', credit(invoice, half('00010', '4', '50.00')));
    expect([said(part), codes(part)]).toEqual(['CREDITED', []]);
    const query = 'query ($id: ID!) { documentImport(id: $id) { creditNote { total { amount } lines { quantity } } invoice { number } } }';
    expect(await ask('buyer', query, { id: part.import?.id })).toMatchObject({
      documentImport: { creditNote: { total: { amount: '56.50' } }, invoice: { number: invoice } },
    });
    const rest = await toBuyer(
      'CREDIT_NOTE',
      credit(invoice, { totals: { ...billDocument().totals, payable: { value: '226.00', currency: 'CNY' } } }),
    );
    expect([said(rest), codes(rest)]).toEqual(['CREDITED', ['PAYABLE_DIFFERS', 'WHOLE_TAKEN_BACK']]);
  });

  it.each([
    ['of an unknown invoice', async () => toBuyer('CREDIT_NOTE', credit('NONE')), 'INVOICE_NUMBER_UNKNOWN content'],
    [
      'of no invoice',
      async () => toBuyer('CREDIT_NOTE', credit(undefined, { orders: undefined, buyerReference: 'x' })),
      'ORIGINAL_NOT_NAMED content',
    ],
    [
      'over the invoice',
      async () => toBuyer('CREDIT_NOTE', credit(await invoiced(), half('00010', '10', '900.00'))),
      'CREDIT_OVER_INVOICE content lines; CREDIT_OVER_LINE content lines 0 gross',
    ],
    [
      'of a part with a line below zero',
      async () =>
        toBuyer(
          'CREDIT_NOTE',
          credit(await invoiced(), {
            billLines: [
              billLine('00010'),
              billLine('00020', { quantity: { value: '-1', unit: 'EA' }, amount: { value: '-12.50', currency: 'CNY' } }),
            ],
            totals: undefined,
          }),
        ),
      'CREDIT_LINE_BELOW_ZERO content',
    ],
  ])('is refused: one %s', async (_what, make, expected) => expect(said(await make())).toBe(expected));
});

describe('An answer to an invoice that comes as a document', () => {
  it('leads the invoice through the order of Peppol, with reasons', async () => {
    const invoice = await invoiced();
    const statuses: (string | undefined)[] = [];
    for (const [code, ...reasons] of [['AB'], ['IP'], ['UQ', 'REF'], ['UQ', 'QTY'], ['CA', 'PRI'], ['RE', 'LEG']] as const)
      statuses.push((await toSupplier('APPLICATION_RESPONSE', answer(invoice, code, reasons))).invoice?.status);
    expect(statuses).toEqual(['ACKNOWLEDGED', 'IN_PROCESS', 'UNDER_QUERY', 'UNDER_QUERY', 'CONDITIONALLY_ACCEPTED', 'REJECTED']);
  });

  it('that says PD after the payment has said it leaves the invoice as it is', async () => {
    const number = next('IN');
    const line = { lineId: '1', itemName: 'Work', quantity: '1', unit: 'C62', price: '80', taxCategory: 'Z', taxRate: '0' };
    const submit = `mutation ($input: InvoiceSubmitInput!) { invoiceSubmit(input: $input) { userErrors { code field } invoice { id } } }`;
    const { invoiceSubmit } = await send<{ invoiceSubmit: { invoice: { id: string } } }>('supplier', [], submit, {
      buyer: { uscc: usccOf('warehouse') },
      number,
      currency: 'CNY',
      lines: [line],
    });
    const toUs = (document: TradeDocument) => by('warehouse', 'supplier', 'APPLICATION_RESPONSE', document);
    expect(said(await toUs(answer(number, 'PD')))).toBe('NOT_SETTLED content');
    expect((await toUs(answer(number, 'AP'))).invoice?.status).toBe('APPROVED');
    const advise = `mutation ($input: PaymentAdviseInput!) { paymentAdvise(input: $input) { userErrors { code field } } }`;
    await send('warehouse', [], advise, {
      supplier: { uscc: usccOf('supplier') },
      number: next('PAY'),
      paidOn: today(),
      amount: '80',
      currency: 'CNY',
      parts: [{ invoiceId: invoiceSubmit.invoice.id, amount: '80' }],
    });
    const told = await toUs(answer(number, 'PD'));
    expect([said(told), told.invoice?.status]).toEqual(['UNCHANGED', 'PAID']);
  });

  it.each([
    ['to an unknown invoice', async () => toSupplier('APPLICATION_RESPONSE', answer('NONE', 'AP')), 'INVOICE_NUMBER_UNKNOWN content'],
    [
      'out of order',
      async () => {
        const invoice = await invoiced();
        await toSupplier('APPLICATION_RESPONSE', answer(invoice, 'RE', ['LEG']));
        return toSupplier('APPLICATION_RESPONSE', answer(invoice, 'AB'));
      },
      'RESPONSE_OUT_OF_ORDER content code',
    ],
    [
      'with an unknown code',
      async () => toSupplier('APPLICATION_RESPONSE', answer('NONE', 'XX')),
      'ANSWER_CODE_UNKNOWN content cac:DocumentResponse cac:Response cbc:ResponseCode',
    ],
    [
      'to several documents',
      async () => {
        const document = answer('NONE', 'AP');
        return toSupplier('APPLICATION_RESPONSE', {
          ...document,
          responses: [...(document.responses ?? []), ...(document.responses ?? [])],
        });
      },
      'RESPONSES_SEVERAL content cac:DocumentResponse[2]',
    ],
    [
      'to something else',
      async () => {
        const [one = {}] = answer('NONE', 'AP').responses ?? [];
        return toSupplier(
          'APPLICATION_RESPONSE',
          responseDocument({
            customization: undefined,
            responses: [{ ...one, documents: [{ id: { value: 'x' }, typeCode: { value: '9' } }] }],
          }),
        );
      },
      'RESPONSE_NOT_TO_INVOICE content cac:DocumentResponse cac:DocumentReference cbc:DocumentTypeCode',
    ],
  ])('is refused: one %s', async (_what, make, expected) => expect(said(await make())).toBe(expected));
});
