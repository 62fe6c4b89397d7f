import { updateItem } from '../../platform/events/index.js';
import { extend, many, type ReadDeclaration } from '../../platform/reads/declare.js';
import { ApprovalResolver } from '../approval/api.js';
import { approvalReads } from '../approval/reads.js';
import { approvalRefusals } from '../approval/refusals.js';
import { PaymentResolver } from '../payment/api.js';
import { PaymentEntity } from '../payment/model.js';
import { paymentReads } from '../payment/reads.js';
import { paymentRefusals } from '../payment/refusals.js';
import { PayableResolver, PayablesOfInvoiceResolver } from './api.js';
import { PayableEntity } from './model.js';
import { payableReads } from './reads.js';
import { seedPayables } from './seed.js';

const reads: readonly ReadDeclaration[] = [
  ...payableReads,
  ...paymentReads,
  ...approvalReads,
  extend('Invoice', {
    payables: many('Payable', 'invoice_id', ['position'], { size: 3 }),
    approvals: many('InvoiceApproval', 'invoice_id', ['step'], { size: 2 }),
  }),
  updateItem('PayableUpdate', 'payable', 'Payable'),
  updateItem('PaymentUpdate', 'payment', 'Payment'),
];

/** What the room says of payables, payments and approvals: its own part of the manifest. */
export const payablesPart = {
  entities: [PayableEntity, PaymentEntity],
  reads,
  resolvers: [PayableResolver, PayablesOfInvoiceResolver, PaymentResolver, ApprovalResolver],
  refusals: { ...paymentRefusals, ...approvalRefusals },
  events: [
    'PAYABLE_OPENED',
    'PAYABLE_DUE',
    'PAYABLE_OVERDUE',
    'PAYABLE_RECHECK_DUE',
    'PAYABLE_REDATED',
    'PAYABLE_PAID',
    'PAYABLE_CUT',
    'RETENTION_DUE',
    'RETENTION_RELEASED',
    'PAYMENT_ADVISED',
    'PAYMENT_CONFIRMED',
    'ADVANCE_RECORDED',
    'APPROVAL_TIERS_SET',
    'INVOICE_APPROVED',
  ],
  subjects: [{ type: 'Payable' }, { type: 'Payment' }, { type: 'Advance' }, { type: 'ApprovalPolicy' }],
  effects: [
    { consumer: 'retention-release', on: ['RETENTION_DUE'], actAs: 'owner' as const },
    { consumer: 'payable-recheck', on: ['PAYABLE_RECHECK_DUE'], actAs: 'owner' as const },
  ],
  live: [
    { name: 'payableUpdates', subject: 'Payable', one: { argument: 'payableId', prefix: 'pyb' } },
    { name: 'paymentUpdates', subject: 'Payment', one: { argument: 'paymentId', prefix: 'pay' } },
  ],
  seed: [{ version: 20, run: seedPayables }],
};
