import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbedded } from '../src/platform/database/embedded.js';
import { openSecrets } from '../src/platform/secrets.js';
import type { Target } from './load.js';

export interface World {
  readonly superuserUrl: string;
  /** As the role that serves requests. */
  readonly appUrl: string;
  readonly postmaster: number;
  /** Starts a peer by its file in bench/peers, or the hub itself. */
  start(name: string): Promise<Target>;
  /** The one value of a query, asked as superuser. */
  count(sql: string): Promise<unknown>;
  close(): Promise<void>;
}

const ENTRY = 'dist/src/main.js';

/** A durable PostgreSQL with default settings, the hub's schema and the bench's rows. */
export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'rongtong-bench-'));
  const embedded = await startEmbedded({ dataDir: folder, settings: { max_connections: '200' } });
  await withClient(embedded.url, (client) => client.query('create database bench'));
  const owner = new URL(embedded.url);
  owner.pathname = '/bench';
  const bare = Object.assign(new URL(owner), { username: '', password: '' });
  const secretFile = join(folder, 'secrets.json');
  const secrets = openSecrets(secretFile, true);
  const environment = { ...process.env, HUB_SECRET_FILE: secretFile, LOG_LEVEL: 'error', PORT: '0' };
  execFileSync('node', [ENTRY, 'migrate'], {
    env: { ...environment, DATABASE_URL: bare.toString(), DATABASE_OWNER_URL: owner.toString() },
    stdio: 'inherit',
  });
  await withClient(owner.toString(), (client) => client.query(readFileSync('bench/world.sql', 'utf8')));
  const app = Object.assign(new URL(bare), { username: 'hub_app', password: secrets.rolePassword('hub_app') });
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children: ChildProcess[] = [];
  const launch = (file: string, args: string[], env: NodeJS.ProcessEnv): ChildProcess => {
    const child = fork(file, args, { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    children.push(child);
    return child;
  };
  return {
    superuserUrl: owner.toString(),
    appUrl: app.toString(),
    postmaster,
    async start(name) {
      const child =
        name === 'rongtong'
          ? launch(ENTRY, ['api'], { ...environment, DATABASE_URL: bare.toString() })
          : launch(`dist/bench/peers/${name}.js`, [], { ...process.env, NODE_ENV: 'production', BENCH_DATABASE_URL: app.toString() });
      const url =
        name === 'rongtong' ? `${await addressIn(child)}/graphql` : ((await once(child, 'message'))[0] as { address: string }).address;
      return { url, pid: child.pid ?? 0, postmaster };
    },
    count: (sql) =>
      withClient(owner.toString(), async (client) => Object.values((await client.query(sql)).rows[0] as object)[0] as unknown),
    async close() {
      for (const child of children) child.kill('SIGTERM');
      await Promise.all(children.filter((child) => child.exitCode === null).map((child) => once(child, 'exit')));
      await embedded.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The hub prints where it listens. */
const addressIn = (child: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
      if (found) resolve(found[0]);
    });
    child.on('exit', () => reject(new Error(`the hub did not start: ${printed}`)));
  });

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
