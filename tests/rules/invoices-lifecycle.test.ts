import { describe, expect, it } from 'vitest';
import {
  DISPUTE_ACTIONS,
  DISPUTE_STATUSES,
  disputeLifecycle,
  INVOICE_ACTIONS,
  INVOICE_STATUSES,
  type InvoiceFacts,
  invoiceLifecycle,
  type InvoiceStatus,
} from '../../src/invoices/lifecycle/rules.js';

const SIDES = ['BUYER', 'SUPPLIER'] as const;

const facts = (status: InvoiceStatus, more: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  status,
  currency: 'CNY',
  total: '100',
  pending: '0',
  payable: '100',
  disputed: '0',
  retained: '0',
  settled: '0',
  credited: '0',
  ...more,
});

const table = (
  actions: readonly string[],
  statuses: readonly string[],
  cell: (side: (typeof SIDES)[number], action: never, status: never) => string,
) => {
  const widths = [10, 15, ...statuses.map(() => 24)];
  const line = (cells: readonly string[]) =>
    cells
      .map((text, i) => text.padEnd(widths[i] ?? 24))
      .join('')
      .trimEnd();
  return [
    line(['side', 'action', ...statuses]),
    ...SIDES.flatMap((side) =>
      actions.map((action) => line([side, action, ...statuses.map((status) => cell(side, action as never, status as never))])),
    ),
  ].join('\n');
};

describe('the life of an invoice and of a dispute', () => {
  it('is the reviewed matrix of side, action and status', async () => {
    // PAY asks that nothing is open; every other guard is content with an invoice of which all is payable.
    const invoice = table(INVOICE_ACTIONS, INVOICE_STATUSES, (side, action: (typeof INVOICE_ACTIONS)[number], status: InvoiceStatus) => {
      const paid = action === 'PAY' ? { payable: '0', settled: '100' } : {};
      const verdict = invoiceLifecycle.decide(facts(status, paid), action, side);
      return verdict.ok ? verdict.value : '-';
    });
    const dispute = table(DISPUTE_ACTIONS, DISPUTE_STATUSES, (side, action, status) => {
      const verdict = disputeLifecycle.decide({ status }, action, side);
      return verdict.ok ? verdict.value : '-';
    });
    await expect(`${invoice}\n\n${dispute}\n`).toMatchFileSnapshot('matrices/invoice.txt');
  });

  it.each([
    ['REJECT', { payable: '90', settled: '10' }, 'INVOICE_PART_SETTLED'],
    ['REJECT', { payable: '90', settled: '10', prepaid: '10' }, undefined],
    ['APPROVE', { payable: '90', disputed: '10' }, 'OPEN_DISPUTES'],
    ['PAY', {}, 'NOT_SETTLED'],
    ['PAY_PART', { payable: '0', settled: '100' }, 'NOTHING_OPEN'],
    ['DISPUTE', { payable: '0', settled: '100' }, 'NOTHING_OPEN'],
  ] as const)('%s with %j: %s', (action, more, code) => {
    const verdict = invoiceLifecycle.decide(facts('SUBMITTED', more), action, 'BUYER');
    expect(verdict.ok ? undefined : verdict.refusals[0]?.code).toBe(code);
  });

  it('nothing is credited that is taken back already', () => {
    expect(invoiceLifecycle.decide(facts('APPROVED', { credited: '100' }), 'CREDIT', 'SUPPLIER')).toMatchObject({
      refusals: [{ code: 'CREDIT_NOTHING_LEFT' }],
    });
  });
});
