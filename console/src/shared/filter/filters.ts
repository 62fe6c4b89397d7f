import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** Filters of a page, kept in its address: a link shows what its sender saw. */
export const useFilters = <Name extends string>(
  names: readonly Name[],
): readonly [Readonly<Partial<Record<Name, string>>>, (name: Name, value: string | null) => void] => {
  const [params, setParams] = useSearchParams();
  const values = useMemo(
    () =>
      Object.fromEntries(names.flatMap((name) => (params.get(name) ? [[name, params.get(name)]] : []))) as Partial<Record<Name, string>>,
    [params, names],
  );
  const set = useCallback(
    (name: Name, value: string | null) =>
      setParams(
        (old) => {
          const next = new URLSearchParams(old);
          if (value) next.set(name, value);
          else next.delete(name);
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return [values, set];
};
