import { ordersByDocument } from './haishan.js';
import { documentsOn, type ImportAnswer, usccOf } from './import.js';
import { billDocument, receiptDocument, responseDocument, written as xml } from './trade-documents.js';
import type { DocumentKind, TradeDocument } from '../../src/interchange/rules/document/index.js';

export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

let count = 0;
/** A number that no other document has. */
export const next = (prefix: string): string => `${prefix}-${++count}`;
/** What came of it: its outcome, or its refusals with their fields. */
export const said = ({ import: record, userErrors }: ImportAnswer): string =>
  record ? record.outcome : userErrors.map(({ code, field }) => [code, ...(field ?? [])].join(' ')).join('; ');
/** What stood out, but for names that the hub does not know. */
export const codes = ({ import: record }: ImportAnswer): string[] =>
  (record?.warnings ?? []).map(({ code }) => code).filter((code) => !code.endsWith('R_DIFFERS') && code !== 'COUNTERPARTY_DIFFERS');

/** The order that a document is about. */
export const of = (number: string) => ({ orders: [{ id: { value: number } }] });

const expected = (answer: ImportAnswer, outcome: string): void => {
  if (said(answer) !== outcome) throw new Error(`${said(answer)} where ${outcome} was to come`);
};

/** An answer to an invoice. */
export const answer = (invoice: string, code: string, reasons: readonly string[] = []): TradeDocument => {
  const document = responseDocument({ number: { value: next('IR') } }, code, reasons);
  return { ...document, responses: document.responses?.map((one) => ({ ...one, documents: [{ id: { value: invoice } }] })) };
};

/** Documents between Haishan, who buys, and Lixin, who delivers, from the order to the invoice. */
export const tradeByDocument = (take: ReturnType<typeof documentsOn>['take']) => {
  const { issued, about } = ordersByDocument(take);
  /** The other side by the input: what these documents call it, the hub does not know. */
  const by = (from: string, to: string, kind: DocumentKind, document: TradeDocument): Promise<ImportAnswer> =>
    take(from, { content: xml(kind, document), counterparty: { uscc: usccOf(to) } });
  const toBuyer = (kind: DocumentKind, document: TradeDocument) => by('supplier', 'buyer', kind, document);
  const toSupplier = (kind: DocumentKind, document: TradeDocument) => by('buyer', 'supplier', kind, document);

  /** An agreed order of two lines of ten pieces each. */
  const agreed = async (): Promise<string> => {
    const number = await issued();
    await toBuyer('ORDER_RESPONSE_SIMPLE', about(number, { accepted: true }));
    return number;
  };
  /** The same, of which all has come. Answers its number. */
  const delivered = async (): Promise<string> => {
    const number = await agreed();
    expected(await toSupplier('RECEIPT_ADVICE', receiptDocument({ number: { value: next('RA') }, ...of(number) })), 'RECEIVED');
    return number;
  };
  /** The number of an invoice of such an order. */
  const invoiced = async (more: Partial<TradeDocument> = {}): Promise<string> => {
    const [order, number] = [await delivered(), next('IN')];
    expected(await toBuyer('INVOICE', billDocument({ number: { value: number }, ...of(order), ...more })), 'INVOICED');
    return number;
  };
  return { issued, about, by, toBuyer, toSupplier, agreed, delivered, invoiced };
};
