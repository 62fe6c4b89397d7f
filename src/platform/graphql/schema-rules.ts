import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import type { PolicyName } from '../auth/policy.js';
import { SCOPES } from '../auth/viewer.js';

const POLICIES: ReadonlySet<unknown> = new Set<PolicyName>([...SCOPES, 'authenticated']);

/** The policy stated on a root field, or undefined when there is none that exists. */
export const policyOf = (field: GraphQLField<unknown, unknown>): PolicyName | undefined =>
  POLICIES.has(field.extensions.policy) ? (field.extensions.policy as PolicyName) : undefined;

/** Whether a guest may call the field at all. */
export const isOpenToGuests = (field: GraphQLField<unknown, unknown>): boolean => field.extensions.guests === true;

/** What keeps a schema from being published, in words: root fields without a policy, anything without a description. */
export function schemaObjections(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const open = roots.flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter((field) => !policyOf(field))
      .map((field) => `${root?.name}.${field.name} has no @Policy`),
  );
  const own = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type));
  return [...open, ...own.flatMap(undescribed)];
}

interface Described {
  readonly name: string;
  readonly description?: string | null;
}

const missing = (owner: string, items: readonly Described[]): string[] =>
  items.filter((item) => !item.description?.trim()).map((item) => `${owner}${item.name} has no description`);

const undescribed = (type: GraphQLNamedType): string[] => {
  const own = missing('', [type]);
  if (isEnumType(type)) return [...own, ...missing(`${type.name}.`, type.getValues())];
  if (isInputObjectType(type)) return [...own, ...missing(`${type.name}.`, Object.values(type.getFields()))];
  if (!isObjectType(type) && !isInterfaceType(type)) return own;
  const fields = Object.values(type.getFields());
  return [
    ...own,
    ...missing(`${type.name}.`, fields),
    ...fields.flatMap((f) => missing(`${type.name}.${f.name}.`, f.args as readonly GraphQLArgument[])),
  ];
};
