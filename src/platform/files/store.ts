import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export class TooLarge extends Error {}

export interface Stored {
  readonly size: number;
  readonly sha256: Buffer;
  /** The first bytes, by which the type is told. */
  readonly head: Buffer;
}

/** Where the bytes of files stand, under ids that the hub makes. */
export interface FileStore {
  /** Takes the bytes in, unfinished: they are found only once they are kept. @throws TooLarge when there is more than `maxBytes` */
  write(id: string, body: Readable, maxBytes: number): Promise<Stored>;
  keep(id: string): Promise<void>;
  read(id: string): Readable;
  remove(id: string): Promise<void>;
  /** Removes what was begun before that time and never kept: its process died. */
  dropUnfinished(before: Date): Promise<void>;
}

const HEAD_BYTES = 4096;
const PART = '.part';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A folder of the local disk. */
export function folderStore(folder: string): FileStore {
  const pathOf = (id: string): string => {
    if (!UUID.test(id)) throw new Error('a stored file is named by a uuid');
    return join(folder, id.slice(-2), id);
  };
  return {
    async write(id, body, maxBytes) {
      const path = pathOf(id);
      await mkdir(join(folder, id.slice(-2)), { recursive: true, mode: 0o700 });
      const digest = createHash('sha256');
      let size = 0;
      let head = Buffer.alloc(0);
      const measured = async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > maxBytes) throw new TooLarge();
          if (head.length < HEAD_BYTES) head = Buffer.concat([head, chunk.subarray(0, HEAD_BYTES - head.length)]);
          digest.update(chunk);
          yield chunk;
        }
      };
      try {
        await pipeline(body, measured, createWriteStream(`${path}${PART}`, { mode: 0o600, flush: true }));
      } catch (error) {
        await rm(`${path}${PART}`, { force: true });
        throw error;
      }
      return { size, sha256: digest.digest(), head };
    },
    keep: (id) => rename(`${pathOf(id)}${PART}`, pathOf(id)),
    read: (id) => createReadStream(pathOf(id)),
    async remove(id) {
      await Promise.all([rm(pathOf(id), { force: true }), rm(`${pathOf(id)}${PART}`, { force: true })]);
    },
    async dropUnfinished(before) {
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      for (const name of names.filter((one) => one.endsWith(PART))) {
        const path = join(folder, name);
        const begun = await stat(path).catch(() => undefined);
        if (begun && begun.mtime < before) await rm(path, { force: true });
      }
    },
  };
}
