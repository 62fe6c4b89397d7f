import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDocument } from '../../src/interchange/reading.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { HAISHAN, LIXIN, ordersByDocument } from '../support/haishan.js';
import { documentsOn, usccOf } from '../support/import.js';
import { line, written as xml } from '../support/trade-documents.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());
const { ask, take, written } = documentsOn(() => hub);
const { nextNumber, order, about, issued } = ordersByDocument(take);

describe('What is written', () => {
  const parsed = (content: string | null) => {
    const verdict = readDocument(content ?? '');
    if (!verdict.ok) throw new Error(JSON.stringify(verdict.refusals));
    return verdict.value;
  };

  it('of an order that has changed since it came in, has the change, and keeps what the order does not hold', async () => {
    const number = await issued({ originatorDocument: { id: { value: 'REQ-77' } }, projects: [{ value: 'P-1' }] });
    const change = about(number, {
      responseCode: undefined,
      lines: [line('00010', { status: { value: '3' }, quantity: { value: '4', unit: 'C62' } }), line('00020', { status: { value: '2' } })],
    });
    const { order: changed } = await take('buyer', { content: xml('ORDER_CHANGE', change) });
    const { document, warnings } = parsed(await written('supplier', { order: changed?.id }));
    expect(document.originatorDocument?.id?.value).toBe('REQ-77');
    expect(document.lines?.map((one) => [one.id?.value, one.quantity?.value, one.amount?.value])).toEqual([['00010', '4', '50.00']]);
    expect([document.totals?.lines?.value, document.totals?.payable?.value]).toEqual(['50', '82.5']);
    expect(warnings.map((warning) => warning.code)).toEqual(['TAX_DIFFERS']);
  });

  it('of an order that never came as a document, is an order that the other side can take', async () => {
    const issue = 'mutation ($input: OrderIssueInput!) { orderIssue(input: $input) { order { id } userErrors { code field } } }';
    const lines = [{ lineId: '1', itemName: 'Bracket', quantity: '3', unit: 'C62', price: '2.50', taxRate: '13' }];
    const input = {
      idempotencyKey: 'never-came',
      supplier: { uscc: usccOf('supplier') },
      number: nextNumber(),
      header: { currency: 'CNY', deliverTo: '2099-01-01' },
      lines,
    };
    const { orderIssue } = await ask<{ orderIssue: { order: { id: string } } }>('buyer', issue, { input });
    const { message, warnings, buyer, seller } = parsed(await written('supplier', { order: orderIssue.order.id }));
    expect(message).toMatchObject({
      kind: 'ORDER',
      header: { currency: 'CNY', deliverTo: '2099-01-01' },
      lines: [{ lineId: '1', quantity: '3', price: '2.5', taxRate: '13' }],
    });
    expect([buyer[0], seller[0], warnings]).toEqual([HAISHAN, LIXIN, []]);
  });

  it('of a proposal, an answer and a cancellation made on the hub, can be read again as what they are', async () => {
    const number = await issued();
    const { order: made } = await take('supplier', { content: xml('ORDER_RESPONSE', about(number)) });
    const propose = `mutation ($input: OrderProposeChangeInput!) { orderProposeChange(input: $input) { proposal { id } userErrors { code field } } }`;
    const input = {
      idempotencyKey: 'made-here',
      orderId: made?.id,
      revision: 1,
      number: 'C-1',
      lines: [{ lineId: '00010', action: 'END' }],
    };
    const { orderProposeChange } = await ask<{ orderProposeChange: { proposal: { id: string } | null; userErrors: unknown } }>(
      'buyer',
      propose,
      { input },
    );
    expect(orderProposeChange.userErrors).toEqual([]);
    expect(parsed(await written('supplier', { proposal: orderProposeChange.proposal?.id })).message).toMatchObject({
      kind: 'CHANGE',
      number: 'C-1',
      order: number,
      lines: [{ lineId: '00010', action: '2' }],
    });
    const respond = `mutation ($input: OrderRespondInput!) { orderRespond(input: $input) { response { id } userErrors { code field } } }`;
    const { orderRespond } = await ask<{ orderRespond: { response: { id: string } } }>('supplier', respond, {
      input: { idempotencyKey: 'made-here', orderId: made?.id, revision: 1, code: 'AP', number: 'R-1' },
    });
    const by = orderRespond.response.id;
    expect(parsed(await written('buyer', { response: by })).message).toMatchObject({
      kind: 'ANSWER',
      number: 'R-1',
      order: number,
      change: 'C-1',
      code: 'AP',
    });
    expect(parsed(await written('buyer', { simpleResponse: by })).kind).toBe('ORDER_RESPONSE_SIMPLE');
    const gone = await issued();
    const { order: cancelled } = await take('buyer', {
      content: xml('ORDER_CANCELLATION', about(gone, { responseCode: undefined, cancellationNotes: ['no need'] })),
    });
    expect(parsed(await written('supplier', { cancelledOrder: cancelled?.id })).message).toMatchObject({
      kind: 'CANCELLATION',
      order: gone,
      reason: 'no need',
    });
    expect(await written('buyer', { cancelledOrder: made?.id })).toBeNull();
  });

  it('is the same text for the same facts, with its digest', async () => {
    const { import: record } = await take('buyer', { content: xml('ORDER', order(nextNumber())) });
    const query = 'query ($id: ID!) { documentExport(by: { import: $id }) { kind mediaType content sha256 } }';
    const read = () => ask<{ documentExport: { sha256: string } }>('buyer', query, { id: record?.id });
    expect(await read()).toEqual(await read());
    expect((await read()).documentExport.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is for the two sides alone, and so is the record', async () => {
    const { import: record, order: made } = await take('buyer', { content: xml('ORDER', order(nextNumber())) });
    const query = 'query ($id: ID!) { documentImport(id: $id) { number } node(id: $id) { id } }';
    expect(await ask('supplier', query, { id: record?.id })).toMatchObject({ documentImport: { number: record?.number } });
    for (const stranger of ['supplier2', 'bank']) {
      expect(await ask(stranger, query, { id: record?.id })).toEqual({ documentImport: null, node: null });
      expect(await written(stranger, { import: record?.id })).toBeNull();
      expect(await written(stranger, { order: made?.id })).toBeNull();
    }
  });

  it('is nothing under an id of another kind, or under no id', async () => {
    const { order: made, import: record } = await take('buyer', {
      content: xml('ORDER_CANCELLATION', about(await issued(), { responseCode: undefined, cancellationNotes: ['no need'] })),
    });
    const bare = (id: string | undefined): string => id?.slice(4) ?? '';
    const others = [
      { import: `imp_${bare(made?.id)}` },
      { proposal: `prp_${bare(made?.id)}` },
      { order: `ord_${bare(record?.id)}` },
      { order: 'ord_' },
      { import: "'; --" },
    ];
    for (const by of others) expect(await written('buyer', by)).toBeNull();
  });

  it('lists the imported documents of a side', async () => {
    const list =
      'query ($order: ID!) { documentImports(as: SUPPLIER, filter: { kind: [ORDER], order: [$order] }) { nodes { number outcome sender { nameEn } } totalCount } }';
    const { import: record, order: made } = await take('buyer', { content: xml('ORDER', order(nextNumber())) });
    expect(await ask('supplier', list, { order: made?.id })).toEqual({
      documentImports: { nodes: [{ number: record?.number, outcome: 'ISSUED', sender: { nameEn: 'Haishan Appliances' } }], totalCount: 1 },
    });
  });
});
