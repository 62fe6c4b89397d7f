import type { CalendarDate } from '../kernel/date.js';
import type { Viewer } from '../platform/auth/viewer.js';
import { updateItem } from '../platform/events/index.js';
import {
  bool,
  byId,
  connection,
  date,
  decimal,
  derived,
  flag,
  id,
  instant,
  int,
  isIn,
  many,
  money,
  need,
  one,
  payload,
  type ReadDeclaration,
  ref,
  root,
  rows,
  text,
  type,
  value,
  word,
  between,
} from '../platform/reads/declare.js';
import { DOCUMENTS } from './documents.js';
import { delayDays, offeredActions, type StatementStatus } from './lifecycle/rules.js';

interface Facts {
  readonly id: string;
  readonly status: StatementStatus;
  readonly buyerId: string;
  readonly draftedBy: string;
  readonly lineCount: number;
  readonly excludedCount: number;
  readonly buyerTicked: number;
  readonly supplierTicked: number;
  readonly openDisputes: number;
  readonly buyerConfirmedOn: string | null;
  readonly supplierConfirmedOn: string | null;
  readonly opening: string;
  readonly previous: readonly { readonly status: StatementStatus; readonly closing: string }[];
  readonly followers: readonly unknown[];
  readonly viewer: Viewer;
}

/** What the viewer may do: the rules' own answer, on the rules' own facts. */
const allowedActions = (s: Facts) => {
  const drafter = s.draftedBy === s.buyerId;
  const [buyer, supplier] = [s.buyerConfirmedOn !== null, s.supplierConfirmedOn !== null];
  const [before] = s.previous;
  return offeredActions(
    {
      status: s.status,
      lineCount: s.lineCount,
      excludedCount: s.excludedCount,
      ticked: drafter ? { DRAFTER: s.buyerTicked, OTHER: s.supplierTicked } : { DRAFTER: s.supplierTicked, OTHER: s.buyerTicked },
      confirmed: drafter ? { DRAFTER: buyer, OTHER: supplier } : { DRAFTER: supplier, OTHER: buyer },
      openDisputes: s.openDisputes,
      previousConfirmed: before === undefined || before.status === 'CONFIRMED',
      openingHolds: before === undefined || before.closing === s.opening,
      followed: s.followers.length > 0,
    },
    s.viewer.orgId === s.draftedBy ? 'DRAFTER' : 'OTHER',
  );
};

interface Clock {
  readonly status: StatementStatus;
  readonly dueOn: CalendarDate | null;
  readonly answeredOn: CalendarDate | null;
  readonly today: CalendarDate;
}

const lateness = ({ status, dueOn, answeredOn, today }: Clock): number | null =>
  dueOn === null || (status === 'WITHDRAWN' && answeredOn === null) ? null : delayDays(dueOn, answeredOn ?? undefined, today);

const inCurrency = (amount: string) => need('amounts:read', money(amount, 'currency'));

const statement = type(
  'Statement',
  { table: 'app.statement', id: 'stm', need: 'invoices:read', cols: { created_at: 'timestamptz', period_to: 'date' } },
  {
    id: id('stm'),
    number: text('number'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    draftedBy: one('Organisation', 'drafted_by'),
    tradeAgreement: one('TradeAgreement', 'agreement_id'),
    previous: one('Statement', 'previous_id'),
    periodFrom: date('period_from'),
    periodTo: date('period_to'),
    currency: word('currency'),
    status: word('status'),
    version: int('version'),
    note: text('note'),
    sentOn: date('sent_on'),
    answerDays: int('answer_days'),
    answerDueOn: date('answer_due_on'),
    answerDueProvisional: bool('answer_due_provisional'),
    answeredOn: date('answered_on'),
    delayDays: derived({ status: 'status', dueOn: 'answer_due_on', answeredOn: 'answered_on', today: '@businessDate' }, lateness),
    waitsFor: word('waits_for'),
    waitsSince: instant('waits_since'),
    buyerConfirmedOn: date('buyer_confirmed_on'),
    supplierConfirmedOn: date('supplier_confirmed_on'),
    confirmedOn: date('confirmed_on'),
    opening: inCurrency('opening'),
    received: inCurrency('received'),
    returned: inCurrency('returned'),
    priceDifferences: inCurrency('price_difference'),
    invoiced: inCurrency('invoiced'),
    credited: inCurrency('credited'),
    paid: inCurrency('paid'),
    closing: inCurrency('closing'),
    uninvoiced: inCurrency('uninvoiced'),
    lineCount: int('line_count'),
    excludedCount: int('excluded_count'),
    buyerTicked: int('buyer_ticked'),
    supplierTicked: int('supplier_ticked'),
    openDisputes: int('open_disputes'),
    lines: connection('StatementLine', {
      on: 'statement_id',
      orders: { POSITION: ['position', 'id'] },
      filters: {
        kind: isIn('kind', { type: 'text' }),
        disputed: flag(`'DISPUTED' in ({buyer_mark}, {supplier_mark}) and not {excluded}`),
        setAside: flag('{excluded}'),
      },
    }),
    steps: many('StatementStep', 'statement_id', ['at', 'id'], { size: 4 }),
    createdAt: instant('created_at'),
    changedAt: instant('changed_at'),
    allowedActions: derived(
      {
        id: 'id',
        status: 'status',
        buyerId: 'buyer_id',
        draftedBy: 'drafted_by',
        lineCount: int('line_count'),
        excludedCount: int('excluded_count'),
        buyerTicked: int('buyer_ticked'),
        supplierTicked: int('supplier_ticked'),
        openDisputes: int('open_disputes'),
        buyerConfirmedOn: 'buyer_confirmed_on',
        supplierConfirmedOn: 'supplier_confirmed_on',
        opening: 'trim_scale({opening})',
        previous: rows('Statement', { id: 'previous_id' }, { status: 'status', closing: 'trim_scale({closing})' }, ['id']),
        followers: rows('Statement', { previous_id: 'id' }, { status: 'status' }, ['id'], { where: `{status} <> 'WITHDRAWN'` }),
        viewer: '@viewer',
      },
      allowedActions,
      { size: 8 },
    ),
  },
);

const SUBJECT_ID = `case {document_type} ${Object.entries(DOCUMENTS)
  .map(([name, prefix]) => `when '${name}' then '${prefix}_'`)
  .join(' ')} end || encode(uuid_send({document_id}), 'hex')`;

const line = type(
  'StatementLine',
  { table: 'app.statement_line', id: 'stl', need: 'invoices:read', cols: { position: 'int' } },
  {
    id: id('stl'),
    position: int('position'),
    kind: word('kind'),
    subjectType: text('document_type'),
    subjectId: text(SUBJECT_ID),
    receiptLine: one('ReceiptLine', 'document_id'),
    goodsReturn: one('GoodsReturn', 'document_id'),
    invoice: one('Invoice', 'document_id'),
    creditNote: one('CreditNote', 'document_id'),
    payment: one('Payment', 'document_id'),
    advance: one('Advance', 'document_id'),
    repricing: one('Repricing', 'document_id'),
    reference: text('reference'),
    day: date('day'),
    order: one('Order', 'order_id'),
    orderLine: one('OrderLine', 'order_line_id'),
    quantity: decimal('quantity'),
    unit: word('unit'),
    amount: inCurrency('amount'),
    carriedFrom: one('StatementLine', 'carried_from'),
    buyerState: word('buyer_mark'),
    supplierState: word('supplier_mark'),
    setAside: bool('excluded'),
    marks: many('StatementMark', 'line_id', ['at', 'id'], { size: 2 }),
  },
);

const comparison = (name: 'differs' | 'onlyHere' | 'onlyThere') => value((done: Readonly<Record<string, unknown>>) => done[name]);
const done = { statement: ref('Statement', (result: { statementId: string }) => result.statementId) };
const marked = { ...done, marked: value((result: { marked: number }) => result.marked) };

export const reads: readonly ReadDeclaration[] = [
  statement,
  line,
  type(
    'StatementMark',
    { table: 'app.statement_mark', cols: { at: 'timestamptz' } },
    {
      side: word('side'),
      kind: word('kind'),
      byMatch: bool('by_match'),
      reason: text('reason'),
      claimed: inCurrency('claimed'),
      at: instant('at'),
      businessTime: instant('business_time'),
    },
  ),
  type(
    'StatementStep',
    { table: 'app.statement_step', cols: { at: 'timestamptz' } },
    { kind: word('kind'), side: word('side'), note: text('note'), at: instant('at'), businessTime: instant('business_time') },
  ),
  root({
    statement: byId('Statement'),
    statements: connection('Statement', {
      party: { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' },
      orders: { NEWEST: ['-created_at', '-id'], OLDEST: ['created_at', 'id'], PERIOD_LAST: ['-period_to', '-id'] },
      filters: {
        status: isIn('status', { type: 'text' }),
        waitsFor: isIn('waits_for', { type: 'text' }),
        counterparty: isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' }),
        periodTo: between('period_to', { type: 'date' }),
      },
    }),
  }),
  updateItem('StatementUpdate', 'statement', 'Statement'),
  payload('StatementDraftPayload', done),
  payload('StatementSendPayload', done),
  payload('StatementWithdrawPayload', done),
  payload('StatementTickPayload', marked),
  payload('StatementDisputePayload', marked),
  payload('StatementExcludePayload', marked),
  payload('StatementMatchPayload', {
    ...marked,
    agreed: value((result: { agreed: number }) => result.agreed),
    differs: comparison('differs'),
    onlyHere: comparison('onlyHere'),
    onlyThere: comparison('onlyThere'),
  }),
  payload('StatementConfirmPayload', { ...done, termsStarted: value((result: { termsStarted: number }) => result.termsStarted) }),
];
