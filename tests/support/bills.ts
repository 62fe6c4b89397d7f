import { expect } from 'vitest';
import { readDocument } from '../../src/interchange/reading.js';
import { interchangeRefusals } from '../../src/interchange/refusals.js';
import type {
  AllowanceCharge,
  BillLine,
  DocumentKind,
  PartyRole,
  TaxCategory,
  TradeDocument,
} from '../../src/interchange/rules/document/index.js';
import { billDocument, billLine, standard, written } from './trade-documents.js';

export const cny = (value: string) => ({ value, currency: 'CNY' });
export const vat = { id: { value: 'VAT' } };
export const category = (code: string, percent?: string, why?: string): TaxCategory => ({
  id: { value: code },
  ...(percent === undefined ? {} : { percent }),
  ...(why === undefined ? {} : { exemptionReasons: [why] }),
  scheme: vat,
});

/** The codes of all that is said of a document. */
export const codesOf = (kind: DocumentKind, document: TradeDocument): string[] => {
  const verdict = readDocument(written(kind, document));
  return (verdict.ok ? verdict.value.warnings : verdict.refusals).map(({ code }) => code);
};

/** Every rule that stands behind what is said of a document; the texts must find all that they name. */
export const rulesOf = (kind: DocumentKind, document: TradeDocument): string[] => {
  const verdict = readDocument(written(kind, document));
  const found = verdict.ok ? verdict.value.warnings : verdict.refusals;
  for (const { code, params = {} } of found) {
    const named = Object.values(interchangeRefusals[code]).flatMap((text) =>
      [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''),
    );
    expect(Object.keys(params)).toEqual(expect.arrayContaining(named));
  }
  return found.map(({ params }) => params?.['rule'] ?? '');
};

export const totals = billDocument().totals ?? {};
export const first = billDocument().billLines?.[0];
export const withLine = (more: Partial<BillLine>): TradeDocument =>
  billDocument({ billLines: [billLine('00010', more), billLine('00020')] });
export const seller = (more: object): TradeDocument => {
  const role = billDocument().accountingSupplier as PartyRole;
  return billDocument({ accountingSupplier: { ...role, party: { ...role.party, ...more } } });
};
export const buyer = (more: object): TradeDocument => {
  const role = billDocument().accountingCustomer as PartyRole;
  return billDocument({ accountingCustomer: { ...role, party: { ...role.party, ...more } } });
};
/** With an allowance or charge on the document and the totals that follow from it, all at the standard rate. */
export const adjusted = (one: AllowanceCharge, net = '240.00', tax = '31.20', total = '271.20'): TradeDocument =>
  billDocument({
    allowances: [one],
    taxTotals: [{ amount: cny(tax), subtotals: [{ taxable: cny(net), amount: cny(tax), category: standard() }] }],
    totals: {
      ...totals,
      withoutTax: cny(net),
      withTax: cny(total),
      payable: cny(total),
      [one.charge ? 'charges' : 'allowances']: one.amount,
    },
  });
export const allowance: AllowanceCharge = { charge: false, reasons: ['Discount'], amount: cny('10.00'), taxCategories: [standard()] };
export const charge: AllowanceCharge = { charge: true, reasons: ['Packing'], amount: cny('10.00'), taxCategories: [standard()] };
/** All of it in one category. */
export const inCategory = (line: TaxCategory, breakdown: TaxCategory, tax = '0.00', more: Partial<TradeDocument> = {}): TradeDocument =>
  billDocument({
    billLines: ['00010', '00020'].map((id) => billLine(id, { item: { name: id, taxCategories: [line] } })),
    taxTotals: [{ amount: cny(tax), subtotals: [{ taxable: cny('250.00'), amount: cny(tax), category: breakdown }] }],
    totals: { ...totals, withTax: cny(String(250 + Number(tax))), payable: cny(String(250 + Number(tax))) },
    ...more,
  });
export const untaxed = (document: TradeDocument): TradeDocument => {
  const role = document.accountingSupplier as PartyRole;
  const { taxRegistrations: _none, ...party } = role.party ?? {};
  return { ...document, accountingSupplier: { ...role, party: { ...party, identifiers: [{ value: '1', scheme: '0088' }] } } };
};
