import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoKey } from '../../src/parties/index.js';
import { type DemoHub, startDemoHub } from '../support/demo-hub.js';
import { ordersByDocument, HAISHAN, LIXIN, role } from '../support/haishan.js';
import { documentsOn, usccOf } from '../support/import.js';
import { line, written as xml } from '../support/trade-documents.js';

let hub: DemoHub;
beforeAll(async () => {
  hub = await startDemoHub();
});
afterAll(() => hub.stop());
const { ask, take } = documentsOn(() => hub);
const { nextNumber, order, about, said, issued } = ordersByDocument(take);

describe('The other side of a document is found', () => {
  const unknown = { scheme: '0088', value: '7300010000001' };

  it('by its endpoint', async () => {
    const { order: made } = await take('buyer', { content: xml('ORDER', order(nextNumber())) });
    const { order: read } = await ask<{ order: object }>(
      'supplier',
      'query ($id: ID!) { order(by: { id: $id }) { supplier { nameEn } } }',
      { id: made?.id },
    );
    expect(read).toEqual({ supplier: { nameEn: 'Lixin Precision' } });
  });

  it.each([
    ['its company id', { party: { endpoint: unknown, legalEntities: [{ companyId: { value: usccOf('supplier'), scheme: 'USCC' } }] } }],
    ['a unified social credit code without a scheme', { party: { legalEntities: [{ companyId: { value: usccOf('supplier') } }] } }],
    ['another identifier, under the name that its scheme had before', { party: { identifiers: [unknown, { ...LIXIN, scheme: 'GLN' }] } }],
  ])('by %s', async (_how, seller) => {
    expect(said(await take('buyer', { content: xml('ORDER', order(nextNumber(), { seller })) }))).toBe('ISSUED');
  });

  it('by a reference in the input, which is followed though the document names another', async () => {
    const answer = await take('buyer', { content: xml('ORDER', order(nextNumber())), counterparty: { uscc: usccOf('supplier2') } });
    expect(answer.import?.warnings.map((warning) => warning.code)).toEqual(['COUNTERPARTY_DIFFERS']);
  });

  it.each([
    ['an unknown identifier, and is told which', { seller: role(unknown) }, {}, 'COUNTERPARTY_UNKNOWN counterparty'],
    ['no identifier', { seller: role(undefined) }, {}, 'COUNTERPARTY_NOT_NAMED counterparty'],
    ['the sender itself', { seller: role(HAISHAN) }, {}, 'COUNTERPARTY_IS_SENDER counterparty'],
    ['an unknown reference', {}, { counterparty: { identifier: unknown } }, 'ORGANISATION_UNKNOWN counterparty identifier'],
    ['an id that the sender does not see', {}, { counterparty: { id: `org_${'0'.repeat(32)}` } }, 'NOT_FOUND counterparty id'],
  ])('never by %s', async (_what, more, input, expected) => {
    const answer = await take('buyer', { content: xml('ORDER', order(nextNumber(), more)), ...input });
    expect(said(answer)).toBe(expected);
    if (expected.startsWith('COUNTERPARTY_UNKNOWN')) expect(answer.userErrors[0]?.message).toContain('0088 7300010000001');
  });

  it('while the side of the sender is always the sender', async () => {
    const answer = await take('buyer', { content: xml('ORDER', order(nextNumber(), { buyer: role(unknown) })) });
    expect([said(answer), answer.import?.warnings.map((warning) => warning.code)]).toEqual(['ISSUED', ['SENDER_DIFFERS']]);
  });
});

describe('What a document comes to', () => {
  const lineOf = (id: string, status: string, more = {}) => line(id, { status: { value: status }, ...more });
  const less = { quantity: { value: '4', unit: 'C62' }, amount: { value: '50.00', currency: 'CNY' } };

  it('an order sent again with other words and the same facts leaves it unchanged', async () => {
    const number = await issued();
    expect(said(await take('buyer', { content: xml('ORDER', order(number, { originatorDocument: { id: { value: 'REQ-1' } } })) }))).toBe(
      'UNCHANGED',
    );
  });

  it('an order sent again without a line, once agreed, proposes its end and ends nothing', async () => {
    const number = await issued();
    expect(said(await take('supplier', { content: xml('ORDER_RESPONSE_SIMPLE', about(number, { accepted: true })) }))).toBe('ACCEPTED');
    const again = await take('buyer', {
      content: xml('ORDER', order(number, { lines: [line('00010')], totals: undefined, taxTotals: undefined })),
    });
    expect([said(again), again.order?.lines.map((one) => one.state)]).toEqual(['PROPOSED', ['ACTIVE', 'ACTIVE']]);
  });

  it('a change of an agreed order is proposed, and an answer to another change than the open one is refused', async () => {
    const number = await issued();
    await take('supplier', { content: xml('ORDER_RESPONSE', about(number)) });
    const change = about(number, { number: { value: 'CHG-1' }, responseCode: undefined, lines: [lineOf('00010', '3', less)] });
    expect(said(await take('buyer', { content: xml('ORDER_CHANGE', change) }))).toBe('PROPOSED');
    const yes = (to: string) => xml('ORDER_RESPONSE', about(number, { orderChanges: [{ id: { value: to } }] }));
    expect(said(await take('supplier', { content: yes('CHG-9') }))).toBe('ANSWERS_OTHER_CHANGE content');
    const done = await take('supplier', { content: yes('chg 1') });
    expect([said(done), done.order?.lines[0]?.quantity]).toEqual(['CHANGE_ACCEPTED', '4']);
  });

  it('a change that says what stands already leaves the order as it is', async () => {
    const number = await issued();
    expect(
      said(
        await take('buyer', {
          content: xml('ORDER_CHANGE', about(number, { responseCode: undefined, lines: [lineOf('00010', '4'), lineOf('00020', '4')] })),
        }),
      ),
    ).toBe('UNCHANGED');
  });

  it('an acceptance that promises other days than asked for accepts what was asked for, and says so', async () => {
    const number = await issued();
    const answer = await take('supplier', {
      content: xml('ORDER_RESPONSE', about(number, { deliveries: [{ promised: { startDate: '2026-05-01', endDate: '2026-05-02' } }] })),
    });
    expect([said(answer), answer.order?.status, answer.import?.warnings.map((warning) => warning.code)]).toEqual([
      'ACCEPTED',
      'IN_FORCE',
      ['PROMISE_NOT_TAKEN'],
    ]);
  });

  it('a cancellation before agreement ends the order', async () => {
    const number = await issued();
    const answer = await take('buyer', {
      content: xml('ORDER_CANCELLATION', about(number, { responseCode: undefined, cancellationNotes: ['by telephone'] })),
    });
    expect([said(answer), answer.order?.status]).toEqual(['CANCELLED', 'CANCELLED']);
  });

  it.each([
    ['an unknown order', () => Promise.resolve('NONE'), { responseCode: { value: 'AP' } }, 'ORDER_NUMBER_UNKNOWN content'],
    [
      'an answer that leaves out a line',
      () => issued(),
      { responseCode: { value: 'CA' }, lines: [lineOf('00010', '3', less)] },
      'LINE_NOT_ANSWERED content lines',
    ],
    [
      'an answer about a line that is not there',
      () => issued(),
      { responseCode: { value: 'CA' }, lines: ['00010', '00020', '7'].map((id) => lineOf(id, '3')) },
      'LINE_UNKNOWN content lines 2 lineId',
    ],
  ])('%s is refused with the reason of orders', async (_what, number, more, expected) => {
    expect(said(await take('supplier', { content: xml('ORDER_RESPONSE', about(await number(), more)) }))).toBe(expected);
  });

  it('of a document that the hub cannot read, nothing', async () => {
    expect(said(await take('buyer', { content: '<Order/>' }))).toBe('DOCUMENT_UNSUPPORTED content');
    expect(said(await take('buyer', { content: xml('ORDER', order(nextNumber(), { lines: [] })) }))).toBe(
      'DOCUMENT_FACT_MISSING content cac:OrderLine',
    );
  });
});

describe('A document has one effect', () => {
  it('by its key: the same call again is a replay, another call under the key is refused', async () => {
    const input = { content: xml('ORDER', order(nextNumber())), idempotencyKey: 'once' };
    const first = await take('buyer', input);
    const again = await take('buyer', input);
    expect([again.replayed, again.import, again.order]).toEqual([true, first.import, first.order]);
    expect(said(await take('buyer', { ...input, content: xml('ORDER', order(nextNumber())) }))).toBe(
      'IDEMPOTENCY_KEY_REUSED idempotencyKey',
    );
  });

  it('by its bytes: the same document under another key gives the same record', async () => {
    const content = xml('ORDER', order(nextNumber()));
    const first = await take('buyer', { content });
    const again = await take('buyer', { content });
    expect([again.repeated, again.replayed, again.import?.id]).toEqual([true, false, first.import?.id]);
  });

  it('though twenty come at once', async () => {
    const content = xml('ORDER', order(nextNumber()));
    const answers = await Promise.all(Array.from({ length: 20 }, () => take('buyer', { content })));
    expect(new Set(answers.flatMap((answer) => answer.order?.id ?? []))).toHaveProperty('size', 1);
    expect(answers.filter((answer) => answer.userErrors.length === 0 && !answer.repeated)).toHaveLength(1);
    expect(answers.flatMap((answer) => answer.userErrors).every(({ code }) => code === 'CONFLICT')).toBe(true);
  });
});

describe('An uploaded file', () => {
  const upload = async (orgKey: string, body: Uint8Array): Promise<string> => {
    const response = await fetch(`${hub.url}/files?name=order.xml`, {
      method: 'POST',
      headers: { authorization: `Bearer ${demoKey(orgKey)}` },
      body,
    });
    return ((await response.json()) as { id: string }).id;
  };

  it('is taken as its bytes are, in UTF-16 too, and then stands with the document for both sides', async () => {
    const content = xml('ORDER', order(nextNumber())).replace('UTF-8', 'UTF-16');
    const fileId = await upload('buyer', Buffer.from(`\ufeff${content}`, 'utf16le'));
    expect(said(await take('buyer', { fileId }))).toBe('ISSUED');
    const seen = await fetch(`${hub.url}/files/${fileId}`, { headers: { authorization: `Bearer ${demoKey('supplier')}` } });
    expect(seen.status).toBe(200);
  });

  it('of another organisation is as unknown as none', async () => {
    const fileId = await upload('supplier', Buffer.from(xml('ORDER', order(nextNumber()))));
    expect(said(await take('buyer', { fileId }))).toBe('NOT_FOUND fileId');
    expect(said(await take('buyer', { fileId: 'fil_x' }))).toBe('NOT_FOUND fileId');
  });

  it('that is too large is refused before it is read', async () => {
    const fileId = await upload('buyer', Buffer.alloc(9 * 1024 * 1024, ' '));
    expect(said(await take('buyer', { fileId }))).toBe('DOCUMENT_TOO_LARGE fileId');
  });

  it('and a text at once are refused, and so are neither', async () => {
    const content = xml('ORDER', order(nextNumber()));
    expect(said(await take('buyer', { content, fileId: await upload('buyer', Buffer.from(content)) }))).toBe('CONTENT_OR_FILE content');
    expect(said(await take('buyer', {}))).toBe('CONTENT_OR_FILE content');
  });
});
