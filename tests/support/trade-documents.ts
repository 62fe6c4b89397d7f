import type { DocumentKind, DocumentLine, TradeDocument } from '../../src/interchange/rules/document/index.js';
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

export const written = (kind: DocumentKind, document: TradeDocument): string => writeUbl({ kind, document });
