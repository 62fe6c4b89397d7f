import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { creditNoteSubmit } from '../../src/invoices/index.js';
import { payableRecheck, retentionRelease } from '../../src/invoices/payable/commands.js';
import { startTerms } from '../../src/invoices/payable/index.js';
import { advanceRecord } from '../../src/invoices/payment/advance.js';
import { publicId } from '../../src/kernel/ids.js';
import { ok } from '../../src/kernel/refusal.js';
import { command } from '../../src/platform/commands/index.js';
import { demoOrgId } from '../../src/parties/index.js';
import { tradeAgreementEnd } from '../../src/parties/agreement/commands.js';
import { calendarPublish } from '../../src/platform/time/calendar/commands.js';
import { z } from 'zod';
import { freshDatabase, type TestDatabase } from '../support/database.js';
import { trading, type Trading } from '../support/payables.js';
import { demoHub, type Hub, said } from '../support/parties.js';

let db: TestDatabase;
let hub: Hub;
let trade: Trading;
beforeAll(async () => {
  db = await freshDatabase();
  hub = await demoHub(await db.open());
  trade = trading(hub, db);
  await db.owner.query('update app.clock set movable = true');
});
afterAll(() => db.drop());

const today = async (): Promise<string> => (await trade.rows<{ day: string }>('select app.business_date()::text as day'))[0]?.day ?? '';
const daysLater = async (days: number): Promise<string> =>
  (await trade.rows<{ day: string }>('select (app.business_date() + $1::int)::text as day', [days]))[0]?.day ?? '';
const passDays = (days: number) => db.owner.query('update app.clock set ahead_seconds = ahead_seconds + $1::int * 86400', [days]);
const deadlines = async (payableId: string): Promise<string[]> =>
  (
    await trade.rows<{ text: string }>(
      `select kind || ' ' || to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as text from app.deadline where subject_id = $1 order by due_at`,
      [payableId],
    )
  ).map((row) => row.text);
const eventsOf = async (id: string): Promise<string[]> =>
  (await trade.rows<{ type: string }>('select type from app.event where subject_id = $1 order by id', [id])).map((row) => row.type);

describe('An amount that becomes payable', () => {
  test('has its contractual and statutory day side by side, each step as data, and falls due by deadlines', async () => {
    await trade.agree('supplier', { termDays: 30, termBasis: 'MONTH_END' });
    const payable = await trade.owed('supplier', '10', '2026-03-02');
    expect(payable).toMatchObject({
      amount: '1000.00',
      open: '1000.00',
      status: 'OPEN',
      contractual_due_on: '2026-04-30',
      statutory_due_on: '2026-05-06',
      governs: 'CONTRACT',
      due_on: '2026-04-30',
      provisional: false,
      rate_rule: 'STATUTORY_DAILY',
    });
    const [term] = await trade.rows<{ steps: { rule: string; article: string }[]; gap_days: number }>(
      'select steps, gap_days from app.payable_term where payable_id = $1',
      [payable.id],
    );
    expect(term?.gap_days).toBe(-6);
    expect(term?.steps.map((step) => step.rule)).toEqual([
      'CONTRACT_START',
      'COUNT_DAYS',
      'PROTECTION',
      'STATUTORY_START',
      'LARGE_BUYER_TERM',
      'COUNT_DAYS',
      'REST_DAY_MOVES',
      'GOVERNS',
    ]);
    expect(await deadlines(payable.id)).toEqual(['PAYABLE_DUE 2026-04-30 00:00', 'PAYABLE_OVERDUE 2026-05-01 00:00']);
    expect(await eventsOf(payable.id)).toEqual(['PAYABLE_OPENED']);
    await db.owner.query('select app.tick(100)');
    expect(await eventsOf(payable.id)).toEqual(['PAYABLE_OPENED', 'PAYABLE_DUE', 'PAYABLE_OVERDUE']);
  });

  test('without an agreed term is due by the law, for the two as they are today', async () => {
    const inForce = await trade.rows<{ id: string }>(
      `select id from app.trade_agreement where status = 'IN_FORCE' and buyer_id = $1 and supplier_id = $2`,
      [demoOrgId('buyer'), demoOrgId('supplier2')],
    );
    for (const { id } of inForce) await trade.must('buyer', tradeAgreementEnd, { agreementId: publicId('agr', id) });
    const payable = await trade.owed('supplier2', '5', '2026-08-03');
    expect(payable).toMatchObject({ contractual_due_on: null, statutory_due_on: '2026-10-08', governs: 'STATUTE', due_on: '2026-10-08' });
  });

  test('is divided by the plan: the advance is used, the retention held', async () => {
    await trade.agree('supplier', {
      inspectionDays: 0,
      plan: [
        { kind: 'ADVANCE', share: '0.3', trigger: 'ORDER', days: 0 },
        { kind: 'ACCEPTANCE', share: '0.6', trigger: 'ACCEPTANCE', days: 30 },
        { kind: 'RETENTION', share: '0.1', trigger: 'ACCEPTANCE', days: 365 },
      ],
    });
    const { id } = await trade.order('supplier', '100');
    await trade.must('buyer', advanceRecord, {
      orderId: id,
      number: 'ADV-1',
      paidOn: '2026-02-01',
      amount: '2500',
      idempotencyKey: 'adv-1',
    });
    await trade.receive(id, '100', '2026-03-02');
    const { invoiceId } = await trade.claim('supplier', id, '80');
    expect(await trade.buckets(invoiceId)).toBe('payable 4800.00, retained 800.00, settled 2400.00, status SUBMITTED');
    expect((await trade.payables(invoiceId)).map((p) => [p.plan_kind, p.status, p.amount, p.due_on])).toEqual([
      ['ACCEPTANCE', 'OPEN', '4800.00', '2026-04-01'],
      ['RETENTION', 'RETAINED', '800.00', '2027-03-02'],
    ]);
    const { invoiceId: second } = await trade.claim('supplier', id, '20');
    expect((await trade.payables(second)).map((p) => [p.plan_kind, p.amount, p.due_on])).toEqual([
      ['ADVANCE', '500.00', '2026-03-02'],
      ['ACCEPTANCE', '1200.00', '2026-04-01'],
      ['RETENTION', '200.00', '2027-03-02'],
    ]);
    expect(await trade.buckets(second)).toBe('payable 1700.00, retained 200.00, settled 100.00, status SUBMITTED');
    expect(await trade.rows('select amount::text, used::text from app.advance')).toEqual([{ amount: '2500.00', used: '2500.00' }]);
  });

  test('waits for a statement, and gets its day when both have confirmed it', async () => {
    await trade.agree('supplier', { termDays: 30, termBasis: 'CONFIRMED_STATEMENT' });
    const payable = await trade.owed('supplier', '10', '2026-03-02');
    expect([payable.status, payable.due_on, await deadlines(payable.id)]).toEqual(['WAITING', null, []]);
    const confirm = command({
      name: 'statementConfirmed',
      need: 'invoices:write',
      key: 'none',
      input: z.object({}),
      run: async (ctx) =>
        ok({
          started: await startTerms(ctx, {
            invoiceIds: [payable.invoice_id],
            on: '2026-04-10',
            cause: 'STATEMENT_CONFIRMED',
            causeId: null,
          }),
        }),
    });
    expect((await trade.must('supplier', confirm, {})).started).toEqual([payable.id]);
    expect((await trade.must('buyer', confirm, {})).started).toEqual([]);
    const [started] = await trade.payables(payable.invoice_id);
    expect(started).toMatchObject({ status: 'OPEN', due_on: '2026-05-11', statutory_due_on: '2026-06-09', governs: 'CONTRACT', terms: 2 });
    expect(await eventsOf(payable.id)).toEqual(['PAYABLE_OPENED', 'PAYABLE_REDATED']);
  });

  test('is cut by a credit, the latest due first, then what is retained', async () => {
    await trade.agree('supplier', {
      plan: [
        { kind: 'DELIVERY', share: '0.5', trigger: 'DELIVERY', days: 10 },
        { kind: 'ACCEPTANCE', share: '0.4', trigger: 'ACCEPTANCE', days: 60 },
        { kind: 'RETENTION', share: '0.1', trigger: 'ACCEPTANCE', days: 365 },
      ],
    });
    const payable = await trade.owed('supplier', '10', '2026-03-02');
    const { refusals } = await hub.as('supplier', creditNoteSubmit, {
      kind: 'CREDIT_NOTE',
      original: { id: publicId('inv', payable.invoice_id) },
      number: 'CN-1',
      issuedOn: await today(),
      lines: [{ lineId: '1', gross: '450' }],
      idempotencyKey: 'cn-1',
    });
    expect(refusals).toEqual([]);
    expect((await trade.payables(payable.invoice_id)).map((p) => [p.plan_kind, p.open, p.retained, p.settled, p.status])).toEqual([
      ['DELIVERY', '450.00', '0.00', '50.00', 'OPEN'],
      ['ACCEPTANCE', '0.00', '0.00', '400.00', 'SETTLED'],
      ['RETENTION', '0.00', '100.00', '0.00', 'RETAINED'],
    ]);
    expect(await trade.buckets(payable.invoice_id)).toBe('payable 450.00, retained 100.00, settled 450.00, status SUBMITTED');
  });
});

describe('An advance', () => {
  test('is refused with what is wrong', async () => {
    const { id } = await trade.order('supplier4', '10');
    const record = async (who: string, more: object) =>
      said(
        await hub.as(who, advanceRecord, {
          orderId: id,
          number: 'A-9',
          paidOn: '2026-02-01',
          amount: '400',
          idempotencyKey: `a-${Math.random()}`,
          ...more,
        }),
      );
    expect(await record('supplier4', {})).toBe('NOT_ALLOWED');
    expect(await record('supplier3', {})).toBe('NOT_FOUND orderId');
    expect(await record('buyer', { amount: '1000.01' })).toBe('ADVANCE_OVER_ORDER amount');
    expect(await record('buyer', { paidOn: await daysLater(1) })).toBe('PAID_IN_FUTURE paidOn');
    expect(await record('buyer', { endToEndId: 'ADV-E2E' })).toBe('OK');
    expect(await record('buyer', { number: 'a 9', amount: '1' })).toBe('ADVANCE_EXISTS number');
    expect(await record('buyer', { number: 'A-10', endToEndId: 'ADV-E2E', amount: '1' })).toBe('PAYMENT_REPEATED endToEndId');
    expect(await record('buyer', { number: 'A-11', amount: '601' })).toBe('ADVANCE_OVER_ORDER amount');
  });
});

describe('The calendar', () => {
  const rest = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-25', '2027-01-26'];
  test('is refused with days that cannot be', async () => {
    const publish = async (who: string, more: object) =>
      said(await hub.as(who, calendarPublish, { year: 2027, publishedOn: '2026-11-20', source: 'State Council', rest, ...more }));
    expect(await publish('operator', { rest: ['2026-12-31'] })).toBe('CALENDAR_OTHER_YEAR rest 0');
    expect(await publish('operator', { work: ['2027-01-02'] })).toBe('CALENDAR_DAY_REPEATED work 0');
    expect(await publish('operator', { work: ['2027-01-04'] })).toBe('CALENDAR_WORKS_ANYWAY work 0');
    expect(await publish('operator', { rest: [] })).toBe('REQUIRED rest');
    expect(await publish('operator', { year: 2026, rest: ['2026-01-01'] })).toBe('CALENDAR_PUBLISHED year');
  });

  test('of a year, once published, moves what rested on its absence, once, by a job of the buyer', async () => {
    await trade.agree('supplier4');
    const { id } = await trade.order('supplier4', '10');
    const on = await today();
    await trade.receive(id, '10', on);
    const { invoiceId } = await trade.claim('supplier4', id, '10', '100', { issuedOn: on });
    const [before] = await trade.payables(invoiceId);
    expect([before?.due_on, before?.provisional]).toEqual(['2027-01-25', true]);
    expect(await deadlines(before?.id ?? '')).toContain('PAYABLE_RECHECK_DUE 2027-01-24 00:00');
    const firm = await trade.owed('supplier4', '1', '2026-03-02');
    await trade.must('operator', calendarPublish, { year: 2027, publishedOn: '2026-11-20', source: 'State Council', rest });
    expect(await deadlines(firm.id)).not.toContain(expect.stringContaining('RECHECK'));
    await db.owner.query('select app.tick(1000)');
    expect((await eventsOf(before?.id ?? '')).at(-1)).toBe('PAYABLE_RECHECK_DUE');
    expect(await trade.must('buyer', payableRecheck, { payableId: before?.id })).toEqual({ redated: true });
    expect(await trade.must('buyer', payableRecheck, { payableId: before?.id })).toEqual({ redated: false });
    const [after] = await trade.payables(invoiceId);
    expect([after?.due_on, after?.provisional, after?.terms]).toEqual(['2027-01-27', false, 2]);
    expect(await deadlines(after?.id ?? '')).toEqual(['PAYABLE_DUE 2027-01-27 00:00', 'PAYABLE_OVERDUE 2027-01-28 00:00']);
  });
});

describe('A retention', () => {
  test('is released on its day by the clock, once, and is due then', async () => {
    await trade.agree('supplier4', {
      plan: [
        { kind: 'DELIVERY', share: '0.9', trigger: 'DELIVERY', days: 30 },
        { kind: 'RETENTION', share: '0.1', trigger: 'DELIVERY', days: 20 },
      ],
    });
    const { id } = await trade.order('supplier4', '10');
    const on = await today();
    await trade.receive(id, '10', on);
    const { invoiceId } = await trade.claim('supplier4', id, '10', '100', { issuedOn: on });
    const held = (await trade.payables(invoiceId)).find((p) => p.kind === 'RETENTION');
    expect([held?.status, held?.due_on, await deadlines(held?.id ?? '')]).toEqual([
      'RETAINED',
      '2026-12-15',
      ['RETENTION_DUE 2026-12-15 00:00', 'PAYABLE_OVERDUE 2026-12-16 00:00'],
    ]);
    expect(await trade.must('buyer', retentionRelease, { payableId: held?.id })).toEqual({ released: false });
    await passDays(20);
    await db.owner.query('select app.tick(1000)');
    expect((await eventsOf(held?.id ?? '')).at(-1)).toBe('RETENTION_DUE');
    expect(await trade.must('buyer', retentionRelease, { payableId: held?.id })).toEqual({ released: true });
    expect(await trade.must('buyer', retentionRelease, { payableId: held?.id })).toEqual({ released: false });
    expect(await trade.buckets(invoiceId)).toBe('payable 1000.00, status SUBMITTED');
    const state = await trade.rows(
      'select app.payable_state(status, due_on, app.business_date()) as state from app.payable where id = $1',
      [held?.id],
    );
    expect(state).toEqual([{ state: 'DUE' }]);
  });
});
