import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Row = Readonly<Record<string, string>>;

const cells = (line: string): string[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());

/** The rows of the table in a Markdown file of this folder, by the words of its head. */
export const tableOf = (name: string): Row[] => {
  const lines = readFileSync(join(import.meta.dirname, `${name}.md`), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const [head = '', , ...body] = lines;
  const names = cells(head);
  return body.map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i] ?? '', cell])));
};

/** `a 1, b 2` as its parts. */
export const listed = (cell: string | undefined): string[] => (cell ? cell.split(/, */) : []);
