import type { Pool } from 'pg';
import type { Viewer } from '../auth/viewer.js';
import { settingsFor, trip } from '../database/trip.js';
import type { ReadDeclaration } from '../reads/declare.js';

/** Whether objects that events are about may be read. */
export interface Visibility {
  /** Whether the viewer's scopes allow that type at all. */
  readable(viewer: Viewer, type: string): boolean;
  /** Whether that object exists for the viewer. */
  exists(viewer: Viewer, type: string, id: string): Promise<boolean>;
}

const TIMEOUT_MS = 5_000;

/** @param pool logged in as `hub_app` */
export function createVisibility(pool: Pool, declarations: readonly ReadDeclaration[]): Visibility {
  const types = new Map(declarations.flatMap((d) => (d.kind === 'type' ? [[d.name, d] as const] : [])));
  return {
    readable: (viewer, type) =>
      types.has(type) && (types.get(type)?.need ?? []).every((scope) => (viewer.scopes as ReadonlySet<string>).has(scope)),
    async exists(viewer, type, id) {
      const table = types.get(type)?.table;
      if (table === undefined) return false;
      return (
        (await trip(pool, settingsFor(viewer, TIMEOUT_MS), { text: `select 1 from ${table} where id = $1`, values: [id] })).rows.length ===
        1
      );
    },
  };
}
