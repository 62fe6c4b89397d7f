import { parseDate } from '../../../kernel/date.js';
import type { Refusal } from '../../../kernel/refusal.js';
import type { DownloadDeclaration, DownloadRequest } from '../../../platform/http/download.js';
import { despatchesLayout } from '../rules/despatches.js';
import type { Layout } from '../rules/layout.js';
import { ordersLayout } from '../rules/orders.js';
import { receiptsLayout } from '../rules/receipts.js';
import type { TableRecord } from '../rules/record.js';
import { despatchesExport, receiptsExport } from './deliveries.js';
import { errorsDownload } from './errors.js';
import { argumentFault, fileOf } from './file.js';
import type { ExportKind } from './kind.js';
import { ordersExport } from './orders.js';

const PAGE = 25;
const FORMATS = ['csv', 'xlsx'];

interface Page<Node> {
  readonly page: {
    readonly nodes: readonly Node[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const listOf = <Node>(kind: ExportKind<Node>, { ask, viewer, query }: DownloadRequest) => {
  const amounts = viewer.scopes.has('amounts:read');
  const document = `query ($after: Cursor, $filter: ${kind.filter}) { page: ${kind.list}(as: ${query.as}, first: ${PAGE}, after: $after, orderBy: OLDEST,
    filter: $filter) { nodes { ${kind.selection(amounts)} } pageInfo { hasNextPage endCursor } } }`;
  const range = { ...(query.from && { from: query.from }), ...(query.to && { to: query.to }) };
  const filter = { ...(kind.day && Object.keys(range).length > 0 && { [kind.day]: range }), ...(query.number && { number: query.number }) };
  return (after: string | null) => ask<Page<Node>>(document, { after, filter });
};

async function* recordsOf<Node>(
  kind: ExportKind<Node>,
  first: Page<Node>,
  next: (after: string | null) => Promise<Page<Node>>,
): AsyncGenerator<TableRecord> {
  for (let { page } = first; ; { page } = await next(page.pageInfo.endCursor)) {
    for (const node of page.nodes) yield* kind.records(node);
    if (!page.pageInfo.hasNextPage) return;
  }
}

const faultsOf = (kind: ExportKind<never>, { query }: DownloadRequest): Refusal[] => [
  ...(query.as === 'BUYER' || query.as === 'SUPPLIER' ? [] : argumentFault('as', query.as, 'BUYER, SUPPLIER')),
  ...(['from', 'to'] as const).flatMap((name) => {
    const value = query[name];
    if (value === undefined) return [];
    return kind.day === undefined || parseDate(value) === undefined ? argumentFault(name, value, kind.day ? 'YYYY-MM-DD' : '—') : [];
  }),
];

/** A list of documents, page by page as it is read: bounded however long it is, and never more than the reader sees. */
const download = <Node>(kind: ExportKind<Node>): DownloadDeclaration => ({
  path: kind.path,
  formats: FORMATS,
  need: 'orders:read',
  async open(request) {
    const faults = faultsOf(kind as ExportKind<never>, request);
    if (faults.length > 0) return { refusals: faults };
    const next = listOf(kind, request);
    const first = await next(null);
    const columns = request.viewer.scopes.has('amounts:read') ? kind.columns : kind.columns.filter(({ at }) => !kind.priced.has(at));
    return fileOf(request, kind.path, columns, recordsOf(kind, first, next));
  },
});

const template = (path: string, { columns }: Layout): DownloadDeclaration => ({
  path: `templates/${path}`,
  formats: FORMATS,
  need: 'orders:read',
  open: async (request) => fileOf(request, path, columns, (async function* () {})()),
});

export const downloads: readonly DownloadDeclaration[] = [
  download(ordersExport),
  download(despatchesExport),
  download(receiptsExport),
  template('orders', ordersLayout),
  template('despatches', despatchesLayout),
  template('receipts', receiptsLayout),
  errorsDownload,
];
