import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ok, refused } from '../../src/kernel/refusal.js';
import type { Viewer } from '../../src/platform/auth/viewer.js';
import { type Answer, command, createRunner, expireKeys, type Runner, text } from '../../src/platform/commands/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { commitDropper } from '../support/commit-dropper.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { testRoles } from '../support/roles.js';

const NOTES = `
  create table app.note (id uuid primary key, org_id uuid not null, title text not null, constraint note_title unique (org_id, title));
  alter table app.note owner to hub_owner;
  call app.protect('app.note', parties => array['org_id'], writes => array['insert', 'update']);`;

const noteWrite = command({
  name: 'noteWrite',
  need: 'orders:write',
  key: 'optional',
  input: z.object({ title: text(40), refuse: z.boolean().optional(), pauseMs: z.number().optional() }),
  constraints: { note_title: { code: 'CONFLICT', field: ['title'] } },
  async run(ctx, input) {
    const id = ctx.newId();
    await ctx.sql('insert into app.note (id, org_id, title) values ($1, $2, $3)', [id, ctx.viewer.orgId, input.title]);
    if (input.pauseMs) await ctx.sql('select pg_sleep($1)', [input.pauseMs / 1000]);
    if (input.refuse) return refused({ code: 'NOT_ALLOWED', field: ['refuse'] });
    ctx.event({ type: 'NOTE_WRITTEN', subject: 'Note', id, version: 1, parties: [ctx.viewer.orgId] });
    return ok({ noteId: id });
  },
});

const viewer: Viewer = {
  orgId: randomUUID(),
  actorId: randomUUID(),
  kind: 'KEY',
  scopes: new Set(['orders:write']),
  duties: new Set(),
  orgRoles: new Set(),
  credentialId: randomUUID(),
  locale: 'en',
};

let db: TestDatabase;
let runner: Runner;
let second: Runner;

const run = (input: unknown, by: Runner = runner, as = viewer): Promise<Answer> =>
  by.run(noteWrite, input, { viewer: as, requestId: 'test', payload: async (answer) => answer });
const titles = async (): Promise<string[]> =>
  (await db.owner.query('select title from app.note order by title')).rows.map((row) => row.title);
const events = async (): Promise<number> =>
  Number((await db.owner.query(`select count(*) from app.event where type = 'NOTE_WRITTEN'`)).rows[0].count);

beforeAll(async () => {
  db = await freshDatabase();
  await db.owner.query(NOTES);
  runner = createRunner({ database: await db.open() });
  second = createRunner({ database: await db.open() });
});
afterAll(() => db.drop());

describe('a command with an idempotency key', () => {
  it('has one effect and the same result when it is sent twice', async () => {
    const first = await run({ title: 'twice', idempotencyKey: 'k-twice' });
    const again = await run({ idempotencyKey: 'k-twice', title: 'twice' });
    expect(again).toEqual({ ...first, replayed: true });
    expect((await titles()).filter((t) => t === 'twice')).toHaveLength(1);
  });

  it('has one effect when 50 arrive at once over two processes', async () => {
    const before = await events();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => run({ title: 'fifty', idempotencyKey: 'k-fifty' }, i % 2 ? runner : second)),
    );
    expect(new Set(answers.map((a) => a.result?.noteId)).size).toBe(1);
    expect(answers.filter((a) => !a.replayed)).toHaveLength(1);
    expect(await events()).toBe(before + 1);
  });

  it('is refused when the key comes again with another input', async () => {
    await run({ title: 'body one', idempotencyKey: 'k-body' });
    const other = await run({ title: 'body two', idempotencyKey: 'k-body' });
    expect(other.refusals).toEqual([{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['idempotencyKey'] }]);
    expect(await titles()).not.toContain('body two');
  });

  it('may be used again after a refusal, which stores nothing', async () => {
    const no = await run({ title: 'second try', refuse: true, idempotencyKey: 'k-again' });
    expect(no.refusals).toEqual([{ code: 'NOT_ALLOWED', field: ['refuse'] }]);
    const yes = await run({ title: 'second try', idempotencyKey: 'k-again' });
    expect(yes).toMatchObject({ replayed: false, refusals: [] });
  });

  it('belongs to one actor: the same key of another organisation is another key', async () => {
    const mine = await run({ title: 'shared key', idempotencyKey: 'k-org' });
    const theirs = await run({ title: 'shared key', idempotencyKey: 'k-org' }, runner, {
      ...viewer,
      orgId: randomUUID(),
      actorId: randomUUID(),
    });
    expect(theirs.replayed).toBe(false);
    expect(theirs.result?.noteId).not.toBe(mine.result?.noteId);
  });

  it('answers IDEMPOTENCY_IN_PROGRESS when the first call runs for more than two seconds', async () => {
    const slow = run({ title: 'slow', pauseMs: 3_000, idempotencyKey: 'k-slow' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    const impatient = await run({ title: 'slow', pauseMs: 3_000, idempotencyKey: 'k-slow' }, second);
    expect(impatient.refusals.map((r) => r.code)).toEqual(['IDEMPOTENCY_IN_PROGRESS']);
    expect((await slow).result).toBeDefined();
  });
});

describe('an old key', () => {
  it('is forgotten after 30 days, and no younger one', async () => {
    const database = await db.open();
    await run({ title: 'old', idempotencyKey: 'k-old' });
    await run({ title: 'young', idempotencyKey: 'k-young' });
    await db.owner.query(`update app.idempotency set at = at - interval '31 days' where key = 'k-old'`);
    expect(await expireKeys(database.pool('hub_dispatch'))).toBe(1);
    const { rows } = await db.owner.query(`select key from app.idempotency where key in ('k-old', 'k-young')`);
    expect(rows).toEqual([{ key: 'k-young' }]);
  });
});

describe('a command', () => {
  it('answers a violated constraint as its refusal', async () => {
    await run({ title: 'unique' });
    expect((await run({ title: 'unique' })).refusals).toEqual([{ code: 'CONFLICT', field: ['title'] }]);
  });

  it('is not run for a caller without the right', async () => {
    await expect(run({ title: 'x' }, runner, { ...viewer, scopes: new Set() })).rejects.toThrow('orders:write');
  });

  it.each([
    ['NUL', 'a\0b', 'INVALID_TEXT'],
    ['half a surrogate pair', 'a\ud800b', 'INVALID_TEXT'],
    ['a text over its length', 'x'.repeat(41), 'TOO_LONG'],
    ['blanks only', '  ', 'REQUIRED'],
    ['null', null, 'REQUIRED'],
    ['a number instead of a text', 5, 'INVALID_VALUE'],
  ])('names the field that holds %s', async (_, title, code) => {
    expect((await run({ title })).refusals).toEqual([expect.objectContaining({ code, field: ['title'] })]);
  });
});

describe('a lost reply to COMMIT', () => {
  it('is healed by the key: one effect, the result told', async () => {
    const proxy = await commitDropper(db.ownerUrl);
    const database = await openDatabase({ url: proxy.through(db.ownerUrl), actingRole: 'hub_app', entities: [], ...testRoles });
    try {
      const fragile = createRunner({ database });
      proxy.dropNextReply();
      const healed = await run({ title: 'lost and found', idempotencyKey: 'k-lost' }, fragile);
      expect(proxy.dropped()).toBe(1);
      expect(healed.result?.noteId).toBeDefined();
      expect((await titles()).filter((t) => t === 'lost and found')).toHaveLength(1);
      proxy.dropNextReply();
      expect((await run({ title: 'lost' }, fragile)).refusals.map((r) => r.code)).toEqual(['OUTCOME_UNKNOWN']);
    } finally {
      await database.close();
      await proxy.close();
    }
  });
});
