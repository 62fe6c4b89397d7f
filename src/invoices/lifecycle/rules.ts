import { decimal, sum } from '../../kernel/decimal.js';
import { type Guard, lifecycle } from '../../kernel/lifecycle.js';
import type { Refusal } from '../../kernel/refusal.js';

/**
 * SUBMITTED: the buyer has it; ACKNOWLEDGED (AB), IN_PROCESS (IP), UNDER_QUERY (UQ), CONDITIONALLY_ACCEPTED (CA), REJECTED (RE),
 * APPROVED (AP), PAID (PD): the buyer's last answer; VOIDED: taken back by the supplier. REJECTED, PAID and VOIDED are the end.
 */
export const INVOICE_STATUSES = [
  'SUBMITTED',
  'ACKNOWLEDGED',
  'IN_PROCESS',
  'UNDER_QUERY',
  'CONDITIONALLY_ACCEPTED',
  'REJECTED',
  'APPROVED',
  'PAID',
  'VOIDED',
] as const;
export type InvoiceStatus = (typeof INVOICE_STATUSES)[number];

export const FAPIAO_KINDS = [
  'DIGITAL_SPECIAL',
  'DIGITAL_ORDINARY',
  'PAPER_SPECIAL',
  'PAPER_ORDINARY',
  'ELECTRONIC_SPECIAL',
  'ELECTRONIC_ORDINARY',
] as const;
export type FapiaoKind = (typeof FAPIAO_KINDS)[number];
export type FapiaoStatus = 'VALID' | 'RED_LETTERED' | 'VOID';

export type Side = 'BUYER' | 'SUPPLIER';

export const INVOICE_ACTIONS = [
  'ACKNOWLEDGE',
  'PROCESS',
  'QUERY',
  'ACCEPT_PARTLY',
  'REJECT',
  'APPROVE',
  'PAY',
  'PAY_PART',
  'DISPUTE',
  'CREDIT',
  'VOID',
] as const;
export type InvoiceAction = (typeof INVOICE_ACTIONS)[number];

/** Code of Peppol BIS Invoice Response 3 (UN/EDIFACT 4343) for each answer. PAY_PART is PD with reason PPD. */
export const RESPONSE_ACTIONS = {
  AB: 'ACKNOWLEDGE',
  IP: 'PROCESS',
  UQ: 'QUERY',
  CA: 'ACCEPT_PARTLY',
  RE: 'REJECT',
  AP: 'APPROVE',
  PD: 'PAY',
} as const satisfies Readonly<Record<string, InvoiceAction>>;
export type InvoiceResponseCode = keyof typeof RESPONSE_ACTIONS;

/** What the rules ask of an invoice: amounts as plain decimals in its currency. */
export interface InvoiceFacts {
  readonly status: InvoiceStatus;
  readonly currency: string;
  readonly total: string;
  readonly pending: string;
  readonly payable: string;
  readonly disputed: string;
  readonly retained: string;
  readonly settled: string;
  readonly credited: string;
  /** Settled before it was submitted, as the supplier itself wrote. */
  readonly prepaid?: string;
}

export type InvoiceLifecycleCode = 'INVOICE_PART_SETTLED' | 'OPEN_DISPUTES' | 'NOT_SETTLED' | 'NOTHING_OPEN' | 'CREDIT_NOTHING_LEFT';
type Check = Guard<InvoiceFacts, InvoiceLifecycleCode>;

/** What is neither settled nor taken back. */
export const openOf = ({ pending, payable, disputed, retained }: InvoiceFacts) =>
  sum([pending, payable, disputed, retained].map((amount) => decimal(amount)));

const refuse = (code: InvoiceLifecycleCode, params: Readonly<Record<string, string>>): readonly Refusal<InvoiceLifecycleCode>[] => [
  { code, params },
];

const nothingSettled: Check = ({ settled, prepaid = '0', currency }) =>
  decimal(settled).lte(prepaid) ? [] : refuse('INVOICE_PART_SETTLED', { settled, currency });
const nothingDisputed: Check = ({ disputed, currency }) =>
  decimal(disputed).isZero() ? [] : refuse('OPEN_DISPUTES', { disputed, currency });
const allSettled: Check = (facts) =>
  openOf(facts).isZero() ? [] : refuse('NOT_SETTLED', { open: openOf(facts).toFixed(), currency: facts.currency });
const someOpen: Check = (facts) => (openOf(facts).gt(0) ? [] : refuse('NOTHING_OPEN', {}));
const someLeft: Check = ({ total, credited }) => (decimal(credited).lt(total) ? [] : refuse('CREDIT_NOTHING_LEFT', {}));

type Row = Parameters<typeof lifecycle<InvoiceStatus, InvoiceAction, Side, InvoiceFacts, InvoiceLifecycleCode>>[0][number];

const rows = (
  action: InvoiceAction,
  by: Side,
  from: readonly InvoiceStatus[],
  to: InvoiceStatus | 'SAME',
  guards: readonly Check[] = [],
): readonly Row[] => from.map((status) => ({ action, by, from: status, to: to === 'SAME' ? status : to, guards }));

const RECEIVED = ['SUBMITTED', 'ACKNOWLEDGED', 'IN_PROCESS', 'UNDER_QUERY'] as const;
const UNDECIDED = [...RECEIVED, 'CONDITIONALLY_ACCEPTED'] as const;
const LIVE = [...UNDECIDED, 'APPROVED'] as const;

/**
 * The order of Peppol BIS Invoice Response 3: AB, IP, UQ, CA, RE, AP, PD. Any may be the first or left out, UQ may be repeated, RE and
 * PD are final; PD of a part (PPD) changes nothing. What is not disputed stays due whatever the answer (Order 802 art. 15).
 */
export const invoiceLifecycle = lifecycle<InvoiceStatus, InvoiceAction, Side, InvoiceFacts, InvoiceLifecycleCode>([
  ...rows('ACKNOWLEDGE', 'BUYER', ['SUBMITTED'], 'ACKNOWLEDGED'),
  ...rows('PROCESS', 'BUYER', ['SUBMITTED', 'ACKNOWLEDGED'], 'IN_PROCESS'),
  ...rows('QUERY', 'BUYER', RECEIVED, 'UNDER_QUERY'),
  ...rows('ACCEPT_PARTLY', 'BUYER', RECEIVED, 'CONDITIONALLY_ACCEPTED'),
  ...rows('REJECT', 'BUYER', UNDECIDED, 'REJECTED', [nothingSettled]),
  ...rows('APPROVE', 'BUYER', UNDECIDED, 'APPROVED', [nothingDisputed]),
  ...rows('PAY', 'BUYER', LIVE, 'PAID', [allSettled]),
  ...rows('PAY_PART', 'BUYER', LIVE, 'SAME', [someOpen]),
  ...rows('DISPUTE', 'BUYER', LIVE, 'SAME', [someOpen]),
  ...rows('CREDIT', 'SUPPLIER', [...LIVE, 'PAID'], 'SAME', [someLeft]),
  ...rows('VOID', 'SUPPLIER', UNDECIDED, 'VOIDED', [nothingSettled]),
]);

export const DISPUTE_STATUSES = ['OPEN', 'ANSWERED', 'ACCEPTED', 'WITHDRAWN', 'SETTLED'] as const;
export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];
export const DISPUTE_ACTIONS = ['ACCEPT', 'CONTRADICT', 'WITHDRAW', 'SETTLE'] as const;
export type DisputeAction = (typeof DISPUTE_ACTIONS)[number];

/** OPEN: the supplier is asked; ANSWERED: it contradicts; ACCEPTED: it promises a credit. Only who disputed concedes. */
export const disputeLifecycle = lifecycle<DisputeStatus, DisputeAction, Side, object, never>([
  { action: 'ACCEPT', by: 'SUPPLIER', from: 'OPEN', to: 'ACCEPTED' },
  { action: 'ACCEPT', by: 'SUPPLIER', from: 'ANSWERED', to: 'ACCEPTED' },
  { action: 'CONTRADICT', by: 'SUPPLIER', from: 'OPEN', to: 'ANSWERED' },
  ...(['OPEN', 'ANSWERED', 'ACCEPTED'] as const).flatMap((from) => [
    { action: 'WITHDRAW' as const, by: 'BUYER' as const, from, to: 'WITHDRAWN' as const },
    { action: 'SETTLE' as const, by: 'BUYER' as const, from, to: 'SETTLED' as const },
  ]),
]);
