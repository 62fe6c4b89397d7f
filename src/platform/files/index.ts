import type { Readable } from 'node:stream';
import type { Pool } from 'pg';
import { uuidv7 } from 'uuidv7';
import type { Viewer } from '../auth/viewer.js';
import type { Sql } from '../commands/command.js';
import { settingsFor, trip } from '../database/trip.js';
import { mediaTypeOf } from './media-type.js';
import type { FileStore } from './store.js';

export { type FileStore, folderStore, TooLarge } from './store.js';

export interface FileMeta {
  /** uuid; `fil_…` outside. */
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  /** Hex. */
  readonly sha256: string;
}

export interface Files {
  /** Stores the bytes and a pending row. @throws TooLarge */
  upload(viewer: Viewer, name: string, body: Readable): Promise<FileMeta>;
  /** The file as the viewer may see it, or undefined: unknown and foreign are the same. `body` opens the bytes. */
  find(viewer: Viewer, id: string): Promise<(FileMeta & { body(): Readable }) | undefined>;
  /** Removes what was uploaded a day ago and attached to nothing, or never came in whole. Answers how many were pending. */
  dropPending(): Promise<number>;
}

export const MAX_FILE_BYTES = 25 * 1024 * 1024;
const STATEMENT_TIMEOUT_MS = 5_000;
const PENDING_FOR = '1 day';
const DAY_MS = 86_400_000;

/** The last part of a path, without control characters: a name is shown and never used to find anything. */
export const shownName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const shown = last
    .replaceAll(/[\p{Cc}\p{Bidi_Control}]/gu, '')
    .trim()
    .slice(0, 255);
  // Through bytes and back: half a surrogate pair, given or cut, cannot be stored.
  return Buffer.from(shown).toString() || 'file';
};

interface FileRow {
  name: string;
  media_type: string;
  size: string;
  sha256: string;
}

const FIND = { name: 'file-find', text: "select name, media_type, size, encode(sha256, 'hex') as sha256 from app.file where id = $1" };
const KEEP = { name: 'file-keep', text: 'insert into app.file (id, name, media_type, size, sha256) values ($1, $2, $3, $4, $5)' };

export function createFiles(pool: Pool, store: FileStore): Files {
  const as = (viewer: Viewer) => settingsFor(viewer, STATEMENT_TIMEOUT_MS);
  return {
    async upload(viewer, given, body) {
      const id = uuidv7();
      const { size, sha256, head } = await store.write(id, body, MAX_FILE_BYTES);
      const meta = { id, name: shownName(given), mediaType: mediaTypeOf(head), size, sha256: sha256.toString('hex') };
      try {
        // The row first: a row without bytes is pending and goes by itself, bytes without a row would stay.
        await trip(pool, as(viewer), { ...KEEP, values: [id, meta.name, meta.mediaType, size, `\\x${meta.sha256}`] });
        await store.keep(id);
      } catch (error) {
        await store.remove(id);
        throw error;
      }
      return meta;
    },
    async find(viewer, id) {
      const [row] = (await trip(pool, as(viewer), { ...FIND, values: [id] })).rows as unknown as FileRow[];
      return (
        row && { id, name: row.name, mediaType: row.media_type, size: Number(row.size), sha256: row.sha256, body: () => store.read(id) }
      );
    },
    async dropPending() {
      const { rows } = await pool.query<{ id: string }>('select app.drop_pending_files($1) as id', [PENDING_FOR]);
      await Promise.all(rows.map(({ id }) => store.remove(id)));
      await store.dropUnfinished(new Date(Date.now() - DAY_MS));
      return rows.length;
    },
  };
}

/**
 * Makes a file of the acting organisation part of a document, in the document's transaction: from then on these parties may
 * read it and it stays. False when the organisation has no such file.
 */
export async function attachFile(sql: Sql, fileId: string, parties: readonly string[]): Promise<boolean> {
  const own = await sql('select from app.file where id = $1 and org_id = app.me()', [fileId]);
  if (own.length === 0) return false;
  await sql('insert into app.file_reader (file_id, org_id) select $1, p from unnest($2::uuid[]) as p on conflict do nothing', [
    fileId,
    parties,
  ]);
  return true;
}
