import type { Readable } from 'node:stream';
import type { Refusal } from '../../../kernel/refusal.js';
import type { Download, DownloadRequest } from '../../../platform/http/download.js';
import type { Column } from '../rules/layout.js';
import type { TableRecord } from '../rules/record.js';
import { csvFile } from '../write/csv.js';
import { xlsxFile } from '../write/xlsx.js';

export const argumentFault = (name: string, value: string | undefined, allowed: string): Refusal[] => [
  { code: 'EXPORT_ARGUMENT', params: { name, value: value ?? '', allowed } },
];

const flagOf = (value: string | undefined): boolean | undefined =>
  value === undefined || value === '0' || value === 'false' ? false : value === '1' || value === 'true' ? true : undefined;

const languageOf = ({ query: { lang }, viewer }: DownloadRequest): 'zh' | 'en' => (lang === 'zh' || lang === 'en' ? lang : viewer.locale);

/** The table as the file that was asked for. */
export const fileOf = (
  request: DownloadRequest,
  name: string,
  columns: readonly Column[],
  records: AsyncIterable<TableRecord>,
): Download | { readonly refusals: readonly Refusal[] } => {
  const headings = columns.map((column) => column[languageOf(request)]);
  const { format, query } = request;
  const marked = flagOf(query.bom);
  if (marked === undefined) return { refusals: argumentFault('bom', query.bom, '1, 0') };
  const body: Readable = format === 'xlsx' ? xlsxFile(columns, headings, records) : csvFile(columns, headings, records, marked);
  const mediaType = format === 'xlsx' ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' : 'text/csv; charset=utf-8';
  return { name: `${name}.${format}`, mediaType, body };
};
