import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';

export type ScmsRow = Readonly<Record<string, string>>;

/** The public delivery history of the Supply Chain Management System (USAID): one row for each line of a purchase order. */
export const readRows = (file: string): ScmsRow[] => parse(readFileSync(file), { columns: true, bom: true }) as ScmsRow[];

/** Cents as a whole number: the file writes no more than two decimals. */
export const cents = (text: string): bigint => {
  const [whole = '0', fraction = ''] = text.split('.');
  if (fraction.length > 2) throw new Error(`${text} has more than two decimals`);
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, '0'));
};

export const fromCents = (value: bigint): string => `${value / 100n}.${String(value % 100n).padStart(2, '0')}`;

export interface Expected {
  readonly orders: number;
  readonly lines: number;
  /** Sum of the file's own column of line values, in cents. */
  readonly value: bigint;
}

/** What must stand on the hub afterwards, told from the file alone. */
export const expected = (rows: readonly ScmsRow[]): Expected => ({
  orders: new Set(rows.map((row) => row['PO / SO #'])).size,
  lines: rows.length,
  value: rows.reduce((sum, row) => sum + cents(row['Line Item Value'] ?? ''), 0n),
});
