import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { unreadable } from './unreadable.js';

/** A spreadsheet unpacks to some ten times its size; one made to exhaust its reader, to a thousand times. */
const MOST = { entries: 2_000, unpacked: 300 * 1024 * 1024, ratio: 300, small: 4 * 1024 * 1024 } as const;

export interface Archive {
  has(path: string): boolean;
  /** The unpacked bytes of one file. @throws where it unpacks to another size than it claims */
  open(path: string): Promise<Readable>;
}

const tooLarge = (): never => unreadable('TABLE_UNPACKS_TOO_LARGE', { max: String(MOST.unpacked) });

const listed = async (zip: ZipFile): Promise<Map<string, Entry>> => {
  const entries = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    const bursts = entry.uncompressedSize > MOST.small && entry.uncompressedSize > entry.compressedSize * MOST.ratio;
    if (unpacked > MOST.unpacked || bursts || entries.size >= MOST.entries) tooLarge();
    entries.set(entry.fileName, entry);
  }
  return entries;
};

/**
 * Opens a ZIP archive. Before anything is unpacked its directory is held against the limits; while it is, each file may grow to what the
 * directory claims and no further.
 * @throws Unreadable TABLE_UNPACKS_TOO_LARGE, or whatever says that it is no archive
 */
export const openArchive = async (bytes: Buffer): Promise<Archive> => {
  const zip = await fromBufferPromise(bytes, { validateEntrySizes: true });
  const entries = await listed(zip);
  return {
    has: (path) => entries.has(path),
    async open(path) {
      const entry = entries.get(path) ?? unreadable('TABLE_FILE_TYPE');
      return zip.openReadStreamPromise(entry);
    },
  };
};
