import { type GraphQLField, getNamedType, isEnumType, isInputObjectType, isNonNullType } from 'graphql';
import type { Relation } from './catalogue.js';
import { isColumn } from './expressions.js';
import type { Source } from './registry.js';
import type { ConnectionField, Join, ManyField, NewestField, OneField, OrderKeys, RowsNeed } from './shapes.js';

type Def = GraphQLField<unknown, unknown>;

const bare = (key: string): string => key.replace(/^-/, '');
const difference = (a: Iterable<string>, b: Iterable<string>): string[] => {
  const known = new Set(b);
  return [...a].filter((one) => !known.has(one));
};

const isUnique = (relation: Relation, columns: readonly string[]): boolean =>
  relation.indexes.some((index) => index.unique && !index.partial && index.columns.every((column) => columns.includes(column)));

/** An index gives these columns in this order: a scan of it needs no sort. */
const serves = (relation: Relation, columns: readonly string[]): boolean =>
  relation.indexes.some(
    (index) =>
      !index.partial &&
      columns.every(
        (column, at) =>
          index.columns[at] === column && (relation.columns.get(column)?.type !== 'text' || at === 0 || index.byBytes.has(column)),
      ),
  );

/** An index begins with one of these columns, so that the rows of one parent are found without reading the others'. */
const narrows = (relation: Relation, columns: readonly string[]): boolean =>
  relation.indexes.some((index) => !index.partial && columns.includes(index.columns[0] ?? ''));

/** An order is one only if it ends in a unique key; a list that is paged must also not meet nulls or turn round. */
const orderFaults = (where: string, relation: Relation, keys: OrderKeys, tie: readonly string[]): string[] => {
  const columns = keys.map(bare);
  const missing = columns
    .filter((column) => !relation.columns.has(column))
    .map((column) => `${where} is ordered by ${column}, which its table does not have.`);
  return missing.length > 0 || isUnique(relation, [...tie, ...columns]) ? missing : [`${where} does not end in a unique key.`];
};

const pagedFaults = (where: string, relation: Relation, keys: OrderKeys): string[] => [
  ...(new Set(keys.map((key) => key.startsWith('-'))).size > 1 ? [`${where} runs up and down at once; a cursor cannot follow it.`] : []),
  ...keys
    .map(bare)
    .filter((column) => relation.columns.get(column)?.notNull === false)
    .map((column) => `${where} is ordered by ${column}, which may be null.`),
];

export const joinFaults = (where: string, relation: Relation, on: Join, parent: Relation): string[] => [
  ...Object.keys(on)
    .filter((column) => !relation.columns.has(column))
    .map((column) => `${where} is tied by ${column}, which its table does not have.`),
  ...Object.values(on)
    .filter((column) => !parent.columns.has(column))
    .map((column) => `${where} is tied to ${column}, which the table that it starts from does not have.`),
];

/** Faults of a relation to one row or to a plain list of them. */
export const relationFaults = (where: string, relation: Relation, field: OneField | ManyField | NewestField | RowsNeed): string[] => {
  if (relation.view) return [];
  const tie = Object.keys(field.on);
  if (field.kind === 'one')
    return field.where !== undefined || isUnique(relation, tie) ? [] : [`${where} may find several rows: its key is not unique.`];
  return [
    ...orderFaults(where, relation, field.order, tie),
    ...(narrows(relation, tie) ? [] : [`${where} has no index that begins with ${tie.join(' or ')}.`]),
  ];
};

const argumentType = (def: Def, name: string) => getNamedType(def.args.find((arg) => arg.name === name)?.type);
const enumNames = (def: Def, name: string): readonly string[] | undefined => {
  const type = argumentType(def, name);
  return isEnumType(type) ? type.getValues().map((value) => value.name) : undefined;
};

/** Whether the arguments of the schema are those of the declaration. */
const argumentFaults = (where: string, def: Def, field: ConnectionField): string[] => {
  const filter = argumentType(def, 'filter');
  const filterNames = isInputObjectType(filter) ? Object.keys(filter.getFields()) : [];
  const orders = enumNames(def, 'orderBy') ?? Object.keys(field.orders).slice(0, 1);
  const parties = enumNames(def, 'as') ?? [];
  const as = def.args.find((arg) => arg.name === 'as');
  return [
    ...difference(filterNames, Object.keys(field.filters)).map((name) => `${where} has the filter ${name} in the schema only.`),
    ...difference(Object.keys(field.filters), filterNames).map((name) => `${where} has the filter ${name} in its declaration only.`),
    ...difference(orders, Object.keys(field.orders)).map((name) => `${where} has the order ${name} in the schema only.`),
    ...difference(Object.keys(field.orders), orders).map((name) => `${where} has the order ${name} in its declaration only.`),
    ...difference(parties, Object.keys(field.party ?? {})).map((name) => `${where} has the party ${name} in the schema only.`),
    ...difference(Object.keys(field.party ?? {}), parties).map((name) => `${where} has the party ${name} in its declaration only.`),
    ...(field.party && (!as || !isNonNullType(as.type)) ? [`${where} must require its argument as.`] : []),
    ...difference(
      def.args.map((arg) => arg.name),
      ['first', 'after', 'filter', 'orderBy', 'as'],
    ).map((name) => `${where} has an argument ${name} that no list knows.`),
  ];
};

/** The columns after which a list must have an index for each of its orders; a condition in place of a column is not judged. */
const leads = (field: ConnectionField): readonly (readonly string[])[] => {
  const parties = field.party ? Object.values(field.party) : field.mine === undefined ? [] : [field.mine];
  return field.everyone ? [[]] : parties.filter(isColumn).map((party) => [party]);
};

export const connectionFaults = (where: string, relation: Relation, source: Source, def: Def, field: ConnectionField): string[] => {
  const scopes = [field.on, field.party, field.mine, field.everyone].filter((scope) => scope !== undefined).length;
  const orders = Object.entries(field.orders).flatMap(([name, keys]) => {
    const at = `${where}, order ${name}`;
    if (relation.view) return pagedFaults(at, relation, keys);
    const unserved = leads(field)
      .map((lead) => [...lead, ...keys.map(bare)])
      .filter((columns) => !serves(relation, columns));
    return [
      ...orderFaults(at, relation, keys, Object.keys(field.on ?? {})),
      ...pagedFaults(at, relation, keys),
      ...unserved.map((columns) => `${at}, has no index on (${columns.join(', ')}) of ${source.table}, texts with collate "C".`),
    ];
  });
  return [
    ...(scopes === 1 ? [] : [`${where} must say whose rows it shows: by exactly one of on, party, mine, everyone.`]),
    ...(field.on && !relation.view && !narrows(relation, Object.keys(field.on))
      ? [`${where} has no index that begins with ${Object.keys(field.on).join(' or ')}.`]
      : []),
    ...argumentFaults(where, def, field),
    ...orders,
  ];
};
