import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarDate } from '../../src/kernel/date.js';
import { decimal } from '../../src/kernel/decimal.js';
import { goodsValue, periodFaults, subjectFaults } from '../../src/statements/draft/rules.js';
import {
  delayDays,
  HANDS,
  offeredActions,
  STATEMENT_ACTIONS,
  STATEMENT_STATUSES,
  type StatementFacts,
  statementLifecycle,
  waitingFor,
} from '../../src/statements/lifecycle/rules.js';
import { markFaults, type MarkedLine, unmarkedOf, untickedOf } from '../../src/statements/marks/rules.js';
import { LINE_KINDS, matchLedger } from '../../src/statements/match/rules.js';

const facts = (over: Partial<StatementFacts> = {}): StatementFacts => ({
  status: 'SENT',
  lineCount: 3,
  excludedCount: 0,
  ticked: { DRAFTER: 3, OTHER: 3 },
  confirmed: { DRAFTER: false, OTHER: false },
  openDisputes: 0,
  previousConfirmed: true,
  openingHolds: true,
  followed: false,
  ...over,
});
const refusals = (over: Partial<StatementFacts>, action: (typeof STATEMENT_ACTIONS)[number], hand: (typeof HANDS)[number]) => {
  const verdict = statementLifecycle.decide(facts(over), action, hand);
  return verdict.ok ? verdict.value : verdict.refusals.map((one) => one.code).join(' ');
};

/** Which statuses each action leads to, when every guard is content. */
const matrix = (): string => {
  const pad = (cells: readonly string[]) =>
    cells
      .map((text) => text.padEnd(12))
      .join('')
      .trimEnd();
  const cell = (status: StatementFacts['status'], hand: (typeof HANDS)[number], action: (typeof STATEMENT_ACTIONS)[number]) => {
    const other = hand === 'DRAFTER' ? 'OTHER' : 'DRAFTER';
    const confirmed = { DRAFTER: false, OTHER: false, [other]: action === 'CONCLUDE' };
    const verdict = statementLifecycle.decide(facts({ status, confirmed }), action, hand);
    return verdict.ok ? verdict.value : '-';
  };
  return [
    pad(['hand', 'action', ...STATEMENT_STATUSES]),
    ...HANDS.flatMap((hand) =>
      STATEMENT_ACTIONS.map((action) => pad([hand, action, ...STATEMENT_STATUSES.map((status) => cell(status, hand, action))])),
    ),
  ].join('\n');
};

describe('The life of a statement', () => {
  it('is the reviewed matrix of hand, action and status', async () => {
    await expect(`${matrix()}\n`).toMatchFileSnapshot('statements-lifecycle.matrix.txt');
  });
  it('is offered exactly where the command would take it, and RESUME is never asked for', () => {
    const flags = fc.record({ DRAFTER: fc.boolean(), OTHER: fc.boolean() });
    const counts = fc.record({ DRAFTER: fc.nat(3), OTHER: fc.nat(3) });
    const any = fc.record({
      status: fc.constantFrom(...STATEMENT_STATUSES),
      lineCount: fc.nat(3),
      excludedCount: fc.nat(1),
      ticked: counts,
      confirmed: flags,
      openDisputes: fc.nat(2),
      previousConfirmed: fc.boolean(),
      openingHolds: fc.boolean(),
      followed: fc.boolean(),
    });
    fc.assert(
      fc.property(any, fc.constantFrom(...HANDS), (given, hand) => {
        for (const { action, allowed, reason } of offeredActions(given, hand)) {
          const verdict = statementLifecycle.decide(given, action, hand);
          expect([action === 'RESUME', allowed, reason]).toEqual([false, verdict.ok, verdict.ok ? undefined : verdict.refusals[0]?.code]);
        }
      }),
    );
  });
  it.each([
    ['an empty draft is not sent', { status: 'DRAFT', lineCount: 0 }, 'SEND', 'DRAFTER', 'STATEMENT_EMPTY'],
    ['the other side does not send it', { status: 'DRAFT' }, 'SEND', 'OTHER', 'NOT_ALLOWED'],
    ['a side confirms only what it has ticked', { ticked: { DRAFTER: 3, OTHER: 2 } }, 'CONFIRM', 'OTHER', 'LINES_NOT_TICKED'],
    ['lines set aside need no tick', { excludedCount: 1, ticked: { DRAFTER: 2, OTHER: 2 } }, 'CONFIRM', 'OTHER', 'SENT'],
    ['nobody confirms twice', { confirmed: { DRAFTER: false, OTHER: true } }, 'CONFIRM', 'OTHER', 'CONFIRMED_ALREADY'],
    ['the second confirmation concludes', { confirmed: { DRAFTER: true, OTHER: false } }, 'CONCLUDE', 'OTHER', 'CONFIRMED'],
    ['the first one does not', {}, 'CONCLUDE', 'OTHER', 'OTHER_NOT_CONFIRMED'],
    [
      'statements are confirmed in their order',
      { confirmed: { DRAFTER: true, OTHER: false }, previousConfirmed: false },
      'CONCLUDE',
      'OTHER',
      'PREVIOUS_NOT_CONFIRMED',
    ],
    [
      'and begin with what was confirmed',
      { confirmed: { DRAFTER: true, OTHER: false }, openingHolds: false },
      'CONCLUDE',
      'OTHER',
      'OPENING_CHANGED',
    ],
    ['nothing is confirmed while a line is disputed', { status: 'DISPUTED', openDisputes: 1 }, 'CONFIRM', 'OTHER', 'NOT_ALLOWED'],
    ['it stays disputed as long as a line is', { status: 'DISPUTED', openDisputes: 1 }, 'RESUME', 'OTHER', 'DISPUTES_OPEN'],
    ['who confirmed does not dispute afterwards', { confirmed: { DRAFTER: false, OTHER: true } }, 'DISPUTE', 'OTHER', 'CONFIRMED_ALREADY'],
    ['the other may still', { confirmed: { DRAFTER: false, OTHER: true } }, 'DISPUTE', 'DRAFTER', 'DISPUTED'],
    [
      'what the other confirmed is not withdrawn',
      { confirmed: { DRAFTER: false, OTHER: true } },
      'WITHDRAW',
      'DRAFTER',
      'CONFIRMED_BY_OTHER',
    ],
    ['nor what a later one rests on', { followed: true }, 'WITHDRAW', 'DRAFTER', 'STATEMENT_FOLLOWED'],
    ['a confirmed statement is done with', { status: 'CONFIRMED' }, 'DISPUTE', 'OTHER', 'NOT_ALLOWED'],
  ] as const)('%s', (_, over, action, hand, result) => expect(refusals(over, action, hand)).toBe(result));
  it.each([
    ['a draft waits for its drafter', 'DRAFT', false, false, false, false, 'DRAFTER'],
    ['one that was sent for the other side', 'SENT', false, false, false, false, 'OTHER'],
    ['also when its drafter has confirmed', 'SENT', true, false, false, false, 'OTHER'],
    ['then for its drafter', 'SENT', false, true, false, false, 'DRAFTER'],
    ['a dispute of the other for the drafter', 'DISPUTED', false, false, false, true, 'DRAFTER'],
    ['a dispute of the drafter for the other', 'DISPUTED', false, false, true, false, 'OTHER'],
    ['the end for nobody', 'CONFIRMED', true, true, false, false, undefined],
  ] as const)('%s', (_, status, drafter, other, byDrafter, byOther, hand) =>
    expect(waitingFor(status, { DRAFTER: drafter, OTHER: other }, { DRAFTER: byDrafter, OTHER: byOther })).toBe(hand),
  );
});

describe('Silence', () => {
  const day = (text: string) => text as CalendarDate;
  it.each([
    ['is no delay on the agreed day', '2026-11-16', undefined, '2026-11-16', 0],
    ['is a day late on the next', '2026-11-16', undefined, '2026-11-17', 1],
    ['grows with each day and confirms nothing', '2026-11-16', undefined, '2026-12-16', 30],
    ['that ended in time was none', '2026-11-16', '2026-11-10', '2026-12-16', 0],
    ['that ended late stays as late as it was', '2026-11-16', '2026-11-20', '2026-12-16', 4],
  ])('%s', (_, due, answered, today, late) =>
    expect(delayDays(day(due), answered === undefined ? undefined : day(answered), day(today))).toBe(late),
  );
});

describe('What a statement collects', () => {
  const goods = {
    quantity: '24',
    orderedQuantity: '1200',
    orderedAmount: '223800.00',
    taxRate: '13',
    priceBasis: 'NET',
    currency: 'CNY',
  } as const;
  it.each([
    ['goods at the price of their order line, with tax', {}, '5057.88'],
    ['without tax where no rate is stated', { taxRate: null }, '4476.00'],
    ['tax included where prices include it', { priceBasis: 'TAX_INCLUSIVE' as const }, '4476.00'],
    ['posted to the minor unit, half away from zero', { quantity: '1', orderedQuantity: '3', orderedAmount: '1', taxRate: '13' }, '0.37'],
    ['in whole yen', { quantity: '1', orderedQuantity: '2', orderedAmount: '101', taxRate: '10', currency: 'JPY' }, '56'],
    ['and says nothing where there is no price', { orderedAmount: null }, null],
  ])('%s', (_, over, value) => expect(goodsValue({ ...goods, ...over })).toBe(value));
  it.each([
    ['a period in order', '2026-10-01', '2026-10-31', []],
    ['not one that ends before it begins', '2026-10-31', '2026-10-01', ['PERIOD_REVERSED']],
    ['nor one that is not over', '2026-11-01', '2026-11-30', ['PERIOD_NOT_OVER']],
    ['but one that ends today', '2026-11-01', '2026-11-25', []],
  ])('%s', (_, from, to, codes) => expect(periodFaults({ from, to }, '2026-11-25').map((one) => one.code)).toEqual(codes));
  const asked = { id: 'rcl_1', day: '2026-10-15', currency: 'CNY', heldBy: null, carried: false };
  it.each([
    ['a receipt of the period', {}, []],
    ['none of another day', { day: '2026-11-01' }, ['SUBJECT_OUTSIDE_PERIOD']],
    ['unless an earlier statement set it aside', { day: '2026-09-30', carried: true }, []],
    ['none that stands elsewhere', { heldBy: 'DZ-1' }, ['SUBJECT_IN_STATEMENT']],
    ['none in another currency', { currency: 'EUR' }, ['SUBJECT_CURRENCY']],
  ])('%s', (_, over, codes) =>
    expect(
      subjectFaults({ ...asked, ...over }, { from: '2026-10-01', to: '2026-10-31', currency: 'CNY' }, ['subjectIds', '0']).map(
        (one) => one.code,
      ),
    ).toEqual(codes),
  );
});

describe('A comparison with a ledger', () => {
  const held = [
    { id: 'a', kind: 'RECEIPT', number: 'GR-1', amount: '10.00' },
    { id: 'b', kind: 'RECEIPT', number: 'gr 1', amount: '5.00' },
    { id: 'c', kind: 'INVOICE', number: 'INV-7', amount: '113.00' },
    { id: 'd', kind: 'CREDIT', number: 'INV-7', amount: '13.00' },
    { id: 'e', kind: 'PAYMENT', number: 'P/1', amount: '50' },
    { id: 'f', kind: 'RECEIPT', number: 'GR-9', amount: null },
  ] as const;
  const entry = (number: string, amount: string, kind?: (typeof LINE_KINDS)[number]) => ({
    number,
    amount: decimal(amount),
    ...(kind && { kind }),
  });
  it.each([
    ['ticks all lines of a document whose sum agrees, in any spelling', [entry('GR1', '15')], ['a', 'b']],
    ['also where the ledger splits it', [entry('GR-1', '9'), entry('GR-1', '6')], ['a', 'b']],
    ['tells two documents of one number apart by the amount', [entry('INV-7', '-13')], ['d']],
    ['or by the kind that is named', [entry('INV-7', '113', 'INVOICE')], ['c']],
    ['takes what lessens the balance with either sign', [entry('P/1', '-50')], ['e']],
    ['but not what raises it', [entry('GR-1', '-15')], []],
    ['ticks nothing that has no amount', [entry('GR-9', '0')], []],
  ])('%s', (_, ledger, ticks) => expect(matchLedger(held, ledger).ticks).toEqual(ticks));
  it('says what differs, and what only one side has', () => {
    const found = matchLedger(held, [entry('GR-1', '16'), entry('X-1', '3'), entry('INV-7', '113'), entry('GR-9', '4')]);
    expect(found).toMatchObject({
      agreed: 1,
      ticks: ['c'],
      differs: [
        { number: 'GR-1', kind: 'RECEIPT', here: '15', there: '16' },
        { number: 'GR-9', kind: 'RECEIPT', here: null, there: '4' },
      ],
      onlyThere: [{ number: 'X-1', kind: null, here: null, there: '3' }],
      onlyHere: [
        { number: 'INV-7', kind: 'CREDIT', here: '13' },
        { number: 'P/1', kind: 'PAYMENT', here: '50' },
      ],
    });
  });
  it('puts each document into one answer, whatever the ledger says', () => {
    const number = fc.constantFrom('GR-1', 'INV-7', 'P/1', 'GR-9', 'X');
    const lines = fc.array(fc.record({ number, amount: fc.integer({ min: -60, max: 120 }).map((n) => decimal(n)) }), { maxLength: 12 });
    fc.assert(
      fc.property(lines, (ledger) => {
        const { ticks, agreed, differs, onlyHere } = matchLedger(held, ledger);
        expect(agreed + differs.length + onlyHere.length).toBe(5);
        expect(new Set(ticks).size).toBe(ticks.length);
      }),
    );
  });
});

describe('A mark', () => {
  const line = (over: Partial<MarkedLine> = {}): MarkedLine => ({
    id: 'a',
    kind: 'RECEIPT',
    mine: null,
    theirs: null,
    excluded: false,
    ...over,
  });
  const codes = (one: MarkedLine | undefined, kind: 'TICK' | 'DISPUTE' | 'EXCLUDE') =>
    markFaults(
      new Map(one ? [['a', one]] : []),
      ['a'],
      kind,
      (id) => id,
      () => ['lineIds', '0'],
    ).map((fault) => fault.code);
  it.each([
    ['is of a line of the statement', undefined, 'TICK', ['STATEMENT_LINE_UNKNOWN']],
    ['is not of one that was set aside', line({ excluded: true }), 'DISPUTE', ['LINE_SET_ASIDE']],
    ['sets aside what the other side disputes', line({ theirs: 'DISPUTED' }), 'EXCLUDE', []],
    ['and nothing else', line({ mine: 'DISPUTED' }), 'EXCLUDE', ['LINE_NOT_DISPUTED']],
    ['never an opening balance', line({ kind: 'OPENING', theirs: 'DISPUTED' }), 'EXCLUDE', ['OPENING_CANNOT_WAIT']],
  ] as const)('%s', (_, one, kind, expected) => expect(codes(one, kind)).toEqual(expected));
  it('on all lines leaves out what the side has disputed, one by name does not', () => {
    const lines = [line(), line({ id: 'b', mine: 'DISPUTED' }), line({ id: 'c', mine: 'TICKED' }), line({ id: 'd', excluded: true })];
    expect(unmarkedOf(lines)).toEqual(['a']);
    expect(untickedOf(lines)).toEqual(['a', 'b']);
  });
});
