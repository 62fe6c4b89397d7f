import type { Catalogue } from '../../kernel/refusal.js';
import { orders } from '../../orders/index.js';
import { deliveries } from '../../deliveries/index.js';
import { parties } from '../../parties/index.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import { commonRefusals } from '../../platform/commands/index.js';
import { updateItem } from '../../platform/events/index.js';
import { userErrors } from '../../platform/graphql/user-error.js';
import {
  bool,
  byId,
  connection,
  derived,
  id,
  instant,
  int,
  isIn,
  json,
  need,
  one,
  payload,
  type ReadDeclaration,
  ref,
  root,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { tableRefusals } from './refusals.js';
import { tableActions } from './rules/lifecycle.js';

const TEXTS: Catalogue = { ...commonRefusals, ...parties.refusals, ...orders.refusals, ...deliveries.refusals, ...tableRefusals };

interface Reason {
  readonly code: string;
  readonly params: Readonly<Record<string, string>>;
  readonly viewer: Viewer;
}

const reason = ({ code, params, viewer }: Reason) => userErrors([{ code, params }], TEXTS, viewer.locale)[0];

const started = { tableImport: ref('TableImport', (done: { readonly importId: string }) => done.importId) };

export const tableReads: readonly ReadDeclaration[] = [
  type(
    'TableImport',
    { table: 'app.table_import', id: 'tbl', need: 'orders:read', cols: { at: 'timestamptz' } },
    {
      id: id('tbl'),
      kind: word('kind'),
      dryRun: bool('dry_run'),
      status: word('status'),
      version: int('version'),
      fileId: id('fil', 'file_id'),
      format: word('format'),
      encoding: word('encoding'),
      delimiter: word('delimiter'),
      ignoredColumns: json('to_json({ignored_columns})'),
      lineCount: int('line_count'),
      documentCount: int('document_count'),
      takenCount: int('taken_count'),
      refusedCount: int('refused_count'),
      errorCount: int('error_count'),
      at: instant('at'),
      businessTime: instant('business_time'),
      beganAt: instant('began_at'),
      endedAt: instant('ended_at'),
      allowedActions: derived({ status: 'status' }, tableActions, { size: 1 }),
      documents: connection('TableDocument', {
        on: 'import_id',
        orders: { LINE: ['first_line', 'id'] },
        filters: { status: isIn('status') },
      }),
      lines: connection('TableLine', { on: 'import_id', orders: { LINE: ['line', 'id'] } }),
      errors: connection('TableError', { on: 'import_id', orders: { LINE: ['at_line', 'id'] } }),
    },
  ),
  type(
    'TableDocument',
    { table: 'app.table_document', cols: { first_line: 'int', document_key: 'text' } },
    {
      id: id('tdc'),
      number: text('number'),
      firstLine: int('first_line'),
      lastLine: int('last_line'),
      lineCount: int('line_count'),
      status: word('status'),
      outcome: text('outcome'),
      order: one('Order', 'order_id'),
      despatch: one('DespatchAdvice', 'despatch_id'),
      receipt: one('ReceiptAdvice', 'receipt_id'),
    },
  ),
  type(
    'TableLine',
    { table: 'app.table_line', cols: { line: 'int', document_key: 'text' } },
    { line: int('line'), document: one('TableDocument', { import_id: 'import_id', document_key: 'document_key' }) },
  ),
  type(
    'TableError',
    { table: 'app.table_error', cols: { at_line: 'int' } },
    {
      id: id('ter'),
      line: int('line'),
      column: text('heading'),
      value: need('amounts:read', text('value')),
      error: derived<Reason>({ code: 'code', params: json('params'), viewer: '@viewer' }, reason, { size: 4 }),
    },
  ),
  root({
    tableImport: byId('TableImport'),
    tableImports: connection('TableImport', {
      mine: 'org_id',
      orders: { NEWEST: ['-at', '-id'], OLDEST: ['at', 'id'] },
      filters: { kind: isIn('kind'), status: isIn('status') },
    }),
  }),
  updateItem('TableImportUpdate', 'tableImport', 'TableImport'),
  payload('TableImportPayload', started),
  payload('TableImportStopPayload', started),
];
