import { type GraphQLField, getNamedType, type GraphQLObjectType, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import type { Catalogue, Relation } from './catalogue.js';
import { absentFaults, filterFaults, leafFaults, typeFaults, unindexable } from './check-columns.js';
import { connectionFaults, joinFaults, relationFaults } from './check-lists.js';
import { type Registry, registryOf, type Source } from './registry.js';
import type { Field, PayloadDeclaration, ReadDeclaration, RootField } from './shapes.js';

export interface Checked {
  /** What must be put right, in words. */
  readonly faults: readonly string[];
  /** Filters that no index can serve under row-level security: to be reviewed by name. */
  readonly unindexable: readonly string[];
}

type Def = GraphQLField<unknown, unknown>;

/** Fields of a payload that the platform gives by itself. */
const GIVEN = ['replayed', 'userErrors'];

/** All tables that declarations name. */
export const tablesOf = (declarations: readonly ReadDeclaration[]): string[] =>
  declarations.flatMap((declaration) => (declaration.kind === 'type' ? [declaration.table] : []));

class Check {
  readonly faults: string[] = [];
  readonly unindexable: string[] = [];

  constructor(
    readonly registry: Registry,
    readonly catalogue: Catalogue,
  ) {}

  relation(source: Source): Relation | undefined {
    const relation = this.catalogue.get(source.table);
    if (!relation) this.#say([`${source.name} names the table ${source.table}, which does not exist.`]);
    return relation;
  }

  #say(faults: readonly string[]): void {
    for (const fault of faults) if (!this.faults.includes(fault)) this.faults.push(fault);
  }

  /** Each field of the schema is declared, and the reverse. */
  #names(type: GraphQLObjectType, declared: readonly string[], given: readonly string[] = []): void {
    const schema = Object.keys(type.getFields());
    this.#say(
      schema
        .filter((name) => !declared.includes(name) && !given.includes(name))
        .map((name) => `${type.name}.${name} is not declared in any reads.ts.`),
    );
    this.#say(
      declared.filter((name) => !schema.includes(name)).map((name) => `${type.name}.${name} is declared, but the schema does not have it.`),
    );
  }

  source(source: Source): void {
    const relation = this.relation(source);
    if (!relation) return;
    if (relation.view && !relation.securityInvoker) this.#say([`The view ${source.table} must be security_invoker.`]);
    this.#say(typeFaults(source, relation));
    if (!relation.columns.has('id')) this.#say([`${source.table} has no column id.`]);
    for (const expr of [...source.where, ...(source.kind === undefined ? [] : [source.kind])])
      this.#say(absentFaults(source.name, relation, expr));
    for (const { object, fields } of source.possible) {
      const type = this.registry.schema.getType(object);
      if (!isObjectType(type)) {
        // Without fields it is only a source of rows for derived values.
        if (Object.keys(fields).length > 0) this.#say([`${object} is declared, but the schema does not have it.`]);
        continue;
      }
      this.#names(type, Object.keys(fields));
      for (const [name, field] of Object.entries(fields)) this.#field(`${object}.${name}`, field, type.getFields()[name], relation);
    }
  }

  #field(where: string, field: Field, def: Def | undefined, relation: Relation | undefined): void {
    switch (field.kind) {
      case 'leaf':
        if (relation) this.#say(leafFaults(where, relation, field, def));
        return;
      case 'embed':
        return this.#embed(where, field, def, relation);
      case 'derived':
        for (const need of Object.values(field.needs)) {
          if (typeof need !== 'string' && need.kind === 'rows') this.#related(where, need, relation);
          else if (relation && typeof need === 'string' && !need.startsWith('@')) this.#say(absentFaults(where, relation, need));
        }
        return;
      case 'connection':
        return this.#connection(where, field, def, relation);
      case 'subject':
        for (const expr of relation ? [field.typeExpr, field.idExpr] : []) this.#say(absentFaults(where, relation as Relation, expr));
        return;
      default:
        this.#related(where, field, relation);
    }
  }

  #embed(where: string, field: Extract<Field, { kind: 'embed' }>, def: Def | undefined, relation: Relation | undefined): void {
    const type = getNamedType(def?.type);
    if (!isObjectType(type)) return;
    this.#names(type, Object.keys(field.fields));
    if (relation && field.presence !== undefined) {
      this.#say(absentFaults(where, relation, field.presence));
      if (def && isNonNullType(def.type) && relation.columns.get(field.presence)?.notNull === false && !relation.view) {
        this.#say([`${where} is never null in the schema, but ${field.presence} may be.`]);
      }
    }
    // Inside, columns may be null where the object is: what is promised there is promised of present objects.
    const nullable = def && !isNonNullType(def.type);
    for (const [name, inner] of Object.entries(field.fields))
      this.#field(`${where}.${name}`, inner, nullable ? undefined : type.getFields()[name], relation);
  }

  #related(
    where: string,
    field: Extract<Field, { kind: 'one' | 'many' | 'newest' }> | Parameters<typeof relationFaults>[2],
    parent: Relation | undefined,
  ): void {
    const target = this.#target(where, field.type);
    if (!target) return;
    if (parent) this.#say(joinFaults(where, target, field.on, parent));
    this.#say(relationFaults(where, target, field));
  }

  #connection(where: string, field: Extract<Field, { kind: 'connection' }>, def: Def | undefined, parent: Relation | undefined): void {
    const target = this.#target(where, field.type);
    const source = this.registry.sources.get(field.type);
    if (!target || !source || !def) return;
    if (parent && field.on) this.#say(joinFaults(where, target, field.on, parent));
    this.#say([...connectionFaults(where, target, source, def, field), ...filterFaults(where, target, source, field)]);
    this.unindexable.push(...unindexable(where, source, field));
  }

  #target(where: string, name: string): Relation | undefined {
    const source = this.registry.sources.get(name);
    if (!source) this.#say([`${where} leads to ${name}, which no reads.ts declares.`]);
    return source && this.relation(source);
  }

  roots(served: readonly string[]): void {
    const query = this.registry.schema.getQueryType() as GraphQLObjectType;
    this.#names(query, Object.keys(this.registry.roots), served);
    for (const [name, field] of Object.entries(this.registry.roots)) this.#root(`Query.${name}`, field, query.getFields()[name]);
  }

  #root(where: string, field: RootField, def: Def | undefined): void {
    if (field.kind === 'node' || field.kind === 'nodes') return;
    if (field.kind !== 'find') return this.#field(where, field as Field, def, undefined);
    this.#target(where, field.type);
    const usesId = Object.values(field.ways).includes('id') && field.arg !== undefined;
    if (usesId && this.registry.sources.get(field.type)?.idPrefix === undefined)
      this.#say([`${where} looks for an id, but ${field.type} has no prefix.`]);
  }

  /** Every mutation answers a declared payload, every subscription a declared item. */
  payloads(): void {
    const { schema, payloads } = this.registry;
    const reached = new Set<string>();
    for (const root of [schema.getMutationType(), schema.getSubscriptionType()]) {
      for (const field of Object.values(root?.getFields() ?? {})) {
        const type = getNamedType(field.type);
        reached.add(type.name);
        const declared = payloads.get(type.name);
        if (!declared) this.#say([`${root?.name}.${field.name} answers ${type.name}, which no reads.ts declares as payload.`]);
        else if (isObjectType(type)) this.#payload(type, declared);
      }
    }
    this.#say(
      [...payloads.keys()].filter((name) => !reached.has(name)).map((name) => `The payload ${name} is declared, but nothing answers it.`),
    );
  }

  #payload(type: GraphQLObjectType, declared: PayloadDeclaration): void {
    this.#names(type, Object.keys(declared.fields), GIVEN);
    for (const [name, field] of Object.entries(declared.fields)) if ('type' in field) this.#target(`${type.name}.${name}`, field.type);
  }
}

/**
 * Compares declarations with the schema and with the database: names, nulls, types, words without a CHECK, orders without unique
 * end or index, keys that are not unique. A hub with faults does not start.
 * @param served fields of Query that are answered by other means
 */
export const checkDeclarations = (
  schema: GraphQLSchema,
  declarations: readonly ReadDeclaration[],
  catalogue: Catalogue,
  served: readonly string[] = [],
): Checked => {
  const check = new Check(registryOf(schema, declarations), catalogue);
  for (const source of check.registry.sources.values()) check.source(source);
  check.roots(served);
  check.payloads();
  return { faults: check.faults, unindexable: [...new Set(check.unindexable)].sort() };
};
