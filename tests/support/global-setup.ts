import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { build } from 'vite';
import type { TestProject } from 'vitest/node';
import { startEmbedded } from '../../src/platform/database/embedded.js';
import { migrate } from '../../src/platform/database/index.js';
import { migrateQueue } from '../../src/platform/queue/migrate.js';
import { testRoles } from './roles.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the superuser on the one PostgreSQL of this run; `template` is the migrated database to clone. */
    ownerUrl: string;
  }
}

const BUILT = 'dist/console/index.html';
const changedAt = (path: string): number => statSync(path).mtimeMs;

/** Whether any source of the console is newer than what was built of it. */
const consoleIsStale = (): boolean =>
  !existsSync(BUILT) ||
  readdirSync('console', { recursive: true, encoding: 'utf8' }).some((name) => changedAt(join('console', name)) > changedAt(BUILT));

/** The console as it is, and one real PostgreSQL for the whole run with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (consoleIsStale()) await build({ configFile: 'console/vite.config.ts' });
  const dataDir = mkdtempSync(join(tmpdir(), 'rongtong-test-'));
  const postgres = await startEmbedded({ dataDir, settings: { fsync: 'off', max_connections: '300', synchronous_commit: 'off' } });
  const owner = new pg.Client({ connectionString: postgres.url });
  await owner.connect();
  await owner.query('create database template_hub');
  await owner.end();
  const template = new URL(postgres.url);
  template.pathname = '/template_hub';
  await migrate(template.toString(), { ...testRoles, after: (client) => migrateQueue(client, testRoles.prefix) });
  project.provide('ownerUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
