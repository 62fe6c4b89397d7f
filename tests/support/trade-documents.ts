import type { BillLine, DocumentKind, DocumentLine, TaxCategory, TradeDocument } from '../../src/interchange/rules/document/index.js';
import { writeUbl } from '../../src/interchange/ubl/index.js';

const party = (scheme: string, value: string, name: string) => ({
  party: { endpoint: { value, scheme }, legalEntities: [{ name, companyId: { value, scheme } }] },
});

export const line = (id: string, more: Partial<DocumentLine> = {}): DocumentLine => ({
  id: { value: id },
  quantity: { value: '10', unit: 'C62' },
  amount: { value: '125.00', currency: 'CNY' },
  price: { amount: { value: '12.50', currency: 'CNY' } },
  item: { name: `Bracket ${id}`, taxCategories: [{ id: { value: 'S' }, percent: '13' }] },
  ...more,
});

/** An order of two lines whose figures all agree. */
export const orderDocument = (more: Partial<TradeDocument> = {}): TradeDocument => ({
  number: { value: 'PO-7' },
  issueDate: '2026-03-02',
  currency: { value: 'CNY' },
  buyer: party('0088', '6900000000014', 'Sea Hill'),
  seller: party('0088', '6900000000021', 'Standing Faith'),
  deliveries: [{ requested: { startDate: '2026-04-01', endDate: '2026-04-10' } }],
  taxTotals: [{ amount: { value: '32.50', currency: 'CNY' } }],
  totals: {
    lines: { value: '250.00', currency: 'CNY' },
    withoutTax: { value: '250.00', currency: 'CNY' },
    withTax: { value: '282.50', currency: 'CNY' },
    payable: { value: '282.50', currency: 'CNY' },
  },
  lines: [line('00010'), line('00020')],
  ...more,
});

/** An answer to that order. */
export const answerDocument = (more: Partial<TradeDocument> = {}): TradeDocument => ({
  number: { value: 'AN-1' },
  issueDate: '2026-03-03',
  responseCode: { value: 'AP' },
  currency: { value: 'CNY' },
  orders: [{ id: { value: 'PO-7' } }],
  buyer: party('0088', '6900000000014', 'Sea Hill'),
  seller: party('0088', '6900000000021', 'Standing Faith'),
  ...more,
});

const cny = (value: string) => ({ value, currency: 'CNY' });
const EA = (value: string) => ({ value, unit: 'EA' });

/** A despatch of the two lines of that order. */
export const despatchDocument = (more: Partial<TradeDocument> = {}): TradeDocument => ({
  customization: { value: 'urn:fdc:peppol.eu:poacc:trns:despatch_advice:3' },
  number: { value: 'DA-1' },
  issueDate: '2026-03-20',
  orders: [{ id: { value: 'PO-7' } }],
  deliverer: party('0088', '6900000000021', 'Standing Faith'),
  receiver: party('0088', '6900000000014', 'Sea Hill'),
  despatchLines: ['00010', '00020'].map((id, i) => ({
    id: { value: String(i + 1) },
    delivered: EA('10'),
    orderLines: [{ line: { value: id } }],
    item: { name: `Bracket ${id}`, sellerId: { value: `B-${id}` } },
  })),
  ...more,
});

/** A receipt of that despatch. */
export const receiptDocument = (more: Partial<TradeDocument> = {}): TradeDocument => ({
  number: { value: 'RA-1' },
  issueDate: '2026-03-22',
  orders: [{ id: { value: 'PO-7' } }],
  deliverer: party('0088', '6900000000021', 'Standing Faith'),
  receiver: party('0088', '6900000000014', 'Sea Hill'),
  receiptLines: ['00010', '00020'].map((id, i) => ({
    id: { value: String(i + 1) },
    received: EA('10'),
    orderLine: { line: { value: id } },
    items: [{ name: `Bracket ${id}` }],
  })),
  ...more,
});

export const standard = (percent = '13'): TaxCategory => ({ id: { value: 'S' }, percent, scheme: { id: { value: 'VAT' } } });

export const billLine = (id: string, more: Partial<BillLine> = {}): BillLine => ({
  id: { value: id },
  quantity: EA('10'),
  amount: cny('125.00'),
  orderLines: [{ line: { value: id } }],
  item: { name: `Bracket ${id}`, taxCategories: [standard()] },
  price: { amount: cny('12.50') },
  ...more,
});

const trader = (value: string, name: string) => ({
  party: {
    endpoint: { value, scheme: '0088' },
    address: { country: { value: 'CN' } },
    taxRegistrations: [{ companyId: { value: `CN${value}` }, scheme: { id: { value: 'VAT' } } }],
    legalEntities: [{ name }],
  },
});

/** An invoice of that order, or its credit note, that breaks no rule. */
export const billDocument = (more: Partial<TradeDocument> = {}): TradeDocument => ({
  customization: { value: 'urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0' },
  profile: { value: 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0' },
  number: { value: 'IN-1' },
  issueDate: '2026-03-25',
  dueDate: '2026-05-25',
  billType: { value: '380' },
  currency: { value: 'CNY' },
  orders: [{ id: { value: 'PO-7' } }],
  accountingSupplier: trader('6900000000021', 'Standing Faith'),
  accountingCustomer: trader('6900000000014', 'Sea Hill'),
  paymentMeans: [{ code: { value: '30' }, payee: { id: { value: '6222' } } }],
  taxTotals: [{ amount: cny('32.50'), subtotals: [{ taxable: cny('250.00'), amount: cny('32.50'), category: standard() }] }],
  totals: { lines: cny('250.00'), withoutTax: cny('250.00'), withTax: cny('282.50'), payable: cny('282.50') },
  billLines: [billLine('00010'), billLine('00020')],
  ...more,
});

/** An answer to that invoice. */
export const responseDocument = (more: Partial<TradeDocument> = {}, code = 'AP', reasons: readonly string[] = []): TradeDocument => ({
  customization: { value: 'urn:fdc:peppol.eu:poacc:trns:invoice_response:3' },
  number: { value: 'IR-1' },
  issueDate: '2026-03-26',
  senderParty: { endpoint: { value: '6900000000014', scheme: '0088' } },
  receiverParty: { endpoint: { value: '6900000000021', scheme: '0088' } },
  responses: [
    {
      response: {
        code: { value: code },
        clarifications: reasons.map((reason) => ({ code: { value: reason, list: 'OPStatusReason' }, reasons: ['why'] })),
      },
      documents: [{ id: { value: 'IN-1' }, typeCode: { value: '380' } }],
    },
  ],
  ...more,
});

/** One document of each kind, whole. */
export const WHOLE: Readonly<Record<DocumentKind, TradeDocument>> = {
  ORDER: orderDocument(),
  ORDER_CHANGE: orderDocument({ orders: [{ id: { value: 'PO-7' } }], lines: [line('00010', { status: { value: '3' } })] }),
  ORDER_RESPONSE: answerDocument(),
  ORDER_RESPONSE_SIMPLE: answerDocument({ responseCode: undefined, accepted: true }),
  ORDER_CANCELLATION: answerDocument({ responseCode: undefined, cancellationNotes: ['no need'] }),
  DESPATCH_ADVICE: despatchDocument(),
  RECEIPT_ADVICE: receiptDocument(),
  INVOICE: billDocument(),
  CREDIT_NOTE: billDocument({ number: { value: 'CN-1' }, billType: { value: '381' }, bills: [{ invoice: { id: { value: 'IN-1' } } }] }),
  APPLICATION_RESPONSE: responseDocument(),
};

export const written = (kind: DocumentKind, document: TradeDocument): string => writeUbl({ kind, document });
