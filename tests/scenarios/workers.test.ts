import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { packageRoot } from '../../src/platform/database/index.js';
import { rooms } from '../../src/rooms.js';
import { workers } from '../../src/workers.js';

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();
const consumers = sorted(workers.map(({ consumer }) => consumer));

test('every job that an event causes has one worker, and every worker is in its file and has events that cause it', () => {
  expect(sorted(rooms.flatMap((room) => room.effects.map(({ consumer }) => consumer)))).toEqual(consumers);
  expect(sorted(readdirSync(path.join(packageRoot(), 'workers')).map((file) => path.basename(file, '.ts')))).toEqual(consumers);
  expect(consumers).toHaveLength(workers.length);
});

test('every job is caused by events that a room declares', () => {
  const declared = new Set(rooms.flatMap((room) => room.events));
  const causes = rooms.flatMap((room) => room.effects.flatMap(({ on }) => on));
  expect(causes.filter((type) => !declared.has(type))).toEqual([]);
  expect(causes.length).toBeGreaterThan(0);
});
