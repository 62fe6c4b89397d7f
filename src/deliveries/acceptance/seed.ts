import { z } from 'zod';
import { dateIn, plusDays } from '../../kernel/date.js';
import { publicId } from '../../kernel/ids.js';
import { ok, refused } from '../../kernel/refusal.js';
import { orderIssue, orderRespond } from '../../orders/index.js';
import { demoOrgId } from '../../parties/index.js';
import { command } from '../../platform/commands/index.js';
import type { Seeder } from '../../platform/room.js';
import { receiptRecord } from '../receipt/commands.js';
import { goodsReturnConfirm, goodsReturnSend } from '../returns/commands.js';
import { warrantyClaimAnswer, warrantyClaimSubmit } from '../warranty/commands.js';
import { acceptanceRecord } from './commands.js';
import { refusalSettle } from './settle/commands.js';

/** Finds the one line of a receipt, or of an acceptance's refusal, by the numbers on paper. */
const findGoods = command({
  name: 'demoFindGoods',
  need: 'orders:read',
  key: 'none',
  input: z.object({ receipt: z.string() }),
  async run(ctx, { receipt }) {
    const [row] = await ctx.sql<{ receipt_id: string; line_id: string; refusal_id: string | null }>(
      `select l.receipt_id, l.id as line_id,
         (select a.id from app.acceptance_line a where a.receipt_line_id = l.id and a.refused > 0 order by a.at desc, a.id desc limit 1) as refusal_id
       from app.receipt_line l join app.receipt_advice r on r.id = l.receipt_id where r.number = $1`,
      [receipt],
    );
    return row ? ok({ receiptId: row.receipt_id, lineId: row.line_id, refusalId: row.refusal_id }) : refused({ code: 'NOT_FOUND' });
  },
});

interface Goods {
  readonly receiptId: string;
  readonly lineId: string;
  readonly refusalId: string | null;
}

/** Speaks for both sides about what came of one line of one order. */
const inspected = (seeder: Seeder, supplier: string, number: string) => {
  const today = dateIn(new Date().toISOString());
  const keyed = (key: string, input: object) => ({ ...input, idempotencyKey: `demo-${number}-${key}` });
  const find = (receipt: string) => seeder.as<Goods>('buyer', findGoods, { receipt });
  const refusalOf = async (receipt: string) => publicId('acl', (await find(receipt)).refusalId ?? '');
  return {
    today,
    refusalOf,
    async order(line: object): Promise<void> {
      const lines = [{ lineId: '1', taxRate: '13', ...line }];
      const issued = { supplier: { id: publicId('org', demoOrgId(supplier)) }, number, header: { currency: 'CNY' }, lines };
      const { orderId } = await seeder.as<{ orderId: string }>('buyer', orderIssue, keyed('issue', issued));
      await seeder.as(supplier, orderRespond, keyed('ap', { orderId: publicId('ord', orderId), revision: 1, code: 'AP' }));
    },
    receive: (receipt: string, received: string, daysAgo: number) =>
      seeder.as(
        'buyer',
        receiptRecord,
        keyed(receipt, {
          supplier: { id: publicId('org', demoOrgId(supplier)) },
          number: receipt,
          receivedOn: plusDays(today, -daysAgo),
          lines: [{ order: { number }, lineId: '1', received }],
        }),
      ),
    async accept(receipt: string, kind: string, found?: object, more: object = {}): Promise<void> {
      const { receiptId, lineId } = await find(receipt);
      const lines = found === undefined ? [] : [{ receiptLineId: publicId('rcl', lineId), ...found }];
      const input = { receiptId: publicId('rct', receiptId), kind, lines, ...more };
      await seeder.as('buyer', acceptanceRecord, keyed(`${receipt}-${kind}`, input));
    },
    settle: async (who: string, receipt: string, settlement: object) =>
      seeder.as(who, refusalSettle, keyed(`${receipt}-settle`, { acceptanceLineId: await refusalOf(receipt), ...settlement })),
    async claim(receipt: string, claim: string, said: object): Promise<string> {
      const { lineId } = await find(receipt);
      const input = keyed(claim, { receiptLineId: publicId('rcl', lineId), number: claim, defect: 'HIDDEN', ...said });
      const { claimId } = await seeder.as<{ claimId: string }>('buyer', warrantyClaimSubmit, input);
      return publicId('wcl', claimId);
    },
    answer: (claimId: string, decision: string, note: string) => seeder.as(supplier, warrantyClaimAnswer, { claimId, decision, note }),
    async sendBack(back: string, line: object): Promise<string> {
      const input = keyed(back, { number: back, carrier: '德邦快递', lines: [line] });
      const { returnId } = await seeder.as<{ returnId: string }>('buyer', goodsReturnSend, input);
      return publicId('grt', returnId);
    },
    arrived: (returnId: string) => seeder.as(supplier, goodsReturnConfirm, { returnId, note: '已入退货库' }),
  };
};

/** Granulate: accepted by clock, in parts by hand, refused and sent back, and claimed about in every way. */
async function granulate(seeder: Seeder): Promise<void> {
  const on = inspected(seeder, 'supplier2', 'PO-2026-0815');
  const schedules = [
    { scheduleId: '1', quantity: '20', requestedTo: plusDays(on.today, -18) },
    { scheduleId: '2', quantity: '20', requestedTo: plusDays(on.today, -4) },
  ];
  await on.order({ itemName: 'PC/ABS 合金 T65', quantity: '40', unit: 'TNE', price: '16800', schedules });
  await on.receive('GR-26-2990', '20', 19);
  await on.receive('GR-26-3002', '12', 2);
  await on.accept('GR-26-3002', 'PARTIAL', { accepted: '6' }, { signer: '李检', number: 'YS-26-118' });
  await on.accept('GR-26-3002', 'PROVISIONAL', { accepted: '2', refused: '2', reason: 'QUALITY', action: 'RETURN', note: '黑点超标' });
  const acceptanceLineId = await on.refusalOf('GR-26-3002');
  await on.arrived(await on.sendBack('TH-26-011', { acceptanceLineId, quantity: '1.5', consequence: 'REPLACEMENT' }));
  const claimId = await on.claim('GR-26-2990', 'SP-26-007', { quantity: '1', remedy: 'REPLACE', description: '熔指不合格，注塑开裂' });
  await on.answer(claimId, 'ACCEPT', '同意换货');
  await on.sendBack('TH-26-012', { claimId, quantity: '0.4', consequence: 'REPLACEMENT' });
  await on.claim('GR-26-2990', 'SP-26-008', { quantity: '0.5', remedy: 'PRICE_CUT', priceCut: '1260', description: '批次色差' });
  const refusedClaim = await on.claim('GR-26-2990', 'SP-26-009', { quantity: '0.2', remedy: 'RETURN', description: '袋装受潮' });
  await on.answer(refusedClaim, 'REFUSE', '运输由买方承运，不属质保范围');
}

/** Motors: kept at a lower price by agreement, given up, made good, the rest accepted in full. */
async function motors(seeder: Seeder): Promise<void> {
  const on = inspected(seeder, 'supplier', 'PO-2026-0822');
  await on.order({ itemName: '排水泵电机 DP-30', quantity: '600', unit: 'C62', price: '41.5', requestedTo: plusDays(on.today, -3) });
  await on.receive('GR-26-3005', '300', 5);
  await on.accept('GR-26-3005', 'PARTIAL', {
    refused: '10',
    reason: 'QUALITY',
    action: 'CONCESSION',
    priceReduction: '0.08',
    note: '外壳划伤',
  });
  await on.settle('supplier', 'GR-26-3005', { outcome: 'CONCEDED', note: '同意让步接收' });
  await on.accept('GR-26-3005', 'FINAL', undefined, { signer: '周主管' });
  await on.receive('GR-26-3006', '200', 1);
  await on.accept('GR-26-3006', 'PARTIAL', { accepted: '120', refused: '8', reason: 'DAMAGED', action: 'SCRAP' });
}

/** Acceptances, refusals, returns and claims of the demo in every state. */
export const seedAcceptance = async (seeder: Seeder): Promise<void> => {
  await granulate(seeder);
  await motors(seeder);
};
