const at = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

const recorded = (value: unknown, path: string, seen: Set<string>): unknown => {
  if (typeof value !== 'object' || value === null) {
    if (value !== undefined) seen.add(path);
    return value;
  }
  const list = Array.isArray(value);
  return new Proxy(value, {
    get(target, key, receiver) {
      const inner: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol' || typeof inner === 'function' || (list && key === 'length')) return inner;
      return recorded(inner, list ? path : at(path, key), seen);
    },
  });
};

/** The model, and the fields (joined by `.`) whose values have been looked at since. */
export const watched = <Model extends object>(model: Model): { readonly model: Model; readonly seen: ReadonlySet<string> } => {
  const seen = new Set<string>();
  return { model: recorded(model, '', seen) as Model, seen };
};

/** The fields of a model that hold a value. */
export const filledFields = (model: unknown, path = ''): ReadonlySet<string> => {
  if (typeof model !== 'object' || model === null) return new Set(model === undefined ? [] : [path]);
  if (Array.isArray(model)) return new Set(model.flatMap((entry) => [...filledFields(entry, path)]));
  return new Set(Object.entries(model).flatMap(([key, inner]) => [...filledFields(inner, at(path, key))]));
};
