import { describe, expect, it } from 'vitest';
import { settle, type Settling } from '../../src/deliveries/acceptance/settle/rules.js';
import { type Asked, type InspectedLine, judge, receiptActions } from '../../src/deliveries/acceptance/rules.js';
import { runningWindows } from '../../src/deliveries/acceptance/window.js';
import { defectsOf, otifOf, ppm, share, timingOf } from '../../src/deliveries/figures/rules.js';
import { type Back, type Ground, returnLifecycle, sendBack } from '../../src/deliveries/returns/rules.js';
import { claim, claimUntil, WARRANTY_ACTIONS, WARRANTY_STATUSES, warrantyLifecycle } from '../../src/deliveries/warranty/rules.js';
import { decimal, plain } from '../../src/kernel/decimal.js';
import type { Verdict } from '../../src/kernel/refusal.js';

const codes = (verdict: Verdict<unknown>): string =>
  verdict.ok ? 'OK' : verdict.refusals.map(({ code, field }) => [code, ...(field ?? [])].join(' ')).join(', ');

describe('Acceptance within the agreed period', () => {
  const line = (id: string, left: string, endsOn: string | null = '2026-03-12'): InspectedLine => ({
    id,
    lineNo: id,
    unit: 'C62',
    left: decimal(left),
    endsOn,
  });
  const lines = [line('a', '70'), line('b', '30')];
  const at = (today: string, over: readonly InspectedLine[] = lines) => ({ receivedOn: '2026-03-02', today, lines: over });
  const found = (receiptLineId: string, accepted: string, refused = '0', more: object = {}) => ({
    receiptLineId,
    accepted: decimal(accepted),
    refused: decimal(refused),
    ...more,
  });
  const asked = (kind: Asked['kind'], entries: Asked['lines'] = [], acceptedOn = '2026-03-09'): Asked => ({
    kind,
    acceptedOn,
    lines: entries,
  });
  const WRONG = { reason: 'QUALITY', action: 'RETURN' } as const;

  it.each([
    ['Civil Code 620: within the period the buyer inspects', '2026-03-09', asked('PARTIAL', [found('a', '40')]), 'OK'],
    ['Civil Code 201, 203: the day of receipt is not counted, the last day is the whole of it', '2026-03-12', asked('FINAL'), 'OK'],
    [
      'Civil Code 621: after the period silence stands for conformity',
      '2026-03-13',
      asked('PARTIAL', [found('a', '0', '40', WRONG)]),
      'ACCEPTED_BY_CLOCK lines 0 receiptLineId',
    ],
    ['Civil Code 621: nor is all that is left accepted by hand then', '2026-03-13', asked('FINAL'), 'ACCEPTED_BY_CLOCK receiptId'],
    ['acceptance before the receipt', '2026-03-09', asked('FINAL', [], '2026-03-01'), 'ACCEPTED_BEFORE_RECEIPT acceptedOn'],
    ['acceptance in advance', '2026-03-09', asked('FINAL', [], '2026-03-10'), 'ACCEPTED_IN_ADVANCE acceptedOn'],
    ['a line of another receipt', '2026-03-09', asked('PARTIAL', [found('x', '1')]), 'INSPECTED_LINE_UNKNOWN lines 0 receiptLineId'],
    ['a line twice', '2026-03-09', asked('PARTIAL', [found('a', '1'), found('a', '2')]), 'INSPECTED_LINE_REPEATED lines 1 receiptLineId'],
    ['nothing of a line', '2026-03-09', asked('PARTIAL', [found('a', '0')]), 'REQUIRED lines 0 accepted'],
    ['no line', '2026-03-09', asked('PARTIAL'), 'REQUIRED lines'],
    [
      'accepted and refused above what came',
      '2026-03-09',
      asked('PARTIAL', [found('a', '69', '1.00000001', WRONG)]),
      'ACCEPTANCE_OVER_RECEIVED lines 0 accepted',
    ],
    ['exactly what came', '2026-03-09', asked('PARTIAL', [found('a', '69', '1', WRONG)]), 'OK'],
    [
      'a refusal without reason and action',
      '2026-03-09',
      asked('PARTIAL', [found('a', '0', '1')]),
      'REQUIRED lines 0 reason, REQUIRED lines 0 action',
    ],
    ['a reason without a refusal', '2026-03-09', asked('PARTIAL', [found('a', '1', '0', WRONG)]), 'REASON_WITHOUT_REFUSAL lines 0 refused'],
    [
      'Civil Code 582: a concession without the reduction asked',
      '2026-03-09',
      asked('PARTIAL', [found('a', '0', '1', { reason: 'QUALITY', action: 'CONCESSION' })]),
      'REQUIRED lines 0 priceReduction',
    ],
    [
      'a reduction without a concession',
      '2026-03-09',
      asked('PARTIAL', [found('a', '0', '1', { ...WRONG, priceReduction: decimal('0.1') })]),
      'PRICE_REDUCTION_ONLY_WITH_CONCESSION lines 0 priceReduction',
    ],
    [
      'a final one that leaves something',
      '2026-03-09',
      asked('FINAL', [found('a', '70'), found('b', '29')]),
      'ACCEPTANCE_INCOMPLETE lines',
    ],
    ['a final one that decides on all', '2026-03-09', asked('FINAL', [found('a', '70'), found('b', '0', '30', WRONG)]), 'OK'],
  ])('%s (%s)', (_title, today, what, said) => {
    expect(codes(judge(at(today), what))).toBe(said);
  });

  it('Civil Code 623: where no period is agreed the receipt has accepted', () => {
    const none = [line('a', '0', null)];
    expect(codes(judge(at('2026-03-09', none), asked('FINAL')))).toBe('ACCEPTED_ON_RECEIPT receiptId');
    expect(codes(judge(at('2026-03-09', none), asked('PARTIAL', [found('a', '1')])))).toBe('ACCEPTED_ON_RECEIPT lines 0 receiptLineId');
  });
  it('refuses when everything is decided on', () => {
    expect(codes(judge(at('2026-03-09', [line('a', '0')]), asked('FINAL')))).toBe('NOTHING_TO_ACCEPT receiptId');
  });
  it('passes nothing provisionally, and counts a refusal all the same', () => {
    const verdict = judge(at('2026-03-09'), asked('PROVISIONAL', [found('a', '60', '10', WRONG)]));
    expect(verdict.ok && verdict.value.map(({ accepted, noted, refused }) => [accepted, noted, refused].map(plain))).toEqual([
      ['0', '60', '10'],
    ]);
  });
  it('accepts all that is left by a final one without lines, as far as hands still decide', () => {
    const mixed = [line('a', '70'), line('b', '30', '2026-03-05'), line('c', '0')];
    const verdict = judge(at('2026-03-09', mixed), asked('FINAL'));
    expect(verdict.ok && verdict.value.map(({ receiptLineId, accepted }) => [receiptLineId, plain(accepted)])).toEqual([['a', '70']]);
  });
  it('runs until the last period in which something is left', () => {
    expect(
      runningWindows([line('a', '1', '2026-03-20'), line('b', '1'), line('c', '0', '2026-03-10'), line('d', '1', null)], '2026-03-09'),
    ).toEqual(['2026-03-12', '2026-03-20']);
  });
  it.each([
    [{ side: 'BUYER', left: true, open: true }, undefined],
    [{ side: 'SUPPLIER', left: true, open: true }, 'NOT_ALLOWED'],
    [{ side: 'BUYER', left: false, open: false }, 'NOTHING_TO_ACCEPT'],
    [{ side: 'BUYER', left: true, open: false }, 'ACCEPTED_BY_CLOCK'],
  ] as const)('tells %j what is open to it', (facts, reason) => {
    expect(receiptActions(facts)).toEqual([{ action: 'ACCEPT', allowed: reason === undefined, ...(reason && { reason }) }]);
  });
});

describe('A refused quantity', () => {
  const refusal = { action: 'CONCESSION', refusedOn: '2026-03-09', left: decimal('10'), unit: 'C62' } as const;
  const say = (more: Partial<Settling>): Settling => ({
    side: 'SUPPLIER',
    today: '2026-03-20',
    outcome: 'CONCEDED',
    quantity: decimal('10'),
    settledOn: '2026-03-20',
    ...more,
  });
  it.each([
    ['Civil Code 582: the supplier agrees to less for the goods', say({}), 'OK'],
    ['the buyer alone does not lower the price', say({ side: 'BUYER' }), 'NOT_ALLOWED outcome'],
    ['the buyer accepts what was made good', say({ side: 'BUYER', outcome: 'REWORKED' }), 'OK'],
    ['the supplier does not accept its own work', say({ outcome: 'REWORKED' }), 'NOT_ALLOWED outcome'],
    ['the supplier gives goods up for credit', say({ outcome: 'SCRAPPED', consequence: 'CREDIT' }), 'OK'],
    ['without saying what follows', say({ outcome: 'SCRAPPED' }), 'REQUIRED consequence'],
    ['a consequence where the goods are kept', say({ consequence: 'CREDIT' }), 'CONSEQUENCE_ONLY_WITH_SCRAP consequence'],
    ['more than is left', say({ quantity: decimal('10.1') }), 'REFUSED_LEFT quantity'],
    ['nothing', say({ quantity: decimal('0') }), 'REFUSED_LEFT quantity'],
    ['before the refusal', say({ settledOn: '2026-03-08' }), 'SETTLED_ON_WRONG_DAY settledOn'],
    ['in advance', say({ settledOn: '2026-03-21' }), 'SETTLED_ON_WRONG_DAY settledOn'],
  ])('%s', (_title, asked, said) => {
    expect(codes(settle(refusal, asked))).toBe(said);
  });
  it('is conceded only where a reduction was asked', () => {
    expect(codes(settle({ ...refusal, action: 'RETURN' }, say({})))).toBe('NOT_ALLOWED outcome');
  });
});

describe('A claim for a defect', () => {
  const line = { receivedOn: '2026-03-02', agreedMonths: null, free: decimal('50'), lineNo: '1', unit: 'C62' };
  const asked = { today: '2026-09-01', foundOn: '2026-08-30', quantity: decimal('5'), remedy: 'REPAIR' } as const;
  it.each([
    ['Civil Code 621 para. 2: within two years of the receipt', asked, 'OK'],
    ['Civil Code 621 para. 2: on the last day', { ...asked, today: '2028-03-02', foundOn: '2028-03-02' }, 'OK'],
    ['Civil Code 621 para. 2: a day later', { ...asked, today: '2028-03-03' }, 'CLAIM_TOO_LATE'],
    ['of more than was accepted and is still there', { ...asked, quantity: decimal('50.5') }, 'CLAIM_OVER_ACCEPTED quantity'],
    ['found before the goods came', { ...asked, foundOn: '2026-03-01' }, 'FOUND_ON_WRONG_DAY foundOn'],
    ['found in the future', { ...asked, foundOn: '2026-09-02' }, 'FOUND_ON_WRONG_DAY foundOn'],
    ['Civil Code 582: for less money, without the amount', { ...asked, remedy: 'PRICE_CUT' as const }, 'REQUIRED priceCut'],
    ['an amount with another remedy', { ...asked, priceCut: decimal('1') }, 'PRICE_CUT_ONLY_AS_REMEDY priceCut'],
  ])('%s', (_title, what, said) => {
    expect(codes(claim(line, what))).toBe(said);
  });
  it('Civil Code 202: two years end on the same day, or on the last of its month', () => {
    expect(claimUntil('2024-02-29', null)).toBe('2026-02-28');
  });
  it('Civil Code 621 para. 2: an agreed guarantee goes before the two years, shorter or longer', () => {
    expect([claimUntil('2026-03-02', 6), claimUntil('2026-03-02', 36)]).toEqual(['2026-09-02', '2029-03-02']);
    expect(codes(claim({ ...line, agreedMonths: 5 }, asked))).toBe('CLAIM_TOO_LATE');
  });
  it('goes its way as the reviewed table says', async () => {
    const facts = { remedy: 'REPAIR', outstanding: decimal('5') } as const;
    const rows = (['BUYER', 'SUPPLIER'] as const).flatMap((side) =>
      WARRANTY_ACTIONS.map((action) =>
        [side, action, ...WARRANTY_STATUSES.map((status) => decided(warrantyLifecycle.decide({ ...facts, status }, action, side)))]
          .map((cell) => cell.padEnd(10))
          .join('')
          .trimEnd(),
      ),
    );
    const head = ['side', 'action', ...WARRANTY_STATUSES]
      .map((cell) => cell.padEnd(10))
      .join('')
      .trimEnd();
    await expect(`${[head, ...rows].join('\n')}\n`).toMatchFileSnapshot('matrices/warranty-claim.txt');
  });
  it.each(['REPLACE', 'RETURN'] as const)('is not remedied by %s before the goods went back', (remedy) => {
    const facts = { status: 'ACCEPTED', remedy, outstanding: decimal('0.5') } as const;
    expect(codes(warrantyLifecycle.decide(facts, 'REMEDY', 'SUPPLIER'))).toBe('GOODS_NOT_RETURNED');
    expect(codes(warrantyLifecycle.decide({ ...facts, outstanding: decimal('0') }, 'REMEDY', 'SUPPLIER'))).toBe('OK');
  });
});

const decided = (verdict: Verdict<string>): string => (verdict.ok ? verdict.value : '-');

describe('Goods go back', () => {
  const refusal: Ground = { id: 'r', kind: 'REFUSAL', lineNo: '1', unit: 'C62', receivedOn: '2026-03-02', left: decimal('10') };
  const claimed = (more: Partial<Ground> = {}): Ground => ({
    ...refusal,
    id: 'c',
    kind: 'CLAIM',
    status: 'ACCEPTED',
    remedy: 'REPLACE',
    ...more,
  });
  const back = (groundId: string, quantity: string, consequence: Back['consequence'] = 'REPLACEMENT') => ({
    groundId,
    quantity: decimal(quantity),
    consequence,
  });
  const send = (grounds: readonly Ground[], lines: readonly Back[], returnedOn = '2026-03-20') =>
    codes(sendBack(grounds, { today: '2026-03-20', returnedOn, lines }));
  it.each([
    ['what was refused, to be delivered again', send([refusal], [back('r', '10')]), 'OK'],
    ['what was refused, for credit', send([refusal], [back('r', '4', 'CREDIT')]), 'OK'],
    ['more than was refused', send([refusal], [back('r', '10.01')]), 'RETURN_OVER_LEFT lines 0 quantity'],
    ['nothing', send([refusal], [back('r', '0')]), 'RETURN_OVER_LEFT lines 0 quantity'],
    ['the same refusal twice', send([refusal], [back('r', '1'), back('r', '1')]), 'RETURN_LINE_REPEATED lines 1'],
    ['by an unknown refusal', send([refusal], [back('x', '1')]), 'NOT_FOUND lines 0'],
    ['by a claim that was accepted', send([claimed()], [back('c', '10')]), 'OK'],
    ['by a claim that awaits an answer', send([claimed({ status: 'CLAIMED' })], [back('c', '1')]), 'CLAIM_NOT_ACCEPTED lines 0 claimId'],
    [
      'for another consequence than was claimed',
      send([claimed()], [back('c', '1', 'CREDIT')]),
      'CONSEQUENCE_NOT_CLAIMED lines 0 consequence',
    ],
    ['by a claim for repair', send([claimed({ remedy: 'REPAIR' })], [back('c', '1')]), 'CONSEQUENCE_NOT_CLAIMED lines 0 consequence'],
    ['before they came', send([refusal], [back('r', '1')], '2026-03-01'), 'RETURNED_ON_WRONG_DAY returnedOn'],
    ['in advance', send([refusal], [back('r', '1')], '2026-03-21'), 'RETURNED_ON_WRONG_DAY returnedOn'],
  ])('%s', (_title, said, expected) => {
    expect(said).toBe(expected);
  });
  it('and arrive once, as the supplier says', () => {
    expect(decided(returnLifecycle.decide({ status: 'SENT' }, 'CONFIRM', 'SUPPLIER'))).toBe('ARRIVED');
    expect(decided(returnLifecycle.decide({ status: 'SENT' }, 'CONFIRM', 'BUYER'))).toBe('-');
    expect(decided(returnLifecycle.decide({ status: 'ARRIVED' }, 'CONFIRM', 'SUPPLIER'))).toBe('-');
  });
});

describe('Delivery figures', () => {
  const none = { early: 0, onDay: 0, late: 0, overdue: 0, open: 0, daysLate: '0', daysOff: '0', hit: 0, miss: 0, pending: 0 };
  it('OTIF of 57 in 60 is 95.00 %', () => expect(otifOf({ ...none, hit: 57, miss: 3 })).toMatchObject({ judged: 60, share: '95.00' }));
  it('17 rejected of 8 400 are 2 023.8 per million', () => expect(ppm(decimal('8400'), decimal('17'))).toBe('2023.8'));
  it('no data is neither none nor all', () => {
    expect(timingOf({ ...none, open: 4 })).toMatchObject({
      judged: 0,
      earlyShare: null,
      lateShare: null,
      onTimeShare: null,
      meanDaysLate: null,
    });
    expect(otifOf({ ...none, pending: 2 })).toEqual({ judged: 0, inFull: 0, pending: 2, share: null });
    expect(defectsOf([])).toEqual([]);
    expect(ppm(decimal('0'), decimal('0'))).toBeNull();
  });
  it('counts what never came among the late, and no days for it', () => {
    const counts = { ...none, early: 1, onDay: 1, late: 3, overdue: 1, daysLate: '10', daysOff: '8' };
    expect(timingOf(counts)).toMatchObject({
      judged: 6,
      lateShare: '66.67',
      onTimeShare: '33.33',
      meanDaysLate: '3.33',
      meanDeviation: '1.60',
    });
  });
  it('rounds half up', () => expect([share(1, 3), share(2, 3), share(1, 16_000)]).toEqual(['33.33', '66.67', '0.01']));
});
