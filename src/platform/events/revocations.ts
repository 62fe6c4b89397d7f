import type { Viewer } from '../auth/viewer.js';
import type { Subject } from '../room.js';
import type { TailRow } from './tail.js';

/** Whose rights are watched. */
export type Watched = Pick<Viewer, 'orgId' | 'credentialId' | 'kind'>;

export interface Revocations {
  /** Looks through new events for those that end somebody's rights. */
  look(rows: readonly TailRow[]): void;
  /** Calls back when the viewer's rights end; answers the way to stop listening. */
  listen(viewer: Watched, call: () => void): () => void;
}

interface Listener extends Watched {
  readonly call: () => void;
}

/** Rights that end while somebody is being served: an event of the own organisation says so, in whatever process it happened. */
export function createRevocations(subjects: readonly Subject[]): Revocations {
  const ends = new Map(
    subjects.flatMap(({ type, revokes }) => (revokes?.on ?? []).map((event) => [`${type}/${event}`, revokes?.whom] as const)),
  );
  const listeners = new Map<string, Set<Listener>>();
  return {
    look(rows) {
      for (const { orgId, type, subject, subjectId } of rows) {
        const whom = ends.get(`${subject}/${type}`);
        for (const { credentialId, kind, call } of whom === undefined ? [] : [...(listeners.get(orgId) ?? [])]) {
          // Which person a membership belongs to is not in the event: all come back, with the rights that they have now.
          if (whom === 'people' ? kind === 'PERSON' : credentialId === subjectId) call();
        }
      }
    },
    listen(viewer, call) {
      const { orgId } = viewer;
      const own = listeners.get(orgId) ?? new Set();
      const listener = { ...viewer, call };
      listeners.set(orgId, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0 && listeners.get(orgId) === own) listeners.delete(orgId);
      };
    },
  };
}
