import type { AnyTable, End, Shape } from './table.js';
import { shapeOf } from './table.js';
import type { XmlElement } from './xml.js';

/** A value that is not of its type; its path is then as good as absent. */
export interface Fault {
  readonly path: string;
  readonly value: string;
  readonly type: string;
}

export interface Reading {
  readonly model: object;
  /** Paths that hold something which no row of the table takes, each once. */
  readonly ignored: readonly string[];
  readonly faults: readonly Fault[];
}

type Model = Record<string, unknown>;

const keep = (model: Model, { field, list }: End, value: unknown): void => {
  if (value === undefined) return;
  if (!list) model[field] = value;
  else if (Array.isArray(model[field])) (model[field] as unknown[]).push(value);
  else model[field] = [value];
};

// As many as a person would read: a hostile document must not earn a longer answer than it is.
const MOST_PATHS = 500;

class Reader {
  readonly ignored = new Set<string>();
  readonly faults: Fault[] = [];

  read(element: XmlElement, table: AnyTable, path: string): Model | undefined {
    const model: Model = {};
    const shape = shapeOf(table);
    this.into(model, element, shape, path);
    // Attributes tell about a value: where there is none, they tell nothing.
    const hollow = shape.self !== undefined && model[shape.self.field] === undefined;
    if (hollow) for (const name of element.attributes.keys()) this.ignore(`${path}/@${name}`);
    return hollow || Object.keys(model).length === 0 ? undefined : model;
  }

  private ignore(path: string): void {
    if (this.ignored.size < MOST_PATHS) this.ignored.add(path);
  }

  private into(model: Model, element: XmlElement, shape: Shape, path: string): void {
    for (const [name, value] of element.attributes) {
      const end = shape.attributes.get(name);
      if (end) this.take(model, end, value, `${path}/@${name}`);
      else this.ignore(`${path}/@${name}`);
    }
    if (shape.self) this.take(model, shape.self, element.text, path);
    else if (element.text.trim() !== '') this.ignore(path);
    this.children(model, element, shape, path);
  }

  private children(model: Model, element: XmlElement, shape: Shape, path: string): void {
    const counts = new Map<string, number>();
    for (const child of element.children) {
      const branch = shape.children.get(child.name);
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      const at = `${path}/${child.name}`;
      if (!branch) this.skip(child, at);
      else if (count > 1 && !branch.many) this.skip(child, `${at}[${count}]`);
      else if (branch.inner) this.into(model, child, branch.inner, at);
      else if (branch.end?.scalar?.whole) this.whole(model, branch.end, child, at);
      else if (branch.end?.table) keep(model, branch.end, this.read(child, branch.end.table, at));
      else if (branch.end) this.leaf(model, branch.end, child, at);
    }
  }

  private whole(model: Model, end: End, element: XmlElement, path: string): void {
    const text = end.scalar?.whole?.(element);
    if (text === undefined) this.skip(element, path);
    else keep(model, end, text);
  }

  private leaf(model: Model, end: End, element: XmlElement, path: string): void {
    this.take(model, end, element.text, path);
    for (const name of element.attributes.keys()) this.ignore(`${path}/@${name}`);
    for (const child of element.children) this.skip(child, `${path}/${child.name}`);
  }

  private take(model: Model, end: End, text: string, path: string): void {
    const value = end.scalar?.read(text);
    if (value === undefined && text.trim() !== '' && this.faults.length < MOST_PATHS)
      this.faults.push({ path, value: text.trim().slice(0, 60), type: end.scalar?.type ?? '' });
    keep(model, end, value);
  }

  /** Reports what an element holds that is not taken: its text and attributes, and all below. */
  private skip(element: XmlElement, path: string): void {
    if (element.text.trim() !== '') this.ignore(path);
    for (const name of element.attributes.keys()) this.ignore(`${path}/@${name}`);
    for (const child of element.children) this.skip(child, `${path}/${child.name}`);
  }
}

/** Reads an element by its table. */
export const readBy = (table: AnyTable, element: XmlElement): Reading => {
  const reader = new Reader();
  const model = reader.read(element, table, '') ?? {};
  return {
    model,
    ignored: [...reader.ignored].map((path) => path.slice(1)),
    faults: reader.faults.map((fault) => ({ ...fault, path: fault.path.slice(1) })),
  };
};
