import { type Emission } from './emission.js';
import { isColumn, render } from './expressions.js';
import type { Run } from './run.js';
import type { Source } from './registry.js';
import type { Filter, SqlType } from './shapes.js';
import { listOf, textOf, uuidOf } from './values.js';

/** How the value of a filter is had at each run. */
interface Given {
  readonly key: string;
  readonly argument: string;
  readonly value: unknown;
  readonly get: (run: Run) => unknown;
}

const typeOf = (source: Source, filter: Filter): SqlType => {
  const type =
    filter.type ?? (isColumn(filter.expr) ? source.columns.get(filter.expr) : undefined) ?? (filter.op === 'contains' ? 'text' : undefined);
  if (type === undefined) throw new Error(`A filter on "${filter.expr}" of ${source.name} must say its type.`);
  return type;
};

const single = (out: Emission, filter: Filter, type: SqlType, { key, argument, get }: Given): string => {
  const { prefix } = filter;
  return out.parameter(key, type, (run) => (prefix === undefined ? textOf(get(run), type, argument) : uuidOf(get(run), prefix)));
};

const COMPARED = { equals: '=', before: '<', after: '>' } as const;

/** A filter as condition on the row `row`. The condition depends on which values are given, never on what they are. */
const condition = (out: Emission, source: Source, filter: Filter, row: string, given: Given): string[] => {
  if (filter.op === 'flag') {
    const test = `coalesce(${render(filter.expr, out.scope(row))},false)`;
    return [given.value === true ? test : `not ${test}`];
  }
  const type = typeOf(source, filter);
  if (filter.op === 'matches')
    return [
      render(
        filter.expr,
        out.scope(row, undefined, () => single(out, filter, type, given)),
      ),
    ];
  const expr = render(filter.expr, out.scope(row));
  switch (filter.op) {
    case 'in':
      return [
        `${expr} = any(${out.parameter(given.key, `${type}[]`, (run) => listOf(given.get(run), type, given.argument, filter.prefix))})`,
      ];
    case 'contains':
      return [`strpos(lower(${expr}),lower(${single(out, filter, type, given)})) > 0`];
    case 'between':
      return [
        ['from', '>='],
        ['to', '<='],
      ].flatMap(([bound = '', operator]) => {
        const read = (value: unknown) => (value as Readonly<Record<string, unknown>>)[bound] ?? undefined;
        if (read(given.value) === undefined) return [];
        const inner = {
          ...given,
          key: `${given.key}.${bound}`,
          argument: given.argument.replace(/:\)$/, `.${bound}:)`),
          get: (run: Run) => read(given.get(run)),
        };
        return [`${expr} ${operator} ${single(out, filter, type, inner)}`];
      });
    default:
      return [`${expr} ${COMPARED[filter.op]} ${single(out, filter, type, given)}`];
  }
};

/** The conditions of argument `filter` of the list at `site`. */
export const filterConditions = (
  out: Emission,
  source: Source,
  filters: Readonly<Record<string, Filter>>,
  row: string,
  site: { readonly index: number; readonly coordinate: string; readonly args: Readonly<Record<string, unknown>> },
): string[] => {
  const asked = (site.args.filter ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(asked).flatMap(([name, value]) => {
    if (value === null || value === undefined) return [];
    const filter = filters[name];
    if (!filter) throw new Error(`No reads.ts declares the filter ${name} of ${site.coordinate}.`);
    const get = (run: Run) => (run.args[site.index]?.filter as Readonly<Record<string, unknown>>)[name];
    return condition(out, source, filter, row, {
      key: `${site.index}.filter.${name}`,
      argument: `${site.coordinate}(filter.${name}:)`,
      value,
      get,
    });
  });
};
