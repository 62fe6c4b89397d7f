import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tables } from '../../src/interchange/index.js';
import { roleUrl } from '../../src/platform/database/index.js';
import { startDispatcher } from '../../src/platform/events/dispatcher.js';
import { createQueues, startSweeper } from '../../src/platform/queue/index.js';
import tableImport from '../../workers/table-import.js';
import { compiled, type Program } from '../support/compiled.js';
import type { TestHub } from '../support/hub.js';
import { testRoles } from '../support/roles.js';
import { importOf, type Party, sendTable, tableParties, tablesHub, upload } from '../support/tables.js';

const LINES = Number(process.env.TABLE_LINES ?? 100_000);
const PER_ORDER = 500;
const WRONG = Math.floor(LINES / 2);
const KILLS = 2;
/** How many documents are taken when a worker is killed: both times well before the end. */
const takenAtKill = (kill: number): number => Math.floor((LINES / PER_ORDER / (KILLS + 2)) * kill);

let hub: TestHub;
let buyer: Party;
let supplier: Party;
let program: Program;
let stop: () => Promise<void>;
const children: ChildProcess[] = [];

/** Carries events to the queue; the jobs themselves are done by processes that can be killed. */
const carry = async (): Promise<() => Promise<void>> => {
  const pool = (await hub.db.open('hub_worker')).pool('hub_dispatch');
  const jobsUrl = roleUrl(hub.db.ownerUrl, 'hub_jobs', testRoles);
  const queues = createQueues({ jobsUrl, redisUrl: process.env.REDIS_URL, workers: [tableImport], deadAfterMs: 1_000 });
  const { subjects, effects } = tables;
  const dispatcher = startDispatcher({ pool, subjects: [...subjects, { type: 'Order' }], effects, enqueue: queues.enqueue });
  const sweeper = startSweeper({ pool, enqueue: queues.enqueue, lateAfterMs: 1_000, everyMs: 300 });
  return async () => {
    await sweeper.stop();
    await dispatcher.stop();
    await queues.stop();
  };
};

beforeAll(async () => {
  hub = await tablesHub();
  [buyer, supplier] = (await tableParties(hub, 2)) as [Party, Party];
  program = compiled(fileURLToPath(new URL('../support/table-worker-process.ts', import.meta.url)));
  stop = await carry();
}, 120_000);
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await stop();
  await hub.stop();
});

/** The most memory that a worker had, in MiB. */
let most = 0;
const work = (): ChildProcess => {
  const child = program.start(hub.db.ownerUrl, hub.dataDir, ...(process.env.REDIS_URL === undefined ? [] : [process.env.REDIS_URL]));
  child.stdout?.on('data', (text: Buffer) => {
    most = Math.max(most, Math.round(Number(text.toString().trim().split('\n').at(-1)) / 2 ** 20));
  });
  children.push(child);
  return child;
};

const table = (): string => {
  const lines = ['Order number,Supplier,Currency,Line,Item,Quantity,Unit,Price'];
  for (let n = 2; n <= LINES + 1; n++) {
    const order = Math.floor((n - 2) / PER_ORDER);
    lines.push(`L-${order},${supplier.id},CNY,${n},Part ${n},${n === WRONG ? 'many' : '12'},C62,3.5`);
  }
  return `${lines.join('\r\n')}\r\n`;
};

interface Standing {
  readonly status: string;
  readonly taken: number;
  readonly orders: number;
  /** Orders that lack a line. */
  readonly torn: number;
  /** Orders that were issued otherwise than once. */
  readonly twice: number;
}

const standing = async (): Promise<Standing> => {
  const { rows } = await hub.db.owner.query<Standing>(
    `select i.status, i.taken_count as taken, (select count(*)::int from app.orders) as orders,
       (select count(*)::int from app.orders o where (select count(*) from app.order_line l where l.order_id = o.id) <> ${PER_ORDER}) as torn,
       (select count(*)::int from app.orders o where (select count(*) from app.event e where e.subject_id = o.id and e.type = 'ORDER_ISSUED') <> 1) as twice
     from app.table_import i`,
  );
  return rows[0] as Standing;
};

const taken = async (): Promise<number> =>
  (await hub.db.owner.query<{ n: number }>('select coalesce(max(taken_count), 0) as n from app.table_import')).rows[0]?.n ?? 0;
const ends = async (): Promise<boolean> =>
  ((await hub.db.owner.query(`select from app.table_import where ended_at is not null`)).rowCount ?? 0) > 0;

describe(`A table of ${LINES} lines of which one is wrong, killed ${KILLS} times in the middle`, () => {
  it('leaves whole orders only, takes each once, and refuses the order of the wrong line with its number', {
    timeout: 600_000,
  }, async () => {
    const { tableImport: sent } = await sendTable(buyer, await upload(hub, buyer.secret, table()));
    const began = performance.now();
    for (let kill = 1; kill <= KILLS; kill++) {
      const child = work();
      while ((await taken()) < takenAtKill(kill)) await sleep(20);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      const now = await standing();
      expect(now).toMatchObject({ status: 'WORKING', torn: 0, twice: 0, orders: now.taken });
    }
    work();
    while (!(await ends())) await sleep(100);
    const seconds = (performance.now() - began) / 1_000;
    console.log(
      `${LINES} lines in ${LINES / PER_ORDER} orders, ${KILLS} kills: ${seconds.toFixed(1)} s, ${Math.round(LINES / seconds)} lines/s, at most ${most} MiB in a worker`,
    );
    expect(await standing()).toEqual({
      status: 'FINISHED',
      taken: LINES / PER_ORDER - 1,
      orders: LINES / PER_ORDER - 1,
      torn: 0,
      twice: 0,
    });
    const { lineCount, documentCount, refusedCount, errors } = await importOf(buyer, sent?.id ?? '');
    expect({ lineCount, documentCount, refusedCount, errors: errors.nodes }).toEqual({
      lineCount: LINES,
      documentCount: LINES / PER_ORDER,
      refusedCount: 1,
      errors: [
        { line: WRONG, column: 'Quantity', value: 'many', error: { code: 'INVALID_NUMBER', message: expect.any(String) as string } },
      ],
    });
    expect(most).toBeLessThan(700);
  });
});
