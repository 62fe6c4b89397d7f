import { describe, expect, it } from 'vitest';
import { laterDocuments } from '../../examples/documents/files.js';
import { readDocument } from '../../src/interchange/reading.js';
import type { DocumentKind, TradeDocument } from '../../src/interchange/rules/document/index.js';
import {
  adjusted,
  allowance,
  buyer,
  category,
  charge,
  cny,
  first,
  inCategory,
  rulesOf,
  seller,
  totals,
  untaxed,
  withLine,
} from '../support/bills.js';
import { billDocument, standard } from '../support/trade-documents.js';

describe('An invoice and a credit note that break no rule', () => {
  it.each(['INVOICE', 'CREDIT_NOTE'] as const)('%s: are told nothing', (kind) => {
    expect(rulesOf(kind, billDocument({ billType: { value: kind === 'INVOICE' ? '380' : '381' } }))).toEqual([]);
  });

  it('in each category of tax are told nothing', () => {
    expect(rulesOf('INVOICE', adjusted(allowance))).toEqual([]);
    expect(rulesOf('INVOICE', adjusted(charge, '260.00', '33.80', '293.80'))).toEqual([]);
    for (const code of ['E', 'AE', 'K', 'G'])
      expect([code, ...rulesOf('INVOICE', inCategory(category(code, '0'), category(code, '0', 'why')))]).toEqual([code]);
    expect(rulesOf('INVOICE', inCategory(category('Z', '0'), category('Z', '0')))).toEqual([]);
    expect(rulesOf('INVOICE', inCategory(category('L', '7'), category('L', '7'), '17.50'))).toEqual([]);
    expect(rulesOf('INVOICE', untaxed(inCategory(category('O'), category('O', undefined, 'why'))))).toEqual([]);
  });

  it.skipIf(laterDocuments().length === 0)('are the nine of Peppol BIS Billing 3, every one of them', () => {
    const peppol = laterDocuments().filter(({ bytes }) => new TextDecoder().decode(bytes).includes('poacc:billing:3.0'));
    const broken = peppol.flatMap(({ name, bytes }) => {
      const verdict = readDocument(bytes);
      const found = verdict.ok ? verdict.value.warnings.filter(({ code }) => code !== 'READ_AS_CREDIT') : verdict.refusals;
      return found.map(({ code, params }) => `${name} ${code} ${params?.['rule']}`);
    });
    expect([peppol.length, broken]).toEqual([9, []]);
  });
});

describe('A rule of EN 16931 that an invoice breaks is named', () => {
  const cases: [rule: string, document: TradeDocument, kind?: DocumentKind][] = [
    ['BR-02', billDocument({ number: undefined })],
    ['BR-03', billDocument({ issueDate: undefined })],
    ['BR-04', billDocument({ billType: undefined })],
    ['BR-05', billDocument({ currency: undefined })],
    ['BR-06', seller({ legalEntities: [{ companyId: { value: '1' } }] })],
    ['BR-07', buyer({ legalEntities: undefined })],
    ['BR-08', seller({ address: undefined })],
    ['BR-09', seller({ address: { city: 'Suzhou' } })],
    ['BR-10', buyer({ address: undefined })],
    ['BR-11', buyer({ address: { city: 'Qingdao' } })],
    ['BR-12', billDocument({ totals: { ...totals, lines: undefined } })],
    ['BR-13', billDocument({ totals: { ...totals, withoutTax: undefined } })],
    ['BR-14', billDocument({ totals: { ...totals, withTax: undefined } })],
    ['BR-15', billDocument({ totals: { ...totals, payable: undefined } })],
    ['BR-16', billDocument({ billLines: [] })],
    ['BR-21', withLine({ id: undefined })],
    ['BR-22', withLine({ quantity: undefined })],
    ['BR-23', withLine({ quantity: { value: '10' } })],
    ['BR-24', withLine({ amount: undefined })],
    ['BR-25', withLine({ item: { taxCategories: [standard()] } })],
    ['BR-26', withLine({ price: undefined })],
    ['BR-27', withLine({ price: { amount: cny('-12.50') } })],
    ['BR-28', withLine({ price: { amount: cny('12.50'), allowances: [{ charge: false, amount: cny('-20'), base: cny('-7.5') }] } })],
    ['BR-29', billDocument({ periods: [{ startDate: '2026-03-02', endDate: '2026-03-01' }] })],
    ['BR-30', withLine({ periods: [{ startDate: '2026-03-02', endDate: '2026-03-01' }] })],
    ['BR-31', billDocument({ allowances: [{ ...allowance, amount: undefined }] })],
    ['BR-32', adjusted({ ...allowance, taxCategories: undefined })],
    ['BR-33', adjusted({ ...allowance, reasons: undefined })],
    ['BR-36', billDocument({ allowances: [{ ...charge, amount: undefined }] })],
    ['BR-37', adjusted({ ...charge, taxCategories: undefined }, '260.00', '33.80', '293.80')],
    ['BR-38', adjusted({ ...charge, reasons: undefined }, '260.00', '33.80', '293.80')],
    ['BR-41', withLine({ allowances: [{ charge: false, reasons: ['x'] }] })],
    ['BR-42', withLine({ amount: cny('120.00'), allowances: [{ charge: false, amount: cny('5.00') }] })],
    ['BR-43', withLine({ allowances: [{ charge: true, reasons: ['x'] }] })],
    ['BR-44', withLine({ amount: cny('130.00'), allowances: [{ charge: true, amount: cny('5.00') }] })],
    ['BR-45', billDocument({ taxTotals: [{ amount: cny('32.50'), subtotals: [{ amount: cny('32.50'), category: standard() }] }] })],
    ['BR-46', billDocument({ taxTotals: [{ amount: cny('32.50'), subtotals: [{ taxable: cny('250'), category: standard() }] }] })],
    [
      'BR-47',
      billDocument({
        taxTotals: [{ amount: cny('32.50'), subtotals: [{ taxable: cny('250'), amount: cny('32.50'), category: { percent: '13' } }] }],
      }),
    ],
    [
      'BR-48',
      billDocument({
        taxTotals: [{ amount: cny('32.50'), subtotals: [{ taxable: cny('250'), amount: cny('32.50'), category: category('S') }] }],
      }),
    ],
    ['BR-49', billDocument({ paymentMeans: [{ payee: { id: { value: '6222' } } }] })],
    ['BR-53', billDocument({ taxCurrency: { value: 'EUR' } })],
    ['BR-54', withLine({ item: { name: 'x', taxCategories: [standard()], properties: [{ name: 'Colour' }] } })],
    ['BR-55', billDocument({ bills: [{ invoice: { issueDate: '2026-01-01' } }] })],
    ['BR-61', billDocument({ paymentMeans: [{ code: { value: '58' } }] })],
    ['BR-62', seller({ endpoint: { value: '1' } })],
    ['BR-63', buyer({ endpoint: { value: '1' } })],
    ['BR-64', withLine({ item: { ...first?.item, standardId: { value: '1' } } })],
    ['BR-65', withLine({ item: { ...first?.item, classifications: [{ value: '1' }] } })],
    ['BR-CL-01', billDocument({ billType: { value: 'SalesInvoice' } })],
    ['BR-CL-04', billDocument({ currency: { value: 'yuan' } })],
    ['BR-CL-17', inCategory(category('AA', '13'), category('AA', '13'), '32.50')],
    ['BR-CL-18', withLine({ item: { name: 'x', taxCategories: [category('AA', '13')] } })],
    ['BR-CO-04', withLine({ item: { name: 'x' } })],
    ['BR-CO-10', billDocument({ totals: { ...totals, lines: cny('251.00') } })],
    ['BR-CO-11', billDocument({ totals: { ...totals, allowances: cny('1.00') } })],
    ['BR-CO-12', billDocument({ totals: { ...totals, charges: cny('1.00') } })],
    ['BR-CO-13', billDocument({ totals: { ...totals, withoutTax: cny('249.00') } })],
    [
      'BR-CO-14',
      billDocument({
        taxTotals: [{ amount: cny('33.00'), subtotals: [{ taxable: cny('250'), amount: cny('32.50'), category: standard() }] }],
      }),
    ],
    ['BR-CO-15', billDocument({ totals: { ...totals, withTax: cny('283.00'), payable: cny('283.00') } })],
    ['BR-CO-16', billDocument({ totals: { ...totals, prepaid: cny('2.50') } })],
    [
      'BR-CO-17',
      billDocument({
        taxTotals: [{ amount: cny('30.00'), subtotals: [{ taxable: cny('250'), amount: cny('30.00'), category: standard() }] }],
      }),
    ],
    ['BR-CO-18', billDocument({ taxTotals: [{ amount: cny('32.50') }] })],
    ['BR-CO-25', billDocument({ dueDate: undefined })],
    ['BR-CO-26', untaxed(inCategory(category('O'), category('O', undefined, 'why'), '0.00', {}))],
    ['BR-S-01', inCategory(standard(), category('Z', '0'), '32.50')],
    ['BR-S-02', untaxed(billDocument())],
    ['BR-S-05', inCategory(category('S', '0'), category('S', '0'))],
    ['BR-S-06', adjusted({ ...allowance, taxCategories: [category('S', '0')] })],
    ['BR-S-07', adjusted({ ...charge, taxCategories: [category('S', '0')] }, '260.00', '33.80', '293.80')],
    [
      'BR-S-08',
      billDocument({
        taxTotals: [{ amount: cny('32.37'), subtotals: [{ taxable: cny('249'), amount: cny('32.37'), category: standard() }] }],
      }),
    ],
    ['BR-S-10', inCategory(standard(), { ...standard(), exemptionReasons: ['why'] }, '32.50')],
    ['BR-Z-05', inCategory(category('Z', '13'), category('Z', '13'), '32.50')],
    ['BR-Z-09', inCategory(category('Z', '0'), category('Z', '0'), '1.00')],
    ['BR-Z-10', inCategory(category('Z', '0'), category('Z', '0', 'why'))],
    ['BR-E-05', inCategory(category('E', '13'), category('E', '13', 'why'), '32.50')],
    ['BR-E-10', inCategory(category('E', '0'), category('E', '0'))],
    ['BR-AE-10', inCategory(category('AE', '0'), category('AE', '0'))],
    ['BR-IC-10', inCategory(category('K', '0'), category('K', '0'))],
    ['BR-G-10', inCategory(category('G', '0'), category('G', '0'))],
    ['BR-IG-05', inCategory(category('L'), category('L', '7'), '17.50')],
    ['BR-IP-05', inCategory(category('M'), category('M', '7'), '17.50')],
    ['BR-O-02', inCategory(category('O'), category('O', undefined, 'why'))],
    ['BR-O-05', untaxed(inCategory(category('O', '0'), category('O', undefined, 'why')))],
    ['BR-O-10', untaxed(inCategory(category('O'), category('O')))],
    [
      'BR-O-11',
      untaxed(
        inCategory(category('O'), category('O', undefined, 'why'), '0.00', {
          taxTotals: [
            {
              amount: cny('0.00'),
              subtotals: [
                { taxable: cny('250.00'), amount: cny('0.00'), category: category('O', undefined, 'why') },
                { taxable: cny('0.00'), amount: cny('0.00'), category: category('Z', '0') },
              ],
            },
          ],
        }),
      ),
    ],
    ['BR-DEC-01', adjusted({ ...allowance, amount: cny('10.001') })],
    ['BR-DEC-02', adjusted({ ...allowance, base: cny('100.001'), factor: '10' })],
    ['BR-DEC-05', adjusted({ ...charge, amount: cny('10.001') }, '260.00', '33.80', '293.80')],
    ['BR-DEC-06', adjusted({ ...charge, base: cny('100.001'), factor: '10' }, '260.00', '33.80', '293.80')],
    ['BR-DEC-09', billDocument({ totals: { ...totals, lines: cny('250.001') } })],
    ['BR-DEC-10', billDocument({ totals: { ...totals, allowances: cny('0.001') } })],
    ['BR-DEC-11', billDocument({ totals: { ...totals, charges: cny('0.001') } })],
    ['BR-DEC-12', billDocument({ totals: { ...totals, withoutTax: cny('250.001') } })],
    [
      'BR-DEC-13',
      billDocument({
        taxTotals: [{ amount: cny('32.501'), subtotals: [{ taxable: cny('250'), amount: cny('32.50'), category: standard() }] }],
      }),
    ],
    ['BR-DEC-14', billDocument({ totals: { ...totals, withTax: cny('282.501') } })],
    [
      'BR-DEC-15',
      billDocument({
        taxCurrency: { value: 'EUR' },
        taxTotals: [...(billDocument().taxTotals ?? []), { amount: { value: '4.123', currency: 'EUR' } }],
      }),
    ],
    ['BR-DEC-16', billDocument({ totals: { ...totals, prepaid: cny('0.001') } })],
    ['BR-DEC-17', billDocument({ totals: { ...totals, rounding: cny('0.001') } })],
    ['BR-DEC-18', billDocument({ totals: { ...totals, payable: cny('282.501') } })],
    [
      'BR-DEC-19',
      billDocument({
        taxTotals: [{ amount: cny('32.50'), subtotals: [{ taxable: cny('250.001'), amount: cny('32.50'), category: standard() }] }],
      }),
    ],
    [
      'BR-DEC-20',
      billDocument({
        taxTotals: [{ amount: cny('32.50'), subtotals: [{ taxable: cny('250'), amount: cny('32.501'), category: standard() }] }],
      }),
    ],
    ['BR-DEC-23', withLine({ amount: cny('125.001') })],
    ['BR-DEC-24', withLine({ allowances: [{ charge: false, reasons: ['x'], amount: cny('0.001') }] })],
    ['BR-DEC-25', withLine({ allowances: [{ charge: false, reasons: ['x'], amount: cny('0.01'), base: cny('0.101'), factor: '10' }] })],
    ['BR-DEC-27', withLine({ allowances: [{ charge: true, reasons: ['x'], amount: cny('0.001') }] })],
    ['BR-DEC-28', withLine({ allowances: [{ charge: true, reasons: ['x'], amount: cny('0.01'), base: cny('0.101'), factor: '10' }] })],
  ];
  it.each(cases)('%s', (rule, document, kind = 'INVOICE') => {
    const without =
      rule === 'BR-CO-26'
        ? { ...document, accountingSupplier: { party: { ...document.accountingSupplier?.party, identifiers: undefined } } }
        : document;
    expect(rulesOf(kind, without)).toContain(rule);
  });

  it('only where the document says that it follows the standard; its figures are told of any', () => {
    const plain = { customization: undefined, profile: undefined, accountingSupplier: undefined };
    expect(rulesOf('INVOICE', billDocument(plain))).toEqual([]);
    expect(rulesOf('INVOICE', billDocument({ ...plain, totals: { ...totals, lines: cny('251.00') } }))).toEqual(['BR-CO-10', 'BR-CO-13']);
  });
});
