import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from '../../../src/platform/database/index.js';

/** A build of the hub that nobody changes while its processes come and go. */
export interface Program {
  readonly main: string;
  remove(): void;
}

/** Builds the program into a folder of its own, with the files that it reads beside it. Types are the matter of another check. */
export const buildAside = (): Program => {
  const root = packageRoot();
  const folder = path.join(root, 'dist', `rounds-${randomBytes(4).toString('hex')}`);
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  cpSync(path.join(root, 'src'), path.join(folder, 'src'), { recursive: true, filter: (file) => !file.endsWith('.ts') });
  cpSync(path.join(root, 'dist/console'), path.join(folder, 'dist/console'), { recursive: true });
  cpSync(path.join(root, 'schema'), path.join(folder, 'schema'), { recursive: true });
  const compiler = path.join(root, 'node_modules/tsc7/bin/tsc');
  const project = path.join(root, 'tsconfig.build.json');
  const info = path.join(folder, '.tsbuildinfo');
  spawnSync(process.execPath, [compiler, '-p', project, '--noCheck', '--outDir', path.join(folder, 'dist'), '--tsBuildInfoFile', info]);
  return { main: path.join(folder, 'dist/src/main.js'), remove: () => rmSync(folder, { recursive: true, force: true }) };
};
