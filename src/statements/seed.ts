import { z } from 'zod';
import { acceptanceRecord, receiptRecord } from '../deliveries/index.js';
import { invoiceSubmit } from '../invoices/index.js';
import { dateIn, plusDays } from '../kernel/date.js';
import { publicId } from '../kernel/ids.js';
import { ok, refused } from '../kernel/refusal.js';
import { orderIssue, orderRespond } from '../orders/index.js';
import { demoOrgId } from '../parties/index.js';
import { command } from '../platform/commands/index.js';
import type { Seed, Seeder } from '../platform/room.js';
import { statementConfirm } from './account/commands.js';
import { statementDraft, statementSend, statementWithdraw } from './draft/commands.js';
import { statementDispute, statementExclude, statementTick } from './marks/commands.js';
import { seedRepricing } from './seed-repricing.js';

const org = (orgKey: string) => ({ id: publicId('org', demoOrgId(orgKey)) });

/** Finds a line of a statement by the number of its document. */
const findLine = command({
  name: 'demoFindStatementLine',
  need: 'invoices:read',
  key: 'none',
  input: z.object({ reference: z.string() }),
  async run(ctx, { reference }) {
    const [row] = await ctx.sql<{ id: string }>('select id from app.statement_line where reference = $1 and live', [reference]);
    return row ? ok({ lineId: publicId('stl', row.id) }) : refused({ code: 'NOT_FOUND' });
  },
});

/** Speaks for both sides about the account of the demo's buyer with one supplier. */
const account = (seeder: Seeder, supplier: string) => {
  const today = dateIn(new Date().toISOString());
  const both = [supplier, 'buyer'];
  return {
    today,
    async draft(by: 'BUYER' | 'SUPPLIER', number: string, daysBack: number, more: object = {}): Promise<string> {
      const who = by === 'BUYER' ? 'buyer' : supplier;
      const input = {
        as: by,
        counterparty: org(by === 'BUYER' ? supplier : 'buyer'),
        periodFrom: plusDays(today, -daysBack),
        periodTo: today,
        number,
        ...more,
        idempotencyKey: `demo-${number}-${daysBack}`,
      };
      return publicId('stm', (await seeder.as<{ statementId: string }>(who, statementDraft, input)).statementId);
    },
    send: (who: string, statementId: string) => seeder.as(who, statementSend, { statementId }),
    tick: (who: string, statementId: string) => seeder.as(who, statementTick, { statementId, all: true }),
    async dispute(who: string, statementId: string, reference: string, reason: string, claimed?: string): Promise<string> {
      const { lineId } = await seeder.as<{ lineId: string }>(who, findLine, { reference });
      await seeder.as(who, statementDispute, { statementId, lines: [{ lineId, reason, claimed }] });
      return lineId;
    },
    async confirm(statementId: string): Promise<void> {
      for (const who of both) await seeder.as(who, statementTick, { statementId, all: true });
      for (const who of both) await seeder.as(who, statementConfirm, { statementId });
    },
  };
};

/** Cartons that came, were accepted and invoiced under an agreement whose term runs from the confirmed statement. */
async function cartons(seeder: Seeder): Promise<void> {
  const today = dateIn(new Date().toISOString());
  const number = 'PO-2026-0930';
  const line = { lineId: '1', itemName: '五层瓦楞纸箱 560×480×620', quantity: '4000', unit: 'C62', price: '6.80', taxRate: '13' };
  const issued = { supplier: org('supplier4'), number, issuedOn: plusDays(today, -30), header: { currency: 'CNY' }, lines: [line] };
  const { orderId } = await seeder.as<{ orderId: string }>('buyer', orderIssue, { ...issued, idempotencyKey: `demo-${number}` });
  const order = { id: publicId('ord', orderId) };
  await seeder.as('supplier4', orderRespond, { orderId: order.id, revision: 1, code: 'AP', idempotencyKey: `demo-${number}-AP` });
  const receipts = [
    ['GR-26-2951', '2500', 5],
    ['GR-26-2968', '1500', 3],
  ] as const;
  for (const [receipt, received, daysAgo] of receipts) {
    const { receiptId } = await seeder.as<{ receiptId: string }>('buyer', receiptRecord, {
      supplier: org('supplier4'),
      number: receipt,
      receivedOn: plusDays(today, -daysAgo),
      lines: [{ order, lineId: '1', received }],
      idempotencyKey: `demo-${receipt}`,
    });
    const accepted = { receiptId: publicId('rct', receiptId), kind: 'FINAL', idempotencyKey: `demo-${receipt}-YS` };
    await seeder.as('buyer', acceptanceRecord, accepted);
  }
  await seeder.as('supplier4', invoiceSubmit, {
    buyer: org('buyer'),
    number: 'ZX-26-0930',
    currency: 'CNY',
    lines: [{ ...line, quantity: '2500', order, orderLineId: '1' }],
    idempotencyKey: 'demo-ZX-26-0930',
  });
}

/** Confirmed, with a line set aside before and a draft taken back first; the term of its invoice begins by it. */
async function confirmed(seeder: Seeder): Promise<void> {
  await cartons(seeder);
  const on = account(seeder, 'supplier4');
  const gone = await on.draft('SUPPLIER', 'ZX-DZ-2611', 10);
  await seeder.as('supplier4', statementWithdraw, { statementId: gone, note: '期间选错' });
  const id = await on.draft('SUPPLIER', 'ZX-DZ-2611', 45, { openingBalance: '18600.00', note: '期初余额为上线前未结货款' });
  await on.send('supplier4', id);
  const lineId = await on.dispute('buyer', id, 'GR-26-2968', '到货 1,480 只，短少 20 只', '11367.80');
  await seeder.as('supplier4', statementExclude, { statementId: id, lineIds: [lineId], note: '核对后下期再对' });
  await on.confirm(id);
  // What was set aside comes again here.
  await on.draft('BUYER', 'HS-DZ-4-2612', 0);
}

/** One that awaits the other side, partly ticked, and one in which a line is disputed. */
async function open(seeder: Seeder): Promise<void> {
  const waiting = account(seeder, 'supplier');
  const sent = await waiting.draft('SUPPLIER', 'LX-DZ-2611', 30, { openingBalance: '0' });
  await waiting.send('supplier', sent);
  await waiting.tick('supplier', sent);
  const disputed = account(seeder, 'supplier2');
  const id = await disputed.draft('BUYER', 'HS-DZ-2-2611', 60);
  await disputed.send('buyer', id);
  await disputed.tick('buyer', id);
  await disputed.dispute('supplier2', id, 'GR-26-3014', '我方出库 7,800 KGM，含换货 300', '83460.60');
}

export const seed: readonly Seed[] = [
  {
    version: 1,
    async run(seeder) {
      await seedRepricing(seeder);
      await confirmed(seeder);
      await open(seeder);
      await account(seeder, 'supplier3').draft('SUPPLIER', 'FJ-DZ-2611', 60);
    },
  },
];
