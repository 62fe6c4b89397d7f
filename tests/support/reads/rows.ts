import type pg from 'pg';
import type { Expr, ReadDeclaration, TypeDeclaration, VariantDeclaration } from '../../../src/platform/reads/shapes.js';

/** Who asks. */
export interface Asker {
  readonly orgId: string;
  readonly actorId: string;
  readonly scopes: ReadonlySet<string>;
}

/** One row: its uuid and where it stands. Every expression of it is asked for by itself. */
export interface Row {
  readonly table: string;
  readonly id: string;
  readonly type: string;
}

interface Place {
  readonly table: string;
  readonly where: readonly Expr[];
  readonly kind?: TypeDeclaration['variants'];
}

/** A reader of rows one by one, without plan or cleverness, under the same policies: what the compiler is compared with. */
export class Rows {
  readonly #types = new Map<string, TypeDeclaration>();
  readonly #variants = new Map<string, VariantDeclaration>();
  readonly #values = new Map<string, string | null>();
  readonly #found = new Map<string, Row[]>();

  constructor(
    readonly client: pg.ClientBase,
    declarations: readonly ReadDeclaration[],
    readonly asker: Asker,
  ) {
    for (const declaration of declarations) {
      if (declaration.kind === 'type') this.#types.set(declaration.name, declaration);
      if (declaration.kind === 'variant') this.#variants.set(declaration.name, declaration);
    }
    for (const extension of declarations) {
      const base = extension.kind === 'extension' ? this.#types.get(extension.name) : undefined;
      if (base) this.#types.set(base.name, { ...base, fields: { ...base.fields, ...extension.fields } as TypeDeclaration['fields'] });
    }
  }

  get byPrefix(): ReadonlyMap<string, string> {
    return new Map([...this.#types.values()].flatMap((type) => (type.id === undefined ? [] : [[type.id, type.name]])));
  }

  #place(name: string): Place {
    const type = this.#types.get(name);
    if (type) return { table: type.table, where: type.where === undefined ? [] : [type.where], kind: type.variants };
    const base = this.#types.get(this.#variants.get(name)?.of ?? '');
    if (!base) throw new Error(`no type ${name}`);
    return { table: base.table, where: base.where === undefined ? [] : [base.where], kind: base.variants };
  }

  /** The declared fields of an object type. */
  fields(object: string): TypeDeclaration['fields'] {
    const variant = this.#variants.get(object);
    return variant ? { ...this.#types.get(variant.of)?.fields, ...variant.fields } : (this.#types.get(object)?.fields ?? {});
  }

  #sql(expr: Expr, self: string, parent = 'parent'): string {
    if (/^[a-z_][a-z0-9_]*$/.test(expr)) return `${self}.${expr}`;
    return `(${expr
      .replace(/\{(\^?)([a-z_][a-z0-9_]*)\}/g, (_, up: string, name: string) => `${up === '' ? self : parent}.${name}`)
      .replaceAll('{@org}', `'${this.asker.orgId}'::uuid`)
      .replaceAll('{@actor}', `'${this.asker.actorId}'::uuid`)
      .replaceAll('{@value}', '$1')})`;
  }

  /** The text of an expression of a row. */
  async text(row: Row, expr: Expr, cast = '::text'): Promise<string | null> {
    const key = `${row.table}|${row.id}|${expr}|${cast}`;
    if (!this.#values.has(key)) {
      const value = cast === 'json' ? `to_json(${this.#sql(expr, 'self')})::text` : `${this.#sql(expr, 'self')}${cast}`;
      const { rows } = await this.client.query<{ v: string | null }>(`select ${value} as v from ${row.table} self where self.id = $1`, [
        row.id,
      ]);
      this.#values.set(key, rows[0]?.v ?? null);
    }
    return this.#values.get(key) ?? null;
  }

  /** Text of an expression that needs no row. */
  async free(expr: Expr): Promise<string | null> {
    const { rows } = await this.client.query<{ v: string | null }>(`select ${this.#sql(expr, 'none')}::text as v`);
    return rows[0]?.v ?? null;
  }

  /** Rows of a type under a condition with `$1`, in no order. A row's type is the object type that its kind says. */
  async find(name: string, conditions: readonly Expr[], options: { readonly parent?: Row; readonly value?: string } = {}): Promise<Row[]> {
    const { table, where, kind } = this.#place(name);
    const { parent, value } = options;
    const tests = [...where, ...conditions].map((expr) => this.#sql(/^[a-z_]+$/.test(expr) ? `{${expr}}` : expr, 'self'));
    const from = parent ? `${table} self, ${parent.table} parent` : `${table} self`;
    if (parent) tests.push(`parent.id = '${parent.id}'`);
    const key = JSON.stringify([name, tests, parent?.table, value]);
    const known = this.#found.get(key);
    if (known) return known;
    const kindOf = kind ? this.#sql(kind.col, 'self') : "''";
    const { rows } = await this.client.query<{ id: string; kind: string }>(
      `select self.id::text as id, ${kindOf} as kind from ${from}${tests.length > 0 ? ` where ${tests.join(' and ')}` : ''}`,
      value === undefined ? [] : [value],
    );
    const found = rows
      .map((row) => ({ table, id: row.id, type: kind ? (kind.types[row.kind] ?? '') : name }))
      .filter((row) => !this.#variants.has(name) || row.type === name);
    this.#found.set(key, found);
    return found;
  }

  /** SQL type of an expression, whether there is a row or not. */
  async typeOf(name: string, expr: Expr): Promise<string> {
    const { rows } = await this.client.query<{ v: string }>(
      `select pg_typeof(${this.#sql(expr, 'self')})::text as v from (select 1) none left join ${this.#place(name).table} self on false`,
    );
    return rows[0]?.v ?? '';
  }

  /** @throws when the text cannot be of that type */
  async mustBe(type: string, text: string): Promise<void> {
    await this.client.query(`select $1::${type}`, [text]);
  }
}
