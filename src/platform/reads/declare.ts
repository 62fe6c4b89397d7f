/**
 * The words in which a room's `reads.ts` says where the rows of its GraphQL types come from. All of them return plain data;
 * nothing is read here. Spelling of columns and expressions: see `Expr` in `shapes.ts`.
 *
 * ```ts
 * type('Order', { table: 'app.orders', id: 'ord', need: 'orders:read' }, {
 *   id: id('ord'), number: text('number'), status: word('status'), dueOn: date('due_on'), createdAt: instant('created_at'),
 *   total: need('amounts:read', money('total', 'currency')), supplier: one('Organisation', 'supplier_id'),
 *   lines: many('OrderLine', 'order_id', ['line_no']),
 *   lineConnection: connection('OrderLine', { on: 'order_id', orders: { LINE_NO: ['line_no'] }, filters: { status: isIn('status') } }),
 *   allowedActions: derived({ status: 'status', buyerId: 'buyer_id', viewer: '@viewer' }, allowedActions) })
 * ```
 */
import type {
  ConnectionField,
  DerivedField,
  EmbedField,
  Expr,
  ExtensionDeclaration,
  Field,
  Filter,
  FindField,
  Form,
  Join,
  LeafField,
  ListScope,
  ManyField,
  Need,
  NewestField,
  NodeField,
  OneField,
  OrderKeys,
  PayloadDeclaration,
  PayloadField,
  RefAnyField,
  RefField,
  RootDeclaration,
  RootField,
  RowsNeed,
  SqlType,
  SubjectField,
  TypeDeclaration,
  ValueField,
  VariantDeclaration,
} from './shapes.js';

export type { ReadDeclaration } from './shapes.js';

type Fields = Readonly<Record<string, Field>>;
const listed = (need: string | readonly string[] | undefined) => (typeof need === 'string' ? [need] : need);

export interface TypeOptions {
  readonly table: string;
  readonly id?: string;
  readonly need?: string | readonly string[];
  readonly cols?: Readonly<Record<string, SqlType>>;
  readonly where?: Expr;
  /** `{ col: 'kind', types: { ISSUED: 'OrderIssued' } }` for an interface or a union. */
  readonly kind?: { readonly col: Expr; readonly types: Readonly<Record<string, string>> };
}

/** A GraphQL object type, interface or union and its table (or security-invoker view), whose key is the uuid column `id`. */
export function type(name: string, options: TypeOptions, fields: Fields): TypeDeclaration;
/** An object type of the interface or union `of`: only the fields that it has beside the shared ones. */
export function type(name: string, options: { readonly of: string; readonly need?: string }, fields: Fields): VariantDeclaration;
export function type(
  name: string,
  options: TypeOptions | { readonly of: string; readonly need?: string },
  fields: Fields,
): TypeDeclaration | VariantDeclaration {
  const need = listed(options.need);
  if ('of' in options) return { kind: 'variant', name, of: options.of, need, fields };
  const { table, id, cols = {}, where, kind } = options;
  return { kind: 'type', name, table, id, need, cols, where, variants: kind, fields };
}

/** Fields that this room gives to a type of a room below it: `extend('OrderLine', { progress: one('LineBalance', { line_id: 'id' }) })`. */
export const extend = (name: string, fields: Fields): ExtensionDeclaration => ({ kind: 'extension', name, fields });

const leaf =
  (form: Form) =>
  (expr: Expr): LeafField => ({ kind: 'leaf', form, expr });

/** A public id: prefix and the hex digits of a uuid column. */
export const id = (prefix: string, expr: Expr = 'id'): LeafField => ({ kind: 'leaf', form: 'id', expr, prefix });
/** Free text. */
export const text = leaf('text');
/**
 * An enum value or code, printed without escaping: the column must have a CHECK (or the expression yield constants only). A
 * column may store other words than the names of the enum's values, as the schema's internal values tell; an expression may not.
 */
export const word = leaf('word');
/** An int4. */
export const int = leaf('int');
export const bool = leaf('bool');
/** A numeric as exact decimal string, with the scale that the column has. */
export const decimal = leaf('decimal');
/** A `date` as `YYYY-MM-DD`. */
export const date = leaf('date');
/** A `timestamptz` in UTC with microseconds. */
export const instant = leaf('instant');
/** A jsonb or array column, as the JSON that it is. Only for scalar and list-of-scalar fields, and as a need of `derived`. */
export const json = leaf('json');

/** An object whose fields come from the same row; null where `presence` is null. */
export const embed = (fields: Fields, presence?: Expr): EmbedField => ({ kind: 'embed', fields, presence });
/** `Money { amount currency }`; null where the amount is. */
export const money = (amount: Expr, currency: Expr): EmbedField => embed({ amount: decimal(amount), currency: word(currency) }, amount);

const toParent = (on: string | Join): Join => (typeof on === 'string' ? { [on]: 'id' } : on);
const toChild = (on: string | Join): Join => (typeof on === 'string' ? { id: on } : on);

/** The object that column `on` points to by uuid; or `{ childColumn: ownColumn }` for another key. */
export const one = (target: string, on: string | Join, options: { readonly where?: Expr } = {}): OneField => ({
  kind: 'one',
  type: target,
  on: toChild(on),
  ...options,
});

/**
 * All rows of `target` whose column `on` points here, as a plain list. For lists that are bounded by nature (lines of an order);
 * all others are connections.
 * @param options.size length that the cost of a document assumes, 10 by default
 */
export const many = (
  target: string,
  on: string | Join,
  order: OrderKeys,
  options: { readonly where?: Expr; readonly size?: number } = {},
): ManyField => ({ kind: 'many', type: target, on: toParent(on), order, where: options.where, size: options.size ?? 10 });

/** The first row of `target` in that order, or null. */
export const newest = (target: string, on: string | Join, order: OrderKeys, options: { readonly where?: Expr } = {}): NewestField => ({
  kind: 'newest',
  type: target,
  on: toParent(on),
  order,
  ...options,
});

export interface ConnectionOptions extends ListScope {
  readonly on?: string | Join;
  readonly where?: Expr;
  readonly orders: Readonly<Record<string, OrderKeys>>;
  readonly filters?: Readonly<Record<string, Filter>>;
  readonly page?: number;
}

/**
 * A Relay connection with arguments `first`, `after`, `filter`, `orderBy` and, with `party`, the required `as`, as far as the
 * schema has them. Below a type it hangs on `on`; at the root it names its party: `party: { BUYER: 'buyer_id', SUPPLIER:
 * 'supplier_id' }` or `mine: 'org_id'`, else `everyone: true`.
 */
export const connection = (target: string, options: ConnectionOptions): ConnectionField => {
  const { on, filters = {}, page = 20, ...rest } = options;
  return { kind: 'connection', type: target, on: on === undefined ? undefined : toParent(on), filters, page, ...rest };
};

/** The object, of any type that has ids, whose GraphQL type and uuid stand in two columns; null when it is not visible. */
export const subject = (typeExpr: Expr, idExpr: Expr): SubjectField => ({ kind: 'subject', typeExpr, idExpr });

/** Rows for a derived field: `rows('OrderLine', 'order_id', { ref: 'ref', held: bool('held') }, ['ref'])`. */
export const rows = (
  target: string,
  on: string | Join,
  values: RowsNeed['values'],
  order: OrderKeys,
  options: { readonly where?: Expr } = {},
): RowsNeed => ({ kind: 'rows', type: target, on: toParent(on), values, order, ...options });

/**
 * A value that a pure function makes of columns. Expressions arrive as text (null stays null), leaves as their JSON: `int('n')`
 * as number, `bool('b')`, `json('before')` as value; a bare uuid column as dashed uuid. The result is resolved by property name
 * along the selection, so the function returns the object in GraphQL's words.
 */
export const derived = <Values extends object>(
  needs: { readonly [Name in keyof Values]-?: Need },
  compute: (values: Values) => unknown,
  options: { readonly size?: number } = {},
): DerivedField => ({ kind: 'derived', needs, compute, size: options.size ?? 5 });

/** Marks a field as readable only with the scope. A document that selects it without is refused whole, before it is read. */
export const need = <Marked extends Field | FindField | NodeField>(scope: string, field: Marked): Marked => ({
  ...field,
  need: [...(field.need ?? []), scope],
});

/** The fields of Query. */
export const root = (fields: Readonly<Record<string, RootField>>): RootDeclaration => ({ kind: 'root', fields });
/** One object by argument `id`; null for an unknown, foreign or malformed id alike. */
export const byId = (target: string, arg = 'id'): FindField => ({ kind: 'find', type: target, arg, ways: { '': 'id' } });
/**
 * One object by a `@oneOf` argument: `lookup('Order', 'by', { id: 'id', externalReference: '{external_reference} = {@value} and
 * {owner_id} = {@org}' })`. The way `id` takes a public id; every other is a condition that at most one visible row meets.
 */
export const lookup = (target: string, arg: string, ways: Readonly<Record<string, Expr>>): FindField => ({
  kind: 'find',
  type: target,
  arg,
  ways,
});
/** The one row that meets the condition: `row('Organisation', '{id} = {@org}')`. */
export const row = (target: string, condition: Expr): FindField => ({ kind: 'find', type: target, ways: { '': condition } });
/** `node(id:)`: any type declared with an id prefix. */
export const node = (): NodeField => ({ kind: 'node' });
/** `nodes(ids:)`: a list with null in place of what is not visible. */
export const nodes = (): NodeField => ({ kind: 'nodes' });

/** A payload's object by the uuid that the command returned; null when it returned none. */
export const ref = <Root>(target: string, pick: (root: Root) => string | null | undefined): RefField => ({
  kind: 'ref',
  type: target,
  pick,
});
/** A payload's list of objects by uuids, in their order; what is not visible is left out. */
export const refs = <Root>(target: string, pick: (root: Root) => readonly string[] | null | undefined): RefField => ({
  kind: 'refs',
  type: target,
  pick,
});
/** An object of any declared type: by `{ type, id }` with the GraphQL type name and the uuid. */
export const refAny = <Root>(pick: (root: Root) => { readonly type: string; readonly id: string } | null | undefined): RefAnyField => ({
  kind: 'refAny',
  pick,
});
/** A payload's plain value, resolved by property name along the selection. */
export const value = <Root>(pick: (root: Root) => unknown): ValueField => ({ kind: 'value', pick });

/**
 * The payload of a mutation. The functions are given what the command returned; where it was refused they are not called and
 * the field is null. `replayed` and `userErrors` are there by themselves.
 */
export const payload = (name: string, fields: Readonly<Record<string, PayloadField>>): PayloadDeclaration => ({
  kind: 'payload',
  name,
  fields: { ...fields },
});
/** An item of a subscription: an object made of a root value and of objects found by id. */
export const item = (name: string, fields: Readonly<Record<string, PayloadField>>): PayloadDeclaration => payload(name, fields);

type FilterOptions = { readonly id?: string; readonly type?: SqlType };
const filter =
  (op: Filter['op']) =>
  (expr: Expr, options: FilterOptions = {}): Filter => ({
    op,
    expr,
    type: options.id === undefined ? options.type : 'uuid',
    prefix: options.id,
  });

/** Any of a list of values; an empty list matches nothing. `{ id: 'org' }` when the values are public ids. */
export const isIn = filter('in');
export const equals = filter('equals');
/** An input object `{ from, to }`, both optional and both included. */
export const between = filter('between');
/** Strictly less. */
export const before = filter('before');
/** Strictly greater. */
export const after = filter('after');
/** The text occurs, whatever its case. Cannot use an index: the list must be narrow by its party. */
export const contains = filter('contains');
/** A Boolean: true asks for the condition, false for its opposite (null counts as false). `flag('{ended_at} is null')`. */
export const flag = filter('flag');
/** Any condition with `{@value}`; give the SQL type of the value. Cannot use an index unless its operators are leakproof. */
export const matches = filter('matches');
