import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approvalTiersSet, invoiceApprove } from '../../src/invoices/approval/commands.js';
import { invoiceRespond } from '../../src/invoices/index.js';
import { publicId } from '../../src/kernel/ids.js';
import { demoOrgId } from '../../src/parties/index.js';
import type { Duty, Viewer } from '../../src/platform/auth/viewer.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { trading, type Trading } from '../support/payables.js';
import { demoHub, demoViewer, type Hub, said } from '../support/parties.js';

let db: TestDatabase;
let hub: Hub;
let trade: Trading;
let approvers: Viewer[];
let clerk: Viewer;

/** A person of the buyer with a duty, in a session. */
const person = async (duty: Duty, org = 'buyer'): Promise<Viewer> => {
  const id = randomUUID();
  await db.owner.query(`insert into app.person (id, org_id, login, name) values ($1, $2, $3, 'Somebody')`, [
    id,
    demoOrgId(org),
    `${id}@demo`,
  ]);
  await db.owner.query(
    `insert into app.membership (id, org_id, person_id, duties, valid_from, granted_by) values ($1, $2, $1, $3, '2026-01-01', $1)`,
    [id, demoOrgId(org), [duty]],
  );
  return demoViewer(org, { actorId: id, kind: 'PERSON', duties: new Set([duty]) });
};

beforeAll(async () => {
  db = await freshDatabase();
  hub = await demoHub(await db.open());
  trade = trading(hub, db);
  approvers = await Promise.all([person('APPROVER'), person('APPROVER'), person('APPROVER')]);
  clerk = await person('CLERK');
  await trade.agree('supplier4');
});
afterAll(() => db.drop());

const approver = (n: number): Viewer => approvers[n] ?? clerk;
const invoiceOf = async (quantity: string): Promise<string> =>
  publicId('inv', (await trade.owed('supplier4', quantity, '2026-03-02')).invoice_id);
const approve = async (who: Viewer, invoiceId: string, more: object = {}) =>
  said(await hub.as(who, invoiceApprove, { invoiceId, ...more }));
const statusOf = async (invoiceId: string): Promise<string> => {
  const [row] = await trade.rows<{ status: string; due: string }>(
    `select i.status, (select string_agg(p.due_on::text, ',') from app.payable p where p.invoice_id = i.id) as due from app.invoice i where 'inv_' || replace(i.id::text, '-', '') = $1`,
    [invoiceId],
  );
  return `${row?.status} ${row?.due}`;
};
const TIERS = [{ upTo: '1000', approvers: 1 }, { upTo: '10000', approvers: 2 }, { approvers: 3 }];

describe('Without tiers', () => {
  test('anyone who may answers AP, and there is nothing to approve in person', async () => {
    const invoiceId = await invoiceOf('5');
    expect(await approve(approver(0), invoiceId)).toBe('APPROVAL_NO_TIERS invoiceId');
    expect(said(await hub.as('buyer', invoiceRespond, { invoiceId, code: 'AP' }))).toBe('OK');
    expect(await statusOf(invoiceId)).toBe('APPROVED 2026-05-06');
  });
});

describe('With tiers of amount', () => {
  beforeAll(() => trade.must('buyer', approvalTiersSet, { tiers: TIERS }));

  test('that do not rise is refused', async () => {
    expect(
      said(
        await hub.as('buyer', approvalTiersSet, {
          tiers: [
            { upTo: '10', approvers: 2 },
            { upTo: '20', approvers: 1 },
          ],
        }),
      ),
    ).toBe('TIERS_NOT_RISING tiers 1');
    expect(said(await hub.as('buyer', approvalTiersSet, { tiers: [{ approvers: 1 }, { upTo: '20', approvers: 1 }] }))).toBe(
      'TIERS_NOT_RISING tiers 1',
    );
    expect(said(await hub.as('buyer', approvalTiersSet, { tiers: [] }))).toBe('REQUIRED tiers');
    expect(said(await hub.as('buyer', approvalTiersSet, { tiers: [{ approvers: 6 }] }))).not.toBe('OK');
  });

  test('a small amount takes one approver, in person, with the duty', async () => {
    const invoiceId = await invoiceOf('10');
    expect(await approve(clerk, invoiceId)).toBe('APPROVER_ONLY');
    expect(await approve(demoViewer('buyer'), invoiceId)).toBe('APPROVER_ONLY');
    expect(await approve(await person('APPROVER', 'supplier3'), invoiceId)).toBe('NOT_FOUND invoiceId');
    expect(await approve(await person('APPROVER', 'supplier4'), invoiceId)).toBe('NOT_ALLOWED');
    expect(said(await hub.as('buyer', invoiceRespond, { invoiceId, code: 'AP' }))).toBe('APPROVAL_PENDING code');
    expect(await approve(approver(0), invoiceId, { expectedVersion: 99 })).toBe('STALE_VERSION expectedVersion');
    expect(await approve(approver(0), invoiceId)).toBe('OK');
    expect(await statusOf(invoiceId)).toBe('APPROVED 2026-05-06');
    expect(await approve(approver(1), invoiceId)).toContain('APPROVAL_COMPLETE');
  });

  test('a larger one takes the next, who is somebody else; the due date stands all along (Order 802 art. 14)', async () => {
    const invoiceId = await invoiceOf('50');
    expect(await approve(approver(0), invoiceId, { note: 'seen' })).toBe('OK');
    expect(await statusOf(invoiceId)).toBe('SUBMITTED 2026-05-06');
    expect(await approve(approver(0), invoiceId)).toBe('APPROVED_BY_YOU invoiceId');
    expect(await approve(approver(1), invoiceId)).toBe('OK');
    expect(await statusOf(invoiceId)).toBe('APPROVED 2026-05-06');
    const steps = await trade.rows(
      `select step, needed, complete from app.invoice_approval where 'inv_' || replace(invoice_id::text, '-', '') = $1 order by step`,
      [invoiceId],
    );
    expect(steps).toEqual([
      { step: 1, needed: 2, complete: false },
      { step: 2, needed: 2, complete: true },
    ]);
  });

  test('two at once give one decision', async () => {
    const invoiceId = await invoiceOf('10');
    const both = await Promise.all(approvers.map((who) => approve(who, invoiceId)));
    expect(both.filter((one) => one === 'OK')).toHaveLength(1);
    expect(both.filter((one) => one.startsWith('APPROVAL_COMPLETE'))).toHaveLength(2);
    const [answers] = await trade.rows<{ n: string }>(
      `select count(*) as n from app.invoice_response where code = 'AP' and 'inv_' || replace(invoice_id::text, '-', '') = $1`,
      [invoiceId],
    );
    expect(answers?.n).toBe('1');
  });

  test('one person twice at once is counted once', async () => {
    const invoiceId = await invoiceOf('50');
    const both = await Promise.all([approve(approver(0), invoiceId), approve(approver(0), invoiceId)]);
    expect(both.sort()).toEqual(['APPROVED_BY_YOU invoiceId', 'OK']);
  });

  test('steps are told to the buyer alone, the answer to both', async () => {
    const invoiceId = await invoiceOf('50');
    await approve(approver(0), invoiceId);
    await approve(approver(1), invoiceId);
    const told = await trade.rows<{ type: string; parties: string }>(
      `select e.type, cardinality(o.parties) as parties from app.event e join app.outbox o on o.event_id = e.id
       where 'inv_' || replace(e.subject_id::text, '-', '') = $1 and e.type in ('INVOICE_APPROVED', 'INVOICE_RESPONDED') order by e.id`,
      [invoiceId],
    );
    expect(told.map((one) => `${one.type} ${one.parties}`)).toEqual(['INVOICE_APPROVED 1', 'INVOICE_APPROVED 1', 'INVOICE_RESPONDED 2']);
  });
});

describe('Raw SQL in the role of the application', () => {
  const raw = async (orgKey: string, actor: string, sql: string, params: unknown[]): Promise<string> => {
    const client = await (await db.open()).pool('hub_app').connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $2, true)`, [demoOrgId(orgKey), actor]);
      await client.query(sql, params);
      await client.query('commit');
      return 'done';
    } catch (error) {
      await client.query('rollback');
      const { constraint, code } = error as { constraint?: string; code?: string };
      return constraint ?? code ?? 'unknown';
    } finally {
      client.release();
    }
  };

  test('cannot approve for another, without the duty, twice, out of step, or with fewer than the amount asks for', async () => {
    const payable = await trade.owed('supplier4', '50', '2026-03-02');
    const insert = `insert into app.invoice_approval (id, invoice_id, buyer_id, supplier_id, policy_id, step, needed, person_id, complete, business_time)
      select gen_random_uuid(), i.id, i.buyer_id, i.supplier_id, (select id from app.approval_policy order by at desc limit 1), $2::int, $3::int, $4::uuid, $2::int >= $3::int, now()
      from app.invoice i where i.id = $1`;
    const [one, two] = [approver(0).actorId, approver(1).actorId];
    const invoice = payable.invoice_id;
    expect(await raw('buyer', one, insert, [invoice, 1, 2, two])).toBe('wrong_hands');
    expect(await raw('buyer', clerk.actorId, insert, [invoice, 1, 2, clerk.actorId])).toBe('wrong_hands');
    expect(await raw('supplier4', one, insert, [invoice, 1, 2, one])).not.toBe('done');
    expect(await raw('buyer', one, insert, [invoice, 1, 1, one])).toBe('approval_counted');
    expect(await raw('buyer', one, insert, [invoice, 2, 2, one])).toBe('approval_counted');
    expect(await raw('buyer', one, insert, [invoice, 1, 2, one])).toBe('done');
    expect(await raw('buyer', one, insert, [invoice, 2, 2, one])).toBe('approval_person_once');
    expect(await raw('buyer', two, `update app.invoice_approval set complete = true where invoice_id = $1`, [invoice])).not.toBe('done');
  });

  test('of the supplier sees no approval and no tier', async () => {
    const client = await (await db.open()).pool('hub_app').connect();
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true)`, [demoOrgId('supplier4')]);
    expect((await client.query('select from app.invoice_approval union all select from app.approval_tier')).rowCount).toBe(0);
    await client.query('rollback');
    client.release();
  });
});
