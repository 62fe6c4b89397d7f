import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { documentsOn, usccOf } from '../support/import.js';
import { billDocument, despatchDocument, receiptDocument, written as xml } from '../support/trade-documents.js';
import { codes, next, of, said, tradeByDocument } from '../support/trading.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());
const { ask, take } = documentsOn(() => hub);
const { issued, about, toBuyer, toSupplier, agreed, delivered, invoiced } = tradeByDocument(take);

describe('A despatch and a receipt that come as documents', () => {
  it('move the goods of their order, the receipt linked to the lines of the despatch that it names', async () => {
    const [order, despatch] = [await agreed(), next('DA')];
    expect(said(await toBuyer('DESPATCH_ADVICE', despatchDocument({ number: { value: despatch }, ...of(order) })))).toBe('DESPATCHED');
    const [one, two] = receiptDocument().receiptLines ?? [];
    const receipt = receiptDocument({
      number: { value: next('RA') },
      ...of(order),
      despatches: [{ id: { value: despatch } }],
      receiptLines: [
        {
          ...one,
          orderLine: undefined,
          despatchLines: [{ line: { value: '1' } }],
          rejected: { value: '2', unit: 'EA' },
          rejectReason: { value: 'DAMAGED' },
          rejectAction: { value: 'RETURN' },
        },
        { ...two, short: { value: '1', unit: 'EA' }, received: { value: '9', unit: 'EA' }, shortAction: { value: 'SEND_REST' } },
      ],
    });
    const taken = await toSupplier('RECEIPT_ADVICE', receipt);
    expect([said(taken), codes(taken)]).toEqual(['RECEIVED', []]);
    const query = `query ($id: ID!) { documentImport(id: $id) { receipt { despatch { number } lines { lineId received short shortAction rejected rejectReason rejectAction despatchLine { lineId } } } } }`;
    expect(await ask('supplier', query, { id: taken.import?.id })).toEqual({
      documentImport: {
        receipt: {
          despatch: { number: despatch },
          lines: [
            {
              lineId: '00010',
              received: '8',
              short: '0',
              shortAction: null,
              rejected: '2',
              rejectReason: 'DAMAGED',
              rejectAction: 'RETURN',
              despatchLine: { lineId: '00010' },
            },
            {
              lineId: '00020',
              received: '9',
              short: '1',
              shortAction: 'SEND_REST',
              rejected: '0',
              rejectReason: null,
              rejectAction: null,
              despatchLine: { lineId: '00020' },
            },
          ],
        },
      },
    });
  });

  it.each([
    [
      'of an order that is not known',
      async () => toBuyer('DESPATCH_ADVICE', despatchDocument({ ...of('NONE') })),
      'ORDER_NUMBER_UNKNOWN content',
    ],
    [
      'of more than was ordered',
      async () => {
        const [line = {}] = despatchDocument().despatchLines ?? [];
        return toBuyer(
          'DESPATCH_ADVICE',
          despatchDocument({
            number: { value: next('DA') },
            ...of(await agreed()),
            despatchLines: [{ ...line, delivered: { value: '500', unit: 'EA' } }],
          }),
        );
      },
      'DESPATCH_OVER_TOLERANCE content lines 0 quantity',
    ],
    [
      'naming a line of a despatch that it has not',
      async () => {
        const [line = {}] = receiptDocument().receiptLines ?? [];
        const [order, despatch] = [await agreed(), next('DA')];
        await toBuyer('DESPATCH_ADVICE', despatchDocument({ number: { value: despatch }, ...of(order) }));
        const lines = [{ ...line, orderLine: undefined, despatchLines: [{ line: { value: '9' } }] }];
        return toSupplier(
          'RECEIPT_ADVICE',
          receiptDocument({ number: { value: next('RA') }, ...of(order), despatches: [{ id: { value: despatch } }], receiptLines: lines }),
        );
      },
      'DESPATCH_LINE_NOT_KNOWN content',
    ],
    [
      'rejecting more than came',
      async () => {
        const [line = {}] = receiptDocument().receiptLines ?? [];
        return toSupplier('RECEIPT_ADVICE', receiptDocument({ receiptLines: [{ ...line, rejected: { value: '11', unit: 'EA' } }] }));
      },
      'REJECTED_OVER_RECEIVED content cac:ReceiptLine[1] cbc:RejectedQuantity',
    ],
    [
      'short in another unit',
      async () => {
        const [line = {}] = receiptDocument().receiptLines ?? [];
        return toSupplier('RECEIPT_ADVICE', receiptDocument({ receiptLines: [{ ...line, short: { value: '1', unit: 'MTR' } }] }));
      },
      'UNITS_DIFFER content cac:ReceiptLine[1] cbc:ShortQuantity; ACTION_READ_AS',
    ],
    [
      'with a line of several orders',
      async () => {
        const [line = {}] = despatchDocument().despatchLines ?? [];
        return toBuyer(
          'DESPATCH_ADVICE',
          despatchDocument({ despatchLines: [{ ...line, orderLines: [{ line: { value: '1' } }, { line: { value: '2' } }] }] }),
        );
      },
      'ORDER_LINES_SEVERAL content cac:DespatchLine[1] cac:OrderLineReference',
    ],
    [
      'of nothing',
      async () => {
        const [line = {}] = despatchDocument().despatchLines ?? [];
        return toBuyer('DESPATCH_ADVICE', despatchDocument({ despatchLines: [{ ...line, delivered: { value: '0', unit: 'EA' } }] }));
      },
      'NOTHING_DELIVERED content cac:DespatchLine',
    ],
  ])('are refused: one %s', async (_what, make, expected) => expect(said(await make())).toBe(expected.split('; ACTION')[0]));

  it('a receipt of a despatch that the hub does not know is taken by what it says of the order', async () => {
    const taken = await toSupplier(
      'RECEIPT_ADVICE',
      receiptDocument({ number: { value: next('RA') }, ...of(await agreed()), despatches: [{ id: { value: 'NONE' } }] }),
    );
    expect([said(taken), codes(taken)]).toEqual(['RECEIVED', ['DESPATCH_NOT_KNOWN']]);
  });
});

describe('An invoice that comes as a document', () => {
  it('claims what was delivered, and is matched', async () => {
    const order = await delivered();
    const taken = await toBuyer('INVOICE', billDocument({ number: { value: next('IN') }, ...of(order) }));
    expect([said(taken), codes(taken)]).toEqual(['INVOICED', []]);
    const query = `query ($id: ID!) { invoice(by: { id: $id }) { total { amount } lines { lineId orderNumber orderLine { id } } } }`;
    expect(await ask('buyer', query, { id: taken.invoice?.id })).toEqual({
      invoice: {
        total: { amount: '282.50' },
        lines: ['00010', '00020'].map((lineId) => ({
          lineId,
          orderNumber: order,
          orderLine: { id: expect.stringMatching(/^orl_/) as string },
        })),
      },
    });
  });

  it('with sums that are wrong is taken with those that follow, each difference named', async () => {
    const totals = {
      ...billDocument().totals,
      withTax: { value: '283.00', currency: 'CNY' },
      payable: { value: '283.00', currency: 'CNY' },
    };
    const taken = await toBuyer('INVOICE', billDocument({ number: { value: next('IN') }, ...of(await delivered()), totals }));
    expect([said(taken), codes(taken)]).toEqual(['INVOICED', ['TOTAL_WITH_TAX_DIFFERS', 'SUM_TAKEN', 'SUM_TAKEN']]);
    expect(taken.import?.warnings.find(({ code }) => code === 'SUM_TAKEN')?.message).toContain('283, or 282.50'.split(', or ')[0]);
  });

  it('about an order that the hub does not know is taken without it, and says so', async () => {
    const taken = await toBuyer(
      'INVOICE',
      billDocument({ number: { value: next('IN') }, ...of('NONE'), bills: [{ invoice: { id: { value: 'NONE' } } }] }),
    );
    expect([said(taken), codes(taken), taken.order]).toEqual(['INVOICED', ['ORDER_NOT_KNOWN', 'ORIGINAL_NOT_KNOWN'], null]);
  });

  it("finds the order by the supplier's own number, where Peppol's NA stands for the buyer's", async () => {
    const number = await issued();
    const own = next('SO');
    await toBuyer('ORDER_RESPONSE', about(number, { salesOrder: own }));
    await toSupplier('RECEIPT_ADVICE', receiptDocument({ number: { value: next('RA') }, ...of(number) }));
    const taken = await toBuyer(
      'INVOICE',
      billDocument({ number: { value: next('IN') }, orders: [{ id: { value: 'NA' }, salesOrder: own }] }),
    );
    expect([said(taken), codes(taken), taken.order?.number]).toEqual(['INVOICED', [], number]);
  });

  it.each([
    [
      'of what nobody received',
      async () => toBuyer('INVOICE', billDocument({ number: { value: next('IN') }, ...of(await agreed()) })),
      'LINE_NOT_RECEIVED content lines 0 quantity; LINE_NOT_RECEIVED content lines 1 quantity',
    ],
    [
      'with a number that is taken',
      async () =>
        toBuyer('INVOICE', billDocument({ number: { value: await invoiced() }, ...of(await delivered()), dueDate: '2026-06-01' })),
      'INVOICE_EXISTS content number',
    ],
  ])('is refused: one %s', async (_what, make, expected) => expect(said(await make())).toBe(expected));

  it('six times at once is one invoice', async () => {
    const content = xml('INVOICE', billDocument({ number: { value: next('IN') }, ...of(await delivered()) }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => take('supplier', { content, counterparty: { uscc: usccOf('buyer') } })),
    );
    expect(new Set(answers.flatMap(({ invoice }) => invoice?.id ?? [])).size).toBe(1);
    expect(answers.filter(({ userErrors, repeated }) => userErrors.length === 0 && !repeated)).toHaveLength(1);
  });
});
