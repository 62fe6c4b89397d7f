import { createHmac, timingSafeEqual } from 'node:crypto';
import { compactInstant, uuidHex } from './expressions.js';
import { badInput } from './failure.js';
import type { SqlType } from './shapes.js';
import { quoted } from './sql-text.js';

/** What a cursor belongs to. It is refused under any other. */
export interface CursorPlace {
  /** `Type.field` of the list. */
  readonly list: string;
  readonly order: string;
  /** Filter and party, as canonical text. */
  readonly filter: string;
  readonly org: string;
}

/** Keys that sign and verify cursors: the first signs, all verify. */
export class CursorSeal {
  constructor(readonly keys: readonly (string | Uint8Array)[]) {
    if (keys.length === 0) throw new Error('Cursors need a key.');
  }

  /** The key of one list under one order and filter: all that the database is told. */
  secret(place: CursorPlace, key = this.keys[0] as string | Uint8Array): string {
    return createHmac('sha256', key)
      .update(JSON.stringify([place.list, place.order, place.filter, place.org]))
      .digest('hex');
  }

  /**
   * The values of the order's columns at which the cursor stands, as text for the database.
   * @throws Refused when the cursor was not made by this list under this order and filter
   */
  open(cursor: string, place: CursorPlace, types: readonly SqlType[], argument: string): string[] {
    const cut = cursor.lastIndexOf('~');
    const keys = cursor.slice(0, Math.max(cut, 0));
    const parts = keys.split('~');
    const genuine = CURSOR.test(cursor) && this.keys.some((key) => same(cursor.slice(cut + 1), this.#seal(keys, this.secret(place, key))));
    if (!genuine || parts.length !== types.length) {
      throw badInput(`${argument} is not a cursor of this list under this order and filter.`, argument);
    }
    return parts.map((part, index) => decode[types[index] as SqlType](part));
  }

  #seal(keys: string, secret: string): string {
    return createHmac('sha256', secret).update(keys).digest('hex').slice(0, SEAL);
  }
}

const SEAL = 32;
const CURSOR = /^[0-9a-z.~-]{33,2000}$/;

const same = (given: string, right: string): boolean =>
  given.length === right.length && timingSafeEqual(Buffer.from(given), Buffer.from(right));

const hexText = (part: string): string => Buffer.from(part, 'hex').toString('utf8');
const as = (part: string): string => part;

const decode: Readonly<Record<SqlType, (part: string) => string>> = {
  uuid: (part) => part.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
  text: hexText,
  int: as,
  bigint: as,
  numeric: as,
  boolean: as,
  date: (part) => part.replace(/^(.{4})(..)(..)$/, '$1-$2-$3'),
  timestamptz: (part) => part.replace(/^(.{4})(..)(..)(..)(..)(..)(.{6})$/, '$1-$2-$3T$4:$5:$6.$7Z'),
};

const encode: Readonly<Record<SqlType, (value: string) => string>> = {
  uuid: uuidHex,
  text: (value) => `encode(convert_to(${value},'UTF8'),'hex')`,
  int: (value) => `${value}::text`,
  bigint: (value) => `${value}::text`,
  numeric: (value) => `${value}::text`,
  boolean: (value) => `${value}::text`,
  date: (value) => `to_char(${value},'YYYYMMDD')`,
  timestamptz: compactInstant,
};

/**
 * The cursor of a row as text expression: its keys, and a seal over them. The seal is the HMAC of the keys, spelled with the
 * hash that every PostgreSQL has; `inner` and `outer` are the padded secret.
 */
export const cursorSql = (values: readonly { readonly sql: string; readonly type: SqlType }[], inner: string, outer: string): string => {
  const keys = values.map((value) => encode[value.type](value.sql)).join(`||${quoted('~')}||`);
  const digest = `sha256(${outer}||sha256(${inner}||convert_to(${keys},'UTF8')))`;
  return `${keys}||${quoted('~')}||substr(encode(${digest},'hex'),1,${SEAL})`;
};

/** The two padded forms of a secret with which HMAC-SHA256 begins, as the database reads bytes. */
export const padded = (secret: string, byte: 0x36 | 0x5c): string =>
  `\\x${Buffer.from(Buffer.from(secret).map((value) => value ^ byte)).toString('hex')}`;
