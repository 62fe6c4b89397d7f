import type { Expr, Form, LeafField } from './shapes.js';
import { literal, type Piece, quoted, sql } from './sql-text.js';

/** What the braces of an expression stand for. */
export interface ExprScope {
  /** Alias of the row. */
  readonly self?: string;
  /** Alias of the row that the relation starts from. */
  readonly parent?: string;
  readonly org: () => string;
  readonly actor: () => string;
  readonly value?: () => string;
}

const COLUMN = /^[a-z_][a-z0-9_]*$/;
export const isColumn = (expr: Expr): boolean => COLUMN.test(expr);

/** Columns of the own row that an expression names. */
export const columnsOf = (expr: Expr): string[] =>
  isColumn(expr) ? [expr] : [...expr.matchAll(/\{([a-z_][a-z0-9_]*)\}/g)].map((match) => match[1] ?? '');

const present = (part: string | undefined, expr: Expr): string => {
  if (part === undefined) throw new Error(`The expression "${expr}" names something that does not exist where it stands.`);
  return part;
};

/** The SQL of an expression. */
export const render = (expr: Expr, scope: ExprScope): string => {
  if (isColumn(expr)) return `${present(scope.self, expr)}.${expr}`;
  const inner = expr.replace(/\{(@org|@actor|@value|\^?[a-z_][a-z0-9_]*)\}/g, (_, name: string) => {
    if (name === '@org') return scope.org();
    if (name === '@actor') return scope.actor();
    if (name === '@value') return present(scope.value?.(), expr);
    return name.startsWith('^') ? `${present(scope.parent, expr)}.${name.slice(1)}` : `${present(scope.self, expr)}.${name}`;
  });
  return `(${inner})`;
};

const utc = (value: string, picture: string): string => `to_char(${value} at time zone 'UTC',${quoted(picture)})`;
export const isoInstant = (value: string): string => `${utc(value, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')}`;
export const compactInstant = (value: string): string => utc(value, 'YYYYMMDDHH24MISSUS');
export const uuidHex = (value: string): string => `encode(uuid_send(${value}),'hex')`;

const bare: Readonly<Record<Form, (value: string, leaf: LeafField) => readonly Piece[]>> = {
  id: (value, leaf) => [literal(`"${leaf.prefix}_`), sql(uuidHex(value)), literal('"')],
  text: (value) => [sql(`to_json(${value}::text)::text`)],
  word: (value) => [literal('"'), sql(`${value}::text`), literal('"')],
  int: (value) => [sql(`${value}::text`)],
  bool: (value) => [sql(`${value}::text`)],
  decimal: (value) => [literal('"'), sql(`${value}::text`), literal('"')],
  date: (value) => [literal('"'), sql(`${value}::text`), literal('"')],
  instant: (value) => [literal('"'), sql(isoInstant(value)), literal('"')],
  json: (value) => [sql(`to_json(${value})::text`)],
};

/** The JSON text of a leaf, NULL where the value is. */
export const leafText = (leaf: LeafField, scope: ExprScope): readonly Piece[] => bare[leaf.form](render(leaf.expr, scope), leaf);

const valued: Readonly<Record<Form, (value: string, leaf: LeafField) => string>> = {
  id: (value, leaf) => `${quoted(`${leaf.prefix}_`)}||${uuidHex(value)}`,
  text: (value) => `${value}::text`,
  word: (value) => `${value}::text`,
  int: (value) => value,
  bool: (value) => value,
  decimal: (value) => `${value}::text`,
  date: (value) => `${value}::text`,
  instant: (value) => isoInstant(value),
  json: (value) => `to_json(${value})`,
};

/** The value of a leaf or expression as an argument of json_build_array. */
export const needValue = (need: Expr | LeafField, scope: ExprScope): string =>
  typeof need === 'string' ? `${render(need, scope)}::text` : valued[need.form](render(need.expr, scope), need);
