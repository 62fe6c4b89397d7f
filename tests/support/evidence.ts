import { deliveries } from '../../src/deliveries/index.js';
import { evidence } from '../../src/evidence/index.js';
import { invoices } from '../../src/invoices/index.js';
import type { Scope } from '../../src/platform/auth/viewer.js';
import { statements } from '../../src/statements/index.js';
import { agreement } from './acceptance.js';
import { despatchOf, move, receiptOf } from './deliveries.js';
import { invoiceOf, must } from './invoices.js';
import { agreed, ordersHub, type OrdersHub, type OrderView, type Party } from './orders.js';
import { upload } from './tables.js';

const ALL: Scope[] = ['orders:read', 'orders:write', 'invoices:read', 'invoices:write', 'amounts:read', 'parties:read', 'files:write'];

/** A hub with every document that files can be attached to. */
export const evidenceHub = (): Promise<OrdersHub> => ordersHub([deliveries, invoices, statements, evidence]);

export const evidenceParties = async (
  hub: OrdersHub,
): Promise<{ readonly buyer: Party; readonly supplier: Party; readonly stranger: Party }> => {
  const buyer = await hub.party(['BUYER'], ALL);
  const supplier = await hub.party(['SUPPLIER'], ALL);
  await hub.relate(buyer, supplier);
  return { buyer, supplier, stranger: await hub.party(['BUYER'], ALL) };
};

/** The documents of one trade: from order to invoice. */
export interface Traded {
  readonly order: OrderView;
  readonly despatchId: string;
  readonly receiptId: string;
  readonly acceptanceId: string;
  readonly invoiceId: string;
}

const LINES = [{ id: '1', quantity: '10', price: '40', more: { taxRate: '13', buyerItemId: 'HS-1' } }];

/** Ten pieces ordered, sent and received; so many invoiced at that price, under an agreement unless there is none. */
export const traded = async (
  hub: OrdersHub,
  { buyer, supplier }: { readonly buyer: Party; readonly supplier: Party },
  key: string,
  {
    quantity = '10',
    price = '40',
    line = {},
    contract = true,
  }: { readonly quantity?: string; readonly price?: string; readonly line?: object; readonly contract?: boolean } = {},
): Promise<Traded> => {
  if (contract) await agreement(hub, buyer, supplier, {});
  const order = await agreed(buyer, supplier, `PO-${key}`, LINES);
  const despatch = await move(supplier, 'despatchSend', despatchOf(order, `ASN-${key}`, '10'));
  const receipt = await move<{ id: string; acceptances: { id: string }[] }>(
    buyer,
    'receiptRecord',
    { ...receiptOf(order, `GR-${key}`, { received: '10' }), despatch: { id: despatch.it?.id } },
    'id acceptances { id }',
  );
  const invoice = await must(supplier, 'invoiceSubmit', {
    ...invoiceOf(buyer, order, `INV-${key}`, [{ quantity, price, more: { itemName: 'Item 1', buyerItemId: 'HS-1', ...line } }]),
  });
  return {
    order,
    despatchId: despatch.it?.id ?? '',
    receiptId: receipt.it?.id ?? '',
    acceptanceId: receipt.it?.acceptances[0]?.id ?? '',
    invoiceId: invoice.id,
  };
};

export interface Attached {
  readonly attachment: { readonly id: string } | null;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] | null }[];
}

let keys = 0;

/** PDF bytes that differ from each other. */
export const pdf = (): Buffer => Buffer.from(`%PDF-1.7\n${keys++}\n`);

export const uploadAs = async (hub: OrdersHub, who: Party, bytes: Uint8Array | string, name = 'paper.pdf'): Promise<string> =>
  upload(hub, (await hub.key(who.uuid, ['files:write'])).secret, bytes, name);

export const attach = async (who: Party, input: object): Promise<Attached> =>
  (
    await who.ask<{ attachmentAdd: Attached }>(
      'mutation M($input: AttachmentAddInput!) { attachmentAdd(input: $input) { attachment { id } userErrors { code field } } }',
      { input: { idempotencyKey: `attach-${keys++}`, kind: 'OTHER', ...input } },
    )
  ).attachmentAdd;

export interface EvidenceView {
  readonly complete: boolean;
  readonly sha256: string;
  readonly parts: readonly {
    readonly kind: string;
    readonly id: string;
    readonly number: string | null;
    readonly version: number | null;
    readonly sha256: string;
    readonly content: string;
  }[];
  readonly files: readonly {
    readonly id: string;
    readonly kind: string;
    readonly on: string;
    readonly name: string;
    readonly sha256: string;
    readonly superseded: boolean;
  }[];
  readonly checks: readonly {
    readonly rule: string;
    readonly subject: string | null;
    readonly verdict: string;
    readonly missing: readonly string[];
    readonly compared: readonly { readonly part: string; readonly number: string | null; readonly value: string | null }[];
  }[];
}

const EVIDENCE = `complete sha256 parts { kind id number version sha256 content } files { id kind on name sha256 superseded }
  checks { rule subject verdict missing compared { part number value } }`;

export const evidenceOf = async (who: Party, id: string): Promise<EvidenceView | null> =>
  (
    await who.ask<{ invoice: { evidence: EvidenceView } | null }>(
      `query ($id: ID!) { invoice(by: { id: $id }) { evidence { ${EVIDENCE} } } }`,
      { id },
    )
  ).invoice?.evidence ?? null;
