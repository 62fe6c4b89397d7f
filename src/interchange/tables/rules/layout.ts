export const TABLE_KINDS = ['ORDERS', 'DESPATCHES', 'RECEIPTS'] as const;
export type TableKind = (typeof TABLE_KINDS)[number];

/** How a cell is understood: see `cells.ts`. */
export type CellKind = 'TEXT' | 'CODE' | 'NUMBER' | 'PERCENT' | 'DATE' | 'UNIT' | 'PARTY';

/** One column that a table may have. */
export interface Column {
  /** Place of the value in the input of the document's command, without the number of the line: `header.currency`, `lines.quantity`. */
  readonly at: string;
  readonly kind: CellKind;
  /** The table needs this column. */
  readonly required?: true;
  /** Part of what tells one document of the table from another. */
  readonly key?: true;
  readonly zh: string;
  readonly en: string;
  /** Other headings that mean the same. */
  readonly also?: readonly string[];
  /** By the value as a person writes it, in capitals: the code that the command takes. */
  readonly codes?: Readonly<Record<string, string>>;
  readonly about: { readonly zh: string; readonly en: string };
}

export interface Layout {
  readonly kind: TableKind;
  readonly columns: readonly Column[];
}

/** The first characters of a text; none of them is cut in half. */
export const firstOf = (text: string, most: number): string => (text.length <= most ? text : [...text].slice(0, most).join(''));

export const ofLine = ({ at }: Column): boolean => at.startsWith('lines.');

type More = Pick<Column, 'required' | 'key' | 'also' | 'codes'>;
type Both = readonly [zh: string, en: string];

export const column = (at: string, kind: CellKind, [zh, en]: Both, [aboutZh, aboutEn]: Both, more: More = {}): Column => ({
  at,
  kind,
  zh,
  en,
  about: { zh: aboutZh, en: aboutEn },
  ...more,
});
