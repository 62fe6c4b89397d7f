import { parseId, publicId } from '../../src/kernel/ids.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OrdersHub } from '../support/orders.js';
import {
  both,
  codesOf,
  draft,
  lineOf,
  made,
  NOVEMBER,
  say,
  sent,
  statementOf,
  statementsHub,
  trade,
  tradingParty,
} from '../support/statements.js';

let hub: OrdersHub;
beforeAll(async () => {
  hub = await statementsHub();
});
afterAll(() => hub.stop());

describe('A statement is refused', () => {
  it('a receipt outside its period, or one that stands in another, by name', async () => {
    const t = await trade(hub);
    const outside = await draft(t, { subjectIds: [t.receipts[0], t.receipts[2]] });
    expect(outside.userErrors).toMatchObject([
      { code: 'SUBJECT_OUTSIDE_PERIOD', field: ['subjectIds', '1'], message: expect.stringContaining('2026-11-03') },
    ]);
    const only = await made(t, { subjectIds: [t.receipts[0]] });
    expect(only.lines.nodes.map((line) => line.reference)).toEqual(['GR-1']);
    await say(t.supplier, 'statementSend', { statementId: only.id });
    expect(codesOf(await draft(t, { subjectIds: [t.receipts[0]] }))).toEqual(['SUBJECT_IN_STATEMENT']);
    expect(codesOf(await draft(t, { subjectIds: [publicId('rcl', t.buyer.uuid), 'nonsense'] }))).toEqual(['NOT_FOUND', 'NOT_FOUND']);
    expect(codesOf(await draft(t, { currency: 'EUR', subjectIds: [t.receipts[0]] }))).toEqual(['SUBJECT_CURRENCY']);
  });

  it('a period that is reversed or not over, an empty one, a number used before, oneself, and a second draft', async () => {
    const t = await trade(hub, false);
    expect(codesOf(await draft(t, { periodFrom: '2026-10-31', periodTo: '2026-10-01' }))).toEqual(['PERIOD_REVERSED']);
    expect(codesOf(await draft(t, { periodTo: '2027-01-31' }))).toEqual(['PERIOD_NOT_OVER']);
    expect(codesOf(await draft(t, { currency: 'USD' }))).toEqual(['STATEMENT_EMPTY']);
    expect(codesOf(await draft(t, { counterparty: { id: t.supplier.id } }))).toEqual(['PARTY_IS_ONESELF']);
    const first = await made(t, { number: 'M-10' });
    expect(codesOf(await draft(t, NOVEMBER, 'BUYER'))).toEqual(['STATEMENT_DRAFT_EXISTS']);
    await say(t.supplier, 'statementSend', { statementId: first.id });
    expect(codesOf(await draft(t, { ...NOVEMBER, number: 'm 10' }))).toEqual(['STATEMENT_NUMBER_EXISTS']);
  });

  it('the wrong side, an old version, what is unknown, and what is not ripe', async () => {
    const t = await trade(hub, false);
    const { id: statementId } = await made(t);
    expect(codesOf(await say(t.buyer, 'statementSend', { statementId }))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await say(t.buyer, 'statementTick', { statementId, all: true }))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await say(t.supplier, 'statementSend', { statementId, expectedVersion: 7 }))).toEqual(['STALE_VERSION']);
    await say(t.supplier, 'statementSend', { statementId });
    expect(codesOf(await say(t.buyer, 'statementTick', { statementId }))).toEqual(['REQUIRED']);
    expect(codesOf(await say(t.buyer, 'statementTick', { statementId, lineIds: [publicId('stl', t.buyer.uuid)] }))).toEqual([
      'STATEMENT_LINE_UNKNOWN',
    ]);
    expect(codesOf(await say(t.buyer, 'statementWithdraw', { statementId }))).toEqual(['NOT_ALLOWED']);
    const stranger = await tradingParty(hub);
    for (const mutation of ['statementSend', 'statementConfirm', 'statementWithdraw'])
      expect(codesOf(await say(stranger, mutation, { statementId }))).toEqual(['NOT_FOUND']);
    await say(t.buyer, 'statementTick', { statementId, all: true });
    await say(t.buyer, 'statementConfirm', { statementId });
    expect(codesOf(await say(t.buyer, 'statementConfirm', { statementId }))).toEqual(['CONFIRMED_ALREADY']);
    expect(codesOf(await say(t.supplier, 'statementWithdraw', { statementId }))).toEqual(['CONFIRMED_BY_OTHER']);
  });

  it('what does not follow in the chain: confirmed before the one before, withdrawn under a later one, begun with another balance', async () => {
    const t = await trade(hub);
    const first = await sent(t, { openingBalance: '5' });
    const second = await sent(t, NOVEMBER);
    for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId: second.id, all: true });
    await say(t.supplier, 'statementConfirm', { statementId: second.id });
    expect(codesOf(await say(t.buyer, 'statementConfirm', { statementId: second.id }))).toEqual(['PREVIOUS_NOT_CONFIRMED']);
    expect(codesOf(await say(t.supplier, 'statementWithdraw', { statementId: first.id }))).toEqual(['STATEMENT_FOLLOWED']);
    const opening = first.lines.nodes[0]?.id;
    const lines = [lineOf(first, 'INV-1'), opening].map((lineId) => ({ lineId, reason: 'Not so' }));
    await say(t.buyer, 'statementDispute', { statementId: first.id, lines });
    expect(codesOf(await say(t.supplier, 'statementExclude', { statementId: first.id, lineIds: [opening] }))).toEqual([
      'OPENING_CANNOT_WAIT',
    ]);
    await say(t.supplier, 'statementExclude', { statementId: first.id, lineIds: [lineOf(first, 'INV-1')] });
    await say(t.buyer, 'statementTick', { statementId: first.id, lineIds: [opening] });
    expect((await both(t, first.id)).it?.status).toBe('CONFIRMED');
    expect(codesOf(await say(t.buyer, 'statementConfirm', { statementId: second.id }))).toEqual(['OPENING_CHANGED']);
    const gone = await say(t.buyer, 'statementDispute', {
      statementId: second.id,
      lines: [{ lineId: second.lines.nodes[0]?.id, reason: 'Balance changed' }],
    });
    expect(gone.it?.status).toBe('DISPUTED');
    expect((await say(t.supplier, 'statementWithdraw', { statementId: second.id })).it?.status).toBe('WITHDRAWN');
    const again = await sent(t, NOVEMBER);
    expect(again.lines.nodes.map((line) => line.reference)).toEqual([first.number, 'GR-3', 'INV-1']);
    expect((await both(t, again.id)).it?.status).toBe('CONFIRMED');
  });
});

describe('Two at once', () => {
  it('confirm: it is concluded once, by whoever came second', async () => {
    for (let round = 0; round < 5; round++) {
      const t = await trade(hub, false);
      const { id: statementId } = await sent(t);
      for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId, all: true });
      const answers = await Promise.all([t.buyer, t.supplier].map((who) => say(who, 'statementConfirm', { statementId })));
      expect(answers.flatMap(codesOf)).toEqual([]);
      expect(await statementOf(t.buyer, statementId)).toMatchObject({ status: 'CONFIRMED', confirmedOn: '2026-11-25' });
    }
  });
  it('confirm and dispute: never both', async () => {
    for (let round = 0; round < 5; round++) {
      const t = await trade(hub, false);
      const statement = await sent(t);
      const { id: statementId } = statement;
      for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId, all: true });
      await say(t.supplier, 'statementConfirm', { statementId });
      const lines = [{ lineId: lineOf(statement, 'GR-1'), reason: 'late thought' }];
      const [confirmed, disputed] = await Promise.all([
        say(t.buyer, 'statementConfirm', { statementId }),
        say(t.buyer, 'statementDispute', { statementId, lines }),
      ]);
      expect([...codesOf(confirmed), ...codesOf(disputed)]).toEqual(['NOT_ALLOWED']);
      expect((await statementOf(t.buyer, statementId)).status).toBe(codesOf(confirmed).length === 0 ? 'CONFIRMED' : 'DISPUTED');
    }
  });
  it('draft the same period: one of them has it', async () => {
    const t = await trade(hub, false);
    const answers = await Promise.all([draft(t), draft(t, {}, 'BUYER')]);
    expect(answers.filter((answer) => answer.it !== null)).toHaveLength(1);
    expect(['CONFLICT', 'STATEMENT_DRAFT_EXISTS', 'STATEMENT_NUMBER_EXISTS']).toContain(answers.flatMap(codesOf)[0]);
  });
});

describe('Silence', () => {
  it('past the agreed day is an event and a delay that grows, and no confirmation', async () => {
    const t = await trade(hub, false);
    const { id: statementId } = await sent(t);
    await say(t.supplier, 'statementTick', { statementId, all: true });
    await say(t.supplier, 'statementConfirm', { statementId });
    const events = async () =>
      (
        await hub.db.owner.query<{ n: number }>(
          `select count(*)::int as n from app.event where type = 'STATEMENT_ANSWER_DUE' and subject_id = $1`,
          [parseId('stm', statementId)],
        )
      ).rows[0]?.n;
    const tick = async (days: number) => {
      await hub.db.owner.query('update app.clock set movable = true, ahead_seconds = ahead_seconds + $1', [days * 86_400]);
      await hub.db.owner.query('select * from app.tick(100)');
    };
    await tick(6);
    expect([await events(), (await statementOf(t.buyer, statementId)).delayDays]).toEqual([0, 0]);
    await tick(3);
    expect(await events()).toBe(1);
    const late = await statementOf(t.buyer, statementId);
    expect(late).toMatchObject({ status: 'SENT', waitsFor: 'BUYER', buyerConfirmedOn: null, confirmedOn: null, delayDays: 2 });
    await tick(60);
    expect(await statementOf(t.buyer, statementId)).toMatchObject({ status: 'SENT', delayDays: 62, confirmedOn: null });
    await say(t.buyer, 'statementTick', { statementId, all: true });
    expect((await say(t.buyer, 'statementConfirm', { statementId })).it).toMatchObject({
      status: 'CONFIRMED',
      delayDays: 62,
      answeredOn: '2027-02-02',
    });
  });
});
