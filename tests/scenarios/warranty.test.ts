import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { returnLifecycle, warrantyLifecycle } from '../../src/deliveries/index.js';
import { type CalendarDate, plusDays } from '../../src/kernel/date.js';
import { agreement, balanceOf, came, claimOf, next, receiptBy, refuse, say } from '../support/acceptance.js';
import { agreedGoods, goodsHub, progressOf, refusalOf } from '../support/deliveries.js';
import type { OrdersHub, Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let stranger: Party;
let today: CalendarDate;

beforeAll(async () => {
  hub = await goodsHub();
  [buyer, supplier, stranger] = [await hub.party(), await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
  await agreement(hub, buyer, supplier, { inspectionDays: 10 });
  today = (await hub.db.owner.query<{ day: string }>('select app.business_date()::text as day')).rows[0]?.day as CalendarDate;
});
afterAll(() => hub.stop());

const order = () => agreedGoods(buyer, supplier, next('PO'));

describe('A defect that is found after acceptance', () => {
  const accepted = async (quantity = '50') => {
    const po = await order();
    const receipt = await came(buyer, po, quantity);
    await say(buyer, 'acceptanceRecord', { receiptId: receipt.id, kind: 'FINAL' });
    return { po, receipt };
  };
  const claim = (receipt: Awaited<ReturnType<typeof accepted>>['receipt'], quantity: string, remedy: string, more: object = {}) =>
    say<{ id: string; status: string; version: number }>(
      buyer,
      'warrantyClaimSubmit',
      claimOf(receipt, quantity, remedy, more),
      'id status version',
    );
  const step = (who: Party, verb: string, claimId: string | undefined, more: object = {}) =>
    say<{ status: string; version: number; steps: { status: string }[] }>(
      who,
      `warrantyClaim${verb}`,
      { claimId, ...more },
      'status version steps { status }',
    );

  it('is claimed, accepted, sent back and replaced, and never changes what was accepted', async () => {
    const { po, receipt } = await accepted();
    const { it: made } = await claim(receipt, '4', 'REPLACE');
    expect(made).toMatchObject({ status: 'CLAIMED', version: 1 });
    const send = (quantity: string, consequence: string) =>
      say<{ id: string }>(buyer, 'goodsReturnSend', { number: next('RT'), lines: [{ claimId: made?.id, quantity, consequence }] });
    expect(refusalOf(await send('4', 'REPLACEMENT')).codes).toEqual(['CLAIM_NOT_ACCEPTED']);
    expect(refusalOf(await step(buyer, 'Answer', made?.id, { decision: 'ACCEPT' })).codes).toEqual(['NOT_ALLOWED']);
    expect((await step(supplier, 'Answer', made?.id, { decision: 'ACCEPT', expectedVersion: 1 })).it).toMatchObject({ status: 'ACCEPTED' });
    expect(refusalOf(await step(supplier, 'Remedy', made?.id)).codes).toEqual(['GOODS_NOT_RETURNED']);
    expect(refusalOf(await send('4', 'CREDIT')).codes).toEqual(['CONSEQUENCE_NOT_CLAIMED']);
    expect((await send('4', 'REPLACEMENT')).userErrors).toEqual([]);
    expect(refusalOf(await send('1', 'REPLACEMENT')).codes).toEqual(['RETURN_OVER_LEFT']);
    expect(await balanceOf(hub, po.id)).toMatchObject({ received: '50', accepted: '50', returned: '4', replaced: '4' });
    expect((await receiptBy(buyer, receipt.id)).lines).toMatchObject([{ accepted: '50', refused: '0', returned: '4' }]);
    expect((await step(supplier, 'Remedy', made?.id, { note: '已补发' })).it).toMatchObject({ status: 'REMEDIED' });
    expect((await step(buyer, 'Reopen', made?.id)).it).toMatchObject({ status: 'ACCEPTED' });
    expect((await step(supplier, 'Remedy', made?.id)).it).toMatchObject({ status: 'REMEDIED' });
    expect((await step(buyer, 'Close', made?.id)).it).toMatchObject({
      status: 'CLOSED',
      version: 6,
      steps: ['CLAIMED', 'ACCEPTED', 'REMEDIED', 'ACCEPTED', 'REMEDIED', 'CLOSED'].map((status) => ({ status })),
    });
    expect(refusalOf(await step(buyer, 'Close', made?.id)).codes).toEqual(['NOT_ALLOWED']);
  });
  it('lowers by a return for credit what is accepted net', async () => {
    const { po, receipt } = await accepted('20');
    const { it: made } = await claim(receipt, '5', 'RETURN');
    await step(supplier, 'Answer', made?.id, { decision: 'ACCEPT' });
    await say(buyer, 'goodsReturnSend', { number: next('RT'), lines: [{ claimId: made?.id, quantity: '5', consequence: 'CREDIT' }] });
    expect(await balanceOf(hub, po.id)).toMatchObject({ accepted: '20', returned: '5', replaced: '0' });
    expect(await progressOf(buyer, po.id)).toMatchObject({ open: '80' });
  });
  it('is refused where it does not fit', async () => {
    const { receipt } = await accepted('10');
    await claim(receipt, '6', 'REPAIR');
    expect(refusalOf(await claim(receipt, '5', 'REPAIR'))).toMatchObject({ codes: ['CLAIM_OVER_ACCEPTED'], params: { free: '4' } });
    expect(refusalOf(await claim(receipt, '1', 'PRICE_CUT')).codes).toEqual(['REQUIRED']);
    expect(refusalOf(await claim(receipt, '1', 'REPAIR', { priceCut: '9' })).codes).toEqual(['PRICE_CUT_ONLY_AS_REMEDY']);
    expect(refusalOf(await claim(receipt, '1', 'REPAIR', { foundOn: plusDays(today, 1) })).codes).toEqual(['FOUND_ON_WRONG_DAY']);
    expect(refusalOf(await claim(receipt, '1', 'REPAIR', { number: '-' })).codes).toEqual(['INVALID_VALUE']);
    const { it: cut } = await claim(receipt, '1', 'PRICE_CUT', { priceCut: '9.5' });
    expect(refusalOf(await step(supplier, 'Answer', cut?.id, { decision: 'ACCEPT', expectedVersion: 4 })).codes).toEqual(['STALE_VERSION']);
    expect((await step(supplier, 'Answer', cut?.id, { decision: 'REFUSE' })).it).toMatchObject({ status: 'REFUSED' });
    expect(refusalOf(await say(supplier, 'warrantyClaimSubmit', claimOf(receipt, '1', 'REPAIR'))).codes).toEqual(['NOT_ALLOWED']);
    expect(refusalOf(await say(stranger, 'warrantyClaimSubmit', claimOf(receipt, '1', 'REPAIR'))).codes).toEqual(['NOT_FOUND']);
    expect(refusalOf(await step(stranger, 'Close', cut?.id)).codes).toEqual(['NOT_FOUND']);
  });
  it('is too late two years after the receipt (Civil Code 621)', async () => {
    const receipt = await came(buyer, await order(), '10', plusDays(today, -732));
    expect(refusalOf(await claim(receipt, '1', 'REPAIR'))).toMatchObject({ codes: ['CLAIM_TOO_LATE'] });
  });
  it('is too late after the guarantee that was agreed, and in time within a longer one', async () => {
    const tries = await Promise.all(
      [3, 36].map(async (warrantyMonths) => {
        const other = await hub.party();
        await hub.relate(buyer, other);
        await agreement(hub, buyer, other, { inspectionDays: 5, warrantyMonths });
        return claim(await came(buyer, await agreedGoods(buyer, other, next('PO')), '1', plusDays(today, -800)), '1', 'REPAIR');
      }),
    );
    expect(tries.map((one) => refusalOf(one).codes)).toEqual([['CLAIM_TOO_LATE'], []]);
  });
  it('is claimed of the same goods once at a time, whoever is first', async () => {
    const { receipt } = await accepted('10');
    const tries = await Promise.all(Array.from({ length: 5 }, () => claim(receipt, '4', 'REPAIR')));
    expect(tries.filter(({ it: made }) => made !== null)).toHaveLength(2);
  });
});

describe('A return', () => {
  it('arrives once, as the supplier says, and is refused where it does not fit', async () => {
    const po = await order();
    const receipt = await came(buyer, po, '10');
    const refusal = await refuse(buyer, receipt, '3');
    const number = next('RT');
    const line = { acceptanceLineId: refusal, quantity: '1', consequence: 'CREDIT' };
    const send = (who: Party, more: object) =>
      say<{ id: string; version: number }>(who, 'goodsReturnSend', { number, lines: [line], ...more }, 'id version');
    expect(refusalOf(await send(supplier, {})).codes).toEqual(['NOT_ALLOWED']);
    expect(refusalOf(await send(stranger, {})).codes).toEqual(['NOT_FOUND']);
    expect(refusalOf(await send(buyer, { lines: [line, line] })).codes).toEqual(['RETURN_LINE_REPEATED']);
    expect(refusalOf(await send(buyer, { lines: [{ quantity: '1', consequence: 'CREDIT' }] })).codes).toEqual(['RETURN_GROUND_REQUIRED']);
    expect(refusalOf(await send(buyer, { returnedOn: plusDays(today, 1) })).codes).toEqual(['RETURNED_ON_WRONG_DAY']);
    expect(refusalOf(await send(buyer, { number: '- -' })).codes).toEqual(['INVALID_VALUE']);
    const { it: sent } = await send(buyer, {});
    expect(refusalOf(await send(buyer, { number: ` ${number.toLowerCase()}` })).codes).toEqual(['DOCUMENT_REPEATED']);
    const confirm = (who: Party, more: object = {}) =>
      say<{ status: string }>(
        who,
        'goodsReturnConfirm',
        { returnId: sent?.id, ...more },
        'status arrivedOn allowedActions { action allowed }',
      );
    expect(refusalOf(await confirm(buyer)).codes).toEqual(['NOT_ALLOWED']);
    expect(refusalOf(await confirm(stranger)).codes).toEqual(['NOT_FOUND']);
    expect(refusalOf(await confirm(supplier, { arrivedOn: plusDays(today, -1) })).codes).toEqual(['ARRIVED_ON_WRONG_DAY']);
    expect(refusalOf(await confirm(supplier, { expectedVersion: 9 })).codes).toEqual(['STALE_VERSION']);
    expect((await confirm(supplier, { note: '外包装破损' })).it).toEqual({
      status: 'ARRIVED',
      arrivedOn: today,
      allowedActions: [{ action: 'CONFIRM', allowed: false }],
    });
    expect(refusalOf(await confirm(supplier)).codes).toEqual(['NOT_ALLOWED']);
  });
  it('goes to one supplier', async () => {
    const other = await hub.party();
    await hub.relate(buyer, other);
    await agreement(hub, buyer, other, { inspectionDays: 5 });
    const mine = await refuse(buyer, await came(buyer, await order(), '1'), '1');
    const theirs = await refuse(buyer, await came(buyer, await agreedGoods(buyer, other, next('PO')), '1'), '1');
    const lines = [mine, theirs].map((acceptanceLineId) => ({ acceptanceLineId, quantity: '1', consequence: 'CREDIT' }));
    expect(refusalOf(await say(buyer, 'goodsReturnSend', { number: next('RT'), lines })).codes).toEqual(['RETURN_TO_ONE_SUPPLIER']);
  });
});

describe('The database', () => {
  it.each([
    ['goodsReturn', returnLifecycle],
    ['warrantyClaim', warrantyLifecycle],
  ])('knows the same steps of %s as the rules', async (machine, { pairs }) => {
    const { rows } = await hub.db.owner.query<{ pair: string }>(
      `select from_status || '>' || to_status as pair from app.lifecycle_pair where machine = $1 and from_status <> ''`,
      [machine],
    );
    expect(rows.map(({ pair }) => pair).sort()).toEqual(
      pairs()
        .map(([from, to]) => `${from}>${to}`)
        .sort(),
    );
  });
});
