import { execute, type ExecutionResult, type FieldNode, type GraphQLSchema, Kind, type OperationDefinitionNode } from 'graphql';
import type { ReadAnswer, RootFields, Selected } from './operation.js';

/** What a look at the schema costs, whatever it selects: it reads memory only. */
const COST = 100;

export const isIntrospection = (node: FieldNode): boolean => node.name.value === '__schema' || node.name.value === '__type';

/**
 * A query that looks at the schema: those fields are executed by graphql-js, the others by the compiler, and all are put back
 * in the order in which they were asked for.
 */
export async function introspect(
  schema: GraphQLSchema,
  selected: Selected,
  roots: RootFields,
  read: (selected: Selected) => Promise<ReadAnswer>,
): Promise<ReadAnswer> {
  const all = [...roots];
  const ofSchema = all.filter(([, [node]]) => node && isIntrospection(node));
  const ofData = all.filter(([, [node]]) => node && !isIntrospection(node));
  const inner = execute({ schema, document: narrowed(selected, ofSchema).document, variableValues: selected.variables });
  const { data, errors = [] } = inner as ExecutionResult;
  if (ofData.length === 0) return { text: JSON.stringify(data), errors, cost: COST };
  const rest = await read(narrowed(selected, ofData));
  const values: Readonly<Record<string, unknown>> | null = JSON.parse(rest.text);
  const merged = values && Object.fromEntries(all.map(([key]) => [key, key in values ? values[key] : data?.[key]]));
  return { text: JSON.stringify(merged), errors: [...errors, ...rest.errors], cost: COST + rest.cost };
}

/**
 * The same operation with these root fields and no others. Its key names the nodes by their places in the document: which of
 * them are left can depend on variables, and two choices must not share a plan.
 */
export const narrowed = (selected: Selected, fields: readonly (readonly [string, readonly FieldNode[]])[]): Selected => {
  const selections = fields.flatMap(([, nodes]) => nodes);
  const operation: OperationDefinitionNode = { ...selected.operation, selectionSet: { kind: Kind.SELECTION_SET, selections } };
  return {
    ...selected,
    operation,
    document: { kind: Kind.DOCUMENT, definitions: [operation, ...Object.values(selected.fragments)] },
    documentKey: `${selected.documentKey}:${selections.map(({ loc }) => loc?.start).join(',')}`,
  };
};
