import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/platform/database/index.js';
import { rooms } from '../../src/rooms.js';
import { testRoles } from './roles.js';

export interface TestDatabase {
  readonly name: string;
  /** As superuser: for looking at what really stands there, never for what the hub itself does. */
  readonly ownerUrl: string;
  readonly owner: pg.Pool;
  open(actingRole?: 'hub_app' | 'hub_worker'): Promise<Database>;
  drop(): Promise<void>;
}

/** A migrated database of its own, cloned from the run's template. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = inject('ownerUrl');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(server, `create database ${name} template template_hub`);
  await onServer(
    server,
    `revoke all on database ${name} from public; grant connect on database ${name} to hub_app, hub_worker, hub_dispatch, hub_feed, hub_jobs;
     grant temporary on database ${name} to hub_jobs`,
  );
  const url = new URL(server);
  url.pathname = `/${name}`;
  const owner = new pg.Pool({ connectionString: url.toString(), max: 4 });
  owner.on('error', () => undefined);
  const opened: Database[] = [];
  return {
    name,
    ownerUrl: url.toString(),
    owner,
    async open(actingRole = 'hub_app') {
      const database = await openDatabase({
        url: url.toString(),
        actingRole,
        entities: rooms.flatMap((room) => room.entities),
        ...testRoles,
      });
      opened.push(database);
      return database;
    },
    async drop() {
      await Promise.all(opened.map((database) => database.close()));
      await owner.end();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
