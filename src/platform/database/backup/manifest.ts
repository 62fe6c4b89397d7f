import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';

const count = z.number().int().nonnegative();

export const MANIFEST_FILE = 'manifest.json';

const manifest = z.object({
  format: z.literal(1),
  madeAt: z.string(),
  /** The migrations that the tables had behind them, in order. */
  migrations: z.array(z.object({ number: z.number().int(), name: z.string(), checksum: z.string() })),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/),
      columns: z.array(z.string().regex(/^[a-z_][a-z0-9_]*$/)),
      rows: count,
      /** Of the file as it lies there, compressed. */
      sha256: z.string(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string().regex(/^[a-z_][a-z0-9_]*$/), value: z.string().regex(/^\d+$/), called: z.boolean() })),
});

/** What a backup holds, and how to tell that it still does. */
export type Manifest = z.infer<typeof manifest>;
export type SavedTable = Manifest['tables'][number];

export const tableFile = (directory: string, table: string): string => path.join(directory, 'tables', `${table}.copy.gz`);

export const sha256Of = async (file: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
};

/**
 * Reads the manifest and every file that it names.
 * @throws Error that names each file which is missing or differs from what was written
 */
export const readManifest = async (directory: string): Promise<Manifest> => {
  const read = manifest.safeParse(JSON.parse(readFileSync(path.join(directory, MANIFEST_FILE), 'utf8')));
  if (!read.success) throw new Error(`${directory} holds no backup that this release can read: ${z.prettifyError(read.error)}`);
  const faults: string[] = [];
  for (const { name, sha256 } of read.data.tables) {
    const found = await sha256Of(tableFile(directory, name)).catch((error: Error) => error.message);
    if (found !== sha256) faults.push(`${name}: ${found.length === sha256.length ? 'its checksum differs' : found}`);
  }
  if (faults.length > 0) throw new Error(`The backup in ${directory} is damaged:\n${faults.join('\n')}`);
  return read.data;
};
