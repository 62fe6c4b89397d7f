import { describedEnum } from '../../platform/graphql/described-enum.js';

export const PayableStatus = describedEnum('PayableStatus', 'Where a payable stands today.', {
  WAITING: 'Its term has not begun: a statement is not confirmed yet.',
  RETAINED: 'Held back by agreement until its time (质保金).',
  OPEN: 'Payable, not due yet.',
  DUE: 'Due today.',
  OVERDUE: 'Due before today; interest runs.',
  SETTLED: 'Paid, credited or otherwise settled as a whole.',
});

export const PayableKind = describedEnum('PayableKind', 'What a payable is for.', {
  GOODS: 'Goods or services.',
  RETENTION: 'A retention (质保金).',
});

export const PayableAction = describedEnum('PayableAction', 'What can be done with a payable.', {
  PAY: 'Advise a payment of it.',
});

export const TermGovernor = describedEnum('TermGovernor', 'Which of two due dates holds.', {
  CONTRACT: 'The one that was agreed.',
  STATUTE: 'The one of the law.',
});

export const TermCause = describedEnum('TermCause', 'Why a due date was derived.', {
  OPENED: 'The amount became payable.',
  STATEMENT_CONFIRMED: 'Both sides confirmed the statement.',
  CALENDAR_PUBLISHED: 'The calendar of its year was published.',
});

export const RateRule = describedEnum('RateRule', 'By which rule late interest runs.', {
  AGREED: 'As agreed.',
  AGREED_RAISED_TO_LPR: 'Agreed below the one-year LPR at contract, which holds instead (Order 802 art. 17).',
  STATUTORY_DAILY: 'None agreed: 0.05 % a day (Order 802 art. 17).',
  LPR_VOID_CLAUSE: 'None agreed, and a clause on third-party payment is void: the one-year LPR (SPC 法释〔2024〕11号).',
  NONE: 'None agreed, and the law for small firms does not hold: nothing runs.',
});

export const RateUnit = describedEnum('RateUnit', 'What a rate is of.', {
  PER_YEAR: 'Share of the amount per year.',
  PER_DAY: 'Share of the amount per day.',
});

export const PayableSort = describedEnum('PayableSort', 'Order of a list of payables.', {
  DUE_FIRST: 'Due soonest first; without a due date last.',
  DUE_LAST: 'Due latest first.',
  NEWEST: 'Newest first.',
});

export const PaymentStatus = describedEnum('PaymentStatus', 'Where a payment stands.', {
  APPLIED: 'Applied to its debts.',
  HELD: 'Recorded, applied to nothing: a bill or voucher that nobody agreed to take for payment (Order 802 art. 11).',
});

export const PaymentClause = describedEnum('PaymentClause', 'Why a payment settles or does not.', {
  MONEY: 'It is money.',
  AGREED_TO_SETTLE: 'The agreement takes such a bill or voucher for payment.',
  NOT_AGREED: 'Nobody agreed that such a bill or voucher settles; its money will.',
});

export const PaymentComponent = describedEnum('PaymentComponent', 'What a part of a payment went to.', {
  COSTS: 'Costs of collection that the buyer acknowledged (实现债权的费用).',
  INTEREST: 'Late interest (利息).',
  PRINCIPAL: 'The debt itself (主债务).',
});

export const PaymentAction = describedEnum('PaymentAction', 'What can be done with a payment.', {
  CONFIRM: 'Say that the money was received.',
});

export const PaymentSort = describedEnum('PaymentSort', 'Order of a list of payments.', {
  NEWEST: 'Newest first.',
  PAID_LAST: 'Paid latest first.',
});
