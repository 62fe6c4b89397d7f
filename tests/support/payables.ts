import { acceptanceRecord, receiptRecord } from '../../src/deliveries/index.js';
import { publicId } from '../../src/kernel/ids.js';
import { orderIssue, orderRespond } from '../../src/orders/index.js';
import { invoiceSubmit } from '../../src/invoices/invoice/commands.js';
import { paymentAdvise } from '../../src/invoices/payment/commands.js';
import { tradeAgreementConfirm, tradeAgreementPropose } from '../../src/parties/agreement/commands.js';
import type { Command, Result } from '../../src/platform/commands/index.js';
import type { TestDatabase } from './database.js';
import { type Hub, orgIdOf } from './parties.js';

let calls = 0;
const key = (): string => `pay-${++calls}`;

export interface PayableRow {
  readonly id: string;
  readonly invoice_id: string;
  readonly kind: string;
  readonly plan_kind: string | null;
  readonly status: string;
  readonly amount: string;
  readonly open: string;
  readonly retained: string;
  readonly settled: string;
  readonly due_on: string | null;
  readonly contractual_due_on: string | null;
  readonly statutory_due_on: string | null;
  readonly governs: string | null;
  readonly provisional: boolean;
  readonly rate_rule: string;
  readonly accrued_to: string | null;
  readonly interest_posted: string;
  readonly interest_paid: string;
  readonly terms: number;
}

/** Trades of the demo's buyer with its suppliers, command by command, up to payables. */
export const trading = (hub: Hub, db: TestDatabase) => {
  const must = async <I, R extends Result>(who: string, command: Command<I, R>, input: object): Promise<R> => {
    const { result, refusals } = await hub.as(who, command, input);
    if (!result) throw new Error(`${command.name}: ${JSON.stringify(refusals)}`);
    return result;
  };
  const rows = async <Row extends object>(sql: string, params: unknown[] = []): Promise<Row[]> =>
    (await db.owner.query(sql, params)).rows as Row[];

  const agree = async (supplier: string, terms: object = {}): Promise<string> => {
    const { agreementId } = await must('buyer', tradeAgreementPropose, {
      as: 'BUYER',
      counterparty: { id: orgIdOf(supplier) },
      number: `A-${++calls}`,
      validFrom: '2026-01-01',
      priceBasis: 'NET',
      termDays: 60,
      termBasis: 'DELIVERY',
      inspectionDays: 0,
      ...terms,
      idempotencyKey: key(),
    });
    await must(supplier, tradeAgreementConfirm, { agreementId: publicId('agr', agreementId), smeDeclared: true });
    return agreementId;
  };

  const order = async (supplier: string, quantity = '1000', price = '100'): Promise<{ id: string; number: string }> => {
    const number = `PO-${++calls}`;
    const { orderId } = await must('buyer', orderIssue, {
      supplier: { id: orgIdOf(supplier) },
      number,
      issuedOn: '2026-01-05',
      header: { currency: 'CNY' },
      lines: [{ lineId: '1', itemName: 'Motor', quantity, unit: 'C62', price, taxRate: '0' }],
      idempotencyKey: key(),
    });
    const id = publicId('ord', orderId);
    await must(supplier, orderRespond, { orderId: id, revision: 1, code: 'AP', idempotencyKey: key() });
    return { id, number };
  };

  const receive = (orderId: string, received: string, receivedOn: string): Promise<{ receiptId: string }> =>
    must('buyer', receiptRecord, {
      number: `GR-${++calls}`,
      receivedOn,
      lines: [{ order: { id: orderId }, lineId: '1', received }],
      idempotencyKey: key(),
    });

  const accept = async (receiptId: string, acceptedOn: string): Promise<void> => {
    await must('buyer', acceptanceRecord, { receiptId: publicId('rct', receiptId), kind: 'FINAL', acceptedOn, idempotencyKey: key() });
  };

  const claim = (supplier: string, orderId: string, quantity: string, price = '100', more: object = {}): Promise<{ invoiceId: string }> =>
    must(supplier, invoiceSubmit, {
      buyer: { id: orgIdOf('buyer') },
      number: `INV-${++calls}`,
      issuedOn: '2026-11-20',
      currency: 'CNY',
      lines: [
        {
          lineId: '1',
          order: { id: orderId },
          orderLineId: '1',
          itemName: 'Motor',
          quantity,
          unit: 'C62',
          price,
          taxCategory: 'Z',
          taxRate: '0',
        },
      ],
      ...more,
      idempotencyKey: key(),
    });

  const payables = (invoiceId: string): Promise<PayableRow[]> =>
    rows<PayableRow>(
      'select p.*, p.due_on::text, p.contractual_due_on::text, p.statutory_due_on::text, p.accrued_to::text from app.payable p where invoice_id = $1 order by position',
      [invoiceId],
    );

  /** Delivered on a day, invoiced, and what of it became payable. */
  const owed = async (supplier: string, quantity: string, receivedOn: string): Promise<PayableRow> => {
    const { id } = await order(supplier, quantity);
    await receive(id, quantity, receivedOn);
    const { invoiceId } = await claim(supplier, id, quantity);
    const [payable] = await payables(invoiceId);
    if (payable === undefined) throw new Error('nothing became payable');
    return payable;
  };

  const advice = (supplier: string, paidOn: string, amount: string, parts: readonly object[] = [], more: object = {}) => ({
    supplier: { id: orgIdOf(supplier) },
    number: `RA-${++calls}`,
    paidOn,
    amount,
    parts,
    ...more,
    idempotencyKey: key(),
  });
  const part = (payable: PayableRow, amount: string, more: object = {}) => ({ payableId: publicId('pyb', payable.id), amount, ...more });

  return {
    must,
    rows,
    agree,
    order,
    receive,
    accept,
    claim,
    payables,
    owed,
    advice,
    part,
    pay: (supplier: string, paidOn: string, amount: string, parts: readonly object[] = [], more: object = {}) =>
      hub.as('buyer', paymentAdvise, advice(supplier, paidOn, amount, parts, more)),
    buckets: async (invoiceId: string): Promise<string> => {
      const [found] = await rows<Record<string, string>>(
        'select pending::text, payable::text, disputed::text, retained::text, settled::text, status from app.invoice where id = $1',
        [invoiceId],
      );
      return Object.entries(found ?? {})
        .filter(([, value]) => Number(value) !== 0)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ');
    },
  };
};
export type Trading = ReturnType<typeof trading>;
