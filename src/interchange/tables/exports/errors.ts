import type { DownloadDeclaration } from '../../../platform/http/download.js';
import { column } from '../rules/layout.js';
import type { TableRecord } from '../rules/record.js';
import { fileOf } from './file.js';

interface Reason {
  readonly line: number | null;
  readonly column: string | null;
  readonly value?: string | null;
  readonly error: { readonly code: string; readonly message: string };
}

interface Page {
  readonly tableImport: {
    readonly errors: {
      readonly nodes: readonly Reason[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  } | null;
}

const none = ['', ''] as const;
const columns = [
  column('line', 'NUMBER', ['行', 'Line'], none),
  column('column', 'TEXT', ['列', 'Column'], none),
  column('value', 'TEXT', ['值', 'Value'], none),
  column('code', 'TEXT', ['代码', 'Code'], none),
  column('message', 'TEXT', ['原因', 'Reason'], none),
];

const recordOf = ({ line, column: heading, value, error }: Reason): TableRecord => ({
  line: line === null ? null : String(line),
  column: heading,
  value,
  code: error.code,
  message: error.message,
});

/** Why documents of an imported table were refused: `/exports/table-errors.csv?import=tbl_…`. */
export const errorsDownload: DownloadDeclaration = {
  path: 'table-errors',
  formats: ['csv', 'xlsx'],
  need: 'orders:read',
  async open(request) {
    const amounts = request.viewer.scopes.has('amounts:read');
    const query = `query ($id: ID!, $after: Cursor) { tableImport(id: $id) { errors(first: 100, after: $after) {
      nodes { line column ${amounts ? 'value' : ''} error { code message } } pageInfo { hasNextPage endCursor } } } }`;
    const page = (after: string | null) => request.ask<Page>(query, { id: request.query.import ?? '', after });
    const first = (await page(null)).tableImport;
    if (!first) return undefined;
    const records = async function* (): AsyncGenerator<TableRecord> {
      for (
        let errors = first.errors;
        ;
        errors = (await page(errors.pageInfo.endCursor)).tableImport?.errors ?? {
          nodes: [],
          pageInfo: { hasNextPage: false, endCursor: null },
        }
      ) {
        for (const one of errors.nodes) yield recordOf(one);
        if (!errors.pageInfo.hasNextPage) return;
      }
    };
    return fileOf(request, 'errors', amounts ? columns : columns.filter(({ at }) => at !== 'value'), records());
  },
};
