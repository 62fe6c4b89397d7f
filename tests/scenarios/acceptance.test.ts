import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CalendarDate, plusDays } from '../../src/kernel/date.js';
import { agreement, balanceOf, came, lineOf, next, receiptBy, refuse, say } from '../support/acceptance.js';
import { agreedGoods, goodsHub, goodsOf, move, progressOf, receiptOf, refusalOf } from '../support/deliveries.js';
import type { OrdersHub, Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let stranger: Party;
/** Between them no period for inspection is agreed. */
let plainBuyer: Party;
let today: CalendarDate;

beforeAll(async () => {
  hub = await goodsHub();
  [buyer, supplier, stranger, plainBuyer] = [await hub.party(), await hub.party(), await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
  await hub.relate(plainBuyer, supplier);
  await agreement(hub, buyer, supplier, { inspectionDays: 10 });
  today = (await hub.db.owner.query<{ day: string }>('select app.business_date()::text as day')).rows[0]?.day as CalendarDate;
});
afterAll(() => hub.stop());

const order = () => agreedGoods(buyer, supplier, next('PO'));
const accept = (receipt: { id: string }, kind: string, lines: object[] = [], more: object = {}) =>
  say<{ id: string; kind: string; way: string; signer: string | null }>(
    buyer,
    'acceptanceRecord',
    { receiptId: receipt.id, kind, lines, ...more },
    'id kind way signer',
  );
describe('Goods for which no period of inspection is agreed', () => {
  it('are accepted by their receipt, in its own transaction (Civil Code 623)', async () => {
    const plain = await agreedGoods(plainBuyer, supplier, next('PO'));
    const receipt = await came(plainBuyer, plain, '40', plusDays(today, -3), {
      rejected: '2',
      rejectReason: 'DAMAGED',
      rejectAction: 'RETURN',
    });
    expect(receipt).toMatchObject({
      lines: [{ accepted: '40', refused: '0' }],
      acceptances: [{ kind: 'FINAL', way: 'ON_RECEIPT', acceptedOn: plusDays(today, -3) }],
      openInspections: [],
      allowedActions: [{ action: 'ACCEPT', allowed: false, reason: 'NOTHING_TO_ACCEPT' }],
    });
    const again = await say(plainBuyer, 'acceptanceRecord', { receiptId: receipt.id, kind: 'FINAL' });
    expect(refusalOf(again)).toMatchObject({ codes: ['ACCEPTED_ON_RECEIPT'], params: { day: plusDays(today, -3) } });
  });
});

describe('Goods within the agreed period', () => {
  it('await the buyer until its last day, and are accepted in parts, with signer and record', async () => {
    const receipt = await came(buyer, await order(), '100', plusDays(today, -4));
    expect(receipt).toMatchObject({
      lines: [{ accepted: '0', refused: '0' }],
      acceptances: [],
      openInspections: [{ endsOn: plusDays(today, 6), left: '100' }],
      allowedActions: [{ action: 'ACCEPT', allowed: true, reason: null }],
    });
    const first = await accept(receipt, 'PARTIAL', [{ receiptLineId: lineOf(receipt), accepted: '60' }], {
      signer: '王工',
      number: next('YS'),
    });
    expect(first.it).toMatchObject({ kind: 'PARTIAL', way: 'BY_HAND', signer: '王工' });
    const rest = await accept(receipt, 'FINAL', [
      { receiptLineId: lineOf(receipt), accepted: '37', refused: '3', reason: 'QUALITY', action: 'RETURN' },
    ]);
    expect(rest.userErrors).toEqual([]);
    expect(await receiptBy(supplier, receipt.id)).toMatchObject({
      version: 3,
      lines: [{ accepted: '97', refused: '3' }],
      acceptances: [{ kind: 'PARTIAL' }, { kind: 'FINAL' }],
      openInspections: [],
      allowedActions: [{ allowed: false, reason: 'NOT_ALLOWED' }],
    });
    expect(refusalOf(await accept(receipt, 'FINAL')).codes).toEqual(['NOTHING_TO_ACCEPT']);
  });
  it('are noted provisionally without being passed; a refusal counts all the same', async () => {
    const receipt = await came(buyer, await order(), '10');
    const found = { receiptLineId: lineOf(receipt), accepted: '8', refused: '1', reason: 'DAMAGED', action: 'SCRAP' };
    expect((await accept(receipt, 'PROVISIONAL', [found])).userErrors).toEqual([]);
    expect(await receiptBy(buyer, receipt.id)).toMatchObject({
      lines: [{ accepted: '0', refused: '1' }],
      openInspections: [{ left: '9' }],
    });
    expect((await accept(receipt, 'FINAL')).userErrors).toEqual([]);
    expect(await receiptBy(buyer, receipt.id)).toMatchObject({ lines: [{ accepted: '9', refused: '1' }], openInspections: [] });
  });
  it('are listed for both sides, those first whose period ends first', async () => {
    await came(buyer, await order(), '5', plusDays(today, -1));
    const QUERY = (as: string) => `{ openInspections(as: ${as}) { nodes { endsOn left line { lineId } } } }`;
    type List = { openInspections: { nodes: { endsOn: string; left: string }[] } };
    const [mine, theirs] = [await buyer.ask<List>(QUERY('BUYER')), await supplier.ask<List>(QUERY('SUPPLIER'))];
    const days = mine.openInspections.nodes.map(({ endsOn }) => endsOn);
    expect(days.length).toBeGreaterThan(0);
    expect(days).toEqual([...days].sort());
    expect(theirs).toEqual(mine);
    expect((await stranger.ask<List>(QUERY('BUYER'))).openInspections.nodes).toEqual([]);
  });
  it('that were entered when it was over are accepted by clock at once, and hands come too late (Civil Code 621)', async () => {
    const receipt = await came(buyer, await order(), '10', plusDays(today, -11));
    expect(receipt).toMatchObject({
      lines: [{ accepted: '10' }],
      acceptances: [{ kind: 'FINAL', way: 'BY_CLOCK', acceptedOn: plusDays(today, -1) }],
    });
    const late = await accept(receipt, 'PARTIAL', [{ receiptLineId: lineOf(receipt), refused: '1', reason: 'QUALITY', action: 'RETURN' }]);
    expect(refusalOf(late)).toMatchObject({ codes: ['ACCEPTED_BY_CLOCK'], params: { lineId: '1', day: plusDays(today, -1) } });
    expect(refusalOf(await accept(receipt, 'FINAL')).codes).toEqual(['ACCEPTED_BY_CLOCK']);
  });
});

describe('An acceptance that does not fit', () => {
  it('is refused at its field with what to do', async () => {
    const receipt = await came(buyer, await order(), '10', plusDays(today, -1));
    const line = (more: object) => [{ receiptLineId: lineOf(receipt), ...more }];
    const WRONG = { reason: 'QUALITY', action: 'RETURN' };
    for (const [kind, lines, more, code] of [
      ['PARTIAL', line({ accepted: '10.5' }), {}, 'ACCEPTANCE_OVER_RECEIVED'],
      ['PARTIAL', line({ refused: '1' }), {}, 'REQUIRED'],
      ['PARTIAL', line({ accepted: '1', ...WRONG }), {}, 'REASON_WITHOUT_REFUSAL'],
      ['PARTIAL', line({ refused: '1', ...WRONG, priceReduction: '0.1' }), {}, 'PRICE_REDUCTION_ONLY_WITH_CONCESSION'],
      ['PARTIAL', line({ refused: '1', reason: 'QUALITY', action: 'CONCESSION', priceReduction: '1.1' }), {}, 'OUT_OF_RANGE'],
      ['PARTIAL', [...line({ accepted: '1' }), ...line({ accepted: '1' })], {}, 'INSPECTED_LINE_REPEATED'],
      ['PARTIAL', [{ receiptLineId: `rcl_${'0'.repeat(32)}`, accepted: '1' }], {}, 'INSPECTED_LINE_UNKNOWN'],
      ['FINAL', line({ accepted: '9' }), {}, 'ACCEPTANCE_INCOMPLETE'],
      ['FINAL', [], { acceptedOn: plusDays(today, -2) }, 'ACCEPTED_BEFORE_RECEIPT'],
      ['FINAL', [], { acceptedOn: plusDays(today, 1) }, 'ACCEPTED_IN_ADVANCE'],
      ['FINAL', [], { number: '---' }, 'INVALID_VALUE'],
      ['FINAL', [], { expectedVersion: 7 }, 'STALE_VERSION'],
    ] as const) {
      const done = await accept(receipt, kind, [...lines], more);
      expect([...new Set(refusalOf(done).codes)], JSON.stringify([kind, lines, more])).toEqual([code]);
      expect(done.it).toBeNull();
    }
    expect(await receiptBy(buyer, receipt.id)).toMatchObject({ version: 1, acceptances: [] });
  });
  it('is refused to the supplier, and unknown to everybody else', async () => {
    const receipt = await came(buyer, await order(), '10');
    const asked = { receiptId: receipt.id, kind: 'FINAL' };
    expect(refusalOf(await say(supplier, 'acceptanceRecord', asked)).codes).toEqual(['NOT_ALLOWED']);
    for (const receiptId of [receipt.id, `rct_${'0'.repeat(32)}`, 'rct_x'])
      expect(refusalOf(await say(stranger, 'acceptanceRecord', { ...asked, receiptId }))).toMatchObject({
        codes: ['NOT_FOUND'],
        field: ['receiptId'],
      });
    expect(await stranger.ask(`{ acceptances(as: BUYER) { nodes { id } } }`)).toEqual({ acceptances: { nodes: [] } });
  });
  it('is refused under a number that the record of another one has', async () => {
    const [one, other] = [await came(buyer, await order(), '1'), await came(buyer, await order(), '1')];
    const number = next('YS');
    await accept(one, 'FINAL', [], { number });
    expect(refusalOf(await accept(other, 'FINAL', [], { number: number.toLowerCase() })).codes).toEqual(['DOCUMENT_REPEATED']);
  });
  it('decides on a quantity once, however many hands reach for it', async () => {
    const receipt = await came(buyer, await order(), '10');
    const tries = await Promise.all(
      Array.from({ length: 6 }, () => accept(receipt, 'PARTIAL', [{ receiptLineId: lineOf(receipt), accepted: '4' }])),
    );
    expect(tries.filter(({ it: made }) => made !== null)).toHaveLength(2);
    expect((await receiptBy(buyer, receipt.id)).lines).toMatchObject([{ accepted: '8' }]);
  });
});

describe('A refused quantity', () => {
  it('goes back once; for replacement it is open to be delivered again, for credit it is not', async () => {
    const po = await order();
    const receipt = await came(buyer, po, '100');
    const refusal = await refuse(buyer, receipt, '10');
    expect(await progressOf(buyer, po.id)).toMatchObject({ received: '100', open: '0' });
    const back = (quantity: string, consequence: string) =>
      say<{ id: string; lines: object[] }>(
        buyer,
        'goodsReturnSend',
        { number: next('RT'), lines: [{ acceptanceLineId: refusal, quantity, consequence }] },
        'id lines { quantity consequence refusal { id } }',
      );
    expect((await back('6', 'REPLACEMENT')).it?.lines).toEqual([{ quantity: '6', consequence: 'REPLACEMENT', refusal: { id: refusal } }]);
    expect(await progressOf(buyer, po.id)).toMatchObject({ received: '100', open: '6' });
    expect(refusalOf(await back('4.5', 'CREDIT'))).toMatchObject({ codes: ['RETURN_OVER_LEFT'], params: { left: '4', asked: '4.5' } });
    expect((await back('4', 'CREDIT')).userErrors).toEqual([]);
    expect(refusalOf(await back('0.1', 'CREDIT')).codes).toEqual(['RETURN_OVER_LEFT']);
    expect(await progressOf(buyer, po.id)).toMatchObject({ received: '100', open: '6' });
    await came(buyer, po, '6');
    expect(await progressOf(buyer, po.id)).toMatchObject({ received: '106', open: '0' });
    expect(refusalOf(await move(buyer, 'receiptRecord', receiptOf(po, next('RC'), { received: '1' }))).codes).toEqual([
      'RECEIPT_OVER_TOLERANCE',
    ]);
    expect((await goodsOf(buyer, po.id))[0]?.deliverySchedules).toMatchObject([{ received: '100', open: '0' }]);
  });
  it('is made good, conceded at a lower price, or given up: each by the side to whom it falls', async () => {
    const po = await order();
    const receipt = await came(buyer, po, '100');
    const rework = await refuse(buyer, receipt, '5', 'REWORK');
    const less = await refuse(buyer, receipt, '10', 'CONCESSION', { priceReduction: '0.15' });
    const scrap = await refuse(buyer, receipt, '2', 'SCRAP');
    const settle = (who: Party, acceptanceLineId: string, outcome: string, more: object = {}) =>
      say(who, 'refusalSettle', { acceptanceLineId, outcome, ...more }, 'id lines { settlements { outcome quantity priceReduction } }');
    expect(refusalOf(await settle(supplier, rework, 'REWORKED')).codes).toEqual(['NOT_ALLOWED']);
    expect(refusalOf(await settle(buyer, less, 'CONCEDED')).codes).toEqual(['NOT_ALLOWED']);
    expect(refusalOf(await settle(supplier, scrap, 'SCRAPPED')).codes).toEqual(['REQUIRED']);
    expect(refusalOf(await settle(supplier, less, 'CONCEDED', { consequence: 'CREDIT' })).codes).toEqual(['CONSEQUENCE_ONLY_WITH_SCRAP']);
    expect(refusalOf(await settle(buyer, rework, 'REWORKED', { quantity: '6' })).codes).toEqual(['REFUSED_LEFT']);
    expect(refusalOf(await settle(buyer, rework, 'REWORKED', { settledOn: plusDays(today, 1) })).codes).toEqual(['SETTLED_ON_WRONG_DAY']);
    expect(refusalOf(await settle(stranger, rework, 'REWORKED'))).toMatchObject({ codes: ['NOT_FOUND'], field: ['acceptanceLineId'] });
    expect((await settle(buyer, rework, 'REWORKED', { quantity: '4' })).userErrors).toEqual([]);
    expect((await settle(supplier, less, 'CONCEDED')).it).toMatchObject({
      lines: [{ settlements: [{ outcome: 'CONCEDED', quantity: '10', priceReduction: '0.15' }] }],
    });
    expect((await settle(supplier, scrap, 'SCRAPPED', { consequence: 'REPLACEMENT' })).userErrors).toEqual([]);
    expect((await receiptBy(buyer, receipt.id)).lines).toMatchObject([{ accepted: '14', refused: '3' }]);
    expect(await balanceOf(hub, po.id)).toMatchObject({ accepted: '14', refused: '3', replaced: '2', returned: '0' });
    expect(refusalOf(await settle(supplier, scrap, 'SCRAPPED', { consequence: 'CREDIT' })).codes).toEqual(['REFUSED_LEFT']);
  });
  it('is settled or sent back once, whoever is first', async () => {
    const po = await order();
    const refusal = await refuse(buyer, await came(buyer, po, '10'), '10', 'SCRAP');
    const tries = await Promise.all([
      say(supplier, 'refusalSettle', { acceptanceLineId: refusal, outcome: 'SCRAPPED', quantity: '6', consequence: 'CREDIT' }),
      ...Array.from({ length: 4 }, () =>
        say(buyer, 'goodsReturnSend', { number: next('RT'), lines: [{ acceptanceLineId: refusal, quantity: '6', consequence: 'CREDIT' }] }),
      ),
    ]);
    expect(tries.filter(({ it: made }) => made !== null)).toHaveLength(1);
  });
});
