import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { startEmbedded } from '../../../src/platform/database/embedded.js';
import { databaseOn, queryOnce } from '../../../src/platform/database/once.js';

/** A PostgreSQL of the rounds' own, because it is to be killed. */
export interface Server {
  readonly folder: string;
  /** Of the hub's database, as superuser. */
  readonly ownerUrl: string;
  /** Looks at what really stands there. */
  readonly owner: pg.Pool;
  /** kill -9 of the server. Settles when it takes connections again: its keeper starts it by itself. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

const answers = (url: string): Promise<boolean> =>
  queryOnce(url, 'select 1').then(
    () => true,
    () => false,
  );

export const startServer = async (): Promise<Server> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'rongtong-rounds-'));
  const postgres = await startEmbedded({ dataDir: folder, settings: { max_connections: '200' } });
  await queryOnce(postgres.url, 'create database rounds');
  const ownerUrl = databaseOn(postgres.url, 'rounds');
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 });
  owner.on('error', () => undefined);
  return {
    folder,
    ownerUrl,
    owner,
    async kill() {
      const [pid = ''] = readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
      do await sleep(100);
      while (!(await answers(ownerUrl)));
    },
    async stop() {
      await owner.end();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
