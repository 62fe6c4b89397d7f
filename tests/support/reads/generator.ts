import {
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLInputType,
  type GraphQLNamedOutputType,
  type GraphQLSchema,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  OverlappingFieldsCanBeMergedRule,
  parse,
  validate,
} from 'graphql';
import type { Random } from './random.js';

/** Values to give for arguments: by coordinate `Type.field(arg:)`, by name of the argument or input field, or by scalar type. */
export type Pool = (where: { readonly names: readonly string[]; readonly type: string }) => readonly unknown[];

export interface Generated {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Every value given, with the name of its argument or input field. */
  readonly given: readonly (readonly [name: string, value: unknown])[];
}

const FIRST = [0, 1, 2, 3, 5, 100];

/** Documents that walk the schema: every way to select and every way to give an argument. */
export class Generator {
  #variables: Record<string, unknown> = {};
  #definitions: string[] = [];
  #fragments: string[] = [];
  #given: [string, unknown][] = [];
  #budget = 0;
  #text = '';
  /** How each variable gets another value. */
  #makers = new Map<string, () => unknown>();

  constructor(
    readonly schema: GraphQLSchema,
    readonly random: Random,
    readonly pool: Pool,
    readonly skip: ReadonlySet<string> = new Set(),
  ) {}

  /** Fields of one name and another type in two fragments conflict: such a document is made anew. */
  query(): Generated {
    const type = this.schema.getQueryType();
    if (!type) throw new Error('no Query');
    for (;;) {
      this.#start();
      const generated = this.#end('query', this.#selection(type, 0));
      if (validate(this.schema, parse(generated.text), [OverlappingFieldsCanBeMergedRule]).length === 0) return generated;
    }
  }

  /** One field of Mutation or Subscription with arguments as they come; its selection is what matters. */
  field(kind: 'mutation' | 'subscription', name: string): Generated {
    this.#start();
    const type = kind === 'mutation' ? this.schema.getMutationType() : this.schema.getSubscriptionType();
    const field = type?.getFields()[name];
    if (!field) throw new Error(`no ${kind} ${name}`);
    return this.#end(kind, `{${name}${this.#arguments(field, `${type?.name}.${name}`)}${this.#selection(getNamedType(field.type), 1)}}`);
  }

  #start(): void {
    this.#variables = {};
    this.#definitions = [];
    this.#fragments = [];
    this.#given = [];
    this.#budget = 40;
    this.#makers = new Map();
  }

  #end(kind: string, body: string): Generated {
    const head = this.#definitions.length > 0 ? `(${this.#definitions.join(',')})` : '';
    this.#text = [`${kind} Q${head}${body}`, ...this.#fragments].join('\n');
    return { text: this.#text, variables: this.#variables, given: this.#given };
  }

  /** The last document with other values of its variables: what was planned for the first must not answer for these. */
  again(): Generated {
    const variables: Record<string, unknown> = {};
    for (const [name, make] of this.#makers) {
      const value = make();
      if (value !== undefined) variables[name] = value;
    }
    return { text: this.#text, variables, given: this.#given };
  }

  #variable(type: string, value: unknown, make: () => unknown, fallback?: string): string {
    const name = `v${this.#definitions.length}`;
    this.#makers.set(name, make);
    this.#definitions.push(`$${name}:${type}${fallback === undefined ? '' : `=${fallback}`}`);
    if (value !== undefined) this.#variables[name] = value;
    return `$${name}`;
  }

  #directive(): string {
    const { chance, pick } = this.random;
    if (!chance(0.08)) return '';
    const when = chance(0.5) ? String(chance(0.5)) : this.#variable('Boolean!', chance(0.5), () => chance(0.5));
    return ` @${pick(['skip', 'include'])}(if:${when})`;
  }

  #selection(type: GraphQLNamedOutputType, depth: number): string {
    if (!isCompositeType(type)) return '';
    const { under, chance } = this.random;
    const parts = Array.from({ length: 1 + under(depth === 0 ? 3 : 5) }, () => this.#part(type, depth));
    if (chance(0.15)) parts.push(parts[under(parts.length)] ?? '');
    return `{${parts.join(' ')}}`;
  }

  #part(type: GraphQLNamedOutputType, depth: number): string {
    const { chance, pick } = this.random;
    if (isCompositeType(type) && !isObjectType(type) && chance(0.6)) return this.#fragment(pick(this.schema.getPossibleTypes(type)), depth);
    if (isObjectType(type) && chance(0.08)) return this.#fragment(type, depth);
    return this.#field(type, depth);
  }

  #fragment(type: GraphQLNamedOutputType, depth: number): string {
    if (this.random.chance(0.6)) return `... on ${type.name}${this.#directive()}${this.#selection(type, depth + 1)}`;
    const body = this.#selection(type, depth + 1);
    this.#fragments.push(`fragment F${this.#fragments.length} on ${type.name}${body}`);
    return `...F${this.#fragments.length - 1}${this.#directive()}`;
  }

  #field(type: GraphQLNamedOutputType, depth: number): string {
    const { chance, pick } = this.random;
    if (isUnionType(type) || !isCompositeType(type) || chance(0.05)) return '__typename';
    const leafOnly = depth > 5 || this.#budget <= 0;
    const fields = Object.values(type.getFields()).filter(
      (field) => !this.skip.has(`${type.name}.${field.name}`) && !(leafOnly && isCompositeType(getNamedType(field.type))),
    );
    if (fields.length === 0) return '__typename';
    const objects = fields.filter((field) => isCompositeType(getNamedType(field.type)));
    const field = pick(objects.length > 0 && chance(depth === 0 ? 0.95 : depth < 4 ? 0.4 : 0.2) ? objects : fields);
    this.#budget -= 1;
    const selection = this.#selection(getNamedType(field.type), depth + 1);
    const given = this.#arguments(field, `${type.name}.${field.name}`);
    // Fields of one name with other arguments cannot be merged, so they are told apart.
    const alias = given !== '' || selection !== '' || chance(0.2) ? `a${this.#serial++}:` : '';
    return `${alias}${field.name}${given}${this.#directive()}${selection}`;
  }

  #serial = 0;

  #arguments(field: GraphQLField<unknown, unknown>, coordinate: string): string {
    const given = field.args.flatMap((arg) => {
      const text = this.#argument(arg, coordinate);
      return text === undefined ? [] : [`${arg.name}:${text}`];
    });
    return given.length > 0 ? `(${given.join(',')})` : '';
  }

  #argument(arg: GraphQLArgument, coordinate: string): string | undefined {
    const { chance } = this.random;
    const optional = !isNonNullType(arg.type) || arg.defaultValue !== undefined;
    if (optional && chance(0.5)) return undefined;
    const names = [`${coordinate}(${arg.name}:)`, arg.name];
    const absent = () => (isNonNullType(arg.type) || chance(0.5) ? undefined : null);
    const other = () => (optional && chance(0.2) ? absent() : this.#value(arg.type, names));
    if (!isNonNullType(arg.type) && chance(0.1)) return chance(0.5) ? 'null' : this.#variable(String(arg.type), absent(), other);
    const value = this.#value(arg.type, names);
    if (chance(0.5)) return this.#literal(value, arg.type);
    // A variable may be left out only where its type allows null or it has a default.
    if (!optional) return this.#variable(String(arg.type), value, other);
    const kept = chance(0.1) ? undefined : value;
    if (!isNonNullType(arg.type)) return this.#variable(String(arg.type), kept, other);
    return this.#variable(String(arg.type.ofType), kept, other, this.#literal(value, arg.type));
  }

  #value(type: GraphQLInputType, names: readonly string[]): unknown {
    const { chance, pick, under } = this.random;
    if (isNonNullType(type)) return this.#value(type.ofType, names) ?? 'x';
    if (isListType(type)) return Array.from({ length: under(4) }, () => this.#value(type.ofType, names));
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields());
      if (type.isOneOf) return this.#member(pick(fields), [...names, '@oneOf']);
      return Object.assign(
        {},
        ...fields.filter((field) => isNonNullType(field.type) || chance(1.2 / fields.length)).map((field) => this.#member(field, names)),
      );
    }
    if (type.name === 'Boolean') return chance(0.5);
    const pool = this.pool({ names, type: type.name });
    const value =
      pool.length > 0
        ? pick(pool)
        : type.name !== 'Int'
          ? pick(['', 'x', 'plain'])
          : names.includes('first') && chance(0.9)
            ? pick(FIRST)
            : pick([-1, 0, 1, 3, 7, 101, 2 ** 31 - 1]);
    this.#given.push([names.at(-1) ?? '', value]);
    return value;
  }

  #member(field: GraphQLInputField, within: readonly string[]): object {
    const nullable = !isNonNullType(field.type) && !within.includes('@oneOf') && this.random.chance(0.1);
    return { [field.name]: nullable ? null : this.#value(field.type, [...within, field.name]) };
  }

  /** A literal; now and then a part of it is a variable. */
  #literal(value: unknown, type: GraphQLInputType): string {
    const inner = isNonNullType(type) ? type.ofType : type;
    if (value === null || value === undefined) return 'null';
    if (isListType(inner)) return `[${(value as unknown[]).map((one) => this.#literal(one, inner.ofType)).join(',')}]`;
    if (isInputObjectType(inner)) {
      const members = Object.entries(value).map(([name, one]) => {
        const of = inner.getFields()[name]?.type;
        if (of === undefined) return '';
        const asVariable = !inner.isOneOf && this.random.chance(0.2);
        return `${name}:${asVariable ? this.#variable(String(of), one, () => this.#value(of, [name])) : this.#literal(one, of)}`;
      });
      return `{${members.join(',')}}`;
    }
    if (typeof value === 'string' && /[\uD800-\uDFFF]/u.test(value)) return this.#variable(String(type), value, () => value);
    return isEnumType(inner) ? String(value) : JSON.stringify(value);
  }
}
