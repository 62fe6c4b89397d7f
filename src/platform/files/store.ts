import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
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
  /** Nothing is left behind when it fails. @throws TooLarge when there is more than `maxBytes` */
  write(id: string, body: Readable, maxBytes: number): Promise<Stored>;
  read(id: string): Readable;
  remove(id: string): Promise<void>;
}

const HEAD_BYTES = 4096;
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
        await pipeline(body, measured, createWriteStream(`${path}.part`, { mode: 0o600, flush: true }));
        await rename(`${path}.part`, path);
      } catch (error) {
        await rm(`${path}.part`, { force: true });
        throw error;
      }
      return { size, sha256: digest.digest(), head };
    },
    read: (id) => createReadStream(pathOf(id)),
    remove: (id) => rm(pathOf(id), { force: true }),
  };
}
