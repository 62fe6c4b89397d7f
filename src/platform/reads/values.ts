import { isCalendarDate } from '../../kernel/date.js';
import { parseId } from '../../kernel/ids.js';
import { arrayLiteral } from '../database/wire.js';
import { badInput } from './failure.js';
import type { SqlType } from './shapes.js';

const LONE_SURROGATE = /[\uD800-\uDFFF]/u;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;
const NUMBER = /^[+-]?\d{1,60}(\.\d{1,60})?$/;
const INTEGER = /^[+-]?\d{1,18}$/;

const fits: Readonly<Record<SqlType, (text: string) => boolean>> = {
  text: () => true,
  uuid: (text) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text),
  int: (text) => INTEGER.test(text) && Math.abs(Number(text)) < 2 ** 31,
  bigint: (text) => INTEGER.test(text),
  numeric: (text) => NUMBER.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  date: isCalendarDate,
  timestamptz: (text) => isCalendarDate(INSTANT.exec(text)?.[1] ?? ''),
};

/**
 * The text under which a value goes to the database.
 * @throws Refused naming the argument when the value cannot be of that type
 */
export const textOf = (value: unknown, type: SqlType, argument: string): string => {
  const text = value instanceof Date ? value.toISOString() : String(value);
  if (text.includes('\0') || LONE_SURROGATE.test(text)) throw badInput(`${argument} holds a character that no text may hold.`, argument);
  if (!fits[type](text)) throw badInput(`${argument} is not a valid ${type === 'timestamptz' ? 'moment' : type}.`, argument);
  return text;
};

/** The uuid behind a public id, or null, which equals nothing. */
export const uuidOf = (value: unknown, prefix: string): string | null => parseId(prefix, String(value)) ?? null;

/** A list of values as array literal; public ids of another kind are left out. */
export const listOf = (value: unknown, type: SqlType, argument: string, prefix?: string): string => {
  const items: unknown[] = Array.isArray(value) ? value : [value];
  return arrayLiteral(
    items.flatMap((item) => {
      if (item === null || item === undefined) return [];
      if (prefix === undefined) return [textOf(item, type, argument)];
      return uuidOf(item, prefix) ?? [];
    }),
  );
};
