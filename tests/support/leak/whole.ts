import {
  getNamedType,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isCompositeType,
  isNonNullType,
  isObjectType,
} from 'graphql';

/** How a field is asked for without variables, or undefined where it needs one. */
const asked = ({ name, args }: GraphQLField<unknown, unknown>): string | undefined => {
  if (args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)) return undefined;
  return args.some((arg) => arg.name === 'first') ? `${name}(first:2)` : name;
};

/** Every field of the type that needs no argument, and of what it leads to, `depth` objects deep. */
function selection(schema: GraphQLSchema, type: GraphQLNamedType, depth: number): string {
  if (isAbstractType(type)) return '{__typename}';
  if (!isObjectType(type)) return '';
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const inner = getNamedType(field.type);
    const name = asked(field);
    return name === undefined || (isCompositeType(inner) && depth === 0) ? [] : [`${name}${selection(schema, inner, depth - 1)}`];
  });
  return `{__typename ${fields.join(' ')}}`;
}

/** Everything about a node of that type, as a selection. */
export const wholeNode = (schema: GraphQLSchema, typeName: string, depth: number): string => {
  const type = schema.getType(typeName);
  return `{...on ${typeName}${type ? selection(schema, type, depth) : ''}}`;
};

/** A document that asks for everything about the object `$id` of that type. */
export const wholeObject = (schema: GraphQLSchema, typeName: string, depth: number): string =>
  `query($id:ID!){node(id:$id)${wholeNode(schema, typeName, depth)}}`;
