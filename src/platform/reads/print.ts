import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLOutputType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Emission } from './emission.js';

/** Writes a plain value as JSON along the selection. Made once per plan. */
export type Printer = (value: unknown) => string;

type Printed = { readonly prefix: string; readonly name: string; readonly print: Printer };

const member = (value: unknown, name: string): unknown => (value as Readonly<Record<string, unknown>>)[name];

/**
 * @param where coordinate of the field, for the error that is thrown when the value is null where the schema promises one
 */
export const printer = (out: Emission, type: GraphQLOutputType, nodes: readonly FieldNode[], where: string): Printer => {
  if (isNonNullType(type)) {
    const print = printer(out, type.ofType, nodes, where);
    return (value) => {
      if (value === null || value === undefined) throw new Error(`${where} was computed as null but may not be null.`);
      return print(value);
    };
  }
  const print = presentPrinter(out, type, nodes, where);
  return (value) => (value === null || value === undefined ? 'null' : print(value));
};

const presentPrinter = (out: Emission, type: GraphQLOutputType, nodes: readonly FieldNode[], where: string): Printer => {
  if (isListType(type)) {
    const print = printer(out, type.ofType, nodes, where);
    return (value) => `[${(value as readonly unknown[]).map(print).join(',')}]`;
  }
  if (isLeafType(type)) return (value) => JSON.stringify(type.serialize(value));
  if (isObjectType(type)) return objectPrinter(out, type, nodes);
  const printers = new Map(
    out.settings.registry.schema.getPossibleTypes(type as never).map((object) => [object.name, objectPrinter(out, object, nodes)]),
  );
  return (value) => {
    const print = printers.get(String(member(value, '__typename')));
    if (!print) throw new Error(`${where} was computed without a __typename of ${String(type)}.`);
    return print(value);
  };
};

const objectPrinter = (out: Emission, object: GraphQLObjectType, nodes: readonly FieldNode[]): Printer => {
  const fields = [...out.fields(object, nodes)].map(([key, inner], index): Printed => {
    const name = inner[0]?.name.value ?? '';
    const prefix = `${index === 0 ? '' : ','}"${key}":`;
    out.spend();
    const def = object.getFields()[name];
    if (name === '__typename' || !def) return { prefix, name, print: () => `"${object.name}"` };
    return { prefix, name, print: printer(out, def.type, inner, `${object.name}.${name}`) };
  });
  return (value) => `{${fields.map(({ prefix, name, print }) => prefix + print(member(value, name))).join('')}}`;
};
