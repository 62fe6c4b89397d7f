import type { Readable } from 'node:stream';
import { dateOfSerial, percentText, shownNumber } from '../rules/serials.js';
import { gathered, type Listener } from './sax.js';
import { LIMITS, type RawLine, unreadable, within } from './unreadable.js';
import type { Workbook } from './workbook.js';

const TRUTHS: Readonly<Record<string, string>> = { '0': 'FALSE', '1': 'TRUE' };

/** Place of a cell by its reference: `C12` is 2. */
const columnOf = (reference: string): number => {
  let place = 0;
  for (const letter of /^[A-Z]{1,3}/.exec(reference)?.[0] ?? '') place = place * 26 + letter.charCodeAt(0) - 64;
  return place - 1;
};

const numberOf = (raw: string, style: string | undefined, { formats, from1904 }: Workbook): string => {
  const format = formats[Number(style ?? 0)] ?? 'NUMBER';
  if (format === 'DATE') return dateOfSerial(raw, from1904) ?? raw;
  return format === 'PERCENT' ? percentText(raw) : shownNumber(raw);
};

const textOf = (type: string | undefined, style: string | undefined, raw: string, book: Workbook): string => {
  if (raw === '') return '';
  if (type === 's') return book.strings[Number(raw)] ?? '';
  if (type === 'b') return TRUTHS[raw] ?? raw;
  if (type === 'd') return raw.slice(0, 10);
  return type === undefined || type === 'n' ? numberOf(raw, style, book) : raw;
};

class SheetListener implements Listener {
  #rows: RawLine[] = [];
  #line = 0;
  #taken = 0;
  #cells: string[] = [];
  #at = -1;
  #type: string | undefined;
  #style: string | undefined;
  #raw = '';
  #inside = false;
  #phonetic = false;

  constructor(readonly book: Workbook) {}

  open(name: string, { r, t, s }: Readonly<Record<string, string>>): void {
    if (name === 'row') {
      this.#line = r === undefined ? this.#line + 1 : Number(r);
      this.#cells = [];
      this.#at = -1;
    } else if (name === 'c') {
      this.#at = r === undefined ? this.#at + 1 : columnOf(r);
      this.#type = t;
      this.#style = s;
      this.#raw = '';
      if (this.#at >= LIMITS.columns) unreadable('TABLE_TOO_WIDE', { max: String(LIMITS.columns) }, this.#line);
    }
    if (name === 'rPh') this.#phonetic = true;
    this.#inside = name === 'v' || (name === 't' && !this.#phonetic);
  }

  text(part: string): void {
    if (this.#inside && this.#raw.length <= LIMITS.cell) this.#raw += part;
  }

  close(name: string): void {
    if (name === 'v' || name === 't') this.#inside = false;
    if (name === 'rPh') this.#phonetic = false;
    if (name === 'c' && this.#at >= 0) {
      while (this.#cells.length < this.#at) this.#cells.push('');
      this.#cells[this.#at] = textOf(this.#type, this.#style, this.#raw, this.book);
    }
    if (name === 'row' && this.#cells.some((cell) => cell.trim() !== ''))
      this.#rows.push(within({ line: this.#line, cells: this.#cells }, ++this.#taken));
  }

  take = (): readonly RawLine[] => {
    const taken = this.#rows;
    this.#rows = [];
    return taken;
  };
}

/** The lines of a sheet that say something, with their numbers. @throws Unreadable when a limit is passed */
export const sheetRows = (bytes: Readable, book: Workbook): AsyncGenerator<RawLine> => {
  const listener = new SheetListener(book);
  return gathered(bytes, listener, listener.take);
};
