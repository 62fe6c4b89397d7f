import { getNamedType, getVariableValues, GraphQLError, type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { permits } from '../auth/policy.js';
import { fault, faultFrom } from './faults.js';
import { introspect, isIntrospection } from './introspection.js';
import { type MutationDeps, runMutation } from './mutation.js';
import {
  type Executed,
  fragmentsOf,
  type Operation,
  type ReadAnswer,
  type RootFields,
  type Selected,
  type SelectedField,
} from './operation.js';
import { Raw } from './raw.js';
import { isOpenToGuests, policyOf } from './schema-rules.js';
import { isServed, serve, type Served } from './served.js';

export interface ExecutorDeps extends MutationDeps {
  /** Fields of Query that are answered by other means than the read compiler alone. */
  readonly served?: ReadonlyMap<string, Served>;
}

export interface Executor {
  /** Answers a query or a mutation. Never rejects. */
  execute(operation: Operation): Promise<Executed>;
  /** The one root field of a subscription with its variables coerced and its policy checked, or why it is refused. */
  subscription(operation: Operation): SelectedField | { readonly errors: readonly GraphQLError[] };
}

type Begun = { readonly selected: Selected; readonly roots: RootFields; readonly rootType: GraphQLObjectType };
type Refused = { readonly errors: readonly GraphQLError[] };

const MAX_VARIABLE_ERRORS = 20;

/** Coerces the variables and checks the policy of every root field that is left. */
const begin = (schema: GraphQLSchema, { document, operation, documentKey, variables, viewer, requestId }: Operation): Begun | Refused => {
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, { maxErrors: MAX_VARIABLE_ERRORS });
  if (!coerced.coerced) return { errors: (coerced.errors ?? []).map(asBadInput) };
  const fragments = fragmentsOf(document);
  const rootType = schema.getRootType(operation.operation);
  if (!rootType) return { errors: [fault('BAD_USER_INPUT', { message: `There is no ${operation.operation}.` })] };
  const roots = collectFields(schema, fragments, coerced.coerced, rootType, operation.selectionSet);
  for (const [key, [node]] of roots) {
    const field = rootType.getFields()[node?.name.value ?? ''];
    const policy = field && policyOf(field);
    if (policy && !permits(viewer, policy)) return { errors: [forbidden(policy, key)] };
    if (field && viewer.kind === 'GUEST' && !isOpenToGuests(field)) return { errors: [forGuests(key)] };
  }
  return { selected: { document, operation, fragments, documentKey, variables: coerced.coerced, viewer, requestId }, roots, rootType };
};

const forbidden = (policy: string, key: string): GraphQLError => fault('FORBIDDEN', { message: `"${key}" needs the right ${policy}.` });

const forGuests = (key: string): GraphQLError =>
  fault('FORBIDDEN', { message: `"${key}" is not for guests: this session is about one order.` });

const asBadInput = (error: GraphQLError): GraphQLError =>
  new GraphQLError(error.message, { nodes: error.nodes, extensions: { ...error.extensions, code: 'BAD_USER_INPUT' } });

export function createExecutor(deps: ExecutorDeps): Executor {
  const { schema, reads, report } = deps;

  const read = async (selected: Selected, roots: RootFields): Promise<ReadAnswer> =>
    [...roots.values()].some(([node]) => node && isIntrospection(node))
      ? introspect(schema, selected, roots, (rest) => reads.query(rest))
      : reads.query(selected);

  const query = async ({ selected, roots, rootType }: Begun): Promise<ReadAnswer> =>
    deps.served && isServed(deps.served, roots) ? serve(deps.served, selected, roots, rootType, read) : read(selected, roots);

  return {
    async execute(operation) {
      try {
        const begun = begin(schema, operation);
        if ('errors' in begun) return begun;
        if (operation.operation.operation === 'mutation') return await runMutation(deps, begun.selected, begun.roots);
        const { text, errors, cost } = await query(begun);
        return { data: new Raw(text), ...(errors.length > 0 && { errors }), extensions: { cost } };
      } catch (error) {
        return { errors: [faultFrom(error, operation.requestId, (inner) => report(inner, operation.requestId))] };
      }
    },

    subscription(operation) {
      const begun = begin(schema, operation);
      if ('errors' in begun) return begun;
      const [responseKey, fieldNodes] = [...begun.roots][0] ?? [];
      const field = begun.rootType.getFields()[fieldNodes?.[0]?.name.value ?? ''];
      const type = field && getNamedType(field.type);
      if (responseKey === undefined || !fieldNodes || !isObjectType(type) || !field) {
        return { errors: [fault('BAD_USER_INPUT', { message: 'A subscription selects one field.' })] };
      }
      return { ...begun.selected, responseKey, fieldNodes, field, type };
    },
  };
}
