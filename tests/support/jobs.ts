import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ok, refused } from '../../src/kernel/refusal.js';
import { command } from '../../src/platform/commands/index.js';
import { worker } from '../../src/platform/queue/worker.js';
import type { Effect } from '../../src/platform/room.js';

/** What the jobs of the tests write: a row per effect that was had. `healed` lists the consumers whose jobs no longer fail. */
export const TALLY = `
  create table app.tally (n bigint generated always as identity, org_id uuid not null, consumer text not null, subject_id uuid not null, seen int not null default 0,
    business_time timestamptz not null default app.business_now());
  create table app.healed (consumer text primary key);
  alter table app.tally owner to hub_owner;
  alter table app.healed owner to hub_owner;
  call app.protect('app.tally', parties => array['org_id'], writes => array['insert']);
  grant select on app.healed to hub_worker;`;

const input = z.object({ consumer: z.string(), subjectId: z.uuid() });

const tally = command({
  name: 'tally',
  need: 'orders:write',
  key: 'none',
  input,
  async run(ctx, { consumer, subjectId }) {
    await ctx.sql('insert into app.tally (org_id, consumer, subject_id) values ($1, $2, $3)', [ctx.viewer.orgId, consumer, subjectId]);
    if (consumer === 'slow') {
      process.stdout.write('working\n');
      await sleep(1_000);
    }
    return ok({});
  },
});

/** Fails with a text that no operator may read, until its consumer is healed. */
const failing = command({
  name: 'failing',
  need: 'orders:write',
  key: 'none',
  input,
  async run(ctx, { consumer, subjectId }) {
    const [healed] = await ctx.sql('select from app.healed where consumer = $1', [consumer]);
    if (!healed && consumer === 'refused') return refused({ code: 'NOT_ALLOWED', params: { action: 'SECRET-9271', status: 'X' } });
    if (!healed) await ctx.sql(`select 'SECRET-9271 of ${subjectId}'::int`);
    return tally.run(ctx, { consumer, subjectId });
  },
});

/** Half a day later it is due once more: what a job sets while the clock waits for it is not passed over. */
const twice = command({
  name: 'twice',
  need: 'orders:write',
  key: 'none',
  input,
  async run(ctx, given) {
    const [before] = await ctx.sql('select from app.tally where consumer = $1', [given.consumer]);
    const { orgId } = ctx.viewer;
    const dueAt = new Date(Date.parse(ctx.businessNow) + 43_200_000).toISOString();
    if (!before)
      ctx.deadline({ kind: 'DO_TWICE', dueAt, subject: 'Thing', subjectId: given.subjectId, version: 1, orgId, parties: [orgId] });
    return tally.run(ctx, given);
  },
});

/** Counts the rows of the organisation, now slowly and now fast: of runs that overlap, an older count would be written last. */
const summary = command({
  name: 'summary',
  need: 'orders:write',
  key: 'none',
  input,
  async run(ctx, { consumer, subjectId }) {
    const [count] = await ctx.sql<{ n: number }>(`select count(*)::int as n from app.tally where consumer = 'plain'`);
    await sleep((count?.n ?? 0) % 2 === 0 ? 60 : 1);
    await ctx.sql('insert into app.tally (org_id, consumer, subject_id, seen) values ($1, $2, $3, $4)', [
      ctx.viewer.orgId,
      consumer,
      subjectId,
      count?.n,
    ]);
    return ok({});
  },
});

const named = { plain: tally, slow: tally, broken: failing, refused: failing, twice };

export const testWorkers = [
  ...Object.entries(named).map(([consumer, does]) =>
    worker(consumer, { attempts: 3 }, (job, run) => run(does, { consumer, subjectId: job.subjectId })),
  ),
  // Ends its process as no handler of errors can.
  worker('deadly', {}, async () => process.kill(process.pid, 'SIGKILL') && sleep(60_000)),
  worker('summary', { takes: 'organisation' }, (job, run) => run(summary, { consumer: 'summary', subjectId: job.subjectId })),
];

/** One type of event per consumer, and one that has two. */
export const testEffects: readonly Effect[] = [
  ...testWorkers.map(({ consumer }) => ({ consumer, on: [`DO_${consumer.toUpperCase()}`], actAs: 'owner' as const })),
  { consumer: 'plain', on: ['DO_BOTH'], actAs: 'owner' },
  { consumer: 'summary', on: ['DO_BOTH'], actAs: 'owner' },
];
