import { type GraphQLOutputType, isListType, isNonNullType } from 'graphql';
import { type At, coordinateOf, fromWhere, orderBy, tied } from './rows.js';
import type { Emission } from './emission.js';
import { isoInstant, needValue } from './expressions.js';
import type { Run } from './run.js';
import { printer, type Printer } from './print.js';
import type { DerivedField, Need, RowsNeed } from './shapes.js';
import { type Piece, quoted } from './sql-text.js';

const BUSINESS_NOW = '(select app.business_now())';

/** Needs that are had from the caller and not from the row. */
const FROM_RUN: Readonly<Record<string, (run: Run, site: number) => unknown>> = {
  '@viewer': (run) => run.viewer,
  '@args': (run, site) => run.args[site],
};

const rowsValue = (out: Emission, need: RowsNeed, parent: string | undefined): string => {
  const source = out.settings.registry.source(need.type);
  const row = out.alias();
  const pairs = Object.entries(need.values).map(([name, value]) => `${quoted(name)},${needValue(value, out.scope(row, parent))}`);
  const list = `json_agg(json_build_object(${pairs.join(',')}) order by ${orderBy(source, need.order, row)})`;
  return `coalesce((select ${list} ${fromWhere(source, row, tied(out, source, need, row, parent))}),'[]'::json)`;
};

const sqlValue = (out: Emission, need: Need, row: string | undefined): string => {
  if (need === '@businessNow') return isoInstant(BUSINESS_NOW);
  if (need === '@businessDate') return `(${BUSINESS_NOW} at time zone 'Asia/Shanghai')::date::text`;
  if (typeof need === 'object' && need.kind === 'rows') return rowsValue(out, need, row);
  return needValue(need, out.scope(row));
};

const isList = (type: GraphQLOutputType): boolean => isListType(isNonNullType(type) ? type.ofType : type);

/** How the computed value is written; what it selects is counted, per item when it is a list. */
export const costedPrinter = (out: Emission, at: At, size: number): Printer => {
  const make = () => printer(out, at.def.type, at.nodes, coordinateOf(at));
  return isList(at.def.type) ? out.each(size, make) : make();
};

export const emitDerived = (out: Emission, field: DerivedField, at: At): readonly Piece[] => {
  const print = costedPrinter(out, at, field.size);
  const entries = Object.entries(field.needs);
  const fromRow = entries.filter(([, need]) => typeof need !== 'string' || !(need in FROM_RUN));
  const names = fromRow.map(([name]) => name);
  const fromRun = entries.flatMap(([name, need]) => (typeof need === 'string' && FROM_RUN[need] ? [{ name, get: FROM_RUN[need] }] : []));
  const site = fromRun.length > 0 && at.nodes[0] ? out.site(coordinateOf(at), at.def, at.nodes[0]).index : -1;
  const compute = field.compute as (values: Record<string, unknown>) => unknown;
  return out.fill(
    fromRow.map(([, need]) => sqlValue(out, need, at.row)),
    (values, run) => {
      const given: Record<string, unknown> = {};
      names.forEach((name, index) => {
        given[name] = values[index];
      });
      for (const { name, get } of fromRun) given[name] = get(run, site);
      return print(compute(given));
    },
  );
};
