import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { paymentConfirm } from '../../src/invoices/payment/commands.js';
import { publicId } from '../../src/kernel/ids.js';
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
});
afterAll(() => db.drop());

const daysLater = async (days: number): Promise<string> =>
  (await trade.rows<{ day: string }>('select (app.business_date() + $1::int)::text as day', [days]))[0]?.day ?? '';

describe('A payment', () => {
  const worked = async (terms: object = {}) => {
    await trade.agree('supplier3', terms);
    return trade.owed('supplier3', '3186', '2026-01-15');
  };
  const sumOf = async (invoiceId: string) => {
    const [row] = await trade.payables(invoiceId);
    return [row?.open, row?.settled, row?.interest_posted, row?.interest_paid, row?.status];
  };

  test('in two parts bears 6,435.12 of interest by Civil Code art. 561, and then the invoice is paid (domain-facts 4.2)', async () => {
    const payable = await worked();
    expect(payable.due_on).toBe('2026-03-16');
    expect(said(await trade.pay('supplier3', '2026-04-07', '120000', [trade.part(payable, '120000')]))).toBe('OK');
    expect(await sumOf(payable.invoice_id)).toEqual(['202104.60', '116495.40', '3504.60', '3504.60', 'OPEN']);
    expect(said(await trade.pay('supplier3', '2026-05-06', '205035.12', [trade.part(payable, '205035.12')]))).toBe('OK');
    expect(await sumOf(payable.invoice_id)).toEqual(['0.00', '318600.00', '6435.12', '6435.12', 'SETTLED']);
    expect(await trade.buckets(payable.invoice_id)).toBe('settled 318600.00, status PAID');
    expect(await trade.rows('select kind from app.deadline where subject_id = $1', [payable.id])).toEqual([]);
    const answers = await trade.rows(
      'select code, part, reason_codes, origin from app.invoice_response where invoice_id = $1 order by at',
      [payable.invoice_id],
    );
    expect(answers).toEqual([
      { code: 'PD', part: true, reason_codes: ['PPD'], origin: 'PAYMENT' },
      { code: 'PD', part: false, reason_codes: [], origin: 'PAYMENT' },
    ]);
    const segments = await trade.rows(
      'select days, principal::text, amount::text, rule from app.interest_posting where payable_id = $1 order by from_on',
      [payable.id],
    );
    expect(segments).toEqual([
      { days: 22, principal: '318600.00', amount: '3504.60', rule: 'STATUTORY_DAILY' },
      { days: 29, principal: '202104.60', amount: '2930.52', rule: 'STATUTORY_DAILY' },
    ]);
  });

  test('in two parts bears 6,384.30 where the contract says principal first (domain-facts 4.2)', async () => {
    const payable = await worked({ applicationOrder: 'PRINCIPAL_FIRST' });
    await trade.pay('supplier3', '2026-04-07', '120000', [trade.part(payable, '120000')]);
    expect(await sumOf(payable.invoice_id)).toEqual(['198600.00', '120000.00', '3504.60', '0.00', 'OPEN']);
    await trade.pay('supplier3', '2026-05-06', '198600', [trade.part(payable, '198600')]);
    expect(await sumOf(payable.invoice_id)).toEqual(['0.00', '318600.00', '6384.30', '0.00', 'SETTLED']);
    expect(said(await trade.pay('supplier3', '2026-05-20', '6384.31', [trade.part(payable, '6384.31')]))).toBe(
      'PAYMENT_OVER_DUE parts 0 amount',
    );
    expect(said(await trade.pay('supplier3', '2026-05-20', '6384.30', [trade.part(payable, '6384.30')]))).toBe('OK');
    expect(await sumOf(payable.invoice_id)).toEqual(['0.00', '318600.00', '6384.30', '6384.30', 'SETTLED']);
  });

  test.each([
    ['agreed 6 % a year', { lateRate: '0.06' }, '2671.00', 'AGREED'],
    ['agreed 2.60 %, raised to the LPR of 3.00 %', { lateRate: '0.026' }, '1335.50', 'AGREED_RAISED_TO_LPR'],
    ['a void clause on third-party payment', { thirdPartyClauseVoid: true }, '1335.50', 'LPR_VOID_CLAUSE'],
  ])('late by 51 days with %s bears its interest, by a stored rule', async (_title, terms, interest, rule) => {
    const payable = await worked(terms);
    const all = (318600 + Number(interest)).toFixed(2);
    const over = await trade.pay('supplier3', '2026-05-06', '400000', [trade.part(payable, '400000')]);
    expect(over.refusals).toEqual([
      {
        code: 'PAYMENT_OVER_DUE',
        field: ['parts', '0', 'amount'],
        params: { due: String(Number(all)), given: '400000', currency: 'CNY', on: '2026-05-06' },
      },
    ]);
    expect(said(await trade.pay('supplier3', '2026-05-06', all, [trade.part(payable, all)]))).toBe('OK');
    expect(await sumOf(payable.invoice_id)).toEqual(['0.00', '318600.00', interest, interest, 'SETTLED']);
    expect(payable.rate_rule).toBe(rule);
  });

  test('of several invoices goes where the law says when the buyer does not', async () => {
    await trade.agree('supplier4');
    const late = await trade.owed('supplier4', '10', '2026-08-03');
    const later = await trade.owed('supplier4', '10', '2026-09-25');
    expect([late.due_on, later.due_on]).toEqual(['2026-10-08', '2026-11-24']);
    expect(said(await trade.pay('supplier4', '2026-11-25', '1500'))).toBe('OK');
    // 48 days at 0.05 % on 1,000.00, and one day.
    expect(await sumOf(late.invoice_id)).toEqual(['0.00', '1000.00', '24.00', '24.00', 'SETTLED']);
    expect(await sumOf(later.invoice_id)).toEqual(['524.50', '475.50', '0.50', '0.50', 'OPEN']);
    const { refusals } = await trade.pay('supplier4', '2026-11-25', '524.51');
    expect(refusals.map((one) => one.code)).toEqual(['PAYMENT_OVER_DUE']);
    expect(
      said(await trade.pay('supplier4', '2026-11-25', '524.50', [{ invoiceId: publicId('inv', later.invoice_id), amount: '524.50' }])),
    ).toBe('OK');
    expect(said(await trade.pay('supplier4', '2026-11-25', '1'))).toBe('PAYMENT_NOTHING_DUE amount');
  });

  test('with costs that the buyer acknowledges pays those first', async () => {
    await trade.agree('supplier4');
    const payable = await trade.owed('supplier4', '10', '2026-03-02');
    expect(said(await trade.pay('supplier4', '2026-05-07', '100', [trade.part(payable, '100', { costs: '30' })]))).toBe('OK');
    const parts = await trade.rows(
      'select component, amount::text, rule from app.payment_allocation where payable_id = $1 order by position',
      [payable.id],
    );
    expect(parts).toEqual([
      { component: 'COSTS', amount: '30.00', rule: 'CIVIL_CODE_561' },
      { component: 'INTEREST', amount: '0.50', rule: 'CIVIL_CODE_561' },
      { component: 'PRINCIPAL', amount: '69.50', rule: 'CIVIL_CODE_561' },
    ]);
  });

  test('by a bill without a clause settles nothing until its supplier has the money (Order 802 art. 11)', async () => {
    await trade.agree('supplier4');
    const payable = await trade.owed('supplier4', '10', '2026-03-02');
    const { result } = await trade.pay('supplier4', '2026-05-06', '1000', [trade.part(payable, '1000')], { instrument: 'BILL' });
    const paymentId = publicId('pay', result?.paymentId ?? '');
    expect(await sumOf(payable.invoice_id)).toEqual(['1000.00', '0.00', '0.00', '0.00', 'OPEN']);
    expect(await trade.rows('select status, clause, value_on from app.payment where id = $1', [result?.paymentId])).toEqual([
      { status: 'HELD', clause: 'NOT_AGREED', value_on: null },
    ]);
    const confirm = (who: string, receivedOn: string) => hub.as(who, paymentConfirm, { paymentId, receivedOn });
    expect(said(await confirm('buyer', '2026-11-02'))).toBe('NOT_ALLOWED');
    expect(said(await confirm('supplier3', '2026-11-02'))).toBe('NOT_FOUND paymentId');
    expect(said(await confirm('supplier4', '2026-05-05'))).toBe('RECEIVED_BEFORE_PAID receivedOn');
    expect(said(await confirm('supplier4', await daysLater(1)))).toBe('PAID_IN_FUTURE receivedOn');
    // 180 days late when the money came: 90.00 of interest first.
    expect(said(await confirm('supplier4', '2026-11-02'))).toBe('OK');
    expect(await sumOf(payable.invoice_id)).toEqual(['90.00', '910.00', '90.00', '90.00', 'OPEN']);
    expect(said(await confirm('supplier4', '2026-11-02'))).toBe('PAYMENT_CONFIRMED paymentId');
  });

  test('by a bill that was agreed to settle does so at once', async () => {
    await trade.agree('supplier4', { instruments: ['TRANSFER', 'BILL'], billSettles: true });
    const payable = await trade.owed('supplier4', '10', '2026-03-02');
    await trade.pay('supplier4', '2026-05-06', '1000', [trade.part(payable, '1000')], { instrument: 'BILL' });
    expect(await sumOf(payable.invoice_id)).toEqual(['0.00', '1000.00', '0.00', '0.00', 'SETTLED']);
    const other = await trade.owed('supplier4', '10', '2026-03-02');
    await trade.pay('supplier4', '2026-05-06', '1000', [trade.part(other, '1000')], { instrument: 'VOUCHER' });
    expect((await sumOf(other.invoice_id))[4]).toBe('OPEN');
  });

  test('is refused with what is wrong', async () => {
    await trade.agree('supplier4');
    const one = await trade.owed('supplier4', '10', '2026-03-02');
    const two = await trade.owed('supplier4', '10', '2026-03-02');
    const foreign = await trade.owed('supplier3', '1', '2026-03-02');
    const pay = async (amount: string, parts: object[], more: object = {}, paidOn = '2026-05-06') =>
      said(await trade.pay('supplier4', paidOn, amount, parts, more));
    expect(await pay('100', [trade.part(foreign, '100')])).toBe('NOT_FOUND parts 0 payableId');
    expect(await pay('100', [trade.part(one, '60')])).toBe('PAYMENT_SUM parts');
    expect(await pay('100', [trade.part(one, '60'), trade.part(one, '40')])).toBe('PAYMENT_PART_REPEATED parts');
    expect(await pay('100', [trade.part(one, '100')], { currency: 'EUR' })).toBe('PAYMENT_CURRENCY parts 0 amount');
    expect(await pay('100', [trade.part(one, '100')], {}, await daysLater(1))).toBe('PAID_IN_FUTURE paidOn');
    expect(await pay('0.001', [trade.part(one, '0.001')])).toBe('INVALID_VALUE amount');
    expect(await pay('0', [])).toBe('OUT_OF_RANGE amount');
    expect(await pay('100', [{ amount: '100' }])).toBe('INVALID_VALUE parts 0 payableId');
    expect(await pay('100', [trade.part(one, '100', { costs: '101' })])).toBe('INVALID_VALUE parts 0 costs');
    expect(await pay('100', [trade.part(one, '100')], { number: 'TWICE', endToEndId: 'E2E-1' })).toBe('OK');
    expect(await pay('100', [trade.part(two, '100')], { number: 'twice' })).toBe('PAYMENT_EXISTS number');
    expect(await pay('100', [trade.part(two, '100')], { endToEndId: 'E2E-1' })).toBe('PAYMENT_REPEATED endToEndId');
    expect(await pay('100', [trade.part(one, '100')], {}, '2026-06-06')).toBe('OK');
    expect(await pay('100', [trade.part(one, '100')], {}, '2026-05-20')).toBe('PAYMENT_OUT_OF_ORDER paidOn');
  });

  test('twice at once on one debt is applied once, and never below zero', async () => {
    await trade.agree('supplier4');
    const payable = await trade.owed('supplier4', '10', '2026-03-02');
    const both = await Promise.all([1, 2, 3].map(() => trade.pay('supplier4', '2026-05-06', '600', [trade.part(payable, '600')])));
    expect(both.map(said).sort()).toEqual(['OK', 'PAYMENT_OVER_DUE parts 0 amount', 'PAYMENT_OVER_DUE parts 0 amount']);
    const same = await Promise.all(
      [1, 2].map(() => trade.pay('supplier4', '2026-05-06', '10', [trade.part(payable, '10')], { endToEndId: 'RACE' })),
    );
    expect(same.map(said).sort()).toEqual(['OK', 'PAYMENT_REPEATED endToEndId']);
    expect(await trade.buckets(payable.invoice_id)).toBe('payable 390.00, settled 610.00, status SUBMITTED');
  });
});

describe('Any sequence of payments', () => {
  test('is applied to the cent: parts sum to payments, and payable, settled and retained to the invoice', async () => {
    await trade.agree('supplier4', {
      plan: [
        { kind: 'DELIVERY', share: '0.7', trigger: 'DELIVERY', days: 30 },
        { kind: 'RETENTION', share: '0.3', trigger: 'DELIVERY', days: 3000 },
      ],
    });
    const step = fc.record({ which: fc.nat(3), cents: fc.integer({ min: 1, max: 120_000 }), day: fc.integer({ min: 1, max: 240 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const payable = await trade.owed('supplier4', '10', '2026-03-02');
        const all = await trade.payables(payable.invoice_id);
        for (const { which, cents, day } of steps) {
          const target = all[which % all.length] ?? payable;
          const paidOn = new Date(Date.UTC(2026, 2, 2 + day)).toISOString().slice(0, 10);
          const { refusals } = await trade.pay('supplier4', paidOn, (cents / 100).toFixed(2), [
            trade.part(target, (cents / 100).toFixed(2)),
          ]);
          expect(refusals.every((one) => ['PAYMENT_OVER_DUE', 'PAYMENT_OUT_OF_ORDER'].includes(one.code))).toBe(true);
        }
        const [sums] = await trade.rows<{ whole: boolean; applied: boolean; positive: boolean }>(
          `select i.pending + i.payable + i.disputed + i.retained + i.settled = i.total
               and i.payable = (select sum(p.open) from app.payable p where p.invoice_id = i.id)
               and i.retained = (select sum(p.retained) from app.payable p where p.invoice_id = i.id) as whole,
             not exists (select from app.payment y join app.payment_line l on l.payment_id = y.id join app.payable p on p.id = l.payable_id
               where p.invoice_id = i.id and y.amount <> (select sum(a.amount) from app.payment_allocation a where a.payment_id = y.id)) as applied,
             (select bool_and(p.open >= 0 and p.retained >= 0 and p.open + p.retained + p.settled = p.amount and p.interest_paid <= p.interest_posted)
               from app.payable p where p.invoice_id = i.id) as positive
           from app.invoice i where i.id = $1`,
          [payable.invoice_id],
        );
        expect(sums).toEqual({ whole: true, applied: true, positive: true });
      }),
      { numRuns: 12 },
    );
  }, 60_000);
});
