import { getNamedType, type GraphQLObjectType, isObjectType } from 'graphql';
import { narrowed } from './introspection.js';
import type { ReadAnswer, RootFields, Selected, SelectedField } from './operation.js';

/** Answers a field of Query whose rows are found by other means than a declaration: the text of its value. */
export type Served = (selected: SelectedField) => Promise<ReadAnswer>;

const servedOf = (served: ReadonlyMap<string, Served>, name: string | undefined): Served | undefined => served.get(name ?? '');

export const isServed = (served: ReadonlyMap<string, Served>, roots: RootFields): boolean =>
  [...roots.values()].some(([node]) => servedOf(served, node?.name.value) !== undefined);

/** A query with served fields: each is answered by itself, the others together, and all are put in the order in which they were asked for. */
export async function serve(
  served: ReadonlyMap<string, Served>,
  selected: Selected,
  roots: RootFields,
  rootType: GraphQLObjectType,
  read: (selected: Selected, roots: RootFields) => Promise<ReadAnswer>,
): Promise<ReadAnswer> {
  const others = [...roots].filter(([, [node]]) => !servedOf(served, node?.name.value));
  const answers = new Map<string, ReadAnswer>();
  for (const [responseKey, fieldNodes] of roots) {
    const name = fieldNodes[0]?.name.value ?? '';
    const [serves, field] = [servedOf(served, name), rootType.getFields()[name]];
    const type = field && getNamedType(field.type);
    if (serves && field && isObjectType(type))
      answers.set(responseKey, await serves({ ...selected, responseKey, fieldNodes, field, type }));
  }
  const parts = [...answers.values()];
  if (others.length > 0) {
    const rest = await read(narrowed(selected, others), new Map(others));
    parts.push(rest);
    const values: Readonly<Record<string, unknown>> = JSON.parse(rest.text) ?? {};
    for (const [key] of others) answers.set(key, { text: JSON.stringify(values[key] ?? null), errors: [], cost: 0 });
  }
  return {
    text: `{${[...roots.keys()].map((key) => `${JSON.stringify(key)}:${answers.get(key)?.text}`).join(',')}}`,
    errors: parts.flatMap(({ errors }) => errors),
    cost: parts.reduce((sum, { cost }) => sum + cost, 0),
  };
}
