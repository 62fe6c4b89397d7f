import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { buildSchema, findBreakingChanges } from 'graphql';
import { buildHubSchema, printHubSchema } from '../src/platform/graphql/schema.js';
import { rooms } from '../src/rooms.js';

const FILE = 'schema/schema.graphql';
const CHANGELOG = 'schema/CHANGELOG.md';

/** What would break a client of the committed schema and is not written down in the change log, word by word. */
const unannounced = (committed: string, printed: string): string[] => {
  const announced = existsSync(CHANGELOG) ? readFileSync(CHANGELOG, 'utf8') : '';
  return findBreakingChanges(buildSchema(committed), buildSchema(printed))
    .map(({ description }) => description)
    .filter((text) => !announced.includes(text));
};

const committed = existsSync(FILE) ? readFileSync(FILE, 'utf8') : undefined;
const printed = printHubSchema(await buildHubSchema(rooms));
const breaks = committed === undefined ? [] : unannounced(committed, printed);

if (breaks.length > 0) {
  console.error(
    `This breaks clients. Write each line below under "Breaking" in ${CHANGELOG}, or take it back:\n${breaks.map((text) => `- ${text}`).join('\n')}`,
  );
  process.exitCode = 1;
} else if (!process.argv.includes('--check')) {
  writeFileSync(FILE, printed);
} else if (committed !== printed) {
  console.error(`${FILE} does not say what the code says: run "npm run docs"`);
  process.exitCode = 1;
}
