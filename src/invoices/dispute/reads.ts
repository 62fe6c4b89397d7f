import type { Viewer } from '../../platform/auth/viewer.js';
import {
  connection,
  derived,
  id,
  instant,
  int,
  isIn,
  many,
  need,
  one,
  type ReadDeclaration,
  root,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { inCurrency, partyCounterpart } from '../invoice/reads.js';
import { disputeLifecycle, type DisputeStatus } from '../lifecycle/rules.js';

interface Facts {
  readonly status: DisputeStatus;
  readonly buyerId: string;
  readonly viewer: Viewer;
}

const allowedActions = ({ status, buyerId, viewer }: Facts) =>
  disputeLifecycle.allowed({ status }, viewer.orgId === buyerId ? 'BUYER' : 'SUPPLIER');

export const disputeReads: readonly ReadDeclaration[] = [
  type(
    'Dispute',
    { table: 'app.dispute', id: 'dsp', need: 'invoices:read', cols: { at: 'timestamptz' } },
    {
      id: id('dsp'),
      invoiceId: id('inv', 'invoice_id'),
      invoiceLineId: id('ivl', 'invoice_line_id'),
      origin: word('origin'),
      reason: word('reason'),
      requested: word('action'),
      status: word('status'),
      version: int('version'),
      amount: inCurrency('amount'),
      open: inCurrency('open'),
      conceded: inCurrency('conceded'),
      // What differs may be a price.
      expected: need('amounts:read', text('expected')),
      given: need('amounts:read', text('given')),
      note: text('note'),
      steps: many('DisputeStep', 'dispute_id', ['at', 'id'], { size: 2 }),
      at: instant('at'),
      businessTime: instant('business_time'),
      allowedActions: derived({ status: 'status', buyerId: 'buyer_id', viewer: '@viewer' }, allowedActions, { size: 2 }),
    },
  ),
  type(
    'DisputeStep',
    { table: 'app.dispute_step', cols: { at: 'timestamptz' } },
    {
      kind: word('kind'),
      by: one('Organisation', 'org_id'),
      text: text('text'),
      conceded: inCurrency('conceded'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  root({
    disputes: connection('Dispute', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { NEWEST: ['-at', '-id'], OLDEST: ['at', 'id'] },
      filters: { status: isIn('status'), reason: isIn('reason'), counterparty: partyCounterpart },
    }),
  }),
];
