import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { packageRoot } from '../../src/platform/database/index.js';

export interface Program {
  start(...args: string[]): ChildProcess;
  remove(): void;
}

/** A test's own program, compiled with what it imports, to be run in processes that can be stopped and killed. */
export function compiled(source: string): Program {
  const root = packageRoot();
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'test-'));
  const config = join(folder, 'tsconfig.json');
  writeFileSync(
    config,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { outDir: join(folder, 'out'), rootDir: root, noCheck: true, typeRoots: [join(root, 'node_modules/@types')] },
      include: [],
      files: [source],
    }),
  );
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  execFileSync(process.execPath, [join(root, 'node_modules/tsc7/bin/tsc'), '-p', config], { stdio: 'inherit' });
  const program = join(folder, 'out', relative(root, source).replace(`${basename(source)}`, `${basename(source, '.ts')}.js`));
  return {
    start: (...args) => spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
