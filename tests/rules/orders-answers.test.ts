import { describe, expect, it } from 'vitest';
import { ok } from '../../src/kernel/refusal.js';
import { answer, type Answer } from '../../src/orders/answer/rules.js';
import { ended, propose } from '../../src/orders/change/rules.js';
import type { OrderContent } from '../../src/orders/content/rules.js';
import type { OrderFacts } from '../../src/orders/lifecycle/rules.js';
import { content, line } from '../support/order-content.js';

const base = content([line('1', '10'), line('2', '50')], { deliverFrom: '2026-12-01', deliverTo: '2026-12-31' });
const facts = (over: Partial<OrderFacts> = {}): OrderFacts => ({ status: 'ISSUED', revision: 1, open: {}, ...over });
const said = (over: Partial<Answer>): Answer => ({ code: 'AP', promise: {}, lines: [], ...over });
const kept = (lineId: string) => ({ lineId, action: '5' as const, patch: {} });
const five = { lineId: '1', action: '3' as const, patch: { quantity: '5' } };

describe('An answer to an offer', () => {
  it.each([
    ['AB', 'NOTED', 'ACKNOWLEDGED'],
    ['AP', 'ACCEPTED', 'IN_FORCE'],
    ['RE', 'REFUSED', 'REFUSED'],
  ] as const)('%s is %s and leads to %s', (code, kind, to) => {
    expect(answer(facts(), base, undefined, said({ code }))).toEqual(ok({ kind, to }));
  });
  it('CA must answer every active line, and the missing ones are named', () => {
    const verdict = answer(
      facts(),
      content([...base.lines, { ...line('3', '1'), state: 'REFUSED' }]),
      undefined,
      said({ code: 'CA', lines: [five] }),
    );
    expect(verdict).toMatchObject({ ok: false, refusals: [{ code: 'LINE_NOT_ANSWERED', params: { lineId: '2' } }] });
  });
  it('CA with a change is a counter that awaits the buyer', () => {
    const verdict = answer(facts(), base, undefined, said({ code: 'CA', lines: [five, kept('2')] }));
    expect(verdict).toMatchObject({
      ok: true,
      value: { kind: 'COUNTERED', to: 'COUNTERED', delta: { lines: [{ lineId: '1', kind: 'CHANGED' }] } },
    });
  });
  it('CA that changes nothing accepts', () => {
    expect(answer(facts(), base, undefined, said({ code: 'CA', lines: [kept('1'), kept('2')] }))).toMatchObject({
      value: { kind: 'ACCEPTED' },
    });
  });
  it('a line not accepted stays in the counter as refused', () => {
    const verdict = answer(facts(), base, undefined, said({ code: 'CA', lines: [kept('1'), { lineId: '2', action: '7', patch: {} }] }));
    expect(verdict).toMatchObject({ value: { next: { lines: [{ state: 'ACTIVE' }, { lineId: '2', state: 'REFUSED' }] } } });
  });
  it('only CA speaks of lines', () => {
    expect(answer(facts(), base, undefined, said({ lines: [kept('1')] }))).toMatchObject({
      refusals: [{ code: 'LINES_ONLY_WITH_CHANGES' }],
    });
  });
  it('AP may promise days within the requested ones, not beyond', () => {
    expect(answer(facts(), base, undefined, said({ promise: { promisedFrom: '2026-12-10', promisedTo: '2026-12-20' } })).ok).toBe(true);
    expect(answer(facts(), base, undefined, said({ promise: { promisedTo: '2027-01-05' } }))).toMatchObject({
      refusals: [{ code: 'PROMISE_OUTSIDE_REQUEST' }],
    });
  });
});

describe('An answer on an agreed order', () => {
  const theirs = content([line('1', '8'), line('2', '50')]);
  const open = { BUYER: { baseRevision: 1, endsOrder: false } };
  const inForce = facts({ status: 'IN_FORCE', open });
  it.each([
    ['AP', 'CHANGE_ACCEPTED'],
    ['RE', 'CHANGE_REFUSED'],
    ['AB', 'NOTED'],
  ] as const)("%s to the buyer's change is %s, and the order stays in force", (code, kind) => {
    expect(answer(inForce, base, theirs, said({ code }))).toEqual(ok({ kind, to: 'IN_FORCE' }));
  });
  it("CA to the buyer's change turns it down and proposes another, line by line", () => {
    const verdict = answer(
      inForce,
      base,
      theirs,
      said({ code: 'CA', lines: [{ lineId: '1', action: '3', patch: { quantity: '9' } }, kept('2')] }),
    );
    expect(verdict).toMatchObject({
      value: {
        kind: 'COUNTERED',
        to: 'IN_FORCE',
        refusesChange: true,
        delta: { lines: [{ changes: [{ field: 'quantity', old: '10', new: '9' }] }] },
      },
    });
  });
  it('AP to the end of the order cancels it', () => {
    const ends = facts({ status: 'IN_FORCE', open: { BUYER: { baseRevision: 1, endsOrder: true } } });
    expect(answer(ends, base, ended(base), said({ code: 'AP' }))).toEqual(ok({ kind: 'CHANGE_ACCEPTED', to: 'CANCELLED' }));
  });
  it('unasked, RE proposes the end of every line (Peppol BIS Advanced Ordering 3, scenario 5)', () => {
    const verdict = answer(facts({ status: 'IN_FORCE' }), base, undefined, said({ code: 'RE' }));
    expect(verdict).toMatchObject({
      value: { kind: 'COUNTERED', to: 'IN_FORCE', delta: { lines: [{ kind: 'ENDED' }, { kind: 'ENDED' }] } },
    });
  });
  it('unasked, AP says nothing', () => {
    expect(answer(facts({ status: 'IN_FORCE' }), base, undefined, said({}))).toMatchObject({ refusals: [{ code: 'NOTHING_CHANGED' }] });
  });
});

describe('A proposal', () => {
  const toldFive = (onto: OrderContent) => ok({ ...onto, lines: onto.lines.map((l) => (l.lineId === '1' ? line('1', '5') : l)) });
  it('of the buyer replaces an offer that is not agreed', () => {
    expect(propose(facts({ status: 'ACKNOWLEDGED' }), 'BUYER', base, undefined, toldFive)).toMatchObject({
      value: { kind: 'REPLACES', to: 'ISSUED' },
    });
  });
  it('that says what the other side proposes accepts it', () => {
    const countered = facts({ status: 'COUNTERED', open: { SUPPLIER: { baseRevision: 1, endsOrder: false } } });
    const theirs = content([{ ...line('1', '5'), sellerItemId: 'SN-1' }, line('2', '50')], base.header);
    expect(propose(countered, 'BUYER', base, theirs, toldFive)).toMatchObject({ value: { kind: 'ACCEPTS', to: 'IN_FORCE', next: theirs } });
  });
  it('that says something else than the open counter is a new offer', () => {
    const countered = facts({ status: 'COUNTERED', open: { SUPPLIER: { baseRevision: 1, endsOrder: false } } });
    expect(propose(countered, 'BUYER', base, content([line('1', '6'), line('2', '50')]), toldFive)).toMatchObject({
      value: { kind: 'REPLACES', to: 'ISSUED' },
    });
  });
  it('on an agreed order awaits the other side, from whichever side it comes', () => {
    for (const side of ['BUYER', 'SUPPLIER'] as const) {
      expect(propose(facts({ status: 'IN_FORCE' }), side, base, undefined, toldFive)).toMatchObject({
        value: { kind: 'PROPOSES', to: 'IN_FORCE', endsOrder: false },
      });
    }
  });
  it('to end every line is a proposal to end the order', () => {
    expect(propose(facts({ status: 'IN_FORCE' }), 'BUYER', base, undefined, (onto) => ok(ended(onto)))).toMatchObject({
      value: { endsOrder: true },
    });
  });
  it('that changes nothing is refused', () => {
    expect(propose(facts({ status: 'IN_FORCE' }), 'BUYER', base, undefined, ok)).toMatchObject({ refusals: [{ code: 'NOTHING_CHANGED' }] });
  });
});
