import { type FieldNode, isNonNullType } from 'graphql';
import { prefixOf } from '../../kernel/ids.js';
import { costedPrinter } from './emit-derived.js';
import { emitAny, emitById, emitDeclared, emitObject } from './emit.js';
import type { Emission } from './emission.js';
import { render } from './expressions.js';
import { badInput } from './failure.js';
import { type At, coordinateOf, fromWhere, nodeSources, tied } from './rows.js';
import type { FindField, PayloadField, RootField } from './shapes.js';
import { literal, type Piece, quoted, sql } from './sql-text.js';
import { listOf, textOf, uuidOf } from './values.js';

const NOTHING = 'null::text';

const emitFind = (out: Emission, field: FindField, at: At): Piece => {
  const source = out.settings.registry.source(field.type);
  const { index, args, coordinate } = out.site(coordinateOf(at), at.def, at.nodes[0] as FieldNode);
  const asked = field.arg === undefined ? undefined : args[field.arg];
  const way = asked !== null && typeof asked === 'object' ? Object.keys(asked).find((key) => field.ways[key] !== undefined) : '';
  const how = field.ways[way ?? ''];
  const nonNull = isNonNullType(at.def.type);
  const row = out.alias();
  const object = emitObject(out, source, at.nodes, row);
  if (how === undefined || (field.arg !== undefined && (asked === null || asked === undefined))) return out.settled(NOTHING, nonNull);
  const name = `${coordinate}(${field.arg}:)`;
  const given = (all: Readonly<Record<string, unknown>> | undefined): unknown => {
    const value = all?.[field.arg ?? ''];
    return way === '' ? value : (value as Readonly<Record<string, unknown>>)[way ?? ''];
  };
  const condition =
    field.arg !== undefined && how === 'id'
      ? `${row}.id = ${out.parameter(`${index}.${way}`, 'uuid', (run) => uuidOf(given(run.args[index]), source.idPrefix ?? ''))}`
      : render(
          how,
          out.scope(row, undefined, () => out.parameter(`${index}.${way}`, 'text', (run) => textOf(given(run.args[index]), 'text', name))),
        );
  return out.settled(`(select ${object} ${fromWhere(source, row, [condition, ...tied(out, source, {}, row)])})`, nonNull);
};

/** `node(id:)`: the prefix of the id chooses the table and is part of the variant. */
const emitNode = (out: Emission, at: At): Piece => {
  const { index, args } = out.site(coordinateOf(at), at.def, at.nodes[0] as FieldNode);
  const prefix = prefixOf(String(args.id)) ?? '';
  const source = nodeSources(out, at).find((known) => known.idPrefix === prefix);
  const nonNull = isNonNullType(at.def.type);
  if (!source) return out.settled(NOTHING, nonNull);
  return out.settled(
    emitById(
      out,
      source,
      at.nodes,
      out.parameter(`${index}.id`, 'uuid', (run) => uuidOf(run.args[index]?.id, prefix)),
    ),
    nonNull,
  );
};

/** `nodes(ids:)`: the set of prefixes is part of the variant, the ids are one parameter each for uuids and prefixes. */
const emitNodes = (out: Emission, at: At): Piece => {
  const { index, args, coordinate } = out.site(coordinateOf(at), at.def, at.nodes[0] as FieldNode);
  const idsOf = (all: Readonly<Record<string, unknown>> | undefined): readonly string[] => (all?.ids ?? []) as readonly string[];
  const { pageMax } = out.settings;
  const asked = new Set(idsOf(args).map((id) => prefixOf(id)));
  const sources = nodeSources(out, at).filter((source) => asked.has(source.idPrefix));
  const uuids = out.parameter(`${index}.uuids`, 'uuid[]', (run) => {
    const ids = idsOf(run.args[index]);
    if (ids.length > pageMax) throw badInput(`${coordinate}(ids:) takes at most ${pageMax} ids.`, `${coordinate}(ids:)`);
    return `{${ids.map((id) => uuidOf(id, prefixOf(id) ?? '') ?? 'NULL').join(',')}}`;
  });
  const prefixes = out.parameter(`${index}.prefixes`, 'text[]', (run) =>
    listOf(
      idsOf(run.args[index]).map((id) => prefixOf(id) ?? ''),
      'text',
      coordinate,
    ),
  );
  const list = out.alias();
  const cases = out.each(
    (run) => idsOf(run.args[index]).length,
    () => out.dearest(sources, (source) => `when ${quoted(source.idPrefix ?? '')} then ${emitById(out, source, at.nodes, `${list}.id`)}`),
  );
  const item = cases.length === 0 ? quoted('null') : `coalesce(case ${list}.kind ${cases.join(' ')} end,'null')`;
  return sql(
    `(select coalesce('['||string_agg(${item},',' order by ${list}.n)||']','[]') from unnest(${uuids},${prefixes}) with ordinality ${list}(id,kind,n))`,
  );
};

/** The JSON of a field of Query. */
export const emitRootField = (out: Emission, fields: Readonly<Record<string, RootField>>, at: At): readonly Piece[] => {
  const field = fields[at.def.name];
  if (!field) throw new Error(`No reads.ts declares ${coordinateOf(at)}.`);
  out.need(field.need, coordinateOf(at));
  switch (field.kind) {
    case 'find':
      return [emitFind(out, field, at)];
    case 'node':
      return [emitNode(out, at)];
    case 'nodes':
      return [emitNodes(out, at)];
    default:
      return emitDeclared(out, field, at);
  }
};

/** The root value of a payload or item: what the functions of its declaration are given, and values that need none. */
export interface RootValue {
  readonly value: unknown;
  readonly given: Readonly<Record<string, unknown>>;
}

const picked = (field: PayloadField, root: unknown): unknown => {
  const { value } = root as RootValue;
  return value === null || value === undefined ? null : ((field.pick as (value: unknown) => unknown)(value) ?? null);
};

const emitRefs = (out: Emission, field: PayloadField & { readonly type: string }, at: At): Piece => {
  const ids = out.column('text[]', (root) => {
    const list = picked(field, root);
    return list === null ? null : listOf(list, 'uuid', coordinateOf(at));
  });
  const source = out.settings.registry.source(field.type);
  const [each, row] = [out.alias(), out.alias()];
  const object = out.each(10, () => emitObject(out, source, at.nodes, row));
  const from = `from unnest(${ids}::uuid[]) with ordinality ${each}(id,n) join ${source.table} ${row} on ${row}.id = ${each}.id`;
  const where = tied(out, source, {}, row);
  const list = `(select coalesce('['||string_agg(${object},',' order by ${each}.n)||']','[]') ${from}${where.length > 0 ? ` where ${where.join(' and ')}` : ''})`;
  return out.settled(`case when ${ids} is not null then ${list} end`, isNonNullType(at.def.type));
};

/**
 * The JSON of a field of a payload or item. `sample` is a root value of this variant: what it refers to is what is read.
 * @param declared undefined for values that the runner gives by itself
 */
export const emitPayloadField = (
  out: Emission,
  declared: PayloadField | undefined,
  at: At,
  samples: readonly RootValue[],
): readonly Piece[] => {
  if (!declared) {
    const print = costedPrinter(out, at, 1);
    return out.fill([], (_values, _run, root) => print((root as RootValue).given[at.def.name]));
  }
  out.need(declared.need, coordinateOf(at));
  if (declared.kind === 'value') {
    const print = costedPrinter(out, at, 1);
    return out.fill([], (_values, _run, root) => print(picked(declared, root)));
  }
  const found = samples.map((root) => picked(declared, root)).filter((value) => value !== null);
  if (found.length === 0) return [isNonNullType(at.def.type) ? out.settled(NOTHING, true) : literal('null')];
  if (declared.kind === 'refs') return [emitRefs(out, declared, at)];
  if (declared.kind === 'ref') {
    const id = out.column('uuid', (root) => picked(declared, root) as string | null);
    return [out.settled(emitById(out, out.settings.registry.source(declared.type), at.nodes, id), isNonNullType(at.def.type))];
  }
  const member = (name: 'type' | 'id') => (root: unknown) =>
    (picked(declared, root) as { type: string; id: string } | null)?.[name] ?? null;
  const [type, id] = [out.column('text', member('type')), out.column('uuid', member('id'))];
  const types = new Set(found.map((value) => (value as { type: string }).type));
  const sources = nodeSources(out, at).filter(
    (source) => source.possible.some(({ object }) => types.has(object)) || types.has(source.name),
  );
  return [emitAny(out, sources, at, type, id)];
};
