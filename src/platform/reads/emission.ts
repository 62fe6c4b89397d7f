import { createHash } from 'node:crypto';
import type { FieldNode, FragmentDefinitionNode, GraphQLField, GraphQLObjectType, SelectionSetNode } from 'graphql';
import { collectFields, collectSubfields } from 'graphql/execution/collectFields.js';
import { costNode, type CostNode } from './cost.js';
import { argumentsAt } from './arguments.js';
import type { CursorSeal } from './cursor.js';
import type { ExprScope } from './expressions.js';
import type { Filler, Parameter, Plan, RootColumn, Site } from './plan.js';
import type { Run } from './run.js';
import type { Registry } from './registry.js';
import type { SqlType } from './shapes.js';
import { concat, constant, FILL, HIDDEN, literal, numbered, type Piece, quoted, slot, sql } from './sql-text.js';

/** The parts of a document from which a plan is made, with the variables of its first caller: only their shape enters the plan. */
export interface Material {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface Settings {
  readonly registry: Registry;
  readonly seal: CursorSeal;
  /** Longest page and longest list of ids. */
  readonly pageMax: number;
}

const NULL = quoted('null');

/** Gathers what one plan needs while its text is written. */
export class Emission {
  readonly #parameters: Parameter[] = [];
  readonly #byKey = new Map<string, string>();
  readonly #columns: RootColumn[] = [];
  readonly #sites: Site[] = [];
  readonly #fillers: Filler[] = [];
  readonly #needs = new Map<string, string>();
  readonly #total = costNode();
  #cost: CostNode = this.#total;
  #aliases = 0;

  /** @param soft nulls stay where they are and each object says its type, so that they can be accounted for afterwards */
  constructor(
    readonly settings: Settings,
    readonly material: Material,
    readonly soft: boolean,
  ) {}

  alias(): string {
    return `t${this.#aliases++}`;
  }

  /** A parameter of that type; equal keys share one. */
  parameter(key: string, type: SqlType | `${SqlType}[]` | 'bytea', get: (run: Run) => string | null): string {
    const known = this.#byKey.get(`${key}:${type}`);
    if (known !== undefined) return known;
    const text = `${slot(this.#parameters.push({ get }) - 1)}::${type}`;
    this.#byKey.set(`${key}:${type}`, text);
    return text;
  }

  /** A column of the root values, as `r.cN`. */
  column(type: RootColumn['type'], get: RootColumn['get']): string {
    return `r.c${this.#columns.push({ type, get }) - 1}`;
  }

  site(coordinate: string, field: GraphQLField<unknown, unknown>, node: FieldNode) {
    const index = this.#sites.push({ coordinate, field, node }) - 1;
    return { index, coordinate, args: argumentsAt({ coordinate, field, node }, this.material.variables) };
  }

  scope(self?: string, parent?: string, value?: () => string): ExprScope {
    return {
      self,
      parent,
      value,
      org: () => this.parameter('@org', 'uuid', (run) => run.viewer.orgId),
      actor: () => this.parameter('@actor', 'uuid', (run) => run.viewer.actorId),
    };
  }

  need(scopes: readonly string[] | undefined, coordinate: string): void {
    for (const scope of scopes ?? []) if (!this.#needs.has(scope)) this.#needs.set(scope, coordinate);
  }

  spend(amount = 1): void {
    this.#cost.fixed += amount;
  }

  /** What `work` spends counts once per item of a list. */
  each<T>(size: number | ((run: Run) => number), work: () => T): T {
    const each = costNode();
    this.#cost.lists.push({ size, each });
    return this.#into(each, work);
  }

  /** Of what the entries spend only the dearest counts. */
  dearest<T, In>(entries: readonly In[], work: (entry: In) => T): T[] {
    const choice: CostNode[] = [];
    this.#cost.choices.push(choice);
    return entries.map((entry) => this.#into(choice[choice.push(costNode()) - 1] as CostNode, () => work(entry)));
  }

  #into<T>(node: CostNode, work: () => T): T {
    const outer = this.#cost;
    this.#cost = node;
    try {
      return work();
    } finally {
      this.#cost = outer;
    }
  }

  /** The text expression where the schema allows null; a mark that something is hidden where it does not. */
  settled(text: string, nonNull: boolean): Piece {
    return sql(`coalesce(${text},${this.soft || !nonNull ? NULL : quoted(FILL + HIDDEN + FILL)})`);
  }

  /** A place to be filled with what `filler` makes of the values of these JSON expressions. */
  fill(values: readonly string[], filler: Filler): Piece[] {
    const index = this.#fillers.push(filler) - 1;
    if (values.length === 0) return [literal(`${FILL}${index}:[]${FILL}`)];
    return [literal(`${FILL}${index}:`), sql(`json_build_array(${values.join(',')})::text`), literal(FILL)];
  }

  rootFields(type: GraphQLObjectType, selection: SelectionSetNode) {
    const { fragments, variables } = this.material;
    return collectFields(this.settings.registry.schema, fragments, variables, type, selection);
  }

  fields(type: GraphQLObjectType, nodes: readonly FieldNode[]) {
    const { fragments, variables } = this.material;
    return collectSubfields(this.settings.registry.schema, fragments, variables, type, nodes);
  }

  /** Ends a plan whose answer is these pieces: once for a query, for each root value when it has columns. */
  plan(pieces: readonly Piece[]): Plan {
    const rest = { columns: this.#columns, sites: this.#sites, fillers: this.#fillers, needs: this.#needs, cost: this.#total, uses: 0 };
    const fixed = constant(pieces);
    if (fixed !== undefined) return { ...rest, constant: fixed, parameters: [], unused: this.#parameters };
    const roots = this.#columns.map((column, index) => ({ slot: this.#parameters.push({ get: () => null }) - 1, column, index }));
    const from =
      roots.length === 0
        ? ''
        : ` from unnest(${roots.map((r) => `${slot(r.slot)}::${arrayOf(r.column)}`).join(',')})` +
          ` with ordinality r(${roots.map((r) => `c${r.index}`).join(',')},n) order by r.n`;
    const { text, used } = numbered(`select ${concat(pieces)} as t${from}`);
    const columnAt = new Map(roots.map((r) => [r.slot, r.index]));
    const parameters = used.map((index) => ({ ...(this.#parameters[index] as Parameter), column: columnAt.get(index) }));
    const name = `r${createHash('sha256').update(text).digest('hex').slice(0, 20)}`;
    const unused = this.#parameters.filter((_, index) => !used.includes(index));
    return { ...rest, statement: { name, text }, parameters, unused };
  }
}

/** Lists of lists cannot be unnested side by side: they travel as text. */
const arrayOf = (column: RootColumn): string => (column.type === 'text[]' ? 'text[]' : `${column.type}[]`);
