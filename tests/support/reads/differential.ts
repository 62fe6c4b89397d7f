import {
  type DocumentNode,
  execute,
  type FragmentDefinitionNode,
  getNamedType,
  getVariableValues,
  GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import type pg from 'pg';
import { trip } from '../../../src/platform/database/trip.js';
import { createReads, type Answer, type Reads, type Selection, type SelectionOfField } from '../../../src/platform/reads/index.js';
import type { ReadDeclaration } from '../../../src/platform/reads/shapes.js';
import type { Generated } from './generator.js';
import { oraclePayload, oracleRoot } from './oracle.js';
import type { Hub } from './oracle-values.js';
import { type Asker, Rows } from './rows.js';

const CURSOR_KEY = 'a key for cursors';

export interface Compared {
  readonly document: string;
  readonly variables: unknown;
  readonly got: string;
  readonly wanted: string;
}

/** What came of the comparison of many documents. */
export interface Tally {
  documents: number;
  refused: number;
  withHidden: number;
  /** Answers with some rows in them. */
  rich: number;
  readonly differences: Compared[];
}
export const tally = (): Tally => ({ documents: 0, refused: 0, withHidden: 0, rich: 0, differences: [] });

interface Outcome {
  readonly data?: string;
  readonly errors: readonly GraphQLError[];
}

/** The compiler and the naive reader side by side, as one asker. */
export class Differential {
  readonly reads: Reads;
  readonly #hub: Hub;

  /** @param client of the same role as the pool: the naive reader's own, with the asker's organisation set for the session */
  private constructor(
    readonly schema: GraphQLSchema,
    readonly declarations: readonly ReadDeclaration[],
    pool: pg.Pool,
    client: pg.ClientBase,
    readonly asker: Asker,
  ) {
    this.#hub = { schema, rows: new Rows(client, declarations, asker), asker, cursorKey: CURSOR_KEY };
    this.reads = createReads(schema, declarations, {
      cursorKeys: [CURSOR_KEY],
      costLimit: Number.MAX_SAFE_INTEGER,
      run: (viewer, statement) => trip(pool, { org: viewer.orgId, actor: viewer.actorId, statementTimeoutMs: 10_000 }, statement),
    });
  }

  static async as(schema: GraphQLSchema, declarations: readonly ReadDeclaration[], pool: pg.Pool, client: pg.ClientBase, asker: Asker) {
    await client.query("select set_config('app.org', $1, false), set_config('app.actor', $2, false)", [asker.orgId, asker.actorId]);
    return new Differential(schema, declarations, pool, client, asker);
  }

  /** @param isHostile whether a value given for that name may be refused before anything is read */
  async query(generated: Generated, into: Tally, isHostile: (name: string, value: unknown) => boolean): Promise<Outcome> {
    const { document, selection } = this.#select(generated);
    const got = await this.#outcome(selection, (selected) => this.reads.query(selected));
    const wanted = await execute({
      schema: this.schema,
      document,
      rootValue: oracleRoot(this.#hub, this.declarations),
      variableValues: generated.variables,
    });
    this.#compare(generated, got, { data: JSON.stringify(wanted.data), errors: wanted.errors ?? [] }, into, isHostile);
    return got;
  }

  /** The selection of the one field of a mutation or subscription, over each of these root values. */
  async field(
    generated: Generated,
    roots: readonly unknown[],
    given: object,
    into: Tally,
    isHostile: (name: string, value: unknown) => boolean,
  ) {
    const { document, selection } = this.#select(generated);
    const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
    if ('errors' in selection) return;
    const rootType = this.schema.getRootType(operation.operation) as GraphQLObjectType;
    const [entry] = collectFields(this.schema, selection.fragments, selection.variables, rootType, operation.selectionSet);
    const field = rootType.getFields()[entry?.[1][0]?.name.value ?? ''];
    const type = getNamedType(field?.type);
    if (!entry || !field || !isObjectType(type)) return;
    const [responseKey, fieldNodes] = entry;
    const selected: SelectionOfField = { ...selection, responseKey, fieldNodes, field, type };
    const answers =
      operation.operation === 'mutation'
        ? await Promise.all(roots.map((root) => this.#outcome(selected, () => this.reads.payload(selected, root, given, undefined))))
        : await this.#outcomes(selected, roots);
    for (const [index, got] of answers.entries()) {
      const rootValue = { [field.name]: oraclePayload(this.#hub, this.declarations, type.name, roots[index], given) };
      const wanted = await execute({ schema: this.schema, document, rootValue, variableValues: generated.variables });
      const value = (wanted.data as Readonly<Record<string, unknown>> | null | undefined)?.[responseKey];
      this.#compare(generated, got, { data: JSON.stringify(value ?? null), errors: wanted.errors ?? [] }, into, isHostile);
    }
  }

  async #outcomes(selected: SelectionOfField, roots: readonly unknown[]): Promise<Outcome[]> {
    try {
      return (await this.reads.items(selected, roots)).map(({ text, errors }) => ({ data: text, errors }));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      return roots.map(() => ({ errors: [error] }));
    }
  }

  #select({ text, variables }: Generated): { document: DocumentNode; selection: Selection | { errors: readonly GraphQLError[] } } {
    const document = parse(text);
    const faults = validate(this.schema, document);
    if (faults.length > 0) throw new Error(`The generator made an invalid document: ${faults[0]?.message}\n${text}`);
    const operation = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
    const coerced = getVariableValues(this.schema, operation.variableDefinitions ?? [], variables);
    if (!coerced.coerced) return { document, selection: { errors: coerced.errors ?? [] } };
    const fragments: Record<string, FragmentDefinitionNode> = {};
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments[definition.name.value] = definition;
    return { document, selection: { document, operation, fragments, documentKey: text, variables: coerced.coerced, viewer: this.asker } };
  }

  async #outcome(
    selected: Selection | { errors: readonly GraphQLError[] },
    read: (selected: Selection) => Promise<Answer>,
  ): Promise<Outcome> {
    if ('errors' in selected) return selected;
    try {
      const { text, errors } = await read(selected);
      return { data: text, errors };
    } catch (error) {
      if (error instanceof GraphQLError) return { errors: [error] };
      throw error;
    }
  }

  #compare(
    { text, variables, given }: Generated,
    got: Outcome,
    wanted: Outcome,
    into: Tally,
    isHostile: (name: string, value: unknown) => boolean,
  ): void {
    into.documents += 1;
    if (got.data === undefined) into.refused += 1;
    else if (got.errors.length > 0) into.withHidden += 1;
    if ((got.data?.length ?? 0) > 200) into.rich += 1;
    const refusedRightly = got.data === undefined && given.some(([name, value]) => isHostile(name, value));
    const same = got.errors.length > 0 === wanted.errors.length > 0 && (got.data === undefined || got.data === wanted.data);
    if (same || refusedRightly) return;
    const told = ({ data, errors }: Outcome) =>
      `${data} ${errors.map((error) => `${error.message} at ${error.path?.join('.')}`).join('; ')}`;
    into.differences.push({ document: text, variables, got: told(got), wanted: told(wanted) });
  }
}
