import { describe, expect, it } from 'vitest';
import type { DocumentKind, DocumentLine, TradeDocument } from '../../src/interchange/rules/document/index.js';
import { readDocument } from '../../src/interchange/reading.js';
import { interchangeRefusals } from '../../src/interchange/refusals.js';
import { answerDocument, line, orderDocument, written } from '../support/trade-documents.js';

const cny = (value: string) => ({ value, currency: 'CNY' });
const totals = orderDocument().totals ?? {};

const read = (kind: DocumentKind, document: TradeDocument) => readDocument(written(kind, document));

/** Codes with the rule that each cites; the texts of each must find all that they name. */
const told = (kind: DocumentKind, document: TradeDocument): string[] => {
  const verdict = read(kind, document);
  const found = verdict.ok ? verdict.value.warnings : verdict.refusals;
  for (const { code, params = {} } of found) {
    const named = Object.values(interchangeRefusals[code]).flatMap((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
    );
    expect(Object.keys(params)).toEqual(expect.arrayContaining(named));
  }
  return found.map(({ code, params }) => `${code} ${params?.['rule']}`);
};
const refusedWith = (kind: DocumentKind, document: TradeDocument): string[] => {
  expect(read(kind, document).ok).toBe(false);
  return told(kind, document);
};
const withLine = (more: Partial<DocumentLine>): TradeDocument => orderDocument({ lines: [line('00010', more), line('00020')] });

describe('A document whose figures agree', () => {
  it('is read without a warning', () => {
    expect(told('ORDER', orderDocument())).toEqual([]);
    expect(told('ORDER_RESPONSE', answerDocument())).toEqual([]);
  });
});

describe('A document that contradicts itself is taken, with each difference named and the rule that it breaks', () => {
  const discount = { charge: false, amount: cny('1.00'), base: cny('20.00') };
  const cases: [what: string, kind: DocumentKind, document: TradeDocument, expected: string[]][] = [
    [
      'line amount',
      'ORDER',
      orderDocument({ lines: [line('1', { amount: cny('130.00') }), line('2', { amount: cny('120.00') })] }),
      ['LINE_AMOUNT_DIFFERS PEPPOL-T01-R024', 'LINE_AMOUNT_DIFFERS PEPPOL-T01-R024'],
    ],
    [
      'line amount of a change',
      'ORDER_CHANGE',
      {
        ...orderDocument({ orders: [{ id: { value: 'PO-7' } }] }),
        lines: [line('1', { status: { value: '3' }, quantity: { value: '9', unit: 'C62' } }), line('2', { status: { value: '4' } })],
      },
      ['LINE_AMOUNT_DIFFERS PEPPOL-T114-R024'],
    ],
    ['net price', 'ORDER', withLine({ price: { amount: cny('12.50'), allowances: [discount] } }), ['NET_PRICE_DIFFERS PEPPOL-T01-R019']],
    [
      'allowance by percent',
      'ORDER',
      orderDocument({
        allowances: [{ charge: true, factor: '10', base: cny('100'), amount: cny('11'), taxCategories: [{ percent: '0' }] }],
        totals: { ...totals, charges: cny('11'), withoutTax: cny('261'), withTax: cny('293.5'), payable: cny('293.5') },
      }),
      ['ALLOWANCE_DIFFERS PEPPOL-T01-R022'],
    ],
    [
      'sum of lines',
      'ORDER',
      orderDocument({ totals: { ...totals, lines: cny('251') } }),
      ['LINES_TOTAL_DIFFERS PEPPOL-T01-R008', 'TOTAL_WITHOUT_TAX_DIFFERS PEPPOL-T01-R011'],
    ],
    [
      'sum of allowances',
      'ORDER',
      orderDocument({ totals: { ...totals, allowances: cny('1') } }),
      ['ALLOWANCES_TOTAL_DIFFERS PEPPOL-T01-R009'],
    ],
    ['sum of charges', 'ORDER', orderDocument({ totals: { ...totals, charges: cny('1') } }), ['CHARGES_TOTAL_DIFFERS PEPPOL-T01-R010']],
    [
      'total with tax',
      'ORDER',
      orderDocument({ totals: { ...totals, withTax: cny('282.51'), payable: cny('282.51') } }),
      ['TOTAL_WITH_TAX_DIFFERS PEPPOL-T01-R017'],
    ],
    ['amount to pay', 'ORDER', orderDocument({ totals: { ...totals, prepaid: cny('2.50') } }), ['PAYABLE_DIFFERS PEPPOL-T01-R016']],
    [
      'tax by rates',
      'ORDER',
      orderDocument({ taxTotals: [{ amount: cny('25') }], totals: { ...totals, withTax: cny('275'), payable: cny('275') } }),
      ['TAX_DIFFERS UBL-2.5'],
    ],
  ];
  it.each(cases)('%s', (_what, kind, document, expected) => {
    expect(read(kind, document).ok).toBe(true);
    expect(told(kind, document)).toEqual(expected);
  });

  it('a price for a base quantity in another unit is converted before it is compared', () => {
    const kilos: Partial<DocumentLine> = {
      quantity: { value: '500', unit: 'KGM' },
      price: { amount: cny('250'), base: { value: '1', unit: 'TNE' } },
    };
    expect(told('ORDER', withLine(kilos))).toEqual([]);
  });

  it('says what the document says, what would follow, and where', () => {
    const verdict = read('ORDER', orderDocument({ totals: { ...totals, prepaid: cny('2.50') } }));
    expect(verdict.ok && verdict.value.warnings).toEqual([
      {
        code: 'PAYABLE_DIFFERS',
        field: ['cac:AnticipatedMonetaryTotal', 'cbc:PayableAmount'],
        params: { found: '282.5', expected: '280', rule: 'PEPPOL-T01-R016' },
      },
    ]);
  });
});

describe('A document that lacks an essential fact, or states one that cannot be, is refused with every reason at once', () => {
  it('each missing fact of an order is named by its path', () => {
    const verdict = read('ORDER', { lines: [{ item: {} }] });
    expect(verdict.ok ? [] : verdict.refusals.map(({ code, params }) => `${code} ${params?.['path']}`)).toEqual([
      'DOCUMENT_FACT_MISSING cbc:ID',
      'DOCUMENT_FACT_MISSING cbc:IssueDate',
      'DOCUMENT_FACT_MISSING cac:OrderLine',
      'DOCUMENT_FACT_MISSING cbc:DocumentCurrencyCode',
    ]);
  });

  const cases: [what: string, kind: DocumentKind, document: TradeDocument, expected: string[]][] = [
    [
      'amounts in two currencies',
      'ORDER',
      withLine({ amount: { value: '125.00', currency: 'EUR' } }),
      ['CURRENCY_DIFFERS PEPPOL-T01-R003'],
    ],
    ['a line number twice', 'ORDER', orderDocument({ lines: [line('1'), line('1')] }), ['LINE_ID_REPEATED PEPPOL-T01-R001']],
    ['a quantity of zero', 'ORDER', withLine({ quantity: { value: '0', unit: 'C62' } }), ['QUANTITY_NOT_POSITIVE PEPPOL-T01-R004']],
    ['a negative price', 'ORDER', withLine({ price: { amount: cny('-1') } }), ['PRICE_NEGATIVE PEPPOL-T01-R005']],
    [
      'a price for nothing',
      'ORDER',
      withLine({ price: { amount: cny('1'), base: { value: '0', unit: 'C62' } } }),
      ['BASE_NOT_POSITIVE PEPPOL-T01-R025'],
    ],
    [
      'a price in a unit that does not convert',
      'ORDER',
      withLine({ price: { amount: cny('1'), base: { value: '1', unit: 'MTR' } } }),
      ['BASE_UNIT_DIFFERS UBL-2.5'],
    ],
    ['an unknown type of order', 'ORDER', orderDocument({ orderType: { value: '999' } }), ['ORDER_TYPE_UNKNOWN UBL-2.5']],
    ['an unknown answer', 'ORDER_RESPONSE', answerDocument({ responseCode: { value: 'YES' } }), ['ANSWER_CODE_UNKNOWN UBL-2.5']],
    [
      'accepted with changes, and no line',
      'ORDER_RESPONSE',
      answerDocument({ responseCode: { value: 'CA' } }),
      ['ANSWER_WITHOUT_LINES PEPPOL-T76-R007'],
    ],
    [
      'accepted as a whole and refused in a line',
      'ORDER_RESPONSE',
      answerDocument({ lines: [line('1', { status: { value: '7' } })] }),
      ['ANSWER_CONTRADICTS_LINES PEPPOL-T76-R008'],
    ],
    [
      'a line that is neither accepted nor refused',
      'ORDER_RESPONSE',
      answerDocument({ responseCode: { value: 'CA' }, lines: [line('1', { status: { value: 'Disputed' } })] }),
      ['LINE_STATUS_UNKNOWN UBL-2.5'],
    ],
    ['a simple answer without yes or no', 'ORDER_RESPONSE_SIMPLE', answerDocument(), ['DOCUMENT_FACT_MISSING UBL-2.5']],
    [
      'a cancellation of no order',
      'ORDER_CANCELLATION',
      answerDocument({ orders: undefined, cancellationNotes: ['by phone'] }),
      ['DOCUMENT_FACT_MISSING UBL-2.5'],
    ],
  ];
  it.each(cases)('%s', (_what, kind, document, expected) => expect(refusedWith(kind, document)).toEqual(expected));
});

describe('What a person should know is told without stopping the document', () => {
  const ca = (status: string | undefined) =>
    answerDocument({ responseCode: { value: 'CA' }, lines: [line('1', status === undefined ? {} : { status: { value: status } })] });
  const cases: [what: string, kind: DocumentKind, document: TradeDocument, expected: string[]][] = [
    ['no currency but that of the amounts', 'ORDER', orderDocument({ currency: undefined }), ['CURRENCY_ASSUMED UBL-2.5']],
    [
      'delivery asked for before the document was written',
      'ORDER',
      orderDocument({ deliveries: [{ requested: { endDate: '2026-03-01' } }] }),
      ['PERIOD_IN_THE_PAST UBL-2.5'],
    ],
    ['validity that was over', 'ORDER', orderDocument({ validity: [{ endDate: '2026-03-01' }] }), ['VALIDITY_IN_THE_PAST UBL-2.5']],
    [
      'several deliveries of one line without quantities',
      'ORDER',
      withLine({ deliveries: [{ requested: { endDate: '2026-04-01' } }, { requested: { endDate: '2026-05-01' } }] }),
      ['SCHEDULES_WITHOUT_QUANTITY UBL-2.5'],
    ],
    ['no response code', 'ORDER_RESPONSE', answerDocument({ responseCode: undefined }), ['ANSWER_NOT_STATED UBL-2.5']],
    [
      'lines beside a refusal',
      'ORDER_RESPONSE',
      answerDocument({ responseCode: { value: 'RE' }, lines: [line('1')] }),
      ['LINES_NOT_EXPECTED PEPPOL-T76-R009'],
    ],
    ['a line status of UBL', 'ORDER_RESPONSE', ca('Revised'), ['LINE_STATUS_READ_AS UBL-2.5']],
    ['no line status', 'ORDER_RESPONSE', ca(undefined), ['LINE_STATUS_READ_AS UBL-2.5']],
  ];
  it.each(cases)('%s', (_what, kind, document, expected) => {
    expect(read(kind, document).ok).toBe(true);
    expect(told(kind, document)).toEqual(expected);
  });

  it('a value that is not of its type is left out and named', () => {
    const text = written('ORDER', orderDocument()).replace('<cbc:EndDate>2026-04-10', '<cbc:EndDate>10.4.2026');
    const verdict = readDocument(text);
    expect(verdict.ok && verdict.value.warnings).toEqual([
      {
        code: 'VALUE_NOT_READ',
        field: ['cac:Delivery', 'cac:RequestedDeliveryPeriod', 'cbc:EndDate'],
        params: { path: 'cac:Delivery/cac:RequestedDeliveryPeriod/cbc:EndDate', value: '10.4.2026', type: 'date', rule: 'UBL-2.5' },
      },
    ]);
  });
});

describe('What becomes of every path of a document', () => {
  const text = written('ORDER', orderDocument({ originatorDocument: { id: { value: 'REQ-9' } } }))
    .replace('<cbc:IssueDate>', '<cbc:PricingCurrencyCode listID="X">CNY</cbc:PricingCurrencyCode><cbc:IssueDate>')
    .replace(
      '<cbc:DocumentCurrencyCode>CNY</cbc:DocumentCurrencyCode>',
      '<cbc:DocumentCurrencyCode>CNY</cbc:DocumentCurrencyCode><cbc:DocumentCurrencyCode>CNY</cbc:DocumentCurrencyCode>',
    );
  const verdict = readDocument(text);

  it('a path that the hub does not know is ignored and said to be, down to the attribute', () => {
    expect(verdict.ok && verdict.value.ignoredPaths).toEqual([
      'cbc:PricingCurrencyCode',
      'cbc:PricingCurrencyCode/@listID',
      'cbc:DocumentCurrencyCode[2]',
    ]);
  });

  it('a path that the order does not use is kept and said to be', () => {
    const kept = verdict.ok ? verdict.value.keptPaths : [];
    expect(kept).toContain('cac:OriginatorDocumentReference/cbc:ID');
    expect(kept).not.toContain('cac:OrderLine/cac:LineItem/cbc:Quantity');
    expect(kept).not.toContain('cac:OrderLine/cac:LineItem/cbc:Quantity/@unitCode');
  });
});

describe('The answer that a document gives', () => {
  it.each([
    ['29', 'AP'],
    ['27', 'RE'],
    ['30', 'CA'],
    ['AB', 'AB'],
  ])('the code %s is read as %s', (code, expected) => {
    const verdict = read(
      'ORDER_RESPONSE',
      answerDocument({ responseCode: { value: code }, lines: expected === 'CA' ? [line('1', { status: { value: '5' } })] : undefined }),
    );
    expect(verdict.ok && verdict.value.message).toMatchObject({ kind: 'ANSWER', code: expected });
  });

  it('is about the line that it refers to, whatever its own number', () => {
    const verdict = read(
      'ORDER_RESPONSE',
      answerDocument({ responseCode: { value: 'CA' }, lines: [line('1', { status: { value: '5' }, orderLines: [{ value: '00020' }] })] }),
    );
    expect(verdict.ok && verdict.value.message).toMatchObject({ lines: [{ lineId: '00020', action: '5', patch: {} }] });
  });

  it('puts the substitute in the place of the ordered item', () => {
    const substitutes = [{ id: { value: '1' }, item: { name: 'Bracket, galvanised', sellerId: { value: 'G-2' } } }];
    const verdict = read(
      'ORDER_RESPONSE',
      answerDocument({ responseCode: { value: 'CA' }, lines: [line('00010', { status: { value: '3' }, substitutes })] }),
    );
    expect(verdict.ok && verdict.value.message).toMatchObject({
      lines: [{ patch: { itemName: 'Bracket, galvanised', sellerItemId: 'G-2' } }],
    });
  });
});
