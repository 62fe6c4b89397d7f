import { z } from 'zod';
import { dateIn, plusDays } from '../../kernel/date.js';
import { publicId } from '../../kernel/ids.js';
import { ok, refused } from '../../kernel/refusal.js';
import { orderIssue, orderRespond } from '../../orders/index.js';
import { demoOrgId } from '../../parties/index.js';
import { command } from '../../platform/commands/index.js';
import type { Seeder } from '../../platform/room.js';
import { lineClose } from '../closing/commands.js';
import { despatchCancel, despatchSend } from '../despatch/commands.js';
import { promiseUpdate } from '../promise/commands.js';
import { receiptRecord } from '../receipt/commands.js';

const org = (orgKey: string) => ({ id: publicId('org', demoOrgId(orgKey)) });

/** Finds a line of an order by the numbers on paper, for the commands that take its id. */
const findLine = command({
  name: 'demoFindLine',
  need: 'orders:read',
  key: 'none',
  input: z.object({ number: z.string(), lineNo: z.string() }),
  async run(ctx, { number, lineNo }) {
    const [row] = await ctx.sql<{ id: string }>(
      `select l.id from app.order_line l join app.orders o on o.id = l.order_id where o.number = $1 and l.line_no = $2`,
      [number, lineNo],
    );
    return row ? ok({ lineId: row.id }) : refused({ code: 'NOT_FOUND' });
  },
});

/** Speaks for both sides about the goods of one order of the demo. */
const goods = (seeder: Seeder, supplier: string, order: string) => {
  const line = (lineId: string, more: object) => [{ order: { number: order }, lineId, ...more }];
  const lineIdOf = async (lineNo: string) =>
    publicId('orl', (await seeder.as<{ lineId: string }>('buyer', findLine, { number: order, lineNo })).lineId);
  return {
    send: (number: string, lineNo: string, said: object, more: object = {}) =>
      seeder.as<{ despatchId: string }>(supplier, despatchSend, {
        buyer: org('buyer'),
        number,
        lines: line(lineNo, said),
        ...more,
        idempotencyKey: `demo-${number}`,
      }),
    record: (number: string, lineNo: string, said: object, despatch?: string) =>
      seeder.as<{ receiptId: string }>('buyer', receiptRecord, {
        supplier: org(supplier),
        number,
        lines: line(lineNo, said),
        ...(despatch === undefined ? {} : { despatch: { number: despatch } }),
        idempotencyKey: `demo-${number}`,
      }),
    close: async (lineNo: string, reason: string) => seeder.as('buyer', lineClose, { lineId: await lineIdOf(lineNo), reason }),
    promise: async (lineNo: string, scheduleId: string, promisedOn: string, reason: string) =>
      seeder.as(supplier, promiseUpdate, { lineId: await lineIdOf(lineNo), scheduleId, promisedOn, reasonCode: 'MATERIAL', reason }),
  };
};

/** Resin that came in parts: whole, short and rejected, under way, and one despatch that was taken back. */
async function resin(seeder: Seeder): Promise<void> {
  const { send, record } = goods(seeder, 'supplier2', 'CO-2026-1001');
  const packages = [{ marks: 'HD/01-480', kind: 'BG', count: 480, grossWeight: '12120', netWeight: '12000', weightUnit: 'KGM' }];
  const carrier = { carrier: '中远海运物流', consignment: 'COSU61124077' };
  await send(
    'HD-SH-2201',
    '10',
    { quantity: '12', unit: 'TNE', lot: 'A2611-07', packages },
    { ...carrier, externalReference: 'WMS-88213' },
  );
  await record('GR-26-3001', '10', { received: '12000', lot: 'A2611-07' }, 'HD-SH-2201');
  await send('HD-SH-2207', '10', {
    quantity: '8',
    unit: 'TNE',
    lot: 'A2611-09',
    outstandingQuantity: '4',
    outstandingReason: '原料到港延误',
  });
  await record(
    'GR-26-3014',
    '10',
    {
      received: '7500',
      short: '200',
      shortAction: 'SEND_REST',
      rejected: '300',
      rejectReason: 'DAMAGED',
      rejectAction: 'REPLACE',
      note: '包装破损受潮 12 袋',
    },
    'HD-SH-2207',
  );
  const { despatchId } = await send('HD-SH-2213', '10', { quantity: '4', unit: 'TNE' });
  await seeder.as('supplier2', despatchCancel, { despatchId: publicId('des', despatchId), reason: '装车单错误' });
  await send('HD-SH-2214', '10', { quantity: '3', unit: 'TNE', lot: 'A2612-01' }, carrier);
}

/** Goods without a despatch, a line closed short, and motors under the tolerance of an agreement with an inspection window. */
async function receipts(seeder: Seeder): Promise<void> {
  await goods(seeder, 'supplier4', 'PO-2026-1003').record('GR-26-3020', '1', { received: '3000' });
  const masterbatch = goods(seeder, 'supplier2', 'PO-2026-1001');
  await masterbatch.record('GR-26-3022', '20', { received: '640' });
  await masterbatch.close('20', '尾数 10 KGM 不再补交');
  const motors = goods(seeder, 'supplier', 'PO-2026-1002');
  await motors.send('LX-D-0091', '00010', { quantity: '400', lot: 'DD420-2611' });
  await motors.record('GR-26-3025', '00010', { received: '400', lot: 'DD420-2611' }, 'LX-D-0091');
}

/** An order of which one part is late and another is expected later than agreed. */
async function late(seeder: Seeder): Promise<void> {
  const today = dateIn(new Date().toISOString());
  const number = 'PO-2026-0907';
  const fans = {
    lineId: '1',
    itemName: '散热风机 EC-120',
    quantity: '900',
    unit: 'C62',
    price: '57.5',
    taxRate: '13',
    schedules: [
      { scheduleId: '1', quantity: '400', requestedTo: plusDays(today, -9) },
      { scheduleId: '2', quantity: '500', requestedTo: plusDays(today, 12) },
    ],
  };
  const order = { supplier: org('supplier3'), number, header: { currency: 'CNY' }, lines: [fans], idempotencyKey: `demo-${number}` };
  const { orderId } = await seeder.as<{ orderId: string }>('buyer', orderIssue, order);
  const answer = { orderId: publicId('ord', orderId), revision: 1, code: 'AP', idempotencyKey: `demo-${number}-ap` };
  await seeder.as('supplier3', orderRespond, answer);
  const { record, promise } = goods(seeder, 'supplier3', number);
  await record('GR-26-3009', '1', { received: '260' });
  await promise('1', '2', plusDays(today, 19), '轴承缺料，已改由第二供方交付');
}

/** Despatches and receipts of the demo in every state. */
export const seedGoods = async (seeder: Seeder): Promise<void> => {
  await resin(seeder);
  await receipts(seeder);
  await late(seeder);
};
