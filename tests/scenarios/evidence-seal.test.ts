import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../src/platform/database/index.js';
import { attachmentAdd } from '../../src/evidence/attachment/commands.js';
import { createRunner } from '../../src/platform/commands/index.js';
import { systemViewer } from '../../src/platform/queue/index.js';
import { parseId } from '../../src/kernel/ids.js';
import { attach, evidenceHub, evidenceOf, evidenceParties, pdf, traded, uploadAs } from '../support/evidence.js';
import { must } from '../support/invoices.js';
import type { OrdersHub, Party } from '../support/orders.js';

let hub: OrdersHub;
let database: Database;
beforeAll(async () => {
  hub = await evidenceHub();
  database = await hub.db.open();
}, 120_000);
afterAll(() => hub.stop());

describe('A sealed list', () => {
  const SEAL = 'seal { id sha256 list changes { change kind number } } userErrors { code field }';
  interface Sealed {
    readonly seal: {
      readonly id: string;
      readonly sha256: string;
      readonly list: string;
      readonly changes: { change: string; kind: string; number: string | null }[];
    } | null;
    readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
  }
  const seal = async (who: Party, invoiceId: string): Promise<Sealed> =>
    (
      await who.ask<{ evidenceSeal: Sealed }>(`mutation M($input: EvidenceSealInput!) { evidenceSeal(input: $input) { ${SEAL} } }`, {
        input: { invoiceId, idempotencyKey: `seal-${Math.random()}` },
      })
    ).evidenceSeal;
  const again = async (who: Party, id: string) =>
    (
      await who.ask<{ evidenceSeal: Sealed['seal'] }>(
        `query ($id: ID!) { evidenceSeal(id: $id) { id sha256 list changes { change kind number } } }`,
        { id },
      )
    ).evidenceSeal;

  it('keeps its digest, and tells later which documents have changed, went or came', async () => {
    const { buyer, supplier, stranger } = await evidenceParties(hub);
    const { invoiceId, order } = await traded(hub, { buyer, supplier }, 'E3', { quantity: '4' });
    const { seal: sealed } = await seal(supplier, invoiceId);
    expect(
      createHash('sha256')
        .update(sealed?.list ?? '')
        .digest('hex'),
    ).toBe(sealed?.sha256);
    expect((await evidenceOf(buyer, invoiceId))?.sha256).toBe(sealed?.sha256);
    expect(sealed?.changes).toEqual([]);
    await attach(buyer, { fileId: await uploadAs(hub, buyer, pdf()), on: { orderId: order.id }, kind: 'CONTRACT' });
    const change = { orderId: order.id, revision: 1, lines: [{ lineId: '1', action: 'CHANGE', change: { quantity: '11' } }] };
    const { proposal } = await buyer.act('orderProposeChange', change);
    await supplier.act('orderDecideChange', { orderId: order.id, proposalId: proposal?.id, decision: 'ACCEPT' });
    await must(supplier, 'invoiceVoid', { invoiceId, reason: '开错' });
    expect((await again(buyer, sealed?.id ?? ''))?.changes).toEqual([
      { change: 'CHANGED', kind: 'ORDER', number: 'PO-E3' },
      { change: 'GONE', kind: 'DESPATCH', number: 'ASN-E3' },
      { change: 'GONE', kind: 'RECEIPT', number: 'GR-E3' },
      { change: 'GONE', kind: 'ACCEPTANCE', number: null },
      { change: 'ADDED', kind: 'FILE', number: 'paper.pdf' },
    ]);
    expect(await again(stranger, sealed?.id ?? '')).toBeNull();
  });

  it('is made by a party alone', async () => {
    const parties = await evidenceParties(hub);
    const { invoiceId } = await traded(hub, parties, 'E4');
    expect((await seal(parties.stranger, invoiceId)).userErrors).toEqual([{ code: 'NOT_FOUND', field: ['invoiceId'] }]);
  });
});

/** Statements as the acting role of the hub, in one transaction for one organisation; answers the name of what refused them, or 'done'. */
const raw = async (who: Party, sql: string, params: unknown[] = []): Promise<string> => {
  const client = await database.pool('hub_app').connect();
  try {
    await client.query('begin');
    await client.query(`select set_config('app.org', $1, true), set_config('app.actor', $1, true)`, [who.uuid]);
    const { rowCount } = await client.query(sql, params);
    return `done ${rowCount ?? 0}`;
  } catch (error) {
    const { constraint, code } = error as { constraint?: string; code?: string };
    return constraint ?? code ?? 'unknown';
  } finally {
    await client.query('rollback');
    client.release();
  }
};

it('A command of the hub itself attaches to one document too, neither to none nor to two', async () => {
  const { supplier } = await evidenceParties(hub);
  const ids = { orderId: `ord_${'1'.repeat(32)}`, invoiceId: `inv_${'1'.repeat(32)}` };
  for (const on of [{}, ids]) {
    const input = { idempotencyKey: randomUUID(), fileId: `fil_${'1'.repeat(32)}`, kind: 'OTHER', on };
    const { refusals } = await createRunner({ database }).run(attachmentAdd, input, {
      viewer: systemViewer(supplier.uuid),
      requestId: 'test',
      payload: async (answer) => answer,
    });
    expect(refusals).toEqual([{ code: 'ATTACH_TO_ONE', field: ['on'] }]);
  }
});

describe('Raw SQL in the role of the application', () => {
  const ATTACH = `insert into app.attachment (id, buyer_id, supplier_id, owner_id, actor_id, file_id, kind, invoice_id, order_id, business_time)
    values ($1, $2, $3, $4, $4, $5, 'OTHER', $6, $7, now())`;

  it('attaches nothing in the name of the other, to nothing or two, to documents of others, nor files of others', async () => {
    const [one, two] = [await evidenceParties(hub), await evidenceParties(hub)];
    const [mine, theirs] = [await traded(hub, one, 'R1'), await traded(hub, two, 'R2')];
    const { buyer, supplier } = one;
    const fileId = parseId('fil', await uploadAs(hub, supplier, pdf()));
    const foreign = parseId('fil', await uploadAs(hub, buyer, pdf()));
    const uuid = (id: string) => parseId(id.slice(0, 3), id);
    const put = (owner: Party, file: unknown, invoice: unknown, order: unknown = null, who = supplier) =>
      raw(who, ATTACH, [randomUUID(), buyer.uuid, supplier.uuid, owner.uuid, file, invoice, order]);
    expect(await put(supplier, fileId, uuid(mine.invoiceId))).toBe('done 1');
    expect(await put(buyer, foreign, uuid(mine.invoiceId))).toBe('42501');
    expect(await put(supplier, foreign, uuid(mine.invoiceId))).toBe('attachment_file_id_owner_id_fkey');
    expect(await put(supplier, fileId, null)).toBe('attached_to_one');
    expect(await put(supplier, fileId, uuid(mine.invoiceId), uuid(mine.order.id))).toBe('attached_to_one');
    expect(await put(supplier, fileId, uuid(theirs.invoiceId))).toBe('attachment_invoice_id_buyer_id_supplier_id_fkey');
    expect(await put(two.stranger, fileId, uuid(mine.invoiceId), null, two.stranger)).not.toMatch(/^done/);
  });

  it('changes and removes no attachment and no seal, sees none of others, and keeps no false digest', async () => {
    const parties = await evidenceParties(hub);
    const { invoiceId } = await traded(hub, parties, 'R3');
    const { supplier, buyer, stranger } = parties;
    await attach(supplier, { fileId: await uploadAs(hub, supplier, pdf()), on: { invoiceId } });
    for (const sql of [
      `update app.attachment set note = 'x'`,
      'delete from app.attachment',
      'delete from app.evidence_seal',
      `update app.evidence_seal set list = '{}'`,
    ])
      expect(await raw(supplier, sql)).toMatch(/^(42501|history_is_kept)$/);
    expect(await raw(buyer, 'select from app.attachment')).toBe('done 1');
    expect(await raw(stranger, 'select from app.attachment')).toBe('done 0');
    const seal = `insert into app.evidence_seal (id, invoice_id, buyer_id, supplier_id, owner_id, actor_id, list, sha256, business_time)
      values ($1, $2, $3, $4, $4, $4, '{}', $5, now())`;
    const values = (digest: Buffer) => [randomUUID(), parseId('inv', invoiceId), buyer.uuid, supplier.uuid, digest];
    expect(await raw(supplier, seal, values(Buffer.alloc(32)))).toBe('seal_bears_out');
    const digest = createHash('sha256').update('{}').digest();
    expect(await raw(supplier, seal, values(digest))).toBe('done 1');
    expect(await raw(buyer, seal, values(digest))).toBe('42501');
  });
});
