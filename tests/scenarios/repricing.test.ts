import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { orderDocument, type OrdersHub, type OrderView } from '../support/orders.js';
import {
  accepted,
  agreedList,
  changed,
  codesOf,
  compute,
  credit,
  credited,
  further,
  invoiced,
  LIST,
  type ListView,
  say,
  sure,
  trade,
} from '../support/repricing.js';
import { statementsHub, tradingParty } from '../support/statements.js';

let hub: OrdersHub;
beforeAll(async () => {
  hub = await statementsHub();
});
afterAll(() => hub.stop());

describe('A price of a frame agreement that changes afterwards', () => {
  it('gives the signed list by invoice, once, from what is invoiced', async () => {
    const t = await trade(hub);
    expect(sure(await compute(t.buyer, t))).toEqual([]);
    await changed(t, '9600');
    const [list, ...others] = sure(await compute(t.supplier, t));
    expect(others).toEqual([]);
    expect(list).toMatchObject({
      revision: 2,
      status: 'PROPOSED',
      total: { amount: '-2712.00' },
      surplus: { amount: '0.00' },
      deficit: { amount: '2712.00' },
      invoices: [
        {
          invoice: { number: 'INV-1' },
          total: { amount: '-2712.00' },
          lines: [{ pricedOn: '2026-10-12', quantity: '20', oldPrice: '9720', newPrice: '9600', net: { amount: '-2400.00' } }],
        },
      ],
    });
    expect(sure(await compute(t.buyer, t)).map((one) => [one.id, one.version])).toEqual([[list?.id, 1]]);
  });

  it('gives way to a list of what is invoiced meanwhile as long as nobody has agreed, and leaves the rest to a later one', async () => {
    const t = await trade(hub);
    await changed(t, '9600');
    const [first] = sure(await compute(t.buyer, t));
    const { order } = await t.buyer
      .ask<{ order: { callOffs: { nodes: { id: string }[] } } }>(
        `{ order(by: { id: "${t.frame.id}" }) { callOffs(first: 1) { nodes { id } } } }`,
      )
      .then((data) => ({ order: data.order.callOffs.nodes[0] as OrderView }));
    await invoiced(t, order, 'INV-2', '3');
    const [second] = sure(await compute(t.buyer, t));
    expect(second).toMatchObject({
      total: { amount: '-3118.80' },
      invoices: [{ invoice: { number: 'INV-1' } }, { invoice: { number: 'INV-2' } }],
    });
    const { repricing } = await t.buyer.ask<{ repricing: ListView }>(`{ repricing(id: "${first?.id}") { status } }`);
    expect(repricing.status).toBe('REPLACED');
    await say(t.buyer, 'repricingAgree', { repricingId: second?.id });
    await invoiced(t, order, 'INV-3', '1');
    expect(sure(await compute(t.buyer, t)).map((one) => one.id)).toEqual([second?.id]);
    await say(t.supplier, 'repricingAgree', { repricingId: second?.id });
    expect(sure(await compute(t.buyer, t))).toMatchObject([
      { status: 'PROPOSED', total: { amount: '-135.60' }, invoices: [{ invoice: { number: 'INV-3' } }] },
    ]);
  });

  it('is agreed by each side, and settled to the cent by a credit note of its own invoice', async () => {
    const t = await trade(hub);
    const list = await agreedList(t, '9600');
    expect(list).toMatchObject({ status: 'AGREED', agreedOn: '2026-11-25' });
    expect(list.allowedActions).toEqual([
      { action: 'AGREE', allowed: false },
      { action: 'CONCLUDE', allowed: false },
      { action: 'SETTLE', allowed: true },
    ]);
    const part = await credited(t, '2000.00');
    expect(sure(await say(t.supplier, 'repricingSettle', { repricingId: list.id, creditNoteId: part }))).toMatchObject({
      status: 'AGREED',
      deficitSettled: { amount: '2000.00' },
    });
    expect(codesOf(await say(t.supplier, 'repricingSettle', { repricingId: list.id, creditNoteId: part }))).toEqual([
      'REPRICING_DOCUMENT_USED',
    ]);
    const over = await credited(t, '712.01', 'CN-2');
    expect(codesOf(await say(t.supplier, 'repricingSettle', { repricingId: list.id, creditNoteId: over }))).toEqual(['REPRICING_OVER']);
    const rest = await credited(t, '712.00', 'CN-3');
    expect(sure(await say(t.supplier, 'repricingSettle', { repricingId: list.id, creditNoteId: rest }))).toMatchObject({
      status: 'SETTLED',
      settledOn: '2026-11-25',
    });
    expect(codesOf(await say(t.supplier, 'repricingSettle', { repricingId: list.id, creditNoteId: over }))).toEqual(['REPRICING_NOT_OPEN']);
  });

  it('above zero is settled by a further invoice, and opens again when the buyer rejects that', async () => {
    const t = await trade(hub);
    const list = await agreedList(t, '9800');
    expect(list).toMatchObject({ surplus: { amount: '1808.00' } });
    const invoiceId = await further(t, '1600');
    expect(sure(await say(t.supplier, 'repricingSettle', { repricingId: list.id, invoiceId }))).toMatchObject({ status: 'SETTLED' });
    // What settles a list claims no goods, so it is not priced anew itself.
    expect(sure(await compute(t.buyer, t))).toEqual([]);
    sure(await say(t.buyer, 'invoiceRespond', { invoiceId, code: 'RE', reasons: ['OTH'], idempotencyKey: 'reject' }, 'invoice { id }'));
    const { repricing } = await t.buyer.ask<{ repricing: ListView }>(`{ repricing(id: "${list.id}") { ${LIST} } }`);
    expect(repricing).toMatchObject({ status: 'AGREED', settledOn: null, surplusSettled: { amount: '0.00' } });
    await further(t, '1600', 'INV-10', { repricingId: list.id });
    const { repricing: again } = await t.buyer.ask<{ repricing: ListView }>(`{ repricing(id: "${list.id}") { status } }`);
    expect(again.status).toBe('SETTLED');
  });

  it('is settled by the document that names it, which is not taken where it is worth more than is open', async () => {
    const t = await trade(hub);
    const list = await agreedList(t, '9600');
    const named = { repricingId: list.id };
    expect(codesOf(await credit(t, '2712.01', 'CN-1', named))).toEqual(['REPRICING_OVER']);
    await credited(t, '2712.00', 'CN-1', named);
    const { repricing } = await t.buyer.ask<{ repricing: ListView }>(
      `{ repricing(id: "${list.id}") { status settlements { creditNote { number } } } }`,
    );
    expect(repricing).toMatchObject({ status: 'SETTLED', settlements: [{ creditNote: { number: 'CN-1' } }] });
    expect(codesOf(await credit(t, '1.00', 'CN-2', named))).toEqual(['REPRICING_NOT_OPEN']);
  });

  it('that changes again goes on from the list before', async () => {
    const t = await trade(hub);
    await agreedList(t, '9600');
    await changed(t, '9720', 2);
    expect(sure(await compute(t.buyer, t))).toMatchObject([{ revision: 3, total: { amount: '2712.00' } }]);
  });

  it('leaves invoices alone that were taken back', async () => {
    const t = await trade(hub);
    sure(
      await say(
        t.supplier,
        'creditNoteSubmit',
        { kind: 'CREDIT_NOTE', original: { id: t.invoiceId }, number: 'CN-W', whole: true },
        'creditNote { id }',
      ),
    );
    await changed(t, '9600');
    expect(sure(await compute(t.buyer, t))).toEqual([]);
  });
});

describe('A list is refused', () => {
  it('for an order that is no frame, a revision that is not agreed, a stranger, the wrong side and an old version', async () => {
    const t = await trade(hub);
    const plain = await accepted(t.buyer, t.supplier, orderDocument(t.supplier, 'PO-9'));
    expect(codesOf(await compute(t.buyer, { ...t, frame: plain }))).toEqual(['REPRICING_NOT_FRAME']);
    expect(codesOf(await compute(t.buyer, t, { revision: 5 }))).toEqual(['REPRICING_REVISION']);
    const stranger = await tradingParty(hub);
    expect(codesOf(await compute(stranger, t))).toEqual(['NOT_FOUND']);
    await changed(t, '9600');
    const [list] = sure(await compute(t.buyer, t));
    const repricingId = list?.id;
    expect(codesOf(await say(stranger, 'repricingAgree', { repricingId }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await say(t.buyer, 'repricingAgree', { repricingId, expectedVersion: 4 }))).toEqual(['STALE_VERSION']);
    const note = await credited(t, '2712.00');
    expect(codesOf(await say(t.supplier, 'repricingSettle', { repricingId, creditNoteId: note }))).toEqual(['REPRICING_NOT_OPEN']);
    sure(await say(t.buyer, 'repricingAgree', { repricingId }));
    expect(codesOf(await say(t.buyer, 'repricingAgree', { repricingId }))).toEqual(['REPRICING_AGREED_ALREADY']);
    expect(codesOf(await say(t.buyer, 'repricingSettle', { repricingId, creditNoteId: note }))).toEqual(['NOT_ALLOWED']);
    expect(codesOf(await say(t.supplier, 'repricingSettle', { repricingId }))).toEqual(['REPRICING_NO_DOCUMENT']);
  });
});

describe('Two at once', () => {
  it('agree: it is agreed once', async () => {
    const t = await trade(hub);
    await changed(t, '9600');
    const [list] = sure(await compute(t.buyer, t));
    const answers = await Promise.all([t.buyer, t.supplier].map((who) => say(who, 'repricingAgree', { repricingId: list?.id })));
    expect(answers.flatMap(codesOf)).toEqual([]);
    const { repricing } = await t.buyer.ask<{ repricing: ListView }>(`{ repricing(id: "${list?.id}") { status agreements { side } } }`);
    expect(repricing).toMatchObject({ status: 'AGREED', agreements: [{}, {}] });
  });
  it('compute: one list stands', async () => {
    const t = await trade(hub);
    await changed(t, '9600');
    const answers = await Promise.all([compute(t.buyer, t), compute(t.supplier, t), compute(t.buyer, t)]);
    expect(new Set(answers.map((answer) => sure(answer)[0]?.id)).size).toBe(1);
  });
  it('name the same document: it settles once', async () => {
    const t = await trade(hub);
    const list = await agreedList(t, '9600');
    const creditNoteId = await credited(t, '1000.00');
    const answers = await Promise.all([1, 2].map(() => say(t.supplier, 'repricingSettle', { repricingId: list.id, creditNoteId })));
    expect(answers.flatMap(codesOf)).toEqual(['REPRICING_DOCUMENT_USED']);
    const { repricing } = await t.buyer.ask<{ repricing: ListView }>(`{ repricing(id: "${list.id}") { deficitSettled { amount } } }`);
    expect(repricing.deficitSettled.amount).toBe('1000.00');
  });
});
