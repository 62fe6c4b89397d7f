import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repricingFollow } from '../../src/invoices/index.js';
import { publicId } from '../../src/kernel/ids.js';
import { orderDecideChange, orderIssue, orderProposeChange, orderRespond } from '../../src/orders/index.js';
import { systemViewer } from '../../src/platform/queue/job.js';
import { demoOrgId } from '../../src/parties/index.js';
import { statementConfirm, statementTermsFollow } from '../../src/statements/account/commands.js';
import { statementDraft, statementSend } from '../../src/statements/draft/commands.js';
import { statementDispute, statementExclude, statementTick } from '../../src/statements/marks/commands.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { demoHub, type Hub, hubOn, orgIdOf } from '../support/parties.js';
import { trading } from '../support/payables.js';

let db: TestDatabase;
let hub: Hub;
let worker: Hub;
let trade: ReturnType<typeof trading>;
beforeAll(async () => {
  db = await freshDatabase();
  hub = await demoHub(await db.open());
  worker = hubOn(await db.open('hub_worker'));
  trade = trading(hub, db);
});
afterAll(() => db.drop());

let calls = 0;
const must = async <T>(answer: Promise<{ readonly result?: T; readonly refusals: readonly unknown[] }>): Promise<T> => {
  const { result, refusals } = await answer;
  if (!result) throw new Error(JSON.stringify(refusals));
  return result;
};

/** Drafts everything up to today and sends it. */
const sent = async (supplier: string, more: object = {}): Promise<string> => {
  const { statementId } = await must(
    hub.as(supplier, statementDraft, {
      as: 'SUPPLIER',
      counterparty: { id: orgIdOf('buyer') },
      periodFrom: '2026-10-01',
      periodTo: '2026-11-25',
      ...more,
      idempotencyKey: `stm-${++calls}`,
    }),
  );
  const id = publicId('stm', statementId);
  await must(hub.as(supplier, statementSend, { statementId: id }));
  return id;
};
const confirmed = async (supplier: string, statementId: string): Promise<number> => {
  for (const who of [supplier, 'buyer']) await must(hub.as(who, statementTick, { statementId, all: true }));
  expect((await must(hub.as('buyer', statementConfirm, { statementId }))).termsStarted).toBe(0);
  return (await must(hub.as(supplier, statementConfirm, { statementId }))).termsStarted;
};
const dates = async (invoiceId: string) => {
  const { rows } = await db.owner.query<{ start_on: string | null; due_on: string | null; cause: string; confirmed: boolean }>(
    `select p.start_on::text, p.due_on::text, t.cause, exists (select from app.statement s where s.id = t.cause_id and s.status = 'CONFIRMED') as confirmed
     from app.payable p join app.payable_term t on t.payable_id = p.id and t.seq = p.terms where p.invoice_id = $1`,
    [invoiceId],
  );
  return rows;
};
const AWAITS = { start_on: null, due_on: null, cause: 'OPENED', confirmed: false };
const STARTED = { start_on: '2026-11-25', due_on: '2026-12-25', cause: 'STATEMENT_CONFIRMED', confirmed: true };

describe('Order 802 art. 9(4): a term that runs from a confirmed statement', () => {
  test('begins on the day of both confirmations, in their transaction', async () => {
    await trade.agree('supplier', { termBasis: 'CONFIRMED_STATEMENT', termDays: 30 });
    const { id } = await trade.order('supplier', '100');
    await trade.receive(id, '60', '2026-10-10');
    const { invoiceId } = await trade.claim('supplier', id, '60');
    expect(await dates(invoiceId)).toEqual([AWAITS]);
    const statementId = await sent('supplier');
    expect(await confirmed('supplier', statementId)).toBe(1);
    expect(await dates(invoiceId)).toEqual([STARTED]);
  });

  test('waits on for an invoice that was set aside, and begins with the next statement', async () => {
    await trade.agree('supplier2', { termBasis: 'CONFIRMED_STATEMENT', termDays: 30 });
    const { id } = await trade.order('supplier2', '100');
    await trade.receive(id, '60', '2026-10-10');
    const { invoiceId } = await trade.claim('supplier2', id, '60');
    const [invoice] = (await db.owner.query<{ number: string }>('select number from app.invoice where id = $1', [invoiceId])).rows;
    const statementId = await sent('supplier2');
    const lines = (
      await db.owner.query<{ id: string; kind: string }>(
        `select l.id, l.kind from app.statement_line l join app.statement s on s.id = l.statement_id where s.buyer_id = $1 and s.supplier_id = $2`,
        [demoOrgId('buyer'), demoOrgId('supplier2')],
      )
    ).rows.map((line) => publicId('stl', line.id));
    await must(
      hub.as('buyer', statementDispute, { statementId, lines: lines.map((lineId) => ({ lineId, reason: `Wait for ${invoice?.number}` })) }),
    );
    await must(hub.as('supplier2', statementExclude, { statementId, lineIds: lines }));
    expect(await confirmed('supplier2', statementId)).toBe(0);
    expect(await dates(invoiceId)).toEqual([AWAITS]);
    expect(await confirmed('supplier2', await sent('supplier2', { periodFrom: '2026-11-25' }))).toBe(1);
    expect(await dates(invoiceId)).toEqual([STARTED]);
  });

  test('begins then too for an invoice that was written from the statement, by the job that follows', async () => {
    await trade.agree('supplier3', { termBasis: 'CONFIRMED_STATEMENT', termDays: 30 });
    const { id } = await trade.order('supplier3', '100');
    await trade.receive(id, '60', '2026-10-10');
    expect(await confirmed('supplier3', await sent('supplier3'))).toBe(0);
    await trade.receive(id, '40', '2026-11-24');
    const { invoiceId } = await trade.claim('supplier3', id, '60');
    const other = await trade.claim('supplier3', id, '40');
    expect([await dates(invoiceId), await dates(other.invoiceId)]).toEqual([[AWAITS], [AWAITS]]);
    const follow = () => worker.as(systemViewer(demoOrgId('supplier3')), statementTermsFollow, {});
    expect((await must(follow())).termsStarted).toBe(1);
    expect([await dates(invoiceId), await dates(other.invoiceId)]).toEqual([[STARTED], [AWAITS]]);
    expect((await must(follow())).termsStarted).toBe(0);
  });

  test('and one that was agreed otherwise is left alone', async () => {
    await trade.agree('supplier4', { termBasis: 'DELIVERY', termDays: 30 });
    const { id } = await trade.order('supplier4', '100');
    await trade.receive(id, '60', '2026-11-20');
    const { invoiceId } = await trade.claim('supplier4', id, '60');
    const before = await dates(invoiceId);
    expect(await confirmed('supplier4', await sent('supplier4'))).toBe(0);
    expect(await dates(invoiceId)).toEqual(before);
  });
});

describe('The job that follows an agreed change of a frame', () => {
  test('lists the differences once, and does nothing for other orders', async () => {
    const price = (from: string, amount: string) => ({ from, price: amount });
    const issue = async (number: string, more: object) => {
      const { orderId } = await must(
        hub.as('buyer', orderIssue, {
          supplier: { id: orgIdOf('supplier4') },
          number,
          header: { currency: 'CNY' },
          ...more,
          idempotencyKey: number,
        }),
      );
      await must(
        hub.as('supplier4', orderRespond, { orderId: publicId('ord', orderId), revision: 1, code: 'AP', idempotencyKey: `${number}-AP` }),
      );
      return orderId;
    };
    const line = { lineId: '1', itemName: 'Motor', unit: 'C62' };
    const frame = await issue('FA-J', {
      typeCode: '221',
      issuedOn: '2026-07-01',
      header: { currency: 'CNY', validFrom: '2026-07-01', validTo: '2027-06-30' },
      lines: [{ ...line, quantity: '500', prices: [price('2026-07-01', '100')] }],
    });
    const callOff = await issue('CO-J', {
      typeCode: '226',
      issuedOn: '2026-10-12',
      frame: { number: 'FA-J' },
      lines: [{ ...line, quantity: '100', taxRate: '0' }],
    });
    await trade.receive(publicId('ord', callOff), '10', '2026-11-20');
    await trade.claim('supplier4', publicId('ord', callOff), '10');
    const { proposalId } = await must(
      hub.as('supplier4', orderProposeChange, {
        orderId: publicId('ord', frame),
        revision: 1,
        lines: [{ lineId: '1', action: '3', change: { prices: [price('2026-07-01', '100'), price('2026-10-01', '104.5')] } }],
        idempotencyKey: 'change',
      }),
    );
    await must(
      hub.as('buyer', orderDecideChange, {
        orderId: publicId('ord', frame),
        proposalId: publicId('prp', proposalId ?? ''),
        decision: 'ACCEPT',
      }),
    );
    const follow = (orderId: string) => worker.as(systemViewer(demoOrgId('buyer')), repricingFollow, { orderId });
    expect((await must(follow(callOff))).repricingIds).toEqual([]);
    const { repricingIds } = await must(follow(frame));
    expect((await must(follow(frame))).repricingIds).toEqual(repricingIds);
    const { rows } = await db.owner.query('select status, total::text from app.repricing');
    expect(rows).toEqual([{ status: 'PROPOSED', total: '45.00' }]);
  });
});
