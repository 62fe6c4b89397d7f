import { type FieldNode, getNamedType, isEnumType, isNonNullType } from 'graphql';
import { emitDerived } from './emit-derived.js';
import { emitConnection } from './emit-connection.js';
import type { Emission } from './emission.js';
import { isColumn, leafText, render } from './expressions.js';
import type { Possible, Source } from './registry.js';
import { type At, coordinateOf, emitKeys, fromWhere, nodeSources, objectType, orderBy, tied } from './rows.js';
import type { EmbedField, Field, LeafField, ManyField, NewestField, OneField, SubjectField } from './shapes.js';
import { concat, type Piece, quoted, sql } from './sql-text.js';

const emitPossible = (out: Emission, possible: Possible, nodes: readonly FieldNode[], row: string): Piece[] => {
  const object = objectType(out, possible.object);
  return emitKeys(out, object, out.fields(object, nodes), (at) => emitField(out, possible.fields, { ...at, row }));
};

/** The object that a row of the source is, as text expression. */
export const emitObject = (out: Emission, source: Source, nodes: readonly FieldNode[], row: string): string => {
  for (const { object, need } of source.possible) out.need(need, object);
  if (source.kind === undefined) return concat(emitPossible(out, source.possible[0] as Possible, nodes, row));
  const cases = out.dearest(
    source.possible,
    (possible) => `when ${quoted(possible.kindValue ?? '')} then ${concat(emitPossible(out, possible, nodes, row))}`,
  );
  return `case ${render(source.kind, out.scope(row))} ${cases.join(' ')} end`;
};

/** A column of an enum whose values are stored under other words than their names. */
const named = (leaf: LeafField, at: At): readonly Piece[] | undefined => {
  const type = getNamedType(at.def.type);
  if (leaf.form !== 'word' || !isColumn(leaf.expr) || !isEnumType(type) || type.getValues().every(({ name, value }) => name === value))
    return undefined;
  const cases = type.getValues().map(({ name, value }) => `when ${quoted(String(value))} then ${quoted(`"${name}"`)}`);
  return [sql(`case ${at.row}.${leaf.expr} ${cases.join(' ')} end`)];
};

const emitLeaf = (out: Emission, leaf: LeafField, at: At): readonly Piece[] => {
  const nonNull = isNonNullType(at.def.type);
  const text = named(leaf, at) ?? leafText(leaf, out.scope(at.row));
  // A column behind a non-null field is NOT NULL: that is checked at start.
  return nonNull && !out.soft && isColumn(leaf.expr) ? text : [out.settled(concat(text), nonNull)];
};

const emitEmbed = (out: Emission, embed: EmbedField, at: At): readonly Piece[] => {
  const object = objectType(out, getNamedType(at.def.type).name);
  const text = emitKeys(out, object, out.fields(object, at.nodes), (inner) => emitField(out, embed.fields, { ...inner, row: at.row }));
  if (embed.presence === undefined) return text;
  return [
    out.settled(`case when ${render(embed.presence, out.scope(at.row))} is not null then ${concat(text)} end`, isNonNullType(at.def.type)),
  ];
};

const emitOne = (out: Emission, field: OneField | NewestField, at: At): readonly Piece[] => {
  const source = out.settings.registry.source(field.type);
  const row = out.alias();
  const object = emitObject(out, source, at.nodes, row);
  const tail = field.kind === 'newest' ? ` order by ${orderBy(source, field.order, row)} limit 1` : '';
  return [
    out.settled(`(select ${object} ${fromWhere(source, row, tied(out, source, field, row, at.row))}${tail})`, isNonNullType(at.def.type)),
  ];
};

const emitMany = (out: Emission, field: ManyField, at: At): readonly Piece[] => {
  const source = out.settings.registry.source(field.type);
  const row = out.alias();
  const object = out.each(field.size, () => emitObject(out, source, at.nodes, row));
  const list = `'['||string_agg(${object},',' order by ${orderBy(source, field.order, row)})||']'`;
  return [sql(`coalesce((select ${list} ${fromWhere(source, row, tied(out, source, field, row, at.row))}),'[]')`)];
};

/** The object of a source with that uuid (an expression), as a scalar subquery. */
export const emitById = (out: Emission, source: Source, nodes: readonly FieldNode[], uuid: string): string => {
  const row = out.alias();
  const object = emitObject(out, source, nodes, row);
  return `(select ${object} ${fromWhere(source, row, [`${row}.id = ${uuid}`, ...tied(out, source, {}, row)])})`;
};

/** One of several kinds of object, by its GraphQL type and uuid (expressions). */
export const emitAny = (out: Emission, sources: readonly Source[], at: At, type: string, uuid: string): Piece => {
  const cases = out.dearest(sources, (source) => {
    const names = new Set([source.name, ...source.possible.map(({ object }) => object)]);
    return `when ${type} in (${[...names].map(quoted).join(',')}) then ${emitById(out, source, at.nodes, uuid)}`;
  });
  const text = cases.length === 0 ? 'null::text' : `case ${cases.join(' ')} end`;
  return out.settled(text, isNonNullType(at.def.type));
};

const emitSubject = (out: Emission, field: SubjectField, at: At): readonly Piece[] => {
  const scope = out.scope(at.row);
  return [emitAny(out, nodeSources(out, at), at, render(field.typeExpr, scope), render(field.idExpr, scope))];
};

/** The JSON of a field of a row. */
export const emitField = (out: Emission, fields: Readonly<Record<string, Field>>, at: At): readonly Piece[] => {
  const field = fields[at.def.name];
  if (!field) throw new Error(`No reads.ts declares ${coordinateOf(at)}.`);
  return emitDeclared(out, field, at);
};

export const emitDeclared = (out: Emission, field: Field, at: At): readonly Piece[] => {
  out.need(field.need, coordinateOf(at));
  switch (field.kind) {
    case 'leaf':
      return emitLeaf(out, field, at);
    case 'embed':
      return emitEmbed(out, field, at);
    case 'one':
    case 'newest':
      return emitOne(out, field, at);
    case 'many':
      return emitMany(out, field, at);
    case 'connection':
      return emitConnection(out, field, at, emitObject);
    case 'subject':
      return emitSubject(out, field, at);
    case 'derived':
      return emitDerived(out, field, at);
  }
};
