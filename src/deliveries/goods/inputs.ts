import { z } from 'zod';
import { documentNumberInput, lineIdInput } from '../../orders/index.js';
import { idOf, listOf, text } from '../../platform/commands/index.js';

/** An order by id, or by its number with the other party of the document. */
export const orderRefInput = z.object({ id: idOf('ord').optional(), number: documentNumberInput().optional() });
export type OrderRef = z.output<typeof orderRefInput>;

/** Most lines of one document, and of all documents of one request together. */
export const MOST_LINES = 1_000;
const MOST_DOCUMENTS = 500;
const MOST_LINES_AT_ONCE = 10_000;

/** What every line of a document about goods says beside its quantities. */
export const goodsLineFields = {
  documentLine: lineIdInput().optional(),
  lot: text(100).optional(),
  note: text(4000).optional(),
};

const fewLines = <Document extends { readonly lines: readonly unknown[] }>(documents: readonly Document[]): boolean =>
  documents.reduce((count, { lines }) => count + lines.length, 0) <= MOST_LINES_AT_ONCE;

/** Up to 500 documents, with up to 10,000 lines together. */
export const documentsOf = <Schema extends z.ZodType<{ readonly lines: readonly unknown[] }>>(document: Schema) =>
  listOf(document, MOST_DOCUMENTS).refine(fewLines, { params: { refusal: 'TOO_MANY', values: { max: String(MOST_LINES_AT_ONCE) } } });
