import { type CalendarDate, dateIn, plusDays } from '../../kernel/date.js';
import { publicId } from '../../kernel/ids.js';
import { receiptRecord } from '../../deliveries/index.js';
import { orderIssue, orderRespond } from '../../orders/index.js';
import { canaryOf, demoOrgId, tradeAgreementConfirm, tradeAgreementEnd, tradeAgreementPropose } from '../../parties/index.js';
import type { Seeder } from '../../platform/room.js';
import { approvalTiersSet } from '../approval/commands.js';
import { invoiceSubmit } from '../invoice/commands.js';
import { advanceRecord } from '../payment/advance.js';
import { paymentAdvise, paymentConfirm } from '../payment/commands.js';

const SUPPLIER = 'supplier2';
const org = (orgKey: string) => ({ id: publicId('org', demoOrgId(orgKey)) });
const keyed = (name: string, input: object) => ({ ...input, idempotencyKey: `demo-payable-${name}` });

/** An agreement with a plan, under which the orders below are placed; it ends afterwards, and they keep its terms. */
const agree = async (seeder: Seeder): Promise<string> => {
  const { agreementId } = await seeder.as<{ agreementId: string }>(
    'buyer',
    tradeAgreementPropose,
    keyed('agreement', {
      as: 'BUYER',
      counterparty: org(SUPPLIER),
      number: 'HS-2026-P05',
      validFrom: '2026-01-01',
      priceBasis: 'NET',
      termDays: 30,
      termBasis: 'DELIVERY',
      inspectionDays: 0,
      lateRate: '0.045',
      plan: [
        { kind: 'ADVANCE', share: '0.2', trigger: 'ORDER', days: 0 },
        { kind: 'DELIVERY', share: '0.7', trigger: 'DELIVERY', days: 30 },
        { kind: 'RETENTION', share: '0.1', trigger: 'DELIVERY', days: 365 },
      ],
    }),
  );
  const id = publicId('agr', agreementId);
  await seeder.as(SUPPLIER, tradeAgreementConfirm, { agreementId: id, smeDeclared: true });
  return id;
};

const order = async (seeder: Seeder, number: string): Promise<string> => {
  const line = { lineId: '10', itemName: 'ABS 树脂 757', quantity: '10', unit: 'TNE', price: '9850', taxRate: '13' };
  const { orderId } = await seeder.as<{ orderId: string }>(
    'buyer',
    orderIssue,
    keyed(number, { supplier: org(SUPPLIER), number, issuedOn: '2026-01-08', header: { currency: 'CNY' }, lines: [line] }),
  );
  const id = publicId('ord', orderId);
  await seeder.as(SUPPLIER, orderRespond, keyed(`${number}-AP`, { orderId: id, revision: 1, code: 'AP' }));
  return id;
};

/** Delivers the whole order on a day and invoices it. @returns the invoice, of 111,305.00 with tax */
const claim = async (seeder: Seeder, orderId: string, number: string, receivedOn: CalendarDate): Promise<string> => {
  const where = { order: { id: orderId } };
  await seeder.as(
    'buyer',
    receiptRecord,
    keyed(`GR-${number}`, { number: `GR-${number}`, receivedOn, lines: [{ ...where, lineId: '10', received: '10' }] }),
  );
  const line = {
    lineId: '1',
    ...where,
    orderLineId: '10',
    itemName: 'ABS 树脂 757',
    quantity: '10',
    unit: 'TNE',
    price: '9850',
    taxRate: '13',
  };
  const { invoiceId } = await seeder.as<{ invoiceId: string }>(
    SUPPLIER,
    invoiceSubmit,
    keyed(`FP-${number}`, { buyer: org('buyer'), number: `FP-${number}`, issuedOn: receivedOn, currency: 'CNY', lines: [line] }),
  );
  return publicId('inv', invoiceId);
};

const pay = (seeder: Seeder, number: string, paidOn: CalendarDate, invoiceId: string, amount: string, more: object = {}) =>
  seeder.as<{ paymentId: string }>(
    'buyer',
    paymentAdvise,
    keyed(number, {
      supplier: org(SUPPLIER),
      number,
      paidOn,
      amount,
      endToEndId: `E2E-${number}`,
      note: `付款备注 ${canaryOf('buyer')}`,
      parts: [{ invoiceId, amount }],
      ...more,
    }),
  );

/** Payables that are overdue, due, open, retained and settled; payments in part, whole and by a bill that settles nothing; an advance. */
export const seedPayables = async (seeder: Seeder): Promise<void> => {
  const today = dateIn(new Date().toISOString());
  const agreementId = await agree(seeder);
  const orders: string[] = [];
  for (const number of ['PO-2026-0801', 'PO-2026-0802', 'PO-2026-0803', 'PO-2026-0804', 'PO-2026-0805'])
    orders.push(await order(seeder, number));
  await seeder.as('buyer', tradeAgreementEnd, { agreementId, note: '改用年度框架协议' });
  const [overdue = '', partly = '', due = '', open = '', settled = ''] = orders;
  await seeder.as(
    'buyer',
    advanceRecord,
    keyed('ADV', {
      orderId: overdue,
      number: 'YF-2026-0801',
      paidOn: plusDays(today, -120),
      amount: '20000',
      note: `预付款 ${canaryOf('buyer')}`,
    }),
  );
  await claim(seeder, overdue, '2026-0801', plusDays(today, -100));
  const late = await claim(seeder, partly, '2026-0802', plusDays(today, -60));
  await claim(seeder, due, '2026-0803', plusDays(today, -30));
  const fresh = await claim(seeder, open, '2026-0804', today);
  const done = await claim(seeder, settled, '2026-0805', plusDays(today, -40));
  const { paymentId } = await pay(seeder, 'FK-2026-0802', plusDays(today, -5), late, '50000');
  await seeder.as(SUPPLIER, paymentConfirm, {
    paymentId: publicId('pay', paymentId),
    receivedOn: plusDays(today, -4),
    note: `到账 ${canaryOf(SUPPLIER)}`,
  });
  await pay(seeder, 'FK-2026-0804', today, fresh, '30000', { instrument: 'BILL', note: `银行承兑汇票 ${canaryOf('buyer')}` });
  await pay(seeder, 'FK-2026-0805', plusDays(today, -35), done, '111305');
  await seeder.as('supplier', approvalTiersSet, {
    tiers: [{ upTo: '50000', approvers: 1 }, { upTo: '500000', approvers: 2 }, { approvers: 3 }],
  });
};
