import { describe, expect, it } from 'vitest';
import type { DocumentKind, TradeDocument } from '../../src/interchange/rules/document/index.js';
import { adjusted, allowance, buyer, cny, codesOf, rulesOf, seller, withLine } from '../support/bills.js';
import { billDocument, despatchDocument, receiptDocument, responseDocument } from '../support/trade-documents.js';

describe('A rule of Peppol BIS Billing 3 that an invoice breaks is named', () => {
  const reference = { id: { value: '1' } };
  const cases: [rule: string, document: TradeDocument, kind?: DocumentKind][] = [
    ['R001', billDocument({ profile: undefined })],
    ['R002', billDocument({ remarks: [{ value: 'one' }, { value: 'two' }] })],
    ['R003', billDocument({ orders: undefined })],
    ['R005', billDocument({ taxCurrency: { value: 'CNY' } })],
    ['R007', billDocument({ profile: { value: 'urn:fdc:peppol.eu:2017:poacc:billing:1:1.0' } })],
    ['R010', buyer({ endpoint: undefined })],
    ['R020', seller({ endpoint: undefined })],
    ['R040', adjusted({ ...allowance, base: cny('100'), factor: '11' })],
    ['R041', adjusted({ ...allowance, factor: '10' })],
    ['R042', adjusted({ ...allowance, base: cny('100') })],
    ['R044', withLine({ price: { amount: cny('12.50'), allowances: [{ charge: true, amount: cny('1') }] } })],
    ['R046', withLine({ price: { amount: cny('12.50'), allowances: [{ charge: false, amount: cny('1'), base: cny('20') }] } })],
    ['R051', withLine({ price: { amount: { value: '12.50', currency: 'EUR' } } })],
    ['R053', billDocument({ taxTotals: [...(billDocument().taxTotals ?? []), ...(billDocument().taxTotals ?? [])] })],
    ['R054', billDocument({ taxTotals: [...(billDocument().taxTotals ?? []), { amount: cny('32.50') }] })],
    [
      'R055',
      billDocument({
        taxCurrency: { value: 'EUR' },
        taxTotals: [...(billDocument().taxTotals ?? []), { amount: { value: '-4', currency: 'EUR' } }],
      }),
    ],
    ['R061', billDocument({ paymentMeans: [{ code: { value: '59' } }] })],
    ['R080', billDocument({ attachments: [1, 2].map((id) => ({ id: { value: String(id) }, typeCode: { value: '50' } })) })],
    ['R100', withLine({ documents: [1, 2].map(() => ({ ...reference, typeCode: { value: '130' } })) })],
    ['R101', withLine({ documents: [reference] })],
    ['R110', { ...withLine({ periods: [{ startDate: '2026-02-01' }] }), periods: [{ startDate: '2026-03-01', endDate: '2026-03-31' }] }],
    ['R111', { ...withLine({ periods: [{ endDate: '2026-04-01' }] }), periods: [{ startDate: '2026-03-01', endDate: '2026-03-31' }] }],
    ['R120', withLine({ quantity: { value: '9', unit: 'EA' } })],
    ['R121', withLine({ price: { amount: cny('12.50'), base: { value: '0', unit: 'EA' } } })],
    ['R130', withLine({ price: { amount: cny('12.50'), base: { value: '1', unit: 'C62' } } })],
    ['P0100', billDocument({ billType: { value: '751' } })],
    ['P0101', billDocument({ billType: { value: '380' } }), 'CREDIT_NOTE'],
  ];
  it.each(cases)('PEPPOL-EN16931-%s', (rule, document, kind = 'INVOICE') =>
    expect(rulesOf(kind, document)).toContain(`PEPPOL-EN16931-${rule}`),
  );
});

describe('A rule of Peppol BIS Despatch Advice 3 that a despatch breaks is named', () => {
  const [line = {}] = despatchDocument().despatchLines ?? [];
  const withFirst = (more: object) => despatchDocument({ despatchLines: [{ ...line, ...more }] });
  const nameless = { party: { address: { city: 'Suzhou' } } };
  const cases: [rule: string, document: TradeDocument][] = [
    ['R002', despatchDocument({ orders: undefined })],
    ['R003', withFirst({ item: { name: 'Bracket' } })],
    ['R004', withFirst({ item: { sellerId: { value: 'B' } } })],
    ['R005', withFirst({ delivered: undefined })],
    ['R006', withFirst({ delivered: { value: '-1', unit: 'EA' } })],
    ['R007', withFirst({ outstanding: { value: '1', unit: 'EA' } })],
    ['R008', despatchDocument({ buyer: nameless })],
    ['R009', despatchDocument({ seller: nameless })],
    ['R010', despatchDocument({ originator: nameless })],
  ];
  it('while one that breaks none is told nothing', () => expect(rulesOf('DESPATCH_ADVICE', despatchDocument())).toEqual([]));
  it.each(cases)('PEPPOL-T16-%s', (rule, document) => expect(rulesOf('DESPATCH_ADVICE', document)).toContain(`PEPPOL-T16-${rule}`));
});

describe('A rule of Peppol BIS Invoice Response 3 that an answer breaks is named', () => {
  const clarified = (code: string, clarifications: readonly object[]) =>
    responseDocument({
      responses: [{ response: { code: { value: code }, clarifications: [...clarifications] }, documents: [{ id: { value: 'IN-1' } }] }],
    });
  const reason = (code: string, ...reasons: string[]) => ({
    code: { value: code, list: 'OPStatusReason' },
    ...(reasons.length > 0 ? { reasons } : {}),
  });
  const cases: [rule: string, document: TradeDocument][] = [
    ['R001', clarified('UQ', [])],
    ['R002', clarified('RE', [reason('OTH')])],
    ['R003', responseDocument({ customization: { value: 'urn:fdc:peppol.eu:poacc:trns:mlr:3' } })],
    ['R004', clarified('PD', [reason('PPD')])],
    ['R005', clarified('AP', [reason('PPD', 'a part')])],
  ];
  it('while one that breaks none is told nothing', () => {
    for (const code of ['AB', 'IP', 'AP', 'PD']) expect(rulesOf('APPLICATION_RESPONSE', responseDocument({}, code))).toEqual([]);
    for (const code of ['UQ', 'CA', 'RE']) expect(rulesOf('APPLICATION_RESPONSE', responseDocument({}, code, ['QTY']))).toEqual([]);
  });
  it.each(cases)('PEPPOL-T111-%s', (rule, document) => expect(rulesOf('APPLICATION_RESPONSE', document)).toContain(`PEPPOL-T111-${rule}`));
});

describe('What is said of a document of delivery or billing', () => {
  const [despatched = {}] = despatchDocument().despatchLines ?? [];
  const [received = {}] = receiptDocument().receiptLines ?? [];
  const totals = billDocument().totals ?? {};
  const cases: [code: string, kind: DocumentKind, document: TradeDocument][] = [
    ['FACT_EXPECTED', 'INVOICE', seller({ address: undefined })],
    ['FACT_UNEXPECTED', 'INVOICE', billDocument({ remarks: [{ value: 'one' }, { value: 'two' }] })],
    ['VALUE_AGAINST_RULE', 'INVOICE', billDocument({ profile: { value: 'x' } })],
    ['TOO_MANY_DIGITS', 'INVOICE', billDocument({ totals: { ...totals, rounding: cny('0.001') } })],
    [
      'CATEGORY_TAX_DIFFERS',
      'INVOICE',
      billDocument({
        taxTotals: [
          { amount: cny('30'), subtotals: [{ taxable: cny('250'), amount: cny('30'), category: { id: { value: 'S' }, percent: '13' } }] },
        ],
      }),
    ],
    ['BILL_TYPE_READ_AS', 'INVOICE', billDocument({ billType: { value: '386' } })],
    ['TAX_READ_AS', 'INVOICE', withLine({ item: { name: 'x', taxCategories: [{ id: { value: 'AA' }, percent: '13' }] } })],
    ['CURRENCY_UNKNOWN', 'INVOICE', billDocument({ currency: { value: 'constructor' } })],
    ['INVOICE_NOT_NAMED', 'APPLICATION_RESPONSE', responseDocument({ responses: [{ response: { code: { value: 'AP' } } }] })],
    ['LINE_READ_AS_ORDER_LINE', 'RECEIPT_ADVICE', receiptDocument({ receiptLines: [{ ...received, orderLine: undefined }] })],
    ['ACTION_READ_AS', 'RECEIPT_ADVICE', receiptDocument({ receiptLines: [{ ...received, short: { value: '1', unit: 'EA' } }] })],
    [
      'LINE_WITHOUT_GOODS',
      'DESPATCH_ADVICE',
      despatchDocument({ despatchLines: [despatched, { ...despatched, delivered: { value: '0', unit: 'EA' } }] }),
    ],
    ['REASON_WITHOUT_QUANTITY', 'DESPATCH_ADVICE', despatchDocument({ despatchLines: [{ ...despatched, outstandingReasons: ['later'] }] })],
  ];
  it.each(cases)('%s', (code, kind, document) => expect(codesOf(kind, document)).toContain(code));
});
