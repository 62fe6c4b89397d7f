import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const keySet = z.object({
  /** Oldest first. The last one signs, every one verifies. */
  keys: z.array(z.object({ id: z.string().regex(/^[A-Za-z0-9]{1,16}$/), secret: z.base64url().min(43) })).min(1),
  /** The key from which the passwords in use were derived. */
  rolesKey: z.string(),
});
type KeySet = z.infer<typeof keySet>;

/** What the hub's keys can do. Every purpose has a key of its own below them, so a signature made for one is worth nothing for another. */
export interface Secrets {
  /** A signature with the newest key: `<key id>.<128 bit, base64url>`. */
  sign(purpose: string, text: string): string;
  /** Whether any key of the set made that signature for this purpose and text. */
  verify(purpose: string, text: string, signature: string): boolean;
  /** One key per key of the set for a purpose, newest first, for those who sign in their own way: the first signs, all verify. */
  keys(purpose: string): readonly Buffer[];
  /** The password of a runtime role: the same in every process that has the file, so that none need be stored or passed on. */
  rolePassword(role: string): string;
}

const SIGNATURE_BYTES = 16;
const SECRET_BYTES = 32;

const newKey = (): KeySet['keys'][number] => ({
  id: randomBytes(4).toString('hex'),
  secret: randomBytes(SECRET_BYTES).toString('base64url'),
});

const hmac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

export const secretsOf = (set: KeySet): Secrets => {
  const keys = new Map(set.keys.map(({ id, secret }) => [id, Buffer.from(secret, 'base64url')]));
  const newest = set.keys.at(-1)?.id ?? '';
  const rolesKey = keys.get(set.rolesKey);
  if (!rolesKey) throw new Error(`The key ${set.rolesKey}, from which the role passwords are derived, is not in the set.`);
  const derived = new Map<string, Buffer>();
  const below = (id: string, purpose: string): Buffer | undefined => {
    const name = `${id} ${purpose}`;
    const parent = keys.get(id);
    const key = derived.get(name) ?? (parent && hmac(parent, `purpose:${purpose}`));
    if (key) derived.set(name, key);
    return key;
  };
  const mac = (id: string, purpose: string, text: string): Buffer | undefined => {
    const key = below(id, purpose);
    return key && hmac(key, text).subarray(0, SIGNATURE_BYTES);
  };
  return {
    sign: (purpose, text) => `${newest}.${mac(newest, purpose, text)?.toString('base64url') ?? ''}`,
    verify(purpose, text, signature) {
      const [id = '', given = ''] = signature.split('.');
      const expected = mac(id, purpose, text);
      const actual = Buffer.from(given, 'base64url');
      return expected !== undefined && actual.length === expected.length && timingSafeEqual(actual, expected);
    },
    keys: (purpose) => set.keys.flatMap(({ id }) => below(id, purpose) ?? []).reverse(),
    rolePassword: (role) => hmac(rolesKey, `role:${role}`).toString('base64url'),
  };
};

const readSet = (file: string): KeySet => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`The file of keys ${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
  const parsed = keySet.safeParse(asJson(text));
  // What is wrong with a secret is not said: messages end up in logs.
  if (!parsed.success) throw new Error(`${file} is not a file of keys as "secrets rotate" writes it.`);
  return parsed.data;
};

const asJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const stage = (file: string, set: KeySet): string => {
  const staged = `${file}.${process.pid}`;
  writeFileSync(staged, `${JSON.stringify(set, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  return staged;
};

/** Makes the file whole or not at all; of two processes that start at once the first one's keys stay. */
const createSet = (file: string): void => {
  const key = newKey();
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    const staged = stage(file, { keys: [key], rolesKey: key.id });
    try {
      linkSync(staged, file);
    } finally {
      rmSync(staged, { force: true });
    }
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(file)) return;
    throw new Error(`The file of keys ${file} cannot be made: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
};

/**
 * Opens the file of keys.
 * @param create whether a missing file is made, readable by its owner only
 * @throws Error in words when it is missing or spoilt
 */
export const openSecrets = (file: string, create: boolean): Secrets => {
  if (create && !existsSync(file)) createSet(file);
  return secretsOf(readSet(file));
};

/**
 * Adds a key that signs from the next start on; the others go on verifying until they are taken out of the file. Servers that share the
 * file are restarted one after another; until the last has been, it refuses cursors that the others sign.
 * @param roles whether role passwords follow the new key too: they change at the next `migrate`, and servers must then start anew
 * @returns the id of the new key
 */
export const rotateSecrets = (file: string, roles: boolean): string => {
  if (!existsSync(file)) {
    createSet(file);
    return readSet(file).keys.at(-1)?.id ?? '';
  }
  const set = readSet(file);
  const key = newKey();
  renameSync(stage(file, { keys: [...set.keys, key], rolesKey: roles ? key.id : set.rolesKey }), file);
  return key.id;
};
