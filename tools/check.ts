import { spawn } from 'node:child_process';

/** Everything that keeps the house in order, besides the tests. */
const CHECKS: readonly (readonly [name: string, command: string, ...args: string[]])[] = [
  ['lint', 'node_modules/.bin/eslint', 'src', 'workers', 'tools', 'tests', 'bench', 'examples', 'console'],
  ['types', 'node', 'node_modules/tsc7/bin/tsc', '-p', 'tsconfig.json', '--noEmit'],
  ['format', 'node_modules/.bin/biome', 'format', '.'],
  ['imports', 'node', 'dist/tools/imports.js'],
  ['schema', 'node', 'dist/tools/schema.js', '--check'],
  ['documents', 'node', 'dist/tools/documents.js', '--check'],
  ['console types', 'node', 'node_modules/tsc7/bin/tsc', '-p', 'console/tsconfig.json'],
  ['errors', 'node', 'dist/tools/errors.js', '--check'],
  ['dead code', 'node_modules/.bin/knip'],
];

const run = ([name, command, ...args]: (typeof CHECKS)[number]): Promise<boolean> =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      if (code !== 0) console.log(output.trimEnd());
      resolve(code === 0);
    });
  });

const queue = [...CHECKS];
const results: boolean[] = [];
const lane = async (): Promise<void> => {
  for (let check = queue.shift(); check; check = queue.shift()) results.push(await run(check));
};
await Promise.all([lane(), lane()]);
const failed = results.filter((good) => !good).length;
console.log(`check: ${results.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
