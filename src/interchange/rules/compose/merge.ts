type Model = Readonly<Record<string, unknown>>;

const isModel = (value: unknown): value is Model => typeof value === 'object' && value !== null && !Array.isArray(value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const lineIdOf = (line: unknown): string => {
  const id = isModel(line) ? line['id'] : undefined;
  return isModel(id) ? String(id['value']).trim() : '';
};

const mergeLines = (base: readonly unknown[], next: readonly unknown[], kept: readonly unknown[]): unknown[] => {
  const find = (lines: readonly unknown[], id: string): unknown => lines.find((line) => lineIdOf(line) === id);
  const gone = new Set(base.map(lineIdOf).filter((id) => find(next, id) === undefined));
  const stay = kept
    .filter((line) => !gone.has(lineIdOf(line)))
    .map((line) => mergeValue('', find(base, lineIdOf(line)), find(next, lineIdOf(line)), line));
  return [...stay, ...next.filter((line) => find(kept, lineIdOf(line)) === undefined)];
};

const mergeModel = (base: Model, next: Model, kept: Model): Model => {
  const names = [...new Set([...Object.keys(kept), ...Object.keys(next)])];
  const merged = names.map((name) => [name, mergeValue(name, base[name], next[name], kept[name])] as const);
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
};

const mergeValue = (name: string, base: unknown, next: unknown, kept: unknown): unknown => {
  if (same(base, next)) return kept;
  if (name === 'lines' && Array.isArray(base) && Array.isArray(next) && Array.isArray(kept)) return mergeLines(base, next, kept);
  return isModel(base) && isModel(next) && isModel(kept) ? mergeModel(base, next, kept) : next;
};

/**
 * A document as it was received, with what has changed since: where the facts of then and now agree, the document's own words stand,
 * with all that the facts do not hold. Lines are told apart by number; any other list counts as one value.
 */
export const brought = <Document extends object>(then: Document, now: Document, received: Document): Document =>
  mergeModel(then as Model, now as Model, received as Model) as Document;
