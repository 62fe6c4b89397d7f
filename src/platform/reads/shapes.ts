/** What the declarations of `reads.ts` files are made of: plain data that the compiler reads. Write them with `declare.ts`. */

/**
 * A column name, or an SQL expression in which
 * `{column}` is a column of the row, `{^column}` a column of the row that the relation starts from,
 * `{@org}` and `{@actor}` are the viewer's uuids and `{@value}` is the value of a filter or of a look-up.
 * Outside braces only constants, operators and functions may stand: every other table is reached by a relation.
 */
export type Expr = string;

/** How a value stands in JSON, and its type in SQL. */
export type Form = 'id' | 'text' | 'word' | 'int' | 'bool' | 'decimal' | 'date' | 'instant' | 'json';

/** Types that columns of keys, filters and orders may have. */
export type SqlType = 'uuid' | 'text' | 'int' | 'bigint' | 'numeric' | 'date' | 'timestamptz' | 'boolean';

/** `{ child column: parent column }`; a list is tied to its parent by all of them. */
export type Join = Readonly<Record<string, string>>;

/** Columns of an order, most important first; `-column` is descending. The columns of one order all run the same way. */
export type OrderKeys = readonly string[];

interface Guarded {
  /** Scopes without which a document that selects this is refused before anything is read. */
  readonly need?: readonly string[];
}

export interface LeafField extends Guarded {
  readonly kind: 'leaf';
  readonly form: Form;
  readonly expr: Expr;
  /** Prefix of a public id. */
  readonly prefix?: string;
}

/** An object whose fields are had from the row itself, such as an amount with its currency. */
export interface EmbedField extends Guarded {
  readonly kind: 'embed';
  readonly fields: Readonly<Record<string, Field>>;
  /** The object is null where this is null. */
  readonly presence?: Expr;
}

export interface OneField extends Guarded {
  readonly kind: 'one';
  readonly type: string;
  readonly on: Join;
  readonly where?: Expr;
}

export interface ManyField extends Guarded {
  readonly kind: 'many';
  readonly type: string;
  readonly on: Join;
  readonly order: OrderKeys;
  readonly where?: Expr;
  /** Length that the cost of a document assumes. */
  readonly size: number;
}

export interface NewestField extends Guarded {
  readonly kind: 'newest';
  readonly type: string;
  readonly on: Join;
  readonly order: OrderKeys;
  readonly where?: Expr;
}

/** A filter of a list: how the value given for it becomes a condition. An absent or null value is no condition. */
export interface Filter {
  readonly op: 'in' | 'equals' | 'between' | 'before' | 'after' | 'contains' | 'flag' | 'matches';
  readonly expr: Expr;
  readonly type?: SqlType;
  /** The value is a public id with this prefix; any other text matches nothing. */
  readonly prefix?: string;
}

/** Whose rows a list without a parent shows. Row-level security decides in any case; naming the party keeps plans good. */
export interface ListScope {
  /** By argument `as`: enum value to the viewer's own column (or a condition with `{@org}`). */
  readonly party?: Readonly<Record<string, Expr>>;
  /** The column that holds the viewer's organisation (or a condition with `{@org}`). */
  readonly mine?: Expr;
  /** Every visible row: for tables that stay small or are the same for all. */
  readonly everyone?: true;
}

export interface ConnectionField extends Guarded, ListScope {
  readonly kind: 'connection';
  readonly type: string;
  readonly on?: Join;
  readonly where?: Expr;
  /** By value of argument `orderBy`; the first is the default. Each must end in a unique key. */
  readonly orders: Readonly<Record<string, OrderKeys>>;
  /** By field of argument `filter`. */
  readonly filters: Readonly<Record<string, Filter>>;
  /** Page length when `first` is null or not an argument. */
  readonly page: number;
}

/** Another object of any kind, named by its GraphQL type and uuid in two columns. */
export interface SubjectField extends Guarded {
  readonly kind: 'subject';
  readonly typeExpr: Expr;
  readonly idExpr: Expr;
}

/** Rows of a relation as plain values for a derived field, in order. */
export interface RowsNeed {
  readonly kind: 'rows';
  readonly type: string;
  readonly on: Join;
  readonly order: OrderKeys;
  readonly values: Readonly<Record<string, Expr | LeafField>>;
  readonly where?: Expr;
}

/**
 * A value that a derived field needs: an expression (given as text, whatever its type), a leaf (given as its JSON), rows,
 * `@viewer`, `@args` (coerced arguments of the field), `@businessNow` (ISO text) or `@businessDate` (`YYYY-MM-DD`, Shanghai).
 */
export type Need = Expr | LeafField | RowsNeed;

export interface DerivedField extends Guarded {
  readonly kind: 'derived';
  readonly needs: Readonly<Record<string, Need>>;
  readonly compute: (values: never) => unknown;
  /** Length that the cost assumes when the value is a list. */
  readonly size: number;
}

export type Field = LeafField | EmbedField | OneField | ManyField | NewestField | ConnectionField | SubjectField | DerivedField;

/** A root field that finds one row. */
export interface FindField extends Guarded {
  readonly kind: 'find';
  readonly type: string;
  /** Argument whose value (or whose one field, for `@oneOf`) says which row. Absent: the condition alone does. */
  readonly arg?: string;
  /** `id` is the public id; else a condition with `{@value}`. Keyed by the field of a `@oneOf` argument, or '' for a plain one. */
  readonly ways: Readonly<Record<string, Expr>>;
}

/** `node(id:)` and `nodes(ids:)`. */
export interface NodeField extends Guarded {
  readonly kind: 'node' | 'nodes';
}

export type RootField = Field | FindField | NodeField;

/** A payload or item field that is not a column: found by id from the root value, or simply the value. */
export interface RefField extends Guarded {
  readonly kind: 'ref' | 'refs';
  readonly type: string;
  readonly pick: (root: never) => unknown;
}
export interface ValueField extends Guarded {
  readonly kind: 'value';
  readonly pick: (root: never) => unknown;
}
/** An object of any declared type, by a public id that the root value holds. */
export interface RefAnyField extends Guarded {
  readonly kind: 'refAny';
  readonly pick: (root: never) => unknown;
}
export type PayloadField = RefField | RefAnyField | ValueField;

export interface TypeDeclaration {
  readonly kind: 'type';
  readonly name: string;
  readonly table: string;
  /** Prefix of public ids, for types that `node(id:)` finds. */
  readonly id?: string;
  readonly need?: readonly string[];
  /** SQL types of columns that no field shows but an order or filter uses. */
  readonly cols: Readonly<Record<string, SqlType>>;
  /** An interface or union on one table: the column that says which object type a row is. */
  readonly variants?: { readonly col: Expr; readonly types: Readonly<Record<string, string>> };
  /** Which rows of the table are of this type, when not all are. */
  readonly where?: Expr;
  readonly fields: Readonly<Record<string, Field>>;
}
/** An object type of an interface or union: the fields that it has beside the shared ones. */
export interface VariantDeclaration {
  readonly kind: 'variant';
  readonly name: string;
  readonly of: string;
  readonly need?: readonly string[];
  readonly fields: Readonly<Record<string, Field>>;
}
/** Fields that a room above gives to a type of a room below. */
export interface ExtensionDeclaration {
  readonly kind: 'extension';
  readonly name: string;
  readonly fields: Readonly<Record<string, Field>>;
}
export interface RootDeclaration {
  readonly kind: 'root';
  readonly fields: Readonly<Record<string, RootField>>;
}
export interface PayloadDeclaration {
  readonly kind: 'payload';
  readonly name: string;
  readonly fields: Readonly<Record<string, PayloadField>>;
}
export type ReadDeclaration = TypeDeclaration | VariantDeclaration | ExtensionDeclaration | RootDeclaration | PayloadDeclaration;
