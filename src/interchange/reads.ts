import { createHash } from 'node:crypto';
import type { Refusal } from '../kernel/refusal.js';
import type { Viewer } from '../platform/auth/viewer.js';
import { userErrors } from '../platform/graphql/user-error.js';
import {
  byId,
  connection,
  date,
  derived,
  id,
  instant,
  isIn,
  json,
  lookup,
  one,
  payload,
  ref,
  root,
  text,
  type,
  value,
  word,
} from '../platform/reads/declare.js';
import type { ReadDeclaration } from '../platform/reads/declare.js';
import { exportUbl, type ExportRow } from './export.js';
import { interchangeRefusals } from './refusals.js';

const exported = {
  id: 'id',
  kind: 'kind',
  number: 'number',
  issuedOn: '{issued_on}::text',
  orderNumber: 'order_number',
  facts: json('facts'),
  received: json('received'),
  buyer: json('buyer'),
  seller: json('seller'),
} as const;

const content = {
  kind: word('kind'),
  mediaType: text(`'application/xml'`),
  content: derived<ExportRow>(exported, exportUbl),
  sha256: derived<ExportRow>(exported, (row) => createHash('sha256').update(exportUbl(row)).digest('hex')),
};

const warnings = ({ found, viewer }: { readonly found: readonly Refusal[]; readonly viewer: Viewer }) =>
  userErrors(found, interchangeRefusals, viewer.locale);

export const interchangeReads: readonly ReadDeclaration[] = [
  type(
    'DocumentImport',
    { table: 'app.document_import', id: 'imp', need: 'orders:read' },
    {
      id: id('imp'),
      kind: word('kind'),
      number: text('number'),
      issuedOn: date('issued_on'),
      sha256: word(`encode({sha256}, 'hex')`),
      sender: one('Organisation', 'sender_id'),
      order: one('Order', 'order_id'),
      despatch: one('DespatchAdvice', 'despatch_id'),
      receipt: one('ReceiptAdvice', 'receipt_id'),
      invoice: one('Invoice', 'invoice_id'),
      creditNote: one('CreditNote', 'credit_note_id'),
      outcome: word('outcome'),
      warnings: derived({ found: json('warnings'), viewer: '@viewer' }, warnings),
      ignoredPaths: json('to_json({ignored_paths})'),
      keptPaths: json('to_json({kept_paths})'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  type('ExportedDocument', { table: 'app.exported_document', need: ['orders:read', 'amounts:read'] }, content),
  type('ExportedBill', { table: 'app.exported_bill', need: ['invoices:read', 'amounts:read'] }, content),
  root({
    documentImport: byId('DocumentImport'),
    documentImports: connection('DocumentImport', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { NEWEST: ['-at', '-id'], OLDEST: ['at', 'id'] },
      filters: { kind: isIn('kind'), order: isIn('order_id', { id: 'ord' }) },
    }),
    documentExport: lookup('ExportedDocument', 'by', {
      import: `{id} = app.id_of('imp', {@value}) and {source} = 'IMPORT'`,
      order: `{id} = app.id_of('ord', {@value}) and {source} = 'ORDER'`,
      proposal: `{id} = app.id_of('prp', {@value}) and {source} = 'PROPOSAL'`,
      response: `{id} = app.id_of('rsp', {@value}) and {source} = 'RESPONSE' and {kind} = 'ORDER_RESPONSE'`,
      simpleResponse: `{id} = app.id_of('rsp', {@value}) and {source} = 'RESPONSE' and {kind} = 'ORDER_RESPONSE_SIMPLE'`,
      cancelledOrder: `{id} = app.id_of('ord', {@value}) and {source} = 'CANCELLATION'`,
      despatch: `{id} = app.id_of('des', {@value}) and {source} = 'DESPATCH'`,
      receipt: `{id} = app.id_of('rct', {@value}) and {source} = 'RECEIPT'`,
    }),
    billExport: lookup('ExportedBill', 'by', {
      import: `{id} = app.id_of('imp', {@value}) and {source} = 'IMPORT'`,
      invoice: `{id} = app.id_of('inv', {@value}) and {source} = 'INVOICE'`,
      creditNote: `{id} = app.id_of('crn', {@value}) and {source} = 'CREDIT_NOTE'`,
      response: `{id} = app.id_of('ivr', {@value}) and {source} = 'INVOICE_RESPONSE'`,
    }),
  }),
  payload('DocumentImportPayload', {
    import: ref('DocumentImport', (result: { importId: string }) => result.importId),
    order: ref('Order', (result: { orderId: string | null }) => result.orderId),
    despatch: ref('DespatchAdvice', (result: { despatchId: string | null }) => result.despatchId),
    receipt: ref('ReceiptAdvice', (result: { receiptId: string | null }) => result.receiptId),
    invoice: ref('Invoice', (result: { invoiceId: string | null }) => result.invoiceId),
    creditNote: ref('CreditNote', (result: { creditNoteId: string | null }) => result.creditNoteId),
    repeated: value((result: { repeated: boolean }) => result.repeated),
  }),
];
