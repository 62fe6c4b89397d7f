import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreed, lineInput, orderDocument, ordersHub, type OrdersHub, type Party } from '../support/orders.js';

let hub: OrdersHub;
let buyer: Party;
let supplier: Party;
let stranger: Party;
let number = 0;
const next = () => `R-${number++}`;

beforeAll(async () => {
  hub = await ordersHub();
  [buyer, supplier, stranger] = [await hub.party(), await hub.party(), await hub.party()];
  await hub.relate(buyer, supplier);
});
afterAll(() => hub.stop());

const issue = (more: object = {}, lines?: Parameters<typeof orderDocument>[2]) =>
  buyer.act('orderIssue', { ...orderDocument(supplier, next(), lines), ...more });
const issued = async () => (await issue()).order ?? expect.unreachable('an order is issued');

describe('An unknown, a foreign and a malformed id give the same answer', () => {
  const NOT_FOUND = { code: 'NOT_FOUND', params: [] };
  it('in every command on an order', async () => {
    const { id } = await issued();
    const unknown = `ord_${'0'.repeat(32)}`;
    for (const [mutation, rest] of [
      ['orderRespond', { revision: 1, code: 'AP' }],
      ['orderProposeChange', { revision: 1 }],
      ['orderCancel', {}],
      ['orderDecideChange', { proposalId: `prp_${'0'.repeat(32)}`, decision: 'ACCEPT' }],
      ['orderWithdrawChange', { proposalId: `prp_${'0'.repeat(32)}` }],
    ] as const) {
      const answers = await Promise.all([id, unknown, 'ord_x', 'org_1'].map((orderId) => stranger.act(mutation, { orderId, ...rest })));
      for (const answer of answers) expect(answer.userErrors).toMatchObject([{ ...NOT_FOUND, field: ['orderId'] }]);
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveProperty('size', 1);
    }
  });
  it('in every read', async () => {
    const { id } = await issued();
    for (const asked of [id, `ord_${'f'.repeat(32)}`, '', 'ord_']) {
      expect(await stranger.ask(`query Q($id: ID!) { order(by: { id: $id }) { number } node(id: $id) { id } }`, { id: asked })).toEqual({
        order: null,
        node: null,
      });
    }
  });
  it('for a supplier whom the buyer does not see', async () => {
    expect((await issue({ supplier: { id: stranger.id } })).userErrors).toMatchObject([{ ...NOT_FOUND, field: ['supplier', 'id'] }]);
  });
  it('for a proposal of another order', async () => {
    const [one, other] = [await agreed(buyer, supplier, next()), await agreed(buyer, supplier, next())];
    const { proposal } = await buyer.act('orderProposeChange', { orderId: one.id, revision: 1, lines: [{ lineId: '1', action: 'END' }] });
    expect(
      (await supplier.act('orderDecideChange', { orderId: other.id, proposalId: proposal?.id, decision: 'ACCEPT' })).userErrors,
    ).toMatchObject([{ ...NOT_FOUND, field: ['proposalId'] }]);
  });
});

describe('An order that was changed meanwhile', () => {
  it('refuses a decision on an older version and names the present one', async () => {
    const order = await agreed(buyer, supplier, next());
    const stale = await buyer.act('orderCancel', { orderId: order.id, expectedVersion: 1 });
    expect(stale.userErrors).toMatchObject([
      { code: 'STALE_VERSION', field: ['expectedVersion'], params: [{ name: 'currentVersion', value: '2' }] },
    ]);
  });
  it('refuses a change that stands on an older revision', async () => {
    const order = await agreed(buyer, supplier, next());
    expect(
      (await buyer.act('orderProposeChange', { orderId: order.id, revision: 7, lines: [{ lineId: '1', action: 'END' }] })).userErrors,
    ).toMatchObject([{ code: 'STALE_REVISION', field: ['revision'] }]);
  });
});

describe('A number that is none is refused at its field, and nothing is written', () => {
  it.each([
    ['-1', 'OUT_OF_RANGE'],
    ['0', 'OUT_OF_RANGE'],
    ['0.000000001', 'OUT_OF_RANGE'],
    [`1${'0'.repeat(400)}`, 'OUT_OF_RANGE'],
    ['1e400', 'OUT_OF_RANGE'],
    ['NaN', 'INVALID_NUMBER'],
    ['Infinity', 'INVALID_NUMBER'],
    ['', 'INVALID_NUMBER'],
    ['1,5', 'INVALID_NUMBER'],
    ['١', 'INVALID_NUMBER'],
    ['\u0000', 'INVALID_NUMBER'],
  ])('quantity "%s" is %s', async (quantity, code) => {
    const { order, userErrors } = await issue({}, [{ id: '1', quantity }]);
    expect(order).toBeNull();
    expect(userErrors).toMatchObject([{ code, field: ['lines', '0', 'quantity'] }]);
  });
  it('a price below zero is refused', async () => {
    expect((await issue({}, [{ id: '1', quantity: '1', price: '-0.01' }])).userErrors).toMatchObject([
      { code: 'OUT_OF_RANGE', field: ['lines', '0', 'price'] },
    ]);
  });
});

describe('A text that cannot be stored is refused at its field', () => {
  it.each([
    ['a NUL', 'a\u0000b', 'INVALID_TEXT'],
    ['half a surrogate pair', 'x\ud800', 'INVALID_TEXT'],
    ['5,000 characters', 'x'.repeat(5000), 'TOO_LONG'],
    ['blanks only', '   ', 'REQUIRED'],
  ])('%s', async (_what, note, code) => {
    expect((await issue({ header: { currency: 'CNY', note } })).userErrors).toMatchObject([{ code, field: ['header', 'note'] }]);
  });
});

describe('A document that contradicts itself is refused with every difference at its place', () => {
  it('names each fault of an order at once', async () => {
    const lines = [
      lineInput({ id: '1', quantity: '10', more: { schedules: [{ scheduleId: 'a', quantity: '4' }] } }),
      lineInput({ id: '1', quantity: '1', unit: 'k-g' }),
    ];
    const { userErrors } = await issue({ lines, header: { currency: 'CNY', deliverFrom: '2026-12-02', deliverTo: '2026-12-01' } });
    expect(userErrors.map(({ code, field }) => [code, field?.join('.')])).toEqual([
      ['PERIOD_REVERSED', 'header.deliverTo'],
      ['LINE_REPEATED', 'lines.1.lineId'],
      ['SCHEDULE_SUM', 'lines.0.schedules'],
      ['UNIT_UNKNOWN', 'lines.1.unit'],
    ]);
  });
  it.each([
    ['a day that does not exist', { header: { currency: 'CNY', deliverTo: '2026-02-30' } }, 'INVALID_DATE'],
    [
      "a promise in the supplier's name",
      { lines: [lineInput({ id: '1', quantity: '1', more: { promisedTo: '2026-12-01' } })] },
      'PROMISE_ONLY_BY_SUPPLIER',
    ],
    ['a currency that is none', { header: { currency: 'yuan' } }, 'INVALID_VALUE'],
    ['no lines', { lines: [] }, 'REQUIRED'],
    ['a number of dashes only', { number: '- -' }, 'INVALID_VALUE'],
    ['a call-off without a frame', { typeCode: 'CALL_OFF' }, 'FRAME_REQUIRED'],
    ['a frame that does not exist', { typeCode: 'CALL_OFF', frame: { number: 'nowhere' } }, 'NOT_FOUND'],
    ['allowances above the whole', { header: { currency: 'CNY', allowance: '9999' } }, 'TOTAL_NEGATIVE'],
  ])('%s', async (_what, more, code) => expect((await issue(more)).userErrors).toMatchObject([{ code }]));
  it('an order with oneself', async () =>
    expect((await issue({ supplier: { id: buyer.id } })).userErrors).toMatchObject([{ code: 'ORDER_WITH_ONESELF' }]));
  it('a second order under one external reference', async () => {
    await issue({ externalReference: 'SAP-1' });
    expect((await issue({ externalReference: 'SAP-1' })).userErrors).toMatchObject([
      { code: 'EXTERNAL_REFERENCE_TAKEN', field: ['externalReference'] },
    ]);
  });
});

describe('An answer', () => {
  const respond = (orderId: string, rest: object, by = supplier) => by.act('orderRespond', { orderId, revision: 1, ...rest });
  it('CA with lines left out names them', async () => {
    const { id } = await issued();
    const { userErrors } = await respond(id, { code: 'CA', lines: [{ lineId: '1', action: 'ACCEPTED' }] });
    expect(userErrors).toMatchObject([{ code: 'LINE_NOT_ANSWERED', params: [{ name: 'lineId', value: '2' }] }]);
  });
  it("is the supplier's alone", async () => {
    const { id } = await issued();
    expect((await respond(id, { code: 'AP' }, buyer)).userErrors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
  });
  it('that promises beyond the request must be CA', async () => {
    const { order } = await issue({ header: { currency: 'CNY', deliverTo: '2026-12-01' } });
    expect((await respond(order?.id ?? '', { code: 'AP', promisedTo: '2026-12-24' })).userErrors).toMatchObject([
      { code: 'PROMISE_OUTSIDE_REQUEST' },
    ]);
  });
  it('with lines must be CA', async () => {
    const { id } = await issued();
    expect((await respond(id, { code: 'AP', lines: [{ lineId: '1', action: 'ACCEPTED' }] })).userErrors).toMatchObject([
      { code: 'LINES_ONLY_WITH_CHANGES' },
    ]);
  });
  it('under a number that was received already is refused', async () => {
    const { id } = await issued();
    await respond(id, { code: 'AB', number: 'RSP 1' });
    expect((await respond(id, { code: 'AP', number: 'rsp-1' })).userErrors).toMatchObject([
      { code: 'DOCUMENT_REPEATED', field: ['number'] },
    ]);
  });
});

describe('A change', () => {
  const propose = (orderId: string, by: Party, rest: object) => by.act('orderProposeChange', { orderId, revision: 1, ...rest });
  it.each([
    ['that changes nothing', { lines: [{ lineId: '1', action: 'NO_ACTION' }] }, 'NOTHING_CHANGED'],
    ['of a line that does not exist', { lines: [{ lineId: '9', action: 'END' }] }, 'LINE_UNKNOWN'],
    [
      'that adds a line under a taken number',
      { lines: [{ lineId: '1', action: 'ADD', change: { itemName: 'x', quantity: '1', unit: 'EA' } }] },
      'LINE_EXISTS',
    ],
    ['that adds half a line', { lines: [{ lineId: '9', action: 'ADD', change: { itemName: 'x' } }] }, 'LINE_INCOMPLETE'],
    ['to another currency', { header: { currency: 'EUR' } }, 'CURRENCY_FIXED'],
    ['that reopens an active line', { lines: [{ lineId: '1', action: 'REOPEN' }] }, 'LINE_ACTIVE'],
    ['in which the buyer promises for the supplier', { header: { promisedTo: '2026-12-01' } }, 'PROMISE_ONLY_BY_SUPPLIER'],
  ])('%s is refused', async (_what, rest, code) => {
    const order = await agreed(buyer, supplier, next());
    expect((await propose(order.id, buyer, rest)).userErrors[0]).toMatchObject({ code });
  });
  it('of an ended line is refused until the line is reopened', async () => {
    const order = await agreed(buyer, supplier, next());
    const { proposal } = await propose(order.id, buyer, { lines: [{ lineId: '2', action: 'END' }] });
    await supplier.act('orderDecideChange', { orderId: order.id, proposalId: proposal?.id, decision: 'ACCEPT' });
    const change = { lines: [{ lineId: '2', action: 'CHANGE', change: { quantity: '9' } }], revision: 2 };
    expect((await propose(order.id, buyer, change)).userErrors).toMatchObject([{ code: 'LINE_NOT_ACTIVE' }]);
    expect(
      (await propose(order.id, buyer, { ...change, lines: [{ lineId: '2', action: 'REOPEN', change: { quantity: '9' } }] })).userErrors,
    ).toEqual([]);
  });
  it('cannot be decided by its own side', async () => {
    const order = await agreed(buyer, supplier, next());
    const { proposal } = await propose(order.id, buyer, { lines: [{ lineId: '2', action: 'END' }] });
    expect(
      (await buyer.act('orderDecideChange', { orderId: order.id, proposalId: proposal?.id, decision: 'ACCEPT' })).userErrors,
    ).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    expect((await supplier.act('orderWithdrawChange', { orderId: order.id, proposalId: proposal?.id })).userErrors).toMatchObject([
      { code: 'NOT_ALLOWED' },
    ]);
  });
});

describe('Without the scope', () => {
  it('amounts:read, no price or amount is read, and a difference shows none', async () => {
    const order = await agreed(buyer, supplier, next());
    await supplier.act('orderProposeChange', {
      orderId: order.id,
      revision: 1,
      lines: [{ lineId: '1', action: 'CHANGE', change: { price: '41', quantity: '9' } }],
    });
    const { header } = await hub.key(buyer.uuid, ['orders:read', 'parties:read']);
    const asked = async (selection: string) =>
      (await (
        await fetch(`${hub.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', ...header },
          body: JSON.stringify({ query: `{ order(by: { id: "${order.id}" }) { ${selection} } }` }),
        })
      ).json()) as { data?: { order: unknown } | null; errors?: { extensions: { code: string } }[] };
    for (const selection of [
      'total { amount }',
      'lines { price }',
      'proposals { totalAfter { amount } }',
      'revisions { lines { price } }',
    ]) {
      expect((await asked(selection)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    }
    expect((await asked('proposals { lines { changes { field } } }')).data?.order).toEqual({
      proposals: [{ lines: [{ changes: [{ field: 'quantity' }] }] }],
    });
  });
});
