import { despatchSend, receiptRecord } from '../deliveries/index.js';
import { invoiceSubmit } from '../invoices/index.js';
import { publicId } from '../kernel/ids.js';
import { orderIssue, orderRespond } from '../orders/index.js';
import { canaryOf, demoOrgId } from '../parties/index.js';
import type { Seed, Seeder } from '../platform/room.js';
import { attachmentAdd, attachmentSupersede } from './attachment/commands.js';
import { evidenceSeal } from './list/commands.js';

const SUPPLIER = 'supplier3';
const org = (orgKey: string) => ({ id: publicId('org', demoOrgId(orgKey)) });
const keyed = (name: string, input: object) => ({ ...input, idempotencyKey: `demo-evidence-${name}` });

// The smallest papers that a reader of PDF opens: one blank page, and a word that tells them apart.
const paper = (title: string): Buffer =>
  Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
% ${title}
trailer<</Root 1 0 R>>
%%EOF
`);
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');

interface Chain {
  readonly orderId: string;
  readonly despatchId: string;
  readonly receiptId: string;
  readonly invoiceId: string;
}

/** Fans ordered, sent, received and invoiced. */
const trade = async (seeder: Seeder): Promise<Chain> => {
  const number = 'PO-2026-1201';
  const item = { itemName: '散热风机 EC-90', buyerItemId: 'HS-EC90', quantity: '300', unit: 'C62', price: '42', taxRate: '13' };
  const lines = [{ lineId: '10', ...item }];
  const { orderId } = await seeder.as<{ orderId: string }>(
    'buyer',
    orderIssue,
    keyed('order', { supplier: org(SUPPLIER), number, header: { currency: 'CNY' }, lines }),
  );
  const order = { id: publicId('ord', orderId) };
  await seeder.as(SUPPLIER, orderRespond, keyed('answer', { orderId: order.id, revision: 1, code: 'AP' }));
  const line = { order, lineId: '10' };
  const { despatchId } = await seeder.as<{ despatchId: string }>(
    SUPPLIER,
    despatchSend,
    keyed('despatch', { number: 'FH-2026-1201', lines: [{ ...line, quantity: '300' }] }),
  );
  const despatch = { id: publicId('des', despatchId) };
  const { receiptId } = await seeder.as<{ receiptId: string }>(
    'buyer',
    receiptRecord,
    keyed('receipt', { number: 'RK-2026-1201', despatch, lines: [{ ...line, received: '300' }] }),
  );
  const { invoiceId } = await seeder.as<{ invoiceId: string }>(
    SUPPLIER,
    invoiceSubmit,
    keyed('invoice', {
      buyer: org('buyer'),
      number: 'FP-2026-1201',
      currency: 'CNY',
      lines: [{ lineId: '1', order, orderLineId: '10', ...item }],
    }),
  );
  return { orderId: order.id, despatchId: despatch.id, receiptId: publicId('rct', receiptId), invoiceId: publicId('inv', invoiceId) };
};

/** Papers of both sides beside the documents, one of them replaced, and the list sealed. */
const papers = async (seeder: Seeder, { orderId, despatchId, receiptId, invoiceId }: Chain): Promise<void> => {
  const add = async (orgKey: string, name: string, kind: string, on: object, bytes = paper(name)): Promise<string> => {
    const fileId = await seeder.file(orgKey, name, bytes);
    const input = { fileId, on, kind, note: `附件备注 ${canaryOf(orgKey)}` };
    const { attachmentId } = await seeder.as<{ attachmentId: string }>(orgKey, attachmentAdd, keyed(name, input));
    return publicId('att', attachmentId);
  };
  await add('buyer', '采购合同.pdf', 'CONTRACT', { orderId });
  await add(SUPPLIER, '送货单 FH-2026-1201.pdf', 'DELIVERY_NOTE', { despatchId });
  await add('buyer', '到货照片.png', 'PHOTO', { receiptId }, PHOTO);
  const blurred = await add(SUPPLIER, '发票扫描件.pdf', 'INVOICE', { invoiceId });
  const clear = await add(SUPPLIER, '发票 FP-2026-1201.pdf', 'INVOICE', { invoiceId });
  await seeder.as(SUPPLIER, attachmentSupersede, { attachmentId: blurred, byId: clear, reason: `扫描件不清晰 ${canaryOf(SUPPLIER)}` });
  await seeder.as(SUPPLIER, evidenceSeal, keyed('seal', { invoiceId }));
};

export const seed: readonly Seed[] = [{ version: 1, run: async (seeder) => papers(seeder, await trade(seeder)) }];
