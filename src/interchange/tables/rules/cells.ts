import type { Delimiter } from './delimiter.js';
import type { CellKind, Column } from './layout.js';

/** How numbers are written in the file. */
export interface Writing {
  /** Where values are separated by semicolons a comma may be the decimal point: it is then no thousands separator either. */
  readonly delimiter?: Delimiter;
}

const DAY = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?)?$/;
const PACKED_DAY = /^(\d{4})(\d{2})(\d{2})$/;

const dateText = (text: string): string => {
  const parts = DAY.exec(text) ?? PACKED_DAY.exec(text);
  return parts ? `${parts[1]}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}` : text;
};

const GROUPED = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** Plain digits: without thousands separators, currency signs and zeros in front. What is no number stays as it is and is refused later. */
const numberText = (text: string, { delimiter }: Writing): string => {
  const bare = text.replace(/^[¥￥+]\s*/u, '');
  const plainDigits = delimiter !== 'SEMICOLON' && GROUPED.test(bare) ? bare.replaceAll(',', '') : bare;
  if (!/^-?\d*\.?\d+$|^-?\d+\.$/.test(plainDigits)) return text;
  return plainDigits
    .replace(/\.$/, '')
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/^(-?)\./, '$10.');
};

// Codes of UN/ECE recommendation 20 by the words that people write.
// biome-ignore format: a table of words is read by its rows
const UNITS: Readonly<Record<string, string>> = {
  个: 'C62', 只: 'C62', 台: 'C62', 件: 'H87', 套: 'SET', 双: 'PR', 打: 'DZN', 百个: 'CEN', 千个: 'MIL',
  吨: 'TNE', 千克: 'KGM', 公斤: 'KGM', 克: 'GRM', 米: 'MTR', 厘米: 'CMT', 毫米: 'MMT', 千米: 'KMT', 公里: 'KMT',
  平方米: 'MTK', 立方米: 'MTQ', 升: 'LTR', 毫升: 'MLT', 千瓦时: 'KWH', 度: 'KWH', 小时: 'HUR', 天: 'DAY', 月: 'MON',
  kg: 'KGM', g: 'GRM', t: 'TNE', m: 'MTR', cm: 'CMT', mm: 'MMT', km: 'KMT', 'm²': 'MTK', m2: 'MTK', 'm³': 'MTQ', m3: 'MTQ',
  l: 'LTR', ml: 'MLT', pcs: 'C62', pc: 'C62', kwh: 'KWH',
};

const CODE = /^[0-9A-Za-z]+$/;

/** A word in brackets after the code explains it: `C62 (个)`. */
const unitText = (text: string): string => {
  const word = text.replace(/\s*[(（].*[)）]$/, '').trim();
  return UNITS[word] ?? UNITS[word.toLowerCase()] ?? (CODE.test(word) ? word.toUpperCase() : word);
};

// What an export puts before a text that a spreadsheet would take for a formula.
const GUARDED = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

const ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA', '#SPILL!', '#CALC!']);

/** What a spreadsheet writes where a formula could not be worked out. */
export const isCellError = (text: string): boolean => ERRORS.has(text.trim());

const folded = (text: string): string => text.normalize('NFKC').trim();

const READ: Readonly<Record<CellKind, (text: string, column: Column, writing: Writing) => string>> = {
  TEXT: (text) => text.replace(GUARDED, '').trim(),
  PARTY: (text) => folded(text.replace(GUARDED, '')),
  CODE: (text, { codes = {} }) =>
    codes[folded(text).toUpperCase()] ??
    folded(text)
      .toUpperCase()
      .replaceAll(/[\s-]+/g, '_'),
  NUMBER: (text, _column, writing) => numberText(folded(text), writing),
  PERCENT: (text, _column, writing) => numberText(folded(text).replace(/\s*%$/, ''), writing),
  DATE: (text) => dateText(folded(text)),
  UNIT: (text) => unitText(text.trim()),
};

/** The value of a cell in the spelling that commands take; undefined where the cell is empty. What cannot be understood stays as written. */
export const cellValue = (text: string | undefined, column: Column, writing: Writing): string | undefined => {
  const value = text === undefined || text.trim() === '' ? '' : READ[column.kind](text, column, writing);
  return value === '' ? undefined : value;
};

const USCC = /^[0-9A-Z]{18}$/;

/** An organisation as commands take it: an id, a unified social credit code, or `scheme:value`. */
export const partyOf = (text: string): object => {
  if (/^org_[0-9a-f]{32}$/.test(text)) return { id: text };
  const at = text.indexOf(':');
  if (at > 0) return { identifier: { scheme: text.slice(0, at).trim(), value: text.slice(at + 1).trim() } };
  const upper = text.toUpperCase();
  return { uscc: USCC.test(upper) ? upper : text };
};
