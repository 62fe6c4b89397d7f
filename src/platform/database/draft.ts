import { escapeIdentifier } from 'pg';
import { databaseOn, queryOnce } from './once.js';

const draftOf = (name: string): string => `${name}_draft`;
const readyOf = (name: string): string => `${name}_ready`;

const rename = (serverUrl: string, from: string, to: string): Promise<unknown> =>
  queryOnce(serverUrl, `alter database ${escapeIdentifier(from)} rename to ${escapeIdentifier(to)}`);

const drop = (serverUrl: string, name: string): Promise<unknown> =>
  queryOnce(serverUrl, `drop database if exists ${escapeIdentifier(name)} with (force)`);

export const databaseExists = async (serverUrl: string, name: string): Promise<boolean> =>
  (await queryOnce(serverUrl, 'select from pg_database where datname = $1', [name])).length > 0;

/** Puts a finished draft in the place of the database; also one whose putting in place was cut short. */
export const settleDraft = async (serverUrl: string, name: string): Promise<void> => {
  if (!(await databaseExists(serverUrl, readyOf(name)))) return;
  await drop(serverUrl, name);
  await rename(serverUrl, readyOf(name), name);
};

/**
 * Builds the database `name` aside, from nothing or on a copy of the present one, and puts it in place when `work` is done. A process
 * that is killed half-way leaves the database as it was, or absent; nobody ever meets half of one.
 * @param work is given the address of the draft; it must have closed its connections when it settles
 */
export const buildAside = async (
  serverUrl: string,
  name: string,
  copy: boolean,
  work: (ownerUrl: string) => Promise<void>,
): Promise<void> => {
  const draft = draftOf(name);
  await drop(serverUrl, draft);
  await queryOnce(serverUrl, `create database ${escapeIdentifier(draft)} ${copy ? `template ${escapeIdentifier(name)}` : ''}`);
  await work(databaseOn(serverUrl, draft));
  await rename(serverUrl, draft, readyOf(name));
  await settleDraft(serverUrl, name);
};
