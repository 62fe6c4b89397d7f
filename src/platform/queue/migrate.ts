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
  // BullMQ makes a sequence per queue when it is first used, hence CREATE. Those are the jobs' own: the owner has nothing to grant on them.
  await client.query(
    withPrefix(
      `grant usage, create on schema bullmq to hub_jobs;
       grant select, insert, update, delete on all tables in schema bullmq to hub_jobs;
       do $$ declare name regclass; begin
         for name in select c.oid from pg_class c where c.relnamespace = 'bullmq'::regnamespace and c.relkind = 'S' and c.relowner = current_user::regrole loop
           execute format('grant usage, select, update on sequence %s to hub_jobs', name);
         end loop;
       end $$;
       grant execute on all routines in schema bullmq to hub_jobs`,
      prefix,
    ),
  );
}
