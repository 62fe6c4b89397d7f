import { useCallback, useState } from 'react';
import { useChanges } from './feed.tsx';

const SHOWN_MS = 2_000;
const NONE: ReadonlySet<string> = new Set();

/** Which objects of a type changed in the last two seconds, to be shown for a moment. */
export const useFresh = (subjectType: string): ReadonlySet<string> => {
  const [fresh, setFresh] = useState(NONE);
  useChanges(
    subjectType,
    useCallback((changes) => {
      const ids = changes.map(({ subject }) => subject);
      setFresh((old) => new Set([...old, ...ids]));
      setTimeout(() => setFresh((old) => new Set([...old].filter((id) => !ids.includes(id)))), SHOWN_MS);
    }, []),
  );
  return fresh;
};
