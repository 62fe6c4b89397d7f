import type { GraphQLSchema } from 'graphql';
import { isColumn } from './expressions.js';
import type {
  Expr,
  ExtensionDeclaration,
  Field,
  PayloadDeclaration,
  ReadDeclaration,
  RootField,
  SqlType,
  TypeDeclaration,
  VariantDeclaration,
} from './shapes.js';

/** One object type that a row of a source can be. */
export interface Possible {
  readonly object: string;
  /** Value of the kind column; absent where all rows are of one type. */
  readonly kindValue?: string;
  readonly fields: Readonly<Record<string, Field>>;
  readonly need: readonly string[];
}

/** Where the rows of a GraphQL type are. */
export interface Source {
  readonly name: string;
  readonly table: string;
  readonly idPrefix?: string;
  readonly where: readonly Expr[];
  readonly kind?: Expr;
  readonly possible: readonly Possible[];
  /** Type of a column as far as the declarations tell it. */
  readonly columns: ReadonlyMap<string, SqlType>;
}

export interface Registry {
  readonly schema: GraphQLSchema;
  readonly sources: ReadonlyMap<string, Source>;
  readonly payloads: ReadonlyMap<string, PayloadDeclaration>;
  readonly roots: Readonly<Record<string, RootField>>;
  readonly byPrefix: ReadonlyMap<string, Source>;
  source(name: string): Source;
}

const FORM_TYPES: Readonly<Record<string, SqlType>> = {
  id: 'uuid',
  text: 'text',
  word: 'text',
  int: 'int',
  bool: 'boolean',
  decimal: 'numeric',
  date: 'date',
  instant: 'timestamptz',
};

const learn = (columns: Map<string, SqlType>, fields: Readonly<Record<string, Field>>): void => {
  for (const field of Object.values(fields)) {
    if (field.kind === 'embed') learn(columns, field.fields);
    if (field.kind === 'one') for (const column of Object.values(field.on)) columns.set(column, 'uuid');
    const type = field.kind === 'leaf' && isColumn(field.expr) ? FORM_TYPES[field.form] : undefined;
    if (field.kind === 'leaf' && type !== undefined) columns.set(field.expr, type);
  }
};

const namesIn = (declaration: ReadDeclaration): string[] => {
  const inside = (type: string) => Object.keys(declaration.fields).map((field) => `${type}.${field}`);
  if (declaration.kind === 'root') return inside('Query');
  if (declaration.kind === 'extension') return inside(declaration.name);
  return declaration.kind === 'type' ? [declaration.name, ...inside(declaration.name)] : [declaration.name];
};

const objections = (declarations: readonly ReadDeclaration[]): string[] => {
  const names = declarations.flatMap(namesIn);
  const twice = names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${name} is declared twice.`);
  const types = new Set(declarations.flatMap((d) => (d.kind === 'type' ? [d.name] : [])));
  const astray = declarations.flatMap((d) =>
    d.kind === 'extension' && !types.has(d.name) ? [`No reads.ts declares the type ${d.name} that another extends.`] : [],
  );
  return [...twice, ...astray];
};

/** The types with the fields that rooms above gave them. */
const extendedTypes = (declarations: readonly ReadDeclaration[]): Map<string, TypeDeclaration> => {
  const types = new Map(declarations.flatMap((d) => (d.kind === 'type' ? [[d.name, d] as const] : [])));
  for (const declaration of declarations) {
    const type = declaration.kind === 'extension' ? types.get(declaration.name) : undefined;
    if (type) types.set(type.name, { ...type, fields: { ...type.fields, ...(declaration as ExtensionDeclaration).fields } });
  }
  return types;
};

/**
 * Brings all declarations together.
 * @throws one error that lists everything declared twice or leading nowhere
 */
export const registryOf = (schema: GraphQLSchema, declarations: readonly ReadDeclaration[]): Registry => {
  const faults = objections(declarations);
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const types = extendedTypes(declarations);
  const variants = new Map<string, VariantDeclaration>();
  const payloads = new Map<string, PayloadDeclaration>();
  let roots: Record<string, RootField> = {};
  for (const declaration of declarations) {
    if (declaration.kind === 'variant') variants.set(declaration.name, declaration);
    else if (declaration.kind === 'payload') payloads.set(declaration.name, declaration);
    else if (declaration.kind === 'root') roots = { ...roots, ...declaration.fields };
  }
  const sources = new Map<string, Source>();
  for (const type of types.values()) sources.set(type.name, sourceOf(type, types, variants));
  for (const variant of variants.values()) sources.set(variant.name, variantSource(variant, types));
  const byPrefix = new Map([...sources.values()].flatMap((s) => (s.idPrefix !== undefined ? [[s.idPrefix, s] as const] : [])));
  const source = (name: string): Source => {
    const found = sources.get(name);
    if (!found) throw new Error(`No reads.ts declares the type ${name}.`);
    return found;
  };
  return { schema, sources, payloads, roots, byPrefix, source };
};

const possibleOf = (
  object: string,
  kindValue: string,
  types: Map<string, TypeDeclaration>,
  variants: Map<string, VariantDeclaration>,
): Possible => {
  const own = variants.get(object) ?? types.get(object);
  if (!own) throw new Error(`No reads.ts declares the type ${object}.`);
  const shared = own.kind === 'variant' ? types.get(own.of) : undefined;
  return { object, kindValue, fields: { ...shared?.fields, ...own.fields }, need: [...(shared?.need ?? []), ...(own.need ?? [])] };
};

const sourceOf = (type: TypeDeclaration, types: Map<string, TypeDeclaration>, variants: Map<string, VariantDeclaration>): Source => {
  const kinds = type.variants;
  const possible: Possible[] = kinds
    ? Object.entries(kinds.types).map(([kindValue, object]) => possibleOf(object, kindValue, types, variants))
    : [{ object: type.name, fields: type.fields, need: type.need ?? [] }];
  const columns = new Map<string, SqlType>([['id', 'uuid']]);
  learn(columns, type.fields);
  for (const one of possible) learn(columns, one.fields);
  for (const [column, sqlType] of Object.entries(type.cols)) columns.set(column, sqlType);
  return {
    name: type.name,
    table: type.table,
    idPrefix: type.id,
    where: type.where === undefined ? [] : [type.where],
    kind: kinds?.col,
    possible,
    columns,
  };
};

/** An object type that is asked for by itself: the rows of its interface that are of its kind. */
const variantSource = (variant: VariantDeclaration, types: Map<string, TypeDeclaration>): Source => {
  const base = types.get(variant.of);
  const kindValue = Object.entries(base?.variants?.types ?? {}).find(([, object]) => object === variant.name)?.[0];
  if (!base?.variants || kindValue === undefined) throw new Error(`${variant.name} is not among the kinds of ${variant.of}.`);
  const fields = { ...base.fields, ...variant.fields };
  const columns = new Map<string, SqlType>([['id', 'uuid'], ...Object.entries(base.cols)]);
  learn(columns, fields);
  const isKind = `${isColumn(base.variants.col) ? `{${base.variants.col}}` : base.variants.col} = '${kindValue}'`;
  return {
    name: variant.name,
    table: base.table,
    where: [...(base.where === undefined ? [] : [base.where]), isKind],
    possible: [{ object: variant.name, fields, need: [...(base.need ?? []), ...(variant.need ?? [])] }],
    columns,
  };
};
