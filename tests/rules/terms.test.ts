import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterDays, afterMonths, afterWorkingDays, type Counted, isRestDay, workCalendar } from '../../src/kernel/calendar.js';
import { decimal, plain, sum, zero } from '../../src/kernel/decimal.js';
import { type CalendarDate, plusDays } from '../../src/kernel/date.js';
import { money, moneyText } from '../../src/kernel/money.js';
import { type Account, interestOwed, lateRate, type LateRate, type RateFacts } from '../../src/invoices/interest/rules.js';
import { designate } from '../../src/invoices/payment/rules/designate.js';
import { type ApplicationOrder, applyTo, owed } from '../../src/invoices/payment/rules.js';
import { dueDate, type Basis, type TermFacts } from '../../src/invoices/terms/rules.js';
import { approversFor, tierFaults } from '../../src/invoices/approval/rules.js';
import { advanceCap, type PlanLine, slicesOf } from '../../src/invoices/plan/rules.js';
import { listed, type Row, tableOf } from './terms/table.js';

const day = (text: string | undefined) => (text ?? null) as CalendarDate | null;
const span = (first: string, days: number) =>
  Array.from({ length: days }, (_, i) => ({ day: plusDays(first as CalendarDate, i), kind: 'REST' }));
const CALENDAR = workCalendar(
  [
    ...span('2026-01-01', 3),
    ...span('2026-02-15', 9),
    ...span('2026-04-04', 3),
    ...span('2026-05-01', 5),
    ...span('2026-06-19', 3),
    ...span('2026-09-25', 3),
    ...span('2026-10-01', 7),
    ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'].map((one) => ({ day: one, kind: 'WORK' })),
  ],
  [2026],
);
const shown = ({ day: end, provisional }: Counted): string => `${end}${provisional ? '~' : ''}`;
const title = (row: Row): string => `${row.case}: ${row.due ?? row.end ?? row.total ?? row.divided} [${row.source}]`;
const titled = (name: string) => tableOf(name).map((row) => [title(row), row] as const);

describe('Counting time', () => {
  it.each(titled('counting'))('%s', (_title, row) => {
    const [count = '', ...unit] = (row.count ?? '').split(' ');
    const ways = { days: afterDays, months: afterMonths, 'working days': afterWorkingDays };
    const way = ways[unit.join(' ') as keyof typeof ways];
    expect(shown(way(CALENDAR, row.from as CalendarDate, Number(count)))).toBe(row.end);
  });
  it('never ends a period on a rest day, nor earlier than counted, nor later than the next day that is none', () => {
    fc.assert(
      fc.property(fc.nat(360), fc.nat(120), (offset, days) => {
        const from = plusDays('2026-01-01' as CalendarDate, offset);
        const { day: end } = afterDays(CALENDAR, from, days);
        const last = plusDays(from, days);
        expect(isRestDay(CALENDAR, end)).toBe(false);
        expect(end >= last).toBe(true);
        for (let passed = last; passed < end; passed = plusDays(passed, 1)) expect(isRestDay(CALENDAR, passed)).toBe(true);
      }),
    );
  });
});

const BUYERS: Readonly<Record<string, { buyerClass: string; buyerOwnership: string }>> = {
  LARGE: { buyerClass: 'LARGE', buyerOwnership: 'PRIVATE' },
  STATE_OWNED: { buyerClass: 'LARGE', buyerOwnership: 'STATE_OWNED' },
  PUBLIC_BODY: { buyerClass: 'SMALL', buyerOwnership: 'PUBLIC_BODY' },
  MEDIUM: { buyerClass: 'MEDIUM', buyerOwnership: 'PRIVATE' },
};

const factsOf = (row: Row): TermFacts => {
  const [count, ...rest] = (row.agreed ?? '').split(' ');
  const basis = (count === 'none' ? undefined : rest.shift()) as Basis | undefined;
  const days = Object.fromEntries(listed(row.days).map((pair) => pair.split(' '))) as Record<string, string>;
  const sector = rest.find((word) => word.startsWith('sector='))?.slice('sector='.length);
  const source = 'a row of the law';
  return {
    basis: basis ?? 'DELIVERY',
    termDays: count === 'none' ? null : Number(count),
    termReason: rest.includes('reason') ? 'trade practice' : null,
    restDaysMove: !rest.includes('stays'),
    retention: rest.includes('retention'),
    bills: rest.includes('bills'),
    sides: {
      ...(BUYERS[row.buyer ?? ''] ?? { buyerClass: '', buyerOwnership: '' }),
      supplierClass: row.supplier ?? '',
      smeDeclared: !rest.includes('undeclared'),
    },
    law: {
      publicBody: { days: 30, source },
      publicBodyCap: { days: 60, source },
      largeBuyer: { days: 60, source },
      ...(sector ? { sector: { days: Number(sector), source: 'a rule of the sector' } } : {}),
    },
    dates: {
      receivedOn: day(days.delivered),
      acceptedOn: day(days.passed),
      inspectionEndsOn: day(days.window),
      failedOn: day(days.failed),
      invoiceReceivedOn: (days.invoice ?? days.delivered) as CalendarDate,
      confirmedOn: day(days.confirmed),
    },
  };
};

const bare = (cell: string | undefined): string | null => (cell === '-' || cell === undefined ? null : cell.replace('~', ''));

describe('When a debt is due', () => {
  it.each(titled('due-dates'))('%s', (_title, row) => {
    const due = dueDate(factsOf(row), CALENDAR);
    expect([due.contractualDueOn, due.statutoryDueOn, due.dueOn, due.governs]).toEqual(
      [row.contract, row.law, row.due, row.governs].map(bare),
    );
    expect(due.provisional).toBe([row.contract, row.law].some((cell) => cell?.endsWith('~')));
  });
  it.each(titled('due-dates'))('says how it came about, %s', (_title, row) => {
    const { steps, gapDays, contractualDueOn, statutoryDueOn } = dueDate(factsOf(row), CALENDAR);
    for (const step of steps) expect(Object.values(step).every((text) => text.length > 0)).toBe(true);
    expect(gapDays === null).toBe(contractualDueOn === null || statutoryDueOn === null);
  });
  it('is the same however late it is derived, and the law never later than 60 days and the rest days after them', () => {
    const basis = fc.constantFrom<Basis>('DELIVERY', 'INVOICE_RECEIVED', 'MONTH_END');
    fc.assert(
      fc.property(fc.nat(200), fc.option(fc.nat(120)), basis, (offset, termDays, on) => {
        const receivedOn = plusDays('2026-01-05' as CalendarDate, offset);
        const facts = factsOf({ agreed: 'none', buyer: 'LARGE', supplier: 'SMALL', days: `delivered ${receivedOn}` });
        const due = dueDate({ ...facts, basis: on, termDays }, CALENDAR);
        expect(due.dueOn).toBe([due.contractualDueOn, due.statutoryDueOn].filter((one) => one !== null).sort()[0]);
        expect(due.dueOn !== null && due.dueOn <= plusDays(receivedOn, 70)).toBe(true);
      }),
    );
  });
});

const rateFacts = (row: Row): RateFacts => {
  const words = listed(row.terms);
  const lpr = words.find((word) => word.startsWith('lpr '))?.slice(4) ?? '0.03';
  return {
    agreed: row.agreed === 'none' ? null : (row.agreed ?? null),
    lpr: { value: lpr, source: 'LPR' },
    statutoryDaily: { value: '0.0005', source: 'Order 802 art. 17' },
    protected: !words.includes('unprotected'),
    voidClause: words.includes('void clause'),
    basis: words.includes('act/360') ? 360 : 365,
  };
};

/** What one payment after the other leaves of a debt. */
const pay = (account: Account, order: ApplicationOrder, on: CalendarDate, amount: string, costs: string) => {
  const given = amount === 'all' ? owed(account, on) : decimal(amount);
  const { applications, posting } = applyTo(account, order, given, decimal(costs), on);
  const part = (component: string) => applications.find((one) => one.component === component)?.amount ?? '0';
  expect(plain(sum(applications.map((one) => decimal(one.amount))))).toBe(plain(given));
  const next: Account = {
    ...account,
    principal: plain(decimal(account.principal).minus(part('PRINCIPAL'))),
    accruedTo: posting?.toOn ?? account.accruedTo,
    posted: plain(decimal(account.posted).plus(posting?.amount ?? zero)),
    paid: plain(decimal(account.paid).plus(part('INTEREST'))),
  };
  return { next, posting };
};

describe('What a late payment costs', () => {
  it.each(titled('interest'))('%s', (_title, row) => {
    const words = listed(row.terms);
    const rate = lateRate(rateFacts(row));
    const currency = words.find((word) => word.startsWith('currency '))?.slice(9) ?? 'CNY';
    const order = words.includes('principal first') ? 'PRINCIPAL_FIRST' : 'CIVIL_CODE_561';
    let account: Account = { currency, rate, dueOn: day(row.due), accruedTo: null, principal: row.debt ?? '', posted: '0', paid: '0' };
    const segments: string[] = [];
    for (const payment of listed(row.payments)) {
      const [on = '', amount = '', , costs = '0'] = payment.split(' ');
      const { next, posting } = pay(account, order, on as CalendarDate, amount, costs);
      if (posting) segments.push(moneyText(money(posting.amount, currency)));
      account = next;
    }
    expect(rate.rule).toBe(row.rule);
    expect(segments.join(' + ')).toBe(row.interest);
    expect(moneyText(money(account.posted, currency))).toBe(row.total);
    expect([account.principal, plain(interestOwed(account, '2026-12-31' as CalendarDate))]).toEqual(['0', '0']);
  });
  it('applies every payment completely, and never leaves a debt below zero', () => {
    const rate: LateRate = { rule: 'STATUTORY_DAILY', rate: '0.0005', unit: 'PER_DAY', basis: null, source: 'art. 17' };
    const payments = fc.array(fc.record({ days: fc.integer({ min: 0, max: 90 }), share: fc.integer({ min: 1, max: 100 }) }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10 ** 9 }), payments, fc.boolean(), (cents, list, first) => {
        let account: Account = {
          currency: 'CNY',
          rate,
          dueOn: '2026-03-16' as CalendarDate,
          accruedTo: null,
          principal: plain(decimal(cents).div(100)),
          posted: '0',
          paid: '0',
        };
        let on = '2026-03-01' as CalendarDate;
        for (const { days, share } of list) {
          on = plusDays(on, days);
          const amount = owed(account, on).times(share).div(100).toDecimalPlaces(2, 1);
          if (!amount.gt(0)) continue;
          account = pay(account, first ? 'PRINCIPAL_FIRST' : 'CIVIL_CODE_561', on, plain(amount), '0').next;
          expect(decimal(account.principal).gte(0) && decimal(account.posted).gte(account.paid)).toBe(true);
        }
      }),
    );
  });
});

describe('To what a payment goes', () => {
  it.each(titled('payments'))('%s', (_title, row) => {
    const debts = listed(row.debts).map((text) => {
      const [id = '', principal = '', due, rate = ''] = text.split(' ');
      const [value = '', unit] = rate.split('/');
      const late: LateRate =
        unit === 'd'
          ? { rule: 'STATUTORY_DAILY', rate: value, unit: 'PER_DAY', basis: null, source: '' }
          : { rule: 'AGREED', rate: value, unit: 'PER_YEAR', basis: 365, source: '' };
      const account: Account = {
        currency: 'CNY',
        rate: late,
        dueOn: due === '-' ? null : day(due),
        accruedTo: null,
        principal,
        posted: '0',
        paid: '0',
      };
      return { id, account };
    });
    const [on = '', amount = ''] = (row.paid ?? '').split(' ');
    const lines = designate(decimal(amount), debts, on as CalendarDate);
    expect(lines.map((line) => `${line.id} ${moneyText(money(line.amount, 'CNY'))}`).join(', ')).toBe(row.divided);
  });
});

const PLAN: PlanLine[] = [
  { kind: 'ADVANCE', share: '0.3', runsFrom: 'ORDER', days: 0 },
  { kind: 'ACCEPTANCE', share: '0.6', runsFrom: 'ACCEPTANCE', days: 60 },
  { kind: 'RETENTION', share: '0.1', runsFrom: 'ACCEPTANCE', days: 365 },
];

describe('A payment plan', () => {
  const term = { basis: 'DELIVERY', days: 45 } as const;
  it('divides an amount to the last cent, each part with its own term', () => {
    expect(slicesOf('100.01', 'CNY', PLAN, term)).toEqual([
      { kind: 'ADVANCE', amount: '30', basis: 'DELIVERY', days: 0 },
      { kind: 'ACCEPTANCE', amount: '60.01', basis: 'ACCEPTANCE', days: 60 },
      { kind: 'RETENTION', amount: '10', basis: 'ACCEPTANCE', days: 365 },
    ]);
  });
  it('takes an advance that was paid off its part', () => {
    expect(slicesOf('100', 'CNY', PLAN, term, decimal('30')).map((slice) => slice.kind)).toEqual(['ACCEPTANCE', 'RETENTION']);
    expect(slicesOf('100', 'CNY', PLAN, term, decimal('12.5'))[0]).toEqual({ kind: 'ADVANCE', amount: '17.5', basis: 'DELIVERY', days: 0 });
  });
  it('lets an advance pay no more than its share, and all where there is no plan', () => {
    expect(['100', '33.33'].map((amount) => plain(advanceCap(amount, 'CNY', PLAN)))).toEqual(['30', '10']);
    expect(plain(advanceCap('100', 'CNY', []))).toBe('100');
    expect(slicesOf('100', 'CNY', [], term, decimal('100'))).toEqual([]);
  });
});

describe('Tiers of approval', () => {
  const policy = {
    currency: 'CNY',
    tiers: [
      { upTo: '10000', approvers: 1 },
      { upTo: '100000', approvers: 2 },
      { upTo: null, approvers: 3 },
    ],
  };
  it.each([
    ['10000', 'CNY', 1],
    ['10000.01', 'CNY', 2],
    ['100000', 'CNY', 2],
    ['100000.01', 'CNY', 3],
    ['1', 'EUR', 3],
  ])('%s %s asks for %i', (amount, currency, approvers) => {
    expect(approversFor(policy, amount, currency)).toBe(approvers);
  });
  it('above the last limit an amount asks for as many as the strictest', () => {
    expect(approversFor({ currency: 'CNY', tiers: policy.tiers.slice(0, 2) }, '500000', 'CNY')).toBe(2);
  });
  it('rise, and end with the one without a limit', () => {
    expect(tierFaults(policy.tiers)).toEqual([]);
    expect(tierFaults([policy.tiers[1], policy.tiers[0]].flatMap((tier) => tier ?? [])).map((fault) => fault.field)).toEqual([
      ['tiers', '1'],
    ]);
    expect(tierFaults([policy.tiers[2], policy.tiers[2]].flatMap((tier) => tier ?? [])).length).toBe(1);
  });
});
