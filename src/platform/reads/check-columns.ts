import { type GraphQLField, getNamedType, isEnumType, isNonNullType } from 'graphql';
import type { Relation } from './catalogue.js';
import { columnsOf, isColumn } from './expressions.js';
import type { Source } from './registry.js';
import type { ConnectionField, Form, LeafField, SqlType } from './shapes.js';

const TYPES: Readonly<Record<SqlType, string>> = {
  uuid: 'uuid',
  text: 'text',
  int: 'integer',
  bigint: 'bigint',
  numeric: 'numeric',
  date: 'date',
  timestamptz: 'timestamp with time zone',
  boolean: 'boolean',
};
const FORMS: Readonly<Record<Form, readonly string[]>> = {
  id: ['uuid'],
  text: ['text'],
  word: ['text'],
  int: ['integer', 'smallint'],
  bool: ['boolean'],
  decimal: ['numeric'],
  date: ['date'],
  instant: ['timestamp with time zone'],
  json: [],
};

/** Columns that an expression names and the table lacks. */
export const absentFaults = (where: string, relation: Relation, expr: string): string[] =>
  columnsOf(expr)
    .filter((column) => !relation.columns.has(column))
    .map((column) => `${where} reads ${column}, which its table does not have.`);

export const leafFaults = (
  where: string,
  relation: Relation,
  leaf: LeafField,
  def: GraphQLField<unknown, unknown> | undefined,
): string[] => {
  const column = isColumn(leaf.expr) ? relation.columns.get(leaf.expr) : undefined;
  const type = getNamedType(def?.type);
  const renamed =
    isEnumType(type) && leaf.form === 'json'
      ? type
          .getValues()
          .filter((value) => value.value !== value.name)
          .map((value) => value.name)
      : [];
  const forms = FORMS[leaf.form];
  return [
    ...absentFaults(where, relation, leaf.expr),
    ...renamed.map((name) => `${where} prints a list of enum values as it is stored, but ${name} has another value behind it.`),
    ...(column && forms.length > 0 && !forms.includes(column.type)
      ? [`${where} is declared ${leaf.form}, but ${leaf.expr} is ${column.type}.`]
      : []),
    ...(column && !relation.view && leaf.form === 'word' && !column.checked
      ? [`${where} is a word, but no CHECK says what ${leaf.expr} may hold.`]
      : []),
    ...(column && !relation.view && def && isNonNullType(def.type) && !column.notNull
      ? [`${where} is never null in the schema, but ${leaf.expr} may be.`]
      : []),
  ];
};

/** Columns that orders and filters compare must have the type that is told to the database. */
export const typeFaults = (source: Source, relation: Relation): string[] =>
  [...source.columns].flatMap(([name, type]) => {
    const column = relation.columns.get(name);
    return column && column.type !== TYPES[type] && !(type === 'int' && column.type === 'smallint')
      ? [`${source.name} takes ${name} for ${TYPES[type]}, but it is ${column.type}.`]
      : [];
  });

export const filterFaults = (where: string, relation: Relation, source: Source, field: ConnectionField): string[] =>
  Object.entries(field.filters).flatMap(([name, filter]) => [
    ...absentFaults(`${where}, filter ${name},`, relation, filter.expr),
    ...(filter.type === undefined &&
    filter.op !== 'flag' &&
    filter.op !== 'contains' &&
    !(isColumn(filter.expr) && source.columns.has(filter.expr))
      ? [`${where}, filter ${name}, must say the type of its value.`]
      : []),
  ]);

/** Filters that row-level security keeps from every index, because what they compare with is not leakproof: `Type.field(filter.name)`. */
export const unindexable = (where: string, source: Source, field: ConnectionField): string[] =>
  Object.entries(field.filters)
    .filter(([, filter]) => {
      const type = filter.type ?? (isColumn(filter.expr) ? source.columns.get(filter.expr) : undefined);
      return ['contains', 'flag', 'matches'].includes(filter.op) || !isColumn(filter.expr) || type === 'numeric';
    })
    .map(([name]) => `${where}(filter.${name})`);
