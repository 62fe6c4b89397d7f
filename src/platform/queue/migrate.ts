import { runMigrations } from 'bullmq';
import type { ClientBase } from 'pg';
import { withPrefix } from '../database/roles.js';

/**
 * Brings BullMQ's own schema up to date. For the migrator, after the hub's files, on one connection that acts as the owner; in its
 * own transaction and under BullMQ's own lock, so that repeating it is free.
 * @param prefix of the roles' names
 */
export async function migrateQueue(client: ClientBase, prefix: string): Promise<void> {
  await runMigrations(client, 'bullmq');
  // BullMQ makes a sequence per queue when it is first used, hence CREATE.
  await client.query(
    withPrefix(
      `grant usage, create on schema bullmq to hub_jobs;
       grant select, insert, update, delete on all tables in schema bullmq to hub_jobs;
       grant usage, select, update on all sequences in schema bullmq to hub_jobs;
       grant execute on all routines in schema bullmq to hub_jobs`,
      prefix,
    ),
  );
}
