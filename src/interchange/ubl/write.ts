import type { AnyTable, Branch, End, Shape } from './table.js';
import { shapeOf } from './table.js';
import { escapeAttribute, escapeText } from './xml.js';

type Model = Record<string, unknown>;

const valuesOf = (model: Model, { field, list }: End): unknown[] => {
  const value = model[field];
  if (value === undefined || value === null) return [];
  return list ? (value as unknown[]) : [value];
};

const scalarText = (end: End | undefined, value: unknown): string =>
  end?.scalar && value !== undefined ? end.scalar.write(value as string | boolean) : '';

const element = (name: string, attributes: string, text: string, children: readonly string[], indent: string): string => {
  const open = `${indent}<${name}${attributes}>`;
  return children.length === 0 ? `${open}${escapeText(text)}</${name}>` : `${open}\n${children.join('\n')}\n${indent}</${name}>`;
};

/** An element that holds a model of its own; nothing where the model says nothing. */
const modelElement = (name: string, model: Model, shape: Shape, indent: string): string[] => {
  const attributes = [...shape.attributes].flatMap(([attribute, end]) =>
    valuesOf(model, end).map((value) => ` ${attribute}="${escapeAttribute(scalarText(end, value))}"`),
  );
  const text = shape.self ? scalarText(shape.self, model[shape.self.field]) : '';
  const children = [...shape.children.values()].flatMap((branch) => branchElements(branch, model, `${indent}  `));
  return text === '' && children.length === 0 ? [] : [element(name, attributes.join(''), text, children, indent)];
};

const endElements = (name: string, end: End, value: unknown, indent: string): string[] => {
  if (end.table) return modelElement(name, value as Model, shapeOf(end.table), indent);
  const text = scalarText(end, value);
  return [end.scalar?.whole ? `${indent}${text}` : element(name, '', text, [], indent)];
};

/** A wrapper that may be repeated holds one value of its one field; another holds all fields that are in it. */
const wrapperElements = ({ name, many, inner }: Branch, model: Model, indent: string): string[] => {
  const children = [...(inner?.children.values() ?? [])];
  const wrap = (content: readonly string[]): string[] => (content.length === 0 ? [] : [element(name, '', '', content, indent)]);
  const only = children[0];
  if (many && only?.end) {
    const { end } = only;
    return valuesOf(model, end).flatMap((value) => wrap(endElements(only.name, end, value, `${indent}  `)));
  }
  return wrap(children.flatMap((branch) => branchElements(branch, model, `${indent}  `)));
};

const branchElements = (branch: Branch, model: Model, indent: string): string[] => {
  const { name, end } = branch;
  return end ? valuesOf(model, end).flatMap((value) => endElements(name, end, value, indent)) : wrapperElements(branch, model, indent);
};

/** The children of a root, one line an element, in the order of its table. */
export const writeBy = (table: AnyTable, model: object): string =>
  [...shapeOf(table).children.values()].flatMap((branch) => branchElements(branch, model as Model, '  ')).join('\n');
