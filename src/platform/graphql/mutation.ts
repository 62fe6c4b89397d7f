import {
  getNamedType,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { getArgumentValues } from 'graphql/execution/values.js';
import { parseId } from '../../kernel/ids.js';
import type { Catalogue } from '../../kernel/refusal.js';
import type { Runner } from '../commands/runner.js';
import type { RequestContext } from './context.js';
import type { Files } from '../files/index.js';
import { faultFrom } from './faults.js';
import type { Executed, ReadAnswer, Reads, RootFields, Selected, SelectedField } from './operation.js';
import { Raw } from './raw.js';
import { userErrors } from './user-error.js';

export interface MutationDeps {
  readonly schema: GraphQLSchema;
  readonly reads: Reads;
  readonly runner: Runner;
  /** Where resolvers find uploaded files. */
  readonly files?: Pick<Files, 'find'>;
  /** The texts of all refusals. */
  readonly texts: Catalogue;
  /** Told about every error that nobody foresaw. */
  readonly report: (error: unknown, requestId: string) => void;
}

/** What a command costs besides what its payload reads. */
const COST = 10;

/**
 * Runs the fields of a mutation one after another, each in a transaction of its own. A field that fails unexpectedly ends the
 * operation: what follows might rest on it.
 */
export async function runMutation(deps: MutationDeps, selected: Selected, roots: RootFields): Promise<Executed> {
  const type = deps.schema.getMutationType() as GraphQLObjectType;
  const parts: string[] = [];
  const errors: GraphQLError[] = [];
  let cost = 0;
  for (const [responseKey, fieldNodes] of roots) {
    const name = fieldNodes[0]?.name.value ?? '';
    const field = type.getFields()[name];
    if (!field) {
      parts.push(`${JSON.stringify(responseKey)}:"Mutation"`);
      continue;
    }
    try {
      const answer = await runField(deps, { ...selected, responseKey, fieldNodes, field, type: objectOf(field.type) }, type);
      parts.push(`${JSON.stringify(responseKey)}:${answer.text}`);
      errors.push(...answer.errors);
      cost += COST + answer.cost;
    } catch (error) {
      const known = faultFrom(error, selected.requestId, (inner) => deps.report(inner, selected.requestId));
      errors.push(new GraphQLError(known.message, { nodes: fieldNodes, path: [responseKey], extensions: known.extensions }));
      return {
        data: isNonNullType(field.type) ? null : new Raw(`{${[...parts, `${JSON.stringify(responseKey)}:null`].join(',')}}`),
        errors,
        extensions: { cost },
      };
    }
  }
  return { data: new Raw(`{${parts.join(',')}}`), ...(errors.length > 0 && { errors }), extensions: { cost } };
}

const objectOf = (type: SelectedField['field']['type']): GraphQLObjectType => {
  const named = getNamedType(type);
  if (!isObjectType(named)) throw new Error('a mutation answers a payload object');
  return named;
};

async function runField(
  { reads, runner, texts, schema, files }: MutationDeps,
  selected: SelectedField,
  parentType: GraphQLObjectType,
): Promise<ReadAnswer> {
  const { field, fieldNodes, viewer, requestId, responseKey, variables } = selected;
  const [node] = fieldNodes;
  if (!node || !field.resolve) throw new Error(`${field.name} has no resolver`);
  let read: ReadAnswer | undefined;
  const context: RequestContext = {
    viewer,
    requestId,
    file: async (id, most) => firstBytes(await files?.find(viewer, parseId('fil', id) ?? NO_FILE), most),
    async run(command, input) {
      read = await runner.run(command, input, {
        viewer,
        requestId,
        payload: ({ result, replayed, refusals }, client) =>
          reads.payload(selected, result, { replayed, userErrors: userErrors(refusals, texts, viewer.locale) }, client),
      });
      return new Raw(read.text) as never;
    },
  };
  const info: GraphQLResolveInfo = {
    fieldName: field.name,
    fieldNodes,
    returnType: field.type,
    parentType,
    schema,
    rootValue: undefined,
    operation: selected.operation,
    fragments: selected.fragments,
    variableValues: variables,
    path: { prev: undefined, key: responseKey, typename: parentType.name },
  };
  const answer = await field.resolve(undefined, getArgumentValues(field, node, variables), context, info);
  if (!(answer instanceof Raw) || !read) throw new Error(`${field.name} did not run a command`);
  return read;
}

const NO_FILE = '00000000-0000-0000-0000-000000000000';

const firstBytes = async (file: Awaited<ReturnType<Files['find']>>, most: number): Promise<Uint8Array | undefined> => {
  if (!file) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of file.body() as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
};
