import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { attachmentFaults, type AttachmentKind } from '../../src/evidence/attachment/rules.js';
import { canonical } from '../../src/evidence/list/canonical.js';
import { changesSince, listedPart, listText } from '../../src/evidence/list/digest.js';
import type { Evidence, Invoice, InvoiceLine, Order, OrderLine, Part } from '../../src/evidence/list/rules/chain.js';
import { crossCheck, isComplete } from '../../src/evidence/list/rules/cross-check.js';

const id = '01890f3e-0000-7000-8000-000000000001';
const orderLine: OrderLine = {
  line: '10',
  state: 'ACTIVE',
  itemName: 'ABS 757',
  buyerItemId: 'HS-1',
  quantity: '2',
  unit: 'TNE',
  price: '9850',
  taxRate: '13',
};
const invoiceLine: InvoiceLine = {
  line: '1',
  order: 'PO-1',
  orderLine: '10',
  itemName: 'ABS 757',
  buyerItemId: 'HS-1',
  quantity: '1500',
  unit: 'KGM',
  orderQuantity: '1.5',
  price: '9.85',
  priceQuantity: '1',
  taxRate: '13',
  amount: '14775',
  taxAmount: '1920.75',
  gross: '16695.75',
}; // prettier-ignore
const bill: Invoice = {
  number: 'INV-1',
  issuedOn: '2026-11-20',
  currency: 'CNY',
  priceBasis: 'NET',
  linesTotal: '14775',
  allowance: '0',
  charge: '0',
  netTotal: '14775',
  taxTotal: '1920.75',
  total: '16695.75',
}; // prettier-ignore

interface Variant {
  readonly order?: Partial<Order>;
  readonly ordered?: Partial<OrderLine>;
  readonly invoice?: Partial<Invoice>;
  readonly line?: Partial<InvoiceLine>;
  readonly claim?: Partial<Evidence['claims'][number]> | null;
  readonly days?: { readonly despatch?: string; readonly receipt?: string; readonly acceptance?: string };
  readonly without?: readonly string[];
}

const part = <Kind extends Part['kind']>(kind: Kind, number: string, facts: Part<Kind>['facts']): Part<Kind> => ({
  kind,
  id,
  number,
  date: null,
  version: 1,
  facts,
});

const evidence = ({ order, ordered, invoice, line, claim = {}, days = {}, without = [] }: Variant = {}): Evidence => {
  const goods = { order: 'PO-1', line: '10' };
  const parts: Part[] = [
    part('CONTRACT', 'HT-1', { validFrom: '2026-01-01', currency: 'CNY', taxRates: ['13'] }),
    part('ORDER', 'PO-1', {
      number: 'PO-1',
      issuedOn: '2026-11-02',
      header: { currency: 'CNY' },
      lines: [{ ...orderLine, ...ordered }],
      ...order,
    }),
    part('DESPATCH', 'FH-1', {
      number: 'FH-1',
      issuedOn: '2026-11-10',
      despatchedOn: days.despatch ?? '2026-11-10',
      lines: [{ ...goods, orderQuantity: '1.5' }],
    }),
    part('RECEIPT', 'RK-1', {
      number: 'RK-1',
      receivedOn: days.receipt ?? '2026-11-12',
      despatch: 'FH-1',
      lines: [{ ...goods, position: '1', orderReceived: '1.5' }],
    }),
    part('ACCEPTANCE', 'YS-1', {
      receipt: 'RK-1',
      acceptedOn: days.acceptance ?? '2026-11-14',
      lines: [{ ...goods, position: '1', accepted: '1.5' }],
    }),
    part('INVOICE', 'INV-1', { ...bill, lines: [{ ...invoiceLine, ...line }], ...invoice }),
  ];
  return {
    parts: parts.filter(({ kind }) => !without.includes(kind)),
    files: [],
    claims:
      claim === null ? [] : [{ line: '1', receipt: 'RK-1', position: '1', quantity: '1.5', accepted: '1.5', returned: '0', ...claim }],
    buyer: { name: 'Haishan', uscc: '91370200MA3C000001' },
    supplier: { name: 'Huada', uscc: null },
  };
};

/** The comparisons of a rule that do not agree, with their values. */
const found = (variant: Variant, rule: string) =>
  crossCheck(evidence(variant))
    .filter((check) => check.rule === rule && check.verdict !== 'AGREES')
    .map(({ verdict, compared }) => [verdict, ...compared.map(({ value }) => value)].join(' | '));

describe('The documents of an invoice are compared', () => {
  it('and agree where they say the same in other units, papers apart', () => {
    expect(crossCheck(evidence()).filter(({ rule, verdict }) => rule !== 'PAPER' && verdict !== 'AGREES')).toEqual([]);
    expect(isComplete(crossCheck(evidence()))).toBe(false);
  });

  it.each<[string, Variant, string, string[]]>([
    ['another code of the item', { line: { buyerItemId: 'HS-2' } }, 'ITEM', ['DIFFERS | HS-1 | HS-2']],
    ['the same code in another spelling', { line: { buyerItemId: 'hs 1' } }, 'ITEM', []],
    ['another name where a code is missing', { line: { buyerItemId: null, itemName: 'PA66' } }, 'ITEM', ['DIFFERS | ABS 757 | PA66']],
    ['the same name in wide letters', { line: { buyerItemId: null, itemName: 'ＡＢＳ７５７' } }, 'ITEM', []],
    ['a line of no order', { line: { order: null, orderLine: null, orderQuantity: null } }, 'ITEM', ['MISSING |  | ABS 757']],
    ['more than was ordered', { ordered: { quantity: '1' } }, 'QUANTITY_ORDERED', ['DIFFERS | 1 TNE | 1.5 TNE']],
    ['more than is claimed of receipts', { claim: { quantity: '1.4' } }, 'QUANTITY_RECEIVED', ['DIFFERS | 1.4 TNE | 1.5 TNE']],
    ['nothing received', { claim: null }, 'QUANTITY_RECEIVED', ['MISSING |  | 1.5 TNE']],
    ['less accepted', { claim: { accepted: '1.2' } }, 'QUANTITY_ACCEPTED', ['DIFFERS | 1.2 TNE | 1.5 TNE']],
    ['some sent back', { claim: { returned: '0.5' } }, 'QUANTITY_ACCEPTED', ['DIFFERS | 1 TNE | 1.5 TNE']],
    ['another price', { line: { price: '9.9' } }, 'PRICE', ['DIFFERS | 9850 | 9900']],
    ['a price for another quantity', { line: { price: '985', priceQuantity: '100' } }, 'PRICE', []],
    ['an order without a price', { ordered: { price: undefined } }, 'PRICE', ['MISSING |  | 9850']],
    [
      'a price with tax in it, to the cent',
      { invoice: { priceBasis: 'TAX_INCLUSIVE', linesTotal: '16695.75' }, line: { price: '11.1305' } },
      'PRICE',
      [],
    ],
    ['another tax rate', { line: { taxRate: '9' } }, 'TAX_RATE', ['DIFFERS | 13 | 9']],
    [
      'a tax rate that only the contract says',
      { ordered: { taxRate: undefined }, line: { taxRate: '9' } },
      'TAX_RATE',
      ['DIFFERS | 13 | 9'],
    ],
    ['a tax rate that nobody says', { ordered: { taxRate: undefined }, without: ['CONTRACT'] }, 'TAX_RATE', ['MISSING |  | 13']],
    ['an amount that the price does not give', { line: { amount: '14776' } }, 'LINE_AMOUNT', ['DIFFERS | 14775 | 14776']],
    ['an amount that a rounding gives', { line: { amount: '14775.01' } }, 'LINE_AMOUNT', []],
    ['lines that do not add up', { invoice: { linesTotal: '14000' } }, 'TOTAL', ['DIFFERS | 14775 | 14000']],
    ['tax that does not add up', { invoice: { total: '16000' } }, 'TOTAL', ['DIFFERS | 16695.75 | 16000']],
    ['another currency', { invoice: { currency: 'USD' } }, 'CURRENCY', ['DIFFERS | CNY | CNY | USD']],
    ['sent before it was ordered', { days: { despatch: '2026-10-30' } }, 'DATES', ['DIFFERS | 2026-11-02 | 2026-10-30']],
    ['received before it was sent', { days: { receipt: '2026-11-09' } }, 'DATES', ['DIFFERS | 2026-11-10 | 2026-11-09']],
    ['accepted before it was received', { days: { acceptance: '2026-11-11' } }, 'DATES', ['DIFFERS | 2026-11-12 | 2026-11-11']],
    ['ordered before the contract', { order: { issuedOn: '2025-12-31' } }, 'DATES', ['DIFFERS | 2026-01-01 | 2025-12-31']],
    ['invoiced before it was ordered', { invoice: { issuedOn: '2026-11-01' } }, 'DATES', ['DIFFERS | 2026-11-02 | 2026-11-01']],
    ['received without a despatch', { without: ['DESPATCH'] }, 'DATES', []],
    ['no despatch', { without: ['DESPATCH'] }, 'DOCUMENTS_THERE', ['MISSING | ']],
  ])('%s', (_what, variant, rule, expected) => {
    expect(found(variant, rule)).toEqual(expected);
  });
});

describe('The digest of a document', () => {
  it('is that of its canonical JSON (RFC 8785), whatever order and empty fields it came with', () => {
    expect(canonical({ b: '1', a: ['x', { d: null, c: 'ü"\n' }], e: undefined })).toBe('{"a":["x",{"c":"ü\\"\\n"}],"b":"1"}');
    const one = part('RECEIPT', 'RK-1', { number: 'RK-1', receivedOn: '2026-11-12', despatch: null });
    const two = part('RECEIPT', 'RK-1', { receivedOn: '2026-11-12', number: 'RK-1' });
    expect(listedPart(one)).toEqual(listedPart(two));
    expect(listedPart(one)).toMatchObject({
      id: 'rct_01890f3e000070008000000000000001',
      content: '{"number":"RK-1","receivedOn":"2026-11-12"}',
      sha256: createHash('sha256').update('{"number":"RK-1","receivedOn":"2026-11-12"}').digest('hex'),
    });
  });
  it('tells what has changed since a list was sealed', () => {
    const before = evidence();
    expect(changesSince(listText(before), before)).toEqual([]);
  });
});

describe('An attachment is what its name and kind say', () => {
  it.each<[string, string, AttachmentKind, string[]]>([
    ['a.pdf', 'application/pdf', 'INVOICE', []],
    ['a.ofd', 'application/zip', 'INVOICE', []],
    ['a.xml', 'application/xml', 'INVOICE', []],
    ['a.JPG', 'image/jpeg', 'PHOTO', []],
    ['no ending', 'application/pdf', 'CONTRACT', []],
    ['a.jpg', 'image/png', 'PHOTO', ['ATTACHMENT_FALSE_NAME']],
    ['a.pdf', 'application/zip', 'CONTRACT', ['ATTACHMENT_FALSE_NAME']],
    ['a.exe', 'application/zip', 'OTHER', ['ATTACHMENT_FALSE_NAME']],
    ['a.svg', 'application/xml', 'OTHER', ['ATTACHMENT_FALSE_NAME']],
    ['a.pdf', 'application/pdf', 'PHOTO', ['ATTACHMENT_FALSE_KIND']],
    ['a.txt', 'text/plain', 'CONTRACT', ['ATTACHMENT_FALSE_KIND']],
    ['a.txt', 'application/pdf', 'PHOTO', ['ATTACHMENT_FALSE_NAME', 'ATTACHMENT_FALSE_KIND']],
    ['a.pdf', 'application/octet-stream', 'OTHER', ['ATTACHMENT_TYPE_UNKNOWN']],
  ])('%s of %s as %s', (name, mediaType, kind, codes) => {
    expect(attachmentFaults({ name, mediaType, empty: false }, kind).map(({ code }) => code)).toEqual(codes);
  });
});
