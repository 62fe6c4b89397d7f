import { parseId, publicId } from '../../src/kernel/ids.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/work.js';
import type { OrdersHub, OrderView, Party } from '../support/orders.js';
import {
  agreedAt,
  codesOf,
  planter,
  received,
  say,
  statementOf,
  statementsHub,
  type StatementView,
  tradingParty,
} from '../support/statements.js';

let hub: OrdersHub;
beforeAll(async () => {
  hub = await statementsHub();
});
afterAll(() => hub.stop());

interface Trade {
  readonly buyer: Party;
  readonly supplier: Party;
  readonly order: OrderView;
  readonly receipts: readonly string[];
}

/** A new pair with 40 and 30 pieces received in October and 20 in November; invoice, credit and advance in October. */
const trade = async (documents = true): Promise<Trade> => {
  const [buyer, supplier] = [await tradingParty(hub), await tradingParty(hub)];
  await hub.relate(buyer, supplier);
  const order = await agreedAt(buyer, supplier, 'PO-1');
  const receipts = [
    await received(buyer, order, 'GR-1', '40', '2026-10-05'),
    await received(buyer, order, 'GR-2', '30', '2026-10-20'),
    await received(buyer, order, 'GR-3', '20', '2026-11-03'),
  ];
  if (documents) {
    const plant = planter(hub);
    const between = { buyer, supplier };
    const invoice = await plant.invoice({ ...between, number: 'INV-1', on: '2026-10-21', amount: '452.00' });
    await plant.credit({ ...between, number: 'CN-1', on: '2026-10-25', amount: '13.00' }, invoice);
    await plant.advance({ ...between, number: 'ADV-1', on: '2026-10-28', amount: '100.00' }, parseId('ord', order.id) ?? '');
  }
  return { buyer, supplier, order, receipts };
};

const OCTOBER = { periodFrom: '2026-10-01', periodTo: '2026-10-31' };
const NOVEMBER = { periodFrom: '2026-11-01', periodTo: '2026-11-20' };
const draft = (t: Trade, more: object = {}, as: 'BUYER' | 'SUPPLIER' = 'SUPPLIER') =>
  say(as === 'BUYER' ? t.buyer : t.supplier, 'statementDraft', {
    as,
    counterparty: { id: as === 'BUYER' ? t.supplier.id : t.buyer.id },
    ...OCTOBER,
    ...more,
  });
const made = async (t: Trade, more: object = {}, as: 'BUYER' | 'SUPPLIER' = 'SUPPLIER'): Promise<StatementView> => {
  const { it: statement, userErrors } = await draft(t, more, as);
  if (!statement) throw new Error(JSON.stringify(userErrors));
  return statement;
};
const sent = async (t: Trade, more: object = {}, as: 'BUYER' | 'SUPPLIER' = 'SUPPLIER'): Promise<StatementView> => {
  const { id } = await made(t, more, as);
  return (await say(as === 'BUYER' ? t.buyer : t.supplier, 'statementSend', { statementId: id })).it as StatementView;
};
const lineOf = (statement: StatementView, reference: string) =>
  statement.lines.nodes.find((line) => line.reference === reference)?.id ?? '';
const both = async (t: Trade, statementId: string) => {
  for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId, all: true });
  await say(t.supplier, 'statementConfirm', { statementId });
  return say(t.buyer, 'statementConfirm', { statementId });
};

describe('A statement of a period', () => {
  it('collects what came, was invoiced, credited and paid in it, each line with its document, quantity and amount', async () => {
    const t = await trade();
    const statement = await made(t);
    expect(
      statement.lines.nodes.map(({ kind, reference, day, quantity, amount }) => [kind, reference, day, quantity, amount?.amount]),
    ).toEqual([
      ['RECEIPT', 'GR-1', '2026-10-05', '40', '452.00'],
      ['RECEIPT', 'GR-2', '2026-10-20', '30', '339.00'],
      ['INVOICE', 'INV-1', '2026-10-21', null, '452.00'],
      ['CREDIT', 'CN-1', '2026-10-25', null, '13.00'],
      ['PAYMENT', 'ADV-1', '2026-10-28', null, '100.00'],
    ]);
    expect(statement.lines.nodes[0]?.subjectId).toBe(t.receipts[0]);
    const { statement: sums } = await t.buyer.ask<{ statement: Record<string, { amount: string }> }>(
      `{ statement(id: "${statement.id}") { opening { amount } received { amount } returned { amount } invoiced { amount } credited { amount } paid { amount } closing { amount } uninvoiced { amount } } }`,
    );
    expect(Object.fromEntries(Object.entries(sums).map(([name, { amount }]) => [name, Number(amount).toFixed(2)]))).toEqual({
      opening: '0.00',
      received: '791.00',
      returned: '0.00',
      invoiced: '452.00',
      credited: '13.00',
      paid: '100.00',
      closing: '339.00',
      uninvoiced: '352.00',
    });
  });

  it('begins with an opening balance that is stated once, and afterwards with the closing balance before', async () => {
    const t = await trade();
    const first = await made(t, { openingBalance: '-20.5' });
    expect(first.lines.nodes[0]).toMatchObject({ kind: 'OPENING', amount: { amount: '-20.50' } });
    expect(Number(first.closing.amount)).toBe(318.5);
    await say(t.supplier, 'statementSend', { statementId: first.id });
    expect(codesOf(await draft(t, { ...NOVEMBER, openingBalance: '1' }))).toEqual(['OPENING_ONLY_FIRST']);
    const second = await made(t, NOVEMBER, 'BUYER');
    expect(second.lines.nodes.map(({ kind, reference }) => [kind, reference])).toEqual([
      ['OPENING', first.number],
      ['RECEIPT', 'GR-3'],
    ]);
    expect(second.lines.nodes[0]?.subjectId).toBe(first.id);
    expect(Number(second.closing.amount)).toBe(318.5);
  });

  it('is ticked, confirmed by each side, and by both on the day that both have', async () => {
    const t = await trade();
    const statement = await sent(t);
    expect(statement).toMatchObject({ status: 'SENT', waitsFor: 'BUYER', answerDueOn: '2026-12-02' });
    const { id: statementId } = statement;
    expect(codesOf(await say(t.supplier, 'statementConfirm', { statementId }))).toEqual(['LINES_NOT_TICKED']);
    await say(t.supplier, 'statementTick', { statementId, all: true });
    const one = await say(t.supplier, 'statementConfirm', { statementId, expectedVersion: 3 });
    expect(one.it).toMatchObject({ status: 'SENT', waitsFor: 'BUYER', confirmedOn: null, supplierConfirmedOn: '2026-11-25' });
    const ids = statement.lines.nodes.map((line) => line.id);
    expect((await say(t.buyer, 'statementTick', { statementId, lineIds: ids }, 'marked')).marked).toBe(5);
    expect((await say(t.buyer, 'statementTick', { statementId, lineIds: ids }, 'marked')).marked).toBe(0);
    const two = await say(t.buyer, 'statementConfirm', { statementId, note: 'agreed' }, 'termsStarted');
    expect(two).toMatchObject({
      it: { status: 'CONFIRMED', waitsFor: null, confirmedOn: '2026-11-25', answeredOn: '2026-11-25' },
      termsStarted: 0,
    });
    expect(two.it?.allowedActions.every((action) => !action.allowed)).toBe(true);
  });

  it('is disputed line by line; what both set aside counts no more and comes again with the next one', async () => {
    const t = await trade();
    const { id: statementId, ...statement } = await sent(t);
    for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId, all: true });
    await say(t.supplier, 'statementConfirm', { statementId });
    const lineId = lineOf({ id: statementId, ...statement }, 'INV-1');
    const disputed = await say(t.buyer, 'statementDispute', { statementId, lines: [{ lineId, reason: 'Wrong price', claimed: '440' }] });
    expect(disputed.it).toMatchObject({ status: 'DISPUTED', waitsFor: 'SUPPLIER', supplierConfirmedOn: null, answeredOn: '2026-11-25' });
    expect(codesOf(await say(t.buyer, 'statementExclude', { statementId, lineIds: [lineId] }))).toEqual(['LINE_NOT_DISPUTED']);
    expect(codesOf(await say(t.buyer, 'statementConfirm', { statementId }))).toEqual(['NOT_ALLOWED']);
    const aside = await say(t.supplier, 'statementExclude', { statementId, lineIds: [lineId], note: 'Next month' });
    expect(aside.it).toMatchObject({ status: 'SENT', waitsFor: 'BUYER' });
    expect(Number(aside.it?.closing.amount)).toBe(-113);
    expect(codesOf(await say(t.buyer, 'statementTick', { statementId, lineIds: [lineId] }))).toEqual(['LINE_SET_ASIDE']);
    await say(t.buyer, 'statementConfirm', { statementId });
    expect((await say(t.supplier, 'statementConfirm', { statementId })).it?.status).toBe('CONFIRMED');
    const next = await made(t, NOVEMBER);
    expect(next.lines.nodes.map(({ kind, reference, carriedFrom }) => [kind, reference, carriedFrom?.id ?? null])).toEqual([
      ['OPENING', statement.number, null],
      ['RECEIPT', 'GR-3', null],
      ['INVOICE', 'INV-1', lineId],
    ]);
    expect(Number(next.closing.amount)).toBe(339);
  });

  it('goes on when the last dispute is taken back by a tick', async () => {
    const t = await trade();
    const statement = await sent(t);
    const lineId = lineOf(statement, 'GR-1');
    await say(t.buyer, 'statementDispute', { statementId: statement.id, lines: [{ lineId, reason: '39 came' }] });
    const ticked = await say(t.buyer, 'statementTick', { statementId: statement.id, lineIds: [lineId] });
    expect(ticked.it).toMatchObject({ status: 'SENT', waitsFor: 'BUYER' });
    const { statement: told } = await t.supplier.ask<{
      statement: { lines: { nodes: { marks: { kind: string; side: string; reason: string }[] }[] } };
    }>(`{ statement(id: "${statement.id}") { lines(first: 1) { nodes { marks { kind side reason } } } } }`);
    expect(told.lines.nodes[0]?.marks).toEqual([
      { kind: 'DISPUTE', side: 'BUYER', reason: '39 came' },
      { kind: 'TICK', side: 'BUYER', reason: null },
    ]);
  });

  it('is compared with a ledger, and ticked where that agrees', async () => {
    const t = await trade();
    const statement = await sent(t, {}, 'BUYER');
    const ledger = [
      { number: 'gr1', amount: '452' },
      { number: 'GR-2', amount: '330.00' },
      { number: 'INV-1', amount: '452.00', kind: 'INVOICE' },
      { number: 'CN-1', amount: '-13.00' },
      { number: 'X-9', amount: '7' },
    ];
    const found = await say<Record<string, unknown>>(
      t.supplier,
      'statementMatch',
      { statementId: statement.id, lines: ledger },
      'marked agreed differs { number kind here there } onlyHere { number kind here } onlyThere { number there }',
    );
    expect(found).toMatchObject({
      marked: 3,
      agreed: 3,
      differs: [{ number: 'GR-2', kind: 'RECEIPT', here: '339', there: '330' }],
      onlyHere: [{ number: 'ADV-1', kind: 'PAYMENT', here: '100' }],
      onlyThere: [{ number: 'X-9', there: '7' }],
    });
    expect(found.it?.lines.nodes.map((line) => line.supplierState)).toEqual(['TICKED', null, 'TICKED', 'TICKED', null]);
    const blind = await hub.key(t.supplier.uuid, ['invoices:read', 'invoices:write']);
    const { data } = await ask<{ statementMatch: { differs: { here: string | null }[] } }>(
      hub.url,
      blind.header,
      `mutation M($input: StatementMatchInput!) { statementMatch(input: $input) { differs { here } userErrors { code } } }`,
      { input: { statementId: statement.id, lines: ledger, tick: false } },
    );
    expect(data.statementMatch.differs).toEqual([{ here: null }]);
  });
});

describe('A statement is refused', () => {
  it('a receipt outside its period, or one that stands in another, by name', async () => {
    const t = await trade();
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
    const t = await trade(false);
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
    const t = await trade(false);
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
    const t = await trade();
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
      const t = await trade(false);
      const { id: statementId } = await sent(t);
      for (const who of [t.supplier, t.buyer]) await say(who, 'statementTick', { statementId, all: true });
      const answers = await Promise.all([t.buyer, t.supplier].map((who) => say(who, 'statementConfirm', { statementId })));
      expect(answers.flatMap(codesOf)).toEqual([]);
      expect(await statementOf(t.buyer, statementId)).toMatchObject({ status: 'CONFIRMED', confirmedOn: '2026-11-25' });
    }
  });
  it('confirm and dispute: never both', async () => {
    for (let round = 0; round < 5; round++) {
      const t = await trade(false);
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
    const t = await trade(false);
    const answers = await Promise.all([draft(t), draft(t, {}, 'BUYER')]);
    expect(answers.filter((answer) => answer.it !== null)).toHaveLength(1);
    expect(['CONFLICT', 'STATEMENT_DRAFT_EXISTS', 'STATEMENT_NUMBER_EXISTS']).toContain(answers.flatMap(codesOf)[0]);
  });
});

describe('Silence', () => {
  it('past the agreed day is an event and a delay that grows, and no confirmation', async () => {
    const t = await trade(false);
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
