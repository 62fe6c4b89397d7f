import { describedEnum } from '../platform/graphql/described-enum.js';

export const StatementSide = describedEnum('StatementSide', 'On which side of an account an organisation stands.', {
  BUYER: 'Owes for what was delivered.',
  SUPPLIER: 'Claims for what was delivered.',
});

export const StatementStatus = describedEnum('StatementStatus', 'Where a statement of account stands.', {
  DRAFT: 'Collected by its drafter and not sent.',
  SENT: 'Both sides tick or dispute its lines.',
  DISPUTED: 'A line is disputed and neither ticked nor set aside since.',
  CONFIRMED: 'Both sides have confirmed it. The end.',
  WITHDRAWN: 'Its drafter took it back. The end.',
});

export const StatementLineKind = describedEnum('StatementLineKind', 'What a line of a statement tells of.', {
  OPENING: 'The balance with which the account begins.',
  RECEIPT: 'Goods that came and were kept.',
  RETURN: 'Goods that went back.',
  PRICE_DIFFERENCE: 'What a price changed afterwards makes of invoices, agreed by both sides; below zero for the buyer.',
  INVOICE: 'An invoice.',
  CREDIT: 'A credit note or red invoice.',
  PAYMENT: 'What of a payment went to invoices, or an advance.',
});

export const StatementMarkKind = describedEnum('StatementMarkKind', 'What a side says of a line.', {
  TICK: 'It agrees.',
  DISPUTE: 'It does not agree, and says why.',
  EXCLUDE: 'It agrees that the line, which the other side disputes, waits for the next statement.',
});

export const StatementLineState = describedEnum('StatementLineState', 'How a side looks at a line.', {
  TICKED: 'It agrees.',
  DISPUTED: 'It does not agree.',
});

export const StatementStepKind = describedEnum('StatementStepKind', 'A step of a statement as a whole.', {
  DRAFTED: 'It was collected.',
  SENT: 'It went to the other side.',
  CONFIRMED: 'The side confirmed it.',
  LAPSED: 'By a dispute or by setting lines aside the side took earlier confirmations away.',
  WITHDRAWN: 'It was taken back.',
});

export const StatementAction = describedEnum('StatementAction', 'What a party may do with a statement.', {
  SEND: 'Send it: `statementSend`.',
  WITHDRAW: 'Take it back: `statementWithdraw`.',
  TICK: 'Tick lines: `statementTick`, or `statementMatch` with the own ledger.',
  DISPUTE: 'Dispute lines: `statementDispute`.',
  EXCLUDE: 'Set aside lines that the other side disputes: `statementExclude`.',
  CONFIRM: 'Confirm it as the first side: `statementConfirm`.',
  CONCLUDE: 'Confirm it as the second side, which concludes it: `statementConfirm`.',
});

export const StatementSort = describedEnum('StatementSort', 'In which order to list statements.', {
  NEWEST: 'Drafted last first.',
  OLDEST: 'Drafted first first.',
  PERIOD_LAST: 'By end of the period, latest first.',
});
