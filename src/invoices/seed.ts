import { acceptanceRecord, receiptRecord } from '../deliveries/index.js';
import { type CalendarDate, dateIn, plusDays } from '../kernel/date.js';
import { publicId } from '../kernel/ids.js';
import { orderIssue, orderRespond } from '../orders/index.js';
import { demoOrgId } from '../parties/index.js';
import type { Seeder } from '../platform/room.js';
import { creditNoteSubmit } from './credit/commands.js';
import { invoiceDispute } from './dispute/commands.js';
import { disputeAnswer, disputeDecide } from './dispute/decide.js';
import { fapiaoRecord, invoiceVoid } from './fapiao/commands.js';
import { invoiceSubmit } from './invoice/commands.js';
import { paymentAdvise } from './payment/commands.js';
import { invoiceRespond } from './response/commands.js';

const SUPPLIER = 'supplier3';
const ORDER = 'PO-2026-0950';
const PRICE = '38.60';
const org = (orgKey: string) => ({ id: publicId('org', demoOrgId(orgKey)) });

/** Speaks for both sides about one order of pumps and the invoices for it. */
const pumps = (seeder: Seeder, today: CalendarDate) => {
  const keyed = (key: string, input: object) => ({ ...input, idempotencyKey: `demo-${ORDER}-${key}` });
  const line = { itemName: '排水泵 BLDC-30', unit: 'C62', taxRate: '13' };
  return {
    async order(): Promise<void> {
      const lines = [{ ...line, lineId: '10', quantity: '6000', price: PRICE, sellerItemId: 'HL-BP30' }];
      const issued = { supplier: org(SUPPLIER), number: ORDER, issuedOn: plusDays(today, -40), header: { currency: 'CNY' }, lines };
      const { orderId } = await seeder.as<{ orderId: string }>('buyer', orderIssue, keyed('issue', issued));
      await seeder.as(SUPPLIER, orderRespond, keyed('ap', { orderId: publicId('ord', orderId), revision: 1, code: 'AP' }));
    },
    async receive(number: string, received: string, daysAgo: number, accepted = true): Promise<void> {
      const receivedOn = plusDays(today, -daysAgo);
      const lines = [{ order: { number: ORDER }, lineId: '10', received }];
      const input = keyed(number, { supplier: org(SUPPLIER), number, receivedOn, lines });
      const { receiptId } = await seeder.as<{ receiptId: string }>('buyer', receiptRecord, input);
      const passed = keyed(`${number}-YS`, { receiptId: publicId('rct', receiptId), kind: 'FINAL', acceptedOn: receivedOn });
      if (accepted) await seeder.as('buyer', acceptanceRecord, passed);
    },
    async invoice(number: string, quantity: string, more: object = {}, own: object = {}): Promise<string> {
      const claimed = {
        ...line,
        lineId: '1',
        order: { number: ORDER },
        orderLineId: '10',
        quantity,
        price: PRICE,
        sellerItemId: 'HL-BP30',
        ...own,
      };
      const input = keyed(number, { buyer: org('buyer'), number, currency: 'CNY', issuedOn: today, lines: [claimed], ...more });
      const { invoiceId } = await seeder.as<{ invoiceId: string }>(SUPPLIER, invoiceSubmit, input);
      return publicId('inv', invoiceId);
    },
    respond: (invoiceId: string, code: string, more: object = {}) => seeder.as('buyer', invoiceRespond, { invoiceId, code, ...more }),
    async dispute(invoiceId: string, item: object): Promise<string> {
      const { disputeIds } = await seeder.as<{ disputeIds: string[] }>('buyer', invoiceDispute, { invoiceId, items: [item] });
      return publicId('dsp', disputeIds[0] ?? '');
    },
    answer: (disputeId: string, answer: string, text?: string) => seeder.as(SUPPLIER, disputeAnswer, { disputeId, answer, text }),
    decide: (disputeId: string, decision: string, more: object = {}) => seeder.as('buyer', disputeDecide, { disputeId, decision, ...more }),
    credit: (original: string, number: string, more: object) =>
      seeder.as(SUPPLIER, creditNoteSubmit, keyed(number, { kind: 'CREDIT_NOTE', original: { number: original }, number, ...more })),
    voids: (invoiceId: string, reason: string) => seeder.as(SUPPLIER, invoiceVoid, { invoiceId, reason }),
    pay: (invoiceId: string, number: string, amount: string) =>
      seeder.as(
        'buyer',
        paymentAdvise,
        keyed(number, { supplier: org(SUPPLIER), number, paidOn: today, amount, parts: [{ invoiceId, amount }] }),
      ),
    fapiao: (invoiceId: string, fapiao: object) => seeder.as(SUPPLIER, fapiaoRecord, { invoiceId, fapiao }),
  };
};

const digital = (serial: string) => ({ kind: 'DIGITAL_SPECIAL', number: `2637200000000000${serial}` });

/** Invoices that the buyer has answered, or not yet. */
async function answered(on: ReturnType<typeof pumps>): Promise<void> {
  const waiting = await on.invoice('FP-26-0951', '900', { externalReference: 'U8-FP-0951', note: '余量待验收' });
  await on.fapiao(waiting, digital('0951'));
  await on.respond(await on.invoice('FP-26-0952', '300'), 'AB', { number: 'HD-0952' });
  await on.respond(await on.invoice('FP-26-0953', '300', { fapiao: digital('0953') }), 'IP');
  const queried = await on.invoice('FP-26-0954', '400');
  const dispute = await on.dispute(queried, {
    lineId: '1',
    quantity: '40',
    reason: 'QUA',
    action: 'CNP',
    note: '四十台运行噪音超过 45 dB',
  });
  await on.answer(dispute, 'CONTRADICT', '出厂噪音报告合格，请提供检测条件');
  await on.respond(queried, 'UQ', { reasons: ['QUA'], actions: ['PIN'] });
  await on.respond(await on.invoice('FP-26-0955', '300'), 'AP', { note: '已审核' });
  await on.respond(await on.invoice('FP-26-0956', '300'), 'RE', { reasons: ['LEG'], actions: ['NIN'], note: '购买方税号有误' });
}

/** An invoice that was paid before its day. 200 at 38.60 with 13 %. */
async function paid(on: ReturnType<typeof pumps>): Promise<void> {
  await on.pay(await on.invoice('FP-26-0965', '200'), 'FK-26-0965', '8723.60');
}

/** Invoices that differ, and how that ended: conceded, credited, taken back, voided. */
async function settled(on: ReturnType<typeof pumps>): Promise<void> {
  const dear = await on.invoice('FP-26-0957', '300', {}, { price: '39.20' });
  await on.respond(dear, 'CA', { reasons: ['PRI'], actions: ['CNP'] });
  await on.credit('FP-26-0957', 'DK-26-0957', { lines: [{ lineId: '1', gross: '120.00' }], reason: '部分退还价差' });
  const agreed = await on.invoice('FP-26-0958', '200');
  const dispute = await on.dispute(agreed, { amount: '1000', reason: 'DEL', note: '到货延误两日' });
  await on.answer(dispute, 'ACCEPT', '同意折让');
  await on.decide(dispute, 'SETTLE', { conceded: '600', text: '双方协商折让 400 元' });
  await on.credit('FP-26-0958', 'DK-26-0958', { lines: [{ lineId: '1', gross: '400' }] });
  const withdrawn = await on.dispute(await on.invoice('FP-26-0959', '200'), { lineId: '1', reason: 'ITM' });
  await on.decide(withdrawn, 'WITHDRAW', { text: '核对后型号无误' });
  await on.invoice('FP-26-0960', '200', { fapiao: digital('0960') });
  const red = { kind: 'RED_INVOICE', whole: true, fapiao: digital('0961'), confirmation: '3702002611000960', reason: '开票信息有误' };
  await on.credit('FP-26-0960', 'HZ-26-0960', red);
  await on.voids(await on.invoice('FP-26-0962', '200'), '抬头录入错误');
  await on.invoice(
    'FP-26-0963',
    '1',
    {},
    { orderLineId: undefined, order: undefined, itemName: '模具维护服务', price: '4800', unit: 'E48', taxRate: '6' },
  );
}

/** Invoices in every state, of one order that comes in three parts, the last of which is not accepted yet. */
export const seedInvoices = async (seeder: Seeder): Promise<void> => {
  const today = dateIn(new Date().toISOString());
  const on = pumps(seeder, today);
  await on.order();
  await on.receive('GR-26-0951', '2400', 5);
  await on.receive('GR-26-0952', '1000', 3);
  await answered(on);
  await settled(on);
  await paid(on);
  await on.receive('GR-26-0953', '500', 1, false);
  await on.invoice('FP-26-0964', '500');
};
