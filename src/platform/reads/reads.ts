import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLError,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  DocumentNode,
  OperationDefinitionNode,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields.js';
import { LRUCache } from 'lru-cache';
import type pg from 'pg';
import type { Statement } from '../database/trip.js';
import { argumentsAt } from './arguments.js';
import { compilePayload, compileQuery, payloadKey, type Target } from './compile.js';
import { Completion } from './complete.js';
import { evaluate } from './cost.js';
import { CursorSeal } from './cursor.js';
import type { RootValue } from './emit-root.js';
import type { Settings } from './emission.js';
import { forbidden, tooCostly } from './failure.js';
import { filled } from './fill.js';
import type { Plan } from './plan.js';
import type { ReadViewer, Run } from './run.js';
import { registryOf } from './registry.js';
import type { ReadDeclaration } from './shapes.js';
import { type Modes, modesOf, variantKey } from './variant.js';
import { arrayLiteral } from '../database/wire.js';

/** Runs a statement as the viewer: on the client when there is one (its transaction has the viewer set), else in one trip. */
export type RunStatement = (
  viewer: ReadViewer,
  statement: Statement,
  client?: pg.ClientBase,
) => Promise<{ readonly rows: readonly Readonly<Record<string, unknown>>[] }>;

export interface ReadsOptions {
  readonly run: RunStatement;
  /** Keys of cursors: the first signs, all verify. */
  readonly cursorKeys: readonly (string | Uint8Array)[];
  /** What a document may cost: each field 1, each list its length times its items. */
  readonly costLimit: number;
  /** Longest page; 100 unless told. */
  readonly pageMax?: number;
}

/** An operation of a validated document with coerced variables. */
export interface Selection {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** Equal for equal text and operation: what plans are kept under. Empty: nothing is kept. */
  readonly documentKey: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly viewer: ReadViewer;
}

/** One root field of a mutation or subscription. */
export interface SelectionOfField extends Selection {
  readonly responseKey: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly fieldNodes: readonly FieldNode[];
  readonly type: GraphQLObjectType;
}

export interface Answer {
  /** JSON text: the data of a query, or the value of the field. */
  readonly text: string;
  readonly errors: readonly GraphQLError[];
  readonly cost: number;
}

export interface Reads {
  query(selected: Selection): Promise<Answer>;
  /** @param root what the command returned; undefined where it was refused @param given values of fields that are not declared */
  payload(selected: SelectionOfField, root: unknown, given: object, client: pg.ClientBase | undefined): Promise<Answer>;
  /** One answer per root value, from one statement. */
  items(selected: SelectionOfField, roots: readonly unknown[]): Promise<Answer[]>;
}

const DOCUMENTS = 1_000;
const PLANS = 2_000;

type Compile = (soft: boolean) => Plan;

class Compiler implements Reads {
  readonly #settings: Settings;
  readonly #modes = new LRUCache<string, Modes>({ max: DOCUMENTS });
  readonly #plans = new LRUCache<string, Plan>({ max: PLANS });

  constructor(
    readonly schema: GraphQLSchema,
    declarations: readonly ReadDeclaration[],
    readonly options: ReadsOptions,
  ) {
    this.#settings = {
      registry: registryOf(schema, declarations),
      seal: new CursorSeal(options.cursorKeys),
      pageMax: options.pageMax ?? 100,
    };
  }

  async query(selected: Selection): Promise<Answer> {
    const compile: Compile = (soft) => compileQuery(this.#settings, selected, selected.operation, soft);
    const [answer] = await this.#answers(selected, 'query', compile, [undefined], undefined, (completion, value) => {
      const type = this.schema.getQueryType() as GraphQLObjectType;
      const fields = collectFields(this.schema, selected.fragments, selected.variables, type, selected.operation.selectionSet);
      return completion.root(type, fields, value as Record<string, unknown>);
    });
    return answer as Answer;
  }

  async payload(selected: SelectionOfField, root: unknown, given: object, client: pg.ClientBase | undefined): Promise<Answer> {
    const [answer] = await this.#fields(selected, [{ value: root, given: given as RootValue['given'] }], client);
    return answer as Answer;
  }

  async items(selected: SelectionOfField, roots: readonly unknown[]): Promise<Answer[]> {
    return this.#fields(
      selected,
      roots.map((value) => ({ value, given: {} })),
      undefined,
    );
  }

  #fields(selected: SelectionOfField, roots: readonly RootValue[], client: pg.ClientBase | undefined): Promise<Answer[]> {
    const { field, type, fieldNodes: nodes, responseKey } = selected;
    const target: Target = { field, type, nodes };
    // Where the selection stands in the text, because one key may stand in several places of a document.
    const key = `${responseKey}@${nodes.map((node) => node.loc?.start).join(',')}|${payloadKey(this.#settings, target, roots)}`;
    const compile: Compile = (soft) => compilePayload(this.#settings, selected, target, roots, soft);
    return this.#answers(selected, key, compile, roots, client, (completion, value) =>
      completion.field(field.type, nodes, value, [responseKey], `${responseKey}`),
    );
  }

  async #answers(
    selected: Selection,
    key: string,
    compile: Compile,
    roots: readonly unknown[],
    client: pg.ClientBase | undefined,
    complete: (completion: Completion, value: unknown) => unknown,
  ): Promise<Answer[]> {
    const plan = this.#plan(selected, key, false, compile);
    const { run, cost } = this.#admit(plan, selected);
    const texts = await this.#texts(plan, run, roots, client);
    if (!texts.some((one) => one.hidden)) return texts.map(({ text }) => ({ text, errors: [], cost }));
    const soft = this.#plan(selected, key, true, compile);
    const again = await this.#texts(soft, this.#admit(soft, selected).run, roots, client);
    return again.map(({ text }) => {
      const completion = new Completion(this.schema, selected);
      const value = complete(completion, JSON.parse(text));
      return { text: JSON.stringify(value), errors: completion.errors, cost };
    });
  }

  #plan(selected: Selection, key: string, soft: boolean, compile: Compile): Plan {
    const { documentKey, document, variables } = selected;
    if (documentKey === '') return compile(soft);
    const modes = this.#modes.get(documentKey) ?? modesOf(this.#settings.registry, document);
    this.#modes.set(documentKey, modes);
    const full = `${documentKey}|${key}|${soft}${variantKey(modes, variables)}`;
    const kept = this.#plans.get(full);
    if (kept) return kept;
    const plan = compile(soft);
    this.#plans.set(full, plan);
    return plan;
  }

  /** Everything that can be refused before the trip. */
  #admit(plan: Plan, { viewer, variables }: Selection): { readonly run: Run; readonly cost: number } {
    for (const [scope, coordinate] of plan.needs) if (!viewer.scopes.has(scope)) throw forbidden(coordinate, scope);
    const run: Run = { viewer, args: plan.sites.map((site) => argumentsAt(site, variables)) };
    for (const { get } of plan.unused) get(run);
    const cost = evaluate(plan.cost, run);
    if (cost > this.options.costLimit) throw tooCostly(cost, this.options.costLimit);
    return { run, cost };
  }

  async #texts(plan: Plan, run: Run, roots: readonly unknown[], client: pg.ClientBase | undefined) {
    if (!plan.statement) return roots.map((root) => filled(plan, plan.constant ?? '', run, root));
    const values = plan.parameters.map(({ get, column }) =>
      column === undefined ? get(run) : arrayLiteral(roots.map(plan.columns[column]?.get ?? (() => null))),
    );
    const { name, text } = plan.statement;
    // A document that is seen for the first time may be seen never again.
    const statement = plan.uses++ === 0 ? { text, values } : { name, text, values };
    const { rows } = await this.options.run(run.viewer, statement, client);
    return rows.map((row, index) => filled(plan, String(row.t), run, roots[index]));
  }
}

/**
 * @throws when the declarations contradict each other; what they lack against schema and database, `checkDeclarations` says
 */
export const createReads = (schema: GraphQLSchema, declarations: readonly ReadDeclaration[], options: ReadsOptions): Reads =>
  new Compiler(schema, declarations, options);
