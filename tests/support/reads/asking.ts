import {
  type FragmentDefinitionNode,
  getNamedType,
  getVariableValues,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type pg from 'pg';
import { type Statement, trip } from '../../../src/platform/database/trip.js';
import {
  type Answer,
  createReads,
  type Reads,
  type ReadsOptions,
  type ReadViewer,
  type Selection,
  type SelectionOfField,
} from '../../../src/platform/reads/index.js';
import { orgId, uuid, worldReads, worldSchema } from './world.js';

export const schema = worldSchema();

/** Organisation number `n` of the world, with these scopes. */
export const viewer = (n: number, scopes: readonly string[] = ['orders:read', 'amounts:read']): ReadViewer => ({
  orgId: orgId(n),
  actorId: uuid(8, n),
  scopes: new Set(scopes),
});

export const select = (text: string, variables: object = {}, who = viewer(0)): Selection => {
  const document = parse(text);
  const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables as Record<string, unknown>).coerced;
  const fragments = Object.fromEntries(
    document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [])),
  ) as Record<string, FragmentDefinitionNode>;
  return { document, operation, fragments, documentKey: text, variables: coerced ?? {}, viewer: who };
};

/** The root fields of a mutation or subscription. */
export const fieldsOf = (text: string, kind: 'Mutation' | 'Subscription', who = viewer(0)): SelectionOfField[] => {
  const selection = select(text, {}, who);
  const root = schema.getType(kind) as GraphQLObjectType;
  const selected = collectFields(schema, selection.fragments, selection.variables, root, selection.operation.selectionSet);
  return [...selected].map(([responseKey, fieldNodes]) => {
    const field = root.getFields()[fieldNodes[0]?.name.value ?? ''];
    if (!field) throw new Error('no such field');
    return { ...selection, responseKey, fieldNodes, field, type: getNamedType(field.type) as GraphQLObjectType };
  });
};

/** Questions to the read compiler on the world; what it sends to the database is kept. */
export class Asking {
  readonly statements: Statement[] = [];
  readonly reads: Reads;

  constructor(
    readonly pool: pg.Pool,
    options: Partial<ReadsOptions> = {},
    of: GraphQLSchema = schema,
  ) {
    this.reads = createReads(of, worldReads, {
      cursorKeys: ['first key'],
      costLimit: 10_000,
      ...options,
      run: (who, statement) => {
        this.statements.push(statement);
        return trip(pool, { org: who.orgId, actor: who.actorId, statementTimeoutMs: 5_000 }, statement);
      },
    });
  }

  ask(text: string, variables: object = {}, who = viewer(0)): Promise<Answer> {
    return this.reads.query(select(text, variables, who));
  }

  async data(text: string, variables: object = {}, who = viewer(0)) {
    return JSON.parse((await this.ask(text, variables, who)).text);
  }

  /** The message and extensions with which a document is refused. */
  async refusal(text: string, variables: object = {}, who = viewer(0)): Promise<Readonly<Record<string, unknown>>> {
    const error: unknown = await this.ask(text, variables, who).catch((thrown: unknown) => thrown);
    if (!(error instanceof GraphQLError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
    return { message: error.message, ...error.extensions };
  }
}
