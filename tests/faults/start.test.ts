import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { alive, ask, build, type HubProcess, killAll, runCommand, serversOf, startAndKill, startProcess } from '../support/hub-process.js';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'rongtong-start-')));
const dataDir = path.join(folder, 'data');
const settings = { DATA_DIR: dataDir };
const ORGANISATION = '{ viewer { organisation { nameEn } } }';
const patience = { timeout: 60_000, interval: 100 };

// Each test starts whole processes, which takes long where others compute.
vi.setConfig({ testTimeout: 180_000 });

beforeAll(build);
afterAll(() => {
  killAll();
  rmSync(folder, { recursive: true, force: true });
});

const gone = (pids: readonly number[]) => vi.waitFor(() => expect(alive(pids)).toEqual([]), patience);
const answers = (hub: HubProcess, key?: string) =>
  vi.waitFor(async () => expect((await ask(hub.url, ORGANISATION, key)).body).toContain('Haishan Appliances'), patience);

describe('A hub on a bare machine', () => {
  test('starts with nothing but its program, prints addresses, people and keys, and answers; a signal ends all of it', async () => {
    const hub = await startProcess(settings);
    await answers(hub);
    for (const shown of [
      `${hub.url}/graphql`,
      `${hub.url}/explorer`,
      'rt_demo_buyer',
      'rt_demo_operator',
      'wang.min@lixin.demo',
      'rongtong-demo',
    ])
      expect(hub.out).toContain(shown);
    const family = hub.family();
    expect(family.length).toBeGreaterThan(3);
    const { code, took } = await hub.end('SIGTERM');
    expect({ code, left: alive(family), servers: serversOf(dataDir) }).toEqual({ code: 0, left: [], servers: [] });
    console.log(`cold start ${hub.readyAfter} ms, stop ${took} ms`);
  });

  test('starts again on its data, without planting the demo twice', async () => {
    const hub = await startProcess(settings);
    await answers(hub);
    const { body } = await ask(hub.url, '{ tradeAgreements(as: BUYER, first: 50) { totalCount } }');
    console.log(`second start ${hub.readyAfter} ms`);
    await hub.end('SIGINT');
    const again = await startProcess(settings);
    expect((await ask(again.url, '{ tradeAgreements(as: BUYER, first: 50) { totalCount } }')).body).toBe(body);
    expect(body).toMatch(/"totalCount":[1-9]/);
    await again.end('SIGTERM');
  });

  test('leaves no process when it is killed', async () => {
    const hub = await startProcess(settings);
    const family = hub.family();
    expect(serversOf(dataDir).length).toBeGreaterThan(0);
    await hub.end('SIGKILL');
    await gone(family);
  });

  test('starts at once after it was killed', async () => {
    const hub = await startProcess(settings);
    await hub.end('SIGKILL');
    const again = await startProcess(settings);
    await answers(again);
    await again.end('SIGTERM');
  });

  test('is not kept from starting by the lock of a dead server whose id another process has now', async () => {
    writeFileSync(path.join(dataDir, 'postgres/postmaster.pid'), `${process.pid}\n${dataDir}\n1\n5432\n\n127.0.0.1\n1 1\nready\n`);
    const hub = await startProcess(settings);
    await answers(hub);
    await hub.end('SIGTERM');
  });

  test('starts its server again when that is killed, and goes on', async () => {
    const hub = await startProcess(settings);
    const [server = ''] = readFileSync(path.join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(server), 'SIGKILL');
    await gone([Number(server)]);
    await answers(hub);
    const family = hub.family();
    expect((await hub.end('SIGTERM')).code).toBe(0);
    expect(alive(family)).toEqual([]);
  });

  test('shares its server with a second one, which takes it over when the first is killed', async () => {
    const first = await startProcess(settings);
    const second = await startProcess(settings);
    await answers(second);
    await first.end('SIGKILL');
    await answers(second);
    const family = second.family();
    await second.end('SIGTERM');
    expect(alive(family)).toEqual([]);
    await vi.waitFor(() => expect(serversOf(dataDir)).toEqual([]), patience);
  });
});

describe('A first start', () => {
  test.each([600, 1_800, 3_500])('that is killed after %d ms is made good by the next one', async (afterMs) => {
    const own = path.join(folder, `cut-${afterMs}`);
    await startAndKill({ DATA_DIR: own }, afterMs);
    const hub = await startProcess({ DATA_DIR: own });
    await answers(hub);
    expect((await ask(hub.url, ORGANISATION, 'rt_demo_warehouse')).body).toContain('Lingang Warehousing');
    await hub.end('SIGTERM');
  });
});

describe('A hub refuses to start', () => {
  test('with wrong settings, and lists every one', () => {
    const { code, err } = runCommand({
      PORT: 'http',
      NODE_ENV: 'production',
      MOVABLE_CLOCK: 'on',
      REDIS_URL: 'localhost',
      DATABASE_OWNER_URL: 'postgres://o@h/d',
    });
    expect(code).toBe(1);
    for (const name of ['PORT', 'MOVABLE_CLOCK', 'REDIS_URL', 'DATABASE_OWNER_URL']) expect(err).toContain(`- ${name} `);
  });

  test.each<Record<string, string>>([{ HOST: '0.0.0.0' }, { NODE_ENV: 'production' }])('on the data of the demo with %o', (open) => {
    const { code, err } = runCommand({ ...settings, ...open });
    expect(code).toBe(1);
    expect(err).toContain('holds the demo');
    expect(serversOf(dataDir)).toEqual([]);
  });
});

describe('The commands for upkeep', () => {
  const kept = path.join(folder, 'backup');
  const second = { DATA_DIR: path.join(folder, 'restored') };

  test('verify the audit, sign its heads and hold them against it later', () => {
    const exported = runCommand(settings, 'audit', 'verify', '--export');
    expect(exported.code).toBe(0);
    const heads = path.join(folder, 'heads.json');
    writeFileSync(heads, exported.out);
    expect(runCommand(settings, 'audit', 'verify', '--against', heads)).toMatchObject({ code: 0 });
    writeFileSync(
      heads,
      exported.out.replace(/"hash":"./, (found) => (found.endsWith('0') ? found.replace(/.$/, '1') : found.replace(/.$/, '0'))),
    );
    expect(runCommand(settings, 'audit', 'verify', '--against', heads)).toMatchObject({
      code: 1,
      err: expect.stringContaining('not signed by this hub') as string,
    });
  });

  test('back a running hub up and make another one of it', async () => {
    const hub = await startProcess(settings);
    const { code, out } = runCommand(settings, 'backup', kept);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringMatching(/^\d+ rows of \d+ tables/) as string });
    await answers(hub);
    await hub.end('SIGTERM');
    expect(runCommand(second, 'restore', kept)).toMatchObject({ code: 0 });
    expect(runCommand(second, 'audit', 'verify').out).toBe(runCommand(settings, 'audit', 'verify').out);
    const other = await startProcess(second);
    await answers(other);
    await other.end('SIGTERM');
  });

  test('never restore over what is there', () => {
    expect(runCommand(second, 'restore', kept).code).toBe(1);
  });
});
