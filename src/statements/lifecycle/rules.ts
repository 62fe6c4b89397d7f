import { type CalendarDate, daysBetween } from '../../kernel/date.js';
import { type Guard, lifecycle } from '../../kernel/lifecycle.js';

/**
 * DRAFT: collected, not sent; SENT: both sides look at it; DISPUTED: a line is disputed and neither ticked nor set aside since;
 * CONFIRMED: both sides confirmed the balance; WITHDRAWN: its drafter took it back.
 */
export const STATEMENT_STATUSES = ['DRAFT', 'SENT', 'DISPUTED', 'CONFIRMED', 'WITHDRAWN'] as const;
export type StatementStatus = (typeof STATEMENT_STATUSES)[number];

export const HANDS = ['DRAFTER', 'OTHER'] as const;
/** A side as the statement sees it: who drafted it, and to whom it is sent. */
export type Hand = (typeof HANDS)[number];
export const otherHand = (hand: Hand): Hand => (hand === 'DRAFTER' ? 'OTHER' : 'DRAFTER');

export const STATEMENT_ACTIONS = ['SEND', 'WITHDRAW', 'TICK', 'DISPUTE', 'EXCLUDE', 'RESUME', 'CONFIRM', 'CONCLUDE'] as const;
export type StatementAction = (typeof STATEMENT_ACTIONS)[number];

type EachHand<T> = Readonly<Record<Hand, T>>;

export interface StatementFacts {
  readonly status: StatementStatus;
  readonly lineCount: number;
  /** Lines set aside for the next statement. */
  readonly excludedCount: number;
  readonly ticked: EachHand<number>;
  readonly confirmed: EachHand<boolean>;
  readonly openDisputes: number;
  /** Whether the statement before is confirmed, and with the balance with which this one begins; true where there is none. */
  readonly previousConfirmed: boolean;
  readonly openingHolds: boolean;
  /** Whether a later statement begins with this one's balance. */
  readonly followed: boolean;
}

export type LifecycleCode =
  | 'STATEMENT_EMPTY'
  | 'STATEMENT_FOLLOWED'
  | 'CONFIRMED_ALREADY'
  | 'CONFIRMED_BY_OTHER'
  | 'OTHER_NOT_CONFIRMED'
  | 'LINES_NOT_TICKED'
  | 'DISPUTES_OPEN'
  | 'PREVIOUS_NOT_CONFIRMED'
  | 'OPENING_CHANGED';
type Check = Guard<StatementFacts, LifecycleCode>;

const notEmpty: Check = ({ lineCount }) => (lineCount === 0 ? [{ code: 'STATEMENT_EMPTY' }] : []);
const notFollowed: Check = ({ followed }) => (followed ? [{ code: 'STATEMENT_FOLLOWED' }] : []);
const notConfirmedBy =
  (hand: Hand, code: 'CONFIRMED_ALREADY' | 'CONFIRMED_BY_OTHER'): Check =>
  ({ confirmed }) =>
    confirmed[hand] ? [{ code }] : [];
const confirmedBy =
  (hand: Hand): Check =>
  ({ confirmed }) =>
    confirmed[hand] ? [] : [{ code: 'OTHER_NOT_CONFIRMED' }];
const allTickedBy =
  (hand: Hand): Check =>
  ({ lineCount, excludedCount, ticked }) => {
    const left = lineCount - excludedCount - ticked[hand];
    return left === 0 ? [] : [{ code: 'LINES_NOT_TICKED', params: { count: String(left) } }];
  };
const undisputed: Check = ({ openDisputes }) =>
  openDisputes === 0 ? [] : [{ code: 'DISPUTES_OPEN', params: { count: String(openDisputes) } }];
const previous: Check = ({ previousConfirmed, openingHolds }) => {
  if (!previousConfirmed) return [{ code: 'PREVIOUS_NOT_CONFIRMED' }];
  return openingHolds ? [] : [{ code: 'OPENING_CHANGED' }];
};

type Row = Parameters<typeof lifecycle<StatementStatus, StatementAction, Hand, StatementFacts, LifecycleCode>>[0][number];

const marks = (by: Hand): readonly Row[] => {
  const free = notConfirmedBy(by, 'CONFIRMED_ALREADY');
  return [
    { action: 'TICK', by, from: 'SENT', to: 'SENT', guards: [free] },
    { action: 'TICK', by, from: 'DISPUTED', to: 'DISPUTED' },
    { action: 'DISPUTE', by, from: 'SENT', to: 'DISPUTED', guards: [free] },
    { action: 'DISPUTE', by, from: 'DISPUTED', to: 'DISPUTED' },
    { action: 'EXCLUDE', by, from: 'DISPUTED', to: 'DISPUTED' },
    // Follows by itself from the tick or the setting aside of the last disputed line.
    { action: 'RESUME', by, from: 'DISPUTED', to: 'SENT', guards: [undisputed] },
    {
      action: 'CONFIRM',
      by,
      from: 'SENT',
      to: 'SENT',
      guards: [free, notConfirmedBy(otherHand(by), 'CONFIRMED_BY_OTHER'), allTickedBy(by)],
    },
    { action: 'CONCLUDE', by, from: 'SENT', to: 'CONFIRMED', guards: [free, confirmedBy(otherHand(by)), allTickedBy(by), previous] },
  ];
};

/**
 * Both sides tick or dispute each line; a line that one side disputes and the other agrees to set aside goes to the next statement.
 * Each side confirms what it has ticked, and the second confirmation concludes (Order 802 art. 9(4): 双方确认结算金额之日). Silence
 * confirms nothing. A dispute takes earlier confirmations away.
 */
export const statementLifecycle = lifecycle<StatementStatus, StatementAction, Hand, StatementFacts, LifecycleCode>([
  { action: 'SEND', by: 'DRAFTER', from: 'DRAFT', to: 'SENT', guards: [notEmpty] },
  { action: 'WITHDRAW', by: 'DRAFTER', from: 'DRAFT', to: 'WITHDRAWN', guards: [notFollowed] },
  ...(['SENT', 'DISPUTED'] as const).map(
    (from): Row => ({
      action: 'WITHDRAW',
      by: 'DRAFTER',
      from,
      to: 'WITHDRAWN',
      guards: [notFollowed, notConfirmedBy('OTHER', 'CONFIRMED_BY_OTHER')],
    }),
  ),
  ...HANDS.flatMap(marks),
]);

/** What a party may ask for; RESUME only follows. */
export const offeredActions = (facts: StatementFacts, hand: Hand) =>
  statementLifecycle.allowed(facts, hand).filter(({ action }) => action !== 'RESUME');

/** Who must act next, or nobody. Of a disputed statement the side that does not dispute; where both do, its drafter. */
export const waitingFor = (
  status: StatementStatus,
  confirmed: EachHand<boolean>,
  disputes: EachHand<boolean> = { DRAFTER: false, OTHER: false },
): Hand | undefined => {
  if (status === 'DRAFT') return 'DRAFTER';
  if (status === 'SENT') return confirmed.OTHER ? 'DRAFTER' : 'OTHER';
  if (status === 'DISPUTED') return disputes.DRAFTER && !disputes.OTHER ? 'OTHER' : 'DRAFTER';
  return undefined;
};

/**
 * Days by which the other side's answer is late: none before the agreed day is over. Silence is delay, and never more than that.
 * @param answeredOn the day of its first confirmation or dispute; today counts as long as there is none
 */
export const delayDays = (answerDueOn: CalendarDate, answeredOn: CalendarDate | undefined, today: CalendarDate): number =>
  Math.max(0, daysBetween(answerDueOn, answeredOn ?? today));
