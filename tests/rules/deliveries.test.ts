import { describe, expect, it } from 'vitest';
import { decimal, plain } from '../../src/kernel/decimal.js';
import { lineActions, lineFaults, type LineFacts } from '../../src/deliveries/closing/rules.js';
import { despatchLifecycle } from '../../src/deliveries/despatch/rules.js';
import { type Counts, type GoodsLine, inUnitOf, keep, roomToKeep, roomToSend, send } from '../../src/deliveries/goods/rules.js';
import { lateFrom, openValue } from '../../src/deliveries/lateness/rules.js';
import { promiseFaults } from '../../src/deliveries/promise/rules.js';
import { type AnnouncedLine, place, saidFaults } from '../../src/deliveries/receipt/rules.js';

const counts = (ceiling: string, kept: string, inTransit: string): Counts => ({
  ceiling: decimal(ceiling),
  kept: decimal(kept),
  inTransit: decimal(inTransit),
});
const line = (own: Partial<GoodsLine> = {}): GoodsLine => ({
  id: 'l',
  orderId: 'o',
  lineNo: '10',
  unit: 'KGM',
  state: 'ACTIVE',
  orderStatus: 'IN_FORCE',
  orderType: '220',
  orderNumber: 'PO-1',
  closedOn: null,
  counts: counts('105', '0', '0'),
  ...own,
});

describe('What may still move of a line, over-delivery tolerance included', () => {
  it.each([
    ['nothing has moved', '105', '0', '0', '105', '105'],
    ['goods are under way: they take from what may be sent, not from what may be kept', '105', '0', '60', '45', '105'],
    ['some came and some are under way', '105', '50', '30', '25', '55'],
    ['all came', '105', '105', '0', '0', '0'],
    ['more came without a despatch than is left for what is under way', '105', '100', '60', '0', '5'],
    ['goods went back to be delivered again', '105', '95', '0', '10', '10'],
    ['the line was ended', '0', '0', '0', '0', '0'],
  ])('when %s', (_title, ceiling, kept, inTransit, toSend, toKeep) => {
    const now = counts(ceiling, kept, inTransit);
    expect([plain(roomToSend(now)), plain(roomToKeep(now))]).toEqual([toSend, toKeep]);
    const more = decimal('0.00000001');
    expect(send(line(), now, decimal(toSend), []).ok).toBe(true);
    expect(send(line(), now, decimal(toSend).plus(more), []).ok).toBe(false);
    expect(keep(line(), now, decimal(toKeep), []).ok).toBe(true);
    expect(keep(line(), now, decimal(toKeep).plus(more), []).ok).toBe(false);
  });
});

describe("A quantity in the unit of the order's line", () => {
  it.each([
    ['1500', 'GRM', 'KGM', '1.5'],
    ['0.00000001', 'MGM', 'KTN', '0.00000000000000000001'],
    ['12', 'C62', 'CEN', '0.12'],
    ['3', 'ROL', 'ROL', '3'],
  ])('%s %s is exact in %s: %s', (quantity, from, to, expected) => {
    const verdict = inUnitOf(line({ unit: to }), decimal(quantity), from, ['unit']);
    expect(verdict.ok && plain(verdict.value)).toBe(expected);
  });
  it.each([
    ['MTR', 'KGM', 'UNIT_NOT_CONVERTIBLE'],
    ['ROL', 'MTR', 'UNIT_NOT_CONVERTIBLE'],
    ['K.G', 'KGM', 'UNIT_UNKNOWN'],
  ])('%s is not taken for %s', (from, to, code) => {
    expect(inUnitOf(line({ unit: to }), decimal('1'), from, ['unit'])).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});

describe('What a line of a receipt says (UBL ReceiptAdvice)', () => {
  const said = (received: string, short: string, rejected: string, more: object = {}) => ({
    received: decimal(received),
    short: decimal(short),
    rejected: decimal(rejected),
    ...more,
  });
  it.each([
    ['all came', said('5', '0', '0'), []],
    ['nothing came, with what to do', said('0', '5', '0', { shortAction: 'SEND_REST' }), []],
    ['all was rejected, with reason and action', said('0', '0', '5', { rejectReason: 'QUALITY', rejectAction: 'RETURN' }), []],
    ['nothing at all', said('0', '0', '0'), ['NOTHING_SAID received']],
    ['short without an action', said('1', '1', '0'), ['REQUIRED shortAction']],
    ['rejected without either', said('1', '0', '1'), ['REQUIRED rejectReason', 'REQUIRED rejectAction']],
    ['a reason for nothing', said('1', '0', '0', { rejectReason: 'OTHER' }), ['INVALID_VALUE rejectReason']],
  ])('%s', (_title, input, expected) => {
    expect(saidFaults(input).map(({ code, field }) => `${code} ${field?.join('.')}`)).toEqual(expected);
  });
});

describe('Which line of a despatch a line of a receipt speaks of', () => {
  const announced = (id: string, orderId: string, lineNo: string, lot: string | null): AnnouncedLine => ({
    id,
    orderId,
    orderKey: orderId.toUpperCase(),
    lineNo,
    lot,
  });
  const despatch = [
    announced('a', 'o1', '10', 'L1'),
    announced('b', 'o1', '10', 'L2'),
    announced('c', 'o2', '10', null),
    announced('d', 'o2', '20', null),
  ];
  it.each([
    ['its own by id', { despatchLineId: 'b' }, 'b'],
    ['the one with that order and line', { orderId: 'o2', lineNo: '10' }, 'c'],
    ['the one with that order by number', { orderKey: 'O2', lineNo: '10' }, 'c'],
    ['the only one with that line', { lineNo: '20' }, 'd'],
    ['the one with that lot', { orderId: 'o1', lineNo: '10', lot: 'L2' }, 'b'],
    ['none of them, of an order that it does not announce', { orderId: 'o3', lineNo: '10' }, undefined],
  ])('%s', (_title, naming, expected) => {
    const verdict = place(despatch, naming);
    expect(verdict.ok && verdict.value.announced?.id).toBe(expected);
  });
  it.each([
    ['two lots of one line', despatch, { orderId: 'o1', lineNo: '10' }, 'DESPATCH_LINE_AMBIGUOUS'],
    ['one line number in two orders', despatch, { lineNo: '10' }, 'DESPATCH_LINE_AMBIGUOUS'],
    ['a line that it does not have', despatch, { despatchLineId: 'x' }, 'NOT_FOUND'],
    ['a line by id without a despatch', undefined, { despatchLineId: 'a' }, 'NOT_FOUND'],
    ['no order, without a despatch', undefined, { lineNo: '10' }, 'REQUIRED'],
    ['nothing', despatch, {}, 'REQUIRED'],
  ])('is refused for %s', (_title, lines, naming, code) => {
    expect(place(lines, naming)).toMatchObject({ ok: false, refusals: [{ code }] });
  });
});

describe('What each side may do with the goods of a line', () => {
  const facts = (own: Partial<LineFacts> = {}): LineFacts => ({
    lineId: '10',
    unit: 'C62',
    ordered: decimal('100'),
    inTransit: decimal('0'),
    closedOn: null,
    ...own,
  });
  const told = (own: Partial<LineFacts>, side: 'BUYER' | 'SUPPLIER') =>
    lineActions(facts(own), side).map(({ action, allowed, reason }) => `${action} ${allowed ? 'yes' : reason}`);
  it('open: the supplier sends and promises, the buyer receives and closes', () => {
    expect(told({}, 'SUPPLIER')).toEqual(['DESPATCH yes', 'RECEIVE NOT_ALLOWED', 'PROMISE yes', 'CLOSE NOT_ALLOWED', 'REOPEN NOT_ALLOWED']);
    expect(told({}, 'BUYER')).toEqual([
      'DESPATCH NOT_ALLOWED',
      'RECEIVE yes',
      'PROMISE NOT_ALLOWED',
      'CLOSE yes',
      'REOPEN LINE_NOT_CLOSED',
    ]);
  });
  it('with goods under way: it is not closed before their receipt is told', () => {
    expect(told({ inTransit: decimal('3') }, 'BUYER')[3]).toBe('CLOSE LINE_IN_TRANSIT');
  });
  it('closed: nothing but to reopen it', () => {
    expect(told({ closedOn: '2026-11-02' }, 'BUYER')).toEqual([
      'DESPATCH NOT_ALLOWED',
      'RECEIVE LINE_CLOSED',
      'PROMISE NOT_ALLOWED',
      'CLOSE LINE_CLOSED',
      'REOPEN yes',
    ]);
  });
  it('ended: nothing', () => {
    expect(lineFaults(facts({ ordered: decimal('0') }), 'RECEIVE', 'BUYER')[0]?.code).toBe('LINE_NOT_ACTIVE');
  });
});

describe('A despatch', () => {
  it('has the life cycle that the reviewed matrix shows', async () => {
    const statuses = ['SENT', 'CANCELLED'] as const;
    const row = (cells: readonly string[]) =>
      cells
        .map((cell) => cell.padEnd(10))
        .join('')
        .trimEnd();
    const rows = (['BUYER', 'SUPPLIER'] as const).map((side) => {
      const to = statuses.map((status) => despatchLifecycle.decide({ status, received: false }, 'CANCEL', side));
      return row([side, 'CANCEL', ...to.map((verdict) => (verdict.ok ? verdict.value : '-'))]);
    });
    await expect(`${[row(['side', 'action', ...statuses]), ...rows].join('\n')}\n`).toMatchFileSnapshot('matrices/despatch.txt');
  });
  it.each([
    ['by its supplier, before a receipt', 'SENT', false, 'SUPPLIER', true],
    ['by its supplier, after a receipt', 'SENT', true, 'SUPPLIER', false],
    ['by its buyer', 'SENT', false, 'BUYER', false],
    ['twice', 'CANCELLED', false, 'SUPPLIER', false],
  ] as const)('is taken back %s: %s', (_title, status, received, side, allowed) => {
    expect(despatchLifecycle.decide({ status, received }, 'CANCEL', side).ok).toBe(allowed);
  });
});

describe('A promised day', () => {
  const part = { scheduleId: '1', settled: false, promisedOn: '2026-12-01' };
  it.each([
    ['a later day', part, '2026-12-05', undefined],
    ['today', part, '2026-11-25', undefined],
    ['yesterday', part, '2026-11-24', 'PROMISED_IN_PAST'],
    ['the same day', part, '2026-12-01', 'NOTHING_CHANGED'],
    ['of what has come', { ...part, settled: true }, '2026-12-05', 'SCHEDULE_SETTLED'],
    ['of what does not exist', undefined, '2026-12-05', 'SCHEDULE_UNKNOWN'],
  ])('%s', (_title, schedule, day, code) => {
    expect(promiseFaults(schedule, '1', day, '2026-11-25')[0]?.code).toBe(code);
  });
});

describe('What is late', () => {
  it('is so from the beginning of the next day in Shanghai, over the end of a month too', () => {
    expect(lateFrom('2026-11-30')).toBe('2026-12-01T00:00:00+08:00');
  });
  it.each([
    ['3', { amount: '100.00', quantity: '9', currency: 'CNY' }, { amount: '33.33', currency: 'CNY' }],
    ['1', { amount: '1001', quantity: '2', currency: 'JPY' }, { amount: '501', currency: 'JPY' }],
    ['1', { amount: null, quantity: '2', currency: 'CNY' }, null],
  ])('%s of a line is worth its share of the amount, posted', (open, own, expected) => {
    expect(openValue(open, own)).toEqual(expected);
  });
});
