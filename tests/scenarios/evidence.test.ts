import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attach,
  evidenceHub,
  evidenceOf,
  evidenceParties,
  type EvidenceView,
  pdf,
  type Traded,
  traded,
  uploadAs,
} from '../support/evidence.js';
import type { OrdersHub, Party } from '../support/orders.js';

let hub: OrdersHub;
let parties: { readonly buyer: Party; readonly supplier: Party; readonly stranger: Party };
let whole: Traded;

beforeAll(async () => {
  hub = await evidenceHub();
  parties = await evidenceParties(hub);
  whole = await traded(hub, parties, 'E1');
}, 120_000);
afterAll(() => hub.stop());

const file = (bytes: Uint8Array | string = pdf(), name = 'paper.pdf', who = parties.supplier) => uploadAs(hub, who, bytes, name);
const codes = ({ userErrors }: Awaited<ReturnType<typeof attach>>) =>
  userErrors.map(({ code, field }) => `${code} ${(field ?? []).join('.')}`);
const papers = async (who: Party, id: string) =>
  (
    await who.ask<{
      invoice: {
        attachments: {
          id: string;
          kind: string;
          note: string | null;
          file: { id: string; name: string; mediaType: string; size: number };
          superseded: { reason: string } | null;
        }[];
      };
    }>(
      'query ($id: ID!) { invoice(by: { id: $id }) { attachments { id kind note file { id name mediaType size } superseded { reason } } } }',
      { id },
    )
  ).invoice.attachments;

describe('A file is attached to a document', () => {
  it('of every kind, and read by both sides, bytes and all, by no one else', async () => {
    const { buyer, supplier, stranger } = parties;
    const on = [
      { orderId: whole.order.id },
      { despatchId: whole.despatchId },
      { receiptId: whole.receiptId },
      { acceptanceId: whole.acceptanceId },
      { invoiceId: whole.invoiceId },
    ];
    for (const document of on) expect(codes(await attach(supplier, { fileId: await file(), on: document }))).toEqual([]);
    const fileId = await file(pdf(), '../../etc/发票.pdf');
    expect(codes(await attach(supplier, { fileId, on: { invoiceId: whole.invoiceId }, kind: 'INVOICE', note: '数电票' }))).toEqual([]);
    const seen = (await papers(buyer, whole.invoiceId)).at(-1);
    expect(seen).toMatchObject({
      kind: 'INVOICE',
      note: '数电票',
      file: { id: fileId, name: '发票.pdf', mediaType: 'application/pdf' },
      superseded: null,
    });
    const get = async (who: Party) =>
      (await fetch(`${hub.url}/files/${fileId}`, { headers: (await hub.key(who.uuid, ['orders:read'])).header })).status;
    expect([await get(supplier), await get(buyer), await get(stranger)]).toEqual([200, 200, 404]);
    const { order } = await buyer.ask<{ order: { attachments: object[] } }>(
      'query ($id: ID!) { order(by: { id: $id }) { attachments { id } } }',
      {
        id: whole.order.id,
      },
    );
    expect(order.attachments).toHaveLength(1);
  });

  it.each<[string, () => Promise<object>, string]>([
    ['of another organisation', async () => ({ fileId: await file(pdf(), 'a.pdf', parties.stranger) }), 'NOT_FOUND fileId'],
    ['that nobody uploaded', async () => ({ fileId: `fil_${'0'.repeat(32)}` }), 'NOT_FOUND fileId'],
    ['that is empty', async () => ({ fileId: await file('') }), 'ATTACHMENT_EMPTY fileId'],
    ['of no known content', async () => ({ fileId: await file(Buffer.from([0, 1, 2, 0xff]), 'a.bin') }), 'ATTACHMENT_TYPE_UNKNOWN fileId'],
    [
      'that is called otherwise than it is',
      async () => ({ fileId: await file('plain text', 'invoice.pdf') }),
      'ATTACHMENT_FALSE_NAME fileId',
    ],
    ['called like a program', async () => ({ fileId: await file('<html><script>', 'a.html') }), 'ATTACHMENT_FALSE_NAME fileId'],
    ['that is no photograph, as a photograph', async () => ({ fileId: await file(), kind: 'PHOTO' }), 'ATTACHMENT_FALSE_KIND kind'],
    [
      'of plain text, as an invoice',
      async () => ({ fileId: await file('Invoice', 'a.txt'), kind: 'INVOICE' }),
      'ATTACHMENT_FALSE_KIND kind',
    ],
    ['with a remark that is too long', async () => ({ fileId: await file(), note: 'x'.repeat(1001) }), 'TOO_LONG note'],
  ])('but none %s', async (_what, input, refusal) => {
    const { fileId, ...rest } = (await input()) as { fileId: string };
    expect(codes(await attach(parties.supplier, { fileId, on: { invoiceId: whole.invoiceId }, ...rest }))).toEqual([refusal]);
  });

  it('that is the caller’s and another’s, exactly one, and once', async () => {
    const fileId = await file();
    const { supplier, stranger } = parties;
    expect(codes(await attach(stranger, { fileId: await file(pdf(), 'a.pdf', stranger), on: { invoiceId: whole.invoiceId } }))).toEqual([
      'NOT_FOUND on.invoiceId',
    ]);
    await expect(attach(supplier, { fileId, on: {} })).rejects.toThrow('Exactly one key');
    expect(codes(await attach(supplier, { fileId, on: { orderId: whole.order.id } }))).toEqual([]);
    expect(codes(await attach(supplier, { fileId, on: { orderId: whole.order.id } }))).toEqual(['ATTACHED_ALREADY fileId']);
    expect(codes(await attach(supplier, { fileId, on: { invoiceId: whole.invoiceId } }))).toEqual([]);
  });

  it('as far as 200 go', async () => {
    const { supplier } = parties;
    const { rows } = await hub.db.owner.query<{ n: number }>(
      `with f as (insert into app.file (id, org_id, uploaded_by, name, media_type, size, sha256)
         select gen_random_uuid(), $1, $1, 'x.pdf', 'application/pdf', 1, sha256(n::text::bytea) from generate_series(1, 200) n returning id)
       insert into app.attachment (id, buyer_id, supplier_id, owner_id, actor_id, file_id, kind, despatch_id, business_time)
       select gen_random_uuid(), d.buyer_id, d.supplier_id, $1, $1, f.id, 'OTHER', d.id, now() from f, app.despatch_advice d
       where 'des_' || replace(d.id::text, '-', '') = $2 returning 1 as n`,
      [supplier.uuid, whole.despatchId],
    );
    expect(rows).toHaveLength(200);
    expect(codes(await attach(supplier, { fileId: await file(), on: { despatchId: whole.despatchId } }))).toEqual([
      'ATTACHMENTS_TOO_MANY on',
    ]);
    await hub.db.owner.query('alter table app.attachment disable trigger history');
    await hub.db.owner.query(`delete from app.attachment where kind = 'OTHER' and despatch_id is not null`);
    await hub.db.owner.query('alter table app.attachment enable trigger history');
  });
});

describe('An attachment stays', () => {
  const supersede = async (who: Party, input: object) =>
    (
      await who.ask<{
        attachmentSupersede: {
          userErrors: { code: string; field: string[] }[];
          attachment: { superseded: { reason: string; by: { id: string } | null } } | null;
        };
      }>(
        `mutation M($input: AttachmentSupersedeInput!) { attachmentSupersede(input: $input) {
          attachment { superseded { reason by { id } } } userErrors { code field } } }`,
        { input: { reason: '盖章不清', ...input } },
      )
    ).attachmentSupersede;

  it('and its owner alone may say once that another took its place', async () => {
    const { buyer, supplier } = parties;
    const on = { invoiceId: whole.invoiceId };
    const add = async (document: object) => (await attach(supplier, { fileId: await file(), on: document })).attachment?.id;
    const [first, second, elsewhere] = [await add(on), await add(on), await add({ orderId: whole.order.id })];
    expect((await supersede(buyer, { attachmentId: first })).userErrors).toEqual([{ code: 'ATTACHMENT_NOT_OWN', field: ['attachmentId'] }]);
    expect((await supersede(supplier, { attachmentId: first, byId: elsewhere })).userErrors).toEqual([
      { code: 'REPLACEMENT_ELSEWHERE', field: ['byId'] },
    ]);
    expect((await supersede(parties.stranger, { attachmentId: first })).userErrors).toEqual([
      { code: 'NOT_FOUND', field: ['attachmentId'] },
    ]);
    expect(await supersede(supplier, { attachmentId: first, byId: second })).toEqual({
      attachment: { superseded: { reason: '盖章不清', by: { id: second } } },
      userErrors: [],
    });
    expect((await supersede(supplier, { attachmentId: first })).userErrors).toEqual([
      { code: 'SUPERSEDED_ALREADY', field: ['attachmentId'] },
    ]);
    expect((await papers(buyer, whole.invoiceId)).find(({ id }) => id === first)?.superseded).toEqual({ reason: '盖章不清' });
  });
});

const verdicts = (view: EvidenceView | null, rule: string) =>
  (view?.checks ?? [])
    .filter((check) => check.rule === rule)
    .map(({ subject, verdict, compared }) => [subject, verdict, ...compared.map(({ value }) => value)]);

describe('The evidence of an invoice', () => {
  it('lists its documents with digests that anybody can work out again, the same for both sides', async () => {
    const mine = await evidenceOf(parties.supplier, whole.invoiceId);
    expect(mine?.parts.map(({ kind, number, version }) => [kind, number, version])).toMatchObject([
      ['CONTRACT', expect.any(String), 2],
      ['ORDER', 'PO-E1', 1],
      ['DESPATCH', 'ASN-E1', 1],
      ['RECEIPT', 'GR-E1', null],
      ['ACCEPTANCE', null, null],
      ['INVOICE', 'INV-E1', expect.any(Number)],
    ]);
    for (const { content, sha256 } of mine?.parts ?? []) expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(await evidenceOf(parties.buyer, whole.invoiceId)).toEqual(mine);
    expect(await evidenceOf(parties.stranger, whole.invoiceId)).toBeNull();
  });

  it('compares names, items, amounts, quantities and days, each with both values', async () => {
    const view = await evidenceOf(parties.buyer, whole.invoiceId);
    expect(view?.checks.filter(({ rule, verdict }) => rule !== 'PAPER' && verdict !== 'AGREES')).toEqual([]);
    expect(verdicts(view, 'ITEM')).toEqual([['1', 'AGREES', 'HS-1', 'HS-1']]);
    expect(verdicts(view, 'QUANTITY_ORDERED')).toEqual([['1', 'AGREES', '10 C62', '10 C62']]);
    expect(verdicts(view, 'QUANTITY_RECEIVED')).toEqual([['1', 'AGREES', '10 C62', '10 C62']]);
    expect(verdicts(view, 'QUANTITY_ACCEPTED')).toEqual([['1', 'AGREES', '10 C62', '10 C62']]);
    expect(verdicts(view, 'PRICE')).toEqual([['1', 'AGREES', '40', '40']]);
    expect(verdicts(view, 'TAX_RATE')).toEqual([['1', 'AGREES', '13', '13']]);
    expect(verdicts(view, 'LINE_AMOUNT')).toEqual([['1', 'AGREES', '400', '400']]);
    expect(verdicts(view, 'TOTAL')).toEqual([
      ['LINES', 'AGREES', '400', '400'],
      ['TAX', 'AGREES', '452', '452'],
    ]);
    expect(verdicts(view, 'CURRENCY')).toEqual([[null, 'AGREES', 'CNY', 'CNY', 'CNY']]);
    expect(verdicts(view, 'DATES').map(([subject, verdict]) => [subject, verdict])).toEqual([
      ['PO-E1', 'AGREES'],
      ['ASN-E1', 'AGREES'],
      ['GR-E1', 'AGREES'],
      ['GR-E1', 'AGREES'],
      ['INV-E1', 'AGREES'],
    ]);
    expect(verdicts(view, 'PAPER').map(([subject, verdict]) => [subject, verdict])).toEqual([
      ['CONTRACT', 'MISSING'],
      ['DELIVERY_NOTE', 'MISSING'],
      ['ACCEPTANCE_RECORD', 'MISSING'],
      ['INVOICE', 'AGREES'],
    ]);
    expect(view?.complete).toBe(false);
  });

  it('is complete once every paper is there', async () => {
    for (const [kind, on] of [
      ['CONTRACT', { orderId: whole.order.id }],
      ['DELIVERY_NOTE', { despatchId: whole.despatchId }],
      ['ACCEPTANCE_RECORD', { acceptanceId: whole.acceptanceId }],
    ] as const)
      await attach(parties.buyer, { fileId: await file(pdf(), 'a.pdf', parties.buyer), on, kind });
    expect((await evidenceOf(parties.supplier, whole.invoiceId))?.complete).toBe(true);
  });

  it('says what differs, and what is missing', async () => {
    const other = await evidenceParties(hub);
    const { invoiceId } = await traded(hub, other, 'E2', {
      quantity: '12',
      price: '41',
      contract: false,
      line: { taxRate: '9', itemName: 'Something else', buyerItemId: undefined },
    });
    const view = await evidenceOf(other.supplier, invoiceId);
    expect(verdicts(view, 'DOCUMENTS_THERE').filter(([, verdict]) => verdict === 'MISSING')).toEqual([['CONTRACT', 'MISSING', null]]);
    expect(view?.checks.find(({ rule, subject }) => rule === 'DOCUMENTS_THERE' && subject === 'CONTRACT')?.missing).toEqual(['CONTRACT']);
    expect(verdicts(view, 'ITEM')).toEqual([['1', 'DIFFERS', 'Item 1', 'Something else']]);
    expect(verdicts(view, 'QUANTITY_ORDERED')).toEqual([['1', 'DIFFERS', '10 C62', '12 C62']]);
    expect(verdicts(view, 'QUANTITY_RECEIVED')).toEqual([['1', 'DIFFERS', '10 C62', '12 C62']]);
    expect(verdicts(view, 'PRICE')).toEqual([['1', 'DIFFERS', '40', '41']]);
    expect(verdicts(view, 'TAX_RATE')).toEqual([['1', 'DIFFERS', '13', '9']]);
    expect(verdicts(view, 'LINE_AMOUNT')).toEqual([['1', 'DIFFERS', '480', '492']]);
  });
});
