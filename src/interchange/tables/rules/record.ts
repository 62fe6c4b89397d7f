import type { Column } from './layout.js';

/** One line of an export: texts by the place of their column. Absent is an empty cell. */
export type TableRecord = Readonly<Record<string, string | null | undefined>>;

/** How a value is written into a spreadsheet. */
export type Written = { readonly kind: 'NUMBER' | 'DATE' | 'TEXT'; readonly value: string };

const NUMBER = /^-?\d+(\.\d+)?$/;

/** More digits a spreadsheet does not keep: such a number is written as text, so that none is lost. */
const DIGITS = 15;

const keeps = (value: string): boolean => value.replace(/[-.]/g, '').replace(/^0+/, '').length <= DIGITS;

/** The cell of a column for a value. */
export const writtenCell = ({ kind }: Column, value: string | null | undefined): Written | undefined => {
  if (value === null || value === undefined || value === '') return undefined;
  if (kind === 'NUMBER' || kind === 'PERCENT') return { kind: NUMBER.test(value) && keeps(value) ? 'NUMBER' : 'TEXT', value };
  return { kind: kind === 'DATE' ? 'DATE' : 'TEXT', value };
};
