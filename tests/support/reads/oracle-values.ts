import { getNamedType, GraphQLError, type GraphQLField, type GraphQLSchema, isEnumType } from 'graphql';
import type { Expr, Filter, LeafField } from '../../../src/platform/reads/shapes.js';
import type { Asker, Row, Rows } from './rows.js';

// How the naive reader has single values: leaves, keys of orders and cursors, and whether a row fits a filter.

export type Values = Readonly<Record<string, unknown>>;
/** A value behind GraphQL: a row, something computed, or a resolver of parts. */
export type Thing = unknown;

export interface Hub {
  readonly schema: GraphQLSchema;
  readonly rows: Rows;
  readonly asker: Asker;
  readonly cursorKey: string;
}

export const bad = (message: string) => new GraphQLError(message);
export const ID = /^([a-z]+)_([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/;
export const uuidOf = (id: unknown, prefix?: string): string | null => {
  const parts = ID.exec(String(id));
  return parts && (prefix === undefined || parts[1] === prefix) ? parts.slice(2).join('-') : null;
};
export const asCondition = (expr: Expr): Expr => (/^[a-z_][a-z0-9_]*$/.test(expr) ? `{${expr}}` : expr);
export const unfit = (text: string) => text.includes('\0') || /[\uD800-\uDFFF]/u.test(text);
export const microseconds = 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"';

export async function leaf({ rows }: Hub, { form, expr, prefix }: LeafField, row: Row | undefined): Promise<Thing> {
  const casts: Readonly<Record<string, string>> = { instant: ` at time zone 'UTC'`, json: 'json' };
  const text = row
    ? await rows.text(
        row,
        form === 'instant' ? `to_char(${asCondition(expr)}${casts.instant}, '${microseconds}')` : expr,
        casts[form] === 'json' ? 'json' : '::text',
      )
    : await rows.free(expr);
  if (text === null) return null;
  switch (form) {
    case 'id':
      return `${prefix}_${text.replaceAll('-', '')}`;
    case 'int':
      return Number(text);
    case 'bool':
      return text === 'true';
    case 'json':
      return JSON.parse(text);
    default:
      return text;
  }
}

/** Sorts by bytes of text, by value of numbers; dates and moments as they are written. */
export async function sorted({ rows }: Hub, list: readonly Row[], order: readonly string[]): Promise<Row[]> {
  const keyed = await Promise.all(
    list.map(async (row) => ({ row, keys: await Promise.all(order.map((key) => sortKey(rows, row, key.replace(/^-/, '')))) })),
  );
  const compare = (a: readonly (string | number)[], b: readonly (string | number)[]): number => {
    for (const [index, key] of order.entries()) {
      const [x, y] = [a[index] ?? '', b[index] ?? ''];
      const sign = typeof x === 'number' ? x - Number(y) : Buffer.compare(Buffer.from(x), Buffer.from(String(y)));
      if (sign !== 0) return key.startsWith('-') ? -sign : sign;
    }
    return 0;
  };
  return keyed.sort((a, b) => compare(a.keys, b.keys)).map(({ row }) => row);
}

export const sortKey = async (rows: Rows, row: Row, column: string): Promise<string | number> => {
  const type = await rows.text(row, `pg_typeof({${column}})`);
  if (type === 'timestamp with time zone')
    return (await rows.text(row, `to_char({${column}} at time zone 'UTC', '${microseconds}')`)) ?? '';
  const text = (await rows.text(row, column)) ?? '';
  return type === 'integer' || type === 'bigint' || type === 'numeric' ? Number(text) : text;
};

export const enumName = (def: GraphQLField<unknown, unknown>, name: string, given: unknown): string | undefined => {
  const type = getNamedType(def.args.find((arg) => arg.name === name)?.type);
  return given === null || given === undefined || !isEnumType(type) ? undefined : (type.serialize(given) ?? undefined);
};

export async function fits({ rows }: Hub, filter: Filter, row: Row, asked: unknown): Promise<boolean> {
  const texts = (given: unknown): string[] =>
    [given].flat().map((one) => {
      const text = String(one);
      if (filter.prefix === undefined && unfit(text)) throw bad('a character that no text may hold');
      return filter.prefix === undefined ? text : (uuidOf(text, filter.prefix) ?? '');
    });
  const is = async (condition: string, text: string) =>
    (await rows.find(row.type, [`{id} = '${row.id}' and coalesce(${condition}, false)`], { value: text })).length > 0;
  const typed = async (operator: string, given: unknown) =>
    is(
      `${asCondition(filter.expr)} ${operator} $1::${await rows.text(row, `pg_typeof(${asCondition(filter.expr)})`)}`,
      texts(given)[0] ?? '',
    );
  const range = asked as Readonly<Record<string, unknown>>;
  switch (filter.op) {
    case 'flag':
      return (await rows.text(row, `coalesce(${asCondition(filter.expr)}, false)`)) === String(asked);
    case 'equals':
      return texts(asked).includes((await rows.text(row, filter.expr)) ?? '\0');
    case 'in':
      return texts(asked).includes((await rows.text(row, filter.expr)) ?? '\0');
    case 'contains':
      return ((await rows.text(row, filter.expr)) ?? '\0').toLowerCase().includes((texts(asked)[0] ?? '').toLowerCase());
    case 'before':
      return typed('<', asked);
    case 'after':
      return typed('>', asked);
    case 'matches':
      return is(filter.expr.replace('{@value}', `$1::${filter.type}`), texts(asked)[0] ?? '');
    case 'between':
      return (
        (range.from === undefined || range.from === null || (await typed('>=', range.from))) &&
        (range.to === undefined || range.to === null || (await typed('<=', range.to)))
      );
  }
}

export const canonical = (given: unknown): string =>
  JSON.stringify(given, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, v]) => v !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );

/** Values that are refused are refused even where there is nothing to compare them with. */
export const check = async (rows: Rows, type: string, filter: Filter, asked: unknown): Promise<void> => {
  if (filter.prefix !== undefined || filter.op === 'flag') return;
  const texts = filter.op === 'between' ? Object.values(asked as Values).filter((one) => one !== null) : [asked].flat();
  const sqlType = filter.type ?? (await rows.typeOf(type, filter.expr));
  for (const text of texts.map(String)) {
    if (unfit(text)) throw bad('a character that no text may hold');
    await rows.mustBe(sqlType, text);
  }
};

export const cursorKey = async (rows: Rows, row: Row, column: string): Promise<string> => {
  const type = await rows.text(row, `pg_typeof({${column}})`);
  if (type === 'timestamp with time zone')
    return (await rows.text(row, `to_char({${column}} at time zone 'UTC', 'YYYYMMDDHH24MISSUS')`)) ?? '';
  const text = (await rows.text(row, column)) ?? '';
  if (type === 'text') return Buffer.from(text).toString('hex');
  return type === 'uuid' || type === 'date' ? text.replaceAll('-', '') : text;
};
