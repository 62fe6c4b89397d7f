import { decimal, plain } from '../../kernel/decimal.js';
import type { CalendarDate } from '../../kernel/date.js';
import { money as moneyOf, moneyText, posting } from '../../kernel/money.js';
import type { Viewer } from '../../platform/auth/viewer.js';
import {
  between,
  bool,
  byId,
  connection,
  date,
  derived,
  id,
  instant,
  int,
  isIn,
  json,
  many,
  money,
  need,
  one,
  type ReadDeclaration,
  root,
  rows,
  type,
  word,
} from '../../platform/reads/declare.js';
import { meterOf } from '../interest/meter.js';
import type { Account, LateRate, Segment } from '../interest/rules.js';

const inCurrency = (column: string) => need('amounts:read', money(column, 'currency'));

/** As `app.payable_state` says it, for today. */
const STATE = `case when {status} <> 'OPEN' or {due_on} is null or app.business_date() < {due_on} then {status}
  when app.business_date() = {due_on} then 'DUE' else 'OVERDUE' end`;

interface TermRow {
  readonly steps: unknown;
}

interface DueColumns {
  readonly on: string | null;
  readonly contractual: string | null;
  readonly statutory: string | null;
  readonly statutorySource: string | null;
  readonly governs: string | null;
  readonly gapDays: number | null;
  readonly startOn: string | null;
  readonly startCause: string | null;
  readonly provisional: boolean;
}

const dueColumns = {
  on: 'due_on',
  contractual: 'contractual_due_on',
  statutory: 'statutory_due_on',
  statutorySource: 'statutory_source',
  governs: 'governs',
  gapDays: int('gap_days'),
  startOn: 'start_on',
  startCause: 'start_cause',
  provisional: bool('provisional'),
};

interface MeterFacts {
  readonly currency: string;
  readonly rule: LateRate['rule'];
  readonly rate: string;
  readonly unit: LateRate['unit'];
  readonly basis: LateRate['basis'];
  readonly source: string;
  readonly dueOn: CalendarDate | null;
  readonly accruedTo: CalendarDate | null;
  readonly principal: string;
  readonly posted: string;
  readonly paid: string;
  readonly order: string;
  readonly postings: readonly Segment[];
  readonly args: { readonly on?: CalendarDate | null };
  readonly today: CalendarDate;
}

const lateInterest = (facts: MeterFacts) => {
  const { currency, rule, rate, unit, basis, source, dueOn, accruedTo, principal, posted, paid } = facts;
  const account: Account = {
    currency,
    rate: { rule, rate: plain(decimal(rate)), unit, basis, source },
    dueOn,
    accruedTo,
    principal,
    posted,
    paid,
  };
  return meterOf(account, facts.postings, facts.order, facts.args.on ?? facts.today);
};

const meterNeeds = {
  currency: 'currency',
  rule: 'rate_rule',
  rate: 'rate',
  unit: 'rate_unit',
  basis: int('rate_basis'),
  source: 'rate_source',
  dueOn: 'due_on',
  accruedTo: 'accrued_to',
  principal: '{open} + {retained}',
  posted: 'interest_posted',
  paid: 'interest_paid',
  order: 'application_order',
  postings: rows(
    'InterestPosting',
    'payable_id',
    { fromOn: 'from_on', toOn: 'to_on', days: int('days'), principal: 'principal', amount: 'amount' },
    ['from_on', 'id'],
  ),
  args: '@args',
  today: '@businessDate',
} as const;

interface ActionFacts {
  readonly status: string;
  readonly buyerId: string;
  readonly interestOpen: boolean;
  readonly viewer: Viewer;
}

const allowedActions = ({ status, buyerId, interestOpen, viewer }: ActionFacts) => {
  if (viewer.orgId !== buyerId) return [];
  const allowed = status !== 'SETTLED' || interestOpen;
  return [{ action: 'PAY', allowed, reason: allowed ? null : 'PAYMENT_OVER_DUE' }];
};

const payable = type(
  'Payable',
  { table: 'app.payable', id: 'pyb', need: 'invoices:read', cols: { due_key: 'date', created_at: 'timestamptz', kind: 'text' } },
  {
    id: id('pyb'),
    invoice: one('Invoice', 'invoice_id'),
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    tradeAgreement: one('TradeAgreement', 'agreement_id'),
    position: int('position'),
    kind: word('kind'),
    planKind: word('plan_kind'),
    status: word(STATE),
    version: int('version'),
    currency: word('currency'),
    amount: inCurrency('amount'),
    open: inCurrency('open'),
    retained: inCurrency('retained'),
    settled: inCurrency('settled'),
    basis: word('basis'),
    receivedOn: date('received_on'),
    acceptedOn: date('accepted_on'),
    inspectionEndsOn: date('inspection_ends_on'),
    dueOn: date('due_on'),
    dueDate: derived(
      { ...dueColumns, terms: rows('PayableTerm', 'payable_id', { steps: json('steps') }, ['-seq']) },
      ({ terms, ...columns }: DueColumns & { terms: readonly TermRow[] }) => ({ ...columns, steps: terms[0]?.steps ?? [] }),
      { size: 8 },
    ),
    terms: many('PayableTerm', 'payable_id', ['seq'], { size: 2 }),
    lateInterest: need('amounts:read', derived(meterNeeds, lateInterest, { size: 3 })),
    allocations: many('PaymentAllocation', 'payable_id', ['at', 'id'], { size: 3 }),
    createdAt: instant('created_at'),
    businessTime: instant('business_time'),
    allowedActions: derived(
      { status: 'status', buyerId: 'buyer_id', interestOpen: bool('{interest_posted} > {interest_paid}'), viewer: '@viewer' },
      allowedActions,
      { size: 1 },
    ),
  },
);

const term = type(
  'PayableTerm',
  { table: 'app.payable_term', cols: { seq: 'int' } },
  {
    cause: word('cause'),
    dueDate: derived({ ...dueColumns, steps: json('steps') }, (columns: DueColumns & { steps: unknown }) => columns, { size: 8 }),
    at: instant('at'),
    businessTime: instant('business_time'),
  },
);

const FIGURES = ['notDue', 'dueToday', 'overdue', 'retained', 'settled', 'lateInterest', 'perDay'] as const;

type Figures = Readonly<Record<(typeof FIGURES)[number], string>> & { readonly overdueCount: number; readonly oldestDueOn: string | null };

/** Amounts as they are posted: the database rounds interest to two digits, a currency may have fewer. */
const shownFigures = ({ figures, currency }: { figures: Figures; currency: string }) => ({
  ...figures,
  ...Object.fromEntries(
    FIGURES.map((name) => [name, { amount: moneyText(moneyOf(posting(currency)(decimal(figures[name])), currency)), currency }]),
  ),
});

const total = type(
  'PayableTotal',
  { table: 'app.payable_account', need: 'invoices:read', cols: { at: 'timestamptz' } },
  {
    buyer: one('Organisation', 'buyer_id'),
    supplier: one('Organisation', 'supplier_id'),
    currency: word('currency'),
    figures: need(
      'amounts:read',
      derived({ figures: json('app.payable_figures({buyer_id}, {supplier_id}, {currency})'), currency: 'currency' }, shownFigures, {
        size: 1,
      }),
    ),
  },
);

const party = { BUYER: 'buyer_id', SUPPLIER: 'supplier_id' } as const;

export const payableReads: readonly ReadDeclaration[] = [
  payable,
  term,
  total,
  type('InterestPosting', { table: 'app.interest_posting', cols: { from_on: 'date' } }, {}),
  root({
    payable: byId('Payable'),
    payables: connection('Payable', {
      party,
      orders: { DUE_FIRST: ['due_key', 'id'], DUE_LAST: ['-due_key', '-id'], NEWEST: ['-created_at', '-id'] },
      filters: {
        status: isIn(STATE, { type: 'text' }),
        kind: isIn('kind'),
        counterparty: isIn('case when {buyer_id} = {@org} then {supplier_id} else {buyer_id} end', { id: 'org' }),
        dueOn: between('due_key', { type: 'date' }),
      },
    }),
    payableTotals: connection('PayableTotal', { party, orders: { OLDEST: ['at', 'id'] } }),
  }),
];
