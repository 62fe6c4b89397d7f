import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseId } from '../../src/kernel/ids.js';
import type { Database } from '../../src/platform/database/index.js';
import type { TestHub } from '../support/hub.js';
import { type Party, sendTable, tableParties, tablesHub, upload } from '../support/tables.js';

let hub: TestHub;
let database: Database;
let mine: Party;
let other: Party;

beforeAll(async () => {
  hub = await tablesHub();
  database = await hub.db.open();
  [mine, other] = (await tableParties(hub, 2)) as [Party, Party];
  await sendTable(mine, await upload(hub, mine.secret, 'Order number\nA\n'));
});
afterAll(() => hub.stop());

type Statement = readonly [sql: string, params?: unknown[]];

/** Statements as the acting role of the hub, in one transaction of which nothing stays; what refused them, or how many rows the last one met. */
const raw = async (who: Party, ...statements: Statement[]): Promise<string> => {
  const client = await database.pool('hub_app').connect();
  let met = 0;
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [who.uuid]);
    for (const [sql, params = []] of statements) met = (await client.query(sql, params)).rowCount ?? 0;
    return `done ${met}`;
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code ?? 'unknown';
  } finally {
    await client.query('rollback');
    client.release();
  }
};

const to = (status: string, more = ''): Statement => [`update app.table_import set status = '${status}'${more}`];
const reading = to('READING');
const working = to('WORKING', ', document_count = 1');
const document = (status = 'PENDING'): Statement => [
  `insert into app.table_document (import_id, org_id, document_key, first_line, last_line, line_count, status, outcome)
   select id, app.me(), 'A', 2, 2, 1, $1, $2 from app.table_import`,
  [status, status === 'TAKEN' ? 'ISSUED' : null],
];
const settle = (status: string): Statement => [
  `update app.table_document set status = '${status}', outcome = case when '${status}' = 'TAKEN' then 'ISSUED' end`,
];

describe('Raw SQL in the role of the application', () => {
  it.each<[string, Statement[], string]>([
    ['takes a step out of order', [to('WORKING')], 'lifecycle_followed'],
    ['ends without an end', [reading, to('FAILED')], 'table_ends'],
    ['finishes with documents left', [reading, working, to('FINISHED', ', ended_at = now()')], 'table_finished_whole'],
    [
      'counts a document twice',
      [reading, working, ['update app.table_import set taken_count = 1, refused_count = 1']],
      'table_counts_documents_once',
    ],
    ['begins settled', [document('TAKEN')], 'lifecycle_followed'],
    ['settles a document twice', [document(), settle('TAKEN'), settle('REFUSED')], 'lifecycle_followed'],
    ['has a document twice', [document(), document()], 'table_document_once'],
    ['has another kind, file or owner', [["update app.table_import set kind = 'RECEIPTS'"]], '42501'],
    ['is removed', [['delete from app.table_import']], '42501'],
    ['has its reasons changed', [["update app.table_error set code = 'X'"]], '42501'],
  ])('no import %s', async (_what, statements, refusal) => {
    expect(await raw(mine, ...statements)).toBe(refusal);
  });

  it('no import is made over the file, or for the organisation, of another', async () => {
    const file = parseId('fil', await upload(hub, other.secret, 'x'));
    const insert = (org: Party): Statement => [
      `insert into app.table_import (id, org_id, actor_id, kind, file_id, dry_run, status, business_time) values ($1, $2, $2, 'ORDERS', $3, false, 'QUEUED', now())`,
      [randomUUID(), org.uuid, file],
    ];
    expect(await raw(mine, insert(mine))).toBe('table_import_file_id_org_id_fkey');
    expect(await raw(mine, insert(other))).toBe('42501');
    expect(await raw(other, insert(other))).toBe('done 1');
  });

  it('no row of an import is seen by another', async () => {
    for (const table of ['table_import', 'table_document', 'table_line', 'table_error'])
      expect(await raw(other, [`select from app.${table}`])).toBe('done 0');
    expect(await raw(mine, ['select from app.table_import'])).toBe('done 1');
  });
});
