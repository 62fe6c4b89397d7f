import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../database/index.js';
import { fault } from './faults.js';

/** Documents that clients of this release may name by their hash (`sha256:…`) instead of sending them. */
export interface Trusted {
  /** The request with the text that its `documentId` stands for, as it came where it has none, or what to say of an unknown id. */
  resolve(body: unknown): unknown;
}

interface Named {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: { readonly documentId?: unknown } | null;
}

const textsOf = (file: string): ReadonlyMap<string, string> =>
  new Map(existsSync(file) ? Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : []);

export const createTrusted = (file = join(packageRoot(), 'schema/operations/console.json')): Trusted => {
  const texts = textsOf(file);
  return {
    resolve(body) {
      const { documentId: named, query, extensions, ...rest } = (typeof body === 'object' && body !== null ? body : {}) as Named;
      const documentId = named ?? extensions?.documentId;
      if (typeof documentId !== 'string' || query) return body;
      const text = texts.get(documentId);
      if (text === undefined) return fault('PERSISTED_DOCUMENT_NOT_FOUND');
      return { ...rest, query: text };
    },
  };
};
