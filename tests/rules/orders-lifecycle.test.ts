import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANGE_STATUSES,
  changeLifecycle,
  ORDER_ACTIONS,
  ORDER_STATUSES,
  orderLifecycle,
  type OrderFacts,
  SIDES,
  waitsFor,
} from '../../src/orders/lifecycle/rules.js';

const facts = (over: Partial<OrderFacts>): OrderFacts => ({ status: 'ISSUED', revision: 1, open: {}, ...over });
const change = { baseRevision: 1, endsOrder: false };

/** Which statuses each action leads to, when every guard is content. */
const matrix = (): string => {
  const cell = (status: (typeof ORDER_STATUSES)[number], side: (typeof SIDES)[number], action: (typeof ORDER_ACTIONS)[number]): string => {
    const open = { baseRevision: 1, endsOrder: action === 'ACCEPT_END' };
    const verdict = orderLifecycle.decide(facts({ status, open: { BUYER: open, SUPPLIER: open } }), action, side);
    return verdict.ok ? verdict.value : '-';
  };
  const row = (side: (typeof SIDES)[number], action: (typeof ORDER_ACTIONS)[number]) =>
    [side, action, ...ORDER_STATUSES.map((status) => cell(status, side, action))]
      .map((text, i) => text.padEnd(i === 1 ? 16 : 13))
      .join('')
      .trimEnd();
  const head = ['side', 'action', ...ORDER_STATUSES]
    .map((text, i) => text.padEnd(i === 1 ? 16 : 13))
    .join('')
    .trimEnd();
  return [head, ...SIDES.flatMap((side) => ORDER_ACTIONS.map((action) => row(side, action)))].join('\n');
};

const status = fc.constantFrom(...ORDER_STATUSES);
const openChange = fc.option(fc.record({ baseRevision: fc.constant(1), endsOrder: fc.boolean() }), { nil: undefined });
const anyFacts = fc.record({
  status,
  revision: fc.integer({ min: 1, max: 3 }),
  answeredRevision: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
  unanswered: fc.array(fc.constantFrom('1', '2')),
  open: fc.record({ BUYER: openChange, SUPPLIER: openChange }),
});

describe('The life of an order', () => {
  it('is the reviewed matrix of side, action and status', async () => {
    await expect(`${matrix()}\n`).toMatchFileSnapshot('orders-lifecycle.matrix.txt');
  });
  it('an action is allowed exactly when the command would take it', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(...SIDES), (given, side) => {
        for (const { action, allowed, reason } of orderLifecycle.allowed(given, side)) {
          const verdict = orderLifecycle.decide(given, action, side);
          expect(allowed).toBe(verdict.ok);
          expect(reason).toBe(verdict.ok ? undefined : verdict.refusals[0]?.code);
        }
      }),
    );
  });
  it('nothing happens to an order that was refused or cancelled', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('REFUSED' as const, 'CANCELLED' as const), fc.constantFrom(...SIDES), (given, end, side) =>
        orderLifecycle.allowed({ ...given, status: end }, side).every(({ allowed }) => !allowed),
      ),
    );
  });
  it('a walk of any length stays within the statuses, and every status is reached', () => {
    const reached = new Set<string>(['ISSUED']);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...SIDES), fc.constantFrom(...ORDER_ACTIONS), fc.boolean()), { maxLength: 30 }),
        (steps) => {
          let now: OrderFacts['status'] = 'ISSUED';
          for (const [side, action, endsOrder] of steps) {
            const verdict = orderLifecycle.decide(
              facts({ status: now, open: { BUYER: { ...change, endsOrder }, SUPPLIER: { ...change, endsOrder } } }),
              action,
              side,
            );
            if (verdict.ok) reached.add((now = verdict.value));
          }
          return ORDER_STATUSES.includes(now);
        },
      ),
      { numRuns: 500 },
    );
    expect([...reached].sort()).toEqual([...ORDER_STATUSES].sort());
  });
  it('an answer to another revision than the present one is stale, and names the present one', () => {
    const verdict = orderLifecycle.decide(facts({ revision: 2, answeredRevision: 1 }), 'ACCEPT', 'SUPPLIER');
    expect(verdict).toMatchObject({ ok: false, refusals: [{ code: 'STALE_REVISION', params: { currentRevision: '2' } }] });
  });
  it('a CA that leaves lines out names each of them', () => {
    const verdict = orderLifecycle.decide(facts({ unanswered: ['00010', '3'] }), 'COUNTER', 'SUPPLIER');
    expect(verdict.ok ? [] : verdict.refusals.map((r) => r.params?.lineId)).toEqual(['00010', '3']);
  });
  it('a change that ends the order is accepted as its end only, and no other change is', () => {
    const inForce = (endsOrder: boolean) => facts({ status: 'IN_FORCE', open: { BUYER: { ...change, endsOrder } } });
    expect(orderLifecycle.decide(inForce(true), 'ACCEPT_CHANGE', 'SUPPLIER')).toMatchObject({ refusals: [{ code: 'CHANGE_ENDS_ORDER' }] });
    expect(orderLifecycle.decide(inForce(false), 'ACCEPT_END', 'SUPPLIER')).toMatchObject({ refusals: [{ code: 'CHANGE_KEEPS_ORDER' }] });
  });
  it('nobody but the other side decides on an open proposal', () => {
    const inForce = facts({ status: 'IN_FORCE', open: { BUYER: change } });
    expect(orderLifecycle.decide(inForce, 'ACCEPT_CHANGE', 'SUPPLIER').ok).toBe(true);
    expect(orderLifecycle.decide(inForce, 'ACCEPT_CHANGE', 'BUYER')).toMatchObject({ refusals: [{ code: 'NO_OPEN_CHANGE' }] });
    expect(orderLifecycle.decide(inForce, 'WITHDRAW_CHANGE', 'SUPPLIER')).toMatchObject({ refusals: [{ code: 'NO_OPEN_CHANGE' }] });
  });
  it.each([
    ['ISSUED', undefined, 'SUPPLIER'],
    ['ACKNOWLEDGED', undefined, 'SUPPLIER'],
    ['COUNTERED', 'SUPPLIER', 'BUYER'],
    ['IN_FORCE', undefined, undefined],
    ['IN_FORCE', 'BUYER', 'SUPPLIER'],
    ['REFUSED', 'BUYER', undefined],
  ] as const)('%s with the oldest open proposal of %s waits for %s', (now, oldest, who) => expect(waitsFor(now, oldest)).toBe(who));
});

describe('The life of a proposal', () => {
  it('ends once: accepted or refused by the other side, withdrawn by its own, or lapsed', () => {
    const table = changeLifecycle.transitions.map((t) => `${t.from} ${t.action} ${t.by} ${t.to}`);
    expect(table).toEqual([
      'OPEN ACCEPT OTHER ACCEPTED',
      'OPEN REFUSE OTHER REFUSED',
      'OPEN WITHDRAW PROPOSER WITHDRAWN',
      'OPEN LAPSE EITHER LAPSED',
    ]);
    expect(new Set(table.map((row) => row.split(' ').at(-1)))).toEqual(new Set(CHANGE_STATUSES.slice(1)));
  });
});
