import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../support/work.js';
import type { OrdersHub } from '../support/orders.js';
import { codesOf, draft, lineOf, made, NOVEMBER, say, sent, statementsHub, trade } from '../support/statements.js';

let hub: OrdersHub;
beforeAll(async () => {
  hub = await statementsHub();
});
afterAll(() => hub.stop());

describe('A statement of a period', () => {
  it('collects what came, was invoiced, credited and paid in it, each line with its document, quantity and amount', async () => {
    const t = await trade(hub);
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
    const t = await trade(hub);
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
    const t = await trade(hub);
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
    const t = await trade(hub);
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
    const t = await trade(hub);
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
    const t = await trade(hub);
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
