import {
  type FieldNode,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { collectSubfields } from 'graphql/execution/collectFields.js';
import type { Material } from './emission.js';
import { TYPE_KEY } from './rows.js';

type Path = readonly (string | number)[];
type Tagged = Readonly<Record<string, unknown>>;

/** Null that must not be: the next nullable place above becomes null. */
const RISING = Symbol('rising');

const isTagged = (value: unknown): value is Tagged => typeof value === 'object' && value !== null && TYPE_KEY in value;

/**
 * Carries nulls in non-null places up to where the schema allows them, as GraphQL demands, and says where each was. Takes the
 * soft form of an answer, in which every object that came from rows says its type; computed values have none and are as they
 * must be.
 */
export class Completion {
  readonly errors: GraphQLError[] = [];

  constructor(
    readonly schema: GraphQLSchema,
    readonly material: Material,
  ) {}

  /** @param fields the selection of the object, when it is the root of an operation */
  object(type: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>, value: Tagged, path: Path): unknown {
    const result: Record<string, unknown> = {};
    for (const [key, nodes] of fields) {
      const def = type.getFields()[nodes[0]?.name.value ?? ''];
      const completed = def ? this.#value(def.type, nodes, value[key], [...path, key], `${type.name}.${def.name}`) : value[key];
      if (completed === RISING) return RISING;
      result[key] = completed;
    }
    return result;
  }

  /** The value of one field. */
  field(type: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, path: Path, coordinate: string): unknown {
    const completed = this.#value(type, nodes, value, path, coordinate);
    return completed === RISING ? null : completed;
  }

  #value(type: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, path: Path, coordinate: string): unknown {
    if (isNonNullType(type)) {
      const present = this.#present(type.ofType, nodes, value, path, coordinate);
      if (present !== null) return present;
      const message = `Cannot return null for non-nullable field ${coordinate}.`;
      this.errors.push(new GraphQLError(message, { nodes, path, extensions: { code: 'NOT_VISIBLE' } }));
      return RISING;
    }
    const present = this.#present(type, nodes, value, path, coordinate);
    return present === RISING ? null : present;
  }

  #present(type: GraphQLOutputType, nodes: readonly FieldNode[], value: unknown, path: Path, coordinate: string): unknown {
    if (value === null || value === undefined) return null;
    if (isListType(type) && Array.isArray(value)) {
      const items: unknown[] = [];
      for (const [index, item] of value.entries()) {
        const completed = this.#value(type.ofType, nodes, item, [...path, index], coordinate);
        if (completed === RISING) return RISING;
        items.push(completed);
      }
      return items;
    }
    const object = isTagged(value) ? this.schema.getType(String(value[TYPE_KEY])) : undefined;
    if (!isObjectType(object)) return value;
    return this.object(
      object,
      collectSubfields(this.schema, this.material.fragments, this.material.variables, object, nodes),
      value as Tagged,
      path,
    );
  }

  /** The root object; null when a null rose up to it. */
  root(type: GraphQLObjectType, fields: ReadonlyMap<string, readonly FieldNode[]>, value: Tagged): unknown {
    const completed = this.object(type, fields, value, []);
    return completed === RISING ? null : completed;
  }
}
