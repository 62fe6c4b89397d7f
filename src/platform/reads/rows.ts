import { type FieldNode, getNamedType, type GraphQLField, type GraphQLObjectType, isObjectType } from 'graphql';
import type { Emission } from './emission.js';
import { render } from './expressions.js';
import type { Source } from './registry.js';
import type { Expr, Join, OrderKeys } from './shapes.js';
import { joined, literal, type Piece } from './sql-text.js';

/** Where a field is written: its object type, definition and selection, and the row that it belongs to. */
export interface At {
  readonly object: GraphQLObjectType;
  readonly def: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  /** Alias of the row; undefined at the root. */
  readonly row?: string;
}

/** Key under which the soft form of an object says its type. No alias can be spelled so. */
export const TYPE_KEY = '$';

export const coordinateOf = ({ object, def }: At): string => `${object.name}.${def.name}`;

export const objectType = (out: Emission, name: string): GraphQLObjectType => {
  const type = out.settings.registry.schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is not an object type of the schema.`);
  return type;
};

/** One key of an object after another, each written by `write`. */
export const emitKeys = (
  out: Emission,
  object: GraphQLObjectType,
  selected: ReadonlyMap<string, readonly FieldNode[]>,
  write: (at: Omit<At, 'row'>) => readonly Piece[],
): Piece[] => {
  const keys = [...selected].map(([key, nodes]) => {
    const name = nodes[0]?.name.value ?? '';
    out.spend();
    if (name === '__typename') return [literal(`"${key}":"${object.name}"`)];
    const def = object.getFields()[name];
    if (!def) throw new Error(`${object.name}.${name} is not in the schema.`);
    return [literal(`"${key}":`), ...write({ object, def, nodes })];
  });
  const tag = out.soft ? [[literal(`"${TYPE_KEY}":"${object.name}"`)]] : [];
  return joined('{', '}', [...tag, ...keys]);
};

/** Conditions under which rows of the source belong to the relation. */
export const tied = (
  out: Emission,
  source: Source,
  relation: { readonly on?: Join; readonly where?: Expr },
  row: string,
  parent?: string,
): string[] => [
  ...Object.entries(relation.on ?? {}).map(([child, own]) => `${row}.${child} = ${parent}.${own}`),
  ...[...source.where, ...(relation.where === undefined ? [] : [relation.where])].map((expr) => render(expr, out.scope(row, parent))),
];

export const fromWhere = (source: Source, row: string, conditions: readonly string[]): string =>
  `from ${source.table} ${row}${conditions.length > 0 ? ` where ${conditions.join(' and ')}` : ''}`;

/** An order's columns as SQL; text is compared by its bytes, so that every locale pages alike. */
export const orderBy = (source: Source, keys: OrderKeys, row: string): string =>
  keys
    .map((key) => {
      const column = key.replace(/^-/, '');
      return `${row}.${column}${source.columns.get(column) === 'text' ? ' collate "C"' : ''}${key.startsWith('-') ? ' desc' : ''}`;
    })
    .join(',');

/** The sources whose objects `type` can stand for and that are found by id. */
export const nodeSources = (out: Emission, at: At): Source[] => {
  const type = getNamedType(at.def.type);
  const { registry } = out.settings;
  return [...registry.byPrefix.values()].filter((source) =>
    source.possible.some(
      ({ object }) => object === type.name || registry.schema.getPossibleTypes(type as never).some((possible) => possible.name === object),
    ),
  );
};
