import type { XmlElement } from './xml.js';

/**
 * The language of the mapping tables: each row says once where a field of the model stands in UBL, for reading, writing and reporting alike.
 * A path is relative to the element of its table: steps joined by `/`, `@name` for an attribute, `.` for the element's own text.
 * A step that ends in `*` may be repeated; its field is then a list. Rows stand in the order in which UBL demands the elements.
 */
export interface Scalar<Value> {
  /** The value that the text writes, or undefined when it is none of the type. */
  read(text: string): Value | undefined;
  write(value: Value): string;
  /** Name of the type, for people. */
  readonly type: string;
}

/** A kind that takes an element whole instead of its text, and gives it back as XML. */
export interface Fragment extends Scalar<string> {
  /** Undefined where it is too much to keep. */
  whole(element: XmlElement): string | undefined;
}

type Single<Value> = NonNullable<Value> extends readonly (infer Entry)[] ? Entry : NonNullable<Value>;
type KindOf<Value> = [Value] extends [string] ? Scalar<string> : [Value] extends [boolean] ? Scalar<boolean> : Table<Value>;

export type Row<Model> = {
  [Field in keyof Model & string]-?: readonly [path: string, field: Field, kind: KindOf<Single<Model[Field]>>];
}[keyof Model & string];

export type Table<Model> = readonly Row<Model>[];

/** A row without its model's type: what reading and writing work with. */
export type AnyRow = readonly [path: string, field: string, kind: Scalar<string> | Fragment | Scalar<boolean> | readonly AnyRow[]];
export type AnyTable = readonly AnyRow[];

/** A field at the end of a path. */
export interface End {
  readonly field: string;
  readonly list: boolean;
  readonly scalar?: Scalar<string | boolean> & Partial<Pick<Fragment, 'whole'>>;
  readonly table?: AnyTable;
}

export interface Branch {
  /** Qualified with the usual prefix: `cbc:ID`. */
  readonly name: string;
  many: boolean;
  end?: End;
  /** What a wrapper holds that has no field of its own. */
  inner?: Shape;
}

/** A table as a tree of elements, in the order of writing. */
export interface Shape {
  readonly attributes: Map<string, End>;
  readonly children: Map<string, Branch>;
  self?: End;
}

const emptyShape = (): Shape => ({ attributes: new Map(), children: new Map() });

const isTable = (kind: AnyRow[2]): kind is readonly AnyRow[] => Array.isArray(kind);

const endOf = ([path, field, kind]: AnyRow): End => ({
  field,
  list: path.includes('*'),
  ...(isTable(kind) ? { table: kind } : { scalar: kind as Scalar<string | boolean> }),
});

const plant = (root: Shape, row: AnyRow): void => {
  const steps = row[0].split('/');
  let shape = root;
  steps.forEach((step, index) => {
    const last = index === steps.length - 1;
    if (step === '.') shape.self = endOf(row);
    else if (step.startsWith('@')) shape.attributes.set(step.slice(1), endOf(row));
    else {
      const name = step.replace('*', '');
      const branch = shape.children.get(name) ?? { name, many: step.endsWith('*') };
      shape.children.set(name, branch);
      if (last) branch.end = endOf(row);
      else shape = branch.inner ??= emptyShape();
    }
  });
};

const shapes = new WeakMap<AnyTable, Shape>();

/** The tree of a table, made once. */
export const shapeOf = (table: AnyTable): Shape => {
  let shape = shapes.get(table);
  if (!shape) {
    shape = emptyShape();
    for (const row of table) plant(shape, row);
    shapes.set(table, shape);
  }
  return shape;
};

/** Every path that a table supports: where it stands in the model (fields joined by `.`) and in UBL. */
export const pathsOf = (table: AnyTable, field = '', at = ''): (readonly [field: string, path: string])[] =>
  table.flatMap(([path, name, kind]) => {
    const there = field === '' ? name : `${field}.${name}`;
    const here = path === '.' ? at : `${at}/${path.replaceAll('*', '')}`;
    return isTable(kind) ? pathsOf(kind, there, here) : [[there, here] as const];
  });
