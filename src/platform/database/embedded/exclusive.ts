import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf, lives } from './process.js';

let serial = 0;

const holderOf = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
};

/** Takes a dead holder's file away; a file that a new holder made at the same instant is put back. */
const setAside = (file: string, holder: string, aside: string): void => {
  try {
    renameSync(file, aside);
    if (holderOf(aside) !== holder) linkSync(aside, file);
  } catch {
    // Another waiter was quicker: the next round sees what it left.
  }
  rmSync(aside, { force: true });
};

/**
 * Runs `work` while no other process does so for the same file. PostgreSQL's own lock file does not do: two servers that find a stale one
 * at once each remove it, and one of them runs on without. A holder that died is passed over.
 */
export const exclusively = async <T>(file: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> => {
  const mine = `${file}.${process.pid}.${serial++}`;
  writeFileSync(mine, identityOf(process.pid));
  const take = (): boolean => {
    try {
      linkSync(mine, file);
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      return false;
    }
  };
  try {
    while (!take()) {
      const holder = holderOf(file);
      if (holder !== undefined && !lives(holder)) setAside(file, holder, `${mine}.aside`);
      else await sleep(20, undefined, { signal });
    }
    try {
      return await work();
    } finally {
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
};
