import type { Viewer } from '../../platform/auth/viewer.js';
import {
  bool,
  date,
  decimal,
  derived,
  id,
  instant,
  int,
  json,
  many,
  money,
  need,
  one,
  type ReadDeclaration,
  text,
  type,
  word,
} from '../../platform/reads/declare.js';
import { type ChangeAction, changeLifecycle, type ChangeStatus, type Side } from '../lifecycle/rules.js';
import type { FieldChange } from '../diff/rules.js';

// Fields that tell a price or an amount.
const AMOUNT = /^(price|allowance|charge|tax|frameTotal|prices\..*)$/;

interface Changed {
  readonly changes: readonly FieldChange[];
  readonly viewer: Viewer;
}

/** The difference as the viewer may see it: without the scope for amounts, a price that changes is not shown to change. */
const shown = ({ changes, viewer }: Changed) =>
  changes
    .filter((change) => viewer.scopes.has('amounts:read') || !AMOUNT.test(change.field))
    .map((change) => ({ field: change.field, old: change.old ?? null, new: change.new ?? null, delta: change.delta ?? null }));

const changesIn = (column: string) => derived({ changes: json(column), viewer: '@viewer' }, shown, { size: 3 });

interface Proposal {
  readonly status: ChangeStatus;
  readonly side: Side;
  readonly buyerId: string;
  readonly viewer: Viewer;
}

const NAMED: readonly ChangeAction[] = ['ACCEPT', 'REFUSE', 'WITHDRAW'];

const proposalActions = ({ status, side, buyerId, viewer }: Proposal) => {
  const mine = (viewer.orgId === buyerId) === (side === 'BUYER');
  return NAMED.map((action) => {
    const verdict = changeLifecycle.decide({ status }, action, mine ? 'PROPOSER' : 'OTHER');
    return { action, allowed: verdict.ok, reason: verdict.ok ? null : (verdict.refusals[0]?.code ?? null) };
  });
};

const ANSWER_NAME = `case {action} when '1' then 'ADDED' when '3' then 'CHANGED' when '5' then 'ACCEPTED' when '7' then 'NOT_ACCEPTED' else 'ALREADY_DELIVERED' end`;
const inCurrency = (amount: string) => need('amounts:read', money(amount, 'currency'));
const at = { at: 'timestamptz' } as const;

export const historyReads: readonly ReadDeclaration[] = [
  type(
    'OrderProposal',
    { table: 'app.order_proposal', id: 'prp', need: 'orders:read', cols: at },
    {
      id: id('prp'),
      orderId: id('ord', 'order_id'),
      side: word('side'),
      baseRevision: int('base_revision'),
      status: word('status'),
      version: int('version'),
      endsOrder: bool('ends_order'),
      number: text('number'),
      note: text('note'),
      headerChanges: changesIn('header_changes'),
      lines: many('OrderProposalLine', 'proposal_id', ['position', 'id'], { size: 5 }),
      totalBefore: inCurrency('total_before'),
      totalAfter: inCurrency('total_after'),
      decisionReason: text('decision_reason'),
      decidedAt: instant('decided_at'),
      at: instant('at'),
      businessTime: instant('business_time'),
      allowedActions: derived({ status: 'status', side: 'side', buyerId: 'buyer_id', viewer: '@viewer' }, proposalActions, { size: 3 }),
    },
  ),
  type(
    'OrderProposalLine',
    { table: 'app.order_proposal_line', cols: { position: 'int' } },
    {
      lineId: text('line_no'),
      kind: word('kind'),
      itemName: text(`{after}->>'itemName'`),
      changes: changesIn('changes'),
    },
  ),
  type(
    'OrderRevision',
    { table: 'app.order_revision', cols: { revision: 'int' } },
    {
      revision: int('revision'),
      origin: word('origin'),
      by: one('Organisation', 'org_id'),
      proposal: one('OrderProposal', 'proposal_id'),
      agreement: one('OrderAgreement', { order_id: 'order_id', revision: 'revision' }),
      total: inCurrency('total'),
      headerChanges: changesIn('header_changes'),
      lines: many('OrderRevisionLine', { order_id: 'order_id', revision: 'revision' }, ['position', 'id']),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  type(
    'OrderRevisionLine',
    { table: 'app.order_revision_line', cols: { position: 'int', revision: 'int' } },
    {
      revision: int('revision'),
      lineId: text('line_no'),
      kind: word('kind'),
      state: word(`{content}->>'state'`),
      itemName: text(`{content}->>'itemName'`),
      quantity: decimal(`({content}->>'quantity')::numeric`),
      unit: text(`{content}->>'unit'`),
      price: need('amounts:read', decimal(`({content}->>'price')::numeric`)),
      amount: need('amounts:read', decimal('amount')),
      changes: changesIn('changes'),
    },
  ),
  type(
    'OrderAgreement',
    { table: 'app.order_agreement' },
    { by: one('Organisation', 'org_id'), at: instant('at'), businessTime: instant('business_time') },
  ),
  type(
    'OrderResponse',
    { table: 'app.order_response', id: 'rsp', need: 'orders:read', cols: at },
    {
      id: id('rsp'),
      revision: int('revision'),
      code: word('code'),
      outcome: word('outcome'),
      number: text('number'),
      note: text('note'),
      salesOrderNumber: text('sales_order_number'),
      promisedFrom: date('promised_from'),
      promisedTo: date('promised_to'),
      answers: one('OrderProposal', 'answers_id'),
      proposes: one('OrderProposal', 'proposes_id'),
      lines: many('OrderResponseLine', 'response_id', ['position', 'id'], { size: 5 }),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  type(
    'OrderResponseLine',
    { table: 'app.order_response_line', cols: { position: 'int' } },
    {
      lineId: text('line_no'),
      action: word(ANSWER_NAME),
      note: text('note'),
    },
  ),
];
