import type { FieldNode, GraphQLField, GraphQLObjectType, OperationDefinitionNode } from 'graphql';
import { emitPayloadField, emitRootField, type RootValue } from './emit-root.js';
import { Emission, type Material, type Settings } from './emission.js';
import type { Plan } from './plan.js';
import { emitKeys } from './rows.js';

/** The plan of a whole query, for variables of this shape. */
export const compileQuery = (settings: Settings, material: Material, operation: OperationDefinitionNode, soft: boolean): Plan => {
  const { schema, roots } = settings.registry;
  const type = schema.getQueryType() as GraphQLObjectType;
  const out = new Emission(settings, material, soft);
  const selected = out.rootFields(type, operation.selectionSet);
  return out.plan(emitKeys(out, type, selected, (at) => emitRootField(out, roots, at)));
};

/** A payload or item: its field of Mutation or Subscription, its object type and the selection. */
export interface Target {
  readonly field: GraphQLField<unknown, unknown>;
  readonly type: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
}

/** The plan of payloads or items like these root values. */
export const compilePayload = (
  settings: Settings,
  material: Material,
  { type, nodes }: Target,
  samples: readonly RootValue[],
  soft: boolean,
): Plan => {
  const declaration = settings.registry.payloads.get(type.name);
  if (!declaration) throw new Error(`No reads.ts declares the payload ${type.name}.`);
  const out = new Emission(settings, material, soft);
  return out.plan(
    emitKeys(out, type, out.fields(type, nodes), (at) => emitPayloadField(out, declaration.fields[at.def.name], at, samples)),
  );
};

/** What in the root values decides which plan answers: which references there are, and to which types. */
export const payloadKey = (settings: Settings, { type }: Target, roots: readonly RootValue[]): string => {
  const values = roots.flatMap(({ value }) => (value === null || value === undefined ? [] : [value]));
  return Object.entries(settings.registry.payloads.get(type.name)?.fields ?? {})
    .map(([name, field]) => {
      if (field.kind === 'value') return '';
      const found = values.map((value) => (field.pick as (value: unknown) => unknown)(value) ?? null).filter((one) => one !== null);
      if (field.kind !== 'refAny') return found.length > 0 ? name : '';
      return [...new Set(found.map((one) => (one as { type: string }).type))].sort().join(',');
    })
    .join('|');
};
