import type { Layout } from '../rules/layout.js';
import type { Column } from '../rules/layout.js';
import type { TableRecord } from '../rules/record.js';

/** How documents of one kind leave as a table: a list of the API, read page by page. */
export interface ExportKind<Node> {
  /** `/exports/{path}.csv`. */
  readonly path: string;
  /** The root field that lists them. */
  readonly list: string;
  /** Type of its filter, and what a range of days asks of it. */
  readonly filter: string;
  readonly day?: string;
  readonly columns: readonly Column[];
  /** Places of columns that show money. */
  readonly priced: ReadonlySet<string>;
  /** What is asked of each. @param amounts whether the reader may see money */
  selection(amounts: boolean): string;
  records(node: Node): readonly TableRecord[];
}

/** An organisation in a cell of a table that can be read in again. */
export interface Party {
  readonly id: string;
  readonly uscc: string | null;
  readonly legalName: string;
}
export const PARTY = '{ id uscc legalName }';
export const partyCell = ({ id, uscc }: Party): string => uscc ?? id;

/** The columns of the import, with more around them that an import passes over. */
export const around = (layout: Layout, before: readonly Column[], after: readonly Column[]): readonly Column[] => [
  ...before,
  ...layout.columns,
  ...after,
];
