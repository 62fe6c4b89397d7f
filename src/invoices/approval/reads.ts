import {
  connection,
  decimal,
  id,
  instant,
  int,
  bool,
  many,
  one,
  payload,
  type ReadDeclaration,
  ref,
  root,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';

export const approvalReads: readonly ReadDeclaration[] = [
  type(
    'ApprovalPolicy',
    { table: 'app.approval_policy', id: 'apo', need: 'invoices:read', cols: { at: 'timestamptz' } },
    {
      id: id('apo'),
      currency: word('currency'),
      tiers: many('ApprovalTier', 'policy_id', ['position'], { size: 4 }),
      businessTime: instant('business_time'),
    },
  ),
  type('ApprovalTier', { table: 'app.approval_tier', cols: { position: 'int' } }, { upTo: decimal('up_to'), approvers: int('approvers') }),
  type(
    'InvoiceApproval',
    { table: 'app.invoice_approval', cols: { step: 'int' } },
    {
      step: int('step'),
      needed: int('needed'),
      by: one('Person', 'person_id'),
      note: text('note'),
      complete: bool('complete'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  root({ approvalPolicies: connection('ApprovalPolicy', { mine: 'org_id', orders: { NEWEST: ['-at', '-id'] } }) }),
  payload('ApprovalTiersSetPayload', { policy: ref('ApprovalPolicy', (done: { readonly policyId: string }) => done.policyId) }),
  payload('InvoiceApprovePayload', {
    invoice: ref('Invoice', (done: { readonly invoiceId: string }) => done.invoiceId),
  }),
];
