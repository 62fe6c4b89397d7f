import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/platform/database/index.js';
import { compiled, type Program } from '../support/compiled.js';
import { build, type HubProcess, startProcess } from '../support/hub-process.js';

const folder = mkdtempSync(join(tmpdir(), 'rongtong-examples-'));
const log = join(folder, 'watch.log');
let hub: HubProcess;

const programs = new Map<string, Program>();
const start = (file: string, ...args: string[]): ChildProcess => {
  const program = programs.get(file) ?? compiled(join(packageRoot(), `examples/${file}.ts`));
  programs.set(file, program);
  const child = program.start(...args);
  child.stdout?.resume();
  return child;
};

const printed = (): string[] => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []);
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 50));
};

interface Page {
  readonly data: {
    readonly feed: {
      readonly cursor: string;
      readonly hasMore: boolean;
      readonly items: readonly { cursor: string; event: { subjectType: string } }[];
    };
  };
}

/** The supplier's own feed, read page by page. */
const wholeFeed = async (): Promise<string[]> => {
  const cursors: string[] = [];
  for (let cursor: string | null = null; ; ) {
    const query = 'query ($after: Cursor) { feed(after: $after, first: 100) { cursor hasMore items { cursor event { subjectType } } } }';
    const response = await fetch(`${hub.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer rt_demo_supplier' },
      body: JSON.stringify({ query, variables: { after: cursor } }),
    });
    const { feed } = ((await response.json()) as Page).data;
    cursors.push(...feed.items.filter(({ event }) => event.subjectType === 'Order').map((item) => item.cursor));
    if (!feed.hasMore) return cursors;
    cursor = feed.cursor;
  }
};

beforeAll(async () => {
  build();
  hub = await startProcess({ DATA_DIR: join(folder, 'data') });
  Object.assign(process.env, { RONGTONG_URL: hub.url, WATCH_LOG: log, ORDERS: '6', RUN: 'test', PATIENCE_MS: '90000' });
}, 120_000);
afterAll(async () => {
  await hub?.end('SIGTERM');
  for (const program of programs.values()) program.remove();
  rmSync(folder, { recursive: true, force: true });
});

describe('the examples against a running hub', () => {
  it('settle every order between procurement and supplier, and a watcher killed in the middle misses and repeats nothing', async () => {
    let watcher = start('supplier-watch', '--answer');
    await until(() => printed().length >= 1);
    const demo = printed().length;
    const procurement = start('procurement');
    let said = '';
    procurement.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const settled = once(procurement, 'exit');
    await until(() => printed().length >= demo + 3);
    watcher.kill('SIGKILL');
    await once(watcher, 'exit');
    const before = printed().length;
    watcher = start('supplier-watch', '--answer');
    expect((await settled)[0], said).toBe(0);
    const cursors = () => printed().map((line) => line.split('\t')[0] ?? '');
    const rest = await wholeFeed();
    await until(() => printed().length >= rest.length);
    watcher.kill('SIGKILL');
    await once(watcher, 'exit');
    expect(before).toBeLessThan(cursors().length);
    expect(cursors()).toEqual(rest);
  }, 150_000);

  it('play a month from order to interest, and each figure is what its derivation says', async () => {
    const month = start('month');
    let said = '';
    for (const stream of [month.stdout, month.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const [code] = await once(month, 'exit');
    expect(code, said).toBe(0);
    for (const line of [
      // 690 x 100.00 + 300 x 8.50, and 13 % of it
      'CNY 80851.50 = pending 0.00 + payable 80851.50 + disputed 0.00 + retained 0.00 + settled 0.00',
      // (102.00 - 100.00) x 305 and 5 x 102.00, with tax
      'disputed PRI: CNY 689.30',
      'disputed QTY: CNY 576.30',
      'BY_CLOCK on',
      'CONFIRMED on',
      '45200.00 x 0.06 x 12 d / 365 = 89.16',
      'PRINCIPAL: CNY 29910.84 (CIVIL_CODE_561)',
      '15289.16 x 0.06 x 28 d / 365 = 70.37',
      'PRINCIPAL: CNY 15289.16 (CIVIL_CODE_561)',
      'live',
    ])
      expect(said).toContain(line);
  }, 180_000);
});
