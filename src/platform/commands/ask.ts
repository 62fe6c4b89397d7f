import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { PoolClient } from 'pg';
import { exchange } from '../database/exchange.js';
import type { Wired } from '../database/wire.js';
import type { Row } from './command.js';

/** A statement of a command, in the driver's words. */
export interface Asked {
  readonly text: string;
  readonly params: readonly unknown[];
}

const names = new LRUCache<string, string>({ max: 2_000 });

// Commands ask the same few statements again and again: under a name that is their text, a connection parses them once.
const nameOf = (text: string): string => {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `c_${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
  names.set(text, name);
  return name;
};

const valueOf = (param: unknown): Wired => {
  if (param === undefined || param === null) return null;
  if (Array.isArray(param) || Buffer.isBuffer(param) || typeof param !== 'object') return param as Wired;
  return JSON.stringify(param);
};

/** Runs statements in order in one round trip, in the client's transaction. @returns the rows of each */
export const askAll = (client: PoolClient, asked: readonly Asked[]): Promise<Row[][]> =>
  exchange(
    client,
    asked.map(({ text, params }) => ({ name: nameOf(text), text, values: params.map(valueOf) })),
  );
