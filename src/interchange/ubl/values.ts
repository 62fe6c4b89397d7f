import { isCalendarDate } from '../../kernel/date.js';
import type { Amount, Code, EmbeddedFile, Identifier, Quantity, Wording } from '../rules/document/index.js';
import type { Scalar, Table } from './table.js';

const written = (type: string, holds: (text: string) => boolean): Scalar<string> => ({
  type,
  read: (raw) => (holds(raw.trim()) ? raw.trim() : undefined),
  write: (value) => value,
});

const ZONE = /(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?$/;
const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]+)?(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])?$/;
const DECIMAL = /^[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)$/;
const FLAGS: Readonly<Record<string, boolean>> = { true: true, '1': true, false: false, '0': false };

/** Text is given back to the last blank: telephone numbers and base64 come with blanks of their own. */
export const text: Scalar<string> = { type: 'text', read: (raw) => (raw.trim() === '' ? undefined : raw), write: (value) => value };
export const date = written('date', (value) => isCalendarDate(value.replace(ZONE, '')));
export const time = written('time', (value) => TIME.test(value));
export const decimal = written('decimal', (value) => value.length <= 60 && DECIMAL.test(value));
export const flag: Scalar<boolean> = { type: 'true or false', read: (raw) => FLAGS[raw.trim()], write: String };

export const identifier: Table<Identifier> = [
  ['.', 'value', text],
  ['@schemeID', 'scheme', text],
  ['@schemeAgencyID', 'agency', text],
  ['@schemeVersionID', 'schemeVersion', text],
  ['@schemeDataURI', 'schemeUri', text],
];

export const code: Table<Code> = [
  ['.', 'value', text],
  ['@listID', 'list', text],
  ['@listVersionID', 'listVersion', text],
  ['@listAgencyID', 'listAgency', text],
  ['@listName', 'listName', text],
  ['@name', 'name', text],
];

export const wording: Table<Wording> = [
  ['.', 'value', text],
  ['@languageID', 'language', text],
];

export const amount: Table<Amount> = [
  ['.', 'value', decimal],
  ['@currencyID', 'currency', text],
];

export const quantity: Table<Quantity> = [
  ['.', 'value', decimal],
  ['@unitCode', 'unit', text],
  ['@unitCodeListID', 'unitList', text],
];

export const embeddedFile: Table<EmbeddedFile> = [
  ['.', 'value', text],
  ['@mimeCode', 'mediaType', text],
  ['@filename', 'fileName', text],
];
