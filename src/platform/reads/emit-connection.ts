import { type FieldNode, getNamedType, type GraphQLObjectType, isEnumType } from 'graphql';
import { cursorSql, type CursorPlace, padded } from './cursor.js';
import type { Emission } from './emission.js';
import { isColumn, render } from './expressions.js';
import { badInput } from './failure.js';
import { filterConditions } from './filters.js';
import type { Run } from './run.js';
import type { Source } from './registry.js';
import { type At, coordinateOf, emitKeys, fromWhere, objectType, orderBy, tied } from './rows.js';
import type { ConnectionField, OrderKeys, SqlType } from './shapes.js';
import { concat, literal, type Piece, sql } from './sql-text.js';

/** Longest count that `totalCount` looks for: this value means that there are more than one less. */
export const COUNTED = 1_001;

type WriteObject = (out: Emission, source: Source, nodes: readonly FieldNode[], row: string) => string;

/** One list under one variant of its arguments. */
class List {
  readonly source: Source;
  readonly site: ReturnType<Emission['site']>;
  readonly orderName: string;
  readonly keys: OrderKeys;
  readonly #party: string | undefined;

  constructor(
    readonly out: Emission,
    readonly field: ConnectionField,
    readonly at: At,
  ) {
    this.source = out.settings.registry.source(field.type);
    this.site = out.site(coordinateOf(at), at.def, at.nodes[0] as FieldNode);
    this.orderName = this.#enumArgument('orderBy') ?? Object.keys(field.orders)[0] ?? '';
    this.keys = field.orders[this.orderName] ?? missing(`${coordinateOf(at)} has no order ${this.orderName}.`);
    this.#party = field.party && this.#enumArgument('as');
    // Registers every argument, so that a wrong one is refused even where the selection needs no rows.
    this.firstParameter();
    this.conditions('');
    this.beyond('');
  }

  /** Name of an enum argument's value: it is part of the variant. */
  #enumArgument(name: string): string | undefined {
    const value = this.site.args[name];
    const type = getNamedType(this.at.def.args.find((arg) => arg.name === name)?.type);
    return value === null || value === undefined || !isEnumType(type) ? undefined : (type.serialize(value) ?? undefined);
  }

  get descending(): boolean {
    return this.keys[0]?.startsWith('-') ?? false;
  }

  get columns(): { readonly column: string; readonly type: SqlType }[] {
    return this.keys.map((key) => {
      const column = key.replace(/^-/, '');
      return {
        column,
        type: this.source.columns.get(column) ?? missing(`The type of ${this.source.name}'s column ${column} is not declared.`),
      };
    });
  }

  /** Which rows the whole list has. */
  conditions(row: string): string[] {
    const { out, field, source, at, site } = this;
    const org = field.party ? (field.party[this.#party ?? ''] ?? missing(`${site.coordinate} needs the argument as.`)) : field.mine;
    const whose = org === undefined ? [] : [isColumn(org) ? `${row}.${org} = ${out.scope().org()}` : render(org, out.scope(row))];
    return [...whose, ...tied(out, source, field, row, at.row), ...filterConditions(out, source, field.filters, row, site)];
  }

  /** The condition that rows come after the cursor, where one is given. */
  beyond(row: string): string[] {
    const { out, site, columns } = this;
    if (!this.hasCursor) return [];
    const types = columns.map(({ type }) => type);
    const left = columns.map(({ column, type }) => `${row}.${column}${type === 'text' ? ' collate "C"' : ''}`);
    const right = types.map((type, index) =>
      out.parameter(
        `${site.index}.after.${index}`,
        type,
        (run) =>
          out.settings.seal.open(String(run.args[site.index]?.after), this.place(run), types, `${site.coordinate}(after:)`)[index] ?? null,
      ),
    );
    return [`(${left.join(',')}) ${this.descending ? '<' : '>'} (${right.join(',')})`];
  }

  get hasCursor(): boolean {
    const { after } = this.site.args;
    return after !== null && after !== undefined;
  }

  place(run: Run): CursorPlace {
    const { site, orderName } = this;
    return {
      list: site.coordinate,
      order: orderName,
      filter: canonical([this.#party, run.args[site.index]?.filter]),
      org: run.viewer.orgId,
    };
  }

  first = (run: Run): number => {
    const { out, site, field } = this;
    const asked = run.args[site.index]?.first ?? field.page;
    if (typeof asked === 'number' && asked >= 0 && asked <= out.settings.pageMax) return asked;
    throw badInput(`${site.coordinate}(first:) must lie between 0 and ${out.settings.pageMax}.`, `${site.coordinate}(first:)`);
  };

  firstParameter(): string {
    return this.out.parameter(`${this.site.index}.first`, 'int', (run) => String(this.first(run)));
  }

  cursor(row: string): string {
    const { out, site } = this;
    const pad = (byte: 0x36 | 0x5c) =>
      out.parameter(`${site.index}.seal.${byte}`, 'bytea', (run) => padded(out.settings.seal.secret(this.place(run)), byte));
    return cursorSql(
      this.columns.map(({ column, type }) => ({ sql: `${row}.${column}`, type })),
      pad(0x36),
      pad(0x5c),
    );
  }
}

const missing = (message: string): never => {
  throw new Error(message);
};

/** Text that is equal for equal filters, however they were written down. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner)
            .filter(([, v]) => v !== null)
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : inner,
  );

/** What the selection of a connection needs of the page. */
interface Page {
  readonly list: List;
  readonly row: string;
  readonly write: WriteObject;
  /** Set while the text is written: the page is read at all, one row further, or with the number of its rows. */
  aggregated: boolean;
  ahead: boolean;
  counted: boolean;
}

const collected = (page: Page, text: string): Piece => {
  page.aggregated = true;
  return sql(
    `coalesce('['||string_agg(${text},',' order by ${page.row}._n) filter (where ${page.row}._n <= ${page.list.firstParameter()})||']','[]')`,
  );
};

const cursorAt = (page: Page, which: 'first' | 'last'): Piece => {
  const { row, list } = page;
  const first = list.firstParameter();
  page.aggregated = true;
  page.counted ||= which === 'last';
  const at = which === 'last' ? `${row}._n = least(${first},${row}._c)` : `${row}._n = 1 and ${first} > 0`;
  return sql(`coalesce('"'||max(${list.cursor(row)}) filter (where ${at})||'"','null')`);
};

const emitPageInfo = (page: Page, at: Omit<At, 'row'>): readonly Piece[] => {
  const { out } = page.list;
  const object = objectType(out, getNamedType(at.def.type).name);
  return emitKeys(out, object, out.fields(object, at.nodes), ({ def }) => {
    switch (def.name) {
      case 'hasNextPage':
        page.aggregated = page.ahead = true;
        return [sql(`(count(*) > ${page.list.firstParameter()})::text`)];
      case 'hasPreviousPage':
        return [literal(String(page.list.hasCursor))];
      case 'startCursor':
        return [cursorAt(page, 'first')];
      case 'endCursor':
        return [cursorAt(page, 'last')];
      default:
        return missing(`PageInfo.${def.name} is not known to the read compiler.`);
    }
  });
};

const emitEdges = (page: Page, at: Omit<At, 'row'>): readonly Piece[] => {
  const { out, source } = page.list;
  const object = objectType(out, getNamedType(at.def.type).name);
  const edge = out.each(page.list.first, () =>
    emitKeys(out, object, out.fields(object, at.nodes), ({ def, nodes }) =>
      def.name === 'cursor'
        ? [literal('"'), sql(page.list.cursor(page.row)), literal('"')]
        : [sql(`(${page.write(out, source, nodes, page.row)})`)],
    ),
  );
  return [collected(page, concat(edge))];
};

const emitTotal = (list: List): Piece => {
  const row = list.out.alias();
  return sql(`(select count(*) from (select 1 ${fromWhere(list.source, row, list.conditions(row))} limit ${COUNTED}) ${row}c)::text`);
};

const emitPart = (page: Page, at: Omit<At, 'row'>): readonly Piece[] => {
  const { out, source } = page.list;
  switch (at.def.name) {
    case 'nodes':
      return [
        collected(
          page,
          out.each(page.list.first, () => page.write(out, source, at.nodes, page.row)),
        ),
      ];
    case 'edges':
      return emitEdges(page, at);
    case 'pageInfo':
      return emitPageInfo(page, at);
    case 'totalCount':
      return [emitTotal(page.list)];
    default:
      return missing(`${coordinateOf(at)} is not known to the read compiler.`);
  }
};

/**
 * The page as rows with their number. The limit inside is a constant, because the planner cannot judge a parameter there and
 * would plan anew at each run; the one outside is the caller's.
 */
const pageRows = ({ list, row, ahead, counted }: Page): string => {
  const { out, source, keys } = list;
  const inner = out.alias();
  const rows =
    `select ${inner}.* ${fromWhere(source, inner, [...list.conditions(inner), ...list.beyond(inner)])}` +
    ` order by ${orderBy(source, keys, inner)} limit ${out.settings.pageMax + 1}`;
  const count = counted ? `,count(*) over () as _c` : '';
  return `(select ${inner}q.*,row_number() over () as _n${count} from (${rows}) ${inner}q limit ${list.firstParameter()}${ahead ? '+1' : ''}) ${row}`;
};

export const emitConnection = (out: Emission, field: ConnectionField, at: At, write: WriteObject): readonly Piece[] => {
  const list = new List(out, field, at);
  const page: Page = { list, row: out.alias(), write, aggregated: false, ahead: false, counted: false };
  const object: GraphQLObjectType = objectType(out, getNamedType(at.def.type).name);
  const pieces = emitKeys(out, object, out.fields(object, at.nodes), (inner) => emitPart(page, inner));
  if (!page.aggregated) return pieces;
  return [sql(`(select ${concat(pieces)} from ${pageRows(page)})`)];
};
