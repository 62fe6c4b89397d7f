import type { Viewer } from '../auth/viewer.js';
import type { Subject } from '../room.js';
import type { TailRow } from './tail.js';

export interface Revocations {
  /** Looks through new events for those that end somebody's rights. */
  look(rows: readonly TailRow[]): void;
  /** Calls back when that key or session is revoked; answers the way to stop listening. */
  listen(credentialId: string, listener: () => void): () => void;
  /** Says that the viewer is being served, so that what ends rights in the whole organisation is known to concern it. */
  watch(viewer: Viewer): () => void;
}

const added = <K, V>(map: Map<K, Set<V>>, key: K, value: V): (() => void) => {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(value));
  return () => {
    set.delete(value);
    if (set.size === 0 && map.get(key) === set) map.delete(key);
  };
};

/** Rights that end while somebody is being served: an event of the organisation says so, in whatever process it happened. */
export function createRevocations(subjects: readonly Subject[]): Revocations {
  const ends = new Map(
    subjects.flatMap(({ type, revokes }) => (revokes?.on ?? []).map((event) => [`${type}/${event}`, revokes?.whom] as const)),
  );
  const listeners = new Map<string, Set<{ call: () => void }>>();
  const people = new Map<string, Set<{ readonly credentialId: string }>>();
  const revoke = (credentialId: string) => {
    for (const listener of [...(listeners.get(credentialId) ?? [])]) listener.call();
  };
  return {
    look(rows) {
      for (const { orgId, type, subject, subjectId } of rows) {
        const whom = ends.get(`${subject}/${type}`);
        if (whom === 'credential') revoke(subjectId);
        // Which person a membership belongs to is not in the event: all of them come back, with the rights that they have now.
        if (whom === 'people') for (const { credentialId } of [...(people.get(orgId) ?? [])]) revoke(credentialId);
      }
    },
    listen: (credentialId, call) => added(listeners, credentialId, { call }),
    watch: ({ orgId, credentialId, kind }) => (kind === 'PERSON' ? added(people, orgId, { credentialId }) : () => undefined),
  };
}
