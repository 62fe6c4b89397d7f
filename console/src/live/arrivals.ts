import { useCallback, useRef, useState } from 'react';
import { useChanges } from './feed.tsx';

/** How many objects that a list does not show yet have come since: they wait for the reader, and move nothing under the cursor. */
export const useArrivals = (subjectType: string, shown: readonly string[]): { readonly count: number; clear(): void } => {
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set());
  const known = useRef<ReadonlySet<string>>(new Set());
  known.current = new Set(shown);
  useChanges(
    subjectType,
    useCallback((changes) => {
      const unknown = changes.map(({ subject }) => subject).filter((id) => !known.current.has(id));
      if (unknown.length > 0) setArrived((old) => new Set([...old, ...unknown]));
    }, []),
  );
  const clear = useCallback(() => setArrived(new Set()), []);
  return { count: [...arrived].filter((id) => !known.current.has(id)).length, clear };
};
