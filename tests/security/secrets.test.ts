import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openSecrets, rotateSecrets } from '../../src/platform/secrets.js';

const folder = mkdtempSync(path.join(tmpdir(), 'rongtong-secrets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const fresh = (): string => path.join(folder, `${files++}.json`);

describe('The keys of the hub', () => {
  test('are made once, readable by their owner only', () => {
    const file = fresh();
    openSecrets(file, true);
    const made = readFileSync(file, 'utf8');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    openSecrets(file, true);
    expect(readFileSync(file, 'utf8')).toBe(made);
  });

  test('are never made by a server that was given a file', () => {
    expect(() => openSecrets(fresh(), false)).toThrow(/cannot be read/);
  });

  test('sign for one purpose and one text', () => {
    const secrets = openSecrets(fresh(), true);
    const signature = secrets.sign('cursor', 'orders|42');
    expect(secrets.verify('cursor', 'orders|42', signature)).toBe(true);
    expect(secrets.verify('cursor', 'orders|43', signature)).toBe(false);
    expect(secrets.verify('token', 'orders|42', signature)).toBe(false);
    expect(openSecrets(fresh(), true).verify('cursor', 'orders|42', signature)).toBe(false);
  });

  test.each(['', '.', 'x', 'x.y', '....'])('refuse the malformed signature "%s"', (signature) => {
    expect(openSecrets(fresh(), true).verify('cursor', '', signature)).toBe(false);
  });

  test('after a rotation sign with the new key, still verify with the old and keep the role passwords in use', () => {
    const file = fresh();
    const before = openSecrets(file, true);
    const id = rotateSecrets(file, false);
    const after = openSecrets(file, false);
    const old = before.sign('token', 'a');
    expect(after.sign('token', 'a')).toMatch(new RegExp(`^${id}\\.`));
    expect(after.verify('token', 'a', old)).toBe(true);
    expect(after.rolePassword('hub_app')).toBe(before.rolePassword('hub_app'));
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('follow with the role passwords when that is asked for', () => {
    const file = fresh();
    const before = openSecrets(file, true).rolePassword('hub_app');
    rotateSecrets(file, true);
    expect(openSecrets(file, false).rolePassword('hub_app')).not.toBe(before);
  });

  test('are given out per purpose, newest first, to those who sign in their own way', () => {
    const file = fresh();
    const before = openSecrets(file, true);
    rotateSecrets(file, false);
    const after = openSecrets(file, false);
    expect(after.keys('cursor')).toHaveLength(2);
    expect(after.keys('cursor')[1]).toEqual(before.keys('cursor')[0]);
    expect(after.keys('token')).not.toEqual(after.keys('cursor'));
  });

  test('give each role a password of its own', () => {
    const secrets = openSecrets(fresh(), true);
    const passwords = ['hub_app', 'hub_worker', 'hub_feed'].map((role) => secrets.rolePassword(role));
    expect(new Set(passwords).size).toBe(3);
    for (const password of passwords) expect(password.length).toBeGreaterThanOrEqual(43);
  });

  test('are not shown by the message about a spoilt file', () => {
    const file = fresh();
    writeFileSync(file, '{"keys":[{"id":"a","secret":"very-secret"}]}');
    chmodSync(file, 0o600);
    expect(() => openSecrets(file, false)).toThrow(/not a file of keys/);
    expect(() => openSecrets(file, false)).not.toThrow(/very-secret/);
  });
});
