import type { Mode } from './times/rules.js';

/** Who is told of an event: the other side, the side that has to act, or both. */
export type Audience = 'OTHER' | 'OWNER' | 'BOTH';

export interface Kind {
  readonly to: Audience;
  /** Duties whose holders are told. */
  readonly duties: readonly string[];
  /** How, where a person has not said. */
  readonly mode: Mode;
  /** Whether the owner is told when there is still no answer some hours later. */
  readonly escalates?: true;
}

const TRADE = ['CLERK', 'APPROVER'] as const;
const MONEY = ['CLERK', 'APPROVER', 'REVIEWER'] as const;

const now = (to: Audience, duties: readonly string[] = TRADE): Kind => ({ to, duties, mode: 'AT_ONCE' });
const later = (to: Audience, duties: readonly string[] = TRADE): Kind => ({ to, duties, mode: 'DIGEST' });

/** The kind of what is told to the owner: nobody has answered. */
export const ANSWER_OVERDUE = 'ANSWER_OVERDUE';

/** The event of the deadline at which the owner is told, where an answer is still missing then. */
export const ESCALATION_DUE = 'NOTICE_ESCALATION_DUE';

/** Which events become notices, by type of the event. */
export const KINDS: Readonly<Record<string, Kind>> = {
  ORDER_ISSUED: now('OTHER'),
  ORDER_REPLACED: now('OTHER'),
  ORDER_ACKNOWLEDGED: later('OTHER'),
  ORDER_ACCEPTED: now('OTHER'),
  ORDER_REFUSED: now('OTHER'),
  ORDER_COUNTERED: now('OTHER'),
  ORDER_CANCELLED: now('OTHER'),
  ORDER_CHANGE_PROPOSED: now('OTHER'),
  ORDER_CHANGE_ACCEPTED: now('OTHER'),
  ORDER_CHANGE_REFUSED: now('OTHER'),
  ORDER_CHANGE_WITHDRAWN: later('OTHER'),
  ORDER_REMINDED: { ...now('OWNER'), escalates: true },
  ORDER_ANSWER_DUE: later('OTHER'),
  DESPATCH_SENT: now('OTHER'),
  DESPATCH_CANCELLED: now('OTHER'),
  RECEIPT_RECORDED: later('OTHER'),
  LINE_CLOSED: later('OTHER'),
  LINE_LATE: now('BOTH'),
  ACCEPTANCE_RECORDED: later('OTHER'),
  ACCEPTANCE_DUE: now('OWNER'),
  GOODS_RETURNED: now('OTHER'),
  WARRANTY_CLAIMED: now('OTHER'),
  INVOICE_SUBMITTED: now('OTHER', MONEY),
  // Raised by the match as well as by hand: whoever's command it was, the supplier has to answer and the buyer to know.
  INVOICE_DISPUTED: now('BOTH', MONEY),
  DISPUTE_ANSWERED: now('OTHER', MONEY),
  DISPUTE_RESOLVED: now('OTHER', MONEY),
  INVOICE_RESPONDED: later('OTHER', MONEY),
  INVOICE_RESPONSE_DUE: now('OWNER', MONEY),
  INVOICE_APPROVED: now('OTHER', MONEY),
  INVOICE_VOIDED: now('OTHER', MONEY),
  CREDIT_NOTE_ISSUED: now('OTHER', MONEY),
  PAYABLE_DUE: now('OWNER', MONEY),
  PAYABLE_OVERDUE: now('BOTH', MONEY),
  RETENTION_RELEASED: later('OTHER', MONEY),
  PAYMENT_ADVISED: now('OTHER', MONEY),
  STATEMENT_SENT: now('OTHER', MONEY),
  STATEMENT_CONFIRMED: now('OTHER', MONEY),
  STATEMENT_DISPUTED: now('OTHER', MONEY),
  STATEMENT_ANSWER_DUE: { ...now('OWNER', MONEY), escalates: true },
};

/** Every kind of notice that there is. */
export const NOTICE_KINDS: readonly string[] = [...Object.keys(KINDS), ANSWER_OVERDUE];

/** Whether an organisation is told: `own` says that the event is its own doing, or its own to act upon. */
export const isTold = ({ to }: Kind, own: boolean): boolean => to === 'BOTH' || (to === 'OWNER') === own;
