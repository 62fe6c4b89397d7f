import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import type { Catalogue } from '../src/kernel/refusal.js';
import { commonRefusals } from '../src/platform/commands/index.js';
import { rooms } from '../src/rooms.js';

const FILE = 'docs/errors.md';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const table = (title: string, catalogue: Catalogue): string =>
  [
    `## ${title}`,
    '',
    '| code | English | 中文 |',
    '|---|---|---|',
    ...Object.entries(catalogue).map(([code, { en, zh }]) => `| \`${code}\` | ${cell(en)} | ${cell(zh)} |`),
    '',
  ].join('\n');

const page = [
  '# Refusals',
  '',
  'What a mutation answers in `userErrors` when it does not do what was asked: nothing was written. `field` is the path into the input,',
  '`params` are the values in braces. Printed from the code by `npm run docs`.',
  '',
  table('Any mutation', commonRefusals),
  ...rooms.filter((room) => Object.keys(room.refusals).length > 0).map((room) => table(room.name, room.refusals)),
].join('\n');

if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== page) {
    console.error(`${FILE} does not say what the code says: run "npm run docs"`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(FILE, page);
}
