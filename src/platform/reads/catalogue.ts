import type pg from 'pg';

export interface Column {
  /** Base type, as `format_type` spells it: domains are seen through. */
  readonly type: string;
  readonly notNull: boolean;
  /** A CHECK of the table or of its domain speaks of it. */
  readonly checked: boolean;
}

export interface Index {
  readonly columns: readonly string[];
  /** Columns whose text is ordered by its bytes. */
  readonly byBytes: ReadonlySet<string>;
  readonly unique: boolean;
  /** Holds only some rows. One over the rows where its first column is not null holds all that can be asked for by it. */
  readonly partial: boolean;
}

export interface Relation {
  /** A view has no constraints of its own, so that less can be checked. */
  readonly view: boolean;
  readonly securityInvoker: boolean;
  readonly columns: ReadonlyMap<string, Column>;
  readonly indexes: readonly Index[];
}

/** What the database says about its tables, by qualified name. */
export type Catalogue = ReadonlyMap<string, Relation>;

const RELATIONS = `
  select n.nspname || '.' || c.relname as name, c.relkind = 'v' as view, coalesce(c.reloptions::text ~ 'security_invoker=(true|on|1)', false) as invoker,
    (select jsonb_agg(jsonb_build_object(
        'name', a.attname, 'type', format_type(case when t.typtype = 'd' then t.typbasetype else a.atttypid end, null),
        'notNull', a.attnotnull or t.typnotnull,
        'checked', exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'c' and a.attnum = any(k.conkey))
          or exists (select from pg_constraint k where k.contypid = t.oid and k.contype = 'c')))
      from pg_attribute a join pg_type t on t.oid = a.atttypid where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    (select jsonb_agg(jsonb_build_object('unique', i.indisunique, 'partial', i.indpred is not null and pg_get_expr(i.indpred, i.indrelid)
          <> '(' || (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[0]) || ' IS NOT NULL)',
        'keys', (select jsonb_agg(jsonb_build_object(
            'name', coalesce((select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum = i.indkey[at.n] and at.n < i.indnkeyatts), ''),
            'bytes', exists (select from pg_collation l where l.oid = i.indcollation[at.n] and l.collname = 'C')) order by at.n)
          from generate_series(0, i.indnkeyatts - 1) as at(n))))
      from pg_index i where i.indrelid = c.oid and i.indisvalid) as indexes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v') and n.nspname || '.' || c.relname = any($1)`;

interface Told {
  readonly name: string;
  readonly view: boolean;
  readonly invoker: boolean;
  readonly columns: readonly ({ readonly name: string } & Column)[] | null;
  readonly indexes:
    | readonly {
        readonly unique: boolean;
        readonly partial: boolean;
        readonly keys: readonly { readonly name: string; readonly bytes: boolean }[];
      }[]
    | null;
}

/** Reads what is known of these tables (`schema.table`). */
export const readCatalogue = async (client: pg.ClientBase | pg.Pool, tables: readonly string[]): Promise<Catalogue> => {
  const { rows } = await client.query<Told>(RELATIONS, [[...new Set(tables)]]);
  return new Map(
    rows.map((row) => [
      row.name,
      {
        view: row.view,
        securityInvoker: row.invoker,
        columns: new Map((row.columns ?? []).map(({ name, ...column }) => [name, column])),
        indexes: (row.indexes ?? []).map(({ unique, partial, keys }) => ({
          unique,
          partial,
          columns: keys.map((key) => key.name),
          byBytes: new Set(keys.filter((key) => key.bytes).map((key) => key.name)),
        })),
      },
    ]),
  );
};
