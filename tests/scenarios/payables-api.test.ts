import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dateIn, plusDays } from '../../src/kernel/date.js';
import { publicId } from '../../src/kernel/ids.js';
import { demoOrgId } from '../../src/parties/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());

const today = dateIn(new Date().toISOString());
const BUYER = 'rt_demo_buyer';
const SUPPLIER = 'rt_demo_supplier2';
const SUPPLIER_ID = publicId('org', demoOrgId('supplier2'));

interface Money {
  readonly amount: string;
  readonly currency: string;
}
interface Payable {
  readonly id: string;
  readonly status: string;
  readonly kind: string;
  readonly planKind: string | null;
  readonly open: Money;
  readonly retained: Money;
  readonly dueOn: string | null;
  readonly invoice: { readonly number: string };
  readonly dueDate: {
    readonly on: string | null;
    readonly contractual: string | null;
    readonly statutory: string | null;
    readonly governs: string | null;
    readonly gapDays: number | null;
    readonly steps: readonly { readonly rule: string; readonly article: string }[];
  };
  readonly lateInterest: {
    readonly owed: Money;
    readonly perDay: Money;
    readonly rule: string;
    readonly days: number;
    readonly segments: readonly { readonly days: number; readonly amount: Money; readonly posted: boolean }[];
  };
  readonly allowedActions: readonly { readonly action: string; readonly allowed: boolean }[];
}

const FIELDS = `id status kind planKind open { amount currency } retained { amount currency } dueOn invoice { number }
  dueDate { on contractual statutory governs gapDays steps { rule article input result } }
  lateInterest { owed { amount currency } perDay { amount currency } rule days segments { days amount { amount currency } posted } }
  allowedActions { action allowed reason }`;

const payables = async (secret: string, as: string, args = ''): Promise<Payable[]> =>
  (await hub.ask<{ payables: { nodes: Payable[] } }>(secret, `{ payables(as: ${as}, first: 100 ${args}) { nodes { ${FIELDS} } } }`))
    .payables.nodes;

describe('The demo', () => {
  test('has payables overdue, open, retained, settled, each with its invoice and both due dates', async () => {
    const all = await payables(BUYER, 'BUYER');
    expect([...new Set(all.map((one) => one.status))].sort()).toEqual(expect.arrayContaining(['OPEN', 'OVERDUE', 'RETAINED', 'SETTLED']));
    const late = all.find((one) => one.invoice.number === 'FP-2026-0801' && one.planKind === 'DELIVERY');
    expect(late?.status).toBe('OVERDUE');
    expect(late?.dueDate.governs).toBe('CONTRACT');
    expect(late?.dueDate.steps.length).toBeGreaterThan(4);
    expect(all.map((one) => one.dueOn ?? '9999')).toEqual([...all.map((one) => one.dueOn ?? '9999')].sort());
  });

  test('says what waiting has cost by any day, segment by segment, and what each further day costs', async () => {
    const [part] = (await payables(SUPPLIER, 'SUPPLIER')).filter(
      (one) => one.invoice.number === 'FP-2026-0802' && one.planKind === 'DELIVERY' && one.status === 'OVERDUE',
    );
    expect(part?.lateInterest.rule).toBe('AGREED');
    const { payable } = await hub.ask<{ payable: { lateInterest: { on: string; owed: Money; days: number } } }>(
      SUPPLIER,
      `query($id: ID!, $on: Date!) { payable(id: $id) { lateInterest(on: $on) { on owed { amount } days } } }`,
      { id: part?.id, on: plusDays(today, 30) },
    );
    expect(payable.lateInterest.on).toBe(plusDays(today, 30));
    expect(Number(payable.lateInterest.owed.amount)).toBeGreaterThan(Number(part?.lateInterest.owed.amount));
    expect(payable.lateInterest.days).toBe((part?.lateInterest.days ?? 0) + 30);
  });

  test('sums up what is due and overdue between two, the same as its payables', async () => {
    const { payableTotals } = await hub.ask<{
      payableTotals: { nodes: { supplier: { id: string }; figures: Record<string, Money & number> }[] };
    }>(
      BUYER,
      `{ payableTotals(as: BUYER) { nodes { supplier { id } currency figures { notDue { amount } dueToday { amount } overdue { amount } retained { amount }
        settled { amount } lateInterest { amount } perDay { amount } overdueCount oldestDueOn } } } }`,
    );
    const figures = payableTotals.nodes.find((one) => one.supplier.id === SUPPLIER_ID)?.figures;
    const mine = await payables(SUPPLIER, 'SUPPLIER');
    const sum = (of: readonly Payable[], value: (one: Payable) => string) =>
      of.reduce((total, one) => total + Math.round(Number(value(one)) * 100), 0);
    const overdue = mine.filter((one) => one.status === 'OVERDUE');
    expect(Math.round(Number(figures?.overdue?.amount) * 100)).toBe(sum(overdue, (one) => one.open.amount));
    expect(Math.round(Number(figures?.retained?.amount) * 100)).toBe(sum(mine, (one) => one.retained.amount));
    expect(Math.round(Number(figures?.lateInterest?.amount) * 100)).toBe(sum(mine, (one) => one.lateInterest.owed.amount));
    expect(Math.round(Number(figures?.perDay?.amount) * 100)).toBe(sum(overdue, (one) => one.lateInterest.perDay.amount));
    expect(figures?.overdueCount).toBe(overdue.length);
  });

  test('lists by status, day and counterparty', async () => {
    const retained = await payables(BUYER, 'BUYER', ', filter: { status: [RETAINED] }');
    expect(retained.length).toBeGreaterThan(0);
    expect(new Set(retained.map((one) => one.kind))).toEqual(new Set(['RETENTION']));
    const between = await payables(
      BUYER,
      'BUYER',
      `, orderBy: DUE_LAST, filter: { dueOn: { from: "${plusDays(today, -100)}", to: "${today}" }, counterparty: ["${SUPPLIER_ID}"] }`,
    );
    expect(between.every((one) => one.dueOn !== null && one.dueOn <= today)).toBe(true);
    expect((await payables(SUPPLIER, 'BUYER')).length).toBe(0);
  });

  test('shows payments with what they went to, the held one with nothing, an advance with its use, and no approval to the supplier', async () => {
    const { payments, advances } = await hub.ask<{
      payments: {
        nodes: { number: string; status: string; clause: string; allocations: { component: string }[]; confirmation: object | null }[];
      };
      advances: { nodes: { left: Money; usedIn: { invoice: { number: string } }[] }[] };
    }>(
      SUPPLIER,
      `{ payments(as: SUPPLIER) { nodes { number status clause valueOn parts { amount payable { id } } allocations { component rule amount { amount } payable { id } }
          confirmation { receivedOn note } allowedActions { action allowed } } }
        advances(as: SUPPLIER) { nodes { left { amount } usedIn { amount invoice { number } } } } }`,
    );
    const byNumber = Object.fromEntries(payments.nodes.map((one) => [one.number, one]));
    expect(byNumber['FK-2026-0804']).toMatchObject({ status: 'HELD', clause: 'NOT_AGREED', allocations: [] });
    expect(new Set(byNumber['FK-2026-0802']?.allocations.map((one) => one.component))).toEqual(new Set(['INTEREST', 'PRINCIPAL']));
    expect(byNumber['FK-2026-0802']?.confirmation).not.toBeNull();
    expect(advances.nodes[0]?.usedIn.map((use) => use.invoice.number)).toEqual(['FP-2026-0801']);
  });
});

describe('By the API', () => {
  test('a payment is advised once, confirmed by its supplier, and a key without the scope does neither', async () => {
    const [open] = await payables(BUYER, 'BUYER', `, filter: { status: [OVERDUE], counterparty: ["${SUPPLIER_ID}"] }`);
    const advise = (secret: string, key: string) =>
      hub.post(
        secret,
        `mutation($input: PaymentAdviseInput!) { paymentAdvise(input: $input) { payment { id number status amount { amount } } replayed userErrors { code field } } }`,
        {
          input: {
            supplier: { id: SUPPLIER_ID },
            number: 'API-1',
            paidOn: today,
            amount: '10.00',
            parts: [{ payableId: open?.id, amount: '10.00' }],
            idempotencyKey: key,
          },
        },
      );
    const first = JSON.parse((await advise(BUYER, 'k1')).text) as {
      data: { paymentAdvise: { payment: { id: string }; replayed: boolean } };
    };
    expect(first.data.paymentAdvise).toMatchObject({
      payment: { number: 'API-1', status: 'APPLIED', amount: { amount: '10.00' } },
      replayed: false,
    });
    expect((await advise(BUYER, 'k1')).text).toContain('"replayed":true');
    expect((await advise(BUYER, 'k2')).text).toContain('PAYMENT_EXISTS');
    const reader = await hub.key(demoOrgId('buyer'), ['invoices:read', 'parties:read']);
    expect((await advise(reader, 'k3')).text).toContain('FORBIDDEN');
    const blind = await hub.post(reader, `{ payables(as: BUYER) { nodes { open { amount } } } }`);
    expect(blind.text).toContain('amounts:read');
    const { paymentConfirm } = await hub.ask<{ paymentConfirm: object }>(
      SUPPLIER,
      `mutation($input: PaymentConfirmInput!) { paymentConfirm(input: $input) { payment { confirmation { receivedOn } allowedActions { allowed reason } } userErrors { code } } }`,
      { input: { paymentId: first.data.paymentAdvise.payment.id, receivedOn: today } },
    );
    expect(paymentConfirm).toEqual({
      payment: { confirmation: { receivedOn: today }, allowedActions: [{ allowed: false, reason: 'PAYMENT_CONFIRMED' }] },
      userErrors: [],
    });
  });

  test('a stranger sees none of it, by id nor by list', async () => {
    const [one] = await payables(BUYER, 'BUYER');
    const seen = await hub.ask<{ payable: object | null; node: object | null }>(
      'rt_demo_supplier',
      `query($id: ID!) { payable(id: $id) { id } node(id: $id) { id } }`,
      {
        id: one?.id,
      },
    );
    expect(seen).toEqual({ payable: null, node: null });
  });

  test('the published calendars can be read by all', async () => {
    const { workCalendar } = await hub.ask<{ workCalendar: { nodes: { year: number; days: { kind: string }[] }[] } }>(
      SUPPLIER,
      '{ workCalendar { nodes { year publishedOn source days { day kind } } } }',
    );
    expect(workCalendar.nodes.map((year) => [year.year, year.days.length])).toEqual([[2026, 39]]);
  });
});
